"""The templates, one file each."""

from __future__ import annotations

import sys
from functools import lru_cache

from ...errors import NotFoundError
from ...i18n import N_
from ...registry import discover
from ..template import Template


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """Every template, in the order in which they are offered."""
    return tuple(sorted(discover(sys.modules[__name__], Template), key=lambda template: template.order))


def find(name: str) -> Template:
    """The template of that name. Raises NotFoundError, naming those there are."""
    for template in templates():
        if template.name == name:
            return template
    raise NotFoundError(
        N_("There is no template “{name}”. Choose one of: {known}."),
        name=name,
        known=", ".join(template.name for template in templates()),
    )
