"""``Menurut Rina saat ini …``: a comma behind whose opinion it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import regions
from ..grammar.walk import gap, joined, name_end, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_WORDS: Final = frozenset({"menurut", "menurutnya"})
_WHO: Final = frozenset({"dia", "beliau", "saya", "kami", "mereka"})
#: They go on with whose opinion it is, or what.
_GO_ON: Final = frozenset(
    "dan yang di dari pada dalam untuk tentang selaku sebagai atau serta itu ini tersebut nomor".split()
)
_LONGEST_NAME: Final = 4


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _WORDS):
        token = tokens[index]
        if not token.capitalised or not joined(paragraph, index + 1):
            continue
        if token.lower == "menurutnya":
            yield Hit(token.start, token.end, (f"{token.text},",))
            continue
        end = name_end(paragraph, index + 1)
        if end == index + 1 and tokens[end].lower in _WHO:
            end += 1
        if not index + 1 < end <= index + 1 + _LONGEST_NAME or end >= len(tokens) or gap(paragraph, end) != " ":
            continue
        last = tokens[end - 1]
        if tokens[end].lower not in _GO_ON and not _is_paper(last.text):
            yield Hit(last.start, last.end, (f"{last.text},",))


def _is_paper(word: str) -> bool:
    """Whether it is a source that may go on with small words: a figure, an abbreviation, a region."""
    return word.isdigit() or (len(word) > 1 and word.isupper()) or word in regions()


KOMA_MENURUT = Rule(
    code="koma-menurut",
    level=Level.SARAN,
    title=N_("No comma behind whose opinion it is"),
    message=N_("A comma shows where the opinion begins: “Menurut … {fix}”."),
    why=N_("A comma behind an opening such as menurut Rina keeps the reader from running both parts together."),
    eyd=("TB14",),
    kind=Judgement(_find, words=_WORDS),
    examples=(
        ("Menurut Rina saat ini loket penuh.", "Menurut Rina, saat ini loket penuh."),
        ("Menurutnya loket itu penuh.", "Menurutnya, loket itu penuh."),
    ),
    leave_alone=(
        "Menurut Rina, loket itu penuh.",
        "Menurut Rina dan Budi, loket itu penuh.",
        "Menurut data BPS jumlahnya naik.",
    ),
)
