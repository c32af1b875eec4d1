"""Markdown taken out, every place still known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.language.markup import HIDDEN, unmark
from humas_tui.language.prose import Paragraph

H = HIDDEN


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Wali Kota **Ross** hadir.", "Wali Kota Ross hadir."),
        ("sebuah *workshop*, lalu", "sebuah workshop, lalu"),
        ("***tebal miring***", "tebal miring"),
        ("**tebal *di dalam* tebal**", "tebal di dalam tebal"),
        ("_miring_ dan ~~coret~~", "miring dan coret"),
        ("nama_berkas_ini dan 5 * 3", "nama_berkas_ini dan 5 * 3"),
        ("*) Catatan", "*) Catatan"),
        ("satu *tak tertutup", "satu *tak tertutup"),
        ("[situs kami](https://a.example/b_c) dibuka", "situs kami dibuka"),
        ("![Foto *bersama*](a.jpg), lalu", f"{H}, lalu"),
        ("[bukan tautan] (ini)", "[bukan tautan] (ini)"),
        ("ketik `a  b`, lalu", f"ketik {H}, lalu"),
        ("``a ` b`` c", f"{H} c"),
        ("satu ` saja", "satu ` saja"),
        (r"5 \* 3 \_ 2", "5 * 3 _ 2"),
        ("buka www.kota.example/a,b.", f"buka {H}."),
        ("buka <https://kota.example>.", f"buka {H}."),
        ("ke humas.kota@pos.example, ya", f"ke {H}, ya"),
        ("#PajakBaik @humas.kota:", f"{H} {H}:"),
        ("SUKABUMI, kabar.co-Peran TRIBUN.COM", f"SUKABUMI, {H}-Peran {H}"),
        ("selesai.Kata dia", "selesai.Kata dia"),
        ("baris satu \n  baris dua\r\nbaris tiga", "baris satu baris dua baris tiga"),
    ],
)
def test_rules_read_what_the_reader_will_read(raw: str, text: str) -> None:
    assert unmark(raw).text == text


def test_what_is_set_off_is_known() -> None:
    paragraph = Paragraph("Ikut **acara *workshop* itu** dan ~~rapat~~.")
    assert [(paragraph.text[start:end]) for start, end in paragraph.styled] == ["acara workshop itu", "workshop"]
    assert [token.text for token in paragraph.tokens if token.styled] == ["acara", "workshop", "itu"]


def test_nothing_is_put_where_marks_were_taken_out() -> None:
    paragraph = Paragraph("langkah -**langkah** dan **jalan -jalan**")
    assert paragraph.place(0, 16) == (0, 18, False)
    assert paragraph.place(21, 33) == (27, 39, True)


@given(st.text(alphabet="ab .*_~`[]()!\\#@<>\n\r/:w", max_size=60))
def test_every_character_left_is_one_of_the_raw_text(raw: str) -> None:
    unmarked = unmark(raw)
    origins = [unmarked.origin(position) for position in range(len(unmarked.text))]
    assert origins == sorted(set(origins))
    for character, origin in zip(unmarked.text, origins, strict=True):
        assert character in (raw[origin], HIDDEN) or (character == " " and raw[origin].isspace())
    for start, end in unmarked.styled:
        assert 0 <= start <= end <= len(unmarked.text)
