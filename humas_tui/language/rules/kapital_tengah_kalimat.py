"""``Usai Memberikan sambutan``, ``kepada Masyarakat sekitar``: common words with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.lists import lines
from ..grammar.walk import joined
from ..kinds import Hit, Judgement
from ..prose import Paragraph, Token
from ..rule import Rule

_COMMON_WORDS: Final = frozenset(lines("kata_umum.txt"))
#: Verbs by their shape: no name ends so.
_VERB: Final = re.compile(r"(?:Mem|Men|Meng|Meny|Mel|Mer|Di)[a-z]{2,}kan|(?:Mem|Men|Meng|Meny)[a-z]{3,}i")


#: What is named behind these is a title, and may be a single word.
_TITLED: Final = frozenset(
    "bertajuk berjudul tema bertema program majalah harian koran film lagu buku aplikasi".split()
)
#: They go on with a name of several words: *Riset dan Teknologi*.
_GO_ON: Final = frozenset("dan atau serta maupun".split())


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    if paragraph.role == "headline" or paragraph.titled:
        return
    tokens = paragraph.tokens
    last = -1
    for index, token in enumerate(tokens):
        if token.text == token.lower or index == 0 or not _is_common(token):
            continue
        if token.initial or token.text.isupper() or not joined(paragraph, index):
            continue
        before = tokens[index - 1]
        if not before.text.islower() or before.lower in _TITLED:
            continue
        if before.lower in _GO_ON and index > 1 and tokens[index - 2].capitalised and last != index - 2:
            continue
        behind = paragraph.text[token.end : token.end + 1]
        small = joined(paragraph, index + 1) and tokens[index + 1].text.islower()
        if small or behind in {".", ",", ";", ""}:
            last = index
            yield Hit(token.start, token.end, (token.lower,))


def _is_common(token: Token) -> bool:
    return token.lower in _COMMON_WORDS or _VERB.fullmatch(token.text) is not None


KAPITAL_TENGAH_KALIMAT = Rule(
    code="kapital-tengah-kalimat",
    level=Level.GALAT,
    title=N_("Common word with a capital"),
    message=N_("“{found}” is a common word: inside a sentence it has a small letter."),
    why=N_(
        "Inside a sentence only names have a capital. Common words like masyarakat, kegiatan, peserta and verbs "
        "have none, however important they are to the office."
    ),
    eyd=("HF01", "HF20"),
    kind=Judgement(_find),
    examples=(
        ("Bantuan itu untuk Masyarakat sekitar.", "Bantuan itu untuk masyarakat sekitar."),
        ("Acara ditutup usai Memberikan hadiah.", "Acara ditutup usai memberikan hadiah."),
        ("Prestasi itu diakui di tingkat Nasional.", "Prestasi itu diakui di tingkat nasional."),
    ),
    leave_alone=(
        "Menurut Dinas Kesehatan, warga sehat.",
        "Ia berkata, “Masyarakat perlu tahu.”",
        "Pelatihan Guru Penggerak dibuka.",
    ),
)
