"""A small number in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..numerals import ONE_WORD
from ..prose import Paragraph
from ..rule import Rule

#: Persons and things; measures, money, time and shares are written in figures (EYD V, KG03).
_COUNTED: Final = (
    "orang|warga|pegawai|siswa|guru|petugas|anak|peserta|keluarga|unit|buah|desa|kelurahan|kecamatan|kabupaten|kota"
    "|provinsi|negara|rumah|gedung|sekolah|jembatan|ruas|mobil|sepeda motor|pohon|ekor|kali|hal|poin|tempat|lokasi"
    "|titik|jenis|tahap|pilar|program|kegiatan|lembaga|perusahaan|korban|pasien|pemain|atlet|tim|medali"
)
_FIGURE: Final = re.compile(rf"(?P<figure>1[01]|[1-9])[ \u00a0](?:{_COUNTED})\b")
#: Behind these the figure is a number, not a count: Kelas 3 siswa …, Pasal 5.
_NUMBERED: Final = frozenset("kelas pasal bab nomor no lantai tipe grup zona tahun jalur blok rt rw km".split())


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    if paragraph.role in ("headline", "heading"):
        return
    text, tokens = paragraph.text, paragraph.tokens
    for match in _FIGURE.finditer(text):
        index = paragraph.token_at(match.start())
        begins = not index or tokens[index].start != match.start() or text[match.start() - 1] not in " \u00a0("
        if begins or tokens[index - 1].lower in _NUMBERED or text[tokens[index - 1].end] in "–-":
            continue
        if _alone(paragraph, match.start()):
            yield Hit(*match.span("figure"), (ONE_WORD[int(match["figure"])],))


def _alone(paragraph: Paragraph, position: int) -> bool:
    """Whether the figure there is the only one of its sentence and does not begin it: several are compared."""
    start, end = next((start, end) for start, end in paragraph.sentences if position < end)
    words = paragraph.tokens[paragraph.token_at(start) : paragraph.token_at(end)]
    return start < position and sum(word.text[0].isdigit() for word in words) == 1


ANGKA_KECIL = Rule(
    code="angka-kecil",
    level=Level.GAYA,
    title=N_("Small number in figures"),
    message=N_("A number of one word is written out: “{fix}”."),
    why=N_(
        "Numbers that one word says are written in letters: *tiga orang*, *sepuluh rumah*. Figures stay where "
        "several numbers are compared, and with measures, money, time and per cent."
    ),
    eyd=("KG02",),
    kind=Judgement(_find, marks=frozenset("123456789")),
    examples=(("Kebakaran itu menghanguskan 3 rumah.", "Kebakaran itu menghanguskan tiga rumah."),),
    leave_alone=(
        "Kebakaran itu menghanguskan 3 rumah, 2 mobil, dan 12 sepeda motor.",
        "Panjang jalan itu 3 kilometer.",
        "Murid kelas 3 sekolah dasar menanam pohon.",
    ),
)
