"""The clipboard chain against real X servers, tmux servers and tools that hang or lie."""

from __future__ import annotations

import base64
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from humas_tui.deliver import ClipboardChain, clipboard, sentence
from humas_tui.errors import UnwritableError
from humas_tui.ports import CopyReport, CopyState

from .conftest import has_tmux, has_x11, linux, pasted, targets

TEXT = "“Kutipan” – 1.126 km ✅ 👨‍👩‍👧‍👦 e\u0301\n" * 80


def kept(report: CopyReport) -> str:
    return report.file.read_bytes().decode()


# The system's clipboard


@linux
@has_x11
@pytest.mark.parametrize(
    "text", [TEXT, "satu", "tanpa\0akhir", "“✅” " * 1_000_000], ids=["text", "word", "NUL", "10MB"]
)
def test_x11_is_certain(text: str, display: str, bare: dict[str, str], tmp_path: Path) -> None:
    sent: list[str] = []
    report = ClipboardChain(tmp_path, sent.append, bare | {"DISPLAY": display}).copy(text)
    assert (report.state, report.via, report.tried) == (CopyState.CERTAIN, "xclip", ())
    assert pasted(display) == text
    assert targets(display) <= {"TARGETS", "UTF8_STRING", "STRING", "TEXT", "TIMESTAMP"}  # nothing in HTML
    assert kept(report) == text
    assert sent == []
    assert sentence(report) == "Copied to the clipboard (xclip)."


@linux
@has_x11
def test_each_copy_replaces_the_one_before(display: str, bare: dict[str, str], tmp_path: Path) -> None:
    chain = ClipboardChain(tmp_path, None, bare | {"DISPLAY": display})
    for number in range(10):
        report = chain.copy(f"Siaran {number}")
        assert report.state is CopyState.CERTAIN
        assert pasted(display) == f"Siaran {number}"


@linux
@has_x11
def test_ssh_with_a_lent_display_uses_it(display: str, ssh: dict[str, str], tmp_path: Path) -> None:
    assert ClipboardChain(tmp_path, None, ssh | {"DISPLAY": display}).copy(TEXT).via == "xclip"


@linux
@has_x11
def test_x11_gets_its_turn_when_wayland_fails(
    display: str, fake: Callable[[str, str], dict[str, str]], tmp_path: Path
) -> None:
    fake("wl-paste", "exit 1")
    environment = fake("wl-copy", "echo Missing a seat >&2; exit 1")
    report = ClipboardChain(
        tmp_path, None, environment | {"DISPLAY": display, "WAYLAND_DISPLAY": "wayland-9"}
    ).copy(TEXT)
    assert (report.state, report.via) == (CopyState.CERTAIN, "xclip")
    assert report.tried == (("wl-copy", "Missing a seat"),)


@linux
@has_x11
def test_the_copy_outlives_the_program_and_its_ctrl_c(display: str, bare: dict[str, str], tmp_path: Path) -> None:
    """Reading the outputs to their ends would hang, and the signal would kill, if xclip had inherited anything."""
    program = "import sys; from pathlib import Path; from humas_tui.deliver import ClipboardChain; "
    program += "ClipboardChain(Path(sys.argv[1])).copy('bertahan')"
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
    assert pasted(display) == "bertahan"


