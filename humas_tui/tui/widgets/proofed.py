"""A text that the copy desk reads: findings marked, listed, gone to, mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual import on
from textual.widgets import Input, TextArea
from textual.widgets.input import Selection

from .fields import FieldInput, Fields
from .findings import FindingsBar, FindingsList
from .pane import Pane
from .pick_list import PickList
from .proofs import finding_at, is_long, marks_of, next_finding
from .prose import ProseArea

if TYPE_CHECKING:
    from ...desk.checking import Gauge
    from ...language.finding import Finding
    from ...model import Release

#: The fields that are checked, in the order in which they stand in the editor.
FIELDS: Final = ("headline", "summary", "key_message", "benefit", "body")


class ProofedPane(Pane):
    """The part of the editor that shows what was found. ``checked`` is the release that ``findings`` are of."""

    checked: Release | None = None
    findings: tuple[Finding, ...] = ()
    _gone_to: Finding | None = None

    @property
    def body(self) -> ProseArea:
        """The area of the body."""
        return self.query_one(ProseArea)

    def show_findings(
        self, findings: Sequence[Finding] | None, release: Release | None = None, gauge: Gauge | None = None
    ) -> None:
        """Mark and list what was found in a release, and tell how it reads; None: nothing was checked yet."""
        near = self.finding_here()
        self.checked, self.findings = release, tuple(findings or ())
        bar = self.query_one(FindingsBar)
        bar.findings = None if findings is None else self.findings
        bar.gauge = gauge
        lines = self.body.text.split("\n")
        there = release is not None and release.body == self.body.text
        self.body.mark(marks_of(lines, self.findings) if there else ())
        for listed in self.query(FindingsList):
            if release is not None:
                listed.show(release, self.findings, near)
        self.suggest_tone()
        self._tell_finding()

    def suggest_tone(self) -> None:
        """Have the fields, where they are there, tell what speaks for a tone mark."""
        gauge = self.query_one(FindingsBar).gauge
        for fields in self.query(Fields):
            fields.suggest(gauge.signs if gauge is not None else ())

    async def list_findings(self) -> None:
        """Open the list under the text, or close it."""
        if opened := self.query(FindingsList):
            await opened.remove()
            self.body.focus()
        elif self.checked is not None and self.findings:
            near = self.finding_here() or self.next_finding(1)
            listed = FindingsList()
            await self.mount(listed, before=self.query_one(FindingsBar))
            listed.show(self.checked, self.findings, near)
            listed.focus()
        self._tell_finding()

    def finding_here(self) -> Finding | None:
        """The finding at the cursor: in the list, in the line of a field, or in the text."""
        focused = self.screen.focused
        if isinstance(focused, FindingsList):
            return focused.current
        return self._there() or finding_at(self.findings, *self._here())

    def next_finding(self, by: int) -> Finding | None:
        """The next finding behind the one gone to, or the cursor; or the last one before it."""
        there = self._there()
        if there is not None:
            return self.findings[(self.findings.index(there) + by) % len(self.findings)]
        return next_finding(self.findings, FIELDS, *self._here(), by)

    def _there(self) -> Finding | None:
        """The finding that was gone to, while the cursor stands at it: several may begin at one place."""
        gone_to = self._gone_to
        if gone_to is None or gone_to not in self.findings or self._here() != (gone_to.field, gone_to.start):
            return None
        return gone_to

    def _here(self) -> tuple[str, int]:
        focused = self.screen.focused
        if isinstance(focused, FieldInput) and focused.field.name in FIELDS:
            return focused.field.name, focused.selection.start
        return "body", self.body.index_of(min(self.body.selection))

    def go_to(self, finding: Finding, *, focus: bool = True) -> None:
        """Go to the place of a finding and select it, unless it is about a whole sentence, which the next key
        would wipe out; ``focus``: and be there."""
        self._gone_to = finding
        if finding.field == "body":
            self.body.move_cursor(self.body.location_of(finding.start), center=is_long(finding))
            if not is_long(finding):
                self.body.move_cursor(self.body.location_of(finding.end), select=True, center=True)
            if focus:
                self.body.focus()
        else:
            self._show_line(finding.field)
            if any(line.field.name == finding.field for line in self.query(FieldInput)):
                self._select_in_line(finding, focus)
            else:  # the fields are made when they are first shown
                self.call_after_refresh(self._select_in_line, finding, focus)

    def _show_line(self, field: str) -> None:
        """Have the line of a field on the screen."""
        raise NotImplementedError

    def _select_in_line(self, finding: Finding, focus: bool) -> None:
        for line in self.query(FieldInput):
            if line.field.name == finding.field:
                line.selection = Selection(finding.start, finding.start if is_long(finding) else finding.end)
                if focus:
                    line.focus()

    def put_fix(self, finding: Finding, fix: str) -> None:
        """Put a fix in the place of what was found; one undo takes it back. The cursor stands behind it."""
        if finding.field == "body":
            start, end = map(self.body.location_of, (finding.start, finding.end))
            self.body.history.checkpoint()
            result = self.body.replace(fix, start, end)
            self.body.history.checkpoint()
            self.body.move_cursor(result.end_location)
            return
        for line in self.query(FieldInput):
            if line.field.name == finding.field:
                line.replace(fix, finding.start, finding.end)

    @on(TextArea.SelectionChanged)
    def _tell_finding(self) -> None:
        """Have the line below the text say what stands at the cursor."""
        bar = self.query_one(FindingsBar)
        bar.listing = bool(self.query(FindingsList))
        bar.at = self.finding_here() if self.checked is not None else None

    @on(PickList.OptionHighlighted)
    def _highlighted(self, event: PickList.OptionHighlighted) -> None:
        event.stop()
        if isinstance(event.option_list, FindingsList) and event.option_list.has_focus:
            self.go_to(event.option_list.find(event.option_index), focus=False)

    @on(PickList.Chosen)
    def _chosen(self, event: PickList.Chosen) -> None:
        event.stop()
        self.go_to(self.query_one(FindingsList).find(event.index))

    @on(Input.Blurred)
    def _left_line(self) -> None:
        self._tell_finding()
