"""A reader of WhatsApp messages, for tests: what a message shows, by the rules as they are known.

Written apart from the outlet, character by character. The clients differ and no grammar was published, so
``Reading`` holds the points that are in doubt; a message is right when every reading shows the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

JOINER = "\u2060"
STYLES = {"*": "strong", "_": "emphasis", "~": "strike", "`": "code"}
FENCE = "```"


@dataclass(frozen=True)
class Reading:
    """One way to read: whether a mark opens behind one of its own kind or behind code, what counts as a
    letter, whether marks inside code are read."""

    behind_any_mark: bool
    letters_of_all_scripts: bool
    code_is_opaque: bool

    def is_letter(self, character: str) -> bool:
        return character.isalnum() and (self.letters_of_all_scripts or character.isascii())

    def opens_behind(self, before: str, mark: str) -> bool:
        if before == "" or before.isspace() or before == ">":
            return True
        return before in STYLES if self.behind_any_mark else before in "*_~" and before != mark


READINGS = tuple(Reading(*doubts) for doubts in product((True, False), repeat=3))


@dataclass(frozen=True)
class Shown:
    """A line as it is shown: ``kind`` text, bullet, number or quote; its number; its characters with styles."""

    kind: str
    number: int | None
    characters: tuple[tuple[str, frozenset[str]], ...]

    @property
    def text(self) -> str:
        return "".join(character for character, _ in self.characters)

    def styled(self, style: str) -> str:
        """The characters that have ``style``."""
        return "".join(character for character, styles in self.characters if style in styles)


def read(message: str, reading: Reading = READINGS[0]) -> list[Shown]:
    """What ``message`` shows, line by line, without joiners."""
    characters, fenced = _without_fences(message)
    shown = []
    start = 0
    for end in [place for place, character in enumerate(characters) if character == "\n"] + [len(characters)]:
        shown.append(_line(characters[start:end], fenced[start:end], reading))
        start = end + 1
    return shown


def _without_fences(message: str) -> tuple[str, list[bool]]:
    """The message without the marks of fenced code, and which characters stood inside."""
    text = ""
    fenced: list[bool] = []
    place = 0
    while True:
        start = message.find(FENCE, place)
        end = message.find(FENCE, start + len(FENCE)) if start >= 0 else -1
        if end < 0:
            return text + message[place:], fenced + [False] * (len(message) - place)
        inside = message[start + len(FENCE) : end]
        text += message[place:start] + inside
        fenced += [False] * (start - place) + [True] * len(inside)
        place = end + len(FENCE)


def _line(line: str, fenced: list[bool], reading: Reading) -> Shown:
    kind, number, skipped = "text", None, 0
    if not any(fenced[:1]):
        if found := re.match(r"[-*]\s", line):
            kind, skipped = "bullet", found.end()
        elif found := re.match(r"(\d{1,2})\.\s", line):
            kind, number, skipped = "number", int(found[1]), found.end()
        elif line.startswith(">"):
            kind, skipped = "quote", 2 if line.startswith("> ") else 1
    return Shown(kind, number, tuple(_styled(line[skipped:], fenced[skipped:], reading)))


def _styled(line: str, fenced: list[bool], reading: Reading) -> list[tuple[str, frozenset[str]]]:
    styles: list[set[str]] = [{"code"} if inside else set() for inside in fenced]
    marks: set[int] = set()
    opaque = [*fenced]
    for mark in "`*_~":
        for start, end in _spans(line, mark, opaque, reading):
            marks |= {start, end}
            for place in range(start + 1, end):
                styles[place].add(STYLES[mark])
                opaque[place] = opaque[place] or (mark == "`" and reading.code_is_opaque)
    return [
        (character, frozenset(styles[place]))
        for place, character in enumerate(line)
        if place not in marks and character != JOINER
    ]


def _spans(line: str, mark: str, opaque: list[bool], reading: Reading) -> list[tuple[int, int]]:
    places = [place for place, character in enumerate(line) if character == mark and not opaque[place]]
    spans: list[tuple[int, int]] = []
    for start in places:
        if spans and start <= spans[-1][1]:
            continue
        before, behind = line[start - 1 : start], line[start + 1 : start + 2]
        if not reading.opens_behind(before, mark) or behind == "" or behind.isspace():
            continue
        for end in places:
            closes = not line[end - 1].isspace() and not reading.is_letter(line[end + 1 : end + 2])
            if end > start + 1 and closes:
                spans.append((start, end))
                break
    return spans
