"""Sending out: ``export``, ``copy``, ``outlets``."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from humas_tui.model import Photo, Subject
from humas_tui.outlets import find, outlets
from humas_tui.outlets.outlet import Limit, Outlet
from tests.cli.conftest import HOSTILE, Keep, Run
from tests.conftest import Places
from tests.outlets.photographs import quarters, saved

TIGHT = Limit(10, "characters", "a test", date(2026, 11, 18))


@pytest.fixture
def tight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every outlet takes ten characters."""
    monkeypatch.setattr(Outlet, "limit", property(lambda outlet: TIGHT))


def test_export_prints_each_path(run: Run, keep: Keep, places: Places) -> None:
    one, two = keep(headline="Satu"), keep(headline="Dua")
    result = run("export", one.id, "latest", two.id, "--to", "txt, md,TXT", "--out", "keluar")
    assert (result.code, result.err) == (0, "")
    paths = [Path(line) for line in result.out.splitlines()]
    assert [path.as_posix() for path in paths] == [
        "keluar/2026-11-18-satu.txt",
        "keluar/2026-11-18-satu.md",
        "keluar/2026-11-18-dua.txt",
        "keluar/2026-11-18-dua.md",
    ]
    assert all(path.read_bytes() for path in paths)


def test_export_writes_into_the_current_folder(run: Run, keep: Keep, places: Places) -> None:
    keep(headline="Satu")
    assert run("export", "latest", "--to", "txt").out == "2026-11-18-satu.txt\n"
    assert (places.folder / "2026-11-18-satu.txt").exists()


def test_one_that_fails_does_not_hold_up_the_others(run: Run, keep: Keep, places: Places) -> None:
    kept = keep(headline="Satu")
    (places.folder / "2026-11-18-satu.txt").write_text("old")
    result = run("export", "latest", "--to", "txt,md")
    assert (result.code, result.out) == (5, "2026-11-18-satu.md\n")
    assert result.err.startswith(f"humas-tui: {kept.id}, txt: ")
    assert "--force" in result.err
    assert (places.folder / "2026-11-18-satu.txt").read_text() == "old"
    assert run("export", "latest", "--to", "txt", "--force").code == 0
    assert (places.folder / "2026-11-18-satu.txt").read_text() != "old"


def test_a_folder_that_cannot_be_is_told(run: Run, keep: Keep, places: Places) -> None:
    keep(headline="Satu")
    (places.folder / "berkas").write_text("")
    result = run("export", "latest", "--to", "txt", "--out", "berkas")
    assert (result.code, result.out) == (4, "")
    assert "berkas" in result.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["export", "latest", "--to", "zzz"], 3),
        (["export", "latest", "--to", "txt,zzz"], 3),
        (["export", "latest", "--to", " , "], 2),
        (["export", "latest", "zzzz", "--to", "txt"], 3),
        (["copy", "latest", "--for", "zzz"], 3),
        (["copy", "zzzz", "--for", "txt"], 3),
    ],
)
def test_a_name_that_there_is_not_stops_everything(
    run: Run, keep: Keep, places: Places, words: list[str], code: int
) -> None:
    keep(headline="Satu")
    result = run(*words)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("humas-tui: ")
    assert [path.name for path in places.folder.glob("*.txt")] == []


def test_a_bar_is_shown_for_many_and_only_on_a_terminal(run: Run, run_on_terminal: Run, keep: Keep) -> None:
    for number in range(3):
        keep(headline=f"Rilis {number}")
    names = [line.split("\t")[0] for line in run("list").out.splitlines()]
    assert "\r" not in run("export", *names, "--to", "txt,md", "--out", "a").err
    few = run_on_terminal("export", names[0], "--to", "txt,md", "--out", "b")
    assert (few.code, few.err) == (0, "")
    many = run_on_terminal("export", *names, "--to", "txt,md", "--out", "c")
    assert many.code == 0
    assert "Writing" in many.err
    assert len(many.out.splitlines()) == 6
    assert "\x1b" not in many.out


