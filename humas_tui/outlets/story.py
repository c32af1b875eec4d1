"""What a release tells on an account of its own: summary, message, benefit, one quotation, hashtags.

Composed, not cut off: the text of each account is put together from these pieces, and where it would be too long
the least important piece is left out whole. A text that was changed by hand takes the place of this one before
anything else is done with it; everything behind (parts, counts, preview) takes any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from ..model import Kind, Office, Release
from ..text import blocks as b
from ..text.sentences import find_sentences
from .limits import Limit
from .outlet import remembered
from .sheet import LABELS
from .txt import inline_text

#: More are not read, and Instagram takes no more.
HASHTAGS: Final = 5
#: A release of these kinds says so on an account: who reads it must know that something is put right.
LABELLED: Final = frozenset({Kind.KLARIFIKASI, Kind.UNDANGAN_LIPUTAN, Kind.RALAT, Kind.PENARIKAN})
#: Words that make a quotation out of what stands in quotation marks; fewer are a name or a title.
QUOTED_WORDS: Final = 5

#: Capitalised words behind a quotation that name a speaker with a title.
NAMED_WORDS: Final = 3

_NAME: Final = re.compile(r"\b[A-Z]\w")
_QUOTED: Final = re.compile(r"“([^”]*)”|\"([^\"]*)\"|«([^»]*)»")


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

    def told(self, *leaving_out: str) -> str:
        """The pieces in order, parted by a blank line."""
        names = ("label", "headline", "summary", "message", "benefit", "quote", "hashtags")
        pieces = (getattr(self, name) for name in names if name not in leaving_out)
        return "\n\n".join(piece for piece in pieces if piece)

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
    chosen = chosen_hashtags(release.hashtags or office.hashtags, hashtags)
    return replace(_untagged(release), hashtags=" ".join(chosen))


@remembered
def _untagged(release: Release) -> Story:
    summary = one_line(release.summary) or _opening(release)
    message, quote = one_line(release.key_message), _quotation(release)
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


def _quotation(release: Release) -> str:
    """The first paragraph that quotes somebody by name and title, since nothing before it tells who ``Sekar`` is;
    else the first that begins with a quotation, else the first that holds one."""
    quoting = [paragraph for paragraph in _paragraphs(b.parse(release.body)) if _quotes(paragraph)]
    opening = [paragraph for paragraph in quoting if paragraph[0] in '“"«']
    named = [paragraph for paragraph in opening if len(_NAME.findall(_behind(paragraph))) >= NAMED_WORDS]
    return next(chain(named, opening, quoting), "")


def _behind(paragraph: str) -> str:
    """What stands behind the last quotation of a paragraph."""
    return _QUOTED.split(paragraph)[-1] or ""


def _quotes(paragraph: str) -> bool:
    return any(len(found[0].split()) >= QUOTED_WORDS for found in _QUOTED.finditer(paragraph))


def _paragraphs(blocks: Sequence[b.Block]) -> Iterator[str]:
    """The paragraphs of the body, those set off as quotations too, each on one line."""
    for block in blocks:
        if isinstance(block, b.Paragraph):
            yield one_line(inline_text(block.children))
        elif isinstance(block, b.Quotation):
            yield from _paragraphs(block.blocks)
