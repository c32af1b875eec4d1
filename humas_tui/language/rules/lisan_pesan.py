"""Abbreviations of messages: yg, dgn, utk."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

LISAN_PESAN = Rule(
    code="lisan-pesan",
    level=Level.GALAT,
    title=N_("Abbreviation of messages"),
    message=N_("Written out: “{fix}”."),
    why=N_("Yg, dgn, utk save time on a telephone. In a text that is published every word is written out."),
    source="Ragam tulis",
    certain=True,
    kind=Words(partial(entries, "takbaku", "P"), clitics=False),
    examples=(("Warga yg hadir dgn keluarganya.", "Warga yang hadir dengan keluarganya."),),
    leave_alone=("Warga yang hadir dengan keluarganya.",),
)
