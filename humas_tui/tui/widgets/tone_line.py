"""The tone marks of a release: two to switch, and below them what speaks for one, or is missing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Checkbox, Label, Static

from ...i18n import N_, _
from ...model import TONES, Release, Tone
from ...text.clean import clean_line

if TYPE_CHECKING:
    from ...language.tone import Sign

#: What a sign says: with a tone behind “Suggested:”, without one as a sentence (message ids).
_TOLD: Final = {
    "voice": N_("{tone} – a citizen is heard ({text})"),
    "benefit": N_("{tone} – it tells a benefit"),
    "leaders": N_("Only officials speak: let a citizen be heard."),
    "ceremony": N_("It opens with a ceremony: tell what citizens get of it."),
}


class ToneLine(Vertical):
    """The marks, switched by the officer alone; ``suggest`` changes what is told below them, not the marks."""

    def __init__(self, release: Release) -> None:
        super().__init__(id="tone")
        self._release = release
        self._signs: Sequence[Sign] = ()
        self._boxes = {
            tone: Checkbox(Content(_(title)), tone in release.tones, compact=True, id=f"tone-{tone}")
            for tone, title in TONES.items()
        }
        self._told = Static("", id="tone-told")

    def compose(self) -> ComposeResult:
        """Marks, suggestion."""
        yield Horizontal(Label(_("Tone")), *self._boxes.values(), classes="field")
        yield self._told

    def show(self, release: Release) -> None:
        """Show the marks of another release."""
        self._release = release
        with self.prevent(Checkbox.Changed):
            for tone, box in self._boxes.items():
                box.value = tone in release.tones
        self.suggest(())

    def take(self) -> tuple[str, ...]:
        """The field as it is to be: as it was, unless a mark was switched."""
        marks = self._marks()
        return self._release.tone if marks == set(self._release.tones) else self._release.toned(marks)

    def taken(self, release: Release) -> None:
        """The next value, made of the changes that were taken."""
        self._release = release

    def suggest(self, signs: Sequence[Sign]) -> None:
        """Tell what was found in the text."""
        self._signs = signs
        told = told_of(signs, self._marks())
        self._told.update(Content(told))
        self._told.display = bool(told)

    def _marks(self) -> set[Tone]:
        return {tone for tone, box in self._boxes.items() if box.value}

    @on(Checkbox.Changed)
    def _switched(self) -> None:
        self.suggest(self._signs)


def told_of(signs: Sequence[Sign], marks: Collection[Tone]) -> str:
    """What signs say, beside the marks that are set: those that suggest another one, and what is missing."""
    suggested = [
        _(_TOLD[sign.trait]).format(tone=_(TONES[sign.tone]).lower(), text=clean_line(sign.text)) + _words(sign)
        for sign in signs
        if sign.tone is not None and sign.tone not in marks
    ]
    lacking = [_(_TOLD[sign.trait]) for sign in signs if sign.tone is None]
    if suggested:
        lacking.insert(0, _("Suggested: {what}").format(what=" · ".join(suggested)))
    return " · ".join(lacking)


def _words(sign: Sign) -> str:
    """The words that tell a benefit; its field, which stands above, is not told again."""
    return f" (“{clean_line(sign.text)}”)" if sign.trait == "benefit" and sign.field != "benefit" else ""
