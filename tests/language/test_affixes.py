"""meN- and peN- before roots of every kind."""

from __future__ import annotations

import pytest

from humas_tui.language.affixes import nasalised


@pytest.mark.parametrize(
    ("root", "verb"),
    [
        ("ajak", "mengajak"),
        ("gali", "menggali"),
        ("hadir", "menghadir"),
        ("khawatir", "mengkhawatir"),
        ("kirim", "mengirim"),
        ("kritik", "mengkritik"),
        ("bawa", "membawa"),
        ("fasilitas", "memfasilitas"),
        ("vonis", "memvonis"),
        ("pakai", "memakai"),
        ("proses", "memproses"),
        ("cari", "mencari"),
        ("dapat", "mendapat"),
        ("jual", "menjual"),
        ("zalim", "menzalim"),
        ("tulis", "menulis"),
        ("transfer", "mentransfer"),
        ("sapu", "menyapu"),
        ("stabil", "menstabil"),
        ("syukur", "mensyukur"),
        ("lihat", "melihat"),
        ("masak", "memasak"),
        ("nilai", "menilai"),
        ("rawat", "merawat"),
        ("wakil", "mewakil"),
        ("yakin", "meyakin"),
        ("cat", "mengecat"),
        ("bom", "mengebom"),
    ],
)
def test_the_prefix_changes_with_the_root(root: str, verb: str) -> None:
    assert nasalised("me", root) == verb
    assert nasalised("pe", root) == "pe" + verb[2:]
