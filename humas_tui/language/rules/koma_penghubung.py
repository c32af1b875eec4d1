"""``Oleh karena itu kami …``: a comma behind what links a sentence to the one before."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import begins_sentence
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule

#: Two words and more: they cannot be anything else at the begin of a sentence.
_LINKS: Final = (
    "Oleh karena itu|Oleh sebab itu|Oleh karenanya|Karena itu|Untuk itu|Selain itu|Sementara itu|Di samping "
    "itu|Namun demikian|Meskipun demikian|Meski demikian|Walaupun demikian|Walau demikian|Kendati "
    "demikian|Dengan demikian|Dengan begitu|Meskipun begitu|Meski begitu|Walaupun begitu|Namun begitu|Sehubungan "
    "dengan itu|Sejalan dengan itu|Akan tetapi|Tidak hanya itu|Tak hanya itu|Lebih lanjut|Di sisi lain|Di lain "
    "pihak|Di pihak lain|Sebagai contoh|Pada akhirnya|Sebaliknya"
)
#: *Karena itu adalah …*, *Untuk itu yang …*, *Lebih lanjut dari …*: here they link nothing.
_BEHIND: Final = (
    r"(?! (?:adalah|merupakan|ialah|bukan|yang|dari|daripada|tentang|mengenai|terkait|lagi|pula|juga|semua|maka|"
    r"saja|atau|dan)\b)(?<!Karena itu(?= (?:bisa|sudah|tidak)\b))"
)


def _stands_inside(paragraph: Paragraph, match: re.Match[str]) -> bool:
    return not begins_sentence(paragraph, match.start("link"))


KOMA_PENGHUBUNG = Rule(
    code="koma-penghubung",
    level=Level.GAYA,
    title=N_("No comma behind a linking phrase"),
    message=N_("A comma follows “{link}” at the begin of a sentence."),
    why=N_(
        "A phrase that links a sentence to the one before it is followed by a comma: oleh karena itu, selain itu, "
        "dengan demikian, meskipun demikian."
    ),
    eyd=("TB05",),
    certain=True,
    kind=Patterns(
        (Pattern(rf"(?P<link>{_LINKS})(?= \w){_BEHIND}", fix=r"\g<link>,", unless=_stands_inside),),
        words=frozenset(
            "itu karenanya demikian begitu tetapi lanjut lain pihak contoh akhirnya sebaliknya".split()
        ),
    ),
    examples=(
        ("Oleh karena itu warga diminta waspada.", "Oleh karena itu, warga diminta waspada."),
        ("Jalan itu rusak. Selain itu lampunya mati.", "Jalan itu rusak. Selain itu, lampunya mati."),
    ),
    leave_alone=(
        "Selain itu, lampunya mati.",
        "Karena itu adalah tugas kita, kita bekerja.",
        "Warga datang untuk itu semua.",
    ),
)
