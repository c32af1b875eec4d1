"""“Rp” before an amount and “rupiah” behind it."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

ANGKA_RUPIAH_GANDA = Rule(
    code="angka-rupiah-ganda",
    level=Level.GALAT,
    title=N_("Rp and rupiah"),
    message=N_("“Rp” says rupiah already; the word is not needed."),
    why=N_("Either the sign stands before the amount or the word behind it: *Rp400 miliar*, *400 miliar rupiah*."),
    eyd=("KG03", "KG05"),
    certain=True,
    kind=Patterns(
        (
            Pattern(
                r"(?<![A-Za-z])Rp\.?[ \u00a0]?[\d.,]*(?<=\d)"
                r"(?P<at>(?P<unit>[ \u00a0](?:ribu|juta|miliar|milyar|triliun))?[ \u00a0]rupiah)\b",
                fix=r"\g<unit>",
            ),
        ),
        words=frozenset({"rupiah"}),
    ),
    examples=(
        ("Nilai tender Rp400 miliar rupiah.", "Nilai tender Rp400 miliar."),
        ("Harga beras Rp15.000 rupiah.", "Harga beras Rp15.000."),
    ),
    leave_alone=("Nilai tender 400 miliar rupiah.", "Nilai tender Rp400 miliar. Rupiah menguat."),
)
