"""The store against SQLite and TinyDB's own: a save, opening, searching, how long the event loop stands still."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from msgspec.structs import replace
from tinydb import TinyDB

from humas_tui.desk.shelf import Shelf
from humas_tui.model import Reason, Release, to_document
from humas_tui.store import ReleaseStore
from tests.benchmarks import corpus
from tests.benchmarks.table import row
from tests.benchmarks.terminal import Terminal

SIZES = (1_000, 10_000, 100_000)
SAVES = 200
OPEN = """
import sys, time
from pathlib import Path
began = time.perf_counter()
from humas_tui.desk.shelf import Shelf
from humas_tui.store import ReleaseStore
imported = time.perf_counter()
store, shelf = ReleaseStore(Path(sys.argv[1])), Shelf()
store.claim()
shelf.fill(store.all())
seen = [shelf.newest()[number].headline for number in range(20)]
print((time.perf_counter() - imported) * 1000)
with open("/proc/self/status") as status:
    print(next(int(line.split()[1]) for line in status if line.startswith("RssAnon")) / 1024)
"""


class Lite:
    """The same in SQLite: one row a release, each save its own transaction, durable when it returns."""

    def __init__(self, path: Path, releases: list[Release]) -> None:
        self.database = sqlite3.connect(path)
        self.database.execute("PRAGMA journal_mode=WAL")
        self.database.execute("PRAGMA synchronous=FULL")
        self.database.execute("CREATE TABLE releases (id TEXT PRIMARY KEY, document TEXT)")
        rows = ((one.id, msgspec.json.encode(one).decode()) for one in releases)
        self.database.executemany("INSERT INTO releases VALUES (?, ?)", rows)
        self.database.commit()

    def save(self, release: Release) -> None:
        """Keep the next value of a release."""
        document = msgspec.json.encode(release).decode()
        self.database.execute("UPDATE releases SET document = ? WHERE id = ?", (document, release.id))
        self.database.commit()


def saves(folder: Path) -> None:
    """One durable save, in turn with SQLite and with a bare append, so that the disk's moods are shared."""
    ours: dict[int, float] = {}
    for size in SIZES:
        releases = corpus.releases(size)
        data, _ = corpus.archive(folder, size)
        lite = Lite(folder / f"{size}.sqlite", releases)
        bare = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        taken: dict[str, list[float]] = {"ours": [], "SQLite": [], "append": []}
        with ReleaseStore(data) as store:
            store.claim()
            for number in range(SAVES + 20):
                one = releases[number * 7919 % size]
                one = replace(one, revision=number + 2, body=f"{number} {one.body}")
                line = msgspec.json.encode(one)
                jobs: list[tuple[str, Callable[[], object]]] = [
                    ("ours", lambda one=one: store.put([one])),
                    ("SQLite", lambda one=one, lite=lite: lite.save(one)),
                    ("append", lambda line=line, bare=bare: (os.write(bare, line), os.fdatasync(bare))),
                ]
                for name, job in jobs[number % 3 :] + jobs[: number % 3]:
                    began = time.perf_counter()
                    job()
                    if number >= 20:
                        taken[name].append((time.perf_counter() - began) * 1000)
        os.close(bare)
        lite.database.close()
        medians = {name: statistics.median(values) for name, values in taken.items()}
        ours[size] = medians["ours"]
        row(f"durable save, {size:,} releases", medians["ours"], "1.5 x", ("SQLite WAL FULL", medians["SQLite"]))
        print(f"{'':<46} a bare append and sync: {medians['append']:.2f} ms")
    row("durable save, 100,000 against 1,000", ours[100_000], "1.3 x", ("1,000", ours[1_000]))
    row("durable save against TinyDB's own, 10,000", ours[10_000], "1/500 x", ("TinyDB", tinydb_save(folder)))


def tinydb_save(folder: Path) -> float:
    """Milliseconds of one update by TinyDB's default storage, at 10,000 releases."""
    path = folder / "tinydb.json"
    path.write_text(
        json.dumps({"releases": {n: to_document(one) for n, one in enumerate(corpus.releases(10_000), 1)}}),
        encoding="utf-8",
    )
    taken = []
    with TinyDB(path) as database:
        for number in range(5):
            began = time.perf_counter()
            database.table("releases").update({"headline": f"Judul {number}"}, doc_ids=[number + 1])
            taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def opening(folder: Path, runs: int = 5) -> None:
    """Opening until the first page of the list is there, and the memory it takes, in a process of its own."""
    for size, limit, memory in ((10_000, "200 ms", ""), (100_000, "600 ms", "80 MB")):
        data, _ = corpus.archive(folder, size)
        found = []
        for _run in range(runs):
            done = subprocess.run(
                [sys.executable, "-c", OPEN, str(data)], capture_output=True, text=True, check=True
            )
            found.append(tuple(map(float, done.stdout.split())))
        row(f"open, {size:,} releases", statistics.median(one[0] for one in found), limit)
        if memory:
            row(f"anonymous memory, {size:,} releases", max(one[1] for one in found), memory, unit="MB")


def searching(folder: Path) -> None:
    """A search of all bodies, and how long the event loop stands still meanwhile, in a process of its own."""
    for size in SIZES[1:]:
        data, _ = corpus.archive(folder, size)
        for part in ("search", "stops") if size == SIZES[-1] else ("search",):
            subprocess.run([sys.executable, "-m", "tests.benchmarks.store", part, str(data)], check=True)


