"""A comma and a hyphen behind an amount."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

ANGKA_RUPIAH_AKHIR = Rule(
    code="angka-rupiah-akhir",
    level=Level.GALAT,
    title=N_("Comma and hyphen behind an amount"),
    message=N_("The amount ends with its last figure."),
    why=N_(
        "*,-* stood for the cents on a receipt. In a text the amount ends with its last figure, or with *,00* "
        "where cents matter."
    ),
    eyd=("TB12",),
    certain=True,
    kind=Patterns(
        (
            Pattern(
                r"[Rr][Pp](?<![A-Za-z]..)[. \u00a0]{0,2}\d[\d.]*(?:[ \u00a0]\d{3})*(?<=\d)"
                r"(?P<at>(?:,00|[,.])[ \u00a0]?[-–—=]+)(?!\d)",
                fix="",
            ),
        ),
        marks=frozenset("-–—="),
    ),
    examples=(("Harga beras Rp15.000,- sekilo.", "Harga beras Rp15.000 sekilo."),),
    leave_alone=("Harga beras Rp15.000,00 atau Rp15.000-Rp16.000 sekilo.",),
)
