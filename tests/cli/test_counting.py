"""``humas-tui count``."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from humas_tui.outlets import outlets
from tests.cli.conftest import HOSTILE, Run
from tests.conftest import Places


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Put bytes on standard input."""

    def _typed(content: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))

    return _typed


@pytest.mark.parametrize(
    ("outlet", "text", "count", "limit", "fits", "parts"),
    [
        ("x", "Lihat humas.go.id\n", 29, 280, True, [29]),
        ("x", "a" * 281, 281, 280, False, [280, 13]),
        ("x", "", 0, 280, True, [0]),
        ("instagram", "a" * 2201, 2201, 2200, False, [2201]),
        ("instagram", "#a #b #c #d #e #f", 17, 2200, False, [17]),
        ("threads", "👨\u200d👩\u200d👧\u200d👦", 25, 500, True, [25]),
        ("tiktok", "😀😀", 4, 2200, True, [4]),
        ("telegram", "😀" * 2049, 4098, 4096, False, [4098]),
        ("youtube", "Judul\n\né é", 5, 5000, True, [5, 5]),
        ("youtube", "a < b\n\nc", 1, 5000, False, [5, 1]),
        ("youtube", "J" * 101 + "\n\nc", 1, 5000, False, [101, 1]),
        ("facebook", "a\nb", 3, 63206, True, [3]),
        ("whatsapp", "a" * 1501, 1501, 65536, True, [1501]),
        ("txt", "é", 1, None, True, [1]),
    ],
)
def test_counts(
    run: Run, typed: Any, outlet: str, text: str, count: int, limit: int | None, fits: bool, parts: list[int]
) -> None:
    typed(text.encode())
    result = run("count", "--for", outlet)
    assert result.code == 0
    found = json.loads(result.out)
    assert list(found) == ["outlet", "count", "limit", "fits", "parts"]
    assert (found["outlet"], found["count"], found["limit"], found["fits"]) == (outlet, count, limit, fits)
    assert [part["count"] for part in found["parts"]] == parts


def test_why_a_text_does_not_fit_is_told(run: Run, typed: Any) -> None:
    typed(b"#a #b #c #d #e #f")
    assert "6 hashtags; the limit is 5" in run("count", "-", "--for", "INSTAGRAM").err


def test_a_file_is_counted_without_its_last_line_feed(run: Run, places: Places) -> None:
    (places.folder / "teks.txt").write_bytes(b"\xef\xbb\xbfSatu\r\ndua\r\n")
    found = json.loads(run("count", "teks.txt", "--for", "facebook").out)
    assert found["count"] == 8
    assert found["parts"] == [{"count": 8, "text": "Satu\ndua"}]


def test_what_cannot_be_counted(run: Run, typed: Any, places: Places) -> None:
    typed(b"a")
    assert run("count", "--for", "zzz").code == 3
    assert run("count", "tidak-ada.txt", "--for", "x").code == 3
    assert run("count", ".", "--for", "x").code == 3
    assert run("count").code == 2
    assert run("count", "a", "b", "--for", "x").code == 2


@pytest.mark.parametrize("outlet", outlets(), ids=lambda outlet: outlet.name)
def test_any_text_is_counted_for_any_outlet(run: Run, typed: Any, outlet: Any) -> None:
    for content in (b"", HOSTILE.encode(), b"\xff\xfe\x00", "مرحبا\n".encode() * 50, b"a" * 5000):
        typed(content)
        result = run("count", "--for", outlet.name)
        assert result.code == 0
        assert "\x1b" not in result.out
        assert json.loads(result.out)["parts"]
