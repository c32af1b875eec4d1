"""``humas-tui outlets``: what a release can be written for, with the limits."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from ...i18n import N_, _
from ..command import Argument, Command
from ..output import put, put_json, tell, to_terminal
from ..session import Session
from ..table import put_table

if TYPE_CHECKING:
    from ...outlets import Limit, Outlet


def run(session: Session, words: Namespace) -> int:
    """Print the outlets: as JSON, on a terminal as two tables, in a pipe one a line. What is wrong with outlets of
    the user is told beside it."""
    from ...outlets import faults, outlets

    session.bring_outlets()
    for fault in faults(thorough=True):
        tell(f"humas-tui: {fault}")
    table = [described(outlet) for outlet in outlets()]
    if words.json:
        put_json(table)
        return 0
    if not to_terminal():
        columns = ("name", "title", "suffix", "limit", "unit", "source", "checked")
        put_table(columns, [["" if row[name] is None else str(row[name]) for name in columns] for row in table])
        return 0
    put_table((_("Name"), _("Title"), _("Suffix"), _("Limit"), _("Unit")), [_row(row) for row in table])
    put("\n")
    put_table(
        (_("Name"), _("Limit"), _("Source"), _("Checked")),
        [row for outlet in outlets() for row in _limit_rows(outlet)],
    )
    return 0


def _row(outlet: dict[str, Any]) -> tuple[str, ...]:
    limit, unit = outlet["limit"], outlet["unit"]
    counted = ("", "") if limit is None else (str(limit), _(unit))
    return (outlet["name"], outlet["title"], outlet["suffix"], *counted)


def _limit_rows(outlet: Outlet) -> list[tuple[str, ...]]:
    """Each limit of an outlet, with where and when it was read."""
    rows: list[tuple[str, ...]] = []
    for limit in outlet.limits:
        value = f"{limit.value} {_(limit.unit)}"
        if limit.advised:
            value = _("{value}, {advised} advised").format(value=value, advised=limit.advised)
        elif not limit.binding:
            value = _("{value} seen at first").format(value=value)
        elif limit.of == "title":
            value = _("{value} in the title").format(value=value)
        rows.append((outlet.name, value, limit.source, limit.checked.isoformat()))
    return rows


def described(outlet: Outlet) -> dict[str, Any]:
    """The outlet as JSON tells it: its own limit (None where it takes any length, and so are the three behind
    it), then each of its ``limits``, with what it is ``of`` (empty: the text) and whether it is ``binding``."""
    limits = [described_limit(limit) for limit in outlet.limits]
    own = limits[0] if limits else dict.fromkeys(("limit", "unit", "source", "checked"))
    return {
        "name": outlet.name,
        "title": _(outlet.title),
        "suffix": outlet.suffix,
        **{name: own[name] for name in ("limit", "unit", "source", "checked")},
        "limits": limits,
    }


def described_limit(limit: Limit) -> dict[str, Any]:
    """A limit as JSON tells it."""
    return {
        "of": limit.of,
        "limit": limit.value,
        "advised": limit.advised,
        "unit": limit.unit,
        "source": limit.source,
        "checked": limit.checked.isoformat(),
        "binding": limit.binding,
    }


OUTLETS = Command(
    name="outlets",
    help=N_("list the outlets and their limits"),
    run=run,
    order=70,
    arguments=(Argument("--json", N_("as a JSON array")),),
)
