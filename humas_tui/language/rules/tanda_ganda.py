"""The same punctuation mark twice, or two that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..sentences import ABBREVIATIONS

_RUN: Final = re.compile(r"[,;:.](?:[ \u00a0]?[,;:.])+")
#: What stands for a run; an ellipsis is no run, and “:.” or “.;” may be what a list needs.
_ONE: Final = {",": ",", ";": ";", ":": ":", "..": ".", ",.": "."}


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for match in _RUN.finditer(text):
        start, end = match.span()
        before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
        run = match[0].replace(" ", "").replace("\u00a0", "")
        if run == ",," == match[0] and before.strip() == "" and behind.isalnum():
            yield Hit(start, end, ("“",))  # a quotation mark made of two commas
        elif set(run) == {".", ","} and run[0] == ".":
            if before.isalnum() and behind in ("", " ") and not _abbreviated(paragraph, start):
                begins = text[end:].lstrip(' “"')[:1].isupper() and match[0] != run
                yield Hit(start, end, (".", ",") if begins else (",", "."), certain=False)
        elif run == "..":
            if match[0] == ".." and before.strip() and not behind.isalnum() and behind != "/":
                ends = not behind or behind in '"”' or text[end:].lstrip(' “"')[:1].isupper()
                yield Hit(start, end, (".", " ....") if ends else (" ...", "."), certain=ends)
        else:
            one = _ONE.get(run if run == ",." else run[0] if len(set(run)) == 1 else "")
            if one and not (one == ":" and (len(run) > 2 or behind.isalnum())):
                yield Hit(start, end, (one,), certain=None if run != ",." else False)


def _abbreviated(paragraph: Paragraph, position: int) -> bool:
    """Whether the full stop there belongs to an abbreviation or to initials."""
    index = paragraph.token_at(position) - 1
    if index < 0 or paragraph.tokens[index].end != position:
        return True
    word = paragraph.tokens[index]
    dotted = word.start > 0 and paragraph.text[word.start - 1] == "."
    return dotted or len(word.text) < 5 or word.capitalised or word.lower in ABBREVIATIONS


TANDA_GANDA = Rule(
    code="tanda-ganda",
    level=Level.SARAN,
    title=N_("Two punctuation marks for one"),
    message=N_("One mark is enough: “{found}” → “{fix}”."),
    why=N_(
        "Of two marks at one place one is a slip: the finger that stayed on the key, or the comma that was left "
        "when the sentence was cut."
    ),
    source="Kaidah pengetikan",
    certain=True,
    kind=Judgement(_find, marks=frozenset(",;:.")),
    examples=(
        ("Warga,, pedagang, dan sopir menunggu..", "Warga, pedagang, dan sopir menunggu."),
        ("Warga menunggu.. lalu pulang.", "Warga menunggu ... lalu pulang."),
        ("Pelayanan dibuka,. Warga senang.", "Pelayanan dibuka. Warga senang."),
        ("Pelayanan dibuka. , Warga senang.", "Pelayanan dibuka. Warga senang."),
        ("Pelayanan dibuka., warga senang.", "Pelayanan dibuka, warga senang."),
    ),
    leave_alone=(
        "Siti Aminah, S.H., M.H., dkk., hadir ....",
        "Budi, Jr., dan Prof., Dr., serta Siti, S.Sos., hadir.",
        "Penyebab kerusakan ... belum diketahui ...",
    ),
)
