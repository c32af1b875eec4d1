"""The same punctuation mark twice, or two that exclude each other."""

from __future__ import annotations

import re

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule
from ..sentences import ABBREVIATIONS


def _abbreviated(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether the full stop before the comma belongs to an abbreviation or to initials."""
    index = paragraph.token_at(match.start()) - 1
    if index < 0 or paragraph.tokens[index].end != match.start():
        return True
    word = paragraph.tokens[index]
    dotted = word.start > 0 and paragraph.text[word.start - 1] == "."
    return dotted or len(word.text) < 5 or word.capitalised or word.lower in ABBREVIATIONS


TANDA_GANDA = Rule(
    code="tanda-ganda",
    level=Level.GALAT,
    title=N_("Two punctuation marks for one"),
    message=N_("One mark is enough: “{found}” → “{fix}”."),
    why=N_(
        "Of two marks at one place one is a slip: the finger that stayed on the key, or the comma that was left "
        "when the sentence was cut."
    ),
    source="Kaidah pengetikan",
    certain=True,
    kind=Patterns(
        (
            Pattern(r"(?<!\S),,(?=\w)", fix="“"),
            Pattern(r"(?:,[ \u00a0]?){2,}(?<=,)(?!\w)|(?<=\S),{2,}(?=\w)", fix=","),
            Pattern(r";{2,}", fix=";"),
            Pattern(r"(?<!:):{2}(?![:\w])", fix=":"),
            Pattern(r"(?<![.\s])\.{2}(?![.\w/])", fix=(".", " ....")),
            Pattern(r"(?<=\w),\.(?!\.)", fix=".", certain=False),
            Pattern(r"(?<=\w)\.,(?=\s)", fix=(",", "."), unless=_abbreviated, certain=False),
        ),
        marks=frozenset(",;:."),
    ),
    examples=(
        ("Warga,, pedagang, dan sopir menunggu..", "Warga, pedagang, dan sopir menunggu."),
        ("Pelayanan dibuka,. Warga senang.", "Pelayanan dibuka. Warga senang."),
        ("Pelayanan dibuka., warga senang.", "Pelayanan dibuka, warga senang."),
    ),
    leave_alone=(
        "Siti Aminah, S.H., M.H., dkk., hadir ....",
        "Budi, Jr., dan Prof., Dr., serta Siti, S.Sos., hadir.",
        "Penyebab kerusakan ... belum diketahui ...",
    ),
)
