"""Two texts side by side: which paragraphs and which words of them differ, and a paragraph brought back.

A paragraph ends at a blank line; an item of a list and a heading are paragraphs of their own. Paragraphs are
aligned first, changed ones paired with what they most likely came from, then the words of a pair compared.
What was moved shows as gone in one place and new in the other.

The work is bounded whatever the texts: ``difflib`` alone takes minutes for two texts of the same few words. Past
the bound paragraphs and words still count as the same at both ends and around what occurs once in each text;
the rest counts as gone and new.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice, takewhile
from typing import Final, TypeAlias


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters, with what became of it."""

    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of the old text beside the one of the new text that it became. A side without one is empty
    and its index, which counts the paragraphs of its text from 0, is None."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    old_index: int | None
    new_index: int | None

    @property
    def changed(self) -> bool:
        """Whether the two sides differ."""
        return any(piece.change is not Change.SAME for piece in (*self.old, *self.new))


#: Where both texts say the same: place in the old one, place in the new one, length.
_Block: TypeAlias = tuple[int, int, int]

#: What a comparison may cost, in steps of ``difflib``'s innermost loop; all of it takes about 0.3 s. A text of
#: 5,000 words with a change in every paragraph needs half.
WORK: Final = 4_000_000
#: Paragraphs with fewer words in common (0 to 1, Dice) are not one that was changed but one gone and one new.
ALIKE: Final = 0.4

_BLANK: Final = re.compile(r"\s*")
_HEADING: Final = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
#: A word takes the space before it along, so that a comma set behind it leaves it the same. Figures, dates and
#: addresses are one word.
_WORD: Final = re.compile(r"\s*\w+(?:[.,:/’'@-]\w+)*|\s*[^\w\s\x00-\x7f]+|\s*[^\w\s]|\s+")


