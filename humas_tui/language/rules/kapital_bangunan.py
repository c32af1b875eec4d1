"""``jembatan Ampera``, ``gedung Sate``: what is built bears a name too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import DAYS, FUNCTION_WORDS, MONTHS, OFFICES, UNITS
from ..grammar.walk import capital_follows, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_BUILT: Final = frozenset(
    "jembatan gedung bandara bandar stasiun terminal pelabuhan masjid gereja pura vihara stadion alun-alun "
    "bendungan waduk tugu monumen pendopo aula museum perumahan".split()
)
_NO_NAME: Final = (
    DAYS
    | MONTHS
    | UNITS
    | OFFICES
    | FUNCTION_WORDS
    | frozenset("indonesia anda pemerintah dinas pemkot pemkab".split())
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _BUILT):
        token = tokens[index]
        if token.capitalised or not capital_follows(paragraph, index):
            continue
        name = tokens[index + 1]
        if name.lower not in _NO_NAME and not (len(name.text) > 1 and name.text.isupper()):
            yield Hit(token.start, token.end, (token.text.capitalize(),), names={"name": name.text})


KAPITAL_BANGUNAN = Rule(
    code="kapital-bangunan",
    level=Level.SARAN,
    title=N_("Small letter in the name of a building"),
    message=N_("If it is called so, it begins with a capital: “{fix} {name}”."),
    why=N_(
        "A word like bridge, building, station is part of the name that follows it and begins with a capital: "
        "Jembatan Ampera, Gedung Sate. It has none where what follows only tells whose it is."
    ),
    eyd=("HF16",),
    kind=Judgement(_find, words=_BUILT),
    examples=(("Kirab melewati jembatan Ampera.", "Kirab melewati Jembatan Ampera."),),
    leave_alone=("Warga berkumpul di gedung DPRD.", "Perbaikan jembatan Kabupaten Lahat dimulai."),
)
