"""Nonstandard words that often are part of a name when they have a capital."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

TAKBAKU_NAMA = Rule(
    code="takbaku-nama",
    level=Level.GALAT,
    title=N_("Nonstandard word that may be a name"),
    message=N_("“{found}” is not standard Indonesian: “{fix}”."),
    why=N_(
        "These words are nonstandard, but people, companies and contests are called so: Anugrah, Samudera, "
        "Puteri. They are told of in lower case only; a headline in which every word has a capital does not "
        "count."
    ),
    source="KBBI",
    certain=True,
    kind=Words(partial(entries, "takbaku", "M"), headlines=False),
    examples=(
        ("Setiap group mengirim dua putera daerah.", "Setiap grup mengirim dua putra daerah."),
        ("Surat itu tidak syah.", "Surat itu tidak sah."),
    ),
    leave_alone=("Bupati Lantik Anugrah Pratama", "Ia bekerja di Samudera Group."),
)
