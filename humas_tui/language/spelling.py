"""Spelling: which word is a slip of the pen, and what was meant.

A word that no list and no rule of word forms knows is *unknown*. It is a *typo* only if a word stands so near that
it was likely meant: the rarity of that word and the price of the slip, in decibels, are within the reach of a word
of this length (a noisy channel after Kernighan, Church & Gale 1990). What is unknown and near to nothing goes to a
quiet list: names, dialect, terms of a trade. A word that is known but very rare is a typo, too, if a common one
stands beside it («daham» for «dalam»).

The numbers below were set on 200 texts of edited news and unedited releases, so that a threshold moved by a few
decibels changes little: ``python -m tests.benchmarks dictionary`` measures what they do on any texts.
"""

from __future__ import annotations

import enum
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .lexicon import Lexicon, load
from .morphology import BOUND, CLITICS, PARTS, ROOT, Morphology, stripped
from .slips import near


class Kind(enum.Enum):
    """What is wrong with a word."""

    TYPO = "typo"  # likely a slip: to be flagged, with suggestions
    UNKNOWN = "unknown"  # for the quiet list
    FOREIGN = "foreign"  # English; suggestions if an Indonesian word stands near (energy, energi)


@dataclass(frozen=True)
class Doubt:
    """What spelling says of a word that it does not let pass. ``suggestions`` are best first, five at most."""

    kind: Kind
    suggestions: tuple[str, ...] = ()


#: Rarity of a word that the dictionary has and the frequency list, which ends at 60, has not.
_LISTED: Final = 66
#: Rarity of a word that only the rules of word forms know.
_BY_RULE: Final = 76
#: What a clitic adds to the rarity of the word before it: -nya, -lah, … and the rarer -ku, -mu. The last is the
#: most that a known word with one is taken to be.
_CLITIC, _CLITIC_OF_PERSON, _WITH_CLITIC = 14, 30, 70
#: What affixes add to the rarity of a root, and how rare a word so made is at least.
_AFFIXES, _MADE = 15, 60
#: What a space that was forgotten costs; and how rare the two words may be.
_SPLIT, _SPLIT_RAREST = 12, 55
#: The same for what stands after di and ke: kerumah, but not kepilih (a passive of speech).
_BEFORE_PLACE: Final = 42
#: By the length of the word: how far away the word meant may be. A short word has neighbours by chance.
_REACH: Final = (0, 0, 0, 27, 53, 63, 71, 80, 90)
#: So much farther if it holds two letters that do not follow each other in Indonesian («bgn», «tuj»).
_ODD: Final = 30
#: So much nearer if it may be a name.
_NAME: Final = 22
#: How much rarer than what was meant an unknown word must be by the frequency list; the second number is the
#: rarity of a word that is not in it.
_MARGIN, _NEVER = 18, 100
#: The same for a word that is known but rare.
_DOUBTED: Final = 22
#: A clitic with a letter too many is so long.
_TAIL: Final = 4
#: A word by rule is long enough to be sought behind its affixes from here on.
_LONG: Final = 7
#: What is longer is no word; to seek its neighbours would take long.
_LONGEST: Final = 60
#: Short words that are often written together with the next.
_RUN_ON: Final = frozenset("ada dan di ini itu ke tak".split())
_SHOWN: Final = 5
#: How much farther away than the best a suggestion may be.
_SPREAD: Final = 30
#: A passage of so many words shows its language.
_PASSAGE: Final = 6
_PLAIN: Final = re.compile(r"[^\W\d_][^\W\d_A-Z]*(?:[-'’][^\W\d_A-Z]+)*")
_LETTERS: Final = re.compile(r"[a-z-]+")


def is_plain(token: str) -> bool:
    """Whether a token is a word that spelling can judge: letters, at most the first of them a capital.

    Not so: KTP, KTP-nya, iPhone, 4G, se-Indonesia, a web or mail address, a hashtag.
    """
    return _PLAIN.fullmatch(token) is not None and not (len(token) == 1 and token.isupper())


