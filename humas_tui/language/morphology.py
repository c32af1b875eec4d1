"""Word forms of Indonesian: which words are made by rule from words that a dictionary lists.

    word    = core + clitics             rumah-nya-lah, buku-ku, siapa-pun
    core    = listed | ku-/kau- + listed | affixed | bound form + core | doubled
    affixed = prefix + root + suffix     in the pairs of ``_PAIRS``, one layer or the two of ``_OUTER``

All words are in lower case. Where usage and the rule of sound differ (mengkonsumsi for mengonsumsi), a form counts
as known here: the rule that knows its cure is to speak, not the spelling.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

_VOWELS: Final = frozenset("aiueo")
#: A root made by rule has this many letters or more; shorter ones are in the dictionary with all their forms.
ROOT: Final = 4

PRONOUNS: Final = ("ku", "mu", "nya")
PARTICLES: Final = ("lah", "kah", "pun", "tah")
#: Longest first, so that the first that fits is all of them.
CLITICS: Final = (
    *(pronoun + particle for pronoun in ("nya", "mu", "ku") for particle in PARTICLES),
    *PARTICLES,
    *PRONOUNS,
)

#: Bound forms (EYD V, bentuk terikat), written together with what follows.
BOUND: Final = tuple(
    """
    adi agro anti antar bio catur dasa dwi eka eko ekstra geo hidro hiper infra inter intra kontra maha makro manca
    meta mikro mini mono multi neo nir non panca para pasca poli pra pramu psiko purna sapta semi sosio sub super
    supra swa tele trans tri tuna ultra
    """.split()
)
#: What follows a bound form has this many letters or more: «sub» and «tri» begin many a mistyped word.
_AFTER_BOUND: Final = 5

#: Parts of a hyphenated word that are no word: se-Indonesia, non-Muslim, KTP-nya, mem-PHK-kan.
PARTS: Final = frozenset({*BOUND, "se", "ke", "di", "ber", "ter", "per", "pro", "eks", "me", "mem", "men", "meng",
                          "pe", "pem", "pen", "peng", "an", "kan", "i", *PRONOUNS, *PARTICLES})  # fmt: skip

#: Suffixes that a prefix goes with. Not di- … -an, meN- … -an: «dimasukan» is no word.
_PAIRS: Final = {
    "me": ("", "kan", "i"),
    "di": ("", "kan", "i"),
    "ter": ("", "kan", "i"),
    "ber": ("", "an", "kan"),
    "pe": ("", "an"),
    "per": ("", "an", "kan", "i"),
    "ke": ("an",),
    "se": ("",),
    "memper": ("", "kan", "i"),
    "diper": ("", "kan", "i"),
    "member": ("kan",),
    "diber": ("kan",),
    "pember": ("an",),
    "keber": ("an",),
    "keter": ("an",),
    "ketidak": ("an",),
    "menge": ("kan",),
    "dike": ("kan",),
    "": ("kan", "an", "i", "isasi", "isme"),
}
#: Prefixes that end in -r, which is written once before a root that begins with it: be-renang, te-rasa.
_WITH_R: Final = frozenset({"ber", "ter", "per", "memper", "diper", "member", "diber", "pember", "keber", "keter"})
#: What meN- and peN- end in, and the letter that has melted into it.
_MELTED: Final = (("ng", "k"), ("m", "p"), ("n", "t"), ("ny", "s"))
#: Prefixes as they are written, with the letter of the root that has melted into them.
_SOUNDS: Final = (
    *((prefix, "") for prefix in ("", "di", "ter", "ber", "se", "ke", "per", "memper", "diper", "member")),
    *((f"{start}{end}", "") for start in ("me", "pe") for end in ("", "ng", "m", "n")),
    *((f"{start}{end}", gone) for start in ("me", "pe") for end, gone in _MELTED),
)
#: What stands before a word that is itself made with these: ber-ke-lanjut-an, ke-pe-milik-an, di-peN-…
_OUTER: Final = {"ber": ("ke", "pe"), "ke": ("pe",), "se": ("ke", "pe"), "ter": ("pe",)}


def without_clitics(word: str) -> Iterator[str]:
    """The word without each ending that may be a clitic or two; at least three letters stay."""
    for clitic in CLITICS:
        if word.endswith(clitic) and len(word) - len(clitic) >= 3:
            yield word[: -len(clitic)]


def roots(word: str) -> Iterator[str]:
    """What is left of the word without each pair of prefix and suffix that it may have: no dictionary is asked."""
    for prefix, suffixes in _PAIRS.items():
        if not word.startswith(prefix):
            continue
        for suffix in suffixes:
            if word.endswith(suffix):
                middle = word[len(prefix) : len(word) - len(suffix)]
                yield from (root for root in _unfused(prefix, middle) if len(root) >= ROOT and _fits(root, suffix))


def _fits(root: str, suffix: str) -> bool:
    """No -i after an i: «mengisi» is meN- + isi."""
    return suffix != "i" or root[-1] != "i"


def _unfused(prefix: str, middle: str) -> Iterator[str]:
    """The roots that make ``prefix + middle`` by the rules of sound."""
    if len(middle) < 3:
        return
    if prefix in {"me", "pe"}:
        yield from _unmelted(middle)
        if prefix == "pe" and middle[0] not in _VOWELS:
            yield middle  # petani, petugas, pekerja
    elif prefix not in _WITH_R:
        yield middle
    elif middle[0] != "r" and not (prefix == "ber" and middle.startswith("be")):  # «berrapat», «berberapa»
        yield middle
        yield "r" + middle


def _unmelted(middle: str) -> Iterator[str]:
    """What meN- or peN- may have stood before: k, p, t, s melt into ng, m, n, ny before a vowel."""
    first = middle[0]
    if first in "lrwymn":
        yield middle
    if middle.startswith("ng"):
        rest = middle[2:]
        yield rest
        if rest[:1] in _VOWELS:
            yield "k" + rest
        if rest[:1] == "e" and sum(letter in _VOWELS for letter in rest) == 2:
            yield rest[1:]  # roots of one syllable: mengebom, mengecat
    elif middle.startswith("ny"):
        yield "s" + middle[2:]
    elif first in "mn":
        rest = middle[1:]
        if rest[0] in _VOWELS:
            yield ("p" if first == "m" else "t") + rest
        elif rest[0] in ("bfvp" if first == "m" else "cdjzst"):
            yield rest


def stripped(word: str) -> Iterator[tuple[str, str, str, str]]:
    """The word without each pair of affixes: what stood before, the letter that melted there, the rest, what stood
    after. «memukul» is («mem», «p», «ukul», «»)."""
    for before, melted in _SOUNDS:
        if not word.startswith(before):
            continue
        for after in ("", "kan", "an", "i", "nya", "kannya", "annya", "inya"):
            middle = word[len(before) : len(word) - len(after)]
            if word.endswith(after) and len(melted + middle) >= ROOT and (before or after):
                yield before, melted, middle, after


class Morphology:
    """Knows a word that is listed or made by rule from one that is. Holds no state but the list."""

    def __init__(self, words: Container[str]) -> None:
        self._words = words

    def is_known(self, word: str) -> bool:
        """Whether the word, in lower case, is listed or made by rule."""
        if word in self._words or self._is_core(word):
            return True
        if any(core in self._words or self._is_core(core) for core in without_clitics(word)):
            return True
        return "-" in word and self._is_doubled(word)

    def listed(self, word: str) -> Iterator[str]:
        """The listed words that this one may be made of, nearest first; itself if it is listed."""
        for core in (word, *without_clitics(word)):
            if core in self._words:
                yield core
            yield from (root for root in roots(core) if root in self._words)

    def _is_core(self, word: str) -> bool:
        return self._is_affixed(word) or self._is_possessed(word) or self._is_bound(word)

    def _is_affixed(self, word: str) -> bool:
        if any(root in self._words for root in roots(word)):
            return True
        return any(
            word.startswith(outer)
            and (rest := word[len(outer) :]).startswith(inner)
            and (rest in self._words or any(root in self._words for root in roots(rest)))
            for outer, inner in _OUTER.items()
        )

    def _is_possessed(self, word: str) -> bool:
        """Ku- and kau- before a verb: kulakukan, kauambil."""
        verbs = (word[len(person) :] for person in ("ku", "kau") if word.startswith(person))
        return any(
            len(verb) >= ROOT and any(form in self._words for form in (verb, *_imperative(verb))) for verb in verbs
        )

    def _is_bound(self, word: str) -> bool:
        for form in BOUND:
            rest = word[len(form) :]
            if (
                word.startswith(form)
                and len(rest) >= _AFTER_BOUND
                and (rest in self._words or self._is_affixed(rest))
            ):
                return True
        return False

    def _is_doubled(self, word: str) -> bool:
        """Each part known (rumah-rumah, tanya-jawab), or the second an echo of the first (menari-nari)."""
        parts = word.split("-")
        if all(part in PARTS or self.is_known(part) for part in parts):
            return any(part not in PARTS for part in parts)
        if len(parts) != 2 or not self.is_known(parts[0]):
            return False
        echoes = (
            parts[1],
            *without_clitics(parts[1]),
            *(parts[1].removesuffix(end) for end in ("kan", "an", "i")),
        )
        return any(len(echo) >= 3 and parts[0].endswith(echo) for echo in echoes)


def _imperative(word: str) -> Iterator[str]:
    for suffix in ("kan", "i"):
        root = word.removesuffix(suffix)
        if root != word and len(root) >= ROOT and _fits(root, suffix):
            yield root
