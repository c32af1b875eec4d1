"""Run the benchmarks that are named, or all."""

from __future__ import annotations

import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import corpus
from tests.benchmarks.dictionary import dictionary
from tests.benchmarks.kit import kit
from tests.benchmarks.language import language
from tests.benchmarks.outlets import export, median_of, texts
from tests.benchmarks.store import store
from tests.benchmarks.table import row
from tests.benchmarks.terminal import Terminal

PYTHON = sys.executable
MANY = 10_000
GLYPH = r"\S"


def newsroom(data: Path) -> list[str]:
    """The command that opens the newsroom on a data file."""
    return [PYTHON, "-m", "humas_tui", "--data", str(data), "--lang", "id"]


def environment(folder: Path) -> dict[str, str]:
    """What the programs are run with: settings of their own, compiled code kept."""
    return {"HUMAS_TUI_CONFIG": str(folder / "config.toml"), "PYTHONDONTWRITEBYTECODE": ""}


def start(folder: Path, runs: int = 11) -> None:
    """First picture and usable list with 10,000 releases, against three bare widgets."""
    data, _ = corpus.archive(folder, MANY)
    text = folder / "text.md"
    text.write_text(corpus.releases(MANY)[-1].body, encoding="utf-8")
    newest = corpus.releases(MANY)[-1].headline[:20]
    first: dict[str, list[float]] = {"ours": [], "peer": []}
    usable = []
    for number in range(runs + 1):
        with Terminal(newsroom(data), environment(folder)) as terminal:
            painted = terminal.wait(GLYPH)
            listed = terminal.wait(newest)
            if number:  # the first run of each fills the caches
                first["ours"].append((painted - terminal.started) * 1000)
                usable.append((listed - painted) * 1000)
        with Terminal([PYTHON, "-m", "tests.benchmarks.peers", "panes", str(text)], environment(folder)) as peer:
            painted = peer.wait(GLYPH)
            if number:
                first["peer"].append((painted - peer.started) * 1000)
    medians = {name: statistics.median(values) for name, values in first.items()}
    row("first picture, 10,000 releases", medians["ours"], "0.9 x", ("three bare widgets", medians["peer"]))
    row("list usable after the first picture", statistics.median(usable), "300 ms")


def echo(folder: Path, runs: int = 5, keys: int = 60) -> None:
    """Key to echo in the editor with the live preview on, against a bare TextArea."""
    data, _ = corpus.archive(folder, 50)
    text = folder / "text.md"
    text.write_text(corpus.releases(50)[-1].body, encoding="utf-8")
    begins = corpus.releases(50)[-1].body[:12]
    times: dict[str, list[float]] = {"ours": [], "peer": []}
    written: dict[str, list[float]] = {"ours": [], "peer": []}
    for run in range(runs):
        for name in times:
            command = [PYTHON, "-m", "tests.benchmarks.peers", "area", str(text)]
            if name == "ours":  # what was typed in the run before is kept: each has a file of its own
                command = newsroom(Path(shutil.copy(data, folder / f"run-{run}.json")))
            with Terminal(command, environment(folder)) as terminal:
                terminal.wait(begins)
                terminal.rest(1.0)
                if name == "ours":
                    terminal.write("\x1bOR")
                    terminal.rest(0.5)
                before = terminal.bytes
                for _ in range(keys):
                    times[name].append(terminal.echo("Z"))
                    terminal.rest(0.06)
                written[name].append((terminal.bytes - before) / keys)
    for what, limit, share in (("median", "0.5 x", 50), ("p95", "0.6 x", 95)):
        ours, peer = (percentile(times[name], share) for name in ("ours", "peer"))
        row(f"key to echo, {what}", ours, limit, ("bare TextArea", peer))
    ours, peer = (statistics.median(written[name]) for name in ("ours", "peer"))
    row("written to the terminal a key", ours, "1,500 bytes", ("bare TextArea", peer), "bytes")


def percentile(values: list[float], share: int) -> float:
    """The value that ``share`` per cent do not pass."""
    return sorted(values)[min(len(values) - 1, round(share / 100 * (len(values) - 1)))]


def listing(folder: Path) -> None:
    """The list: filling, filtering, searching 10,000 releases; ``humas-tui list`` as a process."""
    data, _ = corpus.archive(folder, MANY)
    asyncio.run(_list_in_newsroom(data, folder / "config.toml"))
    command = [PYTHON, "-m", "humas_tui", "--data", str(data), "list"]
    run_environment = {**os.environ, **environment(folder)}
    whole = median_of(
        9, lambda: subprocess.run(command, env=run_environment, stdout=subprocess.DEVNULL, check=True)
    )
    bare = median_of(9, lambda: subprocess.run([PYTHON, "-c", "pass"], check=True))
    row("humas-tui list, whole process, 10,000", whole, "350 ms", ("bare Python", bare))


async def _list_in_newsroom(data: Path, config: Path) -> None:
    from humas_tui.model import Status
    from humas_tui.tui.app import HumasApp
    from humas_tui.tui.screens.newsroom import Newsroom
    from humas_tui.tui.widgets.list_pane import ListPane

    app = HumasApp(data, config)
    async with app.run_test(size=(120, 36)) as pilot:
        while not (isinstance(app.newsroom, Newsroom) and app.newsroom._furnished):
            await pilot.pause(0.05)
        await pilot.pause(1.0)
        room = app.newsroom

        def seek(query: str, status: Status | None = None) -> Callable[[], None]:
            def job() -> None:
                room.look_for(ListPane.Sought(query, status, None))
                room.list_pane.releases.render_lines(room.list_pane.releases.size.region)

            return job

        def slowest_key(query: str) -> float:
            """The slowest of the keys that type ``query`` and take it back, each with the list drawn."""
            typed = [query[:length] for length in range(1, len(query) + 1)]
            keys = [*typed, *reversed(typed)]
            taken: list[list[float]] = [[] for _ in keys]
            for _ in range(7):
                room.desk.shelf._narrowed.clear()
                for number, part in enumerate(keys):
                    began = time.perf_counter()
                    seek(part)()
                    taken[number].append((time.perf_counter() - began) * 1000)
            return max(statistics.median(times) for times in taken)

        row("list filled with 10,000 and drawn", median_of(9, seek("")), "60 ms")
        row("list filtered by status and drawn", median_of(9, seek("", Status.DRAF)), "60 ms")
        for query in ("puskesmas gratis", "xyzzy", "an", "jadwal pendaftaran beasiswa"):
            row(f"search as you type, slowest key of “{query}”", slowest_key(query), "30 ms")


GROUPS: dict[str, Callable[[Path], None]] = {
    "start": start,
    "echo": echo,
    "list": listing,
    "export": export,
    "outlets": texts,
    "kit": kit,
    "store": store,
    "dictionary": dictionary,
    "language": language,
}


def main(names: list[str]) -> int:
    """Run the groups of these names; 2 for a name that is none."""
    unknown = [name for name in names if name not in GROUPS]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(GROUPS)}", file=sys.stderr)
        return 2
    for name in names or [name for name in GROUPS if name != "dictionary"]:  # it is part of the language
        with tempfile.TemporaryDirectory() as folder:
            GROUPS[name](Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
