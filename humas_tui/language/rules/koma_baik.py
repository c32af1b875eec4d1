"""``warga baik di kota maupun di desa``: a comma before *baik … maupun …*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.verbs import is_predicate
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_PAIR: Final = re.compile(
    r"(?<![\w)])(?P<before>[\w)]++) (?P<baik>baik) (?P<first>\w+)(?P<between>[^.?!;“”\"]{2,120}?) maupun "
)
#: Behind these *baik* is a quality, or belongs to what goes before.
_QUALITY: Final = frozenset(
    "lebih dengan sangat yang cukup paling secara kurang tidak berjalan menyambut disambut dan atau itu "
    "bisa dapat terbaik sama berkelakuan berbuat hubungan nama niat itikad kabar selalu semakin oleh "
    "untuk di ke dari pada kepada bagi dalam sebagai akan adalah menjadi juga".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    for match in _PAIR.finditer(paragraph.text):
        before = match["before"]
        if before.lower() in _QUALITY or is_predicate(before.lower()):
            continue
        yield Hit(match.end("before"), match.end("baik"), (", baik",))


KOMA_BAIK = Rule(
    code="koma-baik",
    level=Level.SARAN,
    title=N_("No comma before “baik … maupun …”"),
    message=N_("What “baik … maupun …” explains is parted from it by a comma."),
    why=N_(
        "Baik … maupun … adds to what stands before it, and stands between commas: Semua warga, baik tua maupun "
        "muda, diundang. Behind a verb whose object it is, it has none."
    ),
    eyd=("TB13",),
    kind=Judgement(_find, words=frozenset({"maupun"})),
    examples=(
        ("Warga dilayani di kantor baik pagi maupun sore.", "Warga dilayani di kantor, baik pagi maupun sore."),
    ),
    leave_alone=(
        "Semua warga, baik tua maupun muda, diundang.",
        "Program itu mendukung baik petani maupun nelayan.",
        "Rapat berjalan baik dan tertib maupun lancar.",
    ),
)
