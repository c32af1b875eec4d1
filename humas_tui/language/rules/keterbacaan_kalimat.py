"""The sentences that make a text hard to read."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Shape
from ..kinds.functions import Placed
from ..prose import Document
from ..readability import TARGET, measure
from ..rule import Rule
from ..structure import prose


def find(document: Document) -> Iterator[Placed]:
    """The three sentences that would help most if split, where the text is harder than grade 8."""
    measured = measure(prose(document))
    if measured is None or measured.grade <= TARGET:
        return
    grade = f"{measured.grade:.1f}".replace(".", ",")
    for sentence in measured.hardest:
        names = {"words": str(sentence.words), "grade": grade}
        yield "body", sentence.part, Hit(sentence.start, sentence.end, names=names)


KETERBACAAN_KALIMAT = Rule(
    code="keterbacaan-kalimat",
    level=Level.GAYA,
    title=N_("Sentence to split first"),
    message=N_(
        "Split this sentence of {words} words first: the text is for grade {grade}, the public reads at 8."
    ),
    why=N_(
        "Readability is estimated by the formula of Khadijah Rohani: words a sentence and syllables a word give a "
        "school grade. Of every text above grade 8 the three longest sentences are named; splitting them helps "
        "most."
    ),
    source="Khadijah Rohani Mohd Yunus 1982; BPS 2025: rata-rata lama sekolah 9,07 tahun",
    kind=Shape(find),
    examples=(
        (
            "Pemerintah kota menyampaikan bahwa pelaksanaan penyelenggaraan pemeriksaan kesehatan di seluruh "
            "kecamatan "
            "akan dilaksanakan secara bertahap dan berkelanjutan mulai pekan depan dengan melibatkan para petugas "
            "puskesmas yang telah memperoleh pelatihan penanganan kegawatdaruratan tingkat lanjut.",
            "Pemerintah kota memeriksa kesehatan warga di semua kecamatan. Itu dimulai pekan depan. Petugas "
            "puskesmas "
            "sudah dilatih. Warga boleh datang pagi atau sore. Semua gratis. Bawa kartu penduduk. Anak boleh "
            "ikut. "
            "Dokter ada di sana.",
        ),
    ),
)
