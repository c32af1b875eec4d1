"""Direct speech: where a quotation ends, whether it is somebody's words, and who is said to have spoken them.

The verbs were gathered from releases of local governments and from the news, for this program.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from .prose import Paragraph, Token
from .quotes import MARKS

#: Behind a quotation these tell who spoke, whatever follows.
SURE: Final = frozenset(
    "kata ujar ucap tutur ungkap papar imbuh tandas tukas pungkas kilah cetus beber urai sahut timpal ulas".split()
)
#: These may be an adverb or a noun as well: a name, a pronoun or ``-nya`` makes sure.
DOUBTFUL: Final = frozenset(
    """
    jelas tegas terang tambah sebut lanjut sambung harap tulis jawab tanya pesan kenang aku simpul tutup imbau
    himbau ajak pinta seru keluh singkat bantah puji rinci canda tekan
    """.split()
)
_VERBS: Final = SURE | DOUBTFUL
#: Before a quotation these announce it.
SAYING: Final = frozenset(
    """
    mengatakan berkata menyatakan menegaskan menuturkan menjelaskan menambahkan mengungkapkan menyampaikan
    menerangkan memaparkan mengingatkan mengimbau menyebutkan menanyakan bertanya menjawab berpesan berharap
    menuliskan menulis menekankan membeberkan mengaku menimpali katanya ujarnya ucapnya tuturnya ungkapnya jelasnya
    tegasnya tambahnya paparnya imbuhnya
    """.split()
)
PRONOUNS: Final = frozenset("ia dia beliau mereka".split())
#: The quotation marks of Indonesian. Others come from other scripts, read wrongly, and are left alone.
USED: Final = '"“”'
#: A title or a term between quotation marks is shorter.
FEWEST_WORDS: Final = 4
_BEFORE_SPEECH: Final = ".!?:,…–—-"


class Ending(NamedTuple):
    """A closing mark at ``mark``; ``begin`` is where its quotation begins, or 0 where the opening mark stands in
    an earlier paragraph. ``speech``: what it closes are somebody's words, not a title or a term."""

    mark: int
    begin: int
    speech: bool


def endings(paragraph: Paragraph) -> Iterator[Ending]:
    """Where quotations end in a paragraph, in their order."""
    text = paragraph.text
    found = [
        Ending(quote.end - 1, quote.start, is_speech(paragraph, quote.start, quote.end - 1))
        for quote in paragraph.quotes.pairs
        if quote.closed and text[quote.end - 1] in USED
    ]
    found += [Ending(mark, 0, True) for mark in paragraph.quotes.stray if text[mark] in USED]
    return iter(sorted(found))


def is_speech(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the quotation between two marks is somebody's words: long enough for a sentence, and not a part of
    the sentence in which it stands."""
    first = paragraph.token_at(start)
    if paragraph.token_at(end) - first < FEWEST_WORDS:
        return False
    before = paragraph.text[:start].rstrip()
    if not before or before[-1] in _BEFORE_SPEECH or before[-1] in MARKS:
        return True
    return first > 0 and paragraph.tokens[first - 1].lower in SAYING


def attribution(paragraph: Paragraph, position: int) -> Token | None:
    """The verb of attribution that begins at ``position``, spaces before it left out; None where there is none."""
    index = paragraph.token_at(position)
    tokens = paragraph.tokens
    if index == len(tokens):
        return None
    token = tokens[index]
    root = token.lower if token.lower in _VERBS else token.lower.removesuffix("nya")
    if root not in _VERBS or paragraph.text[position : token.start].strip():
        return None
    if root in SURE and not token.capitalised:
        return token
    return token if _speaker_follows(paragraph, index, owned=root != token.lower) else None


def _speaker_follows(paragraph: Paragraph, index: int, *, owned: bool) -> bool:
    """Whether behind this word somebody is named, or the clause ends; ``owned`` it has its speaker in ``-nya``."""
    token = paragraph.tokens[index]
    rest = paragraph.text[token.end : token.end + 2]
    if owned and (not token.capitalised or rest[:1] in ("", ",", ".")):
        return True
    if index + 1 == len(paragraph.tokens):
        return not owned and rest.strip() in ("", ".")
    after = paragraph.tokens[index + 1]
    beside = paragraph.text[token.end : after.start] == " "
    return beside and (after.capitalised or after.lower in PRONOUNS)
