"""``aula di mana acara digelar``: *di mana* asks, it does not join."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_WHERE: Final = re.compile(
    r"(?<![\w)\"”%])(?P<before>[\w)\"”%]++)(?P<mark>[,.]? )(?P<at>(?P<word>[Dd]i ?mana),?)(?= \w)"
    r"(?! (?:pun|saja|letak|lokasi|rumah|asal)\b)"
)
_WHICH: Final = re.compile(r"(?<=\w)(?P<mark>,? )(?P<at>yang mana)(?= [a-z])(?! (?:yang|pun|saja)\b)")
_TIMES: Final = frozenset(
    "saat tahun hari masa zaman waktu era bulan momen periode kondisi situasi keadaan".split()
)
#: Behind these it asks where.
_ASKS: Final = frozenset(
    "tahu mengetahui menanyakan bertanya tanya ketahui lupa melihat mencari tau entah kapan siapa dan dari dari "
    "bingung jelas ingat tunjukkan mengerti".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for match in _WHERE.finditer(text):
        if match["before"].lower() in _ASKS or _asks(paragraph, match.start("at")):
            continue
        start, end = match.span("at")
        if match["word"][0] == "D":
            word = paragraph.tokens[paragraph.token_at(end)]
            yield Hit(start, word.end, _begun(word.text), names={"word": match["word"]})
        else:
            yield Hit(start, end, _instead(match["before"].lower()), names={"word": match["word"]})
    for match in _WHICH.finditer(text):
        if not _asks(paragraph, match.start("at")):
            yield Hit(*match.span("at"), ("yang",), names={"word": match["at"]})


def _asks(paragraph: Paragraph, position: int) -> bool:
    """Whether the sentence around it is a question."""
    ends = [position for position in (paragraph.text.find(mark, position) for mark in ".?!") if position >= 0]
    return bool(ends) and paragraph.text[min(ends)] == "?"


def _begun(word: str) -> tuple[str, ...]:
    """How a new sentence begins without it."""
    return word[:1].upper() + word[1:], f"Dalam hal ini, {word}", f"Di sana, {word}"


def _instead(before: str) -> tuple[str, ...]:
    """What joins there: behind a time or a state *ketika*, else *tempat* or *yang*."""
    if before in _TIMES or before.isdigit():
        return "ketika", "yang"
    return ("yang", "dengan") if before == "tempat" else ("tempat", "yang", "dengan")


KALIMAT_DI_MANA = Rule(
    code="kalimat-di-mana",
    level=Level.GAYA,
    title=N_("“Di mana” and “yang mana” as joining words"),
    message=N_("“{word}” asks a question; to join two clauses another word serves, or a new sentence."),
    why=N_(
        "Di mana and yang mana are question words. As joining words they were made after where and which; tempat, "
        "yang, ketika, dengan or a new sentence says it plainly."
    ),
    source="Tata Bahasa Baku Bahasa Indonesia",
    spares_quotes=True,
    kind=Judgement(_find, words=frozenset({"mana", "dimana"})),
    examples=(
        ("Itu aula di mana acara digelar.", "Itu aula tempat acara digelar."),
        ("Dana itu cair. Dimana, untuk jalan ada Rp1 miliar.", "Dana itu cair. Untuk jalan ada Rp1 miliar."),
        ("Ada program baru yang mana membantu petani.", "Ada program baru yang membantu petani."),
    ),
    leave_alone=(
        "Di mana acara digelar?",
        "Warga tidak tahu di mana acara digelar.",
        "Layanan ada di mana pun warga berada.",
    ),
)
