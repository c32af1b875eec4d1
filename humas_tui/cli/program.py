"""One run of the program: the words read, the command done, the error told. The only place that tells it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from .. import __version__
from ..errors import HumasError, UsageError
from ..i18n import _, use
from . import output
from .words import Common, take_common

if TYPE_CHECKING:
    from .session import Session

NOBODY_READS: Final = 141  # what shells give for a program that wrote into a closed pipe: 128 + SIGPIPE


def run(words: Sequence[str]) -> int:
    """Do what the words say and return the exit code. KeyboardInterrupt passes through."""
    output.prepare()
    try:
        try:
            code = _obey(take_common(words))
            output.flush()
        except HumasError as error:
            output.tell(f"humas-tui: {error}")
            code = error.exit_code
            output.flush()
    except BrokenPipeError:
        output.drop()
        return NOBODY_READS
    return code


def _obey(common: Common) -> int:
    if common.version:
        output.put(f"humas-tui {__version__}\n")
        return 0
    from ..config import data_path, settings_path
    from .session import Session

    language = _speak(common)
    session = Session(data_path(common.data), settings_path(), language)
    _check(common)
    if common.rest or common.help:
        return _command(session, common)
    from .newsroom import open_on, require_terminal

    require_terminal()
    return open_on(session.data, session.config, session.language)


def _speak(common: Common) -> str:
    """Choose the language from here on. A faulty settings file is told by the commands that need it."""
    from ..config import choose_language, read_table, settings_path

    try:
        table = read_table(settings_path())
    except UsageError:
        table = {}
    language = choose_language(common.lang, table)
    use(language)
    return language


def _check(common: Common) -> None:
    """Raise UsageError when a common option has no value, or one that there is not."""
    from ..i18n import LANGUAGES
    from .command import NAME, wrong

    for option, value in (("--data", common.data), ("--lang", common.lang)):
        if value == "":
            raise wrong(_("{option} needs a value.").format(option=option), NAME)
    if common.lang not in (None, *LANGUAGES):
        known = ", ".join(LANGUAGES)
        raise wrong(
            _("There is no language “{name}”. There are: {known}.").format(name=common.lang, known=known), NAME
        )


def _command(session: Session, common: Common) -> int:
    """Do the command, or show help."""
    from .command import make_parser, make_tree, parse
    from .commands import commands, find

    if not common.rest:
        output.put(make_tree(commands()).format_help())
        return 0
    command = find(common.rest[0])
    if common.help:
        output.put(make_parser(command).format_help())
        return 0
    try:
        return command.run(session, parse(command, common.rest[1:]))
    finally:
        session.close()
