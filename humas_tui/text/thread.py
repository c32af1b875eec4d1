"""A text cut into posts of limited length, each numbered.

A paragraph that fits a post is not torn; a longer one is cut at the ends of its sentences, a sentence that is too
long at a space, and a word that is too long between graphemes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from .sentences import find_sentences
from .units import cut

_LINE_ENDS: Final = re.compile(r"\s*\n\s*")


def thread(text: str, limit: int, count: Callable[[str], int]) -> tuple[str, ...]:
    """The posts that ``text`` makes, each at most ``limit`` by ``count``: itself where it fits, else several with
    ``(1/5)`` at their end. Blank lines within a post become line ends, so that posts can be parted by them."""
    text = text.strip()
    if count(text) <= limit:
        return (text,)
    digits = 1
    while True:
        room = limit - count(number(10**digits - 1, 10**digits - 1))
        posts = tuple(_filled(text, max(1, room), count))
        if len(posts) < 10**digits:
            return tuple(post + number(place, len(posts)) for place, post in enumerate(posts, 1))
        digits += 1


def number(place: int, total: int) -> str:
    """What stands at the end of a post: `` (2/5)``."""
    return f" ({place}/{total})"


def _filled(text: str, room: int, count: Callable[[str], int]) -> Iterator[str]:
    """Posts as full as they can be."""
    post = ""
    for glue, piece in _pieces(text, room, count):
        if post and count(post + glue + piece) <= room:
            post += glue + piece
            continue
        if post:
            yield post
        post = piece
    yield post


def _pieces(text: str, room: int, count: Callable[[str], int]) -> Iterator[tuple[str, str]]:
    """What is not torn, each with what parts it from the one before: a paragraph that fits, else its sentences."""
    for line in _LINE_ENDS.split(text):
        if count(line) <= room:
            yield "\n", line
            continue
        glue = "\n"
        for start, end in find_sentences(line):
            for piece in _shortened(line[start:end], room, count):
                yield glue, piece
                glue = " "


def _shortened(sentence: str, room: int, count: Callable[[str], int]) -> Iterator[str]:
    """A sentence as it is, or in pieces that fit."""
    if count(sentence) <= room:
        yield sentence
        return
    piece = ""
    for word in sentence.split():
        longer = f"{piece} {word}" if piece else word
        if count(longer) <= room:
            piece = longer
            continue
        if piece:
            yield piece
        piece = word
        first, rest = cut(piece, room, count)
        while rest:
            yield first
            first, rest = cut(rest, room, count)
        piece = first
    if piece:
        yield piece
