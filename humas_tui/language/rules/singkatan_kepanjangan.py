"""``OPD``, ``Setda``: spelt out where they come first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.lists import rows
from ..grammar.walk import capital_follows, title_case
from ..kinds import Hit, Shape
from ..prose import Document, Paragraph, Part
from ..rule import Rule

_FIELD: Final = "body"
#: Of ``singkatan.tsv`` the acronyms and initials, without those that everybody knows.
_KINDS: Final = frozenset({"KF03", "KF06", "KF07"})
_KNOWN: Final = frozenset(
    "DPRD APBD UMKM PKK RT RW ASN Pemkot Pemkab Pemprov Letjen Pemilu Humas medsos Wabup Wagub".split()
)


@lru_cache(maxsize=1)
def _expansions() -> dict[str, str]:
    """What each abbreviation stands for, as it is written inside a sentence."""
    found = {row[0]: row[2] for row in rows("singkatan.tsv") if row[3] in _KINDS and row[0] not in _KNOWN}
    return found | {row[0]: row[1] for row in rows("kepanjangan.tsv")}


def _find(document: Document) -> Iterator[tuple[str, Part, Hit]]:
    expansions = _expansions()
    told: set[str] = set()
    read: list[str] = []
    for part in document.fields.get(_FIELD, ()):
        paragraph = part.paragraph
        known = [index for index, token in enumerate(paragraph.tokens) if token.text in expansions]
        for index in known:
            token = paragraph.tokens[index]
            if token.text in told or token.quoted or paragraph.titled:
                continue
            told.add(token.text)
            before = " ".join([*read, paragraph.text[: token.start]]).lower()
            expansion = expansions[token.text]
            if _is_explained(paragraph, token.start, token.end) or expansion.lower() in before:
                continue
            long = title_case(expansion) if _is_a_name(paragraph, index) else expansion
            long = long[0].upper() + long[1:] if token.initial else long
            yield _FIELD, part, Hit(token.start, token.end, (f"{long} ({token.text})", long), names={"long": long})
        read.append(paragraph.text)


def _is_explained(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether it stands in brackets behind what it means, or is followed by that in brackets."""
    return (
        paragraph.text[start - 1 : start] in {"(", "/"}
        or paragraph.text[:start].endswith(" atau ")
        or paragraph.text[end : end + 2].strip()[:1] in {"(", "/"}
    )


def _is_a_name(paragraph: Paragraph, index: int) -> bool:
    """Whether it is part of a name: a capital inside a word that is read, and a name behind it."""
    word = paragraph.tokens[index].text
    return not word.isupper() and word[0].isupper() and capital_follows(paragraph, index)


SINGKATAN_KEPANJANGAN = Rule(
    code="singkatan-kepanjangan",
    level=Level.GAYA,
    title=N_("Abbreviation that is not explained"),
    message=N_("Not every reader knows “{found}”: where it comes first, write “{long} ({found})”."),
    why=N_(
        "What the office abbreviates daily, readers do not know. Spelt out where it comes first, with the "
        "abbreviation in brackets, it may stand alone from there on."
    ),
    eyd=("TL01",),
    kind=Shape(_find, everywhere=True),
    examples=(
        ("Rapat dihadiri semua kepala OPD.", "Rapat dihadiri semua kepala organisasi perangkat daerah (OPD)."),
        ("Peserta dari Setda Jawa Barat datang.", "Peserta dari Sekretariat Daerah (Setda) Jawa Barat datang."),
    ),
    leave_alone=(
        "Semua organisasi perangkat daerah (OPD) hadir. Kepala OPD melapor.",
        "Anggota DPRD membahas APBD.",
    ),
)
