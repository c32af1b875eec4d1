"""``Undang-undang Nomor 31``, ``peraturan bupati Nomor 5``: papers that have a name."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import title_case
from ..kinds import Pattern, Patterns
from ..rule import Rule

_WORDS: Final = frozenset("undang-undang peraturan keputusan instruksi".split())


def _capitals(match: re.Match[str]) -> str:
    return title_case(match["at"])


KAPITAL_DOKUMEN = Rule(
    code="kapital-dokumen",
    level=Level.GALAT,
    title=N_("Small letter in the name of a law"),
    message=N_("It is a name: “{fix}”."),
    why=N_(
        "The name of a law or another paper has a capital for each word, both halves of a doubled one too: "
        "Undang-Undang Nomor 31 Tahun 1999, Peraturan Bupati Nomor 5 Tahun 2020."
    ),
    eyd=("HF20",),
    kind=Patterns(
        (
            Pattern(
                r"\b(?P<at>[Uu]ndang-undang)(?= (?:(?:Nomor|No\.?) \d|Dasar\b|Republik\b|ITE\b))",
                fix="Undang-Undang",
            ),
            Pattern(
                r"\b(?P<at>(?:peraturan|keputusan|instruksi) (?:daerah|bupati|gubernur|wali kota|presiden|menteri|"
                r"pemerintah))(?= (?:[A-Z]\w+ ){0,4}(?:Nomor|No\.?) \d)",
                fix=_capitals,
            ),
            Pattern(
                r"\b(?P<at>peraturan|keputusan|instruksi)(?= (?:Daerah|Bupati|Gubernur|Wali Kota|Presiden|Menteri)"
                r"(?: [A-Z]\w+){0,6} (?:Nomor|No\.?) \d)",
                fix=_capitals,
            ),
        ),
        words=_WORDS,
    ),
    examples=(
        ("Itu diatur Undang-undang Nomor 31 Tahun 1999.", "Itu diatur Undang-Undang Nomor 31 Tahun 1999."),
        ("Dasarnya peraturan bupati Nomor 5 Tahun 2020.", "Dasarnya Peraturan Bupati Nomor 5 Tahun 2020."),
    ),
    leave_alone=("Undang-undang itu sudah tua.", "Semua peraturan daerah ditinjau.", "Surat keputusan terbit."),
)
