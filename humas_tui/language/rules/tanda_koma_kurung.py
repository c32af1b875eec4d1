"""A comma before parentheses."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

TANDA_KOMA_KURUNG = Rule(
    code="tanda-koma-kurung",
    level=Level.GAYA,
    title=N_("Comma before parentheses"),
    message=N_("What stands in parentheses needs no comma before it."),
    why=N_(
        "The parentheses themselves set off what they hold; a comma that the sentence needs comes behind them: "
        "*Rabu (20/11/2019), …*"
    ),
    eyd=("TL01",),
    certain=True,
    kind=Patterns((Pattern(r",[ \u00a0]*\((?=[A-Z\d])(?!\w{1,2}\))", fix=" ("),), marks=frozenset("(")),
    examples=(("Acara digelar pada Rabu, (20/11/2019).", "Acara digelar pada Rabu (20/11/2019)."),),
    leave_alone=(
        "Sejak itu, (kami) menunggu.",
        "Alam, (b) tenaga kerja, dan (3) modal.",
        "Pada Rabu (20/11/2019), acara digelar.",
    ),
)
