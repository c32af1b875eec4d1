"""``yg``, ``dgn``: shortened as in a chat."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Entry, Words
from ..rule import Rule

#: *dr*, *pd*, *org* are left out: they are other abbreviations as well.
_WORDS: Final = {
    "yg": "yang",
    "dgn": "dengan",
    "utk": "untuk",
    "krn": "karena",
    "dlm": "dalam",
    "kpd": "kepada",
    "tsb": "tersebut",
    "sdh": "sudah",
    "blm": "belum",
    "tdk": "tidak",
    "bhw": "bahwa",
    "spt": "seperti",
    "jg": "juga",
    "sbg": "sebagai",
    "hrs": "harus",
    "stlh": "setelah",
    "sblm": "sebelum",
    "thd": "terhadap",
    "ttg": "tentang",
    "thn": "tahun",
    "tgl": "tanggal",
    "bln": "bulan",
}


def _read() -> Mapping[str, Entry]:
    return {short: Entry((long,)) for short, long in _WORDS.items()}


SINGKATAN_PERCAKAPAN = Rule(
    code="singkatan-percakapan",
    level=Level.GALAT,
    title=N_("Abbreviation from a chat"),
    message=N_("Written out: “{fix}”."),
    why=N_(
        "Abbreviations of the telephone are no part of written Indonesian: yang, dengan, untuk are written out."
    ),
    source="Ragam tulis baku",
    certain=True,
    kind=Words(_read),
    examples=(("Warga yg hadir disambut dgn hangat.", "Warga yang hadir disambut dengan hangat."),),
    leave_alone=("Warga yang hadir disambut.",),
)
