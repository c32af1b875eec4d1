"""What the copy desk found, below the text: counts and the finding at the cursor in two lines, the list of
them on demand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets.option_list import Option

from ...i18n import N_, _, current, ngettext
from ...text.clean import clean_line
from .pick_list import PickList

if TYPE_CHECKING:
    from ...desk.checking import Gauge
    from ...language.finding import Finding
    from ...model import Release

#: Sign and colour of each level, the gravest first; the sign tells them apart without colour.
LOOKS: Final = {"galat": ("●", "$error"), "saran": ("▲", "$warning"), "gaya": ("◦", "$secondary")}
#: What each field is called where a finding does not stand in the body (message ids).
NAMES: Final = {
    "headline": N_("Headline"),
    "summary": N_("Summary"),
    "key_message": N_("Policy message"),
    "benefit": N_("Benefit for citizens"),
}
KEY_LINES: Final = 2
#: Characters of the words found that are shown.
SHOWN: Final = 40


class FindingsBar(Widget):
    """Two lines: how much was found and how hard the text is to read; then what stands at the cursor, or what to
    do. ``findings`` is None while nothing was checked yet; while the list is open, ``listing``, its keys are told
    instead."""

    findings: reactive[tuple[Finding, ...] | None] = reactive(None)
    at: reactive[Finding | None] = reactive(None)
    gauge: reactive[Gauge | None] = reactive(None)
    listing: reactive[bool] = reactive(False, layout=True)

    class Pressed(Message):
        """The bar was clicked: the list is wanted."""

    def __init__(self) -> None:
        super().__init__(id="findings-bar")

    def on_click(self, event: events.Click) -> None:
        """Open the list."""
        event.stop()
        self.post_message(self.Pressed())

    def render(self) -> Content:
        """Counts left, gauge right; the finding below."""
        width = self.size.width
        left = self._counts()
        right = next(
            (told for told in read_out(self.gauge) if left.cell_length + told.cell_length + 2 <= width),
            Content(""),
        )
        gap = " " * max(1, width - left.cell_length - right.cell_length)
        first = Content.assemble(left, gap, right) if right else left
        below = keys_told(width) if self.listing else [self._told(width)]
        return Content("\n").join([first.truncate(width, ellipsis=True), *below])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two lines; more where the keys of the list need them."""
        return 1 + (len(keys_told(width)) if self.listing else 1)

    def _counts(self) -> Content:
        if self.findings is None:
            return Content("")
        levels = Counter(str(finding.level) for finding in self.findings)
        if not levels:
            return Content.styled(_("✓ nothing found"), "$success")
        words = {
            "galat": ngettext("{count} error", "{count} errors", levels["galat"]),
            "saran": ngettext("{count} suggestion", "{count} suggestions", levels["saran"]),
            "gaya": ngettext("{count} hint on style", "{count} hints on style", levels["gaya"]),
        }
        parts = []
        for level, (sign, colour) in LOOKS.items():
            if levels[level]:
                parts.append(Content.styled(f"{sign} {words[level].format(count=levels[level])}", colour))
        return Content("  ").join(parts)

    def _told(self, width: int) -> Content:
        finding = self.at
        if finding is not None:
            fix = _first_fix(finding)
            tail = Content.assemble(fix, Content.styled("  F9 ", "bold $accent")) if fix else Content("")
            head = Content.assemble(_sign(finding), " ", finding.message)
            return Content.assemble(head.truncate(max(10, width - tail.cell_length), ellipsis=True), tail)
        if self.findings:
            return Content.styled(_("F8 next finding · F7 list"), "$quiet")
        return Content("")


