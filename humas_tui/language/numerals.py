"""Numbers in words and in Roman figures."""

from __future__ import annotations

from typing import Final

#: Those that one word says: the others are written in figures (EYD V, KG02).
ONE_WORD: Final = {
    1: "satu",
    2: "dua",
    3: "tiga",
    4: "empat",
    5: "lima",
    6: "enam",
    7: "tujuh",
    8: "delapan",
    9: "sembilan",
    10: "sepuluh",
    11: "sebelas",
    100: "seratus",
    1000: "seribu",
}
_ROMAN: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(number: int) -> str:
    """``14`` as ``XIV``; the number is positive."""
    letters = []
    for value, figure in _ROMAN:
        count, number = divmod(number, value)
        letters.append(figure * count)
    return "".join(letters)


def grouped(digits: str) -> str:
    """``1250000`` as ``1.250.000``: a full stop before every three figures (EYD V, TA08)."""
    return f"{int(digits):,}".replace(",", ".")