def test_copy_prints_the_very_text(run: Run, run_on_terminal: Run, keep: Keep) -> None:
    kept = keep(headline="Satu", body="Isi _rilis_.")
    from humas_tui.model import Office

    text = find("txt").text(kept, Office())
    result = run("copy", "latest", "--for", "TXT", "--print")
    assert (result.code, result.out, result.err) == (0, text, "")
    keep(headline=HOSTILE, body=HOSTILE)
    assert "\x1b" not in run_on_terminal("copy", "latest", "--for", "txt", "--print").out


def test_copy_says_where_the_text_went(
    run: Run, keep: Keep, monkeypatch: pytest.MonkeyPatch, places: Places
) -> None:
    from humas_tui.deliver import ClipboardChain
    from humas_tui.ports import CopyReport, CopyState

    copied: list[str] = []

    def copy(chain: ClipboardChain, text: str) -> CopyReport:
        copied.append(text)
        return CopyReport(CopyState.CERTAIN, "xclip", places.folder / "salinan.txt")

    monkeypatch.setattr(ClipboardChain, "copy", copy)
    keep(headline="Satu")
    result = run("copy", "latest", "--for", "whatsapp")
    assert (result.code, result.out, result.err) == (0, "", "Copied to the clipboard (xclip).\n")
    assert "Satu" in copied[0]


@pytest.mark.usefixtures("tight")
def test_a_text_over_the_limit_is_refused(run: Run, keep: Keep) -> None:
    keep(headline="Satu", body="Isi yang lebih panjang.")
    for words in (["copy", "latest", "--for", "txt", "--print"], ["export", "latest", "--to", "txt"]):
        refused = run(*words)
        assert (refused.code, refused.out) == (5, "")
        assert "10" in refused.err
        assert run(*words, "--force").code == 0


def test_what_goes_out_over_a_limit_by_force_is_logged(run: Run, keep: Keep, places: Places) -> None:
    kept = keep(headline="kata " * 130)
    log = places.folder / "humas.json.log"
    assert run("copy", "latest", "--for", "threads", "--print").code == 5
    assert run("copy", "latest", "--for", "x", "--print", "--force").code == 0
    assert not log.exists()
    assert run("copy", "latest", "--for", "threads", "--print", "--force").code == 0
    assert run("export", "latest", "--to", "threads,txt", "--force").code == 0
    entries = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [(entry["release"], entry["outlet"]) for entry in entries] == [(kept.id, "threads")] * 2
    assert "the limit is 500" in entries[0]["reasons"][0]
    assert datetime.fromisoformat(entries[0]["time"]).tzinfo is not None
    assert log.stat().st_mode & 0o077 == 0


def test_what_cannot_be_logged_is_not_sent(run: Run, keep: Keep, places: Places) -> None:
    keep(headline="kata " * 130)
    (places.folder / "humas.json.log").mkdir()
    refused = run("copy", "latest", "--for", "threads", "--print", "--force")
    assert (refused.code, refused.out) == (4, "")
    assert "humas.json.log" in refused.err


def test_a_thread_is_printed_whole_or_by_part(run: Run, keep: Keep) -> None:
    keep(headline="Satu", summary="Kalimat pertama. " * 12, key_message="Kalimat lain. " * 15)
    whole = run("copy", "latest", "--for", "x", "--print").out
    parts = whole.rstrip("\n").split("\n\n")
    assert len(parts) == 2
    assert [part.rpartition(" ")[2] for part in parts] == ["(1/2)", "(2/2)"]
    for number, part in enumerate(parts, 1):
        assert run("copy", "latest", "--for", "x", "--print", "--part", str(number)).out == part + "\n"
    assert run("copy", "latest", "--for", "x", "--print", "--part", "3").code == 5
    assert run("copy", "latest", "--for", "x", "--print", "--part", "0").code == 2
    assert run("copy", "latest", "--for", "x", "--print", "--part", "²").code == 2


def test_copying_a_part_tells_which_and_the_next(run: Run, keep: Keep, places: Places) -> None:
    keep(headline="Satu", summary="Kalimat pertama. " * 12, key_message="Kalimat lain. " * 15)
    first, last = (run("copy", "latest", "--for", "x", *words) for words in ([], ["--part", "2"]))
    assert first.err.endswith("Part 1 of 2. The next: --part 2\n")
    assert last.err.endswith("Part 2 of 2.\n")
    assert (places.folder / "salinan-terakhir.txt").read_text(encoding="utf-8").endswith("(2/2)")


