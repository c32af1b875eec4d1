"""The full stop of a quoted sentence behind its closing mark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..speech import USED, endings

_DOUBLE: Final = N_("One full stop is enough, before the closing quotation mark.")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for ending in endings(paragraph):
        behind = ending.mark + 1
        last = text[ending.mark - 1 : ending.mark]
        if text[behind : behind + 1] != "." or text[behind + 1 : behind + 2] not in ("", " "):
            continue
        mark = text[ending.mark]
        if last == "." or (ending.speech and last in ("!", "?")):
            yield Hit(ending.mark - 1, behind + 1, (f"{last}{mark}",), message=_DOUBLE)
        elif ending.speech and (last.isalnum() or last in (")", "%")):
            yield Hit(ending.mark, behind + 1, (f".{mark}",))


PETIK_TITIK_LUAR = Rule(
    code="petik-titik-luar",
    level=Level.GALAT,
    title=N_("Full stop on the wrong side of the closing quotation mark"),
    message=N_("The full stop of a quoted sentence stands before the closing mark: {fix}"),
    why=N_(
        "A quoted sentence brings its own full stop, question mark or exclamation mark; the closing quotation "
        "mark stands behind it, and nothing more. A title or a term inside a sentence has none."
    ),
    eyd=("TJ01",),
    kind=Judgement(_find, marks=frozenset(USED)),
    examples=(
        ("Rina menegaskan, “Pelayanan dibuka lagi besok”.", "Rina menegaskan, “Pelayanan dibuka lagi besok.”"),
        ("Rina bertanya, “Apakah warga sudah tahu?”.", "Rina bertanya, “Apakah warga sudah tahu?”"),
    ),
    leave_alone=(
        "Rina menegaskan, “Pelayanan dibuka lagi besok.”",
        "Mereka menonton film “Ada Apa dengan Kota Kita?”.",
        "Lomba itu bertema “Bersama Menjaga Kota Kita Bersih”.",
    ),
)
