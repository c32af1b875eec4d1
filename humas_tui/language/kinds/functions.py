"""Rules whose logic is a function of their own: over a paragraph, over it and its neighbours, over the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from ..prose import Document, Paragraph, Part
from .hit import Hit

Placed: TypeAlias = tuple[str, Part, Hit]


@dataclass(frozen=True)
class Judgement:
    """``find`` gives the hits in a paragraph. It is asked only where one of the characters ``marks`` stands in the
    paragraph, and one of ``words`` (in lower case); none given: everywhere."""

    find: Callable[[Paragraph], Iterable[Hit]]
    marks: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Neighbours:
    """``find`` gives the hits in the second of three paragraphs; the first and the third are what stands around it
    in the same field, or None. ``marks`` as in Judgement."""

    find: Callable[[Paragraph | None, Paragraph, Paragraph | None], Iterable[Hit]]
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Shape:
    """``find`` gives the hits in a whole document: the field, the part, and the hit in its paragraph.

    It is asked about releases; ``everywhere``, about any text. What is missing is told at a place that is
    there."""

    find: Callable[[Document], Iterable[Placed]]
    everywhere: bool = False
