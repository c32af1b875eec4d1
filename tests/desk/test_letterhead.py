"""The letterhead of the office's own, and what is told of a PDF, on the way out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from msgspec.structs import replace

from humas_tui.desk import Desk
from humas_tui.errors import UnreadableFileError
from humas_tui.model import Office
from humas_tui.outlets import find
from tests.fakes import FixedClock, MemoryClipboard, MemoryFiles, MemoryStore, MemoryVault
from tests.outlets.letterheads import by_python_docx
from tests.samples import blank

OUT = Path("/out")


def made(**files: bytes) -> tuple[Desk, MemoryFiles]:
    held = MemoryFiles(**files)
    office = Office(institution="Pemerintah Kota", letterhead="kop.docx")
    return Desk(MemoryStore(), FixedClock(), MemoryClipboard(), held, MemoryVault(), office), held


@pytest.mark.parametrize("name", ["docx", "kit"])
def test_word_and_kit_are_made_in_the_letterhead(name: str) -> None:
    desk, held = made(**{"kop.docx": by_python_docx()})
    (exported,) = desk.releasing.export([blank(headline="Panen")], [find(name)], OUT)
    content = held.contents[str(exported.path)]
    if name == "kit":
        with ZipFile(BytesIO(content)) as kit:
            content = kit.read(next(inside for inside in kit.namelist() if inside.endswith(".docx")))
    section = Document(BytesIO(content)).sections[0]
    assert section.header.paragraphs[0].text.startswith("PEMERINTAH KOTA SUKAMAJU")


def test_a_letterhead_that_is_gone_or_none_is_named_and_stops_nothing_else() -> None:
    for files in ({}, {"kop.docx": b"bukan dokumen"}):
        desk, _held = made(**files)
        told = list(desk.releasing.export([blank(headline="Panen")], [find("docx"), find("pdf")], OUT, force=True))
        assert isinstance(told[0].error, UnreadableFileError)
        assert "kop.docx" in str(told[0].error)
        assert told[1].path is not None


@pytest.mark.parametrize("name", ["pdf", "kit"])
def test_a_character_without_a_glyph_is_a_caution(name: str) -> None:
    desk, _held = made(**{"kop.docx": by_python_docx()})
    (exported,) = desk.releasing.export([blank(headline="Panen 米")], [find(name)], OUT)
    assert exported.path is not None
    assert [("米" in one, "PDF/UA" in one) for one in exported.cautions] == [(True, False), (False, True)]


def test_the_preview_names_the_letterhead_that_the_document_is_made_in() -> None:
    release, ours = (
        blank(headline="Panen", body="Isi."),
        Office(institution="Pemerintah Kota", boilerplate="Kami."),
    )
    own = replace(ours, letterhead="/kop/kop.docx")
    for office, first in ((ours, "Pemerintah Kota"), (own, "Kertas kop: kop.docx")):
        lines = ["".join(run.text for run in one.runs) for one in find("docx").preview(release, office)]
        assert lines[0] == first
        assert ("Pemerintah Kota" in lines) is (office is ours)
        assert {"SIARAN PERS", "Panen", "Isi.", "Tentang Pemerintah Kota"} <= set(lines)
    assert find("pdf").preview(release, own) == find("pdf").preview(release, ours)
