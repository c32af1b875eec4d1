"""Golden files: every outlet for every sample, as it was last looked at and found right.

They lie in ``tests/golden/<outlet>/<sample>.<suffix>``. After a change that was meant:
``python -m pytest tests/outlets/test_golden.py --update-golden``, then read the difference before it is kept.
Every picture is a dot, so that the files stay small.
"""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from humas_tui.model import Font, HeadRule, NumberPlace, Paper
from humas_tui.outlets import Manuscript, Outlet, outlets
from tests import samples

from .transcripts import TRANSCRIPTS

FOLDER = Path(__file__).parent.parent / "golden"
DOT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAFElEQVR42mPkzfZngAEmBiSAwgEAHR0AzRDiLncAAAAASUVORK5CYII="
)


#: A sample as an office prints it that has everything otherwise than usual.
OWN_LETTERHEAD = "kop-sendiri"
OFFICE = {
    "lines": ("Jalan Merdeka Nomor 17, Sukamaju 00117", "Laman diskominfo.sukamaju.example"),
    "rule": HeadRule.SINGLE,
    "paper": Paper.F4,
    "font": Font.SERIF,
    "number_place": NumberPlace.END,
    "separator": ", ",
    "dateline_note": "HUMAS",
    "end_mark": "-- selesai --",
    "accounts": {"instagram": "@diskominfo.sukamaju", "youtube": "https://www.youtube.com/@kabarsukamaju"},
}
PAGES = [outlet for outlet in outlets() if outlet.name in ("docx", "eml", "html", "jsonld", "pdf", "txt")]


def golden_file(outlet: Outlet, stem: str) -> Path:
    ending = ".txt" if outlet.suffix in TRANSCRIPTS else ""
    return FOLDER / outlet.name / f"{stem}.{outlet.suffix}{ending}"


@pytest.mark.parametrize("stem", samples.STEMS)
@pytest.mark.parametrize("outlet", outlets(), ids=lambda outlet: outlet.name)
def test_the_file_is_as_it_was(outlet: Outlet, stem: str, update_golden: bool) -> None:
    compare(golden_file(outlet, stem), outlet, samples.manuscript(stem, picture=DOT), update_golden)


@pytest.mark.parametrize("outlet", PAGES, ids=lambda outlet: outlet.name)
def test_the_page_of_another_office_is_as_it_was(outlet: Outlet, update_golden: bool) -> None:
    manuscript = samples.manuscript(samples.STEMS[0], picture=DOT)
    other = replace(manuscript, office=structs.replace(manuscript.office, **OFFICE))
    compare(golden_file(outlet, OWN_LETTERHEAD), outlet, other, update_golden)


def compare(file: Path, outlet: Outlet, manuscript: Manuscript, update: bool) -> None:
    content = outlet.render(manuscript)
    if outlet.suffix in TRANSCRIPTS:
        content = TRANSCRIPTS[outlet.suffix](content).encode()
    if update:
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
    expected |= {golden_file(outlet, OWN_LETTERHEAD) for outlet in PAGES}
    left_over = {file for file in FOLDER.glob("*/*") if file not in expected}
    if update_golden:
        for file in left_over:
            file.unlink()
    else:
        assert left_over == set()
