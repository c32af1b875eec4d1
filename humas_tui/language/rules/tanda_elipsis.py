"""An ellipsis that is not three dots between spaces."""

from __future__ import annotations

import re

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule


def _set_off(match: re.Match[str]) -> str:
    """With its spaces; at the end of a sentence a full stop follows."""
    behind = match.string[match.end() :]
    before = "" if match.string[: match.start()][-1:].isspace() else " "
    if behind[:1] in ("?", "!", ",", ";"):
        return f"{before}..."
    if not behind.strip('"”’) ') or behind[:1] in '"”' or behind[:2].strip().isupper():
        return f"{before}...."
    return f"{before}..." if behind[:1].isspace() else f"{before}... "


def _is_set_off(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether it has three dots, or four, and a space on both sides; at the begin of a line, on one."""
    before = paragraph.text[match.start() - 1] if match.start() else ""
    if before.isalnum() or before == ")":
        return False
    if before.strip():
        return True  # behind a bracket or a quotation mark
    dots = len(match[0]) + 2 * match[0].count("…")
    return dots < 5 and not paragraph.text[match.end() : match.end() + 1].isalnum()


TANDA_ELIPSIS = Rule(
    code="tanda-elipsis",
    level=Level.GAYA,
    title=N_("Ellipsis without its spaces"),
    message=N_("An ellipsis is three dots between spaces, and a fourth where the sentence ends: “{fix}”"),
    why=N_(
        "Three dots show that something is left out or was left unsaid. They have a space on either side; at "
        "the end of a sentence its full stop follows them."
    ),
    eyd=("TI01", "TI04"),
    kind=Patterns(
        (Pattern(r"\.{3,}|…\.*", fix=_set_off, unless=_is_set_off),),
        marks=frozenset(".…"),
    ),
    examples=(
        ("Penyebabnya...belum diketahui.", "Penyebabnya ... belum diketahui."),
        ("Warga hanya bisa menunggu...", "Warga hanya bisa menunggu ...."),
        ("Warga menunggu..., lalu pulang.", "Warga menunggu ..., lalu pulang."),
        ("Warga menunggu ........ lagi.", "Warga menunggu ... lagi."),
    ),
    leave_alone=("Penyebabnya ... belum diketahui ....", "Penyebabnya … belum diketahui."),
)
