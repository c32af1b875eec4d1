"""No space behind a punctuation mark."""

from __future__ import annotations

import re
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..prose import Paragraph
from ..rule import Rule

#: Before a full stop they begin a degree: Sp.An., Amd.Keb., S.Tr.Keb.
_DEGREES: Final = frozenset("sp amd tr str ph ners".split())
#: Behind a full stop they end an address, whose capital is a slip: Kompas.Com.
_ENDINGS: Final = frozenset("com id net org co tv news pdf".split())


def _of_one_piece(paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether the full stop stands inside a degree or an address."""
    if match["at"] != ".":
        return False
    text, tokens = paragraph.text, paragraph.tokens
    index = paragraph.token_at(match.start())
    before = tokens[index - 1] if index else None
    after = tokens[index] if index < len(tokens) else None
    if before is not None and before.end == match.start():
        dotted = text[before.start - 1 : before.start] == "." and before.start > 0
        if dotted or before.lower in _DEGREES or len(before.text) == 1:
            return True
    return after is not None and after.lower in _ENDINGS


SPASI_SESUDAH_TANDA = Rule(
    code="spasi-sesudah-tanda",
    level=Level.GALAT,
    title=N_("No space behind a punctuation mark"),
    message=N_("A space is missing behind “{found}”."),
    why=N_(
        "Behind a comma, a full stop and the other marks between words stands a space. Without it two sentences "
        "run into each other, and programs take the words for an address."
    ),
    source="Kaidah pengetikan",
    certain=True,
    kind=Patterns(
        (
            Pattern(r"(?P<at>,)(?:(?<=[\w)%],)(?=[^\W\d_])(?!â)|(?<=[^\W\d_],)(?=\d))", fix=", "),
            Pattern(
                r"(?P<at>\.)(?:(?<=[a-z\d)%]\.)(?=[A-Z][a-z])|(?<=[a-z]{4}\.)(?=[A-Z]{2}))",
                fix=". ",
                unless=_of_one_piece,
            ),
            Pattern(r"(?P<at>[;:?!])(?<=[^\W\d_].)(?=[^\W\d_])", fix=r"\g<at> "),
        ),
        marks=frozenset(",.;:?!"),
    ),
    examples=(
        ("Warga,pedagang,dan sopir menunggu.", "Warga, pedagang, dan sopir menunggu."),
        ("Pelayanan dibuka.Warga senang.", "Pelayanan dibuka. Warga senang."),
        ("Acara dihadiri:camat dan lurah.", "Acara dihadiri: camat dan lurah."),
        ("Palembang,5 Mei 2019", "Palembang, 5 Mei 2019"),
    ),
    leave_alone=(
        "Naik 2,5 persen menjadi Rp1.250,00 pada pukul 10.30.",
        "dr. Siti, Sp.An., M.Kes., dan Budi, Amd.Keb., hadir.",
        "Unduh di sukabumikota.go.id/berkas.pdf atau Kompas.Com.",
        "Perbandingannya 1:3 dan skornya 2:1.",
    ),
)
