"""``baik dari pusat dan daerah``, ``warga maupun tamu``: *baik* goes with *maupun*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_BAIK: Final = re.compile(
    r"(?:^|(?<=[,.] )|(?<=(?:ini|itu) ))[Bb]aik "
    r"(?P<prep>di|ke|dari|dalam|pada|oleh|secara|melalui|untuk|bagi|kepada|dengan) "
    r"(?P<first>[^.,;?!]{2,50}?) (?P<at>dan|ataupun|atau) (?P=prep)\b"
)
_MAUPUN: Final = re.compile(r"(?<=\w )(?P<at>maupun) ")
#: With one of these before it *maupun* means *and not*: it needs no *baik*.
_PARTNERS: Final = re.compile(
    r"\b(?:[Bb]aik|[Tt]idak|[Tt]ak|[Bb]ukan|[Bb]elum|[Tt]anpa|[Nn]amun|[Mm]au|ataupun)\b"
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for match in _BAIK.finditer(text):
        yield Hit(*match.span("at"), ("maupun",), message=_MESSAGE_BAIK)
    for match in _MAUPUN.finditer(text):
        start = max(text.rfind(stop, 0, match.start()) for stop in (". ", "? ", "! ", "; ")) + 1
        if _PARTNERS.search(text, start, match.start("at")) is None:
            yield Hit(*match.span("at"), ("dan", "serta"))


_MESSAGE_BAIK: Final = N_("“Baik” goes with “maupun”.")

KALIMAT_BAIK_DAN = Rule(
    code="kalimat-baik-dan",
    level=Level.GAYA,
    title=N_("“Baik” without “maupun”, “maupun” without “baik”"),
    message=N_("“Maupun” goes with “baik”; alone it is “dan”."),
    why=N_(
        "Baik … maupun … is a pair: one half does not stand without the other. Without baik the joining word is "
        "dan."
    ),
    source="Tata Bahasa Baku Bahasa Indonesia",
    spares_quotes=True,
    kind=Judgement(_find, words=frozenset({"baik", "maupun"})),
    examples=(
        ("Tamu datang, baik dari pusat dan dari daerah.", "Tamu datang, baik dari pusat maupun dari daerah."),
        ("Layanan bagi warga maupun tamu gratis.", "Layanan bagi warga dan tamu gratis."),
    ),
    leave_alone=(
        "Tamu datang, baik dari pusat maupun dari daerah.",
        "Ia tidak memungut maupun menerima uang.",
        "Rapat berjalan baik dan lancar.",
    ),
)
