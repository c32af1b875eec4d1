"""Where sentences end."""

from __future__ import annotations

import re
from typing import Final

#: Written with a full stop that ends no sentence, without it and in lower case. A name's initial is known by its
#: one letter. Source: EYD V, KF01–KF04; degrees and ranks as local governments write them.
ABBREVIATIONS: Final = frozenset(
    """
    dr drg drh prof ir hj drs dra kh sdr sdri tn ny nn bpk yth st jl jln gg kab kec kel prov no hlm tel telp
    tlp rp dkk dll dsb dst tsb ttd plt plh pj pjs purn tbk pt cv ud letjen mayjen brigjen jend kol letkol
    kapt lettu letda serka sertu serda kopda pratu kombes irjen komjen akp akbp iptu ipda kompol aiptu aipda
    bripka brigpol briptu bripda ust ustaz s.h s.e s.t s.si s.pd s.sos s.ip s.kom s.ag s.kep s.km s.tp s.stp
    s.psi s.hut s.i.k m.si m.pd m.h m.m m.t m.kom m.ip m.ap m.ag m.kes m.sc m.a m.hum m.eng m.p m.sos lc
    ph.d sp ns a.n d.a u.p u.b c.q s.d a.md amd apt sp.og sp.pd sp.a sp.b vol ed cet mr mrs ms min maks
    """.split()
)

_END: Final = re.compile(r"[.!?…][.!?…\"”’'»)\]]*(?=\s+[\"“‘«(\[—–\ufffc-]*\s?[A-Z0-9\u00c0-\u00de\ufffc]|\s*\Z)")
_LAST_WORD: Final = 24  # characters: no abbreviation is longer


def find_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a paragraph, each as its start and its end, without the space around them.

    A full stop ends one where a capital, a figure or a quotation begins behind it, and no abbreviation, initial
    or number of a list stands before it. A quotation with its attribution (``"…?" tanya dia.``) is one."""
    found = []
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        if match.start() < start or _abbreviated(text, start, match):
            continue
        found.append((start, match.end()))
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    end = len(text.rstrip())
    if start < end:
        found.append((start, end))
    return tuple(found)


def _abbreviated(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to the word before it."""
    if match[0] != "." or match.end() >= len(text.rstrip()):
        return False
    before = text[max(start, match.start() - _LAST_WORD) : match.start()]
    words = before.split()
    if not words or before[-1:].isspace():
        return False
    word = words[-1].lstrip("(\"“'‘").lower()
    single = len(word) == 1 and word.isalpha()
    numbered = word.isdigit() and len(word) < 3 and len(words) == 1 and match.start() - start == len(word)
    return (
        single or numbered or word in ABBREVIATIONS or (len(word) > 2 and word[-2] == "." and word[-1].isalpha())
    )
