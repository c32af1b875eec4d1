"""The words of the command line, before and in argparse."""

from __future__ import annotations

import pytest

from humas_tui.cli.words import options_first, take_common
from humas_tui.errors import UsageError
from tests.cli.conftest import Keep, Run


@pytest.mark.parametrize(
    "words",
    [
        ["--data", "f.json", "--lang", "id", "list", "--json"],
        ["list", "--data", "f.json", "--json", "--lang", "id"],
        ["list", "--json", "--data=f.json", "--lang=id"],
        ["--lang=id", "list", "--json", "--data", "f.json"],
    ],
)
def test_common_options_stand_anywhere(words: list[str]) -> None:
    found = take_common(words)
    assert (found.data, found.lang, found.rest) == ("f.json", "id", ["list", "--json"])


def test_what_follows_two_dashes_is_left_alone() -> None:
    found = take_common(["import", "--", "--lang", "--version", "-h"])
    assert (found.lang, found.version, found.help) == (None, False, False)
    assert found.rest == ["import", "--", "--lang", "--version", "-h"]


def test_options_and_names_may_be_mixed() -> None:
    assert options_first(["a", "--json", "b", "--to", "x", "c"], ["--to"]) == [
        "--json",
        "--to",
        "x",
        "--",
        "a",
        "b",
        "c",
    ]
    assert options_first(["--to", "--json"], ["--to"]) == ["--to", "--json"]
    assert options_first(["a", "--", "-b", "-"], []) == ["--", "a", "-b", "-"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lsit"], "There is no command “lsit”. Do you mean “list”?\nSee “humas-tui --help”."),
        (["zzzzz"], "There is no command “zzzzz”.\nSee “humas-tui --help”."),
        (["--bogus"], "Unexpected argument: “--bogus”.\nSee “humas-tui --help”."),
        (["list", "--bogus"], "Unexpected argument: “--bogus”.\nSee “humas-tui list --help”."),
        (["list", "--jso"], "Unexpected argument: “--jso”.\nSee “humas-tui list --help”."),
        (["list", "more"], "Unexpected argument: “more”.\nSee “humas-tui list --help”."),
        (["show"], "The command needs: ID.\nSee “humas-tui show --help”."),
        (["show", "one", "two"], "Unexpected argument: “two”.\nSee “humas-tui show --help”."),
        (["export", "latest"], "The command needs: --to.\nSee “humas-tui export --help”."),
        (["export", "latest", "--to"], "--to needs a value.\nSee “humas-tui export --help”."),
        (["list", "--json=1"], "--json takes no value.\nSee “humas-tui list --help”."),
        (["list", "--data"], "--data needs a value.\nSee “humas-tui --help”."),
        (["list", "--data="], "--data needs a value.\nSee “humas-tui --help”."),
        (["list", "--lang", "fr"], "There is no language “fr”. There are: id, en.\nSee “humas-tui --help”."),
        (["completion", "tcsh"], "“tcsh” is not one of these: bash, zsh, fish."),
    ],
)
def test_wrong_words_end_with_two_and_a_way_on(run: Run, words: list[str], said: str) -> None:
    result = run(*words)
    assert (result.code, result.out, result.err) == (2, "", f"humas-tui: {said}\n")


@pytest.mark.parametrize(
    "words", [["--help"], ["-h"], ["list", "-h"], ["--help", "list"], ["list", "--json", "--help"]]
)
def test_help_is_asked_for_anywhere(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("usage: humas-tui list" if "list" in words else "usage: humas-tui [")
    assert "--lang LANGUAGE" in result.out


def test_the_help_names_every_command(run: Run) -> None:
    from humas_tui.cli.commands import commands

    names = [command.name for command in commands()]
    expected = (
        "demo list show new import check export copy text mail count outlets backup restore rules config doctor "
    )
    expected += "completion"
    assert names == expected.split()
    told = run("--help").out
    assert all(f"\n    {name} " in told for name in names)


def test_no_option_of_a_command_is_taken_by_the_common_ones() -> None:
    from humas_tui.cli.command import COMMON
    from humas_tui.cli.commands import commands

    taken = {argument.name for argument in COMMON}
    assert not [a for command in commands() for a in command.arguments if a.name in taken]


def test_the_language_is_chosen_before_anything_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from humas_tui import i18n

    monkeypatch.setenv("HUMAS_TUI_LANG", "id")
    run("list")
    assert i18n.current() == "id"
    run("list", "--lang", "en")
    assert i18n.current() == "en"


def test_a_value_may_begin_with_a_dash(run: Run, keep: Keep) -> None:
    kept = keep(headline="Air - bersih")
    assert run("list", "--search=- bersih").out.startswith(kept.id)


def test_a_read_function_refuses_in_the_programs_own_words() -> None:
    from humas_tui.cli.command import parse
    from humas_tui.cli.commands import find

    with pytest.raises(UsageError, match="draf, tinjau, disetujui, terbit, arsip"):
        parse(find("list"), ["--status", "foo"])
