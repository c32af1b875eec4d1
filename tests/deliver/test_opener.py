"""Programs of the desktop: called where there is one, and refused in a sentence where there is none."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from humas_tui.deliver import SystemOpener, opener
from humas_tui.errors import NotFoundError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
SSH = {"SSH_CONNECTION": "10.0.0.2 50000 10.0.0.1 22"}


def desktop(folder: Path, script: str, tool: str = "xdg-open") -> dict[str, str]:
    """An environment with a display, in which ``tool`` is a script."""
    (folder / tool).write_text(f"#!/bin/sh\n{script}\n")
    (folder / tool).chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}/usr/bin:/bin", "DISPLAY": ":55"}


@pytest.mark.parametrize(
    ("environment", "platform", "reason"),
    [
        ({}, "linux", "there is no desktop"),
        (SSH, "darwin", "over SSH there is no desktop"),
        (SSH, "win32", "over SSH there is no desktop"),
        (SSH, "linux", "over SSH there is no desktop"),
        ({"DISPLAY": ":0", "PATH": ""}, "linux", "xdg-open is not installed"),
        ({}, "darwin", ""),
        ({}, "win32", ""),
    ],
)
def test_where_there_is_no_desktop(environment: dict[str, str], platform: str, reason: str) -> None:
    system = SystemOpener(environment, platform)
    assert system.refusal() == reason
    if reason:
        with pytest.raises(NotFoundError, match=reason):
            system.open("mailto:?subject=a")


@pytest.mark.parametrize(("platform", "tool"), [("linux", "xdg-open"), ("darwin", "open")])
def test_the_address_reaches_the_program_whole(
    platform: str, tool: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    address = "mailto:?subject=" + "a%20" * 480 + "&body=%0D%0A"
    script = f'printf %s "$1" > "{tmp_path}/given"; echo bicara; echo keluh >&2'
    SystemOpener(desktop(tmp_path, script, tool), platform).open(address)
    assert (tmp_path / "given").read_text() == address
    assert capfd.readouterr() == ("", "")


def test_a_program_that_cannot_is_told_without_the_address(tmp_path: Path) -> None:
    environment = desktop(tmp_path, 'echo "no method available for opening $1" >&2; exit 3')
    with pytest.raises(NotFoundError) as told:
        SystemOpener(environment, "linux").open("mailto:?subject=" + "a" * 1_900)
    assert str(told.value) == "Nothing can be opened from here: no program was found for it."


def test_a_program_that_runs_on_is_left_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opener, "PATIENCE", 0.3)
    SystemOpener(desktop(tmp_path, f'echo $$ > "{tmp_path}/number"; exec sleep 60'), "linux").open("berkas.html")
    number = int((tmp_path / "number").read_text())
    os.kill(number, 0)
    os.kill(number, signal.SIGKILL)
