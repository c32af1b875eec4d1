"""The word lists of the copy desk, and the one that the user may put in the place of the dictionary.

    hunspell_id/words.txt.gz   Indonesian words with their forms           LGPL-3.0
    hunspell_id/pairs.txt.gz   letters that follow each other in them      LGPL-3.0
    idn_area/names.txt.gz      provinces, regencies, cities, districts     ODbL-1.0
    wordfreq/*.txt.gz          how rare words are                          CC-BY-SA-4.0
    scowl/english.txt.gz       English words                               SCOWL
    scowl/loans.txt.gz         what they would be as loanwords             SCOWL
    own/istilah.txt            words of the trade that the dictionary lacks; eksepsi_lema.txt, more of them
    own/singkatan_kantor.txt   abbreviations of offices, and words that go with them
    own/bukan_kata.txt         words that the dictionary has and that are slips nearly always
    own/*.tsv                  what the rules know: ``language.tables`` reads them

Each folder has its licence and a note of where it is from; ``tools/build_lexicon.py`` makes the packed ones.

A list is UTF-8 text with a word a line in lower case; empty lines and what follows a ``#`` do not count. It may be
packed (``.gz``). A list of this kind in the settings folder, named as ``USERS`` says, replaces the dictionary.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ...errors import UnreadableFileError, system_reason

HERE: Final = Path(__file__).parent
DICTIONARY: Final = HERE / "hunspell_id" / "words.txt.gz"
REFUSED: Final = HERE / "own" / "bukan_kata.txt"
#: Lists of ``own/`` whose words are right; the other lists there are what rules know.
RIGHT: Final = ("eksepsi_lema.txt", "istilah.txt", "singkatan_kantor.txt")
#: How rare a word of ``own/`` is taken to be where the frequency list does not say: they are common in the trade.
OURS: Final = 52
#: The user's dictionary in the settings folder, the first that is there.
USERS: Final = ("kamus.txt", "kamus.txt.gz")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Every word list, read. All words are in lower case."""

    #: Words with their forms: what spelling trusts and suggests.
    words: frozenset[str]
    #: Frequent words that are made by rule of those. Usage is their only witness, and it spells badly.
    made: frozenset[str]
    #: Parts of doubled words that are no words alone (masing, kupu): not suggested, not complained of.
    fragments: frozenset[str]
    #: How rare a word is in decibels below 1 (10: one in ten; 60: one in a million). Rarer ones are not in it.
    rarity: Mapping[str, int]
    #: Words of place names.
    names: frozenset[str]
    #: English words that are no Indonesian ones.
    english: frozenset[str]
    #: What English words would be as loanwords (regeneratif): no slips, not to be suggested.
    loans: frozenset[str]
    #: Two letters that follow each other in Indonesian words; ^ is the beginning of one and $ the end.
    pairs: frozenset[str]


def load(dictionary: Path | None = None) -> Lexicon:
    """Read the lists, with ``dictionary`` in the place of the one that is shipped. Takes some 50 ms.

    Raises UnreadableFileError, naming the file.
    """
    own = own_words()
    refused = set(read_list(REFUSED))
    words = {word.lower() for word in read_list(dictionary)} if dictionary else set(read_list(DICTIONARY))
    words |= own
    words -= refused
    made = _bands(HERE / "wordfreq" / "known.txt.gz")
    rarity = {**dict.fromkeys(own, OURS), **_bands(HERE / "wordfreq" / "other.txt.gz"), **made}
    return Lexicon(
        words=frozenset(words),
        made=frozenset() if dictionary else frozenset(made.keys() - words - refused),
        fragments=frozenset(part for word in words if "-" in word for part in word.split("-")) - refused,
        rarity={word: decibel for word, decibel in rarity.items() if word not in refused},
        names=frozenset(" ".join(read_list(HERE / "idn_area" / "names.txt.gz")).lower().split()),
        english=frozenset(read_list(HERE / "scowl" / "english.txt.gz")),
        loans=frozenset(read_list(HERE / "scowl" / "loans.txt.gz")),
        pairs=frozenset(read_list(HERE / "hunspell_id" / "pairs.txt.gz")),
    )


def own_words() -> set[str]:
    """The words of ``own/`` that are to be let pass."""
    return {word for name in RIGHT for word in read_list(HERE / "own" / name)}


def users_dictionary(settings: Path) -> Path | None:
    """The dictionary that the user put beside the settings file ``settings``, if there is one."""
    return next((path for name in USERS if (path := settings.parent / name).is_file()), None)


def read_list(path: Path) -> list[str]:
    """The words of a list. Raises UnreadableFileError."""
    text = _text(path)
    lines: Iterable[str] = text.split("\n")
    if "#" in text:
        lines = (line.partition("#")[0].strip() for line in lines)
    return [line for line in lines if line]


def _bands(path: Path) -> dict[str, int]:
    """Words by the line that they stand on, counted from 0."""
    found: dict[str, int] = {}
    for number, line in enumerate(_text(path).split("\n")):
        found.update(dict.fromkeys(line.split(), number))
    return found


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
        return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8-sig")
    except OSError as error:  # also gzip.BadGzipFile
        raise UnreadableFileError(file=path, reason=system_reason(error)) from error
    except (EOFError, UnicodeDecodeError, zlib.error) as error:
        raise UnreadableFileError(file=path, reason=str(error)) from error
