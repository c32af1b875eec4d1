"""The Word document: real headings and lists, styles only, Indonesian, the same bytes each time."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from humas_tui.errors import UnreadableFileError
from humas_tui.model import Contact, Office, Photo
from humas_tui.outlets import Manuscript, find
from humas_tui.outlets.docx import DOCX
from tests.samples import blank

from .pictures import jpeg, png

ROOT = Path(__file__).parents[2]
OFFICE = Office(
    institution="Pemerintah Kota Sukamaju",
    unit="Dinas Kominfo",
    address="Jalan Merdeka 17",
    phone="(022) 5550",
    logo="logo.png",
    boilerplate="Dinas ini melayani.",
    contacts=(Contact(name="Rina", phone="0812-0000-0101"),),
)
BODY = """Paragraf **tebal *dan miring*** ~~coret~~ `kode` [laman](https://a.example/?b=1&c=2) [buruk](ftp:x).
Baris kedua.

### Jadwal

1. satu
2. dua

Antara.

7. tujuh

   lanjutan

   - anak

- butir

> kutipan

```
a  b
```

---
"""


def manuscript(office: Office = OFFICE, **fields: Any) -> Manuscript:
    photos = (Photo(file="a.jpg", caption="Panen", alt="Tiga petani"),)
    release = blank(**{"headline": "Panen Raya", "place": "Cibening", "body": BODY, "photos": photos, **fields})
    return Manuscript(release, office, {"logo.png": png(40, 48), "a.jpg": jpeg()})


def opened(made: Manuscript) -> WordDocument:
    return Document(BytesIO(DOCX.render(made)))


def parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as file:
        return {name: file.read(name).decode() for name in file.namelist() if not name.startswith("word/media/")}


def found(document: WordDocument, path: str) -> list[Any]:
    return list(document.element.xpath(path))


def value(element: BaseOxmlElement, name: str = "w:val") -> str | None:
    return element.get(qn(name))


def styled(document: WordDocument) -> list[tuple[str, str]]:
    return [
        (paragraph.style.style_id if paragraph.style else "", paragraph.text) for paragraph in document.paragraphs
    ]


def said_by(code: str) -> str:
    """What another Python process prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_the_registry_finds_it() -> None:
    assert find("docx") is DOCX
    assert DOCX.pictures


def test_parts_stand_in_print_order_in_their_styles() -> None:
    made = manuscript(number="021/HUMAS", summary="Ringkas.", credits=("Penulis: Sari",))
    assert styled(opened(made)) == [
        ("JenisNaskah", "SIARAN PERS"),
        ("NomorNaskah", "Nomor: 021/HUMAS"),
        ("WaktuSiaran", "Untuk disiarkan segera"),
        ("Heading1", "Panen Raya"),
        ("Subtitle", "Ringkas."),
        ("Normal", "CIBENING – Paragraf tebal dan miring coret kode laman buruk.\nBaris kedua."),
        ("Foto", ""),
        ("Caption", "Panen"),
        ("Heading2", "Jadwal"),
        ("ListNumber", "satu"),
        ("ListNumber", "dua"),
        ("Normal", "Antara."),
        ("ListNumber", "tujuh"),
        ("ListContinue", "lanjutan"),
        ("ListBullet", "anak"),
        ("ListBullet", "butir"),
        ("Quote", "kutipan"),
        ("Verbatim", "a  b"),
        ("Garis", ""),
        ("JudulTentang", "Tentang Dinas Kominfo"),
        ("Tentang", "Dinas ini melayani."),
        ("Heading2", "Narahubung"),
        ("Narahubung", "Rina – 0812-0000-0101"),
        ("Kredit", "Penulis: Sari"),
        ("TandaAkhir", "***"),
    ]


def test_every_style_in_use_is_defined_and_has_an_outline_level_if_a_heading() -> None:
    content = parts(DOCX.render(manuscript()))
    defined = set(re.findall(r'w:styleId="(\w+)"', content["word/styles.xml"]))
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        assert set(re.findall(r'<w:[pr]Style w:val="(\w+)"', content[name])) <= defined
    for level in range(1, 7):
        style = content["word/styles.xml"].split(f'w:styleId="Heading{level}"')[1].split("</w:style>")[0]
        assert f'<w:outlineLvl w:val="{level - 1}"/>' in style


def test_the_body_has_no_font_size_colour_or_indent_of_its_own() -> None:
    content = parts(DOCX.render(manuscript()))
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        assert re.findall(r"<w:(rFonts|sz|szCs|color|ind|jc|spacing)\b", content[name]) == []


def test_an_embargo_has_a_style_of_its_own() -> None:
    moment = datetime.fromisoformat("2026-12-01T09:00:00+07:00")
    style, text = styled(opened(manuscript(embargo=moment)))[1]
    assert (style, text[:14]) == ("Embargo", "EMBARGO sampai")


def test_inline_styles_nest() -> None:
    runs = opened(manuscript()).paragraphs[3].runs
    looks = {
        run.text: (run.bold, run.italic, run.font.strike, run.style.style_id if run.style else "") for run in runs
    }
    assert looks["tebal "][:3] == (True, None, None)
    assert looks["dan miring"][:3] == (True, True, None)
    assert looks["coret"][:3] == (None, None, True)
    assert looks["kode"][3] == "Kode"


def test_a_sound_link_is_a_hyperlink_and_another_stays_text() -> None:
    document = opened(manuscript())
    links = found(document, "//w:hyperlink")
    assert [document.part.rels[value(link, "r:id") or ""].target_ref for link in links] == [
        "https://a.example/?b=1&c=2"
    ]
    external = [relation for relation in document.part.rels.values() if relation.is_external]
    assert len(external) == 1


def test_each_list_is_numbered_anew_from_where_it_starts() -> None:
    document = opened(manuscript())
    numbered = [
        (paragraph.text, *(int(value(mark) or "") for mark in paragraph._p.xpath("w:pPr/w:numPr/*")))
        for paragraph in document.paragraphs
        if paragraph._p.xpath("w:pPr/w:numPr")
    ]
    assert numbered == [("satu", 0, 1), ("dua", 0, 1), ("tujuh", 0, 2), ("anak", 1, 3), ("butir", 0, 4)]
    numbering = document.part.numbering_part.element
    starts = {
        value(number, "w:numId"): [value(start) for start in number.xpath("w:lvlOverride/w:startOverride")]
        for number in numbering.xpath("w:num")
    }
    assert starts == {"1": ["1"], "2": ["7"], "3": [], "4": []}


def test_bullets_are_a_text_character_not_one_of_the_symbol_font() -> None:
    numbering = parts(DOCX.render(manuscript()))["word/numbering.xml"]
    assert '<w:lvlText w:val="•"/>' in numbering
    assert "Symbol" not in numbering


def test_pictures_have_alt_text_four_distances_and_ids_of_their_own() -> None:
    content = parts(DOCX.render(manuscript()))
    both = content["word/header1.xml"] + content["word/document.xml"]
    assert re.findall(r'<wp:docPr id="(\d+)" name="[^"]*" descr="([^"]*)"', both) == [
        ("1", "Logo Pemerintah Kota Sukamaju"),
        ("2", "Tiga petani"),
    ]
    assert both.count('distT="0" distB="0" distL="0" distR="0"') == 2


def test_the_same_photo_twice_is_kept_once() -> None:
    twice = (Photo(file="a.jpg"), Photo(file="a.jpg"))
    with ZipFile(BytesIO(DOCX.render(manuscript(photos=twice)))) as file:
        media = [entry for entry in file.infolist() if entry.filename.startswith("word/media/")]
    assert [entry.filename for entry in media] == ["word/media/logo.png", "word/media/foto1.jpeg"]
    assert {entry.compress_type for entry in media} == {ZIP_STORED}


def test_a_photo_lying_on_its_side_is_turned() -> None:
    made = manuscript()
    turned = Manuscript(made.release, OFFICE, {"a.jpg": jpeg(600, 400, orientation=6)})
    document = opened(turned)
    frame = document.element.find(".//a:xfrm", nsmap)
    extent = document.element.find(".//wp:extent", nsmap)
    assert frame.get("rot") == "5400000"
    assert int(extent.get("cx")) > int(extent.get("cy"))


def test_a_missing_picture_leaves_its_caption_and_no_gap() -> None:
    made = manuscript()
    document = opened(Manuscript(made.release, OFFICE))
    assert ("Caption", "Panen") in styled(document)
    assert not found(document, "//w:drawing")
    assert not document.sections[0].first_page_header.tables


@pytest.mark.parametrize("file", ["a.jpg", "logo.png"])
def test_a_broken_picture_is_named(file: str) -> None:
    made = manuscript()
    broken = Manuscript(made.release, OFFICE, {**made.pictures, file: b"bukan gambar"})
    with pytest.raises(UnreadableFileError, match=file.replace(".", r"\.")):
        DOCX.render(broken)


def test_the_letterhead_stands_on_the_first_page_and_numbers_on_the_others() -> None:
    section = opened(manuscript()).sections[0]
    assert section.different_first_page_header_footer
    table = section.first_page_header.tables[0]
    lines = [paragraph.text for paragraph in table.rows[0].cells[1].paragraphs]
    assert lines == ["Pemerintah Kota Sukamaju", "Dinas Kominfo", "Jalan Merdeka 17", "Telp. (022) 5550"]
    # LibreOffice goes by the columns, Word by the cells: they must agree.
    assert [column.width for column in table.columns] == [cell.width for cell in table.rows[0].cells]
    assert section.footer.paragraphs[0].text == "Halaman 2 dari 2"
    assert re.findall(r"> (\w+) </w:instrText>", section.footer._element.xml) == ["PAGE", "NUMPAGES"]


def test_table_properties_stand_in_the_order_of_the_schema() -> None:
    properties = opened(manuscript()).sections[0].first_page_header.tables[0]._tbl.tblPr
    order = [child.tag.split("}")[1] for child in properties]
    assert order == ["tblW", "tblLayout", "tblCellMar", "tblLook"]


def test_an_office_without_a_name_has_no_letterhead() -> None:
    header = opened(manuscript(office=Office())).sections[0].first_page_header
    assert [paragraph.text for paragraph in header.paragraphs] == [""]
    assert not header.tables


def test_it_is_an_a4_page_with_the_margins_of_official_letters() -> None:
    section = opened(manuscript()).sections[0]
    lengths = (
        section.page_width,
        section.page_height,
        section.left_margin,
        section.right_margin,
        section.bottom_margin,
    )
    assert [round((length or 0) / 360_000, 1) for length in lengths] == [21.0, 29.7, 3.0, 2.0, 2.5]


def test_the_language_is_indonesian_everywhere() -> None:
    content = parts(DOCX.render(manuscript()))
    defaults = content["word/styles.xml"].split("</w:docDefaults>")[0]
    assert 'w:ascii="Arial"' in defaults
    assert '<w:sz w:val="22"/>' in defaults
    assert '<w:lang w:val="id-ID"' in defaults
    assert '<w:themeFontLang w:val="id-ID"/>' in content["word/settings.xml"]
    assert "<dc:language>id-ID</dc:language>" in content["docProps/core.xml"]


def test_the_zoom_has_its_percentage_as_the_schema_wants() -> None:
    assert '<w:zoom w:percent="100"/>' in parts(DOCX.render(manuscript()))["word/settings.xml"]


def test_its_properties_are_those_of_the_release() -> None:
    properties = opened(
        manuscript(summary="Ringkas.", tags=("panen",), hashtags=("Sukamaju",), revision=4)
    ).core_properties
    assert (properties.title, properties.subject, properties.author) == ("Panen Raya", "Ringkas.", "Dinas Kominfo")
    assert (properties.keywords, properties.revision) == ("panen, Sukamaju", 4)
    assert properties.created == properties.modified
    assert str(properties.created).startswith("2026-11-18 02:00:00")


def test_the_same_release_gives_the_same_bytes_in_another_process() -> None:
    digest = "hashlib.sha256(DOCX.render(manuscript())).hexdigest()"
    code = f"import hashlib; from tests.outlets.test_docx import *; print({digest})"
    assert said_by(code) == hashlib.sha256(DOCX.render(manuscript())).hexdigest()
    with ZipFile(BytesIO(DOCX.render(manuscript()))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_program_starts_without_python_docx() -> None:
    libraries = "{'docx', 'typst', 'lxml'}"
    code = f"import sys; from humas_tui.outlets import outlets; outlets(); print({libraries} & set(sys.modules))"
    assert said_by(code) == "set()"


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": ""},
        {"body": ""},
        {"headline": "", "body": "", "place": "", "photos": ()},
        {"headline": "Judul [/] / #panic() 😀 " * 250},
        {"headline": "x" * 5_000},
        {"headline": "a\x00b\x1bc\ud800d\ufffe", "body": "\x01 `\x02` [\x03](https://a.example/\x04)"},
        {"body": "> " * 30 + "x\n\n" + "- " * 30 + "y"},
        {"body": "1.\n2. > x\n3. ```\n   y\n   ```\n999999999. z"},
        {"photos": tuple(Photo(file="a.jpg", caption=str(number)) for number in range(100))},
        {"body": ("Kalimat yang **biasa** saja. " * 12 + "\n\n- butir\n\n") * 600},
    ],
    ids=[
        "no headline",
        "no body",
        "nothing",
        "marks",
        "one word",
        "controls",
        "deep",
        "odd items",
        "photos",
        "long",
    ],
)
def test_whatever_the_release_holds_there_is_a_document(fields: dict[str, Any]) -> None:
    assert opened(manuscript(**fields)).paragraphs
