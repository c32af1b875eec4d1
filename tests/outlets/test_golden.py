"""Golden files: every outlet for every sample, as it was last looked at and found right.

They lie in ``tests/golden/<outlet>/<sample>.<suffix>``. After a change that was meant:
``python -m pytest tests/outlets/test_golden.py --update-golden``, then read the difference before it is kept.
Every picture is a dot, so that the files stay small.
"""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path

import pytest

from humas_tui.outlets import Outlet, outlets
from tests import samples

from .transcripts import TRANSCRIPTS

FOLDER = Path(__file__).parent.parent / "golden"
DOT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAFElEQVR42mPkzfZngAEmBiSAwgEAHR0AzRDiLncAAAAASUVORK5CYII="
)


def golden_file(outlet: Outlet, stem: str) -> Path:
    ending = ".txt" if outlet.suffix in TRANSCRIPTS else ""
    return FOLDER / outlet.name / f"{stem}.{outlet.suffix}{ending}"


@pytest.mark.parametrize("stem", samples.STEMS)
@pytest.mark.parametrize("outlet", outlets(), ids=lambda outlet: outlet.name)
def test_the_file_is_as_it_was(outlet: Outlet, stem: str, update_golden: bool) -> None:
    content = outlet.render(samples.manuscript(stem, picture=DOT))
    if outlet.suffix in TRANSCRIPTS:
        content = TRANSCRIPTS[outlet.suffix](content).encode()
    file = golden_file(outlet, stem)
    if update_golden:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    assert file.is_file(), "there is no golden file yet: run with --update-golden and look at what is written"
    assert content.decode() == file.read_bytes().decode()


@pytest.mark.parametrize("outlet", outlets(), ids=lambda outlet: outlet.name)
def test_the_same_release_gives_the_same_bytes(outlet: Outlet) -> None:
    for stem in samples.STEMS:
        assert outlet.render(samples.manuscript(stem)) == outlet.render(samples.manuscript(stem))


def test_no_golden_file_is_left_over(update_golden: bool) -> None:
    expected = {golden_file(outlet, stem) for outlet in outlets() for stem in samples.STEMS}
    left_over = {file for file in FOLDER.glob("*/*") if file not in expected}
    if update_golden:
        for file in left_over:
            file.unlink()
    else:
        assert left_over == set()
