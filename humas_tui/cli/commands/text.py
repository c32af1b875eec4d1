"""``humas-tui text``: the text of a release for an account: seen, written by hand, composed again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...errors import UsageError
from ...i18n import N_, _
from ..command import NAME, Argument, Command, wrong
from ..output import put_json, put_lines, put_text, tell
from ..session import Session
from .copy import FOR
from .count import given
from .show import ID, labelled

if TYPE_CHECKING:
    from ...model import OwnText, Release
    from ...outlets import Outlet


def run(session: Session, words: Namespace) -> int:
    """Print the text that goes out, or have another one go out. A text over its limit is kept all the same, and
    that is told: refused is its copy. Raises UsageError for an outlet that has no text of its own."""
    wishes = [name for name in ("reset", "keep", "changes", "json") if getattr(words, name)]
    if len(wishes) + (words.file is not None) > 1:
        told = _("Only one of a file, --reset, --keep, --changes and --json can be had at a time.")
        raise wrong(told, f"{NAME} text")
    outlet = session.find_outlet(words.outlet)
    wording = session.desk.wording
    release = session.desk.shelf.named(words.id)
    wording.basis(release, outlet)
    if words.file is not None:
        release = wording.write_anew(release.id, outlet, _read(words.file))
    elif words.reset:
        release = wording.compose_again(release.id, outlet)
    elif words.keep:
        release = wording.still_right(release.id, outlet)
    else:
        _show(session, release, outlet, words)
        return 0
    session.desk.drafting.keep(release.id)
    _tell_state(session, release, outlet)
    return 0


def _show(session: Session, release: Release, outlet: Outlet, words: Namespace) -> None:
    own = release.own_text(outlet.name)
    changed = own.changed(release) if own is not None else ()
    if words.json:
        put_json(
            {
                "outlet": outlet.name,
                "text": session.desk.releasing.text(release, outlet),
                "by_hand": own is not None,
                "composed": session.desk.wording.composed(release, outlet),
                "changed": changed,
            }
        )
    elif words.changes:
        put_lines(_changes(own, release) if own is not None else ())
        if not changed:
            _tell_state(session, release, outlet)
    else:
        put_text(session.desk.releasing.text(release, outlet))
        _tell_state(session, release, outlet)


def _tell_state(session: Session, release: Release, outlet: Outlet) -> None:
    """Say where the text comes from, and what is the matter with it."""
    from ...desk.releasing import cautions, over_limit

    title = _(outlet.title)
    if release.own_text(outlet.name) is None:
        tell(_("The text for {outlet} is composed from the release.").format(outlet=title))
    else:
        tell(_("The text for {outlet} is written by hand.").format(outlet=title))
    for caution in cautions(release, outlet, session.desk.office):
        tell(f"{NAME}: {caution}")
    for reason in over_limit(outlet, session.desk.releasing.text(release, outlet)):
        tell(f"{NAME}: {reason}")


def _changes(own: OwnText, release: Release) -> Iterator[str]:
    """What the release says otherwise since: its fields and the paragraphs of its body, the old ones behind a
    minus, the new ones behind a plus."""
    from msgspec.structs import replace

    from ...text.clean import clean_line
    from ...text.compare import compare

    before = own.then(release)
    then, now = (labelled(replace(one, texts=())) for one in (before, release))
    for gone in (line for line in then if line not in now):
        yield f"- {gone[0]}: {gone[1]}"
    for new in (line for line in now if line not in then):
        yield f"+ {new[0]}: {new[1]}"
    for row in compare(before.body, release.body):
        for sign, pieces in (("-", row.old), ("+", row.new)) if row.changed else ():
            if pieces:
                yield f"{sign} {clean_line(''.join(piece.text for piece in pieces))}"


def _read(name: str) -> str:
    from ...importers.decoding import plain_text

    text = plain_text(given(name), _named(name)).strip()
    if not text:
        raise UsageError(
            N_("There is no text in {file}. With --reset the composed one goes out again."), file=_named(name)
        )
    return text


def _named(name: str) -> Any:
    return _("standard input") if name == "-" else name


TEXT = Command(
    name="text",
    help=N_("the text for an account: print it, write it by hand, compose it again"),
    run=run,
    order=62,
    arguments=(
        ID,
        Argument(
            "FILE",
            N_("the file with the text that is to go out; “-”: standard input; not given: print what goes out"),
            optional=True,
            place="file",
        ),
        FOR,
        Argument("--reset", N_("what is composed from the release goes out again")),
        Argument("--keep", N_("the text written by hand still holds, whatever was changed in the release")),
        Argument("--changes", N_("print what was changed in the release since the text was written by hand")),
        Argument("--json", N_("print it as JSON, with what is composed and the names of the fields changed")),
    ),
)
