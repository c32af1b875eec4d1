"""``humas-tui doctor``: what state the data file is in; what can be repaired is."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from ...i18n import N_, _, ngettext
from ..command import Argument, Command
from ..output import one_line, put_json, put_lines, to_terminal
from ..session import Session

if TYPE_CHECKING:
    from ...store.findings import Finding
    from ...store.health import Diagnosis

#: Sign and colour of each mark.
SIGNS: Final = {
    "fine": ("✓", "green"),
    "repaired": ("✓", "yellow"),
    "wrong": ("✗", "bold red"),
}


def run(session: Session, words: Namespace) -> int:
    """Examine, repair, report. The exit code is 1 when something is left that was not repaired, or text may be
    lost."""
    from ...bootstrap import examine

    found = examine(session.data)
    if words.json:
        put_json({"ok": found.ok, "problems": _told(found.problems), "repaired": _told(found.repaired)})
    elif to_terminal():
        _print_styled(found)
    else:
        put_lines(_lines(found))
    return 0 if found.ok else 1


def _told(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    return [
        {
            "code": finding.code,
            "file": finding.file,
            "count": finding.count,
            "lost": finding.lost,
            "message": finding.sentence,
        }
        for finding in findings
    ]


def _parts(found: Diagnosis) -> list[tuple[str, list[str]]]:
    """What was found, under its heads."""
    parts = (
        (_("Not repaired"), [finding for finding in found.problems if not finding.lost]),
        (_("Text that may be lost"), [finding for finding in found.problems if finding.lost]),
        (_("Repaired"), found.repaired),
        (_("Worth knowing"), found.notes),
    )
    return [(head, [one_line(one.sentence) for one in findings]) for head, findings in parts if findings]


def _verdict(found: Diagnosis) -> str:
    if found.problems:
        left = ngettext("{count} problem is left.", "{count} problems are left.", len(found.problems))
        return left.format(count=len(found.problems))
    return _("What was found is repaired.") if found.repaired else _("Everything is in order.")


def _lines(found: Diagnosis) -> list[str]:
    """The report without colour, for a pipe."""
    lines = [one_line(str(found.data))]
    lines += [f"{SIGNS[check.mark.value][0]} {_(check.topic)}: {one_line(check.told)}" for check in found.checks]
    for head, sentences in _parts(found):
        lines += ["", f"{head}:", *(f"- {sentence}" for sentence in sentences)]
    return [*lines, "", *filter(None, (found.hindrance, _verdict(found)))]


def _print_styled(found: Diagnosis) -> None:
    """The report for a person: an overview a line each, then what was found, broken between words."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(markup=False, highlight=False, emoji=False)
    console.print(Text(one_line(str(found.data)), "bold"), Text())
    overview = Table.grid(padding=(0, 2, 0, 0))
    for check in found.checks:
        sign, colour = SIGNS[check.mark.value]
        overview.add_row(Text(f" {sign}", colour), Text(_(check.topic)), Text(one_line(check.told)))
    console.print(overview)
    for head, sentences in _parts(found):
        console.print(Text(), Text(head, "bold"), sep="\n")
        listed = Table.grid(padding=(0, 2, 0, 0))
        for sentence in sentences:
            listed.add_row(" •", Text(sentence))
        console.print(listed)
    colour = SIGNS["wrong" if found.problems else "fine"][1]
    console.print()
    if found.hindrance:
        console.print(Text(one_line(found.hindrance), "yellow"))
    console.print(Text(_verdict(found), colour))


DOCTOR = Command(
    name="doctor",
    help=N_("examine the data file and repair what can be repaired"),
    run=run,
    order=85,
    arguments=(Argument("--json", N_("as a JSON object")),),
)
