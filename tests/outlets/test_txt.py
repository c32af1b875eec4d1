"""Plain text: the whole release, a paragraph a line."""

from __future__ import annotations

import pytest
from hypothesis import given

from humas_tui.model import Contact, Kind, Office, Photo, Release
from humas_tui.outlets import Manuscript, find
from humas_tui.outlets.txt import TXT, body_parts, text
from humas_tui.text import blocks as b
from tests import samples

from .strategies import OFFICES, RELEASES


def test_the_parts_stand_in_print_order() -> None:
    release = samples.blank(
        number="021/HUMAS/XI/2026",
        headline="Judul",
        summary="Ringkasan.",
        place="Karangsari",
        body="Satu.\n\nDua.",
        photos=(Photo(file="a.jpg", caption="Padi.", photographer="Dimas"), Photo(file="b.jpg")),
        credits=("Penulis: Intan",),
    )
    office = Office(
        institution="PEMERINTAH KOTA SUKAMAJU",
        unit="Diskominfo",
        address="Jalan Merdeka 17",
        phone="(0200) 5550-117",
        site="kota.example",
        boilerplate="Melayani warga.",
        contacts=(Contact(name="Rina", role="Humas", phone="0812"),),
        hashtags=("Kota",),
    )
    assert text(release, office) == (
        "PEMERINTAH KOTA SUKAMAJU\nDiskominfo\nJalan Merdeka 17\nTelp. (0200) 5550-117 · kota.example\n\n"
        "SIARAN PERS\nNomor: 021/HUMAS/XI/2026\nUntuk disiarkan segera\n\n"
        "Judul\n\nRingkasan.\n\nKARANGSARI – Satu.\n\nDua.\n\n"
        "Foto: Padi. (Foto: Dimas)\n\nFoto: b.jpg\n\n"
        "Tentang Diskominfo\nMelayani warga.\n\nNarahubung:\nRina, Humas – 0812\n\nPenulis: Intan\n\n***\n"
    )


@pytest.mark.parametrize(
    ("markdown", "parts"),
    [
        ("Satu **dua** `tiga`", ["Satu dua tiga"]),
        ("satu\ndua", ["satu\ndua"]),
        ("# Judul\n\nisi", ["Judul", "isi"]),
        ("> satu\n>\n> dua", ["> satu\n> \n> dua"]),
        ("- satu\n- dua", ["- satu\n- dua"]),
        ("9. satu\n10. dua", ["9. satu\n10. dua"]),
        ("- satu\n  - dalam", ["- satu\n  - dalam"]),
        ("    kode", ["kode"]),
        ("---", ["* * *"]),
        ("[laman](https://kota.example)", ["laman (https://kota.example)"]),
        ("<https://kota.example/a_b>", ["https://kota.example/a_b"]),
        ("<https://kota.example/é>", ["https://kota.example/é"]),
        ("<humas@kota.example>", ["humas@kota.example"]),
        ("[](https://kota.example)", ["https://kota.example"]),
    ],
)
def test_a_body_becomes_paragraphs(markdown: str, parts: list[str]) -> None:
    assert body_parts(b.parse(markdown)) == parts


@given(RELEASES, OFFICES)
def test_every_part_is_there_and_one_line_feed_ends_it(release: Release, office: Office) -> None:
    written = text(release, office)
    assert written.endswith("\n")
    for part in (office.institution, release.headline, release.summary, *release.credits, office.end_mark):
        assert part in written
    assert TXT.render(Manuscript(release, office)) == written.encode()


def test_an_invitation_is_not_for_release() -> None:
    assert text(samples.blank(kind=Kind.UNDANGAN_LIPUTAN), Office()) == "UNDANGAN LIPUTAN\n\n***\n"
    assert find("txt") is TXT
