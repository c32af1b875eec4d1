"""The dictionary: how soon it is ready, how fast it is asked, what it finds, and what it flags for nothing.

The texts are those of ``HUMAS_TEXTS``: a file of JSON lines with ``kind`` and ``text``. Without it the texts
beside the checkout are taken (``shared/data/corpus/dev.jsonl``), and where there are none the sample releases.
With ``HUMAS_SHOW=1`` every word flagged is printed, to be judged by reading.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from humas_tui.language.lexicon import HERE
from humas_tui.language.spelling import Kind, speller
from humas_tui.samples import samples_folder
from tests.benchmarks.table import row
from tests.language.seeding import doubted, sow, words

BESIDE = Path(__file__).parents[2].parent / "shared" / "data" / "corpus" / "dev.jsonl"
READY = """
import resource, time
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.perf_counter()
from humas_tui.language.spelling import speller
speller().look("kegitan")
print(time.perf_counter() - began, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def texts() -> Mapping[str, list[str]]:
    """The texts by their kind."""
    path = Path(os.environ.get("HUMAS_TEXTS", BESIDE))
    found: dict[str, list[str]] = {}
    if path.exists():
        for line in path.open(encoding="utf-8"):  # not splitlines: a text may hold other ends of lines
            entry = json.loads(line)
            found.setdefault(entry["kind"], []).append(entry["text"])
        return found
    return {
        "sample": [path.read_text(encoding="utf-8") for path in sorted((samples_folder() / "releases").iterdir())]
    }


def ready(runs: int = 9) -> None:
    """From the first word asked to the first answer, in a process of its own, and the memory it takes."""
    found = []
    for _ in range(runs):
        done = subprocess.run([sys.executable, "-c", READY], capture_output=True, text=True, check=True)
        found.append(tuple(map(float, done.stdout.split())))
    found.sort()
    row("dictionary ready, import and first answer", found[runs // 2][0] * 1000, "150 ms")
    row("memory it takes", max(memory for _, memory in found), "60 MB", unit="MB")
    size = sum(path.stat().st_size for path in HERE.rglob("*") if path.suffix in {".gz", ".txt", ".md", ".toml"})
    row("size of the lists with their licences", size / 1024, "2,048 KB", unit="KB")


def speed(by_kind: Mapping[str, list[str]]) -> None:
    """Words a second: all new (with suggestions), and once they were seen."""
    asked = [pair for kind in by_kind.values() for text in kind for pair in words(text)]
    judge = type(speller())
    judging = judge(speller().lexicon)
    for what, limit in (("each word new, suggestions made", "50,000"), ("words seen before", "1,000,000")):
        began = time.perf_counter()
        for word, capital in asked:
            judging.look(word, name=capital)
        row(f"look-ups, {what}", len(asked) / (time.perf_counter() - began), f">= {limit}", unit="words/s")


def recall(by_kind: Mapping[str, list[str]], count: int = 20_000) -> None:
    """Slips sown into known words of running text."""
    running = [text for kind in by_kind.values() for text in kind]
    for shortest in (4, 5, 6):
        sown = sow(speller(), running, count, shortest=shortest)
        row(f"slips in words of {shortest} letters or more, found", sown.found_share * 100, ">= 92", unit="%")
        row("    right word first", sown.first_share * 100, ">= 88", unit="%")


def alarms(by_kind: Mapping[str, list[str]]) -> None:
    """Words flagged in texts as they are, right or wrong: they must be read to be judged."""
    for kind, running in by_kind.items():
        total, doubts = doubted(speller(), running)
        for what in Kind:
            share = sum(count for (_, doubt), count in doubts.items() if doubt.kind is what) * 1000 / total
            row(f"{kind}, {total:,} words: {what.value}", share, "-", unit="in 1,000")
        if os.environ.get("HUMAS_SHOW"):
            flagged = [(count, word, doubt) for (word, doubt), count in doubts.most_common()]
            for count, word, doubt in flagged:
                if doubt.kind is Kind.TYPO:
                    print(f"    {count} {word}: {', '.join(doubt.suggestions)}")


def dictionary(folder: Path) -> None:
    """All of it."""
    by_kind = texts()
    ready()
    speed(by_kind)
    recall(by_kind)
    alarms(by_kind)
