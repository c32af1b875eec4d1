"""``humas-tui copy``: the text for an outlet, put on the clipboard or printed."""

from __future__ import annotations

from argparse import Namespace

from ...i18n import N_
from ..command import Argument, Command
from ..output import put_text, tell
from ..session import Session
from .export import outlet_names
from .show import ID


def run(session: Session, words: Namespace) -> int:
    """Copy the text and say where it went, or print it. Raises RefusedError when the outlet takes less."""
    from ...outlets import find

    outlet = find(words.outlet.lower())
    desk = session.desk
    release = desk.shelf.named(words.id)
    if words.print:
        put_text(desk.releasing.text(release, outlet, force=words.force))
        return 0
    from ...deliver import sentence

    tell(sentence(desk.releasing.copy(release, outlet, force=words.force)))
    return 0


COPY = Command(
    name="copy",
    help=N_("put the text for an outlet on the clipboard"),
    run=run,
    order=60,
    arguments=(
        ID,
        Argument(
            "--for",
            N_("the outlet: see “humas-tui outlets”"),
            value=N_("OUTLET"),
            into="outlet",
            required=True,
            offers=outlet_names,
        ),
        Argument("--print", N_("print the text instead")),
        Argument("--force", N_("even when the text is over the limit")),
    ),
)
