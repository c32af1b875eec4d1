"""What a text comes to for its outlet, as the lower edge of a pane tells it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from ...errors import HumasError
from ...i18n import _, ngettext
from ...model import Office, Release
from ...outlets import Measure, Outlet
from ...outlets.pdf_claims import shown
from ...text.count import count_words, grouped


def text_of(outlet: Outlet, release: Release, office: Office) -> str | None:
    """What is copied for it; None where it cannot be made."""
    try:
        return outlet.text(release, office)
    except HumasError:
        return None


def counted(outlet: Outlet, text: str | None, lacking: str = "") -> tuple[Content, Content]:
    """Words for an outlet without a limit, or, which is more to be known, the ``lacking`` characters, which it
    cannot show; else how much of each limit is used, louder as it nears. Without a text, that there is none. And
    the same shorter, for a small screen."""
    if text is None:
        none = Content.styled(_("cannot be made"), "$error")
        return none, none
    measures = outlet.measures(text)
    if not measures and lacking:
        told = ngettext(
            "{count} character in no font: {shown}", "{count} characters in no font: {shown}", len(lacking)
        )
        warned = Content.styled(told.format(count=len(lacking), shown=shown(lacking)), "$warning")
        return warned, warned
    if not measures:
        words = count_words(text)
        plain = Content(ngettext("{count} word", "{count} words", words).format(count=words))
        return plain, plain
    style = "" if all(measure.advisable for measure in measures) else "$warning"
    if not all(measure.fits for measure in measures):
        style = "$error"
    full, short = _told(outlet, text, measures), _told_shorter(measures)
    return Content.styled(" · ".join(full), style), Content.styled(" · ".join(short), style)


def _told(outlet: Outlet, text: str, measures: tuple[Measure, ...]) -> Iterator[str]:
    """``730 of 2,200 characters``, ``3/5 hashtags``; of a thread ``4 posts``, ``730 weighted characters``."""
    first = measures[0].limit
    if len([measure for measure in measures if measure.limit is first]) > 1:
        posts = len(measures)
        yield ngettext("{count} post", "{count} posts", posts).format(count=posts)
        yield f"{grouped(outlet.count(text))} {_(first.unit)}"
        return
    for measure in measures:
        limit = measure.limit
        if measure.part:
            told = _("{count} of {limit} {unit}").format(
                count=grouped(measure.count), limit=grouped(limit.advised or limit.value), unit=_(limit.unit)
            )
            yield _("{told} (advised)").format(told=told) if limit.advised else told
        elif measure.count:
            yield f"{measure.count}/{limit.value} {_(limit.unit)}"


def _told_shorter(measures: tuple[Measure, ...]) -> Iterator[str]:
    """``730/2,200``, ``3/5 hashtags``; of a thread ``4 posts``."""
    first = measures[0].limit
    posts = len([measure for measure in measures if measure.limit is first])
    if posts > 1:
        yield ngettext("{count} post", "{count} posts", posts).format(count=posts)
        return
    for measure in measures:
        limit = measure.limit
        if measure.part:
            told = f"{grouped(measure.count)}/{grouped(limit.advised or limit.value)}"
            yield _("{told} (advised)").format(told=told) if limit.advised else told
        elif measure.count:
            yield f"{measure.count}/{limit.value} {_(limit.unit)}"
