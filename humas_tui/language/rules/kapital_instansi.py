"""``Dinas lingkungan hidup``: the name of an authority begins each of its words with a capital."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import UNITS, agencies
from ..grammar.walk import capital_follows, joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_GOVERNMENTS: Final = frozenset({"pemerintah", "pemkot", "pemkab", "pemprov", "kantor"})
_WORDS: Final = frozenset(agencies()) | _GOVERNMENTS


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for index in places(paragraph, _WORDS):
        token = paragraph.tokens[index]
        if token.lower in _GOVERNMENTS:
            if token.text.islower() and _governs(paragraph, index):
                yield Hit(token.start, token.end, (token.text.capitalize(),))
            continue
        end, name = _agency(paragraph, index)
        found = paragraph.text[token.start : end]
        if name and found != name and not found.isupper() and _is_named(paragraph, found, end):
            yield Hit(token.start, end, (name,))


def _governs(paragraph: Paragraph, index: int) -> bool:
    """Whether the name of what is governed follows: *pemerintah Kota Bandung*, *pemkab Garut*."""
    if not capital_follows(paragraph, index):
        return False
    if paragraph.tokens[index].lower.startswith("pem") and paragraph.tokens[index].lower != "pemerintah":
        return True
    return paragraph.tokens[index + 1].lower in UNITS and capital_follows(paragraph, index + 1)


def _agency(paragraph: Paragraph, index: int) -> tuple[int, str]:
    """Where the name of the authority that begins at the token ends, and how it is written; ``""`` for none."""
    start = paragraph.tokens[index].start
    ahead = paragraph.text[start : start + 90].lower()
    for name in agencies()[paragraph.tokens[index].lower]:
        if ahead.startswith(name.lower()) and not ahead[len(name) : len(name) + 1].isalnum():
            return start + len(name), name
    return start, ""


def _is_named(paragraph: Paragraph, found: str, end: int) -> bool:
    """Whether it is an authority of its own and no kind of one: it has a capital already, or its place follows."""
    if any(word[0].isupper() for word in found.split()):
        return True
    after = paragraph.token_at(end)
    return joined(paragraph, after) and paragraph.tokens[after].capitalised


KAPITAL_INSTANSI = Rule(
    code="kapital-instansi",
    level=Level.GALAT,
    title=N_("Small letter in the name of an authority"),
    message=N_("In the name of an authority every word but a function word begins with a capital: “{fix}”."),
    why=N_(
        "In names of authorities, offices and organisations every word begins with a capital, except function "
        "words like dan, di, untuk: Dinas Kependudukan dan Pencatatan Sipil, Pemerintah Kota Bandung. As a kind "
        "of office it has none: semua dinas kesehatan."
    ),
    eyd=("HF20",),
    kind=Judgement(_find, words=_WORDS),
    examples=(
        ("Petugas Dinas lingkungan hidup datang.", "Petugas Dinas Lingkungan Hidup datang."),
        ("Kepala dinas kesehatan Kota Bogor hadir.", "Kepala Dinas Kesehatan Kota Bogor hadir."),
        ("Bantuan pemerintah Kota Bogor tiba.", "Bantuan Pemerintah Kota Bogor tiba."),
        (
            "Petugas Dinas Kependudukan Dan Pencatatan Sipil melayani.",
            "Petugas Dinas Kependudukan dan Pencatatan Sipil melayani.",
        ),
    ),
    leave_alone=("Semua dinas kesehatan diminta siaga.", "Pemerintah pusat dan pemerintah kota bekerja sama."),
)
