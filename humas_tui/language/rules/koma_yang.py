"""``Rina Sari yang ikut rapat, mengatakan``: an addition with one comma of two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_active
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: A name of two words or more, what is told of it, one comma, and a verb.
_ONE_SIDED: Final = re.compile(
    r"(?<![\w'’])(?P<name>[A-Z][\w'’]++ [A-Z][\w'’.]*) yang (?P<told>[^,.?!“”\"]{4,90}), (?P<verb>[a-z]+)"
)
_SAYS: Final = frozenset({"kata", "ujar", "berharap", "berpesan"})


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for match in _ONE_SIDED.finditer(paragraph.text):
        if is_active(match["verb"]) or match["verb"] in _SAYS:
            end = match.end("name")
            yield Hit(end, end + len(" yang"), (", yang",), names={"name": match["name"]})


KOMA_YANG = Rule(
    code="koma-yang",
    level=Level.SARAN,
    title=N_("One comma of two around an addition"),
    message=N_("What is told of {name} stands between two commas; the first is missing."),
    why=N_(
        "Of somebody who is named already, a clause with yang only tells more: it stands between two commas, and "
        "not behind one. Without both it would choose one of several people of that name."
    ),
    eyd=("TB13",),
    kind=Judgement(_find, marks=frozenset(","), words=frozenset({"yang"})),
    examples=(
        (
            "Rina Sari yang ikut dalam rapat itu, mengatakan hal serupa.",
            "Rina Sari, yang ikut dalam rapat itu, mengatakan hal serupa.",
        ),
    ),
    leave_alone=(
        "Rina Sari, yang ikut dalam rapat itu, mengatakan hal serupa.",
        "Warga yang ikut dalam rapat itu, menurut dia, puas.",
    ),
)
