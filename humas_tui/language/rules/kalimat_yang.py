"""``Narasumber, Rudi dari Dinas Sosial yang memberi materi.``: told of, but not doing anything."""

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

#: Behind a comma a name, where he is from, *yang* and a verb; no further comma up to the end.
_TOLD: Final = re.compile(
    r", (?P<name>[A-Z][\w'’]+(?: [A-Z][\w'’]+)*(?: (?:dari|asal) [A-Z][\w'’]+(?: [A-Z][\w'’]+)*)?) yang "
    r"(?P<verb>me[a-z]+)(?= [^,.?!“”\"]+[.!])"
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for match in _TOLD.finditer(text):
        start = max(text.rfind(stop, 0, match.start()) for stop in (". ", "! ", "? ", "“", '"', "” ")) + 1
        before = text[start : match.start()]
        if "," in before or not is_active(match["verb"]) or any(is_active(word) for word in before.split()):
            continue
        if re.search(
            r"\b(?:di|oleh|dengan|bersama|kepada|ada|adalah|hadir|termasuk|seperti)\w*\b", before.lower()
        ):
            continue
        end = match.end("name")
        yield Hit(end, end + len(" yang"), (",", ""), names={"verb": match["verb"]})


KALIMAT_YANG = Rule(
    code="kalimat-yang",
    level=Level.SARAN,
    title=N_("Subject without a verb, for “yang”"),
    message=N_("“Yang” makes all of this a description; without it the sentence has a verb: “{verb}”."),
    why=N_(
        "Yang turns what follows into a description of the one before it. If nothing else is said of him, the "
        "sentence has no verb: take yang out, and close the addition with a comma."
    ),
    source="Tata Bahasa Baku Bahasa Indonesia",
    kind=Judgement(_find, marks=frozenset(","), words=frozenset({"yang"})),
    examples=(
        (
            "Narasumber lokakarya, Rudi dari Dinas Sosial yang memberi materi tentang rilis.",
            "Narasumber lokakarya, Rudi dari Dinas Sosial, memberi materi tentang rilis.",
        ),
    ),
    leave_alone=(
        "Narasumber lokakarya, Rudi, yang memberi materi, pulang.",
        "Narasumber lokakarya adalah staf, Rudi yang memberi materi.",
    ),
)
