"""The words of the command line: the options that every command takes, wherever they stand, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass
class Common:
    """The options that every command takes. An option that came without its value has an empty one."""

    data: str | None = None
    lang: str | None = None
    help: bool = False
    version: bool = False
    rest: list[str] = field(default_factory=list)


def take_common(words: Iterable[str]) -> Common:
    """Pick the common options out; ``rest`` keeps the other words in their order.

    Done before argparse, because the language decides how its parsers speak, and because argparse does not
    take an option both before and after the command word. What follows ``--`` is left alone."""
    found = Common()
    queue = iter(words)
    for word in queue:
        name, equals, value = word.partition("=")
        if word == "--":
            found.rest += [word, *queue]
        elif name == "--data":
            found.data = value if equals else next(queue, "")
        elif name == "--lang":
            found.lang = value if equals else next(queue, "")
        elif word in ("-h", "--help"):
            found.help = True
        elif word == "--version":
            found.version = True
        else:
            found.rest.append(word)
    return found


def options_first(words: Sequence[str], with_value: Iterable[str]) -> list[str]:
    """The words with the options (``with_value``: those that take one) before everything else.

    argparse takes ``import a.md --json b.md`` apart wrongly; ``--json -- a.md b.md`` it understands."""
    options: list[str] = []
    others: list[str] = []
    valued = set(with_value)
    queue = list(reversed(words))
    while queue:
        word = queue.pop()
        if word == "--":
            others += reversed(queue)
            break
        if word == "-" or not word.startswith("-"):
            others.append(word)
            continue
        options.append(word)
        if word in valued and queue and not queue[-1].startswith("-"):
            options.append(queue.pop())
    return [*options, "--", *others] if others else options
