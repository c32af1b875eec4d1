"""How often each rule speaks, on texts that lie elsewhere: findings in 1,000 words, by kind of text.

    python -m tests.rules_figures TEXTS.jsonl                      # every rule that is in force
    python -m tests.rules_figures TEXTS.jsonl petik-spasi -n 20    # with twenty of its findings of each kind

``TEXTS.jsonl`` holds an object a line with ``kind`` and ``text``.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from pathlib import Path

from humas_tui.language.engine import Checker, in_force
from humas_tui.language.finding import RANK, Finding
from humas_tui.language.house import PLAIN
from humas_tui.language.rules import named, rules

AROUND = 45


def shown(text: str, finding: Finding) -> str:
    """A finding in its surroundings, with its first fix."""
    before = text[max(0, finding.start - AROUND) : finding.start]
    behind = text[finding.end : finding.end + AROUND]
    fix = f"→{finding.fixes[0]}" if finding.fixes else ""
    return f"{before}⟦{text[finding.start : finding.end]}{fix}⟧{behind}".replace("\n", "⏎")


def main() -> None:
    """Print the table, and samples of the rules named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("names", nargs="*", help="codes, families or levels")
    parser.add_argument("-n", type=int, default=0, help="samples of each kind")
    words = parser.parse_args()
    wanted = named(words.names)
    chosen = [rule for rule in (rules() if wanted else in_force(PLAIN)) if not wanted or wanted & set(rule.names)]
    checker = Checker(chosen)
    counts: Counter[str] = Counter()
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for line in words.texts.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        entry = json.loads(line)
        text = entry["text"]
        counts[entry["kind"]] += len(text.split())
        for finding in checker.check(text) or ():
            found[finding.rule, entry["kind"]].append(f"{entry.get('id', '')}: {shown(text, finding)}")
    kinds = sorted(counts)
    print(f"{'':34}" + "".join(f"{kind:>14}" for kind in kinds))
    totals: Counter[tuple[str, str]] = Counter()
    for rule in sorted(chosen, key=lambda rule: (RANK[rule.level], rule.code)):
        for kind in kinds:
            totals[rule.level, kind] += len(found[rule.code, kind])
        cells = (
            f"{len(found[rule.code, k]):5d} {1000 * len(found[rule.code, k]) / counts[k]:8.2f}" for k in kinds
        )
        print(f"{rule.code:27} {rule.level:6}" + "".join(cells))
    for level in RANK:
        cells = (f"{totals[level, k]:5d} {1000 * totals[level, k] / counts[k]:8.2f}" for k in kinds)
        print(f"{'all':27} {level:6}" + "".join(cells))
    print("".join(f"{code}: {reason}\n" for code, reason in checker.faults.items()), end="")
    for rule in chosen if words.n else ():
        for kind in kinds:
            every = found[rule.code, kind]
            for sample in random.Random(3).sample(every, min(words.n, len(every))):
                print(f"{rule.code} {kind} {sample}")


if __name__ == "__main__":
    main()
