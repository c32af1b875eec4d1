"""Direct speech told from titles and terms, and the verb that names the speaker."""

from __future__ import annotations

import pytest

from humas_tui.language.prose import Paragraph
from humas_tui.language.speech import attribution, endings


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("“Kami siap membantu warga,” kata dia.", [True]),
        ("Ia berkata, “Kami siap membantu warga.”", [True]),
        ("Ia mengatakan “Kami siap membantu warga.”", [True]),
        ("Lomba bertema “Bersama Membangun Kota Kita”.", [False]),
        ("“Kota Bersih” digelar.", [False]),
        ("kami siap,” kata dia.", [True]),
        ("“Kami siap membantu,” kata dia, “sejak hari ini juga.”", [False, True]),
        ("Belum ditutup, “kami siap membantu warga", []),
        ("dua «kata» asing", []),
    ],
)
def test_speech_is_long_and_no_part_of_the_sentence(text: str, speech: list[bool]) -> None:
    assert [ending.speech for ending in endings(Paragraph(text))] == speech


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("” kata warga itu.", "kata"),
        ("”Kata Rina.", "Kata"),
        ("” ujarnya.", "ujarnya"),
        ("” tanyanya lagi.", "tanyanya"),
        ("” tanya dia.", "tanya"),
        ("” jelas Rina.", "jelas"),
        ("” jelas sekali.", ""),
        ("” Katanya", "Katanya"),
        ("” Katanya, begitu.", "Katanya"),
        ("” Kata itu sering dipakai.", ""),
        ("” Pesan itu dibacakan.", ""),
        ("” Pesannya jelas.", ""),
        ("” tutup", "tutup"),
        ("” – kata Rina.", ""),
        ("” dan kata Rina.", ""),
        ("”", ""),
    ],
)
def test_an_attribution_names_its_speaker(text: str, verb: str) -> None:
    found = attribution(Paragraph(text), 1)
    assert (found.text if found else "") == verb
