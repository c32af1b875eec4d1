"""``pelaksanaan kegiatan penyelenggaraan``: nouns made of verbs, one upon the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_NOUN: Final = r"(?:pe[mnlrk]?[a-z]{4,}an|ke[a-z]{4,}an)(?:nya)?"
_CHAIN: Final = re.compile(rf"\b{_NOUN}(?: (?:dan )?{_NOUN}){{2,}}\b")
#: They look like it and tell of no doing.
_OTHERS: Final = frozenset(
    "pemerintahan perusahaan pekerjaan pertanian kecamatan kelurahan kesehatan pendidikan".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for match in _CHAIN.finditer(paragraph.text):
        if sum(word not in _OTHERS for word in match[0].split() if word != "dan") > 2:
            yield Hit(*match.span())


GAYA_NOMINAL = Rule(
    code="gaya-nominal",
    level=Level.GAYA,
    title=N_("Chain of nouns made of verbs"),
    message=N_("“{found}”: a verb says it shorter, and says who does it."),
    why=N_(
        "Nouns such as pelaksanaan, penyelenggaraan, peningkatan are verbs in disguise. Three in a row are a "
        "riddle."
    ),
    source="Kalimat efektif",
    kind=Judgement(_find),
    examples=(
        (
            "Rapat membahas pelaksanaan kegiatan peningkatan pelayanan.",
            "Rapat membahas cara meningkatkan pelayanan.",
        ),
    ),
    leave_alone=("Rapat membahas peningkatan pelayanan.", "Dinas Pendidikan dan Kebudayaan Kecamatan."),
)
