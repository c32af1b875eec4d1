"""Make the word lists in ``humas_tui/language/lexicon`` from their sources.

    apt-get install hunspell-id wamerican        # id_ID.dic and .aff; an English list
    npm pack idn-area-data@3.1.2 && tar xzf idn-area-data-*.tgz
    pip download --no-deps wordfreq==3.1.1
    python -m tools.build_lexicon --areas package/data --frequencies wordfreq-*.whl

The same sources give the same bytes. What is written is entered in ``manifest.toml`` with its checksum; a test
compares the two. The lists under ``own/`` are written by hand and are only read here.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from humas_tui.language.lexicon import own_words
from humas_tui.language.morphology import Morphology
from tools.affixes import expand, read_affixes
from tools.loans import respelt

TARGET = Path(__file__).parent.parent / "humas_tui" / "language" / "lexicon"
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
#: A stem that takes the first also takes the others: what is active has a passive and an imperative.
IMPLIED = {"M0": ("D0",), "Mk": ("Dk", "k0"), "Mi": ("Di", "i0")}
#: The source ends at one in a million.
RAREST = 60
#: Two letters that are together in fewer words than this do not belong together.
SEVERAL = 10


@dataclass(frozen=True)
class Made:
    """One list: its place under ``lexicon``, its lines, and where it is from."""

    name: str
    lines: tuple[str, ...]
    source: str
    licence: str

    def write(self) -> str:
        """Put it in its place and return its entry in the manifest."""
        text = "".join(line + "\n" for line in self.lines).encode()
        (TARGET / self.name).write_bytes(gzip.compress(text, 9, mtime=0))
        entry = {
            "file": self.name,
            "lines": len(self.lines),
            "sha256": hashlib.sha256(text).hexdigest(),
            "source": self.source,
            "licence": self.licence,
        }
        return "[[list]]\n" + "".join(
            f"{key} = {msgspec.json.encode(value).decode()}\n" for key, value in entry.items()
        )


def indonesian(folder: Path) -> Iterator[str]:
    """Every word of ``id_ID.dic`` with its forms, in lower case, proper names too."""
    affixes = read_affixes(folder / "id_ID.aff", implied=IMPLIED)
    yield from (word for word in map(str.lower, expand(folder / "id_ID.dic", affixes)) if WORD.fullmatch(word))


def pairs(words: Iterable[str]) -> Iterator[str]:
    """Two letters that follow each other in several of the words; ^ is the beginning of one and $ the end."""
    framed = (f"^{word}$" for word in words)
    count = Counter(word[place : place + 2] for word in framed for place in range(len(word) - 1))
    yield from (pair for pair, times in count.items() if times >= SEVERAL)


def places(folder: Path) -> Iterator[str]:
    """The names of provinces, regencies, cities and districts, as they are written in a sentence."""
    for level in ("provinces", "regencies", "districts"):
        with (folder / f"{level}.csv").open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                name = re.sub(r"^(?:KABUPATEN|KOTA)(?: ADMINISTRASI| ADM\.)? ", "", row["name"].strip())
                yield name.title() if name.isupper() else name


def frequencies(wheel: Path) -> dict[str, int]:
    """How rare each word of the list for Indonesian is: decibels below 1, so 10 is one word in ten."""
    with zipfile.ZipFile(wheel) as files:
        packed = files.read("wordfreq/data/small_id.msgpack.gz")
    bands = msgspec.msgpack.decode(gzip.decompress(packed))[1:]  # the first is a header; each is a centibel
    rarity = ((word, round(centibel / 10)) for centibel, words in enumerate(bands, 1) for word in words)
    return {word: decibel for word, decibel in rarity if WORD.fullmatch(word) and len(word) > 1}


def by_band(rarity: Mapping[str, int]) -> tuple[str, ...]:
    """The words of each decibel on the line of that number, counted from 0."""
    bands: list[list[str]] = [[] for _ in range(RAREST + 1)]
    for word in sorted(rarity):
        bands[rarity[word]].append(word)
    return tuple(" ".join(band) for band in bands)


def english(path: Path, known: Morphology) -> Iterator[str]:
    """English words in lower case that are no Indonesian ones."""
    for word in path.read_text(encoding="utf-8").split():
        if WORD.fullmatch(word) and len(word) > 2 and not known.is_known(word):
            yield word


def make(options: argparse.Namespace) -> Iterator[Made]:
    """Every list, in the order of the manifest."""
    words = ordered(indonesian(options.hunspell))
    source = "Debian hunspell-id 1:7.5.0-1, id_ID.dic and id_ID.aff"
    yield Made("hunspell_id/words.txt.gz", words, source, "LGPL-3.0")
    yield Made("hunspell_id/pairs.txt.gz", ordered(pairs(words)), source, "LGPL-3.0")
    known = Morphology(own_words().union(words))
    areas = ordered(places(options.areas))
    yield Made("idn_area/names.txt.gz", areas, "npm idn-area-data 3.1.2, data/*.csv", "ODbL-1.0")
    rarity = frequencies(options.frequencies)
    source = "PyPI wordfreq 3.1.1, data/small_id.msgpack.gz"
    ours = {word: decibel for word, decibel in rarity.items() if known.is_known(word)}
    others = {word: decibel for word, decibel in rarity.items() if word not in ours}
    yield Made("wordfreq/known.txt.gz", by_band(ours), source, "CC-BY-SA-4.0")
    yield Made("wordfreq/other.txt.gz", by_band(others), source, "CC-BY-SA-4.0")
    foreign = ordered(english(options.english, known))
    source = "Debian wamerican 2020.12.07-2, american-english"
    yield Made("scowl/english.txt.gz", foreign, source, "SCOWL")
    loans = {loan for word in foreign for loan in respelt(word) if not known.is_known(loan)}
    yield Made("scowl/loans.txt.gz", ordered(loans.difference(foreign)), source, "SCOWL")


def ordered(words: Iterable[str]) -> tuple[str, ...]:
    """Each once, in the order of code points."""
    return tuple(sorted(set(words)))


def main() -> None:
    """Read the words of the command; write the lists and their manifest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--hunspell", type=Path, default=Path("/usr/share/hunspell"), help="folder of id_ID.dic, .aff"
    )
    parser.add_argument("--areas", type=Path, required=True, help="folder of the CSV files of idn-area-data")
    parser.add_argument("--frequencies", type=Path, required=True, help="the wheel of wordfreq")
    parser.add_argument("--english", type=Path, default=Path("/usr/share/dict/american-english"))
    entries = []
    for made in make(parser.parse_args()):
        entries.append(made.write())
        print(f"{made.name}: {len(made.lines):,} lines, {(TARGET / made.name).stat().st_size:,} bytes")
    heading = "# What tools/build_lexicon.py wrote. The checksums are of the unpacked text.\n\n"
    (TARGET / "manifest.toml").write_text(heading + "\n".join(entries), encoding="utf-8")


if __name__ == "__main__":
    main()
