"""A space before a punctuation mark."""

from __future__ import annotations

import re

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule


def _label(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether it is the colon of a label or of a ratio: “Sumber : Humas”, “1 : 10”. In lists they are aligned, in
    the examples of EYD V (TD03) too; in a sentence a small letter or a quotation follows."""
    if match["mark"] != ":" or paragraph.role == "headline":
        return False
    after = paragraph.text[match.end() :].lstrip()[:1]
    return not (after.islower() or after in ("“", '"'))


def _initials(match: re.Match[str]) -> tuple[str, ...]:
    """“Budi .SP” at the end: either the full stop and the next word, or initials whose full stops slipped."""
    letters = match["letters"]
    return ("".join([" ", *(f"{letter}." for letter in letters)]), f". {letters}")


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
    kind=Patterns(
        (
            Pattern(
                r"[ \u00a0]+(?<![\s…(\[“][ \u00a0])"
                r"(?P<mark>[,;!?]|(?<!\. )\.(?! ?\.)(?=[\s\"”)]|\Z)|:(?=\s))(?!\))",
                fix=r"\g<mark>",
                unless=_label,
            ),
            Pattern(r"[ \u00a0]+(?P<mark>\.)(?=[A-Z][a-z])", fix=r"\g<mark> "),
            Pattern(r"[ \u00a0]+(?P<mark>\.)(?P<letters>[A-Z]{1,3})\.?(?=\s|\Z)", fix=_initials, certain=False),
        ),
        marks=frozenset(" \u00a0"),
    ),
    examples=(
        ("Pelayanan dibuka , warga senang .", "Pelayanan dibuka, warga senang."),
        ("Camat menjawab : siap.", "Camat menjawab: siap."),
        ("Warga menunggu .Pelayanan dibuka.", "Warga menunggu. Pelayanan dibuka."),
        ("Penyunting: Budi .SP", "Penyunting: Budi S.P."),
    ),
    leave_alone=(
        "Sumber : Humas Kota",
        "Harga beras : Rp15.000 sekilo",
        "Dan seterusnya . . .",
        "Skala peta itu 1 : 10.000 saja.",
        "Penyebab kerusakan ... belum diketahui ....",
        "Berkas .pdf dan .docx diterima.",
    ),
)
