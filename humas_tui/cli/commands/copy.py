"""``humas-tui copy``: the text for an outlet, put on the clipboard or printed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace

from ...errors import UsageError
from ...i18n import N_, _
from ..command import NAME, Argument, Command, wrong
from ..output import put_text, tell
from ..session import Session
from .export import outlet_names
from .show import ID


def run(session: Session, words: Namespace) -> int:
    """Copy a part of the text (most texts have one) and say where it went; or print all of it, the parts parted
    by a blank line. Raises RefusedError when the outlet takes less."""
    from ...desk.releasing import cautions
    from ...outlets.account import joined

    if words.formatted:
        return copy_formatted(session, words)
    if words.outlet is None:
        raise wrong(_("The command needs: {arguments}.").format(arguments="--for"), f"{NAME} copy")
    outlet = session.find_outlet(words.outlet)
    desk = session.desk
    release = desk.shelf.named(words.id)
    if words.print:
        if words.part is None:
            desk.releasing.check(release, outlet, force=words.force)
            put_text(joined(outlet.parts(desk.releasing.text(release, outlet))))
        else:
            put_text(desk.releasing.part(release, outlet, words.part, force=words.force).text)
        _caution(cautions(release, outlet, desk.office))
        return 0
    from ...deliver import sentence

    copied = desk.releasing.copy(release, outlet, part=words.part or 1, force=words.force)
    tell(sentence(copied.report))
    if copied.parts > 1:
        counted = _("Part {part} of {parts}.").format(part=copied.part, parts=copied.parts)
        tell(
            counted
            if copied.part == copied.parts
            else _("{counted} The next: --part {next}").format(counted=counted, next=copied.part + 1)
        )
    _caution(copied.cautions)
    return 0


def _caution(cautions: Iterable[str]) -> None:
    for caution in cautions:
        tell(f"{NAME}: {caution}")


def copy_formatted(session: Session, words: Namespace) -> int:
    """Copy the release with its formatting, or print the HTML; where it cannot be copied, open the page in the
    browser if that is wanted. Raises UsageError for an outlet or a part, NotFoundError when nothing can be opened.
    """
    if words.outlet is not None or words.part is not None:
        raise UsageError(N_("--formatted copies the release as such. Leave out --for and --part."))
    releasing = session.desk.releasing
    release = session.desk.shelf.named(words.id)
    if words.print:
        put_text(releasing.formatted(release).html)
        return 0
    from ...deliver import formatted_sentence
    from ...ports import CopyState

    report = releasing.copy_formatted(release)
    tell(formatted_sentence(report))
    if words.open and report.state is not CopyState.CERTAIN:
        releasing.open(str(report.file))
    return 0


def read_number(word: str) -> int:
    """The number that a word is, from 1. Raises UsageError."""
    if not (word.isascii() and word.isdigit() and int(word)):
        raise UsageError(N_("“{word}” is no number from 1 upwards."), word=word[:20])
    return int(word)


FOR = Argument(
    "--for",
    N_("the outlet: see “humas-tui outlets”"),
    value=N_("OUTLET"),
    into="outlet",
    required=True,
    offers=outlet_names,
)

COPY = Command(
    name="copy",
    help=N_("put the text for an outlet on the clipboard"),
    run=run,
    order=60,
    arguments=(
        ID,
        replace(FOR, required=False),
        Argument("--formatted", N_("the release with headings and bold instead, for Word and mail")),
        Argument(
            "--part",
            N_("the part with this number, of a text that is pasted in parts (the first, if not given)"),
            value=N_("NUMBER"),
            read=read_number,
        ),
        Argument("--print", N_("print the text instead, all parts of it; with --formatted the HTML")),
        Argument("--open", N_("where it cannot be copied formatted, open it in the browser")),
        Argument("--force", N_("even when the text is over a limit; that is logged")),
    ),
)
