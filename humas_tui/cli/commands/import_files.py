"""``humas-tui import``: files of other programs become drafts."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ...errors import HumasError
from ...i18n import N_
from ..command import Argument, Command
from ..output import put_json, put_lines, tell
from ..session import Session


def run(session: Session, words: Namespace) -> int:
    """Make a draft of each file, keep them in one step, print their IDs.

    A file that cannot come in is told of, and does not hold up the others. The exit code is that of the
    first one."""
    desk = session.desk
    came: list[tuple[str, str]] = []
    code = 0
    for name in words.file:
        try:
            came.append((name, desk.importing.bring_in(Path(name)).id))
        except HumasError as error:
            tell(f"humas-tui: {error}")
            code = code or error.exit_code
    desk.drafting.keep(*(identifier for _name, identifier in came))
    if words.json:
        put_json([{"file": _shown(name), "id": identifier} for name, identifier in came])
    else:
        put_lines(identifier for _name, identifier in came)
    return code


def _shown(name: str) -> str:
    """The name in UTF-8, as JSON wants it, whatever bytes the disk calls it by."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


IMPORT = Command(
    name="import",
    help=N_("make drafts of files (docx, md, txt, html, eml) and print their IDs"),
    run=run,
    order=40,
    arguments=(
        Argument("FILE", N_("a file to bring in"), many=True, place="file"),
        Argument("--json", N_("as a JSON array of file and ID")),
    ),
)
