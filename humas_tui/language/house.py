"""House style: what an office has decided for itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: Between two dates or figures: the dash of EYD V (TF03), and the shorter one of the press.
LONG_DASH: Final = "—"
SHORT_DASH: Final = "–"


@dataclass(frozen=True)
class House:
    """House style. ``words`` (lower case) are right in this office, whatever a rule says; ``off`` and ``on`` are
    codes of rules, families of them (``petik`` for every ``petik-…``) or levels. ``rp_space``: a space between
    ``Rp`` and the amount. ``dash`` stands between two dates or figures. ``contacts``: the office's own
    are printed where a release names none. ``dictionary`` is a word list of its own in the place of ours."""

    words: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    rp_space: bool = False
    dash: str = SHORT_DASH
    contacts: bool = False
    dictionary: Path | None = None


#: An office that has decided nothing.
PLAIN: Final = House()
