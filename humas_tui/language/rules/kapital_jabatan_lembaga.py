"""``direktur PD Migas``: an office of an authority or firm that is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.names import NOBODY
from ..grammar.walk import capital_follows, places
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_OFFICES: Final = frozenset("ketua direktur sekretaris inspektur komandan dekan kepala".split())
#: Behind *kepala*, which is a head as well.
_UNITS: Final = frozenset(
    "dinas badan bagian bidang seksi kantor biro sekolah upt uptd sma sman smp smpn sd sdn".split()
)


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    tokens = paragraph.tokens
    for index in places(paragraph, _OFFICES):
        token = tokens[index]
        if token.capitalised or not capital_follows(paragraph, index):
            continue
        if (index and tokens[index - 1].lower in NOBODY | {"wakil"}) or tokens[index + 1].lower in {"rt", "rw"}:
            continue
        if token.lower == "kepala" and tokens[index + 1].lower not in _UNITS:
            continue
        yield Hit(token.start, token.end, (token.text.capitalize(),), names={"name": tokens[index + 1].text})


KAPITAL_JABATAN_LEMBAGA = Rule(
    code="kapital-jabatan-lembaga",
    level=Level.SARAN,
    title=N_("Office of a named authority in small letters"),
    message=N_("Before the name of an authority the office begins with a capital: “{fix} {name} …”."),
    why=N_(
        "An office begins with a capital where the name of an authority follows: Direktur PD Migas, Ketua PMI."
    ),
    eyd=("HF10",),
    kind=Judgement(_find, words=_OFFICES),
    examples=(("Ia menemui direktur PD Migas.", "Ia menemui Direktur PD Migas."),),
    leave_alone=("Para ketua RT hadir.", "Ia terpilih sebagai ketua PMI.", "Luka di kepala Budi dijahit."),
)
