"""The program's own two themes: night desk and day desk. Textual's others stay to choose from."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

NIGHT: Final = Theme(
    name="humas-malam",
    primary="#3FA796",
    secondary="#7FB5B5",
    accent="#E3B23C",
    foreground="#DDE6E4",
    background="#10191B",
    surface="#152123",
    panel="#1C2C2F",
    success="#6CBF84",
    warning="#E3B23C",
    error="#E5675F",
    dark=True,
)
DAY: Final = Theme(
    name="humas-siang",
    primary="#0B6E5F",
    secondary="#3C7A78",
    accent="#8A5A00",
    foreground="#1D2A2A",
    background="#F4F2EC",
    surface="#FBFAF6",
    panel="#E7E4DA",
    success="#1E7A3C",
    warning="#8A5A00",
    error="#B3261E",
    dark=False,
)