def test_outlets_as_json(run: Run) -> None:
    items = json.loads(run("outlets", "--json").out)
    assert [item["name"] for item in items] == [outlet.name for outlet in outlets()]
    keys = ["name", "title", "suffix", "limit", "unit", "source", "checked", "limits"]
    assert all(list(item) == keys for item in items)
    by_name = {item["name"]: item for item in items}
    assert by_name["txt"]["limit"] is by_name["txt"]["unit"] is by_name["txt"]["checked"] is None
    assert isinstance(by_name["whatsapp"]["limit"], int)
    assert date.fromisoformat(by_name["whatsapp"]["checked"])
    assert [(limit["of"], limit["limit"], limit["binding"]) for limit in by_name["instagram"]["limits"]] == [
        ("", 2200, True),
        ("hashtags", 5, True),
        ("opening", 125, False),
    ]
    assert by_name["txt"]["limits"] == []


def test_outlets_in_a_pipe_and_on_a_terminal(run: Run, run_on_terminal: Run) -> None:
    lines = run("outlets").out.splitlines()
    assert len(lines) == len(outlets())
    assert all(line.count("\t") == 6 for line in lines)
    shown = run_on_terminal("outlets", columns=120).out
    first, second = shown.split("\n\n")
    assert first.splitlines()[0].split() == ["Name", "Title", "Suffix", "Limit", "Unit"]
    assert second.splitlines()[0].split() == ["Name", "Limit", "Source", "Checked"]
    assert len(second.splitlines()) == 2 + sum(len(outlet.limits) for outlet in outlets())
    assert re.search(r"^x +280 weighted characters +docs\.x\.com.* 2026-11-28$", second, re.MULTILINE)


def test_the_limits_that_are_listed_are_those_that_bind() -> None:
    from humas_tui.cli.commands.outlets import described

    for outlet in outlets():
        limit = outlet.limit
        assert described(outlet)["limit"] == (limit.value if limit else None)
        assert described(replace(outlet, name="unheard of"))["limit"] is None


def photograph(places: Places, **fields: Any) -> Photo:
    """A photo of the release that is to be kept, its file beside the data."""
    (places.folder / "panen.jpg").write_bytes(saved(quarters()))
    return Photo(file="panen.jpg", **fields)


def test_a_photo_without_permission_is_refused_until_forced(run: Run, keep: Keep, places: Places) -> None:
    keep(headline="Panen", photos=(photograph(places, alt="Padi", shows=(Subject.ANAK,)),))
    refused = run("export", "latest", "--to", "kit")
    assert (refused.code, refused.out) == (5, "")
    assert "panen.jpg shows children without permission" in refused.err
    assert refused.err.count("\n") == 1
    assert run("export", "latest", "--to", "txt").code == 0
    forced = run("export", "latest", "--to", "kit", "--force")
    assert (forced.code, forced.out, forced.err) == (0, "2026-11-18-panen.zip\n", "")
    (line,) = places.data.with_name("humas.json.log").read_text("utf-8").splitlines()
    assert json.loads(line)["reasons"] == ["the photo panen.jpg shows children without permission"]


@pytest.mark.parametrize("words", [["--out", "~0/x"], ["--data", "~nobody-there/a.json"]])
def test_a_home_folder_of_nobody_is_told_and_nothing_is_made(run: Run, keep: Keep, words: list[str]) -> None:
    keep(headline="Panen")
    before = sorted(Path().iterdir())
    result = run("export", "latest", "--to", "txt", *words)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"humas-tui: “{words[1]}” leads nowhere: there is no such home folder.\n"
    assert sorted(Path().iterdir()) == before


def test_a_missing_description_is_told_on_standard_error_only(run: Run, keep: Keep, places: Places) -> None:
    kept = keep(headline="Panen", photos=(photograph(places, caption="Padi"),))
    result = run("export", "latest", "--to", "docx,pdf")
    assert (result.code, result.out) == (0, "2026-11-18-panen.docx\n2026-11-18-panen.pdf\n")
    assert result.err.startswith(f"humas-tui: {kept.id}, pdf: The photo panen.jpg has no description")
    assert result.err.count("\n") == 1


