"""Letterheads as offices have them, each made in its own way: by python-docx, by LibreOffice, and written as Word
writes them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.shared import Cm

from .pictures import jpeg, png

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def by_python_docx(*paragraphs: str, width: float = 21.0) -> bytes:
    """The default document of python-docx with a header, a footer, and ``paragraphs``; ``width`` in cm."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Cm(width), Cm(3), Cm(2)
    section.header.paragraphs[0].text = "PEMERINTAH KOTA SUKAMAJU"
    section.header.paragraphs[0].add_run().add_picture(BytesIO(png(40, 48)))
    section.footer.paragraphs[0].text = "Jalan Merdeka 17"
    for text in paragraphs:
        document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def by_libreoffice(folder: Path) -> bytes:
    """What LibreOffice writes of a document. Skips the test where there is none."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    source = folder / "kop.docx"
    source.write_bytes(by_python_docx("Perihal: siaran pers", "", ""))
    home = f"-env:UserInstallation=file://{folder}/office"
    for suffix in ("odt", "docx"):  # over its own format: nothing of what was read is passed on
        source = source.with_suffix(".docx" if suffix == "odt" else ".odt")
        command = [soffice, home, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=100)
    return (folder / "kop.docx").read_bytes()


def as_word(body: str = "<w:p/>", **changes: bytes | None) -> bytes:
    """As a Word in Indonesian writes it: style ids in its language, a list, a photo with a drawing number of its
    own, pictures in the header in kinds that releases do not have. ``changes`` replace parts, by their names with
    ``_`` for ``/`` and ``.``; None takes one out."""
    parts = {**_word_parts(body)}
    for name, content in changes.items():
        real = next(part for part in parts if part.replace("/", "_").replace(".", "_") == name)
        if content is None:
            del parts[real]
        else:
            parts[real] = content
    return zipped(parts)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A ZIP file of parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


def relations(*targets: tuple[str, str]) -> bytes:
    """A part of relations, each by its kind and its target."""
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{inside}</Relationships>'.encode()


RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _word_parts(body: str) -> dict[str, bytes]:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("header1", "header"),
        )
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="jpg" ContentType="image/jpeg"/>'
        f'<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="emf" ContentType="image/x-emf"/>'
        f"{overrides}</Types>"
    )
    document = (
        f"<w:document {SPACES}><w:body>"
        '<w:p><w:pPr><w:pStyle w:val="DaftarParagraf"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
        f"</w:pPr><w:r><w:t>Lampiran</w:t></w:r></w:p><w:p><w:r>{_picture(7, 'rId6')}</w:r></w:p>{body}"
        '<w:p><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p><w:p/>'
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="12189" w:h="18709"/>'
        '<w:pgMar w:top="2268" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" '
        'w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    header = (
        f"<w:hdr {SPACES}><w:p><w:r>{_picture(2, 'rId1')}</w:r><w:r><w:t>DINAS KOMINFO</w:t></w:r></w:p>"
        f"<w:p><w:r>{_picture(3, 'rId2')}</w:r></w:p></w:hdr>"
    )
    styles = (
        f'<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Biasa">'
        '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Judul1">'
        '<w:name w:val="Heading 1"/>'
        '<w:basedOn w:val="Biasa"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:sz w:val="40"/></w:rPr>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/><w:basedOn w:val="Biasa"/>'
        '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="character" w:styleId="Kredit"><w:name w:val="Huruf Kredit"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="DaftarParagraf"><w:name w:val="List Paragraph"/>'
        "</w:style></w:styles>"
    )
    numbering = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:nsid w:val="1A2B3C01"/>'
        '<w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num><w:numIdMacAtCleanup w:val="2"/></w:numbering>'
    )
    return {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": document.encode(),
        "word/_rels/document.xml.rels": relations(
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            ("settings", "settings.xml"),
            ("header", "header1.xml"),
            ("hyperlink", "#"),
            ("image", "media/foto1.jpeg"),
        ).replace(b'Target="#"', b'Target="https://kota.example" TargetMode="External"'),
        "word/styles.xml": styles.encode(),
        "word/numbering.xml": numbering.encode(),
        "word/settings.xml": f"<w:settings {SPACES}/>".encode(),
        "word/header1.xml": header.encode(),
        "word/_rels/header1.xml.rels": relations(("image", "media/image1.jpg"), ("image", "media/image2.emf")),
        "word/media/foto1.jpeg": jpeg(30, 20),
        "word/media/image1.jpg": jpeg(50, 60),
        "word/media/image2.emf": b"\x01\x00\x00\x00 EMF",
    }


def _picture(number: int, relation: str) -> str:
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="720000" cy="720000"/>'
        f'<wp:docPr id="{number}" name="Gambar {number}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Gambar"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="720000" cy="720000"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom>"
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
