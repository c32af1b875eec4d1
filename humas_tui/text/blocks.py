"""The body of a release as blocks: Markdown parsed once, rendered by every outlet.

CommonMark with strike-through and without raw HTML (it stays visible text). A single line end inside a
paragraph is a line break: officers press Enter where they want a new line, and no outlet may join what
they parted. A picture in the text becomes its description; photos are fields of the release.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Inlines in a style: ``strong``, ``emphasis`` or ``strike``."""

    style: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Characters in a fixed-width face."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Inlines that lead to ``url``."""

    url: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


Inline: TypeAlias = Text | Styled | Code | Link | Break


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body; ``level`` is 1 to 6 as written."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Blocks that are set off as a quotation."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; ``start`` is the first number, or None for a list with bullets."""

    start: int | None
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines kept as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


Block: TypeAlias = Paragraph | Heading | Quotation | Listing | Verbatim | Rule

_STYLES = {"strong_open": "strong", "em_open": "emphasis", "s_open": "strike"}


@lru_cache(maxsize=1)
def _parser() -> Callable[[str], Sequence[Token]]:
    """markdown-it takes 60 ms to import: not before the first text is parsed."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("strikethrough").parse


@lru_cache(maxsize=64)
def parse(body: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text."""
    return _blocks(list(_parser()(body)))


def plain(children: Sequence[Inline]) -> str:
    """The characters of inlines, without their styles; a break is a line feed."""
    parts = []
    for child in children:
        if isinstance(child, Text | Code):
            parts.append(child.text)
        elif isinstance(child, Break):
            parts.append("\n")
        else:
            parts.append(plain(child.children))
    return "".join(parts)


def plain_text(blocks: Sequence[Block]) -> str:
    """The words of blocks, a blank line between them: for counting, searching and comparing."""
    parts = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            parts.append(plain(block.children))
        elif isinstance(block, Quotation):
            parts.append(plain_text(block.blocks))
        elif isinstance(block, Listing):
            parts += [plain_text(item) for item in block.items]
        elif isinstance(block, Verbatim):
            parts.append(block.text)
    return "\n\n".join(parts)


def _blocks(tokens: list[Token]) -> tuple[Block, ...]:
    found: list[Block] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.nesting == 1:
            end = _closing(tokens, index)
            found.append(_container(token, tokens[index + 1 : end]))
            index = end
        elif token.type in ("fence", "code_block"):
            found.append(Verbatim(token.content.rstrip("\n")))
        elif token.type == "hr":
            found.append(Rule())
        index += 1
    return tuple(found)


def _container(token: Token, inside: list[Token]) -> Block:
    if token.type == "paragraph_open":
        return Paragraph(_inlines(inside[0].children or []))
    if token.type == "heading_open":
        return Heading(int(token.tag[1:]), _inlines(inside[0].children or []))
    if token.type == "blockquote_open":
        return Quotation(_blocks(inside))
    start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
    items = []
    index = 0
    while index < len(inside):
        end = _closing(inside, index)
        items.append(_blocks(inside[index + 1 : end]))
        index = end + 1
    return Listing(start, tuple(items))


def _closing(tokens: list[Token], index: int) -> int:
    """Where the container that opens at ``index`` closes."""
    depth = 0
    for position in range(index, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position
    raise AssertionError("markdown-it closes what it opens")


def _inlines(tokens: list[Token]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.nesting == 1:
            end = _closing(tokens, index)
            children = _inlines(tokens[index + 1 : end])
            if token.type == "link_open":
                found.append(Link(str(token.attrs.get("href", "")), children))
            else:
                found.append(Styled(_STYLES[token.type], children))
            index = end
        elif token.type in ("softbreak", "hardbreak"):
            found.append(Break())
        elif token.type == "code_inline":
            found.append(Code(token.content))
        elif token.content:
            found.append(Text(token.content))
        index += 1
    return _joined(found)


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring runs of text as one: emphasis that was not to be leaves them parted."""
    joined: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)
