"""``humas-tui outlets``: what a release can be written for, with the limits."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from ...i18n import N_, _
from ..command import Argument, Command
from ..output import put_json, to_terminal
from ..session import Session
from ..table import put_table

if TYPE_CHECKING:
    from ...outlets import Outlet


def run(session: Session, words: Namespace) -> int:
    """Print the outlets: as JSON, on a terminal as a table, in a pipe one a line."""
    from ...outlets import outlets

    if words.json:
        put_json([described(outlet) for outlet in outlets()])
        return 0
    table = [described(outlet) for outlet in outlets()]
    columns: tuple[str, ...] = ("name", "title", "suffix", "limit", "unit")
    if to_terminal():
        table = [{**row, "unit": row["unit"] and _(row["unit"])} for row in table]
    else:
        columns += ("source", "checked")
    heads = (_("Name"), _("Title"), _("Suffix"), _("Limit"), _("Unit"))
    put_table(heads, [["" if row[name] is None else str(row[name]) for name in columns] for row in table])
    return 0


def described(outlet: Outlet) -> dict[str, Any]:
    """The outlet as JSON tells it. ``limit`` is None where it takes any length, and so are the last three."""
    limit = outlet.limit
    return {
        "name": outlet.name,
        "title": _(outlet.title),
        "suffix": outlet.suffix,
        "limit": limit and limit.value,
        "unit": limit and limit.unit,
        "source": limit and limit.source,
        "checked": limit and limit.checked.isoformat(),
    }


OUTLETS = Command(
    name="outlets",
    help=N_("list the outlets and their limits"),
    run=run,
    order=70,
    arguments=(Argument("--json", N_("as a JSON array")),),
)
