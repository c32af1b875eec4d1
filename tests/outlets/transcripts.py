"""What a binary file says, as text: what is kept of it as a golden file.

The bytes of a Word file or a PDF change with the version of a library; what a reader finds in them must not.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def docx(content: bytes) -> str:
    """A line for each paragraph, headers first and footers last: its style, and what it shows."""
    with ZipFile(BytesIO(content)) as file:
        names = [name for name in file.namelist() if name.startswith("word/") and name.endswith(".xml")]
        parts = [
            name
            for kind in ("word/header", "word/document", "word/footer")
            for name in sorted(names)
            if name.startswith(kind)
        ]
        return "".join(line for part in parts for line in _paragraphs(part, file.read(part)))


def _paragraphs(part: str, content: bytes) -> Iterator[str]:
    yield f"-- {part}\n"
    for paragraph in ElementTree.fromstring(content).iter(f"{WORD}p"):
        style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
        name = "" if style is None else style.get(f"{WORD}val", "")
        yield f"{name}\t{''.join(map(_shown, paragraph.iter()))}\n"


def _shown(element: ElementTree.Element) -> str:
    if element.tag in (f"{WORD}t", f"{WORD}instrText"):
        return element.text or ""
    if element.tag == f"{DRAWING}docPr":
        return f"[{element.get('descr', '')}]"
    return {f"{WORD}br": " / ", f"{WORD}tab": " "}.get(element.tag, "")


def pdf(content: bytes) -> str:
    """The words in the order of the content stream, one a line: where lines end depends on the tool."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext (poppler) is not installed")
    shown = subprocess.run(
        [tool, "-raw", "-enc", "UTF-8", "-", "-"], input=content, capture_output=True, check=True
    )
    return "".join(f"{word}\n" for word in shown.stdout.decode().split())


def archive(content: bytes) -> str:
    """The names of the files inside, and what the list of the photos says."""
    with ZipFile(BytesIO(content)) as file:
        names = file.namelist()
        listed = [f"-- {name}\n{file.read(name).decode()}" for name in names if name == "foto.txt"]
        return "".join((*(f"{name}\n" for name in names), *listed))


#: By the suffix of the outlet. Every other outlet is kept byte for byte.
TRANSCRIPTS: dict[str, Callable[[bytes], str]] = {"docx": docx, "pdf": pdf, "zip": archive}
