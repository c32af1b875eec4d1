"""se- is a prefix: se-Indonesia, sekabupaten."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_AREAS: Final = (
    "kabupaten|kota|provinsi|kecamatan|kelurahan|desa|daerah|wilayah|dunia|negeri|kampung|pulau|nusantara"
)

TERIKAT_SE = Rule(
    code="terikat-se",
    level=Level.GALAT,
    title=N_("Prefix se- written apart"),
    message=N_("The prefix se- is no word: “{fix}”."),
    why=N_(
        "Se-, all of, is written together with a common noun (sekabupaten, sedunia) and with a hyphen before a "
        "capital (se-Indonesia, se-Jawa Barat)."
    ),
    eyd=("KB01a", "TE05"),
    certain=True,
    kind=Patterns(
        (
            Pattern(r"(?<![\w-])(?P<at>(?P<se>[Ss]e) ?(?P<name>[A-Z][a-z]{2,}))\b", r"\g<se>-\g<name>"),
            Pattern(rf"(?<![\w-])(?P<at>(?P<se>[Ss]e)(?: | ?- ?)(?P<noun>{_AREAS}))\b", r"\g<se>\g<noun>"),
        ),
    ),
    examples=(
        ("Lurah se Kota Bekasi dan camat se kabupaten.", "Lurah se-Kota Bekasi dan camat sekabupaten."),
        ("Pelajar seJawa Barat.", "Pelajar se-Jawa Barat."),
    ),
    leave_alone=("Pelajar se-Jawa Barat, camat sekabupaten, Pak Selamet.",),
)
