"""HTML to Markdown, for what officers have: pages of a content system, mails, Word through mammoth.

The tree is repaired by nh3 (an HTML5 parser), then read once from top to bottom. Scripts, styles and
pictures are left out; a row of a table becomes a line, its cells parted by a dash. What cannot be said in
Markdown without showing its signs is said without its style: the words come first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final
from urllib.parse import quote

from ..text import blocks as b
from ..text.clean import clean
from .markdown import escape, escape_inline, escape_start

#: Deeper nesting is no page that a person wrote, and the parser takes a minute for 100,000 (measured with
#: nh3 0.3.8). Lists deeper than the other figure are laid flat.
DEEPEST: Final = 2000
#: Inside so many open lists, quotations and tables further ones are passed through.
MOST_FRAMES: Final = 100
#: Character references join a text one by one, each costing its length: 2,000,000 take a minute as well.
MOST_REFERENCES: Final = 300_000
#: A longer paragraph is said without its styles: to check that they are read as such takes too long.
LONGEST_STYLED: Final = 50_000
DEEPEST_LIST: Final = 6

_STYLES: Final = {
    "strong": "**",
    "b": "**",
    "em": "*",
    "i": "*",
    "s": "~~",
    "del": "~~",
    "strike": "~~",
    "code": "`",
}
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS: Final = frozenset("blockquote ul ol li table tr td th".split())
_BLOCKS: Final = frozenset(
    "p div section article main header footer nav aside figure figcaption address center form fieldset legend "
    "details summary dl dt dd body label option button textarea caption thead tbody tfoot hgroup".split()
)
_PARTING: Final = _CONTAINERS | _BLOCKS | _HEADINGS.keys() | {"hr", "pre"}
_KEPT: Final = {*_STYLES, *_HEADINGS, *_CONTAINERS, *_BLOCKS, "a", "br", "hr", "pre"}
_LEFT_OUT: Final = {"script", "style", "title", "template", "noscript", "svg", "math"}
_NESTING: Final = re.compile(
    r"<(/?)(?:div|section|article|main|header|footer|nav|aside|figure|figcaption|address|center|form|fieldset|"
    r"details|summary|dl|ul|ol|blockquote|pre|button|hgroup|search|menu|dir|listing)\b",
    re.IGNORECASE,
)
_SPACES: Final = re.compile(r"[ \t\n\r\f\xa0]+")


class TangledError(ValueError):
    """The markup is beyond ``DEEPEST`` or ``MOST_REFERENCES``: reading it would take minutes."""


def to_markdown(source: str) -> list[str]:
    """The blocks of an HTML text as Markdown, one string a block. Raises TangledError."""
    import nh3

    if _depth(source) > DEEPEST or source.count("&") > MOST_REFERENCES:
        raise TangledError
    tidy = nh3.clean(
        source,
        tags=_KEPT,
        clean_content_tags=_LEFT_OUT,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        url_relative="deny",
    )
    reader = _Reader()
    reader.feed(tidy)
    reader.close()
    return reader.finished()


def _depth(source: str) -> int:
    deepest = depth = 0
    for match in _NESTING.finditer(source):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


@dataclass(frozen=True)
class _Run:
    """Characters in one style; ``"\\n"`` is a line break."""

    text: str
    marks: tuple[str, ...] = ()
    url: str = ""


@dataclass
class _Frame:
    """An element that holds blocks, and those found so far; a row holds the blocks of its cells apart."""

    tag: str
    start: int = 1
    blocks: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects runs of a paragraph, paragraphs of a frame, frames in each other."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.frames = [_Frame("")]
        self.runs: list[_Run] = []
        self.styles: Counter[str] = Counter()
        self.transparent = 0
        self.url = ""
        self.heading = 0
        self.verbatim: list[str] | None = None

    def finished(self) -> list[str]:
        """Every block, when all was read."""
        self._end_paragraph()
        while len(self.frames) > 1:
            self._close_frame()
        return self.frames[0].blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _STYLES:
            self.styles[_STYLES[tag]] += 1
        elif tag == "a":
            self.url = dict(attrs).get("href") or ""
        elif tag == "br":
            self._add("\n")
        elif tag in _PARTING:
            self._end_paragraph()
            if tag not in ("div", "section", "header"):  # which pages set inside their headings
                self.heading = _HEADINGS.get(tag, 0)
            if tag in _CONTAINERS and len(self.frames) >= MOST_FRAMES:
                self.transparent += 1
            elif tag in _CONTAINERS:
                start = dict(attrs).get("start") or ""
                self.frames.append(_Frame(tag, int(start) if re.fullmatch(r"\d{1,9}", start) else 1))
            elif tag == "hr":
                self.frames[-1].blocks.append("---")
            elif tag == "pre":
                self.verbatim = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _STYLES:
            self.styles[_STYLES[tag]] -= 1
        elif tag == "a":
            self.url = ""
        elif tag == "pre":
            self._end_verbatim()
        elif tag in _CONTAINERS:
            self._end_paragraph()
            if self.transparent:
                self.transparent -= 1
            elif any(frame.tag == tag for frame in reversed(self.frames)):
                while self.frames[-1].tag != tag:
                    self._close_frame()
                self._close_frame()
        elif tag in _PARTING:
            self._end_paragraph()
            if tag in _HEADINGS:
                self.heading = 0

    def handle_data(self, data: str) -> None:
        data = clean(data)
        if self.verbatim is not None:
            self.verbatim.append(data)
        else:
            self._add(_SPACES.sub(" ", data))

    def _add(self, text: str) -> None:
        if self.verbatim is not None:
            self.verbatim.append(text)
            return
        marks = tuple(mark for mark in ("**", "*", "~~", "`") if self.styles[mark] > 0)
        run = _Run(text, () if self.heading or text == "\n" else marks, "" if text == "\n" else self.url)
        last = self.runs[-1] if self.runs else None
        if last and last.marks == run.marks and last.url == run.url and "\n" not in (last.text, text):
            self.runs[-1] = _Run(last.text + text, run.marks, run.url)
        else:
            self.runs.append(run)

    def _end_paragraph(self) -> None:
        runs, self.runs = self.runs, []
        if self.verbatim is not None:
            self._end_verbatim()
        for paragraph in _paragraphs(runs):
            if self.heading:
                words = _SPACES.sub(" ", "".join(run.text for run in paragraph)).strip()
                self.frames[-1].blocks.append(f"{'#' * self.heading} {escape(words)}")
            else:
                self.frames[-1].blocks.append(_paragraph(paragraph))

    def _end_verbatim(self) -> None:
        text = "".join(self.verbatim or ()).strip("\n")
        self.verbatim = None
        if text.strip():
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
            self.frames[-1].blocks.append(f"{fence}\n{text}\n{fence}")

    def _close_frame(self) -> None:
        frame = self.frames.pop()
        around = self.frames[-1]
        depth = sum(outer.tag in ("ul", "ol", "blockquote") for outer in self.frames)
        if frame.tag in ("td", "th") and around.tag == "tr":
            around.cells.append(frame.blocks)
        elif frame.tag == "tr":
            around.blocks += [*frame.blocks, *_row(frame.cells)]
        elif not frame.blocks or depth >= DEEPEST_LIST or frame.tag in ("table", "td", "th"):
            around.blocks += frame.blocks
        elif frame.tag == "li":
            around.blocks.append("\n\n".join(frame.blocks))
        elif frame.tag == "blockquote":
            lines = "\n\n".join(frame.blocks).split("\n")
            around.blocks.append("\n".join(f"> {line}".rstrip() for line in lines))
        else:
            around.blocks.append(_listing(frame, around.blocks[-1] if around.blocks else ""))


def _row(cells: list[list[str]]) -> list[str]:
    """A row as one line where each cell is a line of text; a table that holds a page gives its blocks."""
    filled = [blocks for blocks in cells if blocks]
    if all(
        len(blocks) == 1 and "\n" not in blocks[0] and escape_start(blocks[0]) == blocks[0] for blocks in filled
    ):
        return [" – ".join(blocks[0] for blocks in filled)] if filled else []
    return [block for blocks in filled for block in blocks]


def _listing(frame: _Frame, before: str) -> str:
    """A list in Markdown. Numbers take the other sign behind them where a list stands right before: the two
    would be read as one, and count on."""
    sign = ")" if re.match(r"\d+\.", before) else "."
    items = []
    for number, item in enumerate(frame.blocks, frame.start):
        marker = "- " if frame.tag == "ul" else f"{number}{sign} "
        items.append(marker + re.sub(r"\n(?!\n)", "\n" + " " * len(marker), item))
    return "\n".join(items)


def _paragraphs(runs: list[_Run]) -> Iterator[list[_Run]]:
    """Runs parted where two line breaks stand together, without blank ones at the ends."""
    paragraph: list[_Run] = []
    breaks = 0
    for run in runs:
        if run.text == "\n":
            breaks += 1
            continue
        if not run.text.strip():
            if paragraph and not breaks:
                paragraph.append(run)
            continue
        if breaks and paragraph:
            if breaks > 1:
                yield paragraph
                paragraph = []
            else:
                paragraph.append(_Run("\n"))
        breaks = 0
        paragraph.append(run)
    if paragraph:
        yield paragraph


def _paragraph(runs: list[_Run]) -> str:
    """Runs as a paragraph of Markdown, without styles where they would not be read as such."""
    if all(not run.marks and not run.url for run in runs):
        return _lines("".join(escape_inline(run.text) for run in runs), escape_start)
    shown = _lines("".join(run.text for run in runs), str)
    if len(shown) <= LONGEST_STYLED:
        styled = _lines("".join(map(_marked, runs)), escape_start)
        if _reads_as(styled, shown):
            return styled
    addresses = [run.url for run in runs if run.url and run.url not in shown]
    return _lines(" ".join((shown, *addresses)), escape)


def _lines(text: str, made: Callable[[str], str]) -> str:
    """``text`` with single spaces, each of its lines stripped and then ``made``."""
    rows = (_SPACES.sub(" ", row).strip() for row in text.split("\n"))
    return "\n".join(made(row) for row in rows if row)


def _marked(run: _Run) -> str:
    inner = run.text.strip()
    if not inner:
        return run.text
    if "`" in run.marks:
        ticks = "`" * (1 + max(map(len, re.findall("`+", inner)), default=0))
        padding = " " if inner.startswith("`") or inner.endswith("`") else ""
        shown = f"{ticks}{padding}{inner}{padding}{ticks}"
    else:
        shown = escape_inline(inner)
        if run.url:
            shown = re.sub(r"(?<!\\)[\[\]]", r"\\\g<0>", shown)
    for mark in reversed(run.marks):
        if mark != "`":
            shown = f"{mark}{shown}{mark}"
    if run.url:
        url = quote(run.url, safe="/:?#[]@!$&'*+,;=%~").replace("&", "\\&")
        shown = f"[{shown}]({url})"
    start = len(run.text) - len(run.text.lstrip())
    return run.text[:start] + shown + run.text[len(run.text.rstrip()) :]


def _reads_as(markdown: str, words: str) -> bool:
    blocks = b.parse(markdown)
    return len(blocks) == 1 and isinstance(blocks[0], b.Paragraph) and b.plain_text(blocks) == words
