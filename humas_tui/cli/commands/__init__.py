"""The commands, a file each."""

from __future__ import annotations

import sys
from functools import lru_cache

from ...i18n import _
from ...registry import discover
from ..command import NAME, Command, wrong


@lru_cache(maxsize=1)
def commands() -> tuple[Command, ...]:
    """Every command, in the order of the help."""
    return tuple(
        sorted(discover(sys.modules[__name__], Command), key=lambda command: (command.order, command.name))
    )


def find(word: str) -> Command:
    """The command of that name. Raises UsageError, with the nearest name there is."""
    for command in commands():
        if command.name == word:
            return command
    from difflib import get_close_matches

    near = get_close_matches(word, [command.name for command in commands()], n=1)
    if near:
        problem = _("There is no command “{word}”. Do you mean “{near}”?").format(word=word, near=near[0])
    elif word.startswith("-"):
        problem = _("Unexpected argument: “{word}”.").format(word=word)
    else:
        problem = _("There is no command “{word}”.").format(word=word)
    raise wrong(problem, NAME)
