"""“se-” parted from the name behind it."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_REGIONS: Final = "Kota Kabupaten Kecamatan Kelurahan Provinsi Desa Indonesia Jawa Sumatera Sumatra Nusantara Asia"
_NAMES: Final = _REGIONS.replace(" ", "|")
_WORDS: Final = "kota|kabupaten|kecamatan|kelurahan|provinsi|desa|dunia|negara"
_GAP: Final = r"(?:[ \u00a0]+-?[ \u00a0]*|-[ \u00a0]+|[–—][ \u00a0]*)"


def _joined(match: re.Match[str]) -> str:
    """Before the name of a region with a hyphen, its sort in capitals; else as one word."""
    named = match.string[match.end() + 1 : match.end() + 2].isupper()
    return f"se-{match['word'].capitalize()}" if named else f"se{match['word']}"


HUBUNG_SE = Rule(
    code="hubung-se",
    level=Level.GALAT,
    title=N_("se- parted from its name"),
    message=N_("“Se-” is joined to the word behind it: “{fix}”."),
    why=N_(
        "*Se-* is a prefix. A hyphen joins it to a name: *se-Kota Sukabumi*; before a common word it is written "
        "together: *sekecamatan*."
    ),
    eyd=("TE05",),
    certain=True,
    kind=Patterns(
        (
            Pattern(rf"(?<![\w-])(?P<se>se){_GAP}(?P<name>[A-Z]\w*+)", fix=r"\g<se>-\g<name>"),
            Pattern(
                rf"(?<![\w-])(?P<se>S[eE]){_GAP}(?P<name>{_NAMES}|{_NAMES.upper()})\b", fix=r"\g<se>-\g<name>"
            ),
            Pattern(rf"(?<![\w-])(?P<se>[Ss]e)(?P<name>{_NAMES})\b", fix=r"\g<se>-\g<name>"),
            Pattern(rf"(?<![\w-])se(?:{_GAP}|-)(?P<word>{_WORDS})\b", fix=_joined),
        ),
        words=frozenset({"se", *(f"se{name.lower()}" for name in _REGIONS.split())})
        | frozenset(f"se-{word}" for word in _WORDS.split("|")),
    ),
    examples=(
        ("Lomba diikuti pelajar se Kota Sukabumi.", "Lomba diikuti pelajar se-Kota Sukabumi."),
        ("Lomba diikuti pelajar se- Jawa Barat.", "Lomba diikuti pelajar se-Jawa Barat."),
        ("Lomba diikuti kader se-kota Sukabumi.", "Lomba diikuti kader se-Kota Sukabumi."),
        ("Lomba diikuti kader se kecamatan.", "Lomba diikuti kader sekecamatan."),
    ),
    leave_alone=(
        "Lomba diikuti pelajar se-Kota Sukabumi.",
        "Budi, S.E., dan Rina, SE hadir.",
        "Secara umum, Se Hun menang.",
    ),
)
