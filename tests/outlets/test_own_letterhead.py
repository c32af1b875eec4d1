"""A letterhead of the user's own: it stays as it is, the release is in it, and what is doubtful is refused."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings

from humas_tui.errors import UnreadableFileError
from humas_tui.model import Office, Photo, Release
from humas_tui.outlets import Manuscript, find
from humas_tui.outlets._docx_letterhead import letterhead
from tests import samples

from .letterheads import as_word, by_libreoffice, by_python_docx, relations, zipped
from .pictures import jpeg, png
from .strategies import OFFICES, RELEASES
from .word_rules import faults

FILE = "kop.docx"
MARKED = "<w:p><w:r><w:t>{{isi}}</w:t></w:r></w:p>"
BODY = "Paragraf [laman](https://a.example).\n\n## Jadwal\n\n1. satu\n2. dua\n\n- butir\n\n> kutipan\n\n`kode`"


def rendered(own: bytes, **fields: Any) -> bytes:
    photos = (Photo(file="a.jpg", caption="Panen", alt="Tiga petani"), Photo(file="b.png"))
    release = samples.blank(**{"headline": "Panen Raya", "body": BODY, "photos": photos, **fields})
    office = Office(institution="Pemerintah Kota", letterhead=FILE, end_mark="***")
    return find("docx").render(Manuscript(release, office, {FILE: own, "a.jpg": jpeg(), "b.png": png()}))


def made(own: bytes, **fields: Any) -> bytes:
    content = rendered(own, **fields)
    assert set(faults(content)) <= set(faults(own))  # LibreOffice has two styles of one name
    return content


def opened(content: bytes) -> WordDocument:
    return Document(BytesIO(content))


def texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in opened(content).paragraphs]


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_what_is_in_the_letterhead_stays_and_our_own_is_left_out() -> None:
    content = made(by_python_docx("Perihal: siaran pers", "", " "))
    section = opened(content).sections[0]
    assert section.header.paragraphs[0].text.startswith("PEMERINTAH KOTA SUKAMAJU")
    assert section.footer.paragraphs[0].text == "Jalan Merdeka 17"
    assert texts(content)[:3] == ["Perihal: siaran pers", "SIARAN PERS", "Untuk disiarkan segera"]
    assert texts(content)[-1] == "***"
    assert b"KopNama" not in parts(content)["word/styles.xml"]


@pytest.mark.parametrize("mark", ["{{rilis}}", "{{ isi }}", " {{ RILIS }} "])
def test_the_release_goes_where_the_mark_is(mark: str) -> None:
    found = texts(made(by_python_docx("Sebelum", mark, "Sesudah")))
    assert (found[0], found[1], found[-2], found[-1]) == ("Sebelum", "SIARAN PERS", "***", "Sesudah")


def test_a_mark_in_several_runs_in_a_cell_and_at_the_end_of_a_section_is_found() -> None:
    document = opened(by_python_docx())
    cell = document.add_table(1, 1).cell(0, 0)
    for piece in ("{{", "rilis", "}}"):
        cell.paragraphs[0].add_run(piece)
    assert opened(saved(document)).tables[0].cell(0, 0).text == "{{rilis}}"
    assert opened(made(saved(document))).tables[0].cell(0, 0).text.startswith("SIARAN PERS\nUntuk disiarkan")
    section = opened(by_python_docx())
    last = section.add_paragraph("{{rilis}}")
    last._p.get_or_add_pPr().append(section.element.body.sectPr.clone())
    content = made(saved(section))
    assert len(opened(content).sections) == 2
    assert "{{" not in "".join(texts(content))


def saved(document: WordDocument) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_styles_lists_drawings_and_pictures_do_not_clash() -> None:
    content = made(as_word())
    document = opened(content)
    styles = {paragraph.text: paragraph.style.style_id for paragraph in document.paragraphs if paragraph.style}
    assert styles["Panen Raya"] == "Judul1"  # by its name, in Word's spelling of it
    assert styles["Jadwal"] == "Heading2"  # theirs numbers its paragraphs
    assert styles["Paragraf laman."] == "Biasa"
    names = parts(content)
    assert names["word/media/foto1.jpeg"] == jpeg(30, 20)
    assert names["word/media/foto-1.jpeg"] == jpeg()
    assert names["word/media/image2.emf"].endswith(b"EMF")
    assert names["word/media/image1.jpg"] == jpeg(50, 60)
    lists = document.element.body.xpath(".//w:numPr/w:numId/@w:val")
    assert lists == ["3", "4", "4", "5"]
    assert document.part.rels["rId5"].target_ref == "https://kota.example"
    (start,) = document.part.numbering_part.element.xpath("w:num[@w:numId=4]/w:abstractNumId/@w:val")
    assert start == "2"


def test_the_letterhead_of_libreoffice(tmp_path: Path) -> None:
    content = made(by_libreoffice(tmp_path))
    assert texts(content)[:2] == ["Perihal: siaran pers", "SIARAN PERS"]
    assert "PEMERINTAH KOTA SUKAMAJU" in opened(content).sections[0].header.paragraphs[0].text


def test_a_document_without_styles_or_numbering_gets_ours() -> None:
    bare = {
        "word__rels_document_xml_rels": relations(("image", "media/foto1.jpeg")).replace(b"rId1", b"rId6"),
        "word_document_xml": parts(as_word())["word/document.xml"]
        .replace(b'<w:headerReference w:type="default" r:id="rId4"/>', b"")
        .replace(b'<w:pStyle w:val="DaftarParagraf"/>', b"")
        .replace(b'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>', b""),
    }
    gone = ("styles_xml", "numbering_xml", "settings_xml", "header1_xml", "_rels_header1_xml_rels")
    content = made(as_word(**bare, **{f"word_{name}": None for name in gone}))
    assert "Panen Raya" in texts(content)
    assert b'w:styleId="JenisNaskah"' in parts(content)["word/styles.xml"]


def test_a_photo_is_no_wider_than_the_text() -> None:
    for width, expected in ((21.0, 13.0), (10.0, 5.0)):
        pictures = opened(made(by_python_docx(width=width))).inline_shapes
        assert pictures[0].width.cm == pytest.approx(expected, abs=0.02)


def test_the_same_release_gives_the_same_bytes() -> None:
    first = made(as_word())
    letterhead.cache_clear()
    assert made(as_word()) == first == made(as_word())


@given(RELEASES, OFFICES)
@example(samples.blank(), Office())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_whatever_the_release_holds_the_document_keeps_to_the_rules(release: Release, office: Office) -> None:
    """In a letterhead and under our own kop."""
    pictures = {photo.file: jpeg() for photo in release.photos} | {
        FILE: as_word("<w:p><w:r><w:t>{{isi}}</w:t></w:r></w:p>")
    }
    for sender in (office, Office(letterhead=FILE)):
        content = find("docx").render(Manuscript(release, sender, pictures))
        assert faults(content) == []


@pytest.mark.parametrize("stem", samples.STEMS)
def test_every_sample_keeps_to_the_rules(stem: str) -> None:
    assert faults(find("docx").render(samples.manuscript(stem))) == []


def changed(part: str, *change: bytes) -> bytes:
    found = parts(by_python_docx())
    found[part] = found[part].replace(*change)
    return zipped(found)


def outside(kind: str, target: str = "file:///C:/a.dotm", mode: str = "External") -> bytes:
    relation = f'<Relationship Id="rId99" Type="x/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    return changed("word/_rels/document.xml.rels", b"</Relationships>", relation.encode())


OPEN_XML = b"http://schemas.openxmlformats.org/"
ENTITY = b'<!DOCTYPE a [<!ENTITY b "c">]>'
DOCUMENT = b"wordprocessingml.document.main"
REFUSED = {
    "no file": (b"", "rusak"),
    "a picture": (png(), "rusak"),
    "a zip": (zipped({"a.txt": b"a"}), "rusak"),
    "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "sandi"),
    "macros": (changed("[Content_Types].xml", DOCUMENT, b"macroEnabled.main"), "makro"),
    "a template": (changed("[Content_Types].xml", DOCUMENT, b"wordprocessingml.template.main"), "templat"),
    "a spreadsheet": (changed("[Content_Types].xml", DOCUMENT, b"spreadsheetml.sheet.main"), "rusak"),
    "strict": (changed("word/document.xml", OPEN_XML, b"http://purl.oclc.org/ooxml/"), "ketat"),
    "a template of its own": (outside("attachedTemplate"), "attachedTemplate: file:///C:/a.dotm"),
    "a picture elsewhere": (outside("image", "https://a.example/a.png"), "https://a.example/a.png"),
    "a program": (outside("oleObject", "a.bin", "Internal"), "oleObject"),
    "a part that is not there": (outside("image", "tidak.png", "Internal"), "rusak"),
    "entities": (changed("word/document.xml", b"<w:document", ENTITY + b"<w:document"), "rusak"),
    "too large": (bytes(10 * 1024 * 1024 + 1), "10 MB"),
    "a bomb": (zipped({"word/document.xml": bytes(9 * 1024 * 1024)}), "diekstrak"),
    "many parts": (zipped({f"{number}.xml": b"" for number in range(1001)}), "diekstrak"),
    "deep": (changed("word/document.xml", b"<w:body>", b"<w:body>" + b"<w:p>" * 500 + b"</w:p>" * 500), "rusak"),
    "two marks": (by_python_docx("{{rilis}}", "{{isi}}"), "lebih dari sekali"),
    "words beside the mark": (by_python_docx("Isi: {{isi}}"), "sendirian"),
    "a mark in a frame": (
        as_word(f"<w:p><w:r><w:pict><w:txbxContent>{MARKED}</w:txbxContent></w:pict></w:r></w:p>"),
        "kotak teks",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_built_upon_is_refused_in_a_sentence(name: str) -> None:
    content, reason = REFUSED[name]
    with pytest.raises(UnreadableFileError, match=reason) as told:
        letterhead(content, FILE)
    assert str(told.value).startswith(f"{FILE} ")
    assert "\n" not in str(told.value)


def test_damage_is_refused_or_survived() -> None:
    """Every byte turned in turn, one in 97: a document, or one sentence."""
    sound = as_word()
    refused = 0
    for place in range(0, len(sound), 97):
        damaged = sound[:place] + bytes([sound[place] ^ 0x55]) + sound[place + 1 :]
        try:
            letterhead(damaged, FILE)
        except UnreadableFileError:
            refused += 1
    assert refused > 0


def test_a_value_that_is_missing_or_none_is_refused_or_survived() -> None:
    """Every attribute in turn: gone, empty, a word where a number must be."""
    sound = parts(as_word())
    tried = refused = 0
    for name, text in sound.items():
        for found in re.finditer(rb' (?!xmlns)([\w:]+)="[^"]*"', text) if name.endswith((".xml", ".rels")) else ():
            for value in (b"", b' %s=""' % found[1], b' %s="x"' % found[1]):
                changed = text[: found.start()] + value + text[found.end() :]
                tried += 1
                try:
                    rendered(zipped(sound | {name: changed}))
                except UnreadableFileError:
                    refused += 1
    print(tried, "values,", refused, "documents refused")
    assert 0 < refused < tried


def test_a_paper_measured_in_millimetres_is_measured() -> None:
    found = parts(as_word())
    found["word/document.xml"] = found["word/document.xml"].replace(b'w:w="12189"', b'w:w="120mm"')
    assert letterhead(zipped(found), FILE).ground.photo_width == pytest.approx(12 - 5, abs=0.01)


def test_no_entity_is_followed_and_numbers_of_a_letterhead_made_by_us_are_free() -> None:
    """A release as the letterhead of another: styles, lists and drawings of ours are there already."""
    first = made(by_python_docx())
    content = made(first)
    assert texts(content).count("SIARAN PERS") == 2
    assert opened(content).element.body.xpath(".//w:numPr/w:numId/@w:val") == (
        ["10", "10", "11", "12", "12", "13"]  # python-docx's own document has nine
    )
    assert qn("w:numbering") == opened(content).part.numbering_part.element.tag
