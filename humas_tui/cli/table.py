"""Rows of data: tab-separated in a pipe, in columns that fit the screen on a terminal.

Refused: rich's Table, which takes 6 s for 10,000 rows where this takes 0.05; what it knows about the width of
characters is used.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import Final

from .output import one_line, put_lines, to_terminal

GAP: Final = "  "


def put_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write the rows to standard output; a terminal also gets the heads of the columns."""
    safe = [row if "".join(row).isprintable() else [one_line(cell) for cell in row] for row in rows]
    if to_terminal():
        put_lines(in_columns(heads, safe, shutil.get_terminal_size().columns))
    else:
        put_lines("\t".join(row) for row in safe)


def in_columns(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """The lines of a table of at most ``width`` columns of the terminal, with a rule below the heads."""
    natural = [max(map(_length, column)) for column in zip(heads, *rows, strict=True)]
    widths = squeezed(natural, width - len(GAP) * (len(heads) - 1))
    rule = ["─" * most for most in widths]
    lines = [GAP.join(map(_fitted, row, widths)).rstrip() for row in (heads, *rows)]
    return [lines[0], GAP.join(rule), *lines[1:]]


def squeezed(widths: Sequence[int], room: int) -> list[int]:
    """The widths made less until they fit into ``room``, always the widest first; none below 1."""
    fitting = list(widths)
    while sum(fitting) > room and max(fitting) > 1:
        fitting[fitting.index(max(fitting))] -= 1
    return fitting


def _length(cell: str) -> int:
    """The columns of the terminal that ``cell`` takes; most are ASCII, which needs no tables."""
    if cell.isascii():
        return len(cell)
    from rich.cells import cell_len

    return cell_len(cell)


def _fitted(cell: str, width: int) -> str:
    """``cell`` cut or filled up to take ``width`` columns of the terminal."""
    surplus = _length(cell) - width
    if surplus <= 0:
        return cell + " " * -surplus
    if cell.isascii():
        return cell[: width - 1] + "…"
    from rich.cells import set_cell_size

    return set_cell_size(cell, width - 1) + "…"
