"""Word documents: what people and other programs put into them."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from humas_tui.errors import UnreadableFileError
from humas_tui.importers import Draft, docx, read

LEAD = "Pemerintah Kota Sukamaju menyalurkan bantuan Rp64,8 miliar kepada warga, Rabu (18/11/2026)."


def saved(document: Any) -> bytes:
    """The bytes of a document."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    """A ZIP file of parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def release() -> Any:
    """A release as an office types it."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "PEMERINTAH KOTA SUKAMAJU"
    document.add_paragraph("SIARAN PERS")
    document.add_heading("Bantuan Disalurkan kepada Warga", 0)
    lead = document.add_paragraph()
    lead.add_run("SUKAMAJU").bold = True
    lead.add_run(" – " + LEAD)
    document.add_paragraph("bantuan tunai", style="List Bullet")
    document.add_paragraph("bantuan pangan", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Penerima", "1.236 keluarga"
    document.add_paragraph("Penulis: Intan")
    return document


def draft(content: bytes) -> Draft:
    """The draft of a Word document."""
    return read("rilis.docx", content)


def test_release_of_an_office() -> None:
    """Title, dateline, list, table, credit; the header of the page is the office's own."""
    found = draft(saved(release()))
    assert (found.headline, found.place, found.credits) == (
        "Bantuan Disalurkan kepada Warga",
        "SUKAMAJU",
        ("Penulis: Intan",),
    )
    assert found.body == f"{LEAD}\n\n- bantuan tunai\n- bantuan pangan\n\nPenerima – 1.236 keluarga"
    assert found.tags == ()


def _run(text: str, name: str = "w:t") -> Any:
    run = OxmlElement("w:r")
    inner = OxmlElement(name)
    inner.text = text
    inner.set(qn("xml:space"), "preserve")
    run.append(inner)
    return run


def test_tracked_changes_and_content_controls() -> None:
    """What was inserted stands, what was deleted does not, and a filled form field is text."""
    document = Document()
    paragraph = document.add_paragraph("Anggaran ")
    inserted = OxmlElement("w:ins")
    inserted.append(_run("Rp64,8 miliar "))
    deleted = OxmlElement("w:del")
    deleted.append(_run("Rp99 miliar ", "w:delText"))
    control = OxmlElement("w:sdt")
    content = OxmlElement("w:sdtContent")
    content.append(_run("bagi warga"))
    control.append(content)
    paragraph._p.extend([inserted, deleted, control])
    paragraph.add_run(" disalurkan.")
    assert draft(saved(document)).body == "Anggaran Rp64,8 miliar bagi warga disalurkan."


def test_bold_line_is_the_headline() -> None:
    """Most offices do not use the styles of headings."""
    document = Document()
    document.add_paragraph().add_run("BANTUAN DISALURKAN KEPADA WARGA").bold = True
    document.add_paragraph(f"Sukamaju- {LEAD}")
    found = draft(saved(document))
    assert (found.headline, found.place, found.body) == ("BANTUAN DISALURKAN KEPADA WARGA", "Sukamaju", LEAD)


def test_signs_in_the_text_stay_signs() -> None:
    """Neither HTML nor Markdown in between may change them."""
    document = Document()
    document.add_paragraph("Berkas a_b* <b>&amp; [x](y)")
    assert draft(saved(document)).body == "Berkas a_b\\* \\<b>\\&amp; [x\\](y)"


def test_pictures_are_left_out() -> None:
    """Words only: photos are fields of the release."""
    from PIL import Image

    picture = BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    document = Document()
    document.add_paragraph(LEAD)
    document.add_picture(picture)
    assert draft(saved(document)).body == LEAD


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"bukan dokumen",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        saved(Document()),
        saved(release())[:3000],
        packed({"a.txt": b"a"}),
        packed({"word/document.xml": b"<a>"}),
        packed({"word/document.xml": b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
    ],
    ids=["empty", "text", "protected", "no word", "cut off", "zip", "no xml", "document type"],
)
def test_what_is_no_document_is_refused_in_a_sentence(content: bytes) -> None:
    """No traceback, whatever the file is."""
    with pytest.raises(UnreadableFileError, match=r"rilis\.docx"):
        draft(content)


@pytest.mark.parametrize(("name", "limit"), [("media/a.bin", "LARGEST"), ("word/styles.xml", "LARGEST_TEXT")])
def test_bombs_are_refused_before_they_are_unpacked(
    name: str, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file that unpacks to gigabytes; the limits are lowered here to keep the test small."""
    monkeypatch.setattr(docx, limit, 500_000)
    with zipfile.ZipFile(BytesIO(saved(release()))) as archive:
        parts = {member: archive.read(member) for member in archive.namelist()}
    with pytest.raises(UnreadableFileError, match=r"besar|large"):
        draft(packed({**parts, name: bytes(1_000_000)}))


def test_damage_is_refused_or_read() -> None:
    """Bytes overturned, parts missing: an error of ours or a draft."""
    whole = saved(release())
    chance = random.Random(20261118)
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        parts = {member: archive.read(member) for member in archive.namelist()}
    damaged = [whole[: chance.randrange(len(whole))] for _ in range(3)]
    for missing in ("[Content_Types].xml", "word/document.xml", "word/styles.xml", "word/numbering.xml"):
        damaged.append(packed({name: content for name, content in parts.items() if name != missing}))
    for _ in range(6):
        content = bytearray(whole)
        for _ in range(8):
            content[chance.randrange(len(content))] = chance.randrange(256)
        damaged.append(bytes(content))
    refused = 0
    for content in damaged:
        try:
            draft(content)
        except UnreadableFileError:
            refused += 1
    assert refused >= 4
