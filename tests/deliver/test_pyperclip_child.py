"""When a text read back counts as the one sent."""

from __future__ import annotations

import pytest

from humas_tui.deliver.pyperclip_child import arrived, read_back


@pytest.mark.parametrize(
    ("sent", "found", "same"),
    [
        ("a\nb\n", "a\r\nb", True),
        ("a", "a\n", True),
        ("a", "b", False),
        ("a", "", False),
        ("", "", False),
        ("\n", "", False),
        ("a b", "a  b", False),
        ("a\0b", "a", False),  # Windows ends a text at NUL
    ],
)
def test_what_counts_as_arrived(sent: str, found: str, same: bool) -> None:
    assert arrived(sent, found) is same


def test_an_early_look_is_repeated() -> None:
    seen = iter(["lama", "lama", "baru"])
    assert read_back("baru", lambda: next(seen))


def test_looking_ends() -> None:
    looks: list[None] = []

    def paste() -> str:
        looks.append(None)
        return "lama"

    assert not read_back("baru", paste)
    assert len(looks) == 6
