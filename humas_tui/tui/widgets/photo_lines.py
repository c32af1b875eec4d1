"""A photo in words: its entry in a list, and the card that stands for it where it cannot be seen."""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from ...errors import HumasError
from ...i18n import _, current
from ...model import SUBJECTS, Photo
from ...text.clean import clean_line

if TYPE_CHECKING:
    from ...desk.photographing import Seen
    from ...outlets.darkroom import Look


def entry(photo: Photo) -> Option:
    """What it shows, or the name of its file; then what is missing, or who took it."""
    name = clean_line(PureWindowsPath(photo.file[:300]).name)
    first = Content.styled(clean_line(photo.caption[:300]) or name, "bold")
    wanting = missing(photo)
    second = Content.styled(" · ".join(wanting), "$warning") if wanting else _quiet(photo.photographer or name)
    return Option(Content.assemble(first, "\n", second))


def missing(photo: Photo) -> list[str]:
    """What should still be said of it, the gravest first."""
    found = []
    if photo.unpermitted:
        found.append(_("no permission"))
    if not photo.caption.strip():
        found.append(_("no caption"))
    if not photo.alt.strip():
        found.append(_("no description"))
    return found


def facts(photo: Photo | None, seen: Seen | HumasError | None) -> Content:
    """The card: the name of the file; how large it is and which way it lies, or why it cannot be seen; and that it
    may not be shown, where that is so."""
    if photo is None:
        return Content("")
    lines = [Content.styled(clean_line(photo.file[:300]), "bold")]
    if isinstance(seen, HumasError):
        lines.append(Content.styled(clean_line(str(seen)), "$error"))
    else:
        lines.append(_quiet(_("opening …") if seen is None else described(seen)))
    if photo.unpermitted:
        whom = _(" and ").join(_(SUBJECTS[one]) for one in photo.unpermitted)
        told = _("Shows {whom}: it is exported only once the permission is noted.").format(whom=whom)
        lines.append(Content.styled(told, "$warning"))
    return Content("\n").join(lines)


def described(seen: Seen) -> str:
    """``JPEG · 1600 × 1067 · landscape · 0.2 MB``."""
    from babel.numbers import format_decimal

    look = seen.look
    size = format_decimal(max(seen.size / 1_000_000, 0.01), format="#,##0.##", locale=current())
    parts = [look.kind, f"{look.width} × {look.height}", _shape(look), f"{size} MB"]
    if look.turned:
        parts.append(_("turned upright when exported"))
    if look.cmyk:
        parts.append(_("print colours (CMYK), converted when exported"))
    return " · ".join(parts)


def _shape(look: Look) -> str:
    if look.width == look.height:
        return _("square")
    return _("landscape") if look.width > look.height else _("portrait")


def _quiet(text: str) -> Content:
    return Content.styled(clean_line(text), "$quiet")