def search(data: Path) -> None:
    """For a word in most of them, for one in none, for two words."""
    store, shelf = ReleaseStore(data), Shelf()
    shelf.fill(store.all())
    shelf.prepare()
    gc.freeze()  # as the newsroom does
    size = len(shelf)
    for query in ("vaksinasi", "zebra", "beasiswa jalan"):
        taken = []
        for _run in range(3):
            shelf.lay(shelf.newest()[0])  # forgets what was found before
            began = time.perf_counter()
            shelf.find(query)
            taken.append((time.perf_counter() - began) * 1000)
        limit = "60 ms" if shelf.quick else "700 ms"
        row(f"search “{query}”, {size:,} releases", statistics.median(taken), limit)


def kept_waiting(*threads: int) -> float:
    """Milliseconds that these threads have waited for a processor so far; 0 where Linux does not tell."""
    waited = 0
    for thread in threads:
        with suppress(OSError), open(f"/proc/self/task/{thread}/schedstat") as told:
            waited += int(told.read().split()[1])
    return waited / 1e6


async def longest_stop(job: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds for which the event loop stood still at most while a thread did this: as the clock has it, and
    without the time that either of both waited for a processor, which others had."""
    threads = [threading.get_native_id()]

    def work() -> None:
        threads.append(threading.get_native_id())
        job()

    worker = asyncio.create_task(asyncio.to_thread(work))
    stops: list[tuple[float, float]] = []
    before, waited = time.perf_counter(), kept_waiting(*threads)
    while not worker.done():
        await asyncio.sleep(0.001)
        stop, told = (time.perf_counter() - before) * 1000 - 1, kept_waiting(*threads)
        if len(threads) > 1:
            stops.append((stop, stop - max(0.0, told - waited)))
        before, waited = time.perf_counter(), told
    await worker
    return max(stop for stop, _net in stops), max(net for _stop, net in stops)


def stops(data: Path) -> None:
    """How long the event loop stands still while everything is opened, searched, checked, made anew."""
    store, shelf = ReleaseStore(data), Shelf()
    gc.disable()  # as the newsroom does, until everything is there

    def load() -> None:
        store.claim()
        shelf.fill(store.all())
        len(shelf)

    def change_and_compact() -> None:
        now = datetime.now(UTC)
        store.put([shelf.newest()[3].revised(now, headline=f"Baru {now}")])
        store.tidy(idle=True)

    jobs: list[tuple[str, Callable[[], object]]] = [
        ("nothing (the machine)", lambda: time.sleep(1)),
        ("opening", load),
        ("search", lambda: shelf.find("vaksinasi gratis")),
        ("checking", store.verify),
        ("compaction", change_and_compact),
    ]
    for name, job in jobs:
        stop, net = asyncio.run(longest_stop(job))
        row(f"event loop stands still: {name}", net, f"20 ms (clock {stop:.1f})")
        gc.enable()
        gc.freeze()
    store.close()


def versions(folder: Path) -> None:
    """What thirty versions of a release of 3 KB take in the data file."""
    path = folder / "versions.json"
    release = corpus.releases(1_000)[-1]
    words = release.body.split(" ")
    with ReleaseStore(path) as store:
        for number in range(30):
            words[number * 13 % len(words)] = f"kata{number}"
            release = replace(release, body=" ".join(words), revision=number + 1)
            store.put([release])
            store.keep_version(release, release.updated + timedelta(hours=number), Reason.SIMPAN, "ani")
    size = sum(len(msgspec.json.encode(one)) for one in json.loads(path.read_text())["versions"].values())
    row("thirty versions of a release of 3 KB", size, "10,000 bytes", unit="bytes")


def memory(folder: Path) -> None:
    """What 100,000 releases take of the memory of the whole newsroom, copy desk and all, more than 1,000."""
    taken = []
    for size in (SIZES[0], SIZES[-1]):
        data, config = corpus.archive(folder, size)
        command = [sys.executable, "-m", "humas_tui", "--data", str(data), "--lang", "id"]
        with Terminal(command, {"HUMAS_TUI_CONFIG": str(config)}) as terminal:
            terminal.wait("Sukamaju")
            terminal.rest(3.0)
            taken.append(anonymous(terminal.pid))
    row("anonymous memory, newsroom, 100,000", taken[1], f"{taken[0]:.0f} + 80 MB", ("1,000", taken[0]), "MB")


def typing(folder: Path, keys: int = 100) -> None:
    """Key to echo in the newsroom with 100,000 releases while it is at work in the background without end, against
    the same while it is not."""
    data, config = corpus.archive(folder, SIZES[-1])
    quiet: tuple[float, float] | None = None
    for job in ("nothing", "search", "checking", "compaction"):
        own = folder / job
        own.mkdir()
        copy = Path(shutil.copy(data, own / "humas.json"))
        command = [sys.executable, "-m", "tests.benchmarks.busy", job, str(copy), str(config)]
        with Terminal(command, {"HUMAS_TUI_CONFIG": str(config)}) as terminal:
            terminal.wait("Sukamaju")
            terminal.rest(2.0)
            terminal.write("\x1bOR")
            terminal.rest(0.8)
            taken = []
            for _key in range(keys):
                taken.append(terminal.echo("Z"))
                terminal.rest(0.05)
        taken.sort()
        median, late = taken[keys // 2], taken[round(keys * 0.95)]
        quiet = quiet or (median, late)
        row(f"key to echo, {job}, median", median, "unchanged", ("nothing", quiet[0]))
        row(f"key to echo, {job}, p95", late, "unchanged", ("nothing", quiet[1]))
        shutil.rmtree(own)


def anonymous(process: int) -> float:
    """Megabytes of memory that a process has for itself."""
    with open(f"/proc/{process}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("RssAnon")) / 1024


def store(folder: Path) -> None:
    """All of it."""
    for part in (versions, saves, opening, searching, memory, typing):
        part(folder)


if __name__ == "__main__":
    {"search": search, "stops": stops}[sys.argv[1]](Path(sys.argv[2]))