class _Work:
    """What is left of the work that a comparison may cost."""

    def __init__(self) -> None:
        self.left = WORK

    def spend(self, cost: int) -> bool:
        """Whether there is enough for this; it is taken then."""
        if cost > self.left:
            return False
        self.left -= cost
        return True


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text as they are compared, without the line feed behind each."""
    return [text[start:end] for start, end in _spans(text)]


def compare(old: str, new: str) -> list[Row]:
    """The paragraphs of both texts, each once and in order."""
    before, after = paragraphs(old), paragraphs(new)
    work = _Work()
    blocks = _matching(before, after, work)
    pairs = [(start + step, other + step) for start, other, length in blocks for step in range(length)]
    pairs += [pair for gap in _gaps(blocks, len(before), len(after)) for pair in _pairs(before, after, gap, work)]
    rows = []
    done = [0, 0]
    for one, other in [*sorted(pairs), (len(before), len(after))]:
        rows += [Row((Piece(before[i], Change.GONE),), (), i, None) for i in range(done[0], one)]
        rows += [Row((), (Piece(after[j], Change.NEW),), None, j) for j in range(done[1], other)]
        if one < len(before):
            rows.append(Row(*_words(before[one], after[other], work), one, other))
        done = [one + 1, other + 1]
    return rows


def bring_back(old: str, new: str, row: Row) -> str:
    """``new`` with the paragraph of ``row`` as it is in ``old``: put in the place of what it became, put back
    where it was removed, or taken out where ``old`` has none. Every other character stays.

    Raises ValueError when ``row`` is no row of these two texts: one of them was changed since."""
    rows = compare(old, new)
    place = sum(one.new_index is not None for one in rows[: rows.index(row)])
    spans = _spans(new)
    wanted = [new[start:end] for start, end in spans]
    text = "".join(piece.text for piece in row.old)
    wanted[place : place + (row.new_index is not None)] = [text] if row.old else []
    if row.new_index is None:
        tight = _tightness(old, row.old_index)
        ways = _inserted(new, spans, place, text, tight)
    elif row.old:
        ways = _replaced(new, spans[place], text)
    else:
        ways = _removed(new, spans, place)
    # The first way that parts the paragraphs as they should be: without a blank line some would run together.
    return next(way for way in ways if paragraphs(way) == wanted)


def _spans(text: str) -> list[tuple[int, int]]:
    """Where each paragraph begins and ends."""
    spans: list[tuple[int, int]] = []
    start = 0
    goes_on = False  # the next line belongs to the paragraph before, unless it begins one
    for line in text.split("\n"):
        end = start + len(line)
        if _BLANK.fullmatch(line):
            goes_on = False
        elif _HEADING.match(line):
            spans.append((start, end))
            goes_on = False
        elif goes_on and not _ITEM.match(line):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
            goes_on = True
        start = end + 1
    return spans


# -- what is the same --------------------------------------------------------------------------------------


def _matching(old: Sequence[str], new: Sequence[str], work: _Work, *, anchored: bool = True) -> list[_Block]:
    """Where both sequences are the same, in order. Both ends always, whatever work is left: so what is brought
    back, beginning with the first change, always comes nearer to the old text."""
    shorter = min(len(old), len(new))
    head = _common(zip(old, new, strict=False))
    tail = _common(islice(zip(reversed(old), reversed(new), strict=False), shorter - head))
    one, other = old[head : len(old) - tail], new[head : len(new) - tail]
    counts = Counter(other)
    pairs = sum(counts[item] for item in one)
    inner: list[_Block] = []
    if not pairs:
        pass
    elif work.spend((len(one) + pairs) * min(len(one), len(other), pairs)):
        matcher = SequenceMatcher(None, one, other, autojunk=False)
        inner = [(match.a, match.b, match.size) for match in matcher.get_matching_blocks()]
    elif anchored:
        inner = _around_anchors(one, other, work)
    blocks = [(0, 0, head), *((a + head, b + head, size) for a, b, size in inner)]
    blocks.append((len(old) - tail, len(new) - tail, tail))
    return [block for block in blocks if block[2]]


def _common(pairs: Iterator[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _around_anchors(old: Sequence[str], new: Sequence[str], work: _Work) -> list[_Block]:
    """For sequences too long to be compared at once: what occurs once in each parts them into short ones."""
    once = {item for item, count in Counter(old).items() if count == 1}
    places = {item: place for place, item in enumerate(new) if item in once}
    once = {item for item, count in Counter(new).items() if count == 1} & places.keys()
    anchors = _rising([(place, places[item]) for place, item in enumerate(old) if item in once])
    blocks: list[_Block] = []
    done = (0, 0)
    for a, b in [*anchors, (len(old), len(new))]:
        within = _matching(old[done[0] : a], new[done[1] : b], work, anchored=False)
        blocks += [(done[0] + one, done[1] + other, size) for one, other, size in within]
        if a < len(old):
            blocks.append((a, b, 1))
        done = (a + 1, b + 1)
    return blocks


def _rising(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of points that rises in both coordinates (they rise in the first already)."""
    ends: list[int] = []  # the lowest end of a run of each length, and which point it is
    which: list[int] = []
    before: list[int] = []
    for number, (_first, second) in enumerate(points):
        length = bisect_left(ends, second)
        before.append(which[length - 1] if length else -1)
        ends[length : length + 1] = [second]
        which[length : length + 1] = [number]
    run = []
    number = which[-1] if which else -1
    while number >= 0:
        run.append(points[number])
        number = before[number]
    return run[::-1]


def _gaps(blocks: list[_Block], old: int, new: int) -> list[tuple[range, range]]:
    """What lies between the blocks, where both sides have something."""
    gaps = []
    done = (0, 0)
    for one, other, length in [*blocks, (old, new, 0)]:
        if done[0] < one and done[1] < other:
            gaps.append((range(done[0], one), range(done[1], other)))
        done = (one + length, other + length)
    return gaps


# -- what was changed --------------------------------------------------------------------------------------


def _pairs(old: list[str], new: list[str], gap: tuple[range, range], work: _Work) -> list[tuple[int, int]]:
    """Which paragraphs of a gap became which: those pairs, in order, that have most in common together."""
    ones, others = gap
    if not work.spend(10 * len(ones) * len(others)):
        return []
    words = [frozenset(map(str.strip, _WORD.findall(old[place]))) for place in ones]
    their = [frozenset(map(str.strip, _WORD.findall(new[place]))) for place in others]
    if not work.spend(sum(map(len, words)) * len(others)):
        return []
    # best[i][j]: the most that the paragraphs from i and from j on can have in common.
    best = [[0.0] * (len(their) + 1) for _ in range(len(words) + 1)]
    alike = [[2 * len(one & other) / (len(one) + len(other)) for other in their] for one in words]
    for i in reversed(range(len(words))):
        row, below = best[i], best[i + 1]
        for j in reversed(range(len(their))):
            score = max(below[j], row[j + 1])
            if alike[i][j] >= ALIKE:
                score = max(score, alike[i][j] + below[j + 1])
            row[j] = score
    pairs = []
    i = j = 0
    while i < len(words) and j < len(their):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((ones[i], others[j]))
            i, j = i + 1, j + 1
    return pairs


