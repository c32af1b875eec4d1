"""``H Herman``, ``Drs Ahmad``: titles before a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.walk import capital_follows, gap, joined, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_TITLES: Final = frozenset("Drs Dra Ir H Hj Dr dr drg Prof Pdt Ust Sdr".split())
_WORDS: Final = frozenset(title.lower() for title in _TITLES)
#: In capitals throughout they are wrong with a full stop too.
_LOUD: Final = {"DR": "Dr.", "DRS": "Drs.", "DRA": "Dra.", "IR": "Ir.", "PROF": "Prof.", "HJ": "Hj."}
#: Behind these an H is no haji: *hari H*, *Blok H*.
_NOT_AFTER: Final = frozenset("hari blok kelas tipe vitamin golongan grup gedung jalur huruf seksi zona".split())


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _WORDS):
        token = tokens[index]
        if token.text in _LOUD:
            yield from _lowered(paragraph, index)
            continue
        if token.text not in _TITLES or not capital_follows(paragraph, index):
            continue
        if token.text == "H":
            name = tokens[index + 1].text
            if index and (tokens[index - 1].lower in _NOT_AFTER or _is_initial(paragraph, index - 1)):
                continue
            if len(name) > 1 and name.isupper() and name not in _WORDS:
                continue
        yield Hit(token.start, token.end, (f"{token.text}.",))


def _lowered(paragraph: Paragraph, index: int) -> Iterator[Hit]:
    """A title in capitals before a name that is not."""
    token = paragraph.tokens[index]
    between = gap(paragraph, index + 1)
    if between in {" ", ". ", "."} and index + 1 < len(paragraph.tokens):
        name = paragraph.tokens[index + 1]
        if name.capitalised and (len(name.text) == 1 or not name.text.isupper()):
            yield Hit(token.start, token.end + between.count("."), (_LOUD[token.text],))


def _is_initial(paragraph: Paragraph, index: int) -> bool:
    """Whether the token before is a single letter or a figure, and the H only one more of them."""
    word = paragraph.tokens[index].text
    return joined(paragraph, index + 1) and (len(word) == 1 or word.isdigit())


GELAR_DEPAN = Rule(
    code="gelar-depan",
    level=Level.SARAN,
    title=N_("Title before a name without its full stop"),
    message=N_("The title before a name is an abbreviation with a full stop: “{fix}”."),
    why=N_(
        "Abbreviated titles before a name end with a full stop: H. Herman, Drs. Ahmad, dr. Rina (dokter), Dr. "
        "Rina."
    ),
    eyd=("KF01",),
    certain=True,
    kind=Judgement(_find, words=_WORDS),
    examples=(
        ("Acara dibuka Drs Ahmad dan H Herman.", "Acara dibuka Drs. Ahmad dan H. Herman."),
        ("Kuliah diberikan DR. H. Ahmad.", "Kuliah diberikan Dr. H. Ahmad."),
        ("Penyuluhan disampaikan dr Rina.", "Penyuluhan disampaikan dr. Rina."),
    ),
    leave_alone=("Acara dibuka H. Herman.", "Pada hari H Komisi bekerja.", "Warga Blok H Mawar."),
)
