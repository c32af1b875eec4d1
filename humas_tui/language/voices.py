"""Who is heard in a release: citizens, or officials alone.

What somebody is stands beside the name: “kata Siti, pedagang sayur”, “seorang petani, Ujang, mengeluhkan”. The
words are those of ``lexicon/own/suara.tsv``. An age in brackets is given to people without an office only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final

from .prose import Document, Part
from .speech import USED
from .structure import Speech, prose, speeches
from .tables import table

CITIZEN: Final = "W"
#: Behind these a clause tells of somebody else: to whom it was said, when, about what.
_ELSEWHERE: Final = (
    r"saat|ketika|kepada|dalam|usai|seusai|pada|untuk|dengan|sambil|melalui|lewat|terkait|soal|tentang|bersama|"
    r"di\s+(?:hadapan|depan|sela)|yang(?!\s+(?:juga|sehari|bekerja|berprofesi|merupakan))"
)
_AGED: Final = re.compile(r"(?P<name>[A-Z][\w.'’]+(?:\s+[A-Z][\w.'’]+){0,3}),?\s+\(\d\d(?:\s+tahun)?\)")
_NAME: Final = re.compile(r"[A-Z][\w'’]+(?:\s+[A-Z][\w'’]+){0,2}")
#: So far before or behind a name stands what somebody is (characters).
NEAR: Final = 70
#: So far behind what somebody is stands the verb that has them say something.
FAR: Final = 110
#: Of the mentions of a name so many are looked at: what somebody is, is said at the first, or not at all.
MENTIONS: Final = 4
#: Characters of the sentence before a quotation that are looked at.
LONGEST: Final = 400
_PARTED: Final = re.compile(r"(?:\s+[A-Z][\w.'’]*)*\s*[,(]")
#: What may stand between that comma and what somebody is.
_APPOSED: Final = re.compile(
    r"(?:[\s\d),]|tahun|seorang|salah\s+satu|mantan|perwakilan|istri|suami|yang\s+juga|sehari-hari|bekerja|"
    r"berprofesi|sebagai|merupakan|adalah)*"
)
_TELLING: Final = re.compile(
    r"\b(?:meng(?:atakan|aku|eluhkan|eluh|ungkapkan|isahkan|usulkan|ucapkan)|menceritakan|"
    r"men(?:yatakan|uturkan|jelaskan|ambahkan|yampaikan|yebut(?:kan)?|ilai|yarankan|anyakan)|mempresentasikan|"
    r"bercerita|berterima kasih|bersyukur|berpendapat|berkata|merasa(?:kan)?)\b"
)
_SINGLE: Final = re.compile(r"\b(?:seorang|perwakilan|salah\s+(?:satu|seorang))\s+$", re.IGNORECASE)
#: With these, or behind them, a capital begins the name of a place, not of a person.
PLACES: Final = frozenset(
    """
    kota kabupaten kecamatan kelurahan desa kampung dusun provinsi jalan rt rw asal di dari se sd smp sma smk
    negeri dinas pasar
    """.split()
)


@dataclass(frozen=True)
class Voice:
    """Somebody who is heard in ``part``: ``told`` names them as well as the text does; ``start`` and ``end`` are
    the stretch of the paragraph that does."""

    part: Part
    citizen: bool
    told: str
    start: int
    end: int


@dataclass(frozen=True)
class _Role:
    """What somebody is said to be (None: an age alone), where that stands, and the name if it is known."""

    citizen: bool
    word: str
    start: int
    end: int
    name: str = ""


def voices(document: Document) -> Iterator[Voice]:
    """Those who are heard and of whom the body says what they are, in their order; who is heard twice, twice."""
    parts = prose(document)
    spoken: dict[int, list[Speech]] = {}
    for speech in speeches(document):
        spoken.setdefault(id(speech.part), []).append(speech)
    known = _Known("\n".join(part.paragraph.text for part in parts))
    begin = 0  # of the paragraph in that text
    last: _Role | None = None
    for part in parts:
        for speech in spoken.get(id(part), ()):
            last = _speaker(speech, known, begin, last)
            if last is not None and speech.attributed:
                start, end = speech.said if speech.said[1] else (speech.start, speech.end)
                yield Voice(part, last.citizen, _told(last, speech.name), start, end)
        for role in _telling(part):
            yield Voice(part, True, _told(role, ""), role.start, role.end)
        begin += len(part.paragraph.text) + 1


def _told(role: _Role, named: str) -> str:
    """“Siti, pedagang”, as far as both are known."""
    person = named and named.split()[0].lower() not in PLACES and role.word not in named
    name = role.name or (named if person else "")
    return ", ".join(filter(None, (name, role.word)))


def _speaker(speech: Speech, known: _Known, begin: int, last: _Role | None) -> _Role | None:
    """What the speaker is; behind ``katanya`` what the one was who spoke, or was spoken of, before. ``begin``:
    where the paragraph begins in the text of ``known``."""
    start, end = speech.said
    if end:
        role = _role_in(speech.part.paragraph.text, start, end)
        if role is None and speech.name:
            return known.role(speech.name, begin + speech.start)
        if role is not None:
            return role
    announced = _last_sentence(known.text, begin + speech.start)
    if not any(mark in announced for mark in USED):
        role = _role_in(announced, 0, len(announced))
        if role is not None and _TELLING.search(announced, role.end):
            return role
    return last


def _last_sentence(text: str, end: int) -> str:
    """The last sentence before ``end``, by its full stop; of a very long one the end."""
    latest = max(0, end - LONGEST)
    text = text[latest:end].rstrip()
    return text[max(text.rfind(". ", 0, -1), text.rfind("\n", 0, -1)) + 1 :].strip()


def _role_in(text: str, start: int, end: int) -> _Role | None:
    """The first thing that somebody is said to be in this stretch, before it tells of somebody else."""
    match = _roles().search(text, start, end)
    found = None if match is None or match["elsewhere"] else _role(match)
    aged = _AGED.search(text, start, end)
    if aged is not None and (found is None or aged.start() < found.start):
        word = found.word if found is not None and found.citizen else ""
        return _Role(True, word, aged.start(), aged.end(), aged["name"])
    if found is None:
        return None
    name = _name_beside(text, found, end)
    return _Role(found.citizen, found.word, found.start, found.end, name)


def _name_beside(text: str, role: _Role, end: int) -> str:
    """The name of a person behind what they are said to be, if it stands there."""
    for match in _NAME.finditer(text, role.end, min(end, role.end + NEAR)):
        before = re.findall(r"\w+", text[role.end : match.start()])[-1:]
        if PLACES.isdisjoint(word.lower() for word in (*before, match[0].split()[0])):
            return match[0]
    return ""


class _Known:
    """What people in a text are said to be, by their names: looked up once each, at the first mentions."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._roles: dict[str, tuple[tuple[int, _Role | None], ...]] = {}

    def role(self, name: str, before: int) -> _Role | None:
        """What somebody of that name was said to be before that place."""
        if name not in self._roles:
            words = [word for word in re.findall(r"\w+", name) if word.lower() not in _kinds()]
            word = max(words, key=len, default="")
            self._roles[name] = tuple(
                (start, self._mentioned(start, start + len(word), name))
                for start in islice(_places(word, self.text), MENTIONS)
            )
        return next((role for place, role in self._roles[name] if role is not None and place < before), None)

    def _mentioned(self, start: int, end: int, name: str) -> _Role | None:
        """What stands behind a name, parted by a comma or in brackets, or else before it."""
        text = self.text
        behind = _PARTED.match(text, end, end + NEAR)
        if behind is not None:
            stop = _end_of_sentence(text, behind.end(), behind.end() + NEAR)
            role = _role_in(text, end, stop)
            if role is not None and _APPOSED.fullmatch(text, behind.end(), max(behind.end(), role.start)):
                return _Role(role.citizen, role.word, role.start, role.end, name)
        first = max(0, start - NEAR, text.rfind(". ", 0, start), text.rfind("\n", 0, start))
        before = list(_roles().finditer(text, first, start))
        if before and not before[-1]["elsewhere"]:
            role = _role(before[-1])
            return _Role(role.citizen, role.word, role.start, role.end, name)
        return None


