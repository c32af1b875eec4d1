"""Copies with formatting under Wayland: a real compositor without a screen, and one that will not have it."""

from __future__ import annotations

import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from humas_tui.deliver import ClipboardChain, offer, wayland, wayland_child
from humas_tui.ports import CopyState

from .conftest import gone, has_x11, linux, owners, targets

HTML = "<h1>Judul “é” ✅</h1>\n<p>Isi <strong>tebal</strong> 👨‍👩‍👧‍👦</p>\n"
TEXT = "Judul “é” ✅\n\nIsi tebal 👨‍👩‍👧‍👦\n"
NOBODY = 65_534
has_sway = pytest.mark.skipif(
    not (shutil.which("sway") and shutil.which("wl-paste") and shutil.which("setpriv")),
    reason="needs sway, wl-clipboard and setpriv",
)


@pytest.fixture(scope="module")
def compositor() -> Iterator[dict[str, str]]:
    """The environment of a sway of our own. It refuses to run as root, so then it runs as nobody."""
    folder = tempfile.mkdtemp(prefix="humas-")
    command = ["sway", "-c", os.devnull]
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
        command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *command]
    bare = {"PATH": os.environ["PATH"], "HOME": folder, "XDG_RUNTIME_DIR": folder}
    headless = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
    server = subprocess.Popen(command, env=bare | headless, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        deadline = time.monotonic() + 20
        while not (found := [name for name in os.listdir(folder) if name.startswith("wayland-")]):
            assert time.monotonic() < deadline, "sway did not start"
            assert server.poll() is None, "sway ended"
            time.sleep(0.01)
        yield bare | {"WAYLAND_DISPLAY": min(found, key=len)}
    finally:
        server.terminate()
        server.wait(10)
        shutil.rmtree(folder)


def pasted(environment: dict[str, str], *words: str) -> str:
    """What another program gets."""
    command = ["wl-paste", "--no-newline", *words]
    return subprocess.run(command, env=environment, capture_output=True, timeout=20).stdout.decode()


@linux
@has_sway
def test_both_formats_are_there_and_certain(compositor: dict[str, str], tmp_path: Path) -> None:
    chain = ClipboardChain(tmp_path, None, compositor)
    report = chain.copy_formatted(HTML, TEXT)
    assert (report.state, report.via, report.tried) == (CopyState.CERTAIN, "Wayland", ())
    assert pasted(compositor, "--type", "text/html") == offer.CHARSET + HTML
    for kind in offer.PLAIN:
        assert pasted(compositor, "--type", kind) == TEXT
    assert pasted(compositor) == TEXT
    assert set(pasted(compositor, "--list-types").split()) == {"text/html", "STRING", *offer.PLAIN}


@linux
@has_sway
def test_ten_megabytes(compositor: dict[str, str], tmp_path: Path) -> None:
    html, text = HTML * 120_000, TEXT * 150_000
    assert ClipboardChain(tmp_path, None, compositor).copy_formatted(html, text).state is CopyState.CERTAIN
    assert pasted(compositor, "--type", "text/html") == offer.CHARSET + html
    assert len(html.encode()) > 10_000_000


@linux
@has_sway
def test_the_next_copy_takes_the_place_of_both(compositor: dict[str, str], tmp_path: Path) -> None:
    chain = ClipboardChain(tmp_path, None, compositor)
    setting = f"XDG_RUNTIME_DIR={compositor['XDG_RUNTIME_DIR']}"
    for number in range(3):
        assert chain.copy_formatted(f"<p>{number}</p>", f"{number}").state is CopyState.CERTAIN
        assert pasted(compositor, "--type", "text/html").endswith(f"<p>{number}</p>")
    plain = chain.copy("polos")
    assert (plain.state, plain.via) == (CopyState.CERTAIN, "wl-copy")
    assert "html" not in pasted(compositor, "--list-types")
    assert pasted(compositor) == "polos"
    assert gone(setting)


@linux
@has_sway
def test_it_outlives_the_program(compositor: dict[str, str], tmp_path: Path) -> None:
    program = "import sys; from pathlib import Path; from humas_tui.deliver import ClipboardChain; "
    program += "ClipboardChain(Path(sys.argv[1])).copy_formatted('<b>bertahan</b>', 'bertahan')"
    environment = compositor | {"PYTHONPATH": os.pathsep.join(sys.path)}
    said = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], env=environment, capture_output=True, timeout=20
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, b"", b"")
    assert pasted(compositor) == "bertahan"
    assert len(owners(f"XDG_RUNTIME_DIR={compositor['XDG_RUNTIME_DIR']}")) == 1


