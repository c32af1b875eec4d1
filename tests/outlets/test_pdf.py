"""The PDF: what it claims, what can be read out of it, and that text stays text."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import typst
from PIL import Image

from humas_tui.errors import RefusedError, UnreadableFileError
from humas_tui.model import Contact, Office, Photo
from humas_tui.outlets import Manuscript, find, glyphs, pdf
from humas_tui.outlets.pdf import PDF
from tests.samples import blank

from .pictures import png

OFFICE = Office(
    institution="Pemerintah Kota Sukamaju",
    unit="Dinas Kominfo",
    address="Jalan Merdeka 17",
    logo="logo.png",
    boilerplate="Dinas ini melayani.",
    contacts=(Contact(name="Rina", phone="0812-0000-0101"),),
)
FULLY = (
    b"<pdfaid:part>2</pdfaid:part>",
    b"<pdfaid:conformance>A</pdfaid:conformance>",
    b"<pdfuaid:part>1</pdfuaid:part>",
)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext of poppler is not installed"
)


def manuscript(office: Office = OFFICE, pictures: dict[str, bytes] | None = None, **fields: Any) -> Manuscript:
    release = blank(**{"headline": "Panen Raya", "place": "Cibening", "body": "Petani memanen padi.", **fields})
    return Manuscript(release, office, {"logo.png": png(40, 48), "a.png": png()} if pictures is None else pictures)


def words(content: bytes) -> str:
    """The text of a PDF as poppler reads it, on one line."""
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    found = subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()
    return " ".join(found.split())


def claims(content: bytes) -> list[bool]:
    return [claim in content for claim in FULLY]


def test_the_registry_finds_it() -> None:
    assert find("pdf") is PDF
    assert PDF.pictures


def test_it_is_tagged_indonesian_and_claims_pdf_a_and_pdf_ua() -> None:
    content = PDF.render(manuscript(photos=(Photo(file="a.png", caption="Panen"),)))
    assert content.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in content
    assert b"/Lang(id-ID)" in content
    assert claims(content) == [True, True, True]


def test_the_same_release_gives_the_same_bytes() -> None:
    made = manuscript(photos=(Photo(file="a.png", caption="Panen"),))
    assert PDF.render(made) == PDF.render(made)


def test_its_date_is_that_of_the_release() -> None:
    assert b"D:20261118020000" in PDF.render(manuscript())


def test_its_fonts_are_ours_and_inside() -> None:
    fonts = set(re.findall(rb"/FontName/[A-Z]{6}\+([\w-]+)", PDF.render(manuscript(body="*a* **b**"))))
    assert fonts == {b"Arimo-Regular", b"Arimo-Bold", b"Arimo-Italic"}


@needs_poppler
def test_all_words_can_be_read_in_print_order() -> None:
    made = manuscript(
        number="021/HUMAS",
        summary="Ringkas.",
        body="Petani memanen **padi *unggul***.\n\n## Jadwal\n\n- pagi\n\n7. siang\n\n> kutipan\n\n    kode  x",
        photos=(Photo(file="a.png", caption="Tiga petani"), Photo(file="tiada.png", caption="Tanpa berkas")),
        credits=("Penulis: Sari",),
    )
    assert words(PDF.render(made)) == (
        "PEMERINTAH KOTA SUKAMAJU DINAS KOMINFO Jalan Merdeka 17 "
        "SIARAN PERS Nomor: 021/HUMAS Untuk disiarkan segera Panen Raya Ringkas. "
        "CIBENING – Petani memanen padi unggul. Tiga petani Tanpa berkas "
        "Jadwal • pagi 7. siang kutipan kode x "
        "Tentang Dinas Kominfo Dinas ini melayani. Narahubung Rina – 0812-0000-0101 Penulis: Sari ***"
    )


@needs_poppler
@pytest.mark.parametrize(
    "headline",
    [
        "#panic() #let x = 1 $5 *a* _b_ `c` @ref <label> = ~ \\ \"petik\" 'a' -- ... // [/] /* #{ #[",
        "Héboh “kutip” – — … € Rp64,8 m² → • ½ ×",
        "https://a.example",
    ],
)
def test_markup_and_typography_in_a_headline_stay_text(headline: str) -> None:
    content = PDF.render(manuscript(headline=headline))
    assert headline in words(content)
    assert claims(content) == [True, True, True]


@needs_poppler
def test_a_word_longer_than_the_line_is_broken_and_not_cut_off() -> None:
    body = f"https://a.example/{'abcdefghij' * 20} `{'y' * 250}`\n\n    {'z' * 250}"
    read = re.sub("[\\s\u200b]", "", words(PDF.render(manuscript(headline="x" * 300, body=body))))
    for word in ("x" * 300, "abcdefghij" * 20, "y" * 250, "z" * 250):
        assert word in read


@pytest.mark.parametrize(
    ("headline", "claimed"),
    [("Gembira 😀 👨‍👩‍👧 ❤️", [True] * 3), ("米の収穫", [False] * 3), ("\ue000", [False, False, True])],
    ids=["emoji", "Chinese characters", "private use"],
)
def test_a_character_without_a_glyph_costs_claims_but_not_the_document(headline: str, claimed: list[bool]) -> None:
    content = PDF.render(manuscript(headline=headline))
    assert claims(content) == claimed
    assert b"/MarkInfo" in content


def test_without_a_headline_the_label_is_the_first_heading() -> None:
    assert claims(PDF.render(manuscript(headline="", body="### Jauh\n\n# Dekat"))) == [True, True, True]


def test_a_sound_link_can_be_followed_and_another_stays_text() -> None:
    content = PDF.render(
        manuscript(body="[a](https://a.example/?b=1&c=2) [b](ftp://b.example) <mailto:c@d.example>")
    )
    assert set(re.findall(rb"/URI\(([^)]*)\)", content)) == {b"https://a.example/?b=1&c=2", b"mailto:c@d.example"}


@pytest.mark.parametrize(
    ("file", "content"), [("a.png", b"bukan gambar"), ("a.png", png(50, 50)[:60]), ("logo.png", b"")]
)
def test_a_broken_picture_is_named(file: str, content: bytes) -> None:
    pictures = {"logo.png": png(), "a.png": png(), file: content}
    with pytest.raises(UnreadableFileError, match=file.replace(".", r"\.")):
        PDF.render(manuscript(pictures=pictures, photos=(Photo(file="a.png"),)))


def test_the_same_photo_twice_is_kept_once() -> None:
    once, twice = (PDF.render(manuscript(photos=(Photo(file="a.png"),) * count)) for count in (1, 2))
    assert twice.count(b"/Subtype /Image") == once.count(b"/Subtype /Image")


def test_where_typst_is_not_installed_the_user_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(RefusedError, match="typst"):
        PDF.render(manuscript())


def test_a_page_that_typst_refuses_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_template", lambda: b'#panic("rusak")')
    with pytest.raises(RefusedError, match="rusak"):
        PDF.render(manuscript())


@pytest.mark.parametrize(
    "fields",
    [
        {"body": ""},
        {"headline": "", "body": "", "place": "", "office": Office(), "pictures": {}},
        {"headline": "Judul [/] / #panic() 😀 " * 250},
        {"headline": "a\x00b\x1bc\ud800d\ufffe", "body": "\x01 `\x02` [\x03](https://a.example/\x04)"},
        {"body": "> " * 30 + "x\n\n" + "- " * 30 + "y"},
        {"body": "1.\n2. > x\n3. ```\n   y\n   ```\n999999999. z"},
        {"photos": tuple(Photo(file="a.png", caption=str(number)) for number in range(100))},
        {"body": ("Kalimat yang **biasa** saja. " * 12 + "\n\n- butir\n\n") * 600},
        {"office": Office(institution="x" * 300, unit="y " * 200)},
    ],
    ids=["no body", "nothing", "marks", "controls", "deep", "odd items", "photos", "long", "wide letterhead"],
)
def test_whatever_the_release_holds_there_is_a_document(fields: dict[str, Any]) -> None:
    assert PDF.render(manuscript(**fields)).startswith(b"%PDF-")


def test_the_fonts_have_what_indonesian_offices_write() -> None:
    assert glyphs.missing("Rp64,8 miliar – “Kota” … • → € m² ½ × ÷ ≥ é ñ ʼ\t\n\u00a0\u200d") == ""
    assert glyphs.missing("a😀b米😀穫 Привет שלום السلام ꦲ") == "米穫ꦲ"


def test_every_face_has_the_same_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    glyphs.covered.cache_clear()
    coverage = []
    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        monkeypatch.setattr(glyphs, "FONT", Path(pdf.FONTS_FOLDER, f"Arimo-{face}.ttf"))
        coverage.append(glyphs.covered())
        glyphs.covered.cache_clear()
    assert all(one == coverage[0] for one in coverage)
    assert all(unicodedata.name(chr(code), "") for code in coverage[0] if code > 0xFF)


def refused(text: str) -> bool:
    """Whether typst finds a character in it that no font has."""
    with pdf._laid_out(manuscript(headline=text, pictures={})) as (content, folder, _titles):
        try:
            pdf._compiler(content, folder).compile(format="pdf", pdf_standards=["ua-1"])
        except typst.TypstError as error:
            return "could not be displayed" in error.message
    return False


def test_what_is_told_missing_is_what_typst_misses() -> None:
    """Whole rows of Unicode that are said to be printed at once, others one by one."""
    known = sorted(code for code in glyphs.printable() if unicodedata.category(chr(code))[0] in "LNPS")
    for start in range(0, len(known), 400):
        assert not refused(" ".join(map(chr, known[start : start + 400])))
    drawn = random.Random(1).sample([c for c in range(0x370, 0x1FAFF) if glyphs.missing(chr(c))], 60)
    assigned = [code for code in drawn if unicodedata.category(chr(code))[0] in "LNPS"]
    assert len(assigned) > 20
    assert [code for code in assigned if not refused(chr(code))] == []
    print(f"{len(known)} printed, {len(assigned)} missing")


def cmyk() -> bytes:
    """A picture for a printing press."""
    made = BytesIO()
    Image.new("CMYK", (40, 48), (10, 20, 30, 40)).save(made, "JPEG")
    return made.getvalue()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, []),
        ({"headline": "Panen 🎉 раз"}, []),
        (
            {"headline": "米の収穫", "photos": (Photo(file="a.png", caption="ꦲ 米"),)},
            ["4 karakter", "ada karakter yang"],
        ),
        ({"headline": "\ue000"}, ["kawasan pribadi"]),
        ({"pictures": {"logo.png": cmyk()}}, ["logo.png memakai CMYK"]),
    ],
    ids=["plain", "emoji", "no glyph", "private use", "CMYK"],
)
def test_why_it_claims_less_is_said(fields: dict[str, Any], told: list[str]) -> None:
    made = manuscript(**fields)
    found = PDF.remarks(made, PDF.render(made))
    assert len(found) == len(told)
    assert all(part in sentence for part, sentence in zip(told, found, strict=True))


def test_the_kit_says_what_its_pdf_says() -> None:
    made = manuscript(headline="米")
    assert find("kit").remarks(made, find("kit").render(made)) == PDF.remarks(made, PDF.render(made)) != ()
