"""``tujuan daripada kegiatan``: *daripada* compares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

#: With one of these in the sentence it compares.
_COMPARES: Final = re.compile(
    r"\b(?:lebih|kurang|ter[a-z]+|lain|beda|berbeda|melebihi|mending|baik|bukan|selain|jauh|ketimbang|dibanding\w*|"
    r"paling|sebelum|dahulu|dulu|terlebih|mengutamakan|memilih|di bawah|di atas|banyak)\b",
    re.IGNORECASE,
)
_THAN: Final = re.compile(r"(?<![\w-])(?P<at>(?P<noun>[\w-]++) daripada)(?= \w)")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for start, end in paragraph.sentences:
        if text.find(" daripada ", start, end) < 0 or _COMPARES.search(text, start, end) is not None:
            continue
        for match in _THAN.finditer(text, start, end):
            yield Hit(*match.span("at"), (match["noun"], f"{match['noun']} dari"), names={"noun": match["noun"]})


KALIMAT_DARIPADA = Rule(
    code="kalimat-daripada",
    level=Level.SARAN,
    title=N_("“Daripada” that compares nothing"),
    message=N_("“Daripada” compares. Here nothing is compared: “{noun} …”."),
    why=N_(
        "Daripada compares two things: lebih cepat daripada dulu. Whose something is needs no word: tujuan "
        "kegiatan."
    ),
    source="Tata Bahasa Baku Bahasa Indonesia",
    kind=Judgement(_find, words=frozenset({"daripada"})),
    examples=(("Tujuan daripada kegiatan itu jelas.", "Tujuan kegiatan itu jelas."),),
    leave_alone=("Layanan lebih cepat daripada dulu.", "Daripada menunggu, warga pulang."),
)