@linux
@has_sway
def test_one_who_never_reads_keeps_nobody_waiting(
    compositor: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wayland_child, "LAST_WAIT", 0.1)
    owner = wayland_child.Owner(wayland.Compositor(compositor), {"text/html": b"x" * 1_000_000})
    assert owner.take()
    serving = threading.Thread(target=owner.serve)
    serving.start()
    idle = wayland.Compositor(compositor)
    _manager, device = wayland_child._device(idle)
    offered = [event.value for event in idle.settle() if (event.sender, event.number) == (device, 0)]
    reading, writing = os.pipe()
    idle.send(offered[-1], wayland.OFFER_RECEIVE, wayland.string("text/html"), writing)
    os.close(writing)
    assert wayland_child.fetched(wayland.Compositor(compositor), "text/html") == b"x" * 1_000_000
    assert wayland_child.fetched(wayland.Compositor(compositor), "image/png") is None
    other = wayland_child.Owner(wayland.Compositor(compositor), {})
    assert other.take()
    serving.join(20)
    assert not serving.is_alive()
    os.close(reading)


# A compositor that lets no program without a window have its clipboard, as GNOME's


@pytest.fixture
def stubborn(bare: dict[str, str]) -> Iterator[dict[str, str]]:
    """The environment of a compositor that has a seat and nothing else."""
    folder = tempfile.mkdtemp(prefix="humas-")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(f"{folder}/wayland-7")
    listener.listen()
    thread = threading.Thread(target=_tell_of_a_seat, args=(listener,))
    thread.start()
    yield bare | {"XDG_RUNTIME_DIR": folder, "WAYLAND_DISPLAY": "wayland-7"}
    with socket.socket(socket.AF_UNIX) as last:
        last.connect(f"{folder}/wayland-7")
    thread.join(20)
    listener.close()
    shutil.rmtree(folder)


def _tell_of_a_seat(listener: socket.socket) -> None:
    """Answer each connection that asks for the globals; end with one that asks for nothing."""
    while True:
        with listener.accept()[0] as link:
            asked = b""
            while len(asked) < 24 and (piece := link.recv(24 - len(asked))):
                asked += piece
            if not asked:
                return
            registry, callback = (struct.unpack_from("=I", asked, place)[0] for place in (8, 20))
            body = struct.pack("=I", 1) + wayland.string("wl_seat") + struct.pack("=I", 7)
            link.sendall(struct.pack("=II", registry, (8 + len(body)) << 16) + body)
            link.sendall(struct.pack("=III", registry, 12 << 16 | 1, 9))  # a screen is unplugged
            link.sendall(struct.pack("=III", callback, 12 << 16, 0))
            link.recv(1_000)


@linux
def test_without_xwayland_it_is_refused(stubborn: dict[str, str], tmp_path: Path) -> None:
    report = ClipboardChain(tmp_path, None, stubborn).copy_formatted(HTML, TEXT)
    assert (report.state, report.via) == (CopyState.FILE, "")
    assert report.tried == (("Wayland", "this desktop (Wayland) takes it by Xwayland only"),)


@linux
@has_x11
def test_with_xwayland_it_goes_there(stubborn: dict[str, str], display: str, tmp_path: Path) -> None:
    """Whether the compositor takes it over from there only ``wl-paste`` could tell, and here there is none."""
    tools = tmp_path / "bin"
    tools.mkdir()
    environment = stubborn | {"DISPLAY": display, "PATH": str(tools)}
    report = ClipboardChain(tmp_path, None, environment).copy_formatted(HTML, TEXT)
    assert (report.state, report.via) == (CopyState.SENT, "X11")
    assert "text/html" in targets(display)
