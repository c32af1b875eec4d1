"""terkait in the sense of about."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule

#: Behind these it means connected.
_CONNECTED: Final = frozenset(
    "yang pihak instansi dinas lembaga unsur unit saling tidak tak erat dan karena diduga opd aturan regulasi "
    "kementerian stakeholder sektor bidang masih juga".split()
)


def _is_connected(paragraph: Paragraph, match: re.Match[str]) -> bool:
    index = paragraph.token_at(match.start())
    return index > 0 and paragraph.tokens[index - 1].lower in _CONNECTED


JARGON_TERKAIT = Rule(
    code="jargon-terkait",
    level=Level.GAYA,
    title=N_("terkait for about"),
    message=N_("Terkait is connected; about is “{fix}”."),
    why=N_(
        "Terkait tells that things are connected (pihak terkait, terkait dengan kasus itu). Where about is meant, "
        "tentang, mengenai or soal is plainer."
    ),
    source="Bahasa sederhana bagi pembaca umum",
    once=True,
    kind=Patterns(
        (
            Pattern(
                r"\b(?P<at>terkait) (?!(?:dengan|erat|langsung|dan|itu|ini|di|tersebut|yang|untuk)\b)(?=\w)",
                ("tentang", "mengenai", "soal"),
                unless=_is_connected,
            ),
        ),
        words=frozenset({"terkait"}),
    ),
    examples=(
        (
            "Ia menjelaskan instruksi terkait informasi publik.",
            "Ia menjelaskan instruksi tentang informasi publik.",
        ),
    ),
    leave_alone=("Semua pihak terkait hadir; kasus yang terkait dana itu; kasus terkait dengan dana.",),
)
