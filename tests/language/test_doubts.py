"""What spelling says of a paragraph: what is left out of it, and in which capitals it comes."""

from __future__ import annotations

import pytest

from humas_tui.language.doubts import alone, desk_speller, doubts, of_kind
from humas_tui.language.prose import Paragraph
from humas_tui.language.spelling import Kind


def told(text: str, kind: Kind = Kind.TYPO, role: str = "body") -> list[str]:
    paragraph = Paragraph(text, role)
    return [f"{one.token.text}→{'|'.join(one.hit.fixes[:1])}" for one in of_kind(paragraph, kind)]


def test_a_slip_is_doubted_in_the_capitals_of_the_word() -> None:
    assert told("Krgiatan itu dihadiri masyarakar.") == ["Krgiatan→Kegiatan", "masyarakar→masyarakat"]


@pytest.mark.parametrize(
    "text",
    [
        "Kata Pak Masyarakar dari Krgiatan.",  # a capital inside a sentence makes a name
        "Di sana *masyarakar* berkumpul.",  # set off
        "Tanjungpinang menjadi tuan rumah.",  # a name that is two words in one
        "Kegiatan itu memakai aplikasi baru dan aktifitas.",  # the tables know its cure
        "Warga berkata, “Kalau kepilih lagi, dia yang mimpin,” kemarin.",  # as one says it
        "The committee has alredy published the complete report on their website.",  # another language
    ],
)
def test_what_is_no_slip_is_let_pass(text: str) -> None:
    assert told(text) == []


def test_a_capital_makes_no_name_in_a_headline() -> None:
    assert told("Bupati Buka Krgiatan Pemuda", role="headline") == ["Krgiatan→Kegiatan"]
    assert told("Bupati Buka Krgiatan Pemuda") == []


def test_a_word_of_a_foreign_phrase_is_not_alone() -> None:
    phrase = Paragraph("Mereka membahas family office dan backlog.")
    assert [one.token.text for one in alone(phrase, Kind.FOREIGN)] == ["backlog"]
    assert [one.token.text for one in of_kind(phrase, Kind.FOREIGN)] == ["office", "backlog"]


def test_the_words_of_the_tables_are_known_but_never_suggested() -> None:
    speller = desk_speller()
    assert speller.look("aktifitas") is None
    assert speller.look("walikota") is None
    assert "aktifitas" not in speller.suggest("aktifitsa")
    assert "februari" in speller.suggest("febuari")


def test_a_paragraph_is_judged_once() -> None:
    paragraph = Paragraph("Krgiatan itu dihadiri masyarakar.")
    assert doubts(paragraph) is doubts(paragraph)
