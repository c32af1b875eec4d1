"""A reduplication whose hyphen has spaces beside it, or is a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..doubling import repeats
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_LOOSE: Final = re.compile(
    r"(?:[ \u00a0](?<![ \u00a0]{2})[ \u00a0]*[-–—][ \u00a0]*|-[ \u00a0]+|[–—][ \u00a0]*)(?=[^\W\d_])"
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text, tokens = paragraph.text, paragraph.tokens
    for match in _LOOSE.finditer(text):
        index = paragraph.token_at(match.end())
        if not index or tokens[index - 1].end != match.start():
            continue
        first, second = tokens[index - 1], tokens[index]
        if not repeats(first.lower.rpartition("-")[2], second.lower.partition("-")[0]):
            continue
        listed = text[: first.start].rstrip(" ").endswith("-") or text[second.end :].lstrip(" ").startswith("-")
        names = second.capitalised and not first.initial and not paragraph.titled
        if not listed and not names:
            yield Hit(first.start, second.end, (f"{first.text}-{second.text}",))


ULANG_SPASI = Rule(
    code="ulang-spasi",
    level=Level.GALAT,
    title=N_("Loose hyphen in a reduplication"),
    message=N_("A reduplication has a hyphen without spaces: “{fix}”."),
    why=N_(
        "Both halves of a reduplication are one word, joined by a hyphen. With a space beside it the word falls "
        "apart at the end of a line; a dash in its place parts what belongs together."
    ),
    eyd=("KB02a", "TE02"),
    certain=True,
    kind=Judgement(_find, marks=frozenset("-–—")),
    examples=(
        ("Pemerintah menyiapkan langkah -langkah darurat.", "Pemerintah menyiapkan langkah-langkah darurat."),
        ("Warga bersama – sama membersihkan saluran.", "Warga bersama-sama membersihkan saluran."),
        ("Para siswa - siswi ikut menanam pohon.", "Para siswa-siswi ikut menanam pohon."),
    ),
    leave_alone=(
        "Pemerintah menyiapkan langkah-langkah darurat.",
        "Jalur dari Bandung – Bandung Barat kemarin ditutup.",
        "Jadwal: - Senin - Senin - Selasa",
        "Tempat itu – kota kecil di selatan – ramai.",
    ),
)
