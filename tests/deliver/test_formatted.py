"""Copies with formatting: under a real X server, and what is said where there is none."""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from humas_tui.deliver import ClipboardChain, formatted_sentence, guarded, offer, x11, x11_child
from humas_tui.deliver.formatted import FILE_NAME, handed_over
from humas_tui.errors import UnwritableError
from humas_tui.ports import CopyState

from .conftest import gone, has_x11, linux, owners, pasted, targets, x_server

HTML = "<h1>Judul “é” ✅</h1>\n<p>Isi <strong>tebal</strong> 👨‍👩‍👧‍👦 &amp; <em>miring</em></p>\n"
TEXT = "Judul “é” ✅\n\nIsi tebal 👨‍👩‍👧‍👦 & miring\n"


# X11


@linux
@has_x11
def test_both_formats_are_there_and_certain(display: str, bare: dict[str, str], tmp_path: Path) -> None:
    report = ClipboardChain(tmp_path, None, bare | {"DISPLAY": display}).copy_formatted(HTML, TEXT)
    assert (report.state, report.via, report.tried) == (CopyState.CERTAIN, "X11", ())
    assert pasted(display, "-t", "text/html") == offer.CHARSET + HTML
    for target in ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT"):
        assert pasted(display, "-t", target) == TEXT
    assert pasted(display) == TEXT
    assert targets(display) == {"TARGETS", "TIMESTAMP", "STRING", *offer.PLAIN, "text/html"}
    assert formatted_sentence(report) == (
        "Copied with formatting, and as plain text for programs that take no formatting (X11)."
    )
    page = report.file.read_text(encoding="utf-8")
    assert report.file == tmp_path / FILE_NAME
    assert HTML in page
    assert page.startswith("<!DOCTYPE html>")
    assert report.file.stat().st_mode & 0o777 == 0o600


@linux
@has_x11
def test_latin_1_for_those_who_know_no_other(display: str, bare: dict[str, str], tmp_path: Path) -> None:
    ClipboardChain(tmp_path, None, bare | {"DISPLAY": display}).copy_formatted(HTML, "é – ya")
    command = ["xclip", "-selection", "clipboard", "-o", "-t", "STRING"]
    found = subprocess.run(command, env=bare | {"DISPLAY": display}, capture_output=True, timeout=20)
    assert found.stdout == b"\xe9 ? ya"


@linux
@has_x11
def test_ten_megabytes_go_piece_by_piece(display: str, bare: dict[str, str], tmp_path: Path) -> None:
    html, text = HTML * 100_000, TEXT * 150_000
    report = ClipboardChain(tmp_path, None, bare | {"DISPLAY": display}).copy_formatted(html, text)
    assert report.state is CopyState.CERTAIN
    assert pasted(display, "-t", "text/html") == offer.CHARSET + html
    assert pasted(display) == text
    assert len(html.encode()) > 10_000_000


@linux
@has_x11
def test_a_plain_copy_takes_the_place_of_both(display: str, bare: dict[str, str], tmp_path: Path) -> None:
    chain = ClipboardChain(tmp_path, None, bare | {"DISPLAY": display})
    for number in range(3):
        assert chain.copy_formatted(f"<p><b>{number}</b></p>", f"{number}").state is CopyState.CERTAIN
        assert pasted(display) == f"{number}"
        assert len(owners(f"DISPLAY={display}")) == 1
        assert chain.copy(f"polos {number}").state is CopyState.CERTAIN
        assert not [target for target in targets(display) if "html" in target]
        assert pasted(display) == f"polos {number}"
        assert gone(f"DISPLAY={display}")


@linux
@has_x11
def test_the_next_formatted_copy_takes_its_place_too(display: str, bare: dict[str, str], tmp_path: Path) -> None:
    chain = ClipboardChain(tmp_path, None, bare | {"DISPLAY": display})
    for number in range(5):
        assert chain.copy_formatted(f"<p>{number}</p>", f"{number}").state is CopyState.CERTAIN
        assert pasted(display, "-t", "text/html").endswith(f"<p>{number}</p>")


