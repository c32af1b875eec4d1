"""What a release tells on an account of its own: summary, message, benefit, one quotation, hashtags.

Composed, not cut off: the text of each account is put together from these pieces, and where it would be too long
the least important piece is left out whole. A text that was written by hand takes the place of this one before
anything else is done with it (``outlet.by_hand``); everything behind (parts, counts, preview) takes any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..model import Kind, Office, Release
from ..text import blocks as b
from ..text.sentences import find_sentences
from .limits import Limit
from .outlet import remembered
from .quotation import chosen
from .sheet import LABELS
from .txt import inline_text

#: More are not read, and Instagram takes no more.
HASHTAGS: Final = 5
#: A release of these kinds says so on an account: who reads it must know that something is put right.
LABELLED: Final = frozenset({Kind.KLARIFIKASI, Kind.UNDANGAN_LIPUTAN, Kind.RALAT, Kind.PENARIKAN})
#: Share of the message's longer words that summary and quotation say already: from it on, the message is left to
#: them. Over the samples, what repeats has 0.7 to 1.0, what does not 0.1 to 0.6.
ECHOED: Final = 0.7
LONGER: Final = 4  # letters of a word that is more than glue

_WORD: Final = re.compile(r"\w+")
_ORDER: Final = ("label", "headline", "summary", "message", "benefit", "quote", "hashtags")


@dataclass(frozen=True)
class Story:
    """The pieces, each a paragraph on one line; an empty one is not told. ``hashtags`` is one of them."""

    label: str
    headline: str
    summary: str
    message: str
    benefit: str
    quote: str
    hashtags: str

    def told(self, *leaving_out: str, order: Sequence[str] = _ORDER) -> str:
        """The pieces in ``order``, parted by a blank line. The message is not told where summary and quotation, as
        far as they are told, say the same."""
        names = [name for name in order if name not in leaving_out]
        others = " ".join(getattr(self, name) for name in ("summary", "quote") if name in names)
        if echoed(self.message, others):
            names = [name for name in names if name != "message"]
        return "\n\n".join(piece for name in names if (piece := getattr(self, name)))

    def within(self, limit: Limit, *leaving_out: str) -> str:
        """The pieces that stay within what is advised, left out in the order of what is missed least. Label,
        headline and summary stay, whatever they come to."""
        left_out = [*leaving_out]
        for name in ("quote", "message", "benefit", "hashtags"):
            text = self.told(*left_out)
            if limit.count(text) <= (limit.advised or limit.value):
                return text
            left_out.append(name)
        return self.told(*left_out)


def story(release: Release, office: Office, hashtags: int = HASHTAGS) -> Story:
    """What the release tells, with at most so many hashtags."""
    tags = chosen_hashtags(release.hashtags or office.hashtags, hashtags)
    return replace(_untagged(release), hashtags=" ".join(tags))


@remembered
def _untagged(release: Release) -> Story:
    summary = one_line(release.summary) or _opening(release)
    message, quote = one_line(release.key_message), chosen(tuple(_paragraphs(b.parse(release.body))))
    said = (one_line(release.headline), summary)
    return Story(
        label=LABELS[release.kind] if release.kind in LABELLED else "",
        headline=said[0],
        summary=summary if summary != said[0] else "",
        message=message if message not in said else "",
        benefit=one_line(release.benefit),
        quote=quote if quote not in (*said, message) else "",
        hashtags="",
    )


def chosen_hashtags(words: Sequence[str], most: int) -> tuple[str, ...]:
    """The first ``most`` hashtags, without what ends one too early: ``Kota Sukamaju`` is ``#KotaSukamaju``. Each
    once, whatever its capitals; one without a letter is none."""
    found: dict[str, str] = {}
    for word in words:
        tag = re.sub(r"\W", "", word)
        if re.search(r"[^\W\d_]", tag):
            found.setdefault(tag.casefold(), f"#{tag}")
        if len(found) == most:
            break
    return tuple(found.values())


def one_line(text: str) -> str:
    """``text`` with its line ends and runs of spaces as single spaces."""
    return " ".join(text.split())


def _opening(release: Release) -> str:
    """The first sentence of the body."""
    for paragraph in _paragraphs(b.parse(release.body)):
        for start, end in find_sentences(paragraph):
            return paragraph[start:end]
    return ""


def echoed(text: str, others: str) -> bool:
    """Whether ``others`` say most of what ``text`` says."""
    words, said = _longer_words(text), _longer_words(others)
    return bool(words) and len(words & said) >= ECHOED * len(words)


def _longer_words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text.casefold()) if len(word) >= LONGER}


def _paragraphs(blocks: Sequence[b.Block]) -> Iterator[str]:
    """The paragraphs of the body, those set off as quotations too, each on one line."""
    for block in blocks:
        if isinstance(block, b.Paragraph):
            yield one_line(inline_text(block.children))
        elif isinstance(block, b.Quotation):
            yield from _paragraphs(block.blocks)
