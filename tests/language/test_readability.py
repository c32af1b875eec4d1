"""Readability: grades that teachers would give, the sentences to split, nothing for what is too short."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

import pytest

from humas_tui.language.prose import Paragraph, Part, stretches
from humas_tui.language.readability import LONG, Readability, measure
from tests.samples import STEMS, release

DATA = Path(__file__).parent.parent.parent.parent / "shared" / "data"
SHORT = "Warga datang pagi. Petugas membuka pintu. Anak-anak masuk ke kelas. Ibu duduk di luar. "
LONG_SENTENCE = (
    "Pemerintah kota yang telah merencanakan pembangunan pelayanan kesehatan di seluruh kecamatan menyampaikan "
    "bahwa pelaksanaan kegiatan penyelenggaraan pemeriksaan kesehatan akan dilaksanakan secara bertahap dan "
    "berkelanjutan. "
)


def of(text: str) -> Readability:
    measured = measure(parts(text))
    assert measured is not None
    return measured


def parts(text: str) -> list[Part]:
    return [Part(start, Paragraph(text[start:end], role)) for start, end, role in stretches(text)]


def test_short_sentences_are_easier() -> None:
    easy, hard = of(SHORT * 3), of(LONG_SENTENCE * 3)
    assert easy.grade < 4 < 11 < hard.grade
    assert easy.words_a_sentence == pytest.approx(4, abs=0.5)
    assert easy.hardest == ()
    assert easy.fry[0] < hard.fry[0]
    assert easy.fry[1] > hard.fry[1]


def test_the_sentences_to_split_are_the_longest() -> None:
    longer = "Hari ini " + LONG_SENTENCE[0].lower() + LONG_SENTENCE[1:]
    measured = of(SHORT + LONG_SENTENCE + "\n\n" + longer + LONG_SENTENCE * 3)
    assert len(measured.hardest) == 3
    first = measured.hardest[0]
    assert first.part.paragraph.text[first.start : first.end].startswith("Hari ini")
    assert all(sentence.words > LONG for sentence in measured.hardest)


def test_headings_and_short_texts_have_no_grade() -> None:
    assert measure(parts("Halo warga.")) is None
    assert measure(parts("")) is None
    assert measure(parts("1. 2. 3. " * 40)) is None
    with_heading = of("## " + "Judul yang sangat panjang " * 9 + "\n\n" + SHORT * 3)
    assert with_heading.words == of(SHORT * 3).words


def test_the_formula() -> None:
    """0.3793 × 15 + 0.0207 × 600 − 13.988: ten sentences of fifteen words of two syllables."""
    text = ("Kata " + "kata " * 13 + "kata. ") * 10
    assert of(text).grade == pytest.approx(0.3793 * 15 + 0.0207 * 600 - 13.988)
    assert of(text).fry == pytest.approx((120.0, 100 / 15))


@pytest.mark.parametrize("stem", STEMS)
def test_the_samples_can_be_read_by_the_public(stem: str) -> None:
    measured = measure(parts(release(stem).body))
    assert measured is not None
    assert measured.grade < 11


@pytest.mark.skipif(not (DATA / "corpus").is_dir(), reason="the texts to measure with are not here")
def test_news_is_easier_than_what_governments_write() -> None:
    grades: dict[str, list[float]] = {}
    for line in (DATA / "corpus" / "dev.jsonl").read_text(encoding="utf-8").split("\n"):
        entry = json.loads(line) if line else {"kind": "", "text": ""}
        measured = measure(parts(entry["text"]))
        if measured is not None:
            grades.setdefault(entry["kind"], []).append(measured.grade)
    medians = {kind: median(found) for kind, found in grades.items()}
    print({kind: round(grade, 1) for kind, grade in medians.items()})
    assert medians["news"] < 9.5 < medians["gov"]
