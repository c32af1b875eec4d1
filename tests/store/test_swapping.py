"""Files put in the place of others, all or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from humas_tui.errors import UnwritableError
from humas_tui.store.swapping import Swap


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything in a folder; None for folders."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.jpg").write_bytes(b"lama")
    return tmp_path


def prepared(folder: Path, swap: Swap) -> None:
    swap.prepare(folder / "a.jpg", [b"ba", b"ru"])
    swap.prepare(folder / "deep" / "deeper" / "b.jpg", [b"dua"])


def test_all_of_them(folder: Path) -> None:
    with Swap() as swap:
        prepared(folder, swap)
        assert (folder / "a.jpg").read_bytes() == b"lama", "not before it is said"
        swap.commit()
    assert tree(folder) == {"a.jpg": b"baru", "deep": None, "deep/deeper": None, "deep/deeper/b.jpg": b"dua"}


def fail(*_: object) -> Iterator[bytes]:
    """Half of a file, then an error."""
    yield b"setengah"
    raise KeyError


def attempt(folder: Path, *acts: Callable[[Swap], object]) -> None:
    """A swap of two files, in which these things are done."""
    with Swap() as swap:
        prepared(folder, swap)
        for act in acts:
            act(swap)


def test_none_of_them_where_something_fails_before(folder: Path) -> None:
    before = tree(folder)
    with pytest.raises(KeyError):
        attempt(folder, lambda swap: swap.prepare(folder / "c.jpg", fail()))
    assert tree(folder) == before


def test_none_of_them_where_something_fails_afterwards(folder: Path) -> None:
    before = tree(folder)
    with pytest.raises(KeyError):
        attempt(folder, Swap.commit, lambda swap: list(fail()))
    assert tree(folder) == before


def test_none_of_them_where_one_has_no_place_any_more(folder: Path) -> None:
    def take_away(swap: Swap) -> None:
        shutil.rmtree(folder / "deep")

    before = tree(folder)
    with pytest.raises(UnwritableError):
        attempt(folder, take_away, Swap.commit)
    assert tree(folder) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has other links")
def test_a_link_that_is_replaced_comes_back(folder: Path) -> None:
    link = folder / "c.jpg"
    link.symlink_to("a.jpg")
    seen: list[bool] = []
    with pytest.raises(KeyError):
        attempt(
            folder,
            lambda swap: swap.prepare(link, [b"baru"]),
            Swap.commit,
            lambda swap: seen.append(link.is_symlink()),
            lambda swap: list(fail()),
        )
    assert seen == [False]
    assert link.readlink() == Path("a.jpg")
