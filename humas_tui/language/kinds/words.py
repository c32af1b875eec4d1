"""Rules that are lists of words: all of them are looked up in one pass over the words of a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, NamedTuple, TypeVar

from ..prose import Paragraph, Token
from .hit import Hit

#: Written together with the word before them (EYD V, KE01 and KG05): “analisanya” is “analisa” too.
CLITICS: Final = ("nya", "lah", "kah", "pun", "ku", "mu")

Key = TypeVar("Key")


class Entry(NamedTuple):
    """What to write instead of a word, best first (none: nothing is offered), and what the message may say of it
    as ``{note}``."""

    fixes: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Words:
    """A list of words and phrases. ``read`` gives it when it is first needed: the words, in lower case, each with
    its entry. A word given with capitals is looked for in just that spelling.

    ``names``: also where a capital makes it a name. ``headlines``: also with a capital where most words have one.
    ``clitics``: also with ``-nya``, ``-lah`` and so on behind it. A word that is doubled (``aktifitas-aktifitas``)
    is found, and doubled again. The fix gets the capitals of what is found; what is written as a fix says is no
    hit. ``unless`` says that a stretch of a paragraph, from the first place to the second, is none either.
    """

    read: Callable[[], Mapping[str, Entry]]
    names: bool = False
    headlines: bool = True
    clitics: bool = True
    unless: Callable[[Paragraph, int, int], bool] | None = None


class _Line(NamedTuple, Generic[Key]):
    """A line of the merged lists: whose it is, the words of the phrase behind its first, the entry."""

    key: Key
    kind: Words
    exact: str
    rest: tuple[str, ...]
    entry: Entry


class Lexicon(Generic[Key]):
    """Word lists merged: a look-up a word, however many lists there are. ``Key`` tells whose a hit is."""

    def __init__(self) -> None:
        self._words: dict[str, list[_Line[Key]]] = {}
        #: By the first word of a phrase and the second one, the longest first.
        self._phrases: dict[str, dict[str, list[_Line[Key]]]] = {}

    def add(self, key: Key, kind: Words) -> None:
        """Add a list. Raises what its ``read`` raises; nothing of it is added then."""
        for phrase, entry in dict(kind.read()).items():
            lower = phrase.lower()
            first, *rest = lower.split(" ")
            line = _Line(key, kind, "" if phrase == lower else phrase, tuple(rest), entry)
            if not rest:
                self._words.setdefault(first, []).append(line)
                continue
            lines = self._phrases.setdefault(first, {}).setdefault(rest[0], [])
            lines.append(line)
            if len(lines) > 1:
                lines.sort(key=lambda line: -len(line.rest))

    def find(self, paragraph: Paragraph) -> Iterator[tuple[Key, Hit]]:
        """The hits of every list in a paragraph; of one list, the longest at each place."""
        tokens = paragraph.tokens
        words, phrases = self._words, self._phrases
        free_until: dict[Key, int] = {}
        for index, token in enumerate(tokens):
            word = token.lower
            if word not in words and word not in phrases and not word.endswith(CLITICS) and "-" not in word:
                continue
            for line, root, clitic in self._looked_up(tokens, index):
                last = index + len(line.rest)
                if free_until.get(line.key, 0) > token.start or not _fits(paragraph, tokens, index, line):
                    continue
                end = tokens[last].end
                free_until[line.key] = end
                found = paragraph.text[token.start : end]
                every = paragraph.titled or not token.initial
                fixes = tuple(_fitted(fix, found, root, clitic, every) for fix in line.entry.fixes)
                unless = line.kind.unless
                if found not in fixes and not (unless and unless(paragraph, token.start, end)):
                    yield line.key, Hit(token.start, end, fixes, names={"note": line.entry.note})

    def _looked_up(self, tokens: Sequence[Token], index: int) -> Iterator[tuple[_Line[Key], str, str]]:
        """The lines that a word may be of: with the root that was found and the clitic behind it."""
        word = tokens[index].lower
        followed = self._phrases.get(word)
        if followed is not None and index + 1 < len(tokens):
            for line in followed.get(tokens[index + 1].lower, ()):
                yield line, word, ""
        for line in self._words.get(word, ()):
            yield line, word, ""
        if word.endswith(CLITICS) and len(word) > 5:
            for clitic in CLITICS:
                if word.endswith(clitic):
                    root = _half(word[: -len(clitic)])
                    for line in self._words.get(root, ()):
                        if line.kind.clitics:
                            yield line, root, clitic
        if "-" in word and (half := _half(word)) != word:
            for line in self._words.get(half, ()):
                yield line, half, ""


def _fits(paragraph: Paragraph, tokens: Sequence[Token], index: int, line: _Line[Key]) -> bool:
    """Whether the line is what stands there."""
    token = tokens[index]
    last = index + len(line.rest)
    if last >= len(tokens):
        return False
    for offset, word in enumerate(line.rest, start=1):
        here = tokens[index + offset]
        if here.lower != word or paragraph.text[tokens[index + offset - 1].end : here.start].strip(" \n"):
            return False
    if line.exact:
        return " ".join(token.text for token in tokens[index : last + 1]) == line.exact
    if line.kind.names or not token.capitalised:
        return True
    return line.kind.headlines if paragraph.titled else token.initial


def _half(word: str) -> str:
    """One half of a word that is doubled, else the word."""
    half, hyphen, other = word.partition("-")
    return half if hyphen and half == other else word


def _fitted(fix: str, found: str, root: str, clitic: str, every: bool) -> str:
    """The fix with the capitals, the doubling and the clitic of what was found. ``every``: where all words of what
    was found have a capital, that is not for the place's sake, and all words of the fix get one."""
    if found.lower().startswith(f"{root}-{root}"):
        one, _hyphen, other = found.partition("-")
        return f"{_fitted(fix, one, root, '', every)}-{_fitted(fix, other, root, clitic, every)}"
    fix += clitic
    if not found[0].isupper():
        return fix
    if len(found) > 1 and found.isupper() and fix.islower():
        return fix.upper()
    words = fix.split(" ")
    if not every or not all(word[:1].isupper() for word in found.split()):
        words = words[:1]
    return " ".join([*(word[:1].upper() + word[1:] for word in words), *fix.split(" ")[len(words) :]])
