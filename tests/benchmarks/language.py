"""The copy desk: how often it speaks, on edited news and on what offices write, and how long it takes.

The texts are those of the group ``dictionary``. What is found on edited news is the measure of false alarms: an
error that nobody corrects there is one that should not be called so.
"""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from statistics import median

from humas_tui.language.engine import Checker
from tests.benchmarks.dictionary import dictionary, texts
from tests.benchmarks.table import row

#: Findings in 1,000 words, by level: at most so many on news; errors on releases of governments, at least.
NEWS = {"galat": "2.5", "saran": "5", "gaya": "–"}
GOVERNMENT = {"galat": "at least 15", "saran": "–", "gaya": "–"}
LIMITS = {"news": NEWS, "gov": GOVERNMENT}
#: Words of the release that is timed.
RELEASE = 500


def findings(by_kind: Mapping[str, list[str]]) -> None:
    """How much is found in 1,000 words of each kind of text."""
    checker = Checker()
    for kind, several in by_kind.items():
        words = sum(len(text.split()) for text in several)
        levels = Counter(str(one.level) for text in several for one in checker.check(text) or ())
        for level, limit in LIMITS.get(kind, dict.fromkeys(NEWS, "–")).items():
            row(f"{level} in 1,000 words, {kind}", 1000 * levels[level] / words, limit, unit="")
    for rule, reason in checker.faults.items():
        print(f"{rule} failed: {reason}")


def speed(by_kind: Mapping[str, list[str]]) -> None:
    """A release read for the first time, with one paragraph changed, and everything at a stretch."""
    every = [text for several in by_kind.values() for text in several]
    checker = Checker()
    checker.check("Warga datang.")  # rules and lists are read
    releases = [text for text in every if 0.8 * RELEASE < len(text.split()) < 1.2 * RELEASE] or every[:1]
    cold, changed = [], []
    for text in islice(releases, 20):
        began = time.perf_counter()
        checker.check(text)
        cold.append((time.perf_counter() - began) * 1000)
        lines = text.split("\n")
        lines[len(lines) // 2] += " Warga boleh datang."
        began = time.perf_counter()
        checker.check("\n".join(lines))
        changed.append((time.perf_counter() - began) * 1000)
    row(f"a release of about {RELEASE} words, cold", median(cold), "40 ms")
    row("the same with a changed paragraph", median(changed), "5 ms")
    gc.collect()
    fresh = Checker()
    fresh.check("Warga datang.")
    began = time.process_time()
    for text in every:
        fresh.check(text)
    took = time.process_time() - began
    row("words a second, everything", sum(len(text.split()) for text in every) / took, "at least 50,000", unit="")


def language(folder: Path) -> None:
    """All of it, the dictionary included."""
    by_kind = texts()
    findings(by_kind)
    speed(by_kind)
    dictionary(folder)