def test_several_releases_go_into_one_mail(run: Run, keep: Keep) -> None:
    one, two = keep(headline="Satu"), keep(headline="Dua")
    result = run("export", one.id, two.id, one.id, "--to", "eml", "--together")
    assert (result.code, result.out, result.err) == (0, "2026-11-18-satu-dan-1-lagi.eml\n", "")
    assert b"Subject: 2 rilis: Satu; Dua\r\n" in Path("2026-11-18-satu-dan-1-lagi.eml").read_bytes()
    assert run("export", one.id, two.id, "--to", "pdf", "--together").code == 2


def test_show_tells_whom_a_photo_shows(run: Run, keep: Keep) -> None:
    both = (Subject.ANAK, Subject.PASIEN)
    keep(
        photos=(
            Photo(file="a.jpg", caption="Padi", shows=both),
            Photo(file="b.jpg", shows=both, consent="Ibu\nEnok"),
        )
    )
    shown = run("show", "latest").out
    assert "Photo: a.jpg (Padi; shows children, patients without permission)\n" in shown
    assert "Photo: b.jpg (shows children, patients; permission: Ibu Enok)\n" in shown


def test_a_formatted_copy_says_where_it_went(
    run: Run, keep: Keep, monkeypatch: pytest.MonkeyPatch, places: Places
) -> None:
    from humas_tui.deliver import ClipboardChain, SystemOpener
    from humas_tui.ports import CopyReport, CopyState

    state = CopyState.CERTAIN
    copied, opened = list[tuple[str, str]](), list[str]()

    def copy(chain: ClipboardChain, html: str, text: str) -> CopyReport:
        copied.append((html, text))
        return CopyReport(state, "X11", places.folder / "salinan.html", (("X11", "the display does not answer"),))

    monkeypatch.setattr(ClipboardChain, "copy_formatted", copy)
    monkeypatch.setattr(SystemOpener, "open", lambda opener, target: opened.append(target))
    keep(headline="Satu & dua", body="Isi **tebal**.")
    html = run("copy", "latest", "--formatted", "--print").out
    assert "<h1>Satu &amp; dua</h1>" in html
    result = run("copy", "latest", "--formatted", "--open")
    assert (result.code, result.out, opened) == (0, "", [])
    assert result.err.startswith("Copied with formatting")
    assert copied == [(html.rstrip("\n"), copied[0][1])]
    assert "Isi tebal." in copied[0][1]
    state = CopyState.FILE
    result = run("copy", "latest", "--formatted", "--open")
    assert (result.code, result.out, opened) == (0, "", [str(places.folder / "salinan.html")])
    assert result.err.startswith("Not copied: the display does not answer. The formatted text is in ")


@pytest.mark.parametrize("more", [["--for", "txt"], ["--part", "1"]])
def test_a_formatted_copy_is_of_no_outlet(run: Run, keep: Keep, more: list[str]) -> None:
    keep(headline="Satu")
    refused = run("copy", "latest", "--formatted", "--print", *more)
    assert (refused.code, refused.out) == (2, "")
    assert "Leave out --for" in refused.err
    assert run("copy", "latest").code == 2


def test_a_short_mail_is_opened_or_its_address_printed(
    run: Run, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    from humas_tui.deliver import SystemOpener

    opened = list[str]()
    monkeypatch.setattr(SystemOpener, "open", lambda opener, target: opened.append(target))
    keep(headline="Rapat dipindah", body="Ke Aula.")
    printed = run("mail", "latest", "--print")
    assert (printed.code, printed.err, opened) == (0, "", [])
    assert printed.out.startswith("mailto:?subject=Rapat%20dipindah&body=")
    result = run("mail", "latest")
    assert (result.code, result.out, opened) == (0, "", [printed.out.strip()])
    assert "the whole text" in result.err
    keep(headline="kata " * 400)
    refused = run("mail", "latest")
    assert (refused.code, refused.out, len(opened)) == (5, "", 1)
    assert "e-mail draft (eml)" in refused.err


def test_a_mail_where_nothing_can_be_opened(run: Run, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.2 50000 10.0.0.1 22")
    keep(headline="Satu")
    refused = run("mail", "latest")
    assert (refused.code, refused.out) == (3, "")
    assert refused.err == "humas-tui: Nothing can be opened from here: over SSH there is no desktop.\n"
