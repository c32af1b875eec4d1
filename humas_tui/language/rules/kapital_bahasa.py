"""``Bahasa Indonesia``: the language is *bahasa Indonesia*; what is taught at school has the name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import capital_follows, joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_KINDS: Final = frozenset({"bahasa", "suku", "bangsa", "umat"})
#: Peoples, languages and faiths that are spoken of most.
_NAMES: Final = frozenset(
    "indonesia inggris jawa sunda arab mandarin melayu bali bugis batak minang madura betawi jepang jerman "
    "prancis belanda korea islam kristen hindu buddha dayak asmat daerah isyarat".split()
)
#: Behind these it is a subject at school, or the name of an office.
_SUBJECTS: Final = frozenset(
    "pelajaran jurusan studi prodi mapel guru ujian lomba olimpiade bulan balai badan pusat kantor tes".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _KINDS):
        token = tokens[index]
        if not token.capitalised or token.initial or not joined(paragraph, index) or paragraph.titled:
            continue
        before = tokens[index - 1]
        if not before.text.islower() or before.lower in _SUBJECTS or not joined(paragraph, index + 1):
            continue
        if tokens[index + 1].lower in _NAMES and not capital_follows(paragraph, index + 1):
            yield Hit(token.start, token.end, (token.lower,))


KAPITAL_BAHASA = Rule(
    code="kapital-bahasa",
    level=Level.SARAN,
    title=N_("Capital before the name of a language or people"),
    message=N_("Only the name has a capital, not the word “{fix}” before it."),
    why=N_(
        "In bahasa Indonesia, suku Sunda, bangsa Indonesia, umat Islam the name alone has a capital. The subject "
        "at school is Bahasa Indonesia."
    ),
    eyd=("HF11",),
    kind=Judgement(_find, words=_KINDS),
    examples=(("Ia fasih dalam Bahasa Indonesia.", "Ia fasih dalam bahasa Indonesia."),),
    leave_alone=("Ia mengajar mata pelajaran Bahasa Indonesia.", "Balai Bahasa Jawa Barat hadir."),
)
