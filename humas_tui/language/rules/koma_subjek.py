"""``Bupati Garut Siti Rahma, menyerahkan …``: no comma between who and what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import TITLES
from ..grammar.verbs import is_active
from ..grammar.walk import gap, joined
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_LONGEST: Final = 12


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for start, _end in paragraph.sentences:
        first = paragraph.token_at(start)
        if first >= len(tokens) or tokens[first].lower not in TITLES or not tokens[first].capitalised:
            continue
        last = first
        while joined(paragraph, last + 1) and tokens[last + 1].capitalised and last - first < _LONGEST:
            last += 1
        if last - first < 2 or last + 1 >= len(tokens) or gap(paragraph, last + 1) != ", ":
            continue
        verb = tokens[last + 1]
        if verb.text.islower() and is_active(verb.lower):
            yield Hit(tokens[last].start, verb.end, (f"{tokens[last].text} {verb.text}",))


KOMA_SUBJEK = Rule(
    code="koma-subjek",
    level=Level.GALAT,
    title=N_("Comma between subject and verb"),
    message=N_("No comma parts the subject from its verb: “{fix}”."),
    why=N_(
        "A comma does not part who does something from what he does. Two commas may enclose an addition between "
        "them; one alone may not."
    ),
    eyd=("TB13",),
    kind=Judgement(_find, marks=frozenset(","), words=TITLES),
    examples=(("Bupati Garut Siti Rahma, menyerahkan bantuan.", "Bupati Garut Siti Rahma menyerahkan bantuan."),),
    leave_alone=("Bupati Garut, Siti Rahma, menyerahkan bantuan.", "Bupati Garut Siti Rahma menyerahkan bantuan."),
)
