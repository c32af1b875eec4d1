"""``Perempuan Dan Anak``: function words keep their small letter inside names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: *Dalam* is left out (Kementerian Dalam Negeri), *Oleh* and *Bagi* too (names of people).
_WORDS: Final = frozenset("dan di dari untuk yang dengan pada atau serta kepada terhadap sehingga karena".split())
#: Who is called so: *Yang Mulia*, *Yang Maha Esa*.
_CALLED: Final = frozenset("mulia maha mahakuasa mahaesa dipertuan terhormat kuasa".split())


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _WORDS):
        token = tokens[index]
        if not token.capitalised or token.initial or token.text.isupper() or not joined(paragraph, index):
            continue
        if not joined(paragraph, index + 1) or tokens[index + 1].lower in _CALLED:
            continue
        if token.text == "Di" and tokens[index - 1].capitalised and not _is_place(tokens[index + 1].lower):
            continue
        yield Hit(token.start, token.end, (token.lower,))


def _is_place(word: str) -> bool:
    """Whether *di* is a preposition before it and no part of a foreign name: *Angel Di Maria*."""
    return word in _PLACES


_PLACES: Final = frozenset(
    "kota kabupaten kecamatan kelurahan desa provinsi indonesia daerah lingkungan wilayah era masa sekolah jalan "
    "bidang tengah atas bawah luar dalam rumah tempat kantor lokasi kawasan dunia tingkat seluruh jawa".split()
)

KAPITAL_KATA_TUGAS = Rule(
    code="kapital-kata-tugas",
    level=Level.SARAN,
    title=N_("Function word with a capital"),
    message=N_("The function word “{fix}” keeps its small letter, in names and titles too."),
    why=N_(
        "Function words such as dan, di, dari, untuk, yang keep their small letter inside a sentence, in names of "
        "authorities and in titles, unless they come first: Perlindungan Perempuan dan Anak."
    ),
    eyd=("HF20", "HF21"),
    certain=True,
    kind=Judgement(_find, words=_WORDS),
    examples=(
        ("Dinas Pemberdayaan Perempuan Dan Anak hadir.", "Dinas Pemberdayaan Perempuan dan Anak hadir."),
        ("Bantuan diserahkan Untuk warga Desa Sukamaju.", "Bantuan diserahkan untuk warga Desa Sukamaju."),
    ),
    leave_alone=(
        "Ia memuji Yang Mulia dan Angel Di Maria.",
        "Ia berkata, “Dari sini kita mulai.”",
        "UNTUK WARGA DAN TAMU",
    ),
)
