"""More than one exclamation mark or question mark."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

TANDA_SERU_GANDA = Rule(
    code="tanda-seru-ganda",
    level=Level.SARAN,
    title=N_("Several exclamation or question marks"),
    message=N_("One is enough: “{fix}”."),
    why=N_(
        "An institution does not shout. One exclamation mark or question mark says it; more of them look like a "
        "chat, and many journalists delete the sentence."
    ),
    eyd=("TG01",),
    kind=Patterns((Pattern(r"(?P<mark>[!?])(?P=mark)+", fix=r"\g<mark>"),), marks=frozenset("!?")),
    examples=(("Mari vaksin!!!", "Mari vaksin!"),),
    leave_alone=("Mari vaksin!", "Benarkah?!"),
)
