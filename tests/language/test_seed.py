"""The article that the program was made from: every certain fault of it is found with its cure, and nothing is
called an error that is none. The text is other people's and not in the project: without it, this is skipped."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

from humas_tui.language.engine import Checker
from humas_tui.language.finding import Finding, Level

HERE = Path(__file__).parent
SEED = HERE.parent.parent.parent / "shared" / "data" / "seed-000_1eeeab46867b0416.txt"
GOLD: list[dict[str, Any]] = json.loads((HERE / "data" / "seed-gold.json").read_text(encoding="utf-8"))["items"]

pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the article is not here")


@pytest.fixture(scope="module")
def text() -> str:
    return SEED.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def findings(text: str) -> Sequence[Finding]:
    return Checker().check(text) or ()


def plain(text: str) -> str:
    """What two spellings of a cure have in common: the dash of the house, spaces, the first capital."""
    text = re.sub(r"\s*[—–]\s*", "–", text)
    return " ".join(text.split()).lower()


def cures(text: str, item: dict[str, Any], findings: Sequence[Finding]) -> Iterator[str]:
    """What the faulty words may become by the fixes of the findings that touch them."""
    start, end = item["start"], item["end"]
    touching = [one for one in findings if one.start < end and start < one.end and one.fixes]
    for size in range(1, min(4, len(touching) + 1)):
        for some in combinations(touching, size):
            first, last = min(start, *(one.start for one in some)), max(end, *(one.end for one in some))
            for fixes in product(*(one.fixes[:6] for one in some)):
                pieces, position = [], first
                for one, fix in zip(some, fixes, strict=True):
                    if one.start < position:
                        break
                    pieces += [text[position : one.start], fix]
                    position = one.end
                else:
                    yield "".join([*pieces, text[position:last]])


def is_cured(text: str, item: dict[str, Any], findings: Sequence[Finding]) -> bool:
    wanted = plain(item["fix"])
    return any(wanted in plain(cure) for cure in cures(text, item, findings))


def test_the_certain_faults_are_found_with_their_cure(text: str, findings: Sequence[Finding]) -> None:
    certain = [item for item in GOLD if item["class"] == "A"]
    missed = [item for item in certain if not is_cured(text, item, findings)]
    for item in missed:
        print(item["id"], item["span"], "→", item["fix"])
    print(f"{len(certain) - len(missed)} of {len(certain)} certain faults have their cure among the fixes")
    assert len(certain) - len(missed) >= 36


def test_nothing_else_is_called_an_error(text: str, findings: Sequence[Finding]) -> None:
    beside = [
        f"{one.rule}: {text[one.start : one.end]}"
        for one in findings
        if one.level is Level.GALAT
        and not any(item["start"] < one.end and one.start < item["end"] for item in GOLD)
    ]
    assert beside == []
