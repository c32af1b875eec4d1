"""``humas-tui check``: the copy desk over releases, files or standard input."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from typing import TYPE_CHECKING, Any, Final

from ...errors import RefusedError, UsageError
from ...i18n import N_, _, ngettext
from ...model import Reason
from ..command import Argument, Command
from ..output import on_terminal, one_line, put_json, put_lines, put_text, tell, to_terminal
from ..session import Session
from ..texts import STANDARD_INPUT, Source, of_release, sources

if TYPE_CHECKING:
    from ...desk import Checking
    from ...language.finding import Finding

LATEST: Final = "latest"
FORMATS: Final = ("text", "json")
#: Colours of the levels on a terminal (rich).
COLOURS: Final = {"galat": "bold red", "saran": "yellow", "gaya": "cyan"}


def run(session: Session, words: Namespace) -> int:
    """Print what is found; with ``--fix`` put in place first what is certain, and show the difference. The exit
    code is 1 where something was found (and, with ``--fix``, is still there)."""
    checking = _choose(session, words)
    shelf = session.desk.shelf if words.fix else None
    given = sources(words.what or _unnamed(), lambda name: (shelf or session.shelf).named(name))
    if words.fix:
        given = [_mend(session, checking, source) for source in given]
    found = [(source, finding) for source in given for finding in _check(checking, source)]
    for complaint in checking.complaints():
        tell(f"humas-tui: {complaint}")
    if words.fix and any(source.name == STANDARD_INPUT for source in given):
        pass  # standard output carries the mended text
    elif words.format == "json":
        put_json([described(source, finding) for source, finding in found])
    else:
        _print(found)
    if words.format != "json":
        for source in given:
            _tell_gauge(checking, source)
        tell(_counted(finding for _source, finding in found))
    return 1 if found else 0


def _unnamed() -> list[str]:
    """What is checked where nothing is named: what comes in, or the release edited last."""
    return [LATEST if on_terminal(sys.stdin) or sys.stdin is None else STANDARD_INPUT]


def _choose(session: Session, words: Namespace) -> Checking:
    """The copy desk with the rules that are wanted."""
    from ...language.rules import named

    checking = session.checking
    select, ignore = named(_listed(words.select)), named(_listed(words.ignore))
    if select or ignore:
        checking.choose(select, ignore)
    return checking


def _listed(names: str) -> list[str]:
    return [name for name in map(str.strip, names.lower().split(",")) if name]


def _check(checking: Checking, source: Source) -> Sequence[Finding]:
    if source.release is not None:
        return checking.release(source.release) or ()
    return checking.texts(source.texts)


# -- mending ---------------------------------------------------------------------------------------------------


def _mend(session: Session, checking: Checking, source: Source) -> Source:
    """The source with what is certain put in place, and written back; the difference is told."""
    if source.release is not None:
        changes = checking.mended_release(source.release)
        if not changes:
            return source
        desk = session.desk
        desk.history.keep(source.release.id, Reason.BAHASA)
        release = desk.drafting.revise(source.release.id, **changes)
        desk.drafting.keep(release.id)
        for name in changes:
            _tell_difference(f"{source.name}/{name}", getattr(source.release, name), changes[name])
        return of_release(release)
    if source.path is None and source.name != STANDARD_INPUT:
        raise RefusedError(reason=_("{file} can be checked, not mended: import it first").format(file=source.name))
    text = checking.mended(source.texts["body"])
    if source.path is None:
        put_text(text)
    elif text != source.texts["body"]:
        from ...durable import write_durably

        mark = "\ufeff" if source.path.read_bytes().startswith(b"\xef\xbb\xbf") else ""
        write_durably(source.path, (mark + source.before + text).encode())
    _tell_difference(source.name, source.texts["body"], text)
    return Source(source.name, {"body": text}, path=source.path, before=source.before)


def _tell_difference(name: str, before: str, after: str) -> None:
    lines = list(unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="", n=0))
    if lines:
        tell("\n".join(lines))


# -- printing --------------------------------------------------------------------------------------------------


def described(source: Source, finding: Finding) -> dict[str, Any]:
    """A finding as JSON tells it; lines and columns from 1, columns in code points."""
    line, column = source.place(finding.field, finding.start)
    end_line, end_column = source.place(finding.field, finding.end)
    return {
        "file": source.name,
        "field": finding.field,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "fixes": list(finding.fixes),
    }


def _print(found: Iterable[tuple[Source, Finding]]) -> None:
    """A line each: where, how grave, which rule, what, and the first fix."""
    lines = []
    for source, finding in found:
        line, column = source.place(finding.field, finding.start)
        name = source.name if source.release is None else f"{source.name}/{finding.field}"
        fix = f" → {_shown(finding.fixes[0])}" if finding.fixes else ""
        lines.append((f"{name}:{line}:{column}:", finding.level.value, finding.rule, f"{finding.message}{fix}"))
    if not to_terminal():
        put_lines(" ".join(map(one_line, parts)) for parts in lines)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(markup=False, highlight=False, emoji=False)
    for where, level, rule, what in lines:
        console.print(Text.assemble((one_line(where), "dim"), " ", (level, COLOURS[level]), " ", (rule, "dim")))
        console.print(Text("  " + one_line(what)))


def _tell_gauge(checking: Checking, source: Source) -> None:
    """How hard a text is to read, and how much of its message it carries."""
    gauge = checking.gauge(source.texts, source.release)
    measured = gauge.readability
    if measured is not None:
        told = _("{name}: grade {grade}, {words} words a sentence, {syllables} syllables in 100 words")
        numbers = {"grade": measured.grade, "words": measured.words_a_sentence, "syllables": measured.fry[0] / 0.6}
        tell(told.format(name=source.name, **{key: f"{number:.1f}" for key, number in numbers.items()}))
    if gauge.message is not None and gauge.message.paragraph:
        told = _("{name}: {share} of the message is in the text, most in paragraph {paragraph}")
        share = f"{gauge.message.share:.0%}"
        tell(told.format(name=source.name, share=share, paragraph=gauge.message.paragraph))


def _shown(fix: str) -> str:
    return f"“{fix}”" if fix else _("(nothing)")


def _counted(found: Iterable[Finding]) -> str:
    levels = Counter(finding.level.value for finding in found)
    errors, suggestions, styles = levels["galat"], levels["saran"], levels["gaya"]
    if not levels:
        return _("Nothing was found.")
    parts = (
        ngettext("{count} error", "{count} errors", errors).format(count=errors),
        ngettext("{count} suggestion", "{count} suggestions", suggestions).format(count=suggestions),
        ngettext("{count} hint on style", "{count} hints on style", styles).format(count=styles),
    )
    return ", ".join(parts)


def _format(word: str) -> str:
    if word not in FORMATS:
        raise UsageError(N_("There is no format “{name}”. There are: text, json."), name=word)
    return word


def rule_names() -> list[str]:
    """Everything that a rule can be named by, for completion."""
    from ...language.rules import known

    return sorted(known())


CHECK = Command(
    name="check",
    help=N_("check the language of releases, files or standard input"),
    run=run,
    order=45,
    arguments=(
        Argument(
            "WHAT",
            N_("a release, a file, or - for standard input; not given: what comes in, or the release edited last"),
            value=N_("ID|FILE|-"),
            many=True,
            optional=True,
            place="file",
        ),
        Argument(
            "--format",
            N_("text or json"),
            value=N_("FORMAT"),
            default="text",
            read=_format,
            offers=lambda: FORMATS,
        ),
        Argument(
            "--select",
            N_("only these rules: codes, families or levels, parted by commas"),
            value=N_("CODES"),
            default="",
            offers=rule_names,
        ),
        Argument("--ignore", N_("not these rules"), value=N_("CODES"), default="", offers=rule_names),
        Argument("--fix", N_("put in place what is certain, and show the difference")),
    ),
)
