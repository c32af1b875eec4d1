"""The program as a whole: exit codes, the newsroom's door, what is imported, settings, samples."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import humas_tui
from humas_tui.__main__ import main
from humas_tui.samples import load_samples, make_demo, samples_folder
from humas_tui.store import ReleaseStore
from tests.cli.conftest import Keep, Run
from tests.conftest import Places

ROOT = Path(humas_tui.__file__).parent.parent
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="closed pipes and full disks are told otherwise there")


def python(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own, with the package to be found."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", **settings}
    return subprocess.run(
        [sys.executable, *words], capture_output=True, encoding="utf-8", env=environment, timeout=60, check=False
    )


def imported_by(*words: str) -> set[str]:
    """The modules that a run of the command has imported when it ends."""
    code = (
        "import sys, json; from humas_tui.__main__ import main; code = main(sys.argv[1:]);"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    done = python("-c", code, *words)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_the_version_is_told_at_once(run: Run) -> None:
    assert run("--version").out == run("list", "--version").out == f"humas-tui {humas_tui.__version__}\n"
    assert not imported_by("--version") & {"msgspec", "argparse", "textual", "rich", "humas_tui.config"}


def test_no_command_imports_the_newsroom_or_more_than_it_needs(places: Places, keep: Keep) -> None:
    keep(headline="Satu")
    (places.folder / "satu.md").write_text("# Judul\n\nIsi.\n")
    runs = {
        "list": ["list"],
        "show": ["show", "latest"],
        "new": ["new", "--template", "kegiatan"],
        "import": ["import", "satu.md"],
        "export": ["export", "latest", "--to", "txt"],
        "copy": ["copy", "latest", "--for", "txt", "--print"],
        "outlets": ["outlets"],
        "config": ["config"],
        "doctor": ["doctor"],
        "completion": ["completion", "bash"],
        "help": ["--help"],
    }
    modules = {name: imported_by(*words) for name, words in runs.items()}
    assert [name for name, found in modules.items() if "textual" in found or "humas_tui.tui" in found] == []
    heavy = {
        "tinydb",
        "babel",
        "rich",
        "yaml",
        "docx",
        "typst",
        "mammoth",
        "jinja2",
        "subprocess",
        "shtab",
        "tomlkit",
    }
    assert not modules["list"] & (heavy | {"humas_tui.outlets", "humas_tui.importers", "humas_tui.deliver"})
    assert not modules["show"] & heavy


def test_a_process_of_its_own_speaks_utf8_without_colour(keep: Keep) -> None:
    keep(headline="Judul “kutip” – akhir", body="Isi")
    done = python("-m", "humas_tui", "list", PYTHONIOENCODING="latin-1", FORCE_COLOR="1", TERM="xterm-256color")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("\tJudul “kutip” – akhir\n")
    shown = python("-m", "humas_tui", "show", "latest", FORCE_COLOR="1")
    assert "\x1b" not in shown.stdout


@ON_POSIX
def test_a_reader_that_goes_away_is_no_error(keep: Keep) -> None:
    keep(headline="Satu", body="x" * 1_000_000)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "humas_tui", "list", "--json"],
        stdout=writer,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is always full")
def test_a_full_disk_is_told_in_a_sentence(keep: Keep) -> None:
    keep(headline="Satu")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "humas_tui", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=60,
            check=False,
        )
    assert done.returncode == 4
    assert done.stderr.startswith("humas-tui: The output cannot be written")
    assert done.stderr.count("\n") == 1


def test_an_interrupted_run_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(words: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("humas_tui.cli.program.run", interrupted)
    assert main(["list"]) == 130


@pytest.mark.parametrize("content", ["not json", '{"another": {"1": {}}}', "[1]", '{"releases": {"1": {"x": 1}}}'])
def test_a_foreign_data_file_ends_with_four(run: Run, places: Places, content: str) -> None:
    places.data.write_text(content)
    for words in (["list"], ["show", "latest"], ["export", "latest", "--to", "txt"]):
        result = run(*words)
        assert (result.code, result.out) == (4, "")
        assert str(places.data) in result.err
    assert places.data.read_text() == content


def test_a_folder_for_a_data_file_ends_with_four(run: Run, places: Places) -> None:
    result = run("list", "--data", str(places.folder))
    assert (result.code, result.out) == (4, "")
    assert len(result.err.splitlines()) == 1


def test_the_data_file_can_be_named(run: Run, places: Places, keep: Keep) -> None:
    keep(headline="Satu")
    (places.folder / "lain.json").write_bytes(places.data.read_bytes())
    keep(headline="Dua")
    assert "Dua" in run("list").out
    assert "Dua" not in run("list", "--data", "lain.json").out
    assert "Satu" in run("--data=lain.json", "list").out


def test_config_prints_what_is_in_force(run: Run, places: Places) -> None:
    places.config.write_text('# mine\ntheme = "terang"\n\n[office]\ncity = "Kota “S”"\n')
    table = tomllib.loads(run("config").out)
    assert (table["theme"], table["language"]["interface"], table["office"]["city"]) == ("terang", "", "Kota “S”")
    assert table["office"]["end_mark"] == "***"


def test_config_says_where_the_file_lies_even_when_it_is_faulty(run: Run, places: Places) -> None:
    places.config.write_text("theme = ")
    assert run("config", "--path").out == f"{places.config}\n"
    faulty = run("config")
    assert (faulty.code, faulty.out) == (2, "")
    assert str(places.config) in faulty.err
    assert run("--help").code == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_commands_options_and_outlets(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert (result.code, result.err) == (0, "")
    for word in ("humas-tui", "export", "import", "whatsapp", "disetujui", "kegiatan"):
        assert word in result.out


# --- the newsroom's door -------------------------------------------------------------------------------


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Path, str]]:
    """What the newsroom was opened on; it is not, and gives 7."""
    found: list[tuple[Path, Path, str]] = []

    def open_newsroom(data: Path, config: Path, language: str) -> int:
        found.append((data, config, language))
        return 7

    room = ModuleType("humas_tui.tui")
    room.open_newsroom = open_newsroom  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "humas_tui.tui", room)
    return found


def test_the_bare_command_opens_the_newsroom(
    run_on_terminal: Run, places: Places, opened: list[tuple[Path, Path, str]]
) -> None:
    assert run_on_terminal().code == 7
    assert run_on_terminal("--data", "lain.json", "--lang", "id").code == 7
    assert opened == [
        (places.data, places.config, "en"),
        (places.folder / "lain.json", places.config, "id"),
    ]


@pytest.mark.parametrize("words", [[], ["demo"]])
def test_the_newsroom_needs_a_terminal(run: Run, words: list[str], opened: list[tuple[Path, Path, str]]) -> None:
    result = run(*words)
    assert (result.code, result.out, opened) == (2, "", [])
    assert result.err.startswith("humas-tui: The newsroom needs a terminal.\n")


def test_demo_opens_a_copy_and_says_where(
    run_on_terminal: Run, places: Places, opened: list[tuple[Path, Path, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(places.folder))
    result = run_on_terminal("demo")
    ((data, config, language),) = opened
    assert (result.code, result.out, language) == (7, "", "en")
    assert str(data.parent) in result.err
    assert data.parent.parent == places.folder
    assert config.is_file()
    assert not places.data.exists()


def test_a_demo_is_whole(run: Run, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = places.folder / "contoh"
    folder.mkdir()
    data, config = make_demo(folder)
    monkeypatch.setenv("HUMAS_TUI_CONFIG", str(config))
    samples = load_samples()
    assert len(samples) == len(list((samples_folder() / "releases").glob("*.md"))) >= 8
    assert {release.id: release for release in ReleaseStore(data).all()} == {
        release.id: release for release in samples
    }
    assert all((folder / photo.file).is_file() for release in samples for photo in release.photos)
    office = tomllib.loads(run("config").out)["office"]
    assert Path(office["logo"]) == folder / "logo.png"
    assert Path(office["logo"]).is_file()
    assert office["institution"]
    for release in samples:
        result = run("export", release.id, "--to", "txt", "--out", "keluar", "--data", str(data))
        assert (result.code, result.err) == (0, "")
