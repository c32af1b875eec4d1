"""-nya, -lah and -kah are no words of their own."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

#: Behind other words «lah» is one of speech: lihat lah.
_BEFORE_PARTICLES: Final = "ini|itu|sini|situ|sana|dia|apa|siapa|mana|bagaimana|begini|begitu|demikian|bukan|benar"

IMBUHAN_KLITIK = Rule(
    code="imbuhan-klitik",
    level=Level.GALAT,
    title=N_("-nya, -lah, -kah written apart"),
    message=N_("Written together with the word before it: “{fix}”."),
    why=N_(
        "The pronoun -nya and the particles -lah and -kah are written together with the word before them: "
        "perbaikannya, inilah, apakah."
    ),
    eyd=("KE01", "KG05"),
    certain=True,
    kind=Patterns(
        (
            Pattern(r"\b(?P<word>(?!tuh\b)[A-Za-z]{2,}[a-z]) (?P<end>nya)\b", r"\g<word>\g<end>"),
            Pattern(rf"\b(?P<word>(?i:{_BEFORE_PARTICLES})) (?P<end>lah|kah)\b", r"\g<word>\g<end>"),
        ),
        words=frozenset({"nya", "lah", "kah"}),
    ),
    examples=(("Di sini lah jalan dan perbaikan nya dimulai.", "Di sinilah jalan dan perbaikannya dimulai."),),
    leave_alone=("Di sinilah jalan dan perbaikannya dimulai.",),
)
