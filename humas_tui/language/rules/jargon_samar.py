"""Words that leave out when, who and which."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

JARGON_SAMAR = Rule(
    code="jargon-samar",
    level=Level.GAYA,
    title=N_("Vague word"),
    message=N_("Vague: say when, who or which."),
    why=N_(
        "Beberapa waktu lalu, pihak terkait, dalam waktu dekat: the reader wants the date, the office, the name."
    ),
    source="Kelengkapan berita (5W+1H)",
    once=True,
    kind=Words(partial(entries, "jargon", "V"), clitics=False),
    examples=(("Jalan dibuka dalam waktu dekat.", "Jalan dibuka pada 3 Mei."),),
    leave_alone=("Jalan dibuka pada 3 Mei.",),
)
