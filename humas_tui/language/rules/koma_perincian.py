"""``a, b dan c``: a comma before the last of three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_predicate
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_ITEM: Final = r"[\w-]+(?: [\w-]+){0,3}"
#: Three members and the joining word before a fourth, or two single words before a third.
_LONG: Final = re.compile(
    rf", (?P<before>{_ITEM}), (?P<middle>{_ITEM}) (?P<join>dan|serta|atau) (?=(?P<next>[\w-]+))"
)
_SHORT: Final = re.compile(
    r"(?<= )(?P<before>[a-z-]{3,}), (?P<middle>[a-z-]{3,}) (?P<join>dan|serta|atau) (?=(?P<next>[a-z-]+))"
)
_CLAUSE: Final = frozenset(
    "yang dan serta atau ini itu tersebut namun tetapi maka karena untuk agar sehingga bahwa kata ujar "
    "lalu juga lain hari lagi nanti saat bahkan mulai seperti yakni yaitu terutama khususnya termasuk "
    "baik maupun antara dengan di ke".split()
)
#: A sentence that begins so has an adverbial before its first comma, not the first of a list.
_OPENINGS: Final = frozenset(
    "dalam pada di dengan setelah sebelum ketika saat jika kalau karena untuk agar menurut bagi selain dari meski "
    "meskipun walau sejak hingga sampai berdasarkan sementara akibat tak tidak".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    seen: set[int] = set()
    for pattern in (_LONG, _SHORT):
        for match in pattern.finditer(paragraph.text):
            end = match.end("join")
            if end in seen or not _is_list(match) or _opens(paragraph, match):
                continue
            seen.add(end)
            yield Hit(match.end("middle"), end, (f", {match['join']}",), names={"join": match["join"]})


def _is_list(match: re.Match[str]) -> bool:
    """Whether all members are short and none of them holds a clause."""
    words = [*match["before"].split(" "), *match["middle"].split(" "), match["next"]]
    return not any(word.lower() in _CLAUSE or is_predicate(word) for word in words)


def _opens(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether the first comma closes what the sentence opens with."""
    text = paragraph.text
    start = max(text.rfind(stop, 0, match.start("before")) for stop in (". ", "? ", "! ", "“", '"')) + 1
    opening = text[start : match.start("middle")].lstrip(' ."“”')
    return opening.count(",") == 1 and opening.split(" ", 1)[0].lower() in _OPENINGS


KOMA_PERINCIAN = Rule(
    code="koma-perincian",
    level=Level.GAYA,
    title=N_("No comma before the last of a list"),
    message=N_("Before “{join}” in a list of three or more EYD wants a comma."),
    why=N_(
        "In a list of three and more the last is parted by a comma as well: penerangan, pendidikan, dan "
        "kebijakan. Most newsrooms leave it out; a release that follows EYD has it."
    ),
    eyd=("TB01",),
    kind=Judgement(_find, marks=frozenset(","), words=frozenset("dan serta atau".split())),
    examples=(
        ("Warga membawa sapu, sekop dan karung.", "Warga membawa sapu, sekop, dan karung."),
        (
            "Isinya penerangan umum, kebijakan, aktivitas dan langkah pemerintah.",
            "Isinya penerangan umum, kebijakan, aktivitas, dan langkah pemerintah.",
        ),
    ),
    leave_alone=("Warga membawa sapu, sekop, dan karung.", "Setelah hujan, warga dan petugas bekerja."),
)
