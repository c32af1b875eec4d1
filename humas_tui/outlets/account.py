"""What the outlets of accounts have in common: their text is pasted, and shown with what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ..i18n import _
from ..model import Office, Release
from ..text.count import grouped
from ..text.dates import date_and_time
from ..text.units import cut
from .limits import Limit, limits_of
from .outlet import Manuscript, Outlet, Part, Passage, Run, by_hand, remembered, verbatim, whole

#: What a story is made from, and where and when it happens: a text written by hand tells that, too, and misleads
#: when it is moved.
TOLD: Final = (
    "kind",
    "headline",
    "summary",
    "place",
    "event_date",
    "body",
    "key_message",
    "benefit",
    "hashtags",
)


def account(
    name: str,
    title: str,
    composed: Callable[[Release, Office], str],
    order: int,
    parts: Callable[[str], tuple[Part, ...]] = whole,
    *,
    reads: tuple[str, ...] = TOLD,
    tells_embargo: bool = False,
) -> Outlet:
    """An outlet whose text is pasted into an account: the one written by hand, else the one ``composed`` from what
    it ``reads``. ``tells_embargo``: what is composed says so itself."""
    text = remembered(by_hand(name, composed))

    def render(manuscript: Manuscript) -> bytes:
        found = parts(text(manuscript.release, manuscript.office))
        return (joined(found) + "\n").encode()

    def preview(release: Release, office: Office) -> tuple[Passage, ...]:
        told_inside = tells_embargo and release.own_text(name) is None
        return (
            *written(release, name),
            *(() if told_inside else embargo(release, office)),
            *passages(name, parts(text(release, office))),
        )

    return Outlet(
        name=name,
        title=title,
        suffix=f"{name}.txt",
        media_type="text/plain",
        render=render,
        text=text,
        preview=preview,
        parts=parts,
        composed=composed,
        reads=reads,
        pasted=True,
        order=order,
    )


def joined(parts: tuple[Part, ...]) -> str:
    """The parts one after the other, a blank line between them."""
    return "\n\n".join(part.text for part in parts)


def passages(name: str, parts: tuple[Part, ...]) -> Iterator[Passage]:
    """The parts as the officer sees them: each of several under its number and its count, and apart from the rest
    what the app shows before somebody asks for more."""
    limits = {limit.of: limit for limit in limits_of(name)}
    for number, part in enumerate(parts, 1):
        limit = limits.get(part.of)
        if len(parts) > 1 and limit:
            if number > 1:
                yield Passage(())
            yield _head(number, len(parts), limit, limit.count(part.text))
        opening = limits.get("opening")
        shown, hidden = cut(part.text, opening.value, opening.count) if opening else (part.text, "")
        yield from verbatim(shown)
        if opening and hidden:
            yield told(
                _("… up to here before “more”: {count} {unit}").format(count=opening.value, unit=_(opening.unit))
            )
            yield from verbatim(hidden)


def _head(number: int, total: int, limit: Limit, count: int) -> Passage:
    head = _("{number}/{total} · {count} of {limit}").format(
        number=number, total=total, count=grouped(count), limit=grouped(limit.value)
    )
    return told(head, over=count > limit.value)


def written(release: Release, name: str) -> tuple[Passage, ...]:
    """Over a text that was written by hand: that it was, and whether the release has changed since."""
    own = release.own_text(name)
    if own is None:
        return ()
    if own.changed(release):
        return told(_("Written by hand; the release has changed since"), over=True), Passage(())
    return told(_("Written by hand")), Passage(())


def embargo(release: Release, office: Office) -> tuple[Passage, ...]:
    """A warning over the text of a release that is under embargo: on an account it can be read at once."""
    if release.embargo is None:
        return ()
    until = date_and_time(release.embargo, office.time_zone)
    return told(_("Embargo until {time}: do not post before").format(time=until)), Passage(())


def told(text: str, *, over: bool = False) -> Passage:
    """A line that is not sent."""
    return Passage((Run(text),), "over" if over else "told")
