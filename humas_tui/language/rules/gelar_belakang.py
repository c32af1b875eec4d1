"""``Dwi Lestari, SH, M.Hum``: degrees behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..grammar.lists import rows
from ..kinds import Hit, Judgement
from ..prose import Paragraph
from ..rule import Rule


def _bare(degree: str) -> str:
    return degree.replace(".", "").lower()


#: Two ways to write a degree may be right (S.I.P., S.IP.): the first is offered, both are left alone.
_ROWS: Final = rows("gelar.tsv")
_RIGHT: Final = frozenset(row[0] for row in _ROWS)
_FIX: Final = {_bare(row[0]): row[0] for row in reversed(_ROWS)}
_DOUBTFUL: Final = frozenset(_bare(row[0]) for row in _ROWS if row[1:] == ("x",))

_DEGREE: Final = r"[ASMPL](?:\.?[A-Z]){0,3}(?:\.?[A-Z][a-z]{1,4}){0,2}(?:\.[A-Z]{1,2})?(?![a-z])\.?"
_RUN: Final = re.compile(
    rf"(?P<name>[A-Z][\w'’]*\.?)(?P<degrees>(?: ?, ?| )(?:{_DEGREE})(?:(?: ?, ?| ){_DEGREE})*)(?![\w-])"
)
_PART: Final = re.compile(rf"(?P<before> ?, ?| )(?P<degree>{_DEGREE})(?![\w-])")
#: Behind initials of a suspect stands his age; behind an abbreviation that is none, what it tells.
_NO_DEGREE: Final = re.compile(r" ?\(\d| (?:itu|ini|tersebut|Nomor|No)\b")
_SPLIT: Final = re.compile(r" ?, ?| ")


def _find(paragraph: Paragraph) -> Iterator[Hit]:
    text = paragraph.text
    for match in _RUN.finditer(text):
        hit = _judged(text, match)
        if hit is not None:
            yield hit


def _judged(text: str, match: re.Match[str]) -> Hit | None:
    start = match.end("name")
    found: list[str] = []
    end = start
    commas = 0
    for part in _PART.finditer(text, start, match.end()):
        if part.start() != end or _bare(part["degree"]) not in _FIX:
            break
        found.append(part["degree"])
        commas += "," in part["before"]
        end = part.end()
    if not found or _NO_DEGREE.match(text, end) or not _certain(found, commas):
        return None
    if text[start:end] == "".join(f", {degree}" for degree in found) and all(one in _RIGHT for one in found):
        return None
    fix = "".join(f", {one if one in _RIGHT else _FIX[_bare(one)]}" for one in found)
    return Hit(start, end, (fix,), names={"degrees": fix[2:]})


def _certain(found: list[str], commas: int) -> bool:
    """Whether these are degrees and no other abbreviations: dotted ones and mixed ones are, bare capitals only
    behind a comma or beside others."""
    if any("." in one or not one.isupper() for one in found):
        return True
    if len(found) > 1:
        return True
    return commas > 0 and _bare(found[0]) not in _DOUBTFUL


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
    kind=Judgement(_find, words=frozenset(_FIX) | frozenset("s m a ph sp lc".split())),
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
