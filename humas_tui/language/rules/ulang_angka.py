"""The figure 2 in the place of a reduplication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_TWICE: Final = re.compile(r"[2²](?<=[a-z]{3}.)(?P<suffix>nya|an|kan|lah|ku|mu)?(?![\w²])")
#: Of these only the root is said twice.
_ROOTS: Final = {
    word: word.removeprefix("ber")
    for word in "bersama berjalan berlari berkali berhari berbulan bertahun bermain berulang berangsur".split()
}


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for match in _TWICE.finditer(paragraph.text):
        token = paragraph.tokens[paragraph.token_at(match.start())]
        word = paragraph.text[token.start : match.start()]
        if not word.isalpha() or not word.islower():
            continue  # Moto2, Kelas VIII2: names
        suffix = match["suffix"] or ""
        half = _ROOTS.get(word, word)
        if suffix == "nya" and word.startswith("se") and word not in ("sekolah", "sepeda"):
            half = word[2:]
        yield Hit(token.start, match.end(), (f"{word}-{half}{suffix}",))


ULANG_ANGKA = Rule(
    code="ulang-angka",
    level=Level.GALAT,
    title=N_("Figure 2 for a reduplication"),
    message=N_("A reduplication is written out: “{fix}”."),
    why=N_("The 2 behind a word is shorthand for notes and chats. For others the word is written twice."),
    eyd=("KB02a", "TE02"),
    kind=Judgement(_find, marks=frozenset("2²")),
    examples=(
        ("Hari itu anak2 menanam pohon bersama2.", "Hari itu anak-anak menanam pohon bersama-sama."),
        ("Warga membawa barang2nya.", "Warga membawa barang-barangnya."),
        ("Gunakan air sebaik²nya.", "Gunakan air sebaik-baiknya."),
    ),
    leave_alone=("Kadar CO2 dan PM2,5 naik di lahan 200 m2.", "SMPN2 dan Moto2 libur.", "Luasnya 5 km2."),
)
