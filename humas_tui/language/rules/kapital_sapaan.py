"""``bapak Budi``, ``pak bupati``: how somebody is addressed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import OFFICES
from ..grammar.walk import capital_follows, joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_ADDRESSES: Final = frozenset("bapak ibu pak bu bang kang mbak mas saudara saudari ustaz ustazah kiai".split())
#: Behind them the word means a mother, a capital city, gold.
_OTHERS: Final = frozenset("kota kandung pertiwi negeri indonesia pembangunan proklamator bangsa".split())
_NOT_AFTER: Final = frozenset(
    "emas seorang para kaum nama dari anak logam harga gram warna ikan kasih sanak antara dan hari".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _ADDRESSES):
        token = tokens[index]
        before = tokens[index - 1].lower if index else ""
        if not joined(paragraph, index + 1) or before in _NOT_AFTER:
            continue
        name = tokens[index + 1]
        if token.lower in {"pak", "bapak", "bu", "ibu"} and name.lower in OFFICES and name.text.islower():
            start, end = token.start, name.end
            fix = f"{token.text.capitalize()} {name.text.capitalize()}"
            yield Hit(start, end, (fix,))
        elif token.text.islower() and capital_follows(paragraph, index) and _is_name(name.text):
            yield Hit(token.start, token.end, (token.text.capitalize(),))


def _is_name(word: str) -> bool:
    return word.lower() not in _OTHERS and (len(word) == 1 or not word.isupper())


KAPITAL_SAPAAN = Rule(
    code="kapital-sapaan",
    level=Level.GALAT,
    title=N_("Form of address in small letters"),
    message=N_("Before a name, or to address somebody, it begins with a capital: “{fix}”."),
    why=N_(
        "Words for kin and offices that address somebody, or stand before a name, begin with a capital: Bapak "
        "Rudi, Ibu Sari, Pak Bupati. A mother of somebody is ibu, the mother of Rudi ibu Rudi as well: read it "
        "again."
    ),
    eyd=("HF08", "HF23"),
    kind=Judgement(_find, words=_ADDRESSES),
    examples=(
        ("Kami berterima kasih kepada bapak Rudi Hartono.", "Kami berterima kasih kepada Bapak Rudi Hartono."),
        ("Itu harapan Pak bupati tadi.", "Itu harapan Pak Bupati tadi."),
    ),
    leave_alone=("Harga emas Antam naik.", "Pindahnya ibu kota Nusantara.", "Para ibu dan bapak hadir."),
)
