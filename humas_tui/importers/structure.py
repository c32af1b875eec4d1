"""The parts of a release found in a text: the one reading of a page that all formats share.

Read from the top: letterhead, label, number, time of release, headline, summary, credits, dateline; and from
the bottom: end mark, hashtags, credits, contacts. What is left is the body, untouched. The headline is
never made up: a text that begins with its first sentence has none, and the officer is asked for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

from ..model import Contact
from ..text import blocks as b
from ..text.dates import find_date
from . import furniture
from .dateline import Dateline, find_dateline
from .importer import Draft

#: Letterhead, label and headline stand in so many first lines.
HEAD: Final = 12
#: The first paragraphs that are asked for the date of the event: one with its weekday, one without.
DATED_BY_WEEKDAY: Final = 5
DATED: Final = 3
HEADLINE_WORDS: Final = 25
SUMMARY_WORDS: Final = 45
BYLINE_WORDS: Final = 8
#: A line of more characters is a paragraph, whatever it looks like.
LINE: Final = 400
OLDEST: Final = date(2000, 1, 1)

_HEADING: Final = re.compile(r"(#{1,6})\s")
_NO_PARAGRAPH: Final = re.compile(r"(?:#{1,6}|[-+*]|\d{1,9}[.)])\s|>|```|~~~|    |---")
_WEEKDAY: Final = re.compile(rf"{furniture.WEEKDAYS}[^.\n]{{0,48}}")
_PLACE_AND_DATE: Final = re.compile(r"(?:[^\W\d]+[\s,:]*){0,3}\d[\d\s/.-]*(?:[A-Za-z]+\s+\d{4})?")
_NOT_THE_EVENT: Final = re.compile(r"\b(?:https?://|www\.)\S+|\b[tb]ertanggal\s+\S+\s+\S+\s+\S+")
_BYLINE: Final = re.compile(r"(?P<text>.*[.!?”\"’'])\s*(?P<byline>\([^()\n]{1,60}\))", re.DOTALL)
_OFFICE: Final = re.compile(
    r"(?:pemerintah|sekretariat|kementerian|dinas|badan|kecamatan|kelurahan|bagian|kantor|rumah sakit|rsud)\b",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"\b(?:jl\.|jln\b|telp?\b|telepon|faks?\b|fax\b|www\.)|\bjalan\b.*\b(?:no|nomor|\d)|\w@\w", re.IGNORECASE
)


class Line(NamedTuple):
    """A line of Markdown, and what parts it from the line before: a line feed, or a blank line."""

    markdown: str
    before: str = "\n\n"


def structured(lines: Iterable[Line], headline: str = "", tags: Iterable[str] = ()) -> Draft:
    """The draft that lines of Markdown make.

    ``headline`` is given where the format names it (the subject of a mail); a line that repeats it goes.
    ``tags`` are added to those found.
    """
    page = _Page(lines, headline)
    page.tags += tags
    page.read_head()
    page.read_opening()
    page.read_tail()
    return page.draft()


class _Page:
    """A text being read: ``lines[first:last]`` is what is not yet understood."""

    def __init__(self, lines: Iterable[Line], headline: str) -> None:
        self.lines = [line for line in lines if line.markdown.strip()]
        self.first = 0
        self.last = len(self.lines)
        self.found: dict[str, Any] = {"headline": headline}
        self.given = headline
        self.tags: list[str] = []
        self.credits: list[str] = []
        self.closing: list[str] = []
        self.days: list[str] = []

    def draft(self) -> Draft:
        """What was found."""
        rest = self.lines[self.first : self.last]
        body = "".join(line.before + line.markdown for line in rest).lstrip("\n")
        self.found["event_date"] = day = _event_date(self.days, rest)
        self.tags += [text for text in self.days if day is None or not furniture.says_only(day, text)]
        return Draft(body=body, credits=(*self.credits, *self.closing), tags=tuple(self.tags), **self.found)

    def read_head(self) -> None:
        """Letterhead, label, number, time of release, headline."""
        start = self._letterhead_end()
        if start:
            self.tags.append("Kop: " + " · ".join(self._plain(index) for index in range(start)))
            self.first = start
        while self.first < self.last and self._is_label_part(self._plain(self.first)):
            self.first += 1
        if self.given:
            self._drop_repeated_headline()
        else:
            self._find_headline()

    def read_opening(self) -> None:
        """Summary, credits above the text, dateline."""
        self._take_credits_above()
        if self._dateline(self.first) is None and (self._dateline(self.first + 1) or self._credited_dateline()):
            self._take_summary()
            self._take_credits_above()
        index = self._first_paragraph()
        dateline = self._dateline(index)
        if dateline is not None:
            self.found["place"] = dateline.place
            self.credits += [f"Sumber: {source}" for source in dateline.sources]
            self.days += dateline.days
            self.lines[index] = self.lines[index]._replace(markdown=dateline.rest)

    def read_tail(self) -> None:
        """End mark, number, hashtags, credits, accounts, contacts: from the last line upwards; one line at least
        stays."""
        tags: tuple[str, ...] = ()
        people: tuple[Contact, ...] = ()
        while self.last > self.first + 1:
            line = self._plain(self.last - 1)
            below = 1
            if found := furniture.hashtags(line):
                tags = found + tags
            elif furniture.is_number(line) or furniture.is_following(line):
                self.tags.append(line)
            elif furniture.is_credit(line):
                self.closing.insert(0, line)
            elif not self._is_mark(self.last - 1):
                below, closing = self._contacts()
                people = closing + people
            if not below:
                break
            self.last -= below
        self._take_byline()
        self.found["hashtags"] = tags
        self.found["contacts"] = people

    def _plain(self, index: int) -> str:
        """The words of a line that is a short paragraph or a heading; "" for any other and beyond the end."""
        if not self.first <= index < self.last:
            return ""
        markdown = self.lines[index].markdown
        return _words(markdown) if len(markdown) <= LINE else ""

    def _dateline(self, index: int) -> Dateline | None:
        return find_dateline(self.lines[index].markdown) if self.first <= index < self.last else None

    def _first_paragraph(self) -> int:
        """Where the first paragraph stands, whose dateline the outlets print: behind headings and lists."""
        for index in range(self.first, min(self.first + HEAD, self.last)):
            if _NO_PARAGRAPH.match(self.lines[index].markdown) is None:
                return index
        return self.last

    def _letterhead_end(self) -> int:
        """How many first lines are letterhead: those above a label or the headline, or down to an address."""
        address = 0
        is_office = _OFFICE.match(self._plain(0)) is not None
        for index in range(min(HEAD, self.last)):
            line = self._plain(index)
            if self._is_anchor(index):
                return index
            is_prose = not line or len(line.split()) > furniture.SHORT or self._dateline(index) is not None
            reaches = _ADDRESS.search(line) is not None
            if is_prose or (line.endswith((".", "?", "!")) and not reaches):
                break
            if is_office and reaches:
                address = index + 1
        return address if address < self.last else 0

    def _is_anchor(self, index: int) -> bool:
        """Whether a line ends a letterhead: a label, or the headline."""
        line = self._plain(index)
        is_headline = line.casefold() == self.given.casefold() if self.given else self._is_level_one(index)
        return furniture.labelled(line) is not None or (bool(line) and is_headline)

    def _is_level_one(self, index: int) -> bool:
        return self.lines[index].markdown.startswith("# ")

    def _is_label_part(self, line: str) -> bool:
        """Whether a line is label, number or time of release; what it says is then kept."""
        labelled = furniture.labelled(line)
        moment = furniture.embargo(line)
        if labelled is not None and "kind" not in self.found:
            self.found["kind"], number = labelled
            self.tags += filter(None, [number])
        elif moment is not None and "embargo" not in self.found:
            self.found["embargo"] = moment
            self.tags += [line] if furniture.wrong_weekday(line, moment.date()) else []
        elif furniture.is_number(line) or line.casefold().startswith("embargo "):
            self.tags.append(line)
        elif 0 < len(line.split()) <= 6 and _is_place_and_date(line):
            self.tags.append(line)
            self.days.append(line)
        elif " · " in line and furniture.is_number(number := line.split(" · ", 1)[0]):
            if not self._is_label_part(line.removeprefix(f"{number} · ")):
                return False
            self.tags.append(number)
        else:
            return furniture.is_release_time(line) or self._is_mark(self.first)
        return True

    def _drop_repeated_headline(self) -> None:
        if self._plain(self.first).casefold() == self.given.casefold():
            self.first += 1

    def _find_headline(self) -> None:
        """A heading of the first level below no more than short lines, or what looks like a headline."""
        for index in range(self.first, min(self.first + HEAD, self.last)):
            if self._is_level_one(index) and self._plain(index):
                self.found["headline"] = self._plain(index)
                del self.lines[index]
                self.last -= 1
                return
            if len(self.lines[index].markdown.split()) > HEADLINE_WORDS:
                break
        line = self._plain(self.first)
        is_heading = self.first < self.last and _HEADING.match(self.lines[self.first].markdown)
        if line and (is_heading or self._looks_like_headline(line)):
            self.found["headline"] = line
            self.first += 1

    def _looks_like_headline(self, line: str) -> bool:
        if not 2 <= len(line.split()) <= HEADLINE_WORDS or self.last - self.first < 2:
            return False
        is_sentence = line.endswith((".", ",", ";", ":")) and not line.endswith("...")
        if is_sentence or furniture.is_credit_above(line):
            return False
        following = " ".join(other.markdown[:LINE] for other in self.lines[self.first + 1 : self.first + 4])
        return len(following.split()) > len(line.split()) and self._dateline(self.first) is None

    def _take_credits_above(self) -> None:
        while self.last - self.first > 1 and furniture.is_credit_above(self._plain(self.first)):
            self.credits.append(self._plain(self.first))
            self.first += 1

    def _credited_dateline(self) -> bool:
        """Whether credits stand between the next line and the paragraph with the dateline."""
        index = self.first + 1
        while furniture.is_credit_above(self._plain(index)):
            index += 1
        return index > self.first + 1 and self._dateline(index) is not None

    def _take_summary(self) -> None:
        """The line above the paragraph with the dateline: a headline where there is none yet, or a summary."""
        line = self._plain(self.first)
        name = "summary" if self.found["headline"] else "headline"
        if 0 < len(line.split()) <= (SUMMARY_WORDS if name == "summary" else HEADLINE_WORDS):
            self.found[name] = line
            self.first += 1

    def _take_byline(self) -> None:
        """The brackets behind the last sentence: ``… tutupnya. (ST/Humas)`` names who wrote it."""
        if self.first < self.last:
            line = self.lines[self.last - 1]
            match = _BYLINE.fullmatch(line.markdown) if line.markdown.endswith(")") else None
            if match and not re.search(r"\d", match["byline"]) and len(match["byline"].split()) <= BYLINE_WORDS:
                self.closing.insert(0, _words(match["byline"]))
                self.lines[self.last - 1] = line._replace(markdown=match["text"])

    def _contacts(self) -> tuple[int, tuple[Contact, ...]]:
        """How many of the last lines are contacts below ``Narahubung:``, and those contacts; 0 for none."""
        below: list[str] = []
        for index in range(self.last - 1, max(self.first, self.last - HEAD), -1):
            title = furniture.contacts_title(self._plain(index))
            if title is None:
                below.insert(0, self._plain(index))
                continue
            found = furniture.contacts([title, *below] if title else below)
            return (self.last - index, found) if found else (0, ())
        return 0, ()

    def _is_mark(self, index: int) -> bool:
        """Whether a line is an end mark or a rule of signs."""
        raw = self.lines[index].markdown.replace("\\", "")
        return furniture.is_end_mark(raw) or furniture.is_end_mark(self._plain(index))


@lru_cache(maxsize=128)
def _words(markdown: str) -> str:
    """What a line shows where it is a paragraph or a heading, with the addresses behind its links; else ""."""
    blocks = b.parse(markdown)
    if len(blocks) != 1 or not isinstance(blocks[0], b.Paragraph | b.Heading):
        return ""
    return _shown(blocks[0].children).strip()


def _shown(children: Sequence[b.Inline]) -> str:
    parts = []
    for child in children:
        if isinstance(child, b.Link):
            words = b.plain(child.children)
            parts.append(words if child.url.removeprefix("mailto:") in words else f"{words} ({child.url})")
        elif isinstance(child, b.Styled):
            parts.append(_shown(child.children))
        else:
            parts.append(b.plain([child]))
    return "".join(parts)


def _is_place_and_date(line: str) -> bool:
    """``Sukabumi, 18 November 2026`` or ``Tanggal: 18/11/2026`` alone in a line."""
    return _PLACE_AND_DATE.fullmatch(line) is not None and find_date(line) is not None


def _event_date(days: Sequence[str], body: Sequence[Line]) -> date | None:
    """The day of the event: with its weekday in the first paragraphs, in the dateline, or any in them.

    ``Senin (2/3)`` names no year and is passed over, as is a day before 2000: it is told of, not reported.
    """
    paragraphs = [_NOT_THE_EVENT.sub(" ", line.markdown[: 4 * LINE]) for line in body[:DATED_BY_WEEKDAY]]
    by_weekday = [match[0] for paragraph in paragraphs for match in _WEEKDAY.finditer(paragraph)]
    for text in (*by_weekday, *days, *paragraphs[:DATED]):
        day = find_date(text)
        if day is not None and day >= OLDEST:
            return day
    return None
