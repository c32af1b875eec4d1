"""di- before a verb is a prefix: didasari, dilaksanakan."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ...i18n import N_
from ..affixes import nasalised
from ..finding import Level
from ..kinds import Hit, Judgement
from ..kinds.words import CLITICS
from ..prose import Paragraph
from ..rule import Rule
from ..tables import table

#: Nouns that end like a verb with -kan; those made of the roots in ``akhir_k`` come on top of them.
_NOUNS: Final = frozenset(
    "anakan balikan belokan bengkokan bentrokan cangkokan cuplikan gundukan jebakan kebijakan kelistrikan "
    "kemajemukan kependudukan keponakan kontrakan lekukan lonjakan majikan pabrikan pasokan pasukan patokan "
    "pedepokan pelatukan pemberontakan pendidikan peranakan perbankan perbudakan percetakan pergerakan "
    "perlistrikan perpajakan perpolitikan pojokan ponakan pondokan rongsokan tanjakan tarakan tenggorokan "
    "tumpukan tunggakan vatikan".split()
)
#: Nouns and verbs alike: a verb behind one of the words that a verb follows.
_NOUNS_TOO: Final = frozenset(
    "alokasi aspal audit cor data foto gambar hukum isolasi karantina kunci makan nilai operasi "
    "panen pel potret promosi relokasi rotasi sidang sosialisasi survei tambang target uji vonis".split()
)
_BEFORE_VERBS: Final = frozenset(
    "akan sudah telah sedang belum harus bisa dapat perlu untuk agar segera mau wajib".split()
)
_SHORTEST: Final = 6  # with -kan; «makan», «ikan», «pekan» are shorter


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return frozenset(line[0] for line in table("pasif"))


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    """Nouns in -an of roots that end in k: gerakan, penunjukan, kedudukan."""
    roots = [root for root, _forms in table("akhir_k")]
    return _NOUNS.union(
        *({f"{root}an", f"ke{root}an", f"per{root}an", f"{nasalised('pe', root)}an"} for root in roots)
    )


def _is_verb(word: str) -> bool:
    """Whether di- and this word make a passive verb, and the word by itself is no place."""
    cores = (word, *(word[: -len(clitic)] for clitic in CLITICS if word.endswith(clitic)))
    return any(core in _verbs() or _is_made_with_kan(core) for core in cores)


def _is_made_with_kan(word: str) -> bool:
    return word.endswith("kan") and len(word) >= _SHORTEST and word not in _nouns()


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    before = ""
    for token, after in pairwise(paragraph.tokens):
        verb = after.lower
        is_apart = token.lower == "di" and after.text == verb and paragraph.text[token.end : after.start].isspace()
        if is_apart and (_is_verb(verb) or (before in _BEFORE_VERBS and verb in _NOUNS_TOO)):
            yield Hit(token.start, after.end, (f"{token.text}{after.text}",))
        before = token.lower


AWALAN_DI = Rule(
    code="awalan-di",
    level=Level.GALAT,
    title=N_("Prefix di- written apart"),
    message=N_("Before a verb di- is a prefix: “{fix}”."),
    why=N_(
        "The prefix di- makes a verb passive and is written together with it: didasari, dihadiri, dilaksanakan. "
        "Apart stands the preposition di, before a place or a time: di kantor."
    ),
    eyd=("KB01a",),
    certain=True,
    kind=Judgement(_find, words=frozenset({"di"})),
    examples=(
        ("Keputusan itu di dasari data.", "Keputusan itu didasari data."),
        ("Acara di laksanakan di aula dan di buka camat.", "Acara dilaksanakan di aula dan dibuka camat."),
    ),
    leave_alone=(
        "Ikan dijual di pekan itu, di gerakan pramuka, dan di makan malam.",
        "Kemajuan di pendidikan dan di kebijakan terlihat di hati warga.",
    ),
)
