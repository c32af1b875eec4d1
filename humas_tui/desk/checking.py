"""Checking: what the copy desk finds in a release, what the officer has it leave alone, what mends itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import structs

from ..errors import HumasError
from ..i18n import _
from ..model import Ignored, Release
from ..model.settings import Language
from ..ports import never

if TYPE_CHECKING:
    from ..language.engine import Checker
    from ..language.finding import Finding
    from ..language.house import House
    from ..language.readability import Readability
    from ..language.structure import Carried
    from ..language.tone import Sign

#: The fields that are read, in the order in which a reader meets them.
FIELDS: Final = ("headline", "summary", "key_message", "benefit", "body")
#: A text in which most rules look for something, as does what tells the tone.
WARM: Final = "SUKAMAJU – Pasar dibuka, Senin (7/12/2026).\n\n“Kami senang sekali,” kata Siti, pedagang di sana.\n"
#: Characters on either side by which a place is known again that is to be left alone.
AROUND: Final = 24
#: What was mended may show the next fault; so often it is looked again.
ROUNDS: Final = 4


@dataclass(frozen=True)
class Gauge:
    """How a release reads: None for what cannot be told (too short a text, no message); and what speaks for a tone
    mark, or is missing for one."""

    readability: Readability | None
    message: Carried | None
    signs: tuple[Sign, ...] = ()


class Checking:
    """The use cases of the copy desk. ``style`` is what the office has decided. ``list_words`` reads the word list
    of the office and ``list_word`` adds to it; both raise HumasError. ``contacts``: the office has some, which are
    printed where a release names none. ``dictionary`` finds the one that the office has of its own. The rules and
    their word lists are imported when the first text is checked."""

    def __init__(
        self,
        style: Language = Language(),  # noqa: B008 - a frozen value
        list_words: Callable[[], frozenset[str]] = frozenset,
        list_word: Callable[[str], None] | None = None,
        *,
        contacts: bool = False,
        dictionary: Callable[[], Path | None] = lambda: None,
    ) -> None:
        self.style = style
        self._contacts = contacts
        self._dictionary = dictionary
        self._list_words = list_words
        self._list_word = list_word
        self._checker: Checker | None = None
        self._complaints: list[str] = []

    @property
    def checker(self) -> Checker:
        """The engine with the rules in force here."""
        if self._checker is None:
            from ..language.engine import Checker

            self._checker = Checker(house=self._house())
        return self._checker

    def warm(self) -> Iterator[None]:
        """Read what the first check needs, step by step, so that whoever types meanwhile can go before the next:
        the rules, a millisecond each, the dictionary (0.1 s), what rules make at first use. Raises HumasError."""
        from ..language import rules

        if self._checker is not None:
            return
        yield from rules.bring()
        house = self.checker.house
        yield
        from ..language.doubts import desk_speller

        desk_speller(house.dictionary)
        yield
        self.checker.check({"body": WARM})
        yield
        self.gauge({"body": WARM})

    def _house(self) -> House:
        from ..language.house import House
        from ..language.rules import known

        self._complaints = []
        try:
            listed = self._list_words()
        except HumasError as error:  # a broken list is no reason to check nothing
            self._complaints.append(str(error))
            listed = frozenset()
        names = known()
        for name in (*self.style.off, *self.style.on):
            if name not in names:
                told = _("The settings name a rule “{name}” that there is not. See “humas-tui rules”.")
                self._complaints.append(told.format(name=name))
        return House(
            words=listed | {word.lower() for word in self.style.words},
            off=frozenset(self.style.off) & names,
            on=frozenset(self.style.on) & names,
            rp_space=self.style.rp_space,
            dash=self.style.dash,
            contacts=self._contacts,
            dictionary=self._usable_dictionary(),
        )

    def _usable_dictionary(self) -> Path | None:
        """The dictionary of the office, if it can be read."""
        from ..language.doubts import desk_speller

        dictionary = self._dictionary()
        if dictionary is not None:
            try:
                desk_speller(dictionary)
            except HumasError as error:
                self._complaints.append(str(error))
                return None
        return dictionary

    def choose(self, select: frozenset[str], ignore: frozenset[str]) -> None:
        """Apply the rules named by ``select`` only (all in force where it is empty), without those that ``ignore``
        names."""
        from ..language.engine import Checker, in_force
        from ..language.rules import rules

        house = self._house()
        chosen = [rule for rule in rules() if not select.isdisjoint(rule.names)] if select else [*in_force(house)]
        self._checker = Checker([rule for rule in chosen if ignore.isdisjoint(rule.names)], house)

    def complaints(self) -> list[str]:
        """What is wrong with the copy desk itself, in sentences: settings, word list, a rule that failed."""
        failed = _("The rule “{rule}” has failed and was left out ({reason}).")
        faults = self._checker.faults if self._checker is not None else {}
        return [*self._complaints, *(failed.format(rule=rule, reason=reason) for rule, reason in faults.items())]

    def gauge_of(self, release: Release) -> Gauge:
        """The same, of a release."""
        return self.gauge(texts_of(release), release)

    def release(self, release: Release, abandoned: Callable[[], bool] = never) -> tuple[Finding, ...] | None:
        """What is found in a release, without what it has left alone. None once ``abandoned`` says that the text
        has moved on."""
        found = self.checker.check(texts_of(release), release, abandoned)
        return None if found is None else tuple(self._not_ignored(release, found))

    def gauge(self, texts: Mapping[str, str], release: Release | None = None) -> Gauge:
        """How hard the body is to read, how much of its message it carries, and its signs of tone."""
        from ..language.readability import measure
        from ..language.structure import carried, prose
        from ..language.tone import signs

        document = self.checker.document(texts, release)
        messages = document.fields.get("key_message", ())
        share = carried(messages[0].paragraph, document) if messages else None
        return Gauge(measure(prose(document)), share, signs(document))

    def texts(self, texts: Mapping[str, str]) -> tuple[Finding, ...]:
        """What is found in texts that are no release, by field; ``body`` is that of any text."""
        return self.checker.check(texts) or ()

    def _not_ignored(self, release: Release, found: Iterable[Finding]) -> Iterable[Finding]:
        ignored = set(release.ignored)
        for finding in found:
            everywhere = ignoring(release, finding)
            if not ignored or not {everywhere, ignoring(release, finding, here=True)} & ignored:
                yield finding

    def remember(self, word: str) -> None:
        """Put a word into the list of the office: it is right from now on. Raises HumasError."""
        if self._list_word is not None:
            self._list_word(word)
        if self._checker is None:
            return
        from ..language.engine import Checker

        house = self._checker.house
        self._checker = Checker(self._checker.rules, replace(house, words=house.words | {word.lower()}))

    def mended(self, text: str) -> str:
        """A text with every fix that is certain put in place."""
        return self._mended({"body": text}, None)["body"]

    def mended_release(self, release: Release) -> dict[str, str]:
        """The fields of a release that say something else with every certain fix put in place."""
        texts = self._mended(texts_of(release), release)
        return {field: text for field, text in texts.items() if text != getattr(release, field)}

    def _mended(self, texts: dict[str, str], release: Release | None) -> dict[str, str]:
        from ..language.engine import mended

        for _round in range(ROUNDS):
            found: Iterable[Finding] = self.checker.check(texts, release) or ()
            if release is not None:
                release = structs.replace(release, **texts)
                found = self._not_ignored(release, found)
            certain = [finding for finding in found if finding.certain]
            if not certain:
                break
            for field, text in texts.items():
                texts[field] = mended(text, (finding for finding in certain if finding.field == field))
        return texts


def texts_of(release: Release) -> dict[str, str]:
    """The fields of a release that are read."""
    return {field: getattr(release, field) for field in FIELDS}


def ignoring(release: Release, finding: Finding, *, here: bool = False) -> Ignored:
    """What has a finding left alone: everywhere in the release, or ``here`` only."""
    text: str = getattr(release, finding.field)
    around = ""
    if here:
        sides = text[max(0, finding.start - AROUND) : finding.start], text[finding.end : finding.end + AROUND]
        around = "…".join(" ".join(side.split()) for side in sides)
    return Ignored(rule=finding.rule, text=text[finding.start : finding.end], around=around)
