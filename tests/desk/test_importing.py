"""Importing: a file becomes a draft on the shelf; what cannot be read is told, and nothing is laid out."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from humas_tui.desk import Desk
from humas_tui.errors import NotFoundError, UnreadableFileError
from humas_tui.model import Status
from tests.fakes import FixedClock, MemoryClipboard, MemoryFiles, MemoryStore, MemoryVault
from tests.samples import STEMS, office, release

pytestmark = pytest.mark.usefixtures("english")


def made(**files: bytes) -> Desk:
    contents = {str(Path(name).absolute()): content for name, content in files.items()}
    return Desk(MemoryStore(), FixedClock(), MemoryClipboard(), MemoryFiles(**contents), MemoryVault(), office())


def test_a_file_becomes_a_draft_that_is_not_kept_yet() -> None:
    desk = made(**{"rilis.md": b"---\nheadline: Judul\nplace: Cisarua\n---\n\nIsi **tebal**.\n"})
    draft = desk.importing.bring_in(Path("rilis.md"))
    assert (draft.headline, draft.place, draft.body) == ("Judul", "Cisarua", "Isi **tebal**.")
    assert (draft.status, draft.revision, draft.created) == (Status.DRAF, 1, desk.clock.now())
    assert desk.shelf.get(draft.id) is draft
    assert desk.store.all() == []


def test_a_file_brought_in_twice_makes_two_drafts() -> None:
    desk = made(**{"rilis.txt": b"Judul\n\nIsi.\n"})
    one, two = (desk.importing.bring_in(Path("rilis.txt")) for _ in range(2))
    assert one.id != two.id
    assert len(desk.shelf) == 2


@pytest.mark.parametrize("stem", STEMS)
def test_status_number_and_name_are_never_taken_from_a_file(stem: str) -> None:
    """A draft that comes in as released would go round every gate."""
    from tests.samples import FOLDER

    desk = made(**{"rilis.md": (FOLDER / "releases" / f"{stem}.md").read_bytes()})
    draft = desk.importing.bring_in(Path("rilis.md"))
    assert (draft.status, draft.number, draft.revision) == (Status.DRAF, None, 1)
    assert draft.id != release(stem).id
    assert draft.headline == release(stem).headline


def test_a_file_that_is_not_there() -> None:
    desk = made()
    with pytest.raises(NotFoundError, match=r"tidak-ada\.txt"):
        desk.importing.bring_in(Path("tidak-ada.txt"))
    assert len(desk.shelf) == 0


def test_a_format_that_is_not_known_is_told_before_the_file_is_read() -> None:
    with pytest.raises(UnreadableFileError, match="docx"):
        made().importing.bring_in(Path("rilis.pages"))


@pytest.mark.parametrize("number", [errno.EACCES, errno.EISDIR, errno.EIO])
def test_a_file_that_cannot_be_read_is_told_in_the_words_of_the_system(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: MemoryFiles, _name: str) -> bytes:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(MemoryFiles, "read", refuse)
    desk = made()
    with pytest.raises(UnreadableFileError, match=os.strerror(number)):
        desk.importing.bring_in(Path("rilis.docx"))
    assert len(desk.shelf) == 0


@pytest.mark.parametrize("name", ["rilis.docx", "rilis.eml", "rilis.txt", "rilis.md", "rilis.html"])
def test_a_file_that_is_not_what_it_claims_leaves_the_shelf_as_it_was(name: str) -> None:
    desk = made(**{name: b"\x00\x01\x02" * 10 if name.endswith("docx") else b""})
    with pytest.raises(UnreadableFileError):
        desk.importing.bring_in(Path(name))
    assert len(desk.shelf) == 0
