"""Clipboards of our own to try: an X server, a tmux server, tools that a script stands in for."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ABOUT_US = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "WSL_DISTRO_NAME",
    "TMUX",
    "TMUX_PANE",
    "SSH_CONNECTION",
    "SSH_TTY",
)

linux = pytest.mark.skipif(sys.platform != "linux", reason="the tools of X11 and tmux are tried on Linux")
has_x11 = pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xclip")), reason="needs Xvfb and xclip")
has_tmux = pytest.mark.skipif(not shutil.which("tmux"), reason="needs tmux")


@pytest.fixture(autouse=True)
def _in_english(english: None) -> None:
    """The message ids are what tests read."""


@pytest.fixture
def bare() -> dict[str, str]:
    """The environment of a console: no display, no SSH, no tmux."""
    return {name: value for name, value in os.environ.items() if name not in ABOUT_US}


@pytest.fixture
def ssh(bare: dict[str, str]) -> dict[str, str]:
    return bare | {"SSH_CONNECTION": "10.0.0.2 50000 10.0.0.1 22"}


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of our own."""
    yield from x_server()


def x_server(*options: str) -> Iterator[str]:
    """An X server; it picks a free display and names it."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "64x64x24", "-nolisten", "tcp", "-noreset"]
    command += options
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        assert select.select([reader], [], [], 20)[0], "Xvfb did not start"
        yield ":" + os.read(reader, 16).decode().strip()
    finally:
        os.close(reader)
        server.terminate()
        server.wait(10)


@pytest.fixture
def tmux(ssh: dict[str, str]) -> Iterator[dict[str, str]]:
    """The environment inside a tmux server of our own."""
    sockets = tempfile.mkdtemp(prefix="humas-")  # tmp_path may be longer than a socket's name can be
    outside = ssh | {"TMUX_TMPDIR": sockets}
    start = ["tmux", "-L", "humas", "-f", os.devnull, "new-session", "-d", "-P", "-F", "#{socket_path},#{pid},0"]
    where = subprocess.run(start, env=outside, capture_output=True, text=True, timeout=20, check=True).stdout
    yield outside | {"TMUX": where.strip()}
    subprocess.run(["tmux", "-L", "humas", "kill-server"], env=outside, timeout=20, check=True)
    shutil.rmtree(sockets)


@pytest.fixture
def fake(bare: dict[str, str], tmp_path: Path) -> Callable[[str, str], dict[str, str]]:
    """Puts a shell script in the place of a tool; gives an environment in which it is found."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def install(name: str, script: str) -> dict[str, str]:
        tool = folder / name
        tool.write_text(f"#!/bin/sh\n{script}\n")
        tool.chmod(0o755)
        return bare | {"PATH": f"{folder}{os.pathsep}{bare['PATH']}", "DISPLAY": ":55"}

    return install


def pasted(display: str, *target: str) -> str:
    """What another program gets from the clipboard, asking for that target (``-t text/html``) or for text."""
    command = ["xclip", "-selection", "clipboard", "-o", *target]
    environment = os.environ | {"DISPLAY": display}
    return subprocess.run(command, env=environment, capture_output=True, timeout=20).stdout.decode()


def targets(display: str) -> set[str]:
    """The formats that the clipboard offers."""
    return set(pasted(display, "-t", "TARGETS").split())


def owners(setting: str) -> list[int]:
    """The processes that own a clipboard for us, in whose environment there is that setting."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            settings = (folder / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if setting.encode() in settings and any(word.endswith((b"x11_child", b"wayland_child")) for word in words):
            found.append(int(folder.name))
    return found


def gone(setting: str) -> bool:
    """Whether there is none within ten seconds."""
    deadline = time.monotonic() + 10
    while owners(setting):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True
