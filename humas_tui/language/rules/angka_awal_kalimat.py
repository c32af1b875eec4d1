"""A sentence that begins with a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..calendar import MONTH_NUMBERS
from ..finding import Level
from ..kinds import Hit, Judgement
from ..numerals import ONE_WORD
from ..prose import Paragraph
from ..rule import Rule

_FIGURE: Final = re.compile(r"(?P<figure>\d{1,3}(?:\.\d{3})*)(?:,\d+)?[ \u00a0](?P<word>[a-z]{2,})\b")
#: The sentence goes on behind it with another part: it is no count.
_NO_COUNT: Final = (
    frozenset("dan atau di ke dari yang adalah merupakan menjadi sampai hingga".split()) | MONTH_NUMBERS.keys()
)
#: Of these nobody says *sebanyak*.
_MEASURES: Final = frozenset(
    "persen kilometer meter kilogram ton liter hektare jam menit detik hari pekan bulan tahun derajat".split()
)
_TURN: Final = N_("A sentence does not begin with a figure: turn it round.")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    if paragraph.role not in ("body", "quotation"):
        return
    for start, _end in paragraph.sentences:
        begin = start + (paragraph.text[start] in "“\"'‘(")
        match = _FIGURE.match(paragraph.text, begin)
        if match is None or match["word"] in _NO_COUNT:
            continue
        figures = match[0].split()[0]
        word = ONE_WORD.get(int(figures)) if figures.isdigit() else None
        if word is None and match["word"] in _MEASURES:
            yield Hit(begin, begin + len(figures), message=_TURN)
        else:
            yield Hit(begin, begin + len(figures), (word.capitalize() if word else f"Sebanyak {figures}",))


ANGKA_AWAL_KALIMAT = Rule(
    code="angka-awal-kalimat",
    level=Level.GAYA,
    title=N_("Figure at the begin of a sentence"),
    message=N_("A sentence does not begin with a figure: “{fix} …”."),
    why=N_(
        "A sentence begins with a capital, and a figure has none. A number of one word is written out, before a "
        "longer one stands *sebanyak*, or the sentence is turned round. Headlines and lists may begin with "
        "figures."
    ),
    eyd=("KG04", "KG02"),
    kind=Judgement(_find, marks=frozenset("123456789")),
    examples=(
        ("Warga menunggu. 10 orang pingsan.", "Warga menunggu. Sepuluh orang pingsan."),
        ("250 orang hadir di balai kota.", "Sebanyak 250 orang hadir di balai kota."),
    ),
    leave_alone=(
        "Sebanyak 250 orang hadir di balai kota.",
        "17 Agustus diperingati di balai kota.",
        "1. Camat hadir.",
        "2019 menjadi tahun yang sulit.",
    ),
)
