"""``Dedi .GP``: initials behind a name."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule


def _dotted(match: re.Match[str]) -> str:
    return "".join(f"{letter}." for letter in match["initials"])


_LAST: Final = N_("The last initial has its full stop too: “{fix}”.")

GELAR_INISIAL = Rule(
    code="gelar-inisial",
    level=Level.GALAT,
    title=N_("Initials with their full stops astray"),
    message=N_("Initials stand behind a space, each with its full stop: “{fix}”."),
    why=N_("Each letter that a name is shortened to is followed by a full stop: Dedi G.P., A.H. Nasution."),
    eyd=("KF01",),
    kind=Patterns(
        (
            Pattern(r" (?<=[a-z] )(?P<at>\.(?P<initials>[A-Z]{1,3}))(?![\w])\.?", fix=_dotted),
            # H.M Saelany: the last letter lacks its full stop
            Pattern(
                r"(?P<at>[A-Z](?<![\w.][A-Z])\.(?:[A-Z]\.)*[A-Z])(?= [A-Z][a-z])", fix=r"\g<at>.", message=_LAST
            ),
        ),
        marks=frozenset("."),
    ),
    examples=(
        ("Penyunting: Dedi .GP", "Penyunting: Dedi G.P."),
        ("Acara dibuka H.M Saleh.", "Acara dibuka H.M. Saleh."),
    ),
    leave_alone=("Penyunting: Dedi G.P.", "Rapat selesai. DPRD setuju."),
)
