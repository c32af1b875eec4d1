"""``Dwi Lestari, SH, M.Hum``: degrees behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.degrees import DOUBTFUL, RIGHT, SHAPE, WRITTEN, bare, behind
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule

_RUN: Final = re.compile(
    rf"(?<![\w'’])(?P<name>[A-Z][\w'’]*+\.?)(?P<degrees>(?: ?, ?| )(?:{SHAPE})(?:(?: ?, ?| ){SHAPE})*)(?![\w-])"
)
#: Behind initials of a suspect stands his age; behind an abbreviation that is none, what it tells.
_NO_DEGREE: Final = re.compile(r" ?\(\d| (?:itu|ini|tersebut|Nomor|No)\b")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for match in _RUN.finditer(text):
        start = match.end("name")
        parts = behind(text, start, match.end())
        if not parts or _NO_DEGREE.match(text, parts[-1].end()) or not _certain(parts):
            continue
        found = [part["degree"] for part in parts]
        fix = "".join(f", {one if one in RIGHT else WRITTEN[bare(one)]}" for one in found)
        if text[start : parts[-1].end()] != fix:
            yield Hit(start, parts[-1].end(), (fix,), names={"degrees": fix[2:]})


def _certain(parts: Sequence[re.Match[str]]) -> bool:
    """Whether these are degrees and no other abbreviations: dotted ones and mixed ones are, bare capitals only
    behind a comma or beside others."""
    if len(parts) > 1 or any("." in part["degree"] or not part["degree"].isupper() for part in parts):
        return True
    return "," in parts[0]["before"] and bare(parts[0]["degree"]) not in DOUBTFUL


GELAR_BELAKANG = Rule(
    code="gelar-belakang",
    level=Level.GALAT,
    title=N_("Degree behind a name"),
    message=N_("Degrees behind a name have a comma before them and a full stop behind each part: “{degrees}”."),
    why=N_(
        "Between a name and its degree stands a comma, and between two degrees; each part of the abbreviation "
        "ends with a full stop: Dwi Lestari, S.H., M.Hum."
    ),
    eyd=("KF01", "TB11"),
    kind=Judgement(_find, words=frozenset(WRITTEN) | frozenset("s m a ph sp lc".split())),
    examples=(
        ("Hadir Dwi Lestari, SH, M.Hum dan tamu lain.", "Hadir Dwi Lestari, S.H., M.Hum. dan tamu lain."),
        ("Camat Agus Salim S.Sos membuka acara.", "Camat Agus Salim, S.Sos. membuka acara."),
        ("Riyanto SIP SH mewakili panitia.", "Riyanto, S.I.P., S.H. mewakili panitia."),
        ("Siti Aminah, S.Pd.,M.Pd. memimpin doa.", "Siti Aminah, S.Pd., M.Pd. memimpin doa."),
    ),
    leave_alone=(
        "Hadir Dwi Lestari, S.H., M.Hum. dan tamu lain.",
        "Tersangka, MM (34), ditahan.",
        "Menurut Bupati, SE itu berlaku Senin.",
        "Siswa SMA Negeri 1 Bogor menang.",
    ),
)
