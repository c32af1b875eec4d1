"""Errors found in unedited releases, judged by hand: nearly all of them are some."""

from __future__ import annotations

from pathlib import Path

from humas_tui.language.finding import Level
from humas_tui.language.rules import find

JUDGED = Path(__file__).parent / "data" / "judged.tsv"


def lines() -> list[list[str]]:
    text = JUDGED.read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def test_of_a_hundred_errors_at_least_eighty_five_are_true() -> None:
    verdicts = [line[4] for line in lines()]
    assert len(verdicts) == 100
    assert all(verdict.partition(":")[0] in ("true", "false") for verdict in verdicts)
    right = sum(verdict == "true" for verdict in verdicts)
    print(f"{right} of {len(verdicts)} are true")
    assert right >= 85


def test_they_are_of_rules_that_call_it_an_error() -> None:
    assert {find(line[1]).level for line in lines()} == {Level.GALAT}
