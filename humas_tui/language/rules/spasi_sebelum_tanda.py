"""A space before a punctuation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule
from ..speech import SAYING

_MARK: Final = re.compile(
    r"[ \u00a0](?<![ \u00a0]{2})[ \u00a0]*(?:(?P<mark>[,;!?]|:(?=\s))(?!\))"
    r"|(?P<stop>\.)(?:(?=[\s\"”)]|\Z)|(?=[A-Z][a-z])|(?P<initials>[A-Z]{1,3})\.?(?=\s|\Z)))"
)
#: Behind these a space belongs there, or another rule speaks.
_SPACED: Final = "…([“"
_LABEL: Final = 3  # words of a label


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for match in _MARK.finditer(text):
        start, end = match.span()
        before, initials = text[start - 1 : start], match["initials"]
        if not start or before in _SPACED or before.isspace():
            continue
        mark = {"mark": match["mark"] or "."}
        if initials:  # “Budi .SP”: initials whose full stops slipped, or a full stop that did
            dotted = "".join(f"{letter}." for letter in initials)
            yield Hit(start, end, (f" {dotted}", f". {initials}"), certain=False, names=mark)
        elif match["stop"]:
            if before != "." and text[end : end + 2].strip()[:1] != ".":  # “. . .”
                yield Hit(start, end, (". " if text[end : end + 1].isalpha() else ".",), names=mark)
        elif match["mark"] != ":" or not _label(paragraph, start, end):
            alone = before not in ".,;:"  # two marks: which of them stays is not certain
            yield Hit(start, end, (match["mark"],), certain=alone, names=mark)


def _label(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the colon between these places is that of a label or of a ratio: “Sumber : Humas”, “1 : 10”. In
    lists they are aligned, in the examples of EYD V (TD03) too."""
    if paragraph.role == "headline":
        return False
    words = paragraph.tokens[: paragraph.token_at(start)]
    if words and len(words) <= _LABEL and words[-1].lower not in SAYING:
        return True
    after = paragraph.text[end:].lstrip()[:1]
    return not (after.islower() or after in ("“", '"'))


SPASI_SEBELUM_TANDA = Rule(
    code="spasi-sebelum-tanda",
    level=Level.GALAT,
    title=N_("Space before a punctuation mark"),
    message=N_("There is no space before “{mark}”."),
    why=N_(
        "A punctuation mark stands close to the word before it. With a space between them it may begin the next "
        "line, all by itself."
    ),
    source="Kaidah pengetikan",
    certain=True,
    kind=Judgement(_find, marks=frozenset(" \u00a0")),
    examples=(
        ("Pelayanan dibuka , warga senang .", "Pelayanan dibuka, warga senang."),
        ("Camat menjawab : siap.", "Camat menjawab: siap."),
        ("Warga menunggu .Pelayanan dibuka.", "Warga menunggu. Pelayanan dibuka."),
        ("Penyunting: Budi .KW", "Penyunting: Budi K.W."),
    ),
    leave_alone=(
        "Sumber : Humas Kota",
        "Harga beras : Rp15.000 sekilo",
        "Sumber : humas kota",
        "Dan seterusnya . . .",
        "Skala peta itu 1 : 10.000 saja.",
        "Penyebab kerusakan ... belum diketahui ....",
        "Berkas .pdf dan .docx diterima.",
    ),
)
