"""A hyphen in the place of a dash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..house import LONG_DASH
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_HYPHEN: Final = re.compile(r"[ \u00a0](?<![ \u00a0]{2})[ \u00a0]*-{1,2}[ \u00a0]+(?=[^\s-])|--(?=[^\s-])")
#: A dateline has no more words; what parts it from the lead the office has chosen.
_DATELINE: Final = 6
#: As many in one paragraph make a list of it.
_LIST: Final = 4


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    dash = paragraph.house.dash
    text = paragraph.text
    found = [
        match.span()
        for match in _HYPHEN.finditer(text)
        if text[match.start() - 1 : match.start()] not in ("", "-")
    ]
    for start, end in found if len(found) < _LIST else ():
        index = paragraph.token_at(end)
        if not index or index == len(paragraph.tokens):
            continue
        before, after = paragraph.tokens[index - 1], paragraph.tokens[index]
        figures = before.text.isdigit() and after.text.isdigit()
        doubled = before.end == start and after.lower.startswith(before.lower)
        dateline = index <= _DATELINE and all(token.capitalised for token in paragraph.tokens[: index + 1])
        if not figures and not doubled and not dateline:
            yield Hit(start, end, (dash if dash == LONG_DASH else f" {dash} ",))


TANDA_PISAH = Rule(
    code="tanda-pisah",
    level=Level.GAYA,
    title=N_("Hyphen for a dash"),
    message=N_("Between two parts of a sentence stands a dash: “{fix}”."),
    why=N_(
        "The hyphen joins: *anak-anak*, *se-Indonesia*. What is put between two parts of a sentence is set off "
        "by a dash; EYD writes the long one without spaces, most of the press a shorter one between spaces. The "
        "office chooses."
    ),
    eyd=("TF01",),
    kind=Judgement(_find, marks=frozenset("-")),
    examples=(("Posko itu - dibuka sejak Senin - sudah penuh.", "Posko itu – dibuka sejak Senin – sudah penuh."),),
    leave_alone=(
        "Posko itu—dibuka sejak Senin—sudah penuh.",
        "KOTA SUKABUMI - Posko dibuka.",
        "Warga berjalan-jalan se-Kota Sukabumi.",
        "Tahun 2019 - 2020 dan langkah - langkah pemerintah.",
    ),
)
