"""``humas-tui new``: a draft."""

from __future__ import annotations

from argparse import Namespace

from ...i18n import N_
from ..command import Argument, Command
from ..output import put_lines
from ..session import Session


def run(session: Session, words: Namespace) -> int:
    """Make a draft, keep it, print its ID."""
    from ...desk.templates import find
    from ...text.clean import clean_line

    template = find(words.template) if words.template is not None else None
    drafting = session.desk.drafting
    draft = drafting.start(template, headline=clean_line(words.title))
    drafting.keep(draft.id)
    put_lines([draft.id])
    return 0


def _templates() -> list[str]:
    from ...desk.templates import templates

    return [template.name for template in templates()]


NEW = Command(
    name="new",
    help=N_("make a draft and print its ID"),
    run=run,
    order=30,
    arguments=(
        Argument("--template", N_("the template to begin with"), value=N_("NAME"), offers=_templates),
        Argument("--title", N_("the headline"), value=N_("TEXT"), default=""),
    ),
)