class FindingsList(PickList):
    """The findings, one entry each. Enter goes to the place; the keys of its bindings are posted as ``Wanted``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"want('fix', {number - 1})", show=False) for number in range(1, 10)),
        Binding("h", "want('here')", show=False),
        Binding("r", "want('release')", show=False),
        Binding("k", "want('office')", show=False),
        Binding("question_mark", "want('page')", show=False),
        Binding("escape", "want('close')", show=False),
    ]

    @dataclass
    class Wanted(Message):
        """Something is to be done with a finding: ``fix`` (with that fix), ``here``, ``release``, ``office`` (left
        alone there), ``page`` (its rule), ``close`` (the list)."""

        what: str
        finding: Finding | None
        number: int = 0

    def __init__(self) -> None:
        super().__init__(id="findings-list")
        self._findings: tuple[Finding, ...] = ()

    @property
    def current(self) -> Finding | None:
        """The finding under the cursor."""
        place = self.highlighted
        return self._findings[place] if place is not None and place < len(self._findings) else None

    def show(self, release: Release, findings: Sequence[Finding], near: Finding | None = None) -> None:
        """Show these; the cursor goes to ``near``, or stays at its place in the list."""
        before = self.highlighted or 0
        self._findings = tuple(findings)
        with self.prevent(PickList.OptionHighlighted):
            self.set_options([Option(_entry(release, finding)) for finding in self._findings])
            if self._findings:
                place = self._findings.index(near) if near in self._findings else before
                self.highlighted = min(place, len(self._findings) - 1)

    def find(self, index: int) -> Finding:
        """The finding of an entry."""
        return self._findings[index]

    def action_want(self, what: str, number: int = 0) -> None:
        """Ask for it."""
        self.post_message(self.Wanted(what, self.current, number))


def read_out(gauge: Gauge | None) -> list[Content]:
    """How a text reads, in words, the longest first: grade, words a sentence, share of the message carried."""
    from ...language.readability import AMBER, RED, TARGET

    measured = gauge.readability if gauge is not None else None
    if gauge is None or measured is None:
        return []
    worst = [colour for limit, colour in ((RED, "$error"), (AMBER, "$warning")) if measured.grade > limit]
    colour = worst[0] if worst else "$success" if measured.grade <= TARGET else "$foreground"
    grade = Content.styled(_("grade {grade}").format(grade=_number(measured.grade)), colour)
    words = Content.styled(_("{words} words/sentence").format(words=_number(measured.words_a_sentence)), "$quiet")
    told = [Content.assemble(grade, " · ", words), grade]
    if gauge.message is not None and gauge.message.paragraph:
        share = _("message {share} ¶{paragraph}").format(
            share=f"{gauge.message.share:.0%}", paragraph=gauge.message.paragraph
        )
        told.insert(0, Content.assemble(told[0], " · ", Content.styled(share, "$quiet")))
    return told


def _number(value: float) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(value, format="0.0", locale=current()))


def keys_told(width: int) -> list[Content]:
    """What the keys of the list do, in two lines at most: the most needed come first."""
    pairs = (
        ("1–9", _("fix")),
        ("H", _("ignore here")),
        ("R", _("in this release")),
        ("K", _("right for the office")),
        ("?", _("rule")),
        ("Enter", _("go there")),
        ("Esc", _("close")),
    )
    lines: list[Content] = []
    for key, word in pairs:
        part = Content.assemble(Content.styled(f"{key} ", "bold $accent"), (word, "$quiet"))
        if lines and lines[-1].cell_length + 2 + part.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], "  ", part)
        elif len(lines) < KEY_LINES:
            lines.append(part)
    return lines


def _sign(finding: Finding) -> Content:
    return Content.styled(*LOOKS[str(finding.level)])


def _first_fix(finding: Finding) -> Content | None:
    if not finding.fixes:
        return None
    return Content.assemble(" → ", Content.styled(shown(finding.fixes[0]), "bold"))


def shown(text: str) -> str:
    """Words of the text or of a fix on one line; that there are none, or only spaces, can be seen."""
    if not text:
        return _("(nothing)")
    if not text.strip():
        return "␣" * len(text)
    line = clean_line(text)
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def _entry(release: Release, finding: Finding) -> Content:
    """Two lines: what was found, with the fixes; what is to be said about it."""
    text: str = getattr(release, finding.field)
    found = Content.styled(shown(text[finding.start : finding.end]), "bold")
    fixes = Content("")
    if finding.fixes:
        numbered = [f"{number} {shown(fix)}" for number, fix in enumerate(finding.fixes[:9], 1)]
        fixes = Content.assemble(Content.styled(" → ", "$quiet"), "  ".join(numbered))
    field = NAMES.get(finding.field)
    where = Content.styled(f"{_(field)}: ", "$quiet") if field else Content("")
    first = Content.assemble(_sign(finding), " ", where, found, fixes)
    second = Content.styled(f"  {finding.message}", "$quiet")
    return Content("\n").join([first, second])
