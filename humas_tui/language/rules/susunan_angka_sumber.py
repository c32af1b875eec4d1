"""Figures without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Neighbours
from ..prose import Paragraph
from ..rule import Rule

_FIGURE: Final = re.compile(r"\b\d+(?:[.,]\d+)*\s*(?:persen\b|%)")
_SOURCE: Final = re.compile(
    r"\b(?:menurut|berdasarkan|data|survei|mencatat|tercatat|catatan|hasil|laporan|sensus|statistik|dihitung|target|"
    r"kata|ujar|ungkap|tutur|jelas|papar|ucap|imbuh|tambah)(?:nya)?\b",
    re.IGNORECASE,
)


def find(before: Paragraph | None, paragraph: Paragraph, after: Paragraph | None) -> Iterator[Hit]:
    """A percentage in a paragraph of the body, where nothing around says where it comes from."""
    match = _FIGURE.search(paragraph.text)
    if match is None or paragraph.role != "body":
        return
    around = (one.text for one in (before, paragraph, after) if one is not None)
    if not any(map(_SOURCE.search, around)):
        yield Hit(match.start(), match.end())


SUSUNAN_ANGKA_SUMBER = Rule(
    code="susunan-angka-sumber",
    level=Level.GAYA,
    title=N_("Figure without a source"),
    message=N_("Where does {found} come from? Name the source and the time of the data."),
    why=N_(
        "Journalists print a figure with its source only: who counted, when. Without it the figure is left out."
    ),
    source="Praktik siaran pers: data dengan sumbernya",
    kind=Neighbours(find, marks=frozenset("%n")),
    examples=(
        (
            "Angka tengkes turun 12 persen.",
            "Angka tengkes turun 12 persen, menurut survei Dinas Kesehatan pada September 2026.",
        ),
    ),
    leave_alone=("“Angka tengkes turun 12 persen,” ujar Sekar.", "Sebanyak 312 rumah terendam."),
)