@linux
@pytest.mark.skipif(not shutil.which("xclip"), reason="needs xclip")
def test_a_display_that_is_gone_is_not_believed(
    bare: dict[str, str], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    report = ClipboardChain(tmp_path, None, bare | {"DISPLAY": ":55"}).copy(TEXT)
    assert (report.state, report.via) == (CopyState.FILE, "")
    assert [way for way, _reason in report.tried] == ["xclip"]
    assert "Can't open display" in report.tried[0][1]
    assert kept(report) == TEXT
    assert sentence(report) == f"No clipboard could be reached; the text is in {report.file}."
    assert capfd.readouterr() == ("", "")


@linux
@pytest.mark.parametrize("text", ["", "\n"])
def test_nothing_to_read_back_is_no_proof(
    text: str, fake: Callable[[str, str], dict[str, str]], tmp_path: Path
) -> None:
    report = ClipboardChain(tmp_path, None, fake("xclip", "cat >/dev/null")).copy(text)
    assert report.state is CopyState.FILE
    assert kept(report) == text


@linux
def test_a_tool_that_lies(
    fake: Callable[[str, str], dict[str, str]], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    report = ClipboardChain(tmp_path, None, fake("xclip", "cat >/dev/null; echo lain")).copy(TEXT)
    assert report.state is CopyState.FILE
    assert report.tried == (("xclip", "the text could not be read back"),)
    assert capfd.readouterr() == ("", "")


@linux
def test_a_tool_that_hangs_is_killed(fake: Callable[[str, str], dict[str, str]], tmp_path: Path) -> None:
    sent: list[str] = []
    environment = fake("xclip", f'echo $$ > "{tmp_path}/number"; exec sleep 60')
    start = time.monotonic()
    report = ClipboardChain(tmp_path, sent.append, environment).copy(TEXT)
    assert time.monotonic() - start < 5
    assert (report.state, report.via) == (CopyState.SENT, "OSC 52")
    assert report.tried == (("xclip", "no answer within 3 seconds"),)
    assert ends(int((tmp_path / "number").read_text()))


def ends(number: int) -> bool:
    """Whether a killed process is gone (or waits, dead, for its parent) within ten seconds."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{number}/stat").read_text().rpartition(") ")[2][0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":
            return True
        time.sleep(0.01)
    return False


@linux
def test_no_tool_at_all(bare: dict[str, str], tmp_path: Path) -> None:
    report = ClipboardChain(tmp_path, None, bare).copy(TEXT)
    assert report.state is CopyState.FILE
    assert report.tried == (("pyperclip", "no clipboard tool was found"),)


def test_a_python_that_cannot_be_started(
    bare: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    report = ClipboardChain(tmp_path, None, bare).copy(TEXT)
    assert report.tried == (("pyperclip", os.strerror(2)),)


def test_a_lone_surrogate_becomes_a_question_mark(ssh: dict[str, str], tmp_path: Path) -> None:
    assert kept(ClipboardChain(tmp_path, None, ssh).copy("a\ud800b")) == "a?b"


def test_macos_is_told_that_the_text_is_utf_8() -> None:
    told = clipboard.child_environment({"LC_ALL": "C", "HOME": "/home/a"}, "darwin")
    assert told == {"HOME": "/home/a", "LC_CTYPE": "UTF-8"}
    assert clipboard.child_environment({"LC_ALL": "C"}, "linux") == {"LC_ALL": "C"}


# tmux and the terminal


@linux
@has_tmux
def test_tmux_gets_the_text_in_its_buffer(tmux: dict[str, str], tmp_path: Path) -> None:
    report = ClipboardChain(tmp_path, None, tmux).copy(TEXT)
    buffer = subprocess.run(["tmux", "show-buffer"], env=tmux, capture_output=True, timeout=20, check=True).stdout
    assert buffer.decode() == TEXT
    assert (report.state, report.via, report.tried) == (CopyState.SENT, "tmux", ())


@linux
@has_tmux
def test_tmux_and_the_terminal_both(tmux: dict[str, str], tmp_path: Path) -> None:
    sent: list[str] = []
    report = ClipboardChain(tmp_path, sent.append, tmux).copy(TEXT)
    assert (report.via, len(sent)) == ("tmux + OSC 52", 1)


@linux
@has_tmux
@pytest.mark.parametrize("setting", ["on", "external", "off"])
def test_tmux_passes_it_on_to_the_terminal_outside(setting: str, tmux: dict[str, str], tmp_path: Path) -> None:
    """In every setting (3.3a), as an OSC 52 of its own; what that terminal does with it nobody knows."""

    def ask(*words: str) -> str:
        return subprocess.run(
            ["tmux", *words], env=tmux, capture_output=True, text=True, timeout=20, check=True
        ).stdout.rstrip("\n")

    ask("set-option", "-s", "set-clipboard", setting)
    outside, inside = os.openpty()
    environment = {name: value for name, value in tmux.items() if name != "TMUX"} | {"TERM": "xterm-256color"}
    client = subprocess.Popen(
        ["tmux", "-L", "humas", "attach"], env=environment, stdin=inside, stdout=inside, start_new_session=True
    )
    os.close(inside)
    seen = bytearray(os.read(outside, 1))  # it paints: it is attached
    pane = Path(ask("display-message", "-p", "#{pane_tty}"))
    report = ClipboardChain(tmp_path, pane.write_text, tmux).copy(TEXT)
    assert (report.state, report.via) == (CopyState.SENT, "tmux + OSC 52")
    assert ask("show-buffer") + "\n" == TEXT
    ask("detach-client", "-s", ask("display-message", "-p", "#{session_name}"))
    while piece := _piece(outside):
        seen += piece
    os.close(outside)
    assert client.wait(20) == 0
    assert base64.b64encode(TEXT.encode()) in seen


def _piece(terminal: int) -> bytes:
    """What was written to a terminal; nothing once its other end is closed."""
    try:
        return os.read(terminal, 65_536)
    except OSError:
        return b""


@linux
@has_tmux
def test_a_tmux_server_that_is_gone(ssh: dict[str, str], tmp_path: Path) -> None:
    report = ClipboardChain(tmp_path, None, ssh | {"TMUX": f"{tmp_path}/gone,1,0"}).copy(TEXT)
    assert report.state is CopyState.FILE
    assert [way for way, _reason in report.tried] == ["tmux"]
    assert report.tried[0][1]


def test_ssh_sends_to_the_terminal_alone(ssh: dict[str, str], tmp_path: Path) -> None:
    sent: list[str] = []
    report = ClipboardChain(tmp_path, sent.append, ssh).copy(TEXT)
    assert (report.state, report.via, report.tried) == (CopyState.SENT, "OSC 52", ())
    head, _semicolon, rest = sent[0].rpartition(";")
    assert (head, rest[-1]) == ("\x1b]52;c", "\a")
    assert base64.b64decode(rest[:-1]).decode() == TEXT
    assert sentence(report) == (
        f"Sent to the terminal (OSC 52); if pasting brings nothing, the text is in {report.file}."
    )


@pytest.mark.parametrize(("size", "state"), [(74_994, CopyState.SENT), (74_995, CopyState.FILE)])
def test_the_limit_of_the_terminal(size: int, state: CopyState, ssh: dict[str, str], tmp_path: Path) -> None:
    sent: list[str] = []
    report = ClipboardChain(tmp_path, sent.append, ssh).copy("x" * size)
    assert report.state is state
    assert all(len(sequence) <= 100_000 for sequence in sent)
    assert report.tried == (
        () if state is CopyState.SENT else (("OSC 52", "74995 bytes is too many; the limit is 74994"),)
    )


def test_a_terminal_that_is_closed(ssh: dict[str, str], tmp_path: Path) -> None:
    def terminal(_sequence: str) -> None:
        raise OSError(5, "Input/output error")

    report = ClipboardChain(tmp_path, terminal, ssh).copy(TEXT)
    assert (report.state, report.tried) == (CopyState.FILE, (("OSC 52", "Input/output error"),))


# The file copy


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """A folder that cannot be, for root neither: a file is in its place."""
    (tmp_path / "berkas").write_text("")
    return tmp_path / "berkas" / "map"


def test_headless_over_ssh_only_the_file(ssh: dict[str, str], tmp_path: Path) -> None:
    report = ClipboardChain(tmp_path / "baru", None, ssh).copy(TEXT)
    assert report == CopyReport(CopyState.FILE, "", tmp_path / "baru" / "salinan-terakhir.txt")
    assert kept(report) == TEXT


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_copy_is_private(ssh: dict[str, str], tmp_path: Path) -> None:
    assert ClipboardChain(tmp_path, None, ssh).copy(TEXT).file.stat().st_mode & 0o777 == 0o600


def test_an_unwritable_folder_falls_back_to_a_temporary_one(
    blocked: Path, ssh: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    chain = ClipboardChain(blocked, None, ssh)
    report = chain.copy(TEXT)
    assert report.state is CopyState.FILE
    assert kept(report) == TEXT
    assert report.file.is_relative_to(tmp_path)
    assert report.tried[0][0] == str(blocked / "salinan-terakhir.txt")
    assert chain.copy("lagi").file == report.file


def test_no_file_at_all_is_an_error_only_when_nothing_else_worked(
    blocked: Path, ssh: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_options: object) -> str:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    sent: list[str] = []
    report = ClipboardChain(blocked, sent.append, ssh).copy(TEXT)
    assert (report.state, len(sent)) == (CopyState.SENT, 1)
    assert "whether it arrived is unknown" in sentence(report)
    with pytest.raises(UnwritableError, match="cannot be written: Read-only file system"):
        ClipboardChain(blocked, None, ssh).copy(TEXT)


@linux
@has_x11
def test_with_no_room_for_any_file_the_clipboard_still_works(
    display: str, blocked: Path, bare: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_options: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    report = ClipboardChain(blocked, None, bare | {"DISPLAY": display}).copy(TEXT)
    assert (report.state, report.via) == (CopyState.CERTAIN, "pyperclip")
    assert pasted(display) == TEXT
