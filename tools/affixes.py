"""A Hunspell dictionary expanded to the words it stands for: the part of Hunspell that ``id_ID`` uses.

Two-letter flags, prefixes and suffixes with a condition, one affix that continues with others, circumfixes
(both halves or neither) and stems that need an affix. Suffixes that are clitics (-nya, -lah, -ku, …) are left
out: ``morphology`` splits them off, and the list stays a fourth of the size.

Hunspell would also cross every prefix of a stem with every suffix of it (me- … -an). No such word is Indonesian
unless the file names it as a circumfix, so that is not done.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

#: ``id_ID.aff`` says SET ISO8859-1.
ENCODING = "iso-8859-1"
#: Suffix flags of ``id_ID.aff`` that hold clitics alone.
CLITICS = frozenset({"l0", "n0", "nl", "o0"})
CLITIC = re.compile(r".(?:lah|kah|[Kk]u|[Mm]u|[Nn]ya)$")
CIRCUMFIX, NEEDS_AFFIX = "A1", "A2"


@dataclass(frozen=True)
class Affix:
    """One line of an affix class: what it takes off, what it adds, where it may, what may follow."""

    strip: str
    add: str
    where: re.Pattern[str]
    continues: frozenset[str]

    @property
    def half(self) -> bool:
        """Whether it is one half of a circumfix."""
        return CIRCUMFIX in self.continues


@dataclass(frozen=True)
class Affixes:
    """The classes of an affix file by their flags."""

    prefixes: dict[str, tuple[Affix, ...]]
    suffixes: dict[str, tuple[Affix, ...]]
    implied: Mapping[str, tuple[str, ...]]

    def words(self, stem: str, flags: frozenset[str]) -> Iterator[str]:
        """The stem and every word made of it, clitics apart."""
        flags = flags.union(*(self.implied.get(flag, ()) for flag in flags))
        if NEEDS_AFFIX not in flags:
            yield stem
        for affix in self._fitting(self.prefixes, flags, stem):
            if not affix.half:
                yield affix.add + stem[len(affix.strip) :]
        for affix in self._fitting(self.suffixes, flags - CLITICS, stem):
            if CLITIC.search("." + affix.add) and not affix.half:
                continue
            ended = stem[: len(stem) - len(affix.strip)] + affix.add
            if not affix.half:
                yield ended
            for first in self._fitting(self.prefixes, affix.continues, ended):
                if first.half == affix.half:
                    yield first.add + ended[len(first.strip) :]

    @staticmethod
    def _fitting(classes: dict[str, tuple[Affix, ...]], flags: frozenset[str], word: str) -> Iterator[Affix]:
        for flag in sorted(flags & classes.keys()):
            yield from (affix for affix in classes[flag] if affix.where.search(word))


def flag_set(flags: str) -> frozenset[str]:
    """The two-letter flags of a string of them (FLAG long)."""
    return frozenset(flags[place : place + 2] for place in range(0, len(flags), 2))


def read_affixes(path: Path, implied: Mapping[str, tuple[str, ...]] | None = None) -> Affixes:
    """Read an ``.aff`` file. A stem that has a flag of ``implied`` is given those that it names, too."""
    classes: dict[str, dict[str, list[Affix]]] = {"PFX": defaultdict(list), "SFX": defaultdict(list)}
    for line in path.read_text(encoding=ENCODING).splitlines():
        fields = line.split("#")[0].split()
        if len(fields) < 4 or fields[0] not in classes or fields[2] in {"Y", "N"}:
            continue  # anything else, or the heading of a class
        kind, flag, strip, added, *condition = fields
        add, _, continues = added.partition("/")
        where = condition[0] if condition else "."
        pattern = f"^(?:{where})" if kind == "PFX" else f"(?:{where})$"
        affix = Affix(strip.replace("0", ""), add.replace("0", ""), re.compile(pattern), flag_set(continues))
        classes[kind][flag].append(affix)
    prefixes, suffixes = ({flag: tuple(lines) for flag, lines in found.items()} for found in classes.values())
    return Affixes(prefixes, suffixes, implied or {})


def expand(dictionary: Path, affixes: Affixes) -> Iterator[str]:
    """Every word that a ``.dic`` file stands for, some more than once."""
    for line in dictionary.read_text(encoding=ENCODING).splitlines()[1:]:
        stem, _, flags = line.strip().partition("/")
        if stem:
            yield from affixes.words(stem, flag_set(flags))
