"""``wib``: the zones of time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: *Wita* is an acronym (EYD V, KF06); newsrooms write WITA too, and that is let be.
_ZONES: Final = {"wib": "WIB", "wita": "Wita", "wit": "WIT"}
_RIGHT: Final = frozenset({"WIB", "WITA", "Wita", "WIT"})


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for index in places(paragraph, _ZONES):
        token = paragraph.tokens[index]
        if token.text not in _RIGHT and index and paragraph.tokens[index - 1].text[-1].isdigit():
            yield Hit(token.start, token.end, (_ZONES[token.lower],))


SINGKATAN_WAKTU = Rule(
    code="singkatan-waktu",
    level=Level.GALAT,
    title=N_("Zone of time in small letters"),
    message=N_("The zone of time is written “{fix}”."),
    why=N_("Zones of time are written WIB, Wita (or WITA) and WIT."),
    eyd=("KF03", "KF06"),
    certain=True,
    kind=Judgement(_find, words=frozenset(_ZONES)),
    examples=(("Acara mulai pukul 09.00 wib.", "Acara mulai pukul 09.00 WIB."),),
    leave_alone=("Acara mulai pukul 09.00 WITA.", "Wit datang pukul 09.00."),
)
