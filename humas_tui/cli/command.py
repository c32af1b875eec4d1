"""What a command of the shell is: a declaration, from which its parser, its help and its completion come."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..errors import UsageError
from ..i18n import N_, _
from .session import Session
from .words import options_first

NAME: Final = "humas-tui"


@dataclass(frozen=True)
class Argument:
    """An argument: ``ID``, or an option ``--json``. ``help`` and ``value`` are message ids.

    ``value`` names what an option takes (empty: it is a switch). ``into`` is its name among the parsed ones,
    where that is not its own. ``many``: one or more may stand there. ``optional``: it may be left out (an option
    may, unless it is ``required``), and ``default`` is what stands for it then.
    ``read`` makes a value of the word and raises UsageError. For completion, ``offers`` gives the words there
    are, and ``place`` says that a ``file`` or a ``folder`` is wanted.
    """

    name: str
    help: str
    value: str = ""
    into: str = ""
    many: bool = False
    optional: bool = False
    required: bool = False
    default: Any = None
    read: Callable[[str], Any] = str
    offers: Callable[[], Iterable[str]] | None = None
    place: str = ""

    @property
    def is_option(self) -> bool:
        """Whether it starts with dashes."""
        return self.name.startswith("-")

    @property
    def takes_value(self) -> bool:
        """Whether it stands for a word of the user."""
        return bool(self.value) or not self.is_option

    @property
    def obligatory(self) -> bool:
        """Whether the command cannot do without."""
        return self.required or not (self.is_option or self.optional)

    def add_to(self, group: argparse._ActionsContainer) -> argparse.Action:
        """Add it to a parser or a group of one, and return what argparse makes of it."""
        into = self.into or self.name.strip("-").lower().replace("-", "_")
        told = _(self.help).replace("%", "%%")
        if not self.takes_value:
            return group.add_argument(self.name, dest=into, action="store_true", help=told)
        shape: dict[str, Any] = {"type": self.read, "metavar": _(self.value or self.name), "help": told}
        if not self.is_option:
            nargs = {(True, False): "+", (True, True): "*", (False, True): "?"}.get((self.many, self.optional))
            return group.add_argument(into, nargs=nargs, default=self.default, **shape)
        return group.add_argument(self.name, dest=into, required=self.required, default=self.default, **shape)


Run = Callable[[Session, argparse.Namespace], int]


@dataclass(frozen=True)
class Command:
    """A command: its word, what it does (a message id), what it takes, and the function that does it, which
    returns the exit code. ``order`` is its place in the help."""

    name: str
    help: str
    run: Run
    arguments: tuple[Argument, ...] = ()
    order: int = 50


#: Taken out of the words before a parser sees them (see ``words``); declared here for help and completion.
COMMON: Final = (
    Argument("--data", N_("the data file, instead of the usual one"), value=N_("FILE"), place="file"),
    Argument(
        "--lang", N_("the language of the interface: id or en"), value=N_("LANGUAGE"), offers=lambda: ("id", "en")
    ),
    Argument("--version", N_("show the version")),
)


class Parser(argparse.ArgumentParser):
    """argparse, with the words that it says itself in the language in use, and no way to end the program."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            add_help=False, allow_abbrev=False, exit_on_error=False, formatter_class=_Formatter, **settings
        )

    def error(self, message: str) -> Any:
        """Raise ArgumentError, as Python 3.13 does."""
        raise argparse.ArgumentError(None, message)


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


def make_parser(command: Command) -> Parser:
    """The parser of one command."""
    return fill(Parser(prog=f"{NAME} {command.name}", description=sentence(command.help)), command.arguments)


def make_tree(commands: Iterable[Command], *, completing: bool = False) -> Parser:
    """The parser of the whole program, for its help and, ``completing``, for a shell's completion."""
    parser = Parser(
        prog=NAME,
        usage=_("{program} [options] [command …]").format(program=NAME),
        description=_(
            "A newsroom in the terminal for the press officers of local governments. "
            "Without a command it opens the newsroom."
        ),
        epilog=_("Help on a command: {program} COMMAND --help").format(program=NAME),
    )
    subparsers = parser.add_subparsers(title=_("commands"), metavar=_("command"))
    for command in commands:
        told = sentence(command.help)
        subparser = subparsers.add_parser(command.name, help=_(command.help), description=told)
        fill(subparser, command.arguments, completing=completing)
    return fill(parser, (), completing=completing)


def fill(parser: Parser, arguments: Sequence[Argument], *, completing: bool = False) -> Parser:
    """Give a parser these arguments and the common options; return it.

    What an argument ``offers`` is for a parser that is ``completing`` only: argparse takes it for all there is,
    and would give its own exit code to another word."""
    parts = (
        (_("arguments"), [argument for argument in arguments if not argument.is_option]),
        (_("options"), [argument for argument in arguments if argument.is_option]),
        (_("options of every command"), COMMON),
    )
    for title, members in parts:
        group = parser.add_argument_group(title)
        for argument in members:
            action = argument.add_to(group)
            if completing:
                _offer(action, argument)
    group.add_argument("-h", "--help", action="help", help=_("show this help"))
    return parser


def _offer(action: argparse.Action, argument: Argument) -> None:
    """Tell shtab what a shell may complete."""
    import shtab

    if argument.offers is not None:
        action.choices = list(argument.offers())
    if argument.place:
        action.complete = shtab.FILE if argument.place == "file" else shtab.DIRECTORY  # type: ignore[attr-defined]


def parse(command: Command, words: Sequence[str]) -> argparse.Namespace:
    """The values of a command's arguments. Raises UsageError."""
    with_value = [argument.name for argument in command.arguments if argument.is_option and argument.value]
    try:
        found, surplus = make_parser(command).parse_known_args(options_first(words, with_value))
    except argparse.ArgumentError as error:
        raise wrong(_complaint(command, error.argument_name), f"{NAME} {command.name}") from error
    surplus = [word for word in surplus if word != "--"]
    if surplus:
        raise wrong(_("Unexpected argument: “{word}”.").format(word=surplus[0]), f"{NAME} {command.name}")
    return found


def _complaint(command: Command, name: str | None) -> str:
    """What is wrong with the argument of that name; None: one that the command needs is missing."""
    if name is None:
        needed = ", ".join(
            argument.name if argument.is_option else _(argument.value or argument.name)
            for argument in command.arguments
            if argument.obligatory
        )
        return _("The command needs: {arguments}.").format(arguments=needed)
    switch = any(argument.name == name and not argument.takes_value for argument in command.arguments)
    told = _("{option} takes no value.") if switch else _("{option} needs a value.")
    return told.format(option=name)


def wrong(problem: str, command: str) -> UsageError:
    """The error for words that are off: the problem, and where to read on."""
    return UsageError(N_("{problem}\nSee “{command} --help”."), problem=problem, command=command)


def sentence(message: str) -> str:
    """The message in the language in use, as a sentence of its own."""
    told = _(message)
    return told[:1].upper() + told[1:] + "."
