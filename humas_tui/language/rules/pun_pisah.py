"""The particle pun is a word of its own (apa pun, siapa pun), but for the conjunctions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: The conjunctions of EYD V, KE02, words whose root ends in -pun, and slips that are something else.
_ONE_WORD: Final = frozenset(
    f"{word}pun"
    for word in (
        "ada andai atau bagaimana biar jika kalau kendati mau meski sekali sungguh walau "
        "am diam pengam mengam keam him menghim dihim terhim berhim rum serum berum merum dirum pum berpum terpum "
        "wala je la har"
    ).split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    if "pun" not in paragraph.text:
        return
    for token in paragraph.tokens:
        word = token.lower
        if not word.endswith("pun") or len(word) < 5 or not word.isalpha() or word in _ONE_WORD:
            continue
        if not token.capitalised or token.initial or paragraph.titled:
            yield Hit(token.start, token.end, (f"{token.text[:-3]} {token.text[-3:]}",))


PUN_PISAH = Rule(
    code="pun-pisah",
    level=Level.SARAN,
    title=N_("pun written together"),
    message=N_("Pun is a word of its own here: “{fix}”."),
    why=N_(
        "The particle pun, also, even, is written apart: apa pun, siapa pun, kami pun. Twelve conjunctions have "
        "it joined: adapun, andaipun, ataupun, bagaimanapun, biarpun, kalaupun, kendatipun, maupun, meskipun, "
        "sekalipun, sungguhpun, walaupun."
    ),
    eyd=("KE02",),
    certain=True,
    kind=Judgement(_find),
    examples=(
        ("Apapun alasannya, siapapun boleh datang.", "Apa pun alasannya, siapa pun boleh datang."),
        ("Wargapun antusias, sedikitpun tidak mengeluh.", "Warga pun antusias, sedikit pun tidak mengeluh."),
    ),
    leave_alone=(
        "Meskipun hujan, warga maupun petugas menghimpun data serumpun di Lampun.",
        "Adapun bantuan itu, walaupun kecil, ampuh; sekalipun sedikit, kalaupun ada.",
    ),
)