def _words(old: str, new: str, work: _Work) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two paragraphs as pieces."""
    if old == new:
        return (Piece(old, Change.SAME),), (Piece(new, Change.SAME),)
    one, other = _WORD.findall(old), _WORD.findall(new)
    # The first word has no space to take along; where something was put before it, it is the same all the same,
    # and the space between belongs to what was put there.
    blocks = _matching(_WORD.findall(" " + old), _WORD.findall(" " + new), work)
    if blocks and blocks[0][0] != blocks[0][1] and 0 in blocks[0][:2]:
        words, place = (other, blocks[0][1]) if blocks[0][0] == 0 else (one, blocks[0][0])
        word = words[place].lstrip()
        words[place - 1 : place + 1] = words[place - 1] + words[place].removesuffix(word), word
    # A lone comma that stayed between two changes makes them harder to read, not easier.
    blocks = [
        (a, b, size)
        for a, b, size in blocks
        if a + size == len(one) or a == 0 or any(map(str.isalnum, "".join(one[a : a + size])))
    ]
    return (
        _pieces(one, [(a, size) for a, _b, size in blocks], Change.GONE),
        _pieces(other, [(b, size) for _a, b, size in blocks], Change.NEW),
    )


def _pieces(words: list[str], same: list[tuple[int, int]], otherwise: Change) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    done = 0
    for start, size in [*same, (len(words), 0)]:
        for text, change in (
            ("".join(words[done:start]), otherwise),
            ("".join(words[start : start + size]), Change.SAME),
        ):
            if text and pieces and pieces[-1].change is change:
                pieces[-1] = Piece(pieces[-1].text + text, change)
            elif text:
                pieces.append(Piece(text, change))
        done = start + size
    return tuple(pieces)


# -- bringing back: ways to do it, the tidiest first, the last one always right ------------------------------


def _tightness(text: str, place: int | None) -> tuple[bool, bool]:
    """Whether a paragraph follows the one before, and is followed by the next, without a blank line."""
    assert place is not None
    spans = _spans(text)
    before = place > 0 and spans[place][0] - spans[place - 1][1] == 1
    return before, place + 1 < len(spans) and spans[place + 1][0] - spans[place][1] == 1


def _inserted(
    new: str, spans: list[tuple[int, int]], place: int, text: str, tight: tuple[bool, bool]
) -> Iterator[str]:
    if not spans:
        yield text + new
        yield text + "\n" + new
        return
    left = spans[place - 1][1] if place else 0
    right = spans[place][0] if place < len(spans) else len(new)
    if place == len(spans):
        joints = ["\n\n"] if not tight[0] else ["\n", "\n\n"]
        for joint in joints:
            yield new[:left] + joint + text + new[left:]
        return
    if place and tight[0]:
        yield new[:left] + "\n" + text + new[left:]
    if tight[1]:
        yield new[:right] + text + "\n" + new[right:]
    yield new[:right] + text + "\n\n" + new[right:]
    yield new[:left] + "\n\n" + text + new[left:]
    yield new[:left] + "\n\n" + text + "\n" + new[left:]


def _replaced(new: str, span: tuple[int, int], text: str) -> Iterator[str]:
    start, end = span
    for before in ("", "\n"):
        for after in ("", "\n"):
            yield new[:start] + before + text + after + new[end:]


def _removed(new: str, spans: list[tuple[int, int]], place: int) -> Iterator[str]:
    start, end = spans[place]
    left = spans[place - 1][1] if place else 0
    right = spans[place + 1][0] if place + 1 < len(spans) else len(new)
    if place == 0 and len(spans) > 1:
        yield new[:start] + new[right:]
    elif place == len(spans) - 1:
        yield new[:left] + new[end:] if place else new[:start] + new[end:]
    elif right - end > start - left:
        yield new[:left] + new[end:]
    else:
        yield new[:start] + new[right:]
    yield new[:start] + new[end:]
