"""How well the signs for the tone marks agree with a reader, on texts that lie elsewhere.

    python -m tests.tone_figures TEXTS.jsonl            # precision and recall, for each half of the judged texts
    python -m tests.tone_figures TEXTS.jsonl --wrong    # and which texts are judged otherwise, with what was found

The word lists were made with the first half in sight (every other line of ``tone_judged.tsv``), the second was
looked at once, when they were done. ``TEXTS.jsonl`` holds an object a line with ``id``, ``title`` and ``text``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from humas_tui.language.engine import Checker
from humas_tui.language.tone import Trait, signs

JUDGED = Path(__file__).parent / "language" / "data" / "tone_judged.tsv"


def judged() -> dict[str, dict[Trait, bool]]:
    """Of each text, by its key, whether a reader found a voice and a benefit in it."""
    lines = [line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return {key: {Trait.VOICE: voice == "yes", Trait.BENEFIT: benefit == "yes"} for key, voice, benefit in lines}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--half", type=int, choices=(1, 2))
    words = parser.parse_args()
    texts = {
        entry["id"]: entry
        for entry in map(json.loads, words.texts.read_text(encoding="utf-8").rstrip("\n").split("\n"))
    }
    checker = Checker([])
    every = judged()
    for half in (words.half,) if words.half else (1, 2):
        for trait in (Trait.VOICE, Trait.BENEFIT):
            right = found = wanted = count = 0
            for key in list(every)[half - 1 :: 2]:
                entry = texts[key]
                document = checker.document({"headline": entry["title"], "body": entry["text"]})
                sign = next((one for one in signs(document) if one.trait is trait), None)
                due = every[key][trait]
                right += due and sign is not None
                found, wanted, count = found + (sign is not None), wanted + due, count + 1
                if words.wrong and due != (sign is not None):
                    told = "missed" if sign is None else f"found «{sign.text}»"
                    print(f"    {key}: {trait} {told}")
            print(f"half {half}, {trait}: precision {right}/{found}, recall {right}/{wanted}, of {count} texts")


if __name__ == "__main__":
    main()
