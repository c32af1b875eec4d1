"""The engine: every rule over every paragraph, once.

What was found in a paragraph is remembered by its very characters, so that after a key only the paragraph that it
changed is read again. A checker may be used from a worker: it knows no screen and no event loop.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from ..i18n import _, current
from ..ports import never
from .finding import RANK, Finding, Level
from .house import PLAIN, House
from .kinds import Hit, Judgement, Neighbours, Patterns, Shape, Words
from .kinds.words import Lexicon
from .prose import Document, Paragraph, Part, stretches
from .rule import Rule
from .rules import rules

if TYPE_CHECKING:
    from ..model import Release

#: Paragraphs that are remembered: those of some hundred releases.
REMEMBERED: Final = 4_096
#: What a mistake in a rule, or in a list that it reads, raises. Such a rule is left out and named: the release
#: of the day is not to wait for it. Whatever else there is (KeyboardInterrupt, MemoryError) passes through.
FAULTS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    re.error,
)


_Value = TypeVar("_Value")


@dataclass(slots=True)
class _Seen:
    """A paragraph and what was found in it by itself."""

    paragraph: Paragraph
    findings: tuple[Finding, ...]


class Checker:
    """The copy desk of one office. ``faults`` names the rules that failed and were left out, with the reason."""

    def __init__(self, chosen: Sequence[Rule] | None = None, house: House = PLAIN) -> None:
        """``chosen`` are the rules to apply, whatever the house says of them; not given: those in force."""
        self.house = house
        self.rules = tuple(in_force(house)) if chosen is None else tuple(chosen)
        self.faults: dict[str, str] = {}
        self._lexicon: Lexicon[Rule] | None = None
        self._alone = [(rule, rule.kind) for rule in self.rules if isinstance(rule.kind, Patterns | Judgement)]
        self._beside = [(rule, rule.kind) for rule in self.rules if isinstance(rule.kind, Neighbours)]
        self._whole = [(rule, rule.kind) for rule in self.rules if isinstance(rule.kind, Shape)]
        self._seen: dict[tuple[str, ...], _Seen] = {}
        self._seen_beside: dict[tuple[str, ...], tuple[Finding, ...]] = {}

    def check(
        self,
        text: str | Mapping[str, str],
        release: Release | None = None,
        abandoned: Callable[[], bool] = never,
    ) -> tuple[Finding, ...] | None:
        """What is found in a text, or in the texts of the fields of a release, in the order in which it is read.

        ``abandoned`` is asked between paragraphs: once it says so, the text has moved on, and None comes back."""
        texts = {"body": text} if isinstance(text, str) else text
        found: list[Finding] = []
        fields: dict[str, tuple[Part, ...]] = {}
        for field, content in texts.items():
            parts = self._read(field, content, found, abandoned)
            if parts is None:
                return None
            fields[field] = parts
        found += self._of_the_whole(Document(fields, self.house, release))
        order = {field: place for place, field in enumerate(texts)}
        return tuple(settle(self._each_once(found, texts), order))

    def document(self, texts: Mapping[str, str], release: Release | None = None) -> Document:
        """The fields of a release as rules of the whole see them. Costs next to nothing behind ``check``."""
        fields = {
            field: tuple(
                Part(start, self._look(field, content[start:end], role).paragraph)
                for start, end, role in stretches(content, field)
            )
            for field, content in texts.items()
        }
        return Document(fields, self.house, release)

    def _read(
        self, field: str, content: str, found: list[Finding], abandoned: Callable[[], bool]
    ) -> tuple[Part, ...] | None:
        """The paragraphs of a field; what is found in each is added to ``found``."""
        parts: list[Part] = []
        for start, end, role in stretches(content, field):
            if abandoned():
                return None
            seen = self._look(field, content[start:end], role)
            parts.append(Part(start, seen.paragraph))
            found += [_moved(finding, start) for finding in seen.findings]
        if self._beside:
            for index, (start, _paragraph) in enumerate(parts):
                found += [_moved(finding, start) for finding in self._look_beside(field, parts, index)]
        return tuple(parts)

    def _look(self, field: str, raw: str, role: str) -> _Seen:
        key = (raw, role, field, current())
        seen = self._seen.get(key)
        if seen is None:
            paragraph = Paragraph(raw, role, self.house)
            findings = tuple(self._findings(paragraph, field, self._hits(paragraph, field)))
            seen = _Seen(paragraph, findings)
            _remember(self._seen, key, seen)
        return seen

    def _look_beside(self, field: str, parts: Sequence[Part], index: int) -> tuple[Finding, ...]:
        before = parts[index - 1].paragraph if index else None
        after = parts[index + 1].paragraph if index + 1 < len(parts) else None
        paragraph = parts[index].paragraph
        around = (before.raw if before else "", after.raw if after else "")
        key = (paragraph.raw, paragraph.role, field, current(), *around)
        findings = self._seen_beside.get(key)
        if findings is None:
            hits = self._hits_beside(before, paragraph, after, field)
            findings = tuple(self._findings(paragraph, field, hits))
            _remember(self._seen_beside, key, findings)
        return findings

    def _hits(self, paragraph: Paragraph, field: str) -> Iterator[tuple[Rule, Hit]]:
        """What the rules find in a paragraph by itself."""
        for rule, kind in self._alone:
            if kind.marks and kind.marks.isdisjoint(paragraph.characters):
                continue
            if kind.words and kind.words.isdisjoint(paragraph.words):
                continue
            if not rule.fields or field in rule.fields:
                yield from self._guarded(rule, kind.find, paragraph)
        if self._lexicon is None:
            self._lexicon = self._merged()
        for rule, hit in self._lexicon.find(paragraph):
            if not rule.fields or field in rule.fields:
                yield rule, hit

    def _hits_beside(
        self, before: Paragraph | None, paragraph: Paragraph, after: Paragraph | None, field: str
    ) -> Iterator[tuple[Rule, Hit]]:
        for rule, kind in self._beside:
            if kind.marks and kind.marks.isdisjoint(paragraph.characters):
                continue
            if not rule.fields or field in rule.fields:
                yield from self._guarded(rule, kind.find, before, paragraph, after)

    def _of_the_whole(self, document: Document) -> Iterator[Finding]:
        for rule, kind in self._whole:
            if rule.code in self.faults or not (kind.everywhere or document.release):
                continue
            try:
                placed = list(kind.find(document))
            except FAULTS as error:
                self._leave_out(rule, error)
                continue
            for field, part, hit in placed:
                for finding in self._findings(part.paragraph, field, [(rule, hit)]):
                    yield _moved(finding, part.start)

    def _merged(self) -> Lexicon[Rule]:
        lexicon: Lexicon[Rule] = Lexicon()
        for rule in self.rules:
            if isinstance(rule.kind, Words):
                try:
                    lexicon.add(rule, rule.kind)
                except FAULTS as error:
                    self._leave_out(rule, error)
        return lexicon

    def _guarded(
        self, rule: Rule, find: Callable[..., Iterable[Hit]], *paragraphs: Paragraph | None
    ) -> list[tuple[Rule, Hit]]:
        """The hits of a rule; none from the time on that it failed."""
        if rule.code in self.faults:
            return []
        try:
            return [(rule, hit) for hit in find(*paragraphs)]
        except FAULTS as error:
            self._leave_out(rule, error)
            return []

    def _leave_out(self, rule: Rule, error: BaseException) -> None:
        self.faults[rule.code] = f"{type(error).__name__}: {error}"

    def _findings(self, paragraph: Paragraph, field: str, hits: Iterable[tuple[Rule, Hit]]) -> Iterator[Finding]:
        """Hits as findings, their places in ``raw``; without those that the rule or the house spares."""
        for rule, hit in hits:
            found = paragraph.text[hit.start : hit.end]
            if not found or found.lower() in self.house.words:
                continue
            if (rule.spares_quotes or rule.level is Level.GAYA) and paragraph.quoted(hit.start, hit.end):
                continue
            if rule.spares_styled and paragraph.set_off(hit.start, hit.end):
                continue
            start, end, faithful = paragraph.place(hit.start, hit.end)
            fixes = tuple(dict.fromkeys(fix for fix in hit.fixes if fix != found)) if faithful else ()
            certain = rule.certain if hit.certain is None else hit.certain
            names = {"found": found, "fix": hit.fixes[0] if hit.fixes else "", **hit.names}
            yield Finding(
                rule=rule.code,
                level=rule.level,
                start=start,
                end=end,
                message=_(hit.message or rule.message).format(**names),
                fixes=fixes,
                certain=certain and bool(fixes),
                source=rule.cited,
                field=field,
            )

    def _each_once(self, found: list[Finding], texts: Mapping[str, str]) -> list[Finding]:
        """Without what repeats, of rules that tell of a thing once."""
        telling_once = {rule.code for rule in self.rules if rule.once}
        told: set[tuple[str, str]] = set()
        kept = []
        for finding in found:
            if finding.rule in telling_once:
                thing = (finding.rule, texts[finding.field][finding.start : finding.end].lower())
                if thing in told:
                    continue
                told.add(thing)
            kept.append(finding)
        return kept


def in_force(house: House) -> Iterator[Rule]:
    """The rules that a house has in force."""
    for rule in rules():
        if (rule.on or not house.on.isdisjoint(rule.names)) and house.off.isdisjoint(rule.names):
            yield rule


def settle(found: Iterable[Finding], order: Mapping[str, int]) -> list[Finding]:
    """The findings in the order in which they are read, without doubles.

    Of those that would change the same characters one stays, and of those at the very same place: the graver,
    then the one whose fix is certain, then the longer. One without a fix may lie over others."""
    best_first = sorted(
        found,
        key=lambda one: (RANK[one.level], not one.certain, one.start - one.end, one.start, one.rule),
    )
    taken: dict[str, list[tuple[int, int]]] = {}
    places: set[tuple[str, int, int]] = set()
    kept = []
    for finding in best_first:
        place = (finding.field, finding.start, finding.end)
        if place in places:
            continue
        if finding.fixes:
            spans = taken.setdefault(finding.field, [])
            index = bisect_left(spans, (finding.start, finding.end))
            before_ends = spans[index - 1][1] if index else -1
            next_starts = spans[index][0] if index < len(spans) else finding.end
            if before_ends > finding.start or next_starts < finding.end:
                continue
            spans.insert(index, (finding.start, finding.end))
        places.add(place)
        kept.append(finding)
    return sorted(kept, key=lambda one: (order.get(one.field, 0), one.start, one.end, RANK[one.level], one.rule))


def mended(text: str, findings: Iterable[Finding]) -> str:
    """``text`` with the first fix of each of these findings put in place; they do not overlap."""
    pieces = []
    position = 0
    for finding in sorted(findings, key=lambda one: one.start):
        pieces += [text[position : finding.start], finding.fixes[0]]
        position = finding.end
    return "".join([*pieces, text[position:]])


def _moved(finding: Finding, by: int) -> Finding:
    return replace(finding, start=finding.start + by, end=finding.end + by) if by else finding


def _remember(memory: dict[tuple[str, ...], _Value], key: tuple[str, ...], value: _Value) -> None:
    """Keep it; where there is no room any more, forget everything: what is on the screen is soon known again."""
    if len(memory) >= REMEMBERED:
        memory.clear()
    memory[key] = value