def _places(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text; a pattern for each name would take a millisecond to make."""
    place = text.find(word) if word else -1
    while place >= 0:
        end = place + len(word)
        if not (text[max(0, place - 1) : place].isalnum() or text[end : end + 1].isalnum()):
            yield place
        place = text.find(word, end)


def _end_of_sentence(text: str, start: int, latest: int) -> int:
    ends = [place for mark in (". ", "\n") if (place := text.find(mark, start, latest)) >= 0]
    return min(ends, default=latest)


def _telling(part: Part) -> Iterator[_Role]:
    """Citizens, one and not many, whom a sentence has say something without quoting it."""
    paragraph = part.paragraph
    for start, end in paragraph.sentences:
        aside = -1  # where the sentence last turned to somebody else: “Kepada siswa, …”
        for match in _roles().finditer(paragraph.text, start, end):
            if match["elsewhere"]:
                aside = match.end()
                continue
            if paragraph.quoted(match.start(), match.end()) or paragraph.text[aside : match.start()].isspace():
                continue
            role = _role(match)
            if not role.citizen:
                break  # the sentence is about an official
            verb = _TELLING.search(paragraph.text, role.end, min(end, role.end + FAR))
            if verb is None or paragraph.quoted(verb.start(), verb.end()):
                continue
            name = _name_beside(paragraph.text, role, verb.start())
            if name or _SINGLE.search(paragraph.text, start, role.start):
                yield _Role(True, role.word, role.start, verb.end(), name)
                break


def _role(match: re.Match[str]) -> _Role:
    word = " ".join(match["role"].split())
    citizen = _kinds()[word.lower()] == CITIZEN
    return _Role(citizen, word if not citizen else word.lower(), match.start("role"), match.end("role"))


@cache
def _kinds() -> dict[str, str]:
    return {line[0]: line[1] for line in table("suara")}


@cache
def _roles() -> re.Pattern[str]:
    """Whatever somebody may be, longer phrases first, and where a clause turns to somebody else."""
    words = sorted(_kinds(), key=len, reverse=True)
    told = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\b(?:(?P<role>{told})(?:nya)?|(?P<elsewhere>{_ELSEWHERE}))\b", re.IGNORECASE)