@linux
@has_x11
def test_it_outlives_the_program_and_its_ctrl_c(display: str, bare: dict[str, str], tmp_path: Path) -> None:
    program = "import sys; from pathlib import Path; from humas_tui.deliver import ClipboardChain; "
    program += "ClipboardChain(Path(sys.argv[1])).copy_formatted('<b>bertahan</b>', 'bertahan')"
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        env=bare | {"DISPLAY": display, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    said, _nothing = process.communicate(timeout=20)
    assert (process.returncode, said) == (0, b"")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    assert pasted(display, "-t", "text/html") == offer.CHARSET + "<b>bertahan</b>"
    assert pasted(display) == "bertahan"


@linux
@pytest.mark.parametrize("child", [pytest.param("x11_child", marks=has_x11), "wayland_child"])
def test_what_could_not_be_read_back_does_not_stay_there(
    child: str, request: pytest.FixtureRequest, bare: dict[str, str]
) -> None:
    """The officer is told that nothing was copied."""
    display = request.getfixturevalue("display") if child == "x11_child" else ":none"
    program = (
        f"from humas_tui.deliver import {child} as child\n"
        "def late(*_): raise TimeoutError('no answer')\n"
        "class Link:\n"
        "    def __init__(self, *_): pass\n"
        "class Owner(Link):\n"
        "    def take(self): return True\n"
        "    def serve(self): threading.Event().wait()\n"
        "child.fetched = late\n"
        "if hasattr(child, 'w'): child.w.Compositor, child.Owner = Link, Owner\n"
        "child.main()\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", "import threading\n" + program, child],
        input=json.dumps({"html": HTML, "text": TEXT}).encode(),
        env=bare | {"DISPLAY": display, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        timeout=20,
    )
    assert said.stderr.endswith(b"TimeoutError: no answer\n")
    assert gone(f"DISPLAY={display}")


@linux
@has_x11
def test_ssh_with_a_lent_display_uses_it(display: str, ssh: dict[str, str], tmp_path: Path) -> None:
    report = ClipboardChain(tmp_path, None, ssh | {"DISPLAY": display}).copy_formatted(HTML, TEXT)
    assert report.state is CopyState.CERTAIN


@linux
@has_x11
def test_a_server_that_asks_for_a_key(bare: dict[str, str], tmp_path: Path) -> None:
    """The file of keys holds those of other displays too, and may end in the middle of one."""

    def entry(address: bytes, number: bytes, key: bytes) -> bytes:
        fields = (address, number, b"MIT-MAGIC-COOKIE-1", key)
        return struct.pack(">H", 256) + b"".join(struct.pack(">H", len(field)) + field for field in fields)

    key, other, host = os.urandom(16), os.urandom(16), socket.gethostname().encode()
    (tmp_path / "server").write_bytes(entry(host, b"", key))
    for display in x_server("-auth", str(tmp_path / "server")):
        number = display.removeprefix(":").encode()
        keys = tmp_path / "keys"
        chain = ClipboardChain(tmp_path, None, bare | {"DISPLAY": display, "XAUTHORITY": str(keys)})
        refused = chain.copy_formatted(HTML, TEXT)
        assert refused.state is CopyState.FILE
        assert "Authorization required" in refused.tried[0][1]
        entries = entry(b"lain", number, other) + entry(host, b"99", other) + entry(b"jauh", number, key)
        keys.write_bytes(entries + b"\1\0\0")
        assert chain.copy_formatted(HTML, TEXT).state is CopyState.CERTAIN


@linux
def test_a_display_that_is_gone(bare: dict[str, str], tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    report = ClipboardChain(tmp_path, None, bare | {"DISPLAY": ":55"}).copy_formatted(HTML, TEXT)
    assert (report.state, report.via) == (CopyState.FILE, "")
    assert report.tried == (("X11", "the display does not answer"),)
    assert formatted_sentence(report) == (
        f"Not copied: the display does not answer. The formatted text is in {report.file}: "
        "open it in a browser, select everything and copy there."
    )
    assert capfd.readouterr() == ("", "")


@linux
@pytest.mark.parametrize("name", ["kosong", ":x", "[::1]:77", "localhost:1"])
def test_a_display_of_another_name(name: str, bare: dict[str, str], tmp_path: Path) -> None:
    report = ClipboardChain(tmp_path, None, bare | {"DISPLAY": name}).copy_formatted(HTML, TEXT)
    assert report.state is CopyState.FILE
    assert report.tried[0][1]


# The owner, asked in other ways than xclip asks


@pytest.fixture
def owned(display: str) -> Iterator[tuple[x11.Display, Callable[[str], bytes | None]]]:
    """Another connection to a display whose clipboard a thread owns, and a way to ask for it."""
    contents = {"text/html": b"x" * 200_000, "UTF8_STRING": b"polos"}
    link = x11.Display(display, os.environ)
    owner = x11_child.Owner(link, contents)
    assert owner.take()
    link.wait_at_most(20)
    thread = threading.Thread(target=owner.serve)
    thread.start()
    reader = x11.Display(display, os.environ)
    yield reader, lambda target: x11_child.fetched(reader, target)
    other = x11_child.Owner(reader, {})
    assert other.take()
    thread.join(20)
    assert not thread.is_alive()
    reader.close()
    link.close()


@linux
@has_x11
def test_what_is_not_offered_is_refused(
    owned: tuple[x11.Display, Callable[[str], bytes | None]],
) -> None:
    _reader, ask = owned
    assert ask("image/png") is None
    assert ask("MULTIPLE") is None
    assert ask("UTF8_STRING") == b"polos"
    stamp = ask("TIMESTAMP")
    assert stamp is not None
    assert struct.unpack("<I", stamp)[0] > 0


@linux
@has_x11
def test_one_who_names_no_property_gets_it_under_the_target(
    owned: tuple[x11.Display, Callable[[str], bytes | None]],
) -> None:
    reader, _ask = owned
    window, target = reader.window(), reader.atom("UTF8_STRING")
    reader.ask(window, reader.atom("CLIPBOARD"), target, 0)
    while reader.event()[0] != x11.SELECTION_NOTIFY:
        pass
    assert reader.get(window, target) == (target, b"polos")


@linux
@has_x11
def test_two_fetch_at_the_same_time(
    owned: tuple[x11.Display, Callable[[str], bytes | None]], display: str
) -> None:
    found: list[bytes | None] = []

    def fetch() -> None:
        found.append(x11_child.fetched(x11.Display(display, os.environ), "text/html"))

    readers = [threading.Thread(target=fetch) for _number in range(4)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(20)
    assert found == [b"x" * 200_000] * 4


@linux
@has_x11
def test_one_who_stops_halfway_is_not_waited_for(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(x11_child, "LAST_WAIT", 0.1)
    link, reader = x11.Display(display, os.environ), x11.Display(display, os.environ)
    owner = x11_child.Owner(link, {"text/html": b"x" * 200_000})
    assert owner.take()
    name = reader.atom("HUMAS_TUI")
    reader.ask(reader.window(), reader.atom("CLIPBOARD"), reader.atom("text/html"), name)
    other = x11_child.Owner(x11.Display(display, os.environ), {})
    assert other.take()
    with pytest.raises(TimeoutError):
        owner.serve()


# Wayland, as far as it can be told from outside: wl-paste says what the compositor has


@pytest.mark.parametrize(
    ("found", "state", "reason"),
    [
        ("cat {file}", CopyState.CERTAIN, ""),
        ("test -e {mark} && cat {file}; touch {mark}", CopyState.CERTAIN, ""),
        ("echo lain", CopyState.FILE, "the desktop (Wayland) did not take it over"),
        ("echo No selection >&2; exit 1", CopyState.FILE, "the desktop (Wayland) did not take it over"),
        ("echo This seat has no keyboard >&2; exit 1", CopyState.SENT, ""),
        ("", CopyState.SENT, ""),
    ],
    ids=["taken over", "taken over late", "left", "emptied", "no keyboard", "no wl-paste"],
)
@linux
@has_x11
def test_under_wayland_it_must_be_seen_there(
    found: str, state: CopyState, reason: str, display: str, bare: dict[str, str], tmp_path: Path
) -> None:
    tools, offered = tmp_path / "bin", tmp_path / "html"
    tools.mkdir()
    offered.write_text(offer.CHARSET + HTML, encoding="utf-8")
    for name in ("cat", "touch"):
        (tools / name).symlink_to(f"/bin/{name}")
    if found:
        script = found.format(file=offered, mark=tmp_path / "mark")
        (tools / "wl-paste").write_text(f"#!/bin/sh\n{script}\n")
        (tools / "wl-paste").chmod(0o755)
    environment = bare | {"DISPLAY": display, "WAYLAND_DISPLAY": "wayland-9", "PATH": str(tools)}
    report = ClipboardChain(tmp_path, None, environment).copy_formatted(HTML, TEXT)
    assert (report.state, report.tried) == (state, (("X11", reason),) if reason else ())
    if state is CopyState.SENT:
        assert "whether it arrived cannot be seen here" in formatted_sentence(report)


# Where it cannot be done


@pytest.mark.parametrize(
    ("surroundings", "platform", "reason"),
    [
        ({}, "linux", "there is no graphical desktop"),
        ({"TMUX": "/tmp/tmux-0/default,1,0"}, "linux", "there is no graphical desktop"),
        ({"SSH_CONNECTION": "10.0.0.2 50000 10.0.0.1 22"}, "linux", "over SSH"),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", "over SSH"),
        ({"SSH_TTY": "/dev/pts/1", "TMUX": "x"}, "win32", "over SSH"),
        ({"WSL_DISTRO_NAME": "Ubuntu", "DISPLAY": ":0"}, "linux", "under WSL"),
    ],
)
def test_where_there_is_no_way_nothing_is_tried(
    surroundings: dict[str, str], platform: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_given: object) -> None:
        raise AssertionError("a program was started")

    monkeypatch.setattr(guarded, "run", run)
    state, attempt = handed_over(HTML, TEXT, surroundings, platform)
    assert state is CopyState.FILE
    assert reason in attempt.failure


def test_the_page_is_there_where_nothing_was_copied(
    ssh: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    report = ClipboardChain(tmp_path, sent.append, ssh).copy_formatted(HTML + "\ud800", TEXT)
    assert (report.state, report.via, sent) == (CopyState.FILE, "", [])
    assert HTML + "?" in report.file.read_text(encoding="utf-8")
    told = formatted_sentence(report)
    assert told.startswith("Not copied: over SSH only plain text can be copied (and the file is on the remote")


def test_no_page_and_no_clipboard_is_an_error(
    ssh: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_options: object) -> str:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    (tmp_path / "berkas").write_text("")
    with pytest.raises(UnwritableError, match=r"salinan-terakhir\.html"):
        ClipboardChain(tmp_path / "berkas" / "map", None, ssh).copy_formatted(HTML, TEXT)


@linux
def test_a_child_that_hangs_is_killed(
    bare: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexec sleep 60\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.setattr("humas_tui.deliver.formatted.PATIENCE", 0.2)
    report = ClipboardChain(tmp_path, None, bare | {"DISPLAY": ":55"}).copy_formatted(HTML, TEXT)
    assert report.tried == (("Python", "no answer within 3 seconds"),)