class Speller:
    """Judges words by a lexicon.

    ``nonstandard`` words and what is made of them are let pass (a rule of their own knows their cure) and never
    suggested; ``accepted`` ones are let pass and may be suggested.

    What was judged is kept: a word costs a look-up the second time. Safe for threads: an entry is put there whole,
    and two threads that judge the same word come to the same end.
    """

    def __init__(self, lexicon: Lexicon, nonstandard: Iterable[str] = (), accepted: Iterable[str] = ()) -> None:
        self.lexicon = lexicon
        self._nonstandard = frozenset(nonstandard)
        self._words = lexicon.words.union(lexicon.made, accepted) - self._nonstandard
        self._morphology = Morphology(self._words | self._nonstandard)
        self._judged: dict[tuple[str, bool], Doubt | None] = {}

    def look(self, word: str, *, name: bool = False) -> Doubt | None:
        """The doubt about a word in lower case; None if it may stand.

        ``name`` says that it may be a name: it has a capital where a capital tells nothing (the first word of a
        sentence). Then only a clear slip is spoken of.
        """
        key = word, name
        try:
            return self._judged[key]
        except KeyError:
            doubt = self._judged[key] = self._judge_name(word) if name else self._judge(word)
            return doubt

    def is_known(self, word: str) -> bool:
        """Whether the word, in lower case, is in a list or made by rule of one that is."""
        return (
            word in self._words
            or word in self.lexicon.fragments
            or word in PARTS
            or self._morphology.is_known(word)
            or ("'" in word and self._morphology.is_known(word.replace("'", "")))
        )

    def suggest(self, word: str) -> tuple[str, ...]:
        """What may have been meant, best first, however unlikely."""
        if len(word) > _LONGEST:
            return ()
        return self._shown(self._ranked(word) or sorted(self._made(word)))

    def speaks_indonesian(self, words: Sequence[str]) -> bool:
        """Whether half of the words of a passage, in lower case, are known, or they are too few to tell.

        Where not, it is a verse in Arabic or a quotation in English, better left alone whole.
        """
        return len(words) < _PASSAGE or sum(map(self.is_known, words)) * 2 >= len(words)

    def _judge_name(self, word: str) -> Doubt | None:
        if word in self.lexicon.names or self.is_known(word):
            return None
        doubt = self._judge(word, -_NAME)
        return None if doubt == Doubt(Kind.UNKNOWN) else doubt

    def _judge(self, word: str, farther: int = 0) -> Doubt | None:
        word = word.replace("’", "'")
        if self.is_known(word):
            return self._doubt_rare(word)
        if not 3 <= len(word) <= _LONGEST or word in self.lexicon.loans or not _LETTERS.fullmatch(word):
            return Doubt(Kind.UNKNOWN)
        if "-" in word:
            return self._judge_parts(word.split("-"))
        suggestions = self._likely(word, farther)
        if word in self.lexicon.english:
            return Doubt(Kind.FOREIGN, suggestions)
        return Doubt(Kind.TYPO if suggestions else Kind.UNKNOWN, suggestions)

    def _likely(self, word: str, farther: int) -> tuple[str, ...]:
        """What was meant by an unknown word, if that is within reach."""
        reach = self._reach(word) + farther
        commonness = self.lexicon.rarity.get(word, _NEVER) - _MARGIN + farther
        for ranked in (self._ranked(word), sorted(self._made(word))):
            if not ranked or ranked[0][0] > reach:
                continue
            # Run-on words are common in the frequency list, and English ones are not doubted: only compared.
            if ranked[0][0] <= commonness or " " in ranked[0][1] or word in self.lexicon.english:
                return self._shown(ranked)
        return ()

    def _reach(self, word: str) -> int:
        """How far away, in rarity and price, what was meant by an unknown word may be."""
        reach = _REACH[min(len(word), len(_REACH) - 1)]
        if len(word) > 3 and self._is_odd(word):  # three letters are an abbreviation rather
            reach += _ODD
        return reach - _NAME if word in self.lexicon.names else reach

    def _doubt_rare(self, word: str) -> Doubt | None:
        """The doubt about a word that is known: only if it is very rare and beside a common one."""
        rarity = self._how_rare(word)
        rare = rarity >= _LISTED or word in self.lexicon.made
        if not rare or not 3 <= len(word) <= _LONGEST or "-" in word or not _LETTERS.fullmatch(word):
            return None
        ranked = self._ranked(word)
        suggestions = self._shown(ranked) if ranked and rarity - ranked[0][0] >= _DOUBTED else ()
        return Doubt(Kind.TYPO, suggestions) if suggestions else None

    def _judge_parts(self, parts: list[str]) -> Doubt:
        """The worst that is to be said of a part; a suggestion puts it right and leaves the others."""
        kind = Kind.FOREIGN
        for place, part in enumerate(parts):
            doubt = None if self.is_known(part) else self._judge(part)
            if doubt is None:
                continue
            others = near(part, parts[:place] + parts[place + 1 :])  # langkah-langkha
            meant = tuple(dict.fromkeys((*others, *doubt.suggestions)))[:_SHOWN]
            if meant and (others or doubt.kind is Kind.TYPO):
                whole = ("-".join([*parts[:place], one, *parts[place + 1 :]]) for one in meant)
                return Doubt(Kind.TYPO, tuple(whole))
            if doubt.kind is Kind.UNKNOWN:
                kind = Kind.UNKNOWN
        return Doubt(kind)

    def _ranked(self, word: str) -> list[tuple[int, str]]:
        """What may have been meant with rarity and price added up, the likeliest first."""
        found = {meant: self._rarity(meant) + price for meant, price in near(word, self._words).items()}
        for core, clitic, price in self._with_clitics(word):
            away = self._rarity(core) + _clitic_rarity(clitic) + price
            found[core + clitic] = min(away, found.get(core + clitic, away))
        for left, right in self._splits(word):
            found[f"{left} {right}"] = max(self._rarity(left), self._rarity(right)) + _SPLIT
        return sorted((price, meant) for meant, price in found.items())

    def _with_clitics(self, word: str) -> Iterator[tuple[str, str, int]]:
        """Listed words and a clitic that become this word by a slip in the one or in the other, and its price."""
        for clitic in CLITICS:
            if word.endswith(clitic) and len(word) - len(clitic) >= ROOT:
                for core, price in near(word[: -len(clitic)], self._words).items():
                    yield core, clitic, price
        for place in range(max(ROOT, len(word) - _TAIL), len(word)):
            if word[:place] in self._words:
                for clitic, price in near(word[place:], CLITICS).items():
                    yield word[:place], clitic, price

    def _shown(self, ranked: list[tuple[int, str]]) -> tuple[str, ...]:
        near_best = (meant for price, meant in ranked if price <= ranked[0][0] + _SPREAD)
        good = (meant for meant in near_best if self._nonstandard.isdisjoint(self._morphology.listed(meant)))
        return tuple(itertools.islice(good, _SHOWN))

    def _rarity(self, word: str) -> int:
        return self.lexicon.rarity.get(word, _LISTED)

    def _how_rare(self, word: str) -> int:
        """How rare a known word is; 0 for what is not to be doubted."""
        if word in self._words:
            return self._rarity(word)
        if word in self._nonstandard or word in self.lexicon.fragments or word in PARTS:
            return 0
        cores = ((word[: -len(clitic)], clitic) for clitic in CLITICS if word.endswith(clitic))
        rarities = [self._rarity(core) + _clitic_rarity(clitic) for core, clitic in cores if core in self._words]
        return min(_WITH_CLITIC, *rarities) if rarities else _BY_RULE

    def _splits(self, word: str) -> Iterator[tuple[str, str]]:
        """The two common words that it may be run together of; a bound form or a clitic is no word."""
        for place in range(2, len(word) - 2):
            left, right = word[:place], word[place:]
            if left not in self._words or right not in self._words or left in BOUND or right in PARTS:
                continue
            rarest = _BEFORE_PLACE if place == 2 else _SPLIT_RAREST
            if (place > 3 or left in _RUN_ON) and max(self._rarity(left), self._rarity(right)) < rarest:
                yield left, right

    def _made(self, word: str) -> Iterator[tuple[int, str]]:
        """Words made by rule of a root that has the slip, with rarity and price added up."""
        if len(word) < _LONG:
            return
        for before, melted, middle, after in stripped(word):
            for root, price in near(melted + middle, self._words).items():
                if root.startswith(melted):
                    meant = before + root[len(melted) :] + after
                    if self._morphology.is_known(meant):
                        yield max(self._rarity(root) + _AFFIXES, _MADE) + price, meant

    def _is_odd(self, word: str) -> bool:
        framed = f"^{word}$"
        return any(framed[place : place + 2] not in self.lexicon.pairs for place in range(len(framed) - 1))


def _clitic_rarity(clitic: str) -> int:
    return _CLITIC_OF_PERSON if clitic[:2] in {"ku", "mu"} else _CLITIC


@functools.cache
def speller(dictionary: Path | None = None) -> Speller:
    """The speller with the lists that are shipped (or that dictionary), read when it is first asked for.

    Raises UnreadableFileError for a dictionary that cannot be read.
    """
    return Speller(load(dictionary))
