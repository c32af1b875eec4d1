"""Outlets: files written for 100 releases, texts composed, previews drawn, characters counted."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.benchmarks import corpus
from tests.benchmarks.table import row

if TYPE_CHECKING:
    from humas_tui.desk import Desk
    from humas_tui.model import Release

COUNT: Final = 100
#: Outlets whose files are more than a text.
HEAVY: Final = frozenset({"docx", "pdf", "eml", "html", "kit"})


def median_of(runs: int, job: Callable[[], object]) -> float:
    """Median milliseconds of a job, once run unmeasured."""
    job()
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        job()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def desk_of(folder: Path) -> tuple[Desk, list[Release]]:
    """The desk of the sample newsroom, with letterhead, logo and photos, and 100 releases of it."""
    from humas_tui.bootstrap import make_desk
    from humas_tui.config import read_settings
    from humas_tui.samples import make_demo

    data, config = make_demo(folder)
    desk = make_desk(data, config, read_settings(config))
    desk.open()
    chosen = (list(desk.shelf.newest()) * COUNT)[:COUNT]
    now = desk.clock.now()
    return desk, [  # each says something of its own: what is kept between two of them is of no help
        release.revised(now, number=f"{number:03}", body=f"{release.body}\n\nRilis ke-{number}.\n")
        for number, release in enumerate(chosen)
    ]


def written(desk: Desk, releases: Sequence[Release], names: Sequence[str], folder: Path) -> float:
    """Seconds to write these releases for these outlets. Ends the program where one is not written."""
    from humas_tui.outlets import find

    began = time.perf_counter()
    done = list(desk.releasing.export(releases, [find(name) for name in names], folder))
    taken = time.perf_counter() - began
    failed = [str(exported.error) for exported in done if exported.error]
    if failed:
        sys.exit("\n".join(failed))
    return taken


def export(folder: Path) -> None:
    """100 releases to DOCX against pandoc, to PDF against LibreOffice in one start, and both together."""
    desk, releases = desk_of(folder)
    written(desk, releases[:1], ["docx", "pdf"], folder / "first")  # imports and letterhead are not what is asked
    docx = written(desk, releases, ["docx"], folder / "ours")
    pdf = written(desk, releases, ["pdf"], folder / "ours")
    pandoc = _pandoc(folder, [release.body for release in releases])
    office = _libreoffice(folder, sorted((folder / "ours").glob("*.docx")))
    row("100 releases to DOCX", docx, "-", pandoc and ("pandoc", pandoc), "s")
    row("100 releases to PDF", pdf, "-", office and ("LibreOffice, one start", office), "s")
    both = ("pandoc + LibreOffice", pandoc + office) if pandoc and office else None
    row("100 releases to DOCX and PDF", docx + pdf, "6 s", both, "s")
    for name, found in (("pandoc", pandoc), ("LibreOffice", office)):
        if not found:
            print(f"{name} is not there: not compared")


def _pandoc(folder: Path, bodies: Sequence[str]) -> float:
    """Seconds that pandoc takes for the bodies alone, without letterhead and photos; 0 where it is not there."""
    program = shutil.which("pandoc")
    if program is None:
        return 0.0
    began = time.perf_counter()
    for number, body in enumerate(bodies):
        target = folder / f"{number}.docx"
        subprocess.run([program, "-f", "markdown", "-o", str(target)], input=body.encode(), check=True)
    return time.perf_counter() - began


def _libreoffice(folder: Path, documents: Sequence[Path]) -> float:
    """Seconds that LibreOffice takes to make PDF of our DOCX files; 0 where it is not there."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return 0.0
    target = folder / "office"
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(target),
    ]
    run: Callable[[Sequence[Path]], object] = lambda files: subprocess.run(  # noqa: E731
        [*command, *map(str, files)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    run(documents[:1])  # its profile is made
    began = time.perf_counter()
    run(documents)
    taken = time.perf_counter() - began
    if len(list(target.glob("*.pdf"))) != len(documents):
        sys.exit("LibreOffice did not convert every document")
    return taken


def texts(folder: Path) -> None:
    """Texts of all outlets for 100 releases, previews of 500 words, the counting of X, an outlet of one's own."""
    from humas_tui.outlets import outlets
    from humas_tui.text.weighted import weight

    desk, releases = desk_of(folder)
    pasted = [outlet.name for outlet in outlets() if outlet.pasted]
    others = [outlet.name for outlet in outlets() if not outlet.pasted and outlet.name not in HEAVY]
    every = [*pasted, *others, "html", "eml"]
    written(desk, releases[:1], every, folder / "first")
    ours = [written(desk, releases, every, folder / f"every-{run}") for run in range(3)]
    made = sorted((folder / "every-0").iterdir())
    peer = ("the disk alone", statistics.median(_copied(made, folder / f"disk-{run}") for run in range(3)))
    row(f"100 releases, all {len(every)} texts, written", statistics.median(ours), "1 s", peer, "s")
    for kind, names in (("accounts", pasted), ("other texts", others)):
        taken = statistics.median(written(desk, releases, names, folder / f"{kind}-{run}") for run in range(3))
        row(f"100 releases, {len(names)} {kind}, written", taken, "1 s", unit="s")
    for kind, names in (("accounts", pasted), ("other texts", others)):
        taken = [_composed(desk, releases, names) for _ in range(3)]
        row(f"100 releases, {len(names)} {kind}, composed alone", statistics.median(taken), "1 s", unit="s")
    _previews(desk, releases[0])
    text = corpus.releases(100)[0].body * 400
    seconds = median_of(3, lambda: weight(text)) / 1000
    row(
        f"characters counted as X counts, {len(text) / 1e6:.1f} MB",
        len(text.encode()) / 1e6 / seconds,
        "1 MB/s or more",
        unit="MB/s",
    )
    _own(desk, releases, folder)


def _copied(files: Sequence[Path], folder: Path) -> float:
    """Seconds that the disk needs for the bytes of these files: each written, synced, named, by eight threads."""
    contents = {file.name: file.read_bytes() for file in files}
    folder.mkdir()

    def put(name: str) -> None:
        with open(folder / f"{name}.tmp", "wb") as stream:
            stream.write(contents[name])
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(folder / f"{name}.tmp", folder / name)

    began = time.perf_counter()
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(put, contents))
    return time.perf_counter() - began


def _composed(desk: Desk, releases: Sequence[Release], names: Sequence[str]) -> float:
    from humas_tui.outlets import find

    began = time.perf_counter()
    for release in releases:
        for name in names:
            find(name).text(release, desk.office)
    return time.perf_counter() - began


def _previews(desk: Desk, release: Release) -> None:
    """Each outlet that has a tab, for a body of 500 words."""
    from humas_tui.outlets import outlets

    words = (corpus.releases(3)[-1].body + release.body * 3).split(" ")[:500]
    for outlet in outlets():
        if outlet.for_people:
            taken = []
            for number in range(16):  # typed on each time, as the preview sees it
                body = " ".join((*words[:40], f"kata{number}{outlet.name}", *words[40:]))
                value = release.revised(desk.clock.now(), body=body)
                began = time.perf_counter()
                outlet.preview(value, desk.office)
                taken.append((time.perf_counter() - began) * 1000)
            first = f"preview of 500 words: {outlet.name}, first"
            row(first, taken[0], "5 ms")
            row(first.replace("first", "after a key"), statistics.median(taken[1:]), "5 ms")


def _own(desk: Desk, releases: Sequence[Release], folder: Path) -> None:
    """An outlet of one's own beside the page that the program makes."""
    from humas_tui.outlets import bring

    own = folder / "outlets"
    own.mkdir()
    (own / "kota.toml").write_text('title = "Kota"\ntemplate = "kota.j2"\nsuffix = "kota.html"\n')
    (own / "kota.j2").write_text("<h1>{{ headline }}</h1>\n<p>{{ date.long }}</p>\n{{ body_html }}\n")
    began = time.perf_counter()
    bring(own)
    written(desk, releases[:1], ["kota"], folder / "first")
    row("an outlet of one's own, first text", (time.perf_counter() - began) * 1000, "-")
    peer = ("feed, made by the program", _composed(desk, releases, ["feed"]) * 1000 / COUNT)
    row("an outlet of one's own, each text", _composed(desk, releases, ["kota"]) * 1000 / COUNT, "-", peer)
    bring(None)
