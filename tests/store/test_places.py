"""The names of what belongs to a data file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from humas_tui.store.places import CONFLICT, DAMAGED, Places


@pytest.mark.parametrize("name", ["humas.json", "humas (1).json", "a+b[c].json", "humas", ".humas"])
def test_numbers_are_found_again_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    places = Places(tmp_path / name)
    names = [places.segment(7).name, places.segment(1_234_567).name, places.retired(3).name]
    names += [places.damaged(2).name, places.conflict(11).name, name, f"x{name}.j000001", f"{name}.j"]
    assert places.numbers(names, ".j") == [7, 1_234_567]
    assert places.numbers(names, ".bak.j") == [3]
    assert places.numbers(names, DAMAGED) == [2]
    assert places.numbers(names, CONFLICT) == [11]


def test_no_two_things_have_one_name(tmp_path: Path) -> None:
    places = Places(tmp_path / "humas.json")
    paths = [places.base, places.before, places.before_new, places.new, places.lock, places.segment(1)]
    paths += [places.retired(1), places.damaged(1), places.conflict(1)]
    assert len(set(paths)) == len(paths)
    assert all(path.parent == tmp_path and path.name.startswith("humas.json") for path in paths)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other links")
def test_a_link_and_a_way_round_lead_to_the_same_places(tmp_path: Path) -> None:
    (tmp_path / "kantor").mkdir()
    (tmp_path / "tautan.json").symlink_to(tmp_path / "kantor" / "humas.json")
    expected = Places.of(tmp_path / "kantor" / "humas.json")
    assert Places.of(tmp_path / "tautan.json") == expected
    assert Places.of(tmp_path / "kantor" / ".." / "kantor" / "humas.json") == expected
