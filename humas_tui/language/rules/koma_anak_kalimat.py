"""``…, karena …``: no comma before a clause that follows the main one."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_WORDS: Final = frozenset("bahwa karena sehingga agar supaya".split())

KOMA_ANAK_KALIMAT = Rule(
    code="koma-anak-kalimat",
    level=Level.GAYA,
    title=N_("Comma before a clause that follows"),
    message=N_("By the letter no comma stands before “{word}”."),
    why=N_(
        "A subordinate clause that follows its main clause is not parted from it by a comma. By the letter this "
        "is so of every karena, agar, sehingga, bahwa; newsrooms keep the comma in long sentences, so the rule "
        "is off."
    ),
    eyd=("TB04",),
    on=False,
    kind=Patterns(
        (
            Pattern(
                r"(?<=\w)(?<!Namun)(?<!itu)(?<!demikian)(?<!Jadi)"
                r"(?P<at>, (?P<word>bahwa|karena|sehingga|agar|supaya))(?= (?!itu\b))",
                fix=r" \g<word>",
            ),
        ),
        marks=frozenset(","),
        words=_WORDS,
    ),
    examples=(("Acara ditunda, karena hujan deras.", "Acara ditunda karena hujan deras."),),
    leave_alone=("Acara ditunda karena hujan deras.", "Karena hujan, acara ditunda."),
)
