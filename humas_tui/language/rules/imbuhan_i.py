"""-i behind a root that ends in k: no second k (memasuki)."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

IMBUHAN_I = Rule(
    code="imbuhan-i",
    level=Level.GALAT,
    title=N_("-i behind k"),
    message=N_("The suffix is -i, without a k of its own: “{fix}”."),
    why=N_(
        "The suffix -i begins with no k: masuk + i = memasuki, milik + i = memiliki. No Indonesian word ends in "
        "-kki."
    ),
    eyd=("KB01a",),
    certain=True,
    kind=Patterns(
        (
            Pattern(
                r"\b(?P<stem>(?:[Mm]e|[Dd]i|[Tt]er)\w+?k)ki(?P<rest>nya|lah|kah|mu|ku)?\b",
                fix=r"\g<stem>i\g<rest>",
            ),
        ),
    ),
    examples=(("Warga memasukki balai dan memilikkinya.", "Warga memasuki balai dan memilikinya."),),
    leave_alone=("Warga memasuki balai.", "Menurut Pak Dikki, merekka hadir."),
)
