"""What a rule is: one value with its manual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from .finding import Level
from .kinds import Judgement, Neighbours, Patterns, Shape, Words

Kind: TypeAlias = Patterns | Words | Judgement | Neighbours | Shape

EYD: Final = "EYD V"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule of the copy desk. It lies in ``rules/<code with underscores>.py`` under its code in capitals.

    ``title``, ``message`` and ``why`` are message ids. The message may name ``{found}``, ``{fix}`` and the named
    groups of a pattern, or what a hit gives in ``names``; a hit may bring its own. ``why`` is a paragraph of the
    manual.
    ``eyd`` are codes of EYD V (KD01, TB07 …), ``source`` another source; one of them is given.
    ``examples`` are pairs, bad and good; ``leave_alone`` are texts in which the rule finds nothing.

    ``certain``: its first fix may be put there unasked, unless a hit says otherwise. ``on``: in force unless
    switched off. ``spares_quotes``: the words of a speaker are left alone (always so at level *gaya*);
    ``spares_styled``: so is what is set off by ``*`` or ``_``. ``once``: of each thing found, the first only.
    ``fields``: the fields of a release that it reads; none given: all.
    """

    code: str
    level: Level
    title: str
    message: str
    why: str
    kind: Kind
    examples: tuple[tuple[str, str], ...]
    leave_alone: tuple[str, ...] = ()
    eyd: tuple[str, ...] = ()
    source: str = ""
    certain: bool = False
    on: bool = True
    spares_quotes: bool = False
    spares_styled: bool = False
    once: bool = False
    fields: tuple[str, ...] = ()

    @property
    def cited(self) -> str:
        """Where it is laid down: ``EYD V, TB07``."""
        return ", ".join(filter(None, (EYD if self.eyd else "", *self.eyd, self.source)))

    @property
    def names(self) -> tuple[str, ...]:
        """What it can be named by: its code, its family (the code up to the first hyphen), its level."""
        return self.code, self.code.partition("-")[0], self.level
