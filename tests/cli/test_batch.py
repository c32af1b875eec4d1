"""``export --all``: which releases, the line that tells how far it has come, the report, Ctrl+C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from humas_tui.model import Status
from tests.benchmarks import corpus
from tests.cli.conftest import Keep, Run
from tests.conftest import Places


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_that_the_filters_leave(run: Run, keep: Keep, places: Places) -> None:
    keep(headline="Satu", status=Status.TERBIT, event_date="2026-01-02")
    keep(headline="Dua banjir", status=Status.TERBIT, event_date="2026-03-04")
    keep(headline="Tiga", event_date="2026-03-05")
    for number, (words, found) in enumerate(
        [
            ([], {"satu", "dua-banjir", "tiga"}),
            (["--since", "4 Maret 2026"], {"dua-banjir", "tiga"}),
            (["--since", "2026-01-01", "--status", "terbit"], {"satu", "dua-banjir"}),
            (["--search", "banjir"], {"dua-banjir"}),
            (["--category", "krisis"], set()),
        ]
    ):
        listed = [line.split("\t")[0] for line in run("list", *words).out.splitlines()]
        result = run("export", "--all", *words, "--to", "txt", "--out", f"{number}")
        assert result.code == 0
        written = [Path(line).name[11:-4] for line in result.out.splitlines()]
        assert set(written) == found
        assert len(written) == len(listed) == len(found)
        assert f"{len(found)} file" in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["abcd", "--all", "--to", "txt"], "not both"),
        (["--to", "txt"], "by --all"),
        (["abcd", "--status", "draf", "--to", "txt"], "--status goes with --all only"),
        (["abcd", "--since", "2026-01-01", "--to", "txt"], "--since goes with --all only"),
        (["--all", "--status", "x", "--to", "txt"], "is not one of these"),
        (["--all", "--since", "x", "--to", "txt"], "is not a date"),
    ],
)
def test_words_that_do_not_go_together(run: Run, keep: Keep, words: list[str], said: str) -> None:
    keep(headline="Satu")
    result = run("export", *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_the_report_tells_what_was_refused_and_what_failed(run: Run, keep: Keep, places: Places) -> None:
    keep(headline="Satu")
    long = keep(headline="kata " * 130)
    keep(headline="Tiga", photos=[{"file": "hilang.jpg", "caption": "Panen"}])
    (places.folder / "2026-11-18-satu.txt").write_text("old")
    result = run("export", "--all", "--to", "threads,txt,html")
    assert result.code == 3  # the newest comes first: its photo is missing
    assert len(result.out.splitlines()) == 6
    told = result.err.splitlines()
    assert [line.split(", ")[1].split(":")[0] for line in told[:3]] == ["html", "threads", "txt"]
    assert f"humas-tui: {long.id}, threads: Refused: the text for Threads has" in result.err
    assert told[3:] == ["6 files written.", "Refused: threads 1, txt 1.", "Failed: html 1."]


def test_releases_that_share_a_name_do_not_overwrite_each_other(run: Run, keep: Keep, places: Places) -> None:
    kept = [keep(headline="Sama", body=f"Isi {number}.") for number in range(3)]
    for force in ([], ["--force"]):
        result = run("export", "--all", "--to", "txt", "--out", "keluar", *force)
        assert (result.code, len(set(result.out.splitlines()))) == (0, 3)
        first, second, third = (Path(line) for line in result.out.splitlines())
        assert first.name == "2026-11-18-sama.txt"
        assert second.name == f"2026-11-18-sama-{kept[1].id}.txt"
        assert "Isi 0." in third.read_text(encoding="utf-8")
        assert names(places.folder / "keluar") == sorted((first.name, second.name, third.name))
        for path in (first, second, third):
            path.unlink() if not force else None


def test_the_line_is_on_a_terminal_only_and_taken_away(run_on_terminal: Run, run: Run, keep: Keep) -> None:
    for number in range(4):
        keep(headline=f"Rilis {number}")
    shown = run_on_terminal("export", "--all", "--to", "txt,md", "--out", "a").err
    assert "Writing: 1 of 8" in shown
    assert "\x1b" not in shown
    assert shown.rstrip().endswith("8 files written.")
    assert "\r" not in run("export", "--all", "--to", "txt,md", "--out", "b").err


def test_ctrl_c_keeps_what_was_written_and_tells_how_much(places: Places) -> None:
    data, _ = corpus.archive(places.folder, 2_000)
    command = [sys.executable, "-m", "humas_tui", "--data", str(data), "export", "--all", "--to", "txt,html"]
    # What a shell starts in the background ignores Ctrl+C, and so would what is started from there.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        child = subprocess.Popen(
            [*command, "--out", "keluar"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
    finally:
        signal.signal(signal.SIGINT, before)
    assert child.stdout is not None
    child.stdout.readline()
    child.send_signal(signal.SIGINT)
    assert child.stderr is not None
    out, err = child.stdout.read(), child.stderr.read()  # communicate would not see what readline has buffered
    child.wait(timeout=60)
    written = 1 + len(out.splitlines())
    assert child.returncode == 130
    assert 1 <= written < 4_000
    assert f"Stopped after {written} of 4000 files.\n{written} file" in err
    assert "Traceback" not in err
    assert len(names(places.folder / "keluar")) == written
