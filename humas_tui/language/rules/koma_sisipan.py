"""``Sejauh ini kata Rina,``: who says it stands between two commas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import OFFICES
from ..grammar.walk import gap, joined, name_end, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_SAYS: Final = frozenset(
    "kata ujar ucap tutur ungkap papar tegas imbuh sambung lanjut tambah jelas terang sebut".split()
)
_WHO: Final = frozenset({"dia", "ia", "beliau"})
#: Behind these it is part of another phrase: *lebih lanjut*, *kurang jelas*, *dengan kata*, *dua kata*.
_NOT_AFTER: Final = frozenset(
    "lebih kurang sudah belum tidak makin semakin dengan dan secara dua tiga beberapa sebuah satu yang "
    "tindak cukup lain usia rapat agar untuk ke masih atau bila jika demikian begitu seperti".split()
)
_LONGEST_NAME: Final = 4


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _SAYS):
        token = tokens[index]
        if not token.text.islower() or not joined(paragraph, index) or not joined(paragraph, index + 1):
            continue
        before = tokens[index - 1]
        if before.lower in _NOT_AFTER or before.quoted != token.quoted or token.quoted:
            continue
        end = name_end(paragraph, index + 1)
        if end == index + 1 and (tokens[end].lower in _WHO or tokens[end].lower in OFFICES):
            end += 1
        if index + 1 < end <= index + 1 + _LONGEST_NAME and gap(paragraph, end)[:1] == "," and end < len(tokens):
            who = paragraph.text[token.start : tokens[end - 1].end]
            yield Hit(before.end, token.end, (f", {token.text}",), names={"who": who})


KOMA_SISIPAN = Rule(
    code="koma-sisipan",
    level=Level.GALAT,
    title=N_("First comma missing before who says it"),
    message=N_("Who says it is put in between two commas: “, {who},”."),
    why=N_(
        "Who says something may be put into the sentence; it stands between two commas then: Sejauh ini, kata "
        "Rina, layanan lancar."
    ),
    eyd=("TB07", "TB13"),
    certain=True,
    kind=Judgement(_find, marks=frozenset(","), words=_SAYS),
    examples=(
        ("Sejauh ini kata Rina, layanan lancar.", "Sejauh ini, kata Rina, layanan lancar."),
        ("Ke depan lanjut Bupati, loket ditambah.", "Ke depan, lanjut Bupati, loket ditambah."),
    ),
    leave_alone=(
        "Sejauh ini, kata Rina, layanan lancar.",
        "“Layanan lancar,” kata Rina, staf loket.",
        "Lebih lanjut Rina, staf loket, menjelaskan.",
    ),
)
