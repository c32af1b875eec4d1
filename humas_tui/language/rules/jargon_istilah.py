"""Words of the office for which readers have plainer ones."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

JARGON_ISTILAH = Rule(
    code="jargon-istilah",
    level=Level.GAYA,
    title=N_("Words of the office"),
    message=N_("Plainer for readers: “{fix}”."),
    why=N_(
        "A release is read by those who do not work in the office. Plain words reach them: menerapkan for "
        "mengimplementasikan, membahas for melakukan pembahasan. Told once for each word."
    ),
    source="Bahasa sederhana bagi pembaca umum",
    once=True,
    kind=Words(partial(entries, "jargon", "J")),
    examples=(("Kota mengimplementasikan aturan itu.", "Kota menerapkan aturan itu."),),
    leave_alone=("Kota menerapkan aturan itu.",),
)
