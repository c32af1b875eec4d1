"""What went out over a limit, on the disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from humas_tui.deliver import DiskLog
from humas_tui.errors import UnwritableError
from tests.fakes import FixedClock
from tests.samples import blank


def test_each_entry_is_a_line_of_its_own(tmp_path: Path) -> None:
    log = DiskLog(tmp_path / "humas.json", FixedClock(), "intan")
    log.forced(blank(headline="A", revision=4), "x", ["terlalu\npanjang “é”"])
    log.forced(blank(headline="A"), "threads", ["a", "b"])
    first, second = map(json.loads, (tmp_path / "humas.json.log").read_text(encoding="utf-8").splitlines())
    assert first == {
        "time": "2026-11-22T16:45:00+07:00",
        "who": "intan",
        "release": blank().id,
        "revision": 4,
        "outlet": "x",
        "reasons": ["terlalu\npanjang “é”"],
    }
    assert (second["outlet"], second["reasons"]) == ("threads", ["a", "b"])
    assert (tmp_path / "humas.json.log").stat().st_mode & 0o077 == 0


def test_a_log_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "humas.json.log").mkdir()
    with pytest.raises(UnwritableError, match=r"humas\.json\.log"):
        DiskLog(tmp_path / "humas.json", FixedClock(), "").forced(blank(), "x", ["a"])
