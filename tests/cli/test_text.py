"""``humas-tui text``: a text for an account, seen, written, composed again; what ``copy``, ``export`` and ``show``
say of it."""

from __future__ import annotations

import io
import json
from typing import Any
from zipfile import ZipFile

import pytest

from humas_tui.model import Release
from humas_tui.outlets import find
from humas_tui.store import ReleaseStore
from tests.cli.conftest import HOSTILE, Keep, Run
from tests.conftest import Places

NEWS = "Baris satu.\n\nBaris dua “kutip”."


@pytest.fixture
def one(keep: Keep) -> Release:
    return keep(headline="Pasar Murah Dibuka", summary="Beras dijual murah.", body="Isi.")


@pytest.fixture
def written(run: Run, one: Release, places: Places) -> Release:
    """It has a text of its own for X."""
    (places.folder / "teks.txt").write_text(NEWS + "\n\n", encoding="utf-8")
    assert run("text", one.id, "teks.txt", "--for", "x").code == 0
    return one


def stored(places: Places, identifier: str) -> Release:
    found = ReleaseStore(places.data).get(identifier)
    assert found is not None
    return found


def change(places: Places, identifier: str, **fields: Any) -> None:
    with ReleaseStore(places.data) as store:
        one = store.get(identifier)
        assert one is not None
        store.put([one.revised(one.updated, **fields)])


def test_without_a_file_it_prints_what_goes_out(run: Run, one: Release) -> None:
    result = run("text", one.id, "--for", "x")
    assert (result.code, result.out) == (0, "Pasar Murah Dibuka\n\nBeras dijual murah.\n")
    assert "X" in result.err
    assert run("copy", one.id, "--for", "x", "--print").out == result.out


def test_what_is_written_by_hand_goes_out_everywhere(run: Run, written: Release, places: Places) -> None:
    assert run("text", written.id, "--for", "X").out == NEWS + "\n"
    assert run("copy", written.id, "--for", "x", "--print").out == NEWS + "\n"
    exported = run("export", written.id, "--to", "x,kit")
    assert exported.code == 0
    text, kit = (places.folder / name for name in exported.out.splitlines())
    assert text.read_text(encoding="utf-8") == NEWS + "\n"
    with ZipFile(kit) as file:
        assert file.read(text.name).decode() == NEWS + "\n"
    assert run("export", "--all", "--to", "x", "--out", "semua").code == 0
    assert (places.folder / "semua" / text.name).read_text(encoding="utf-8") == NEWS + "\n"
    assert "Beras dijual murah." in run("copy", written.id, "--for", "instagram", "--print").out


def test_from_standard_input_made_safe(run: Run, one: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(HOSTILE.encode()), encoding="utf-8"))
    assert run("text", one.id, "-", "--for", "instagram").code == 0
    found = run("text", one.id, "--for", "instagram").out
    assert found == "Waspada [/]\nbaris dua\t[bold]\n"


def test_what_it_says_of_a_release_that_has_changed_since(run: Run, written: Release, places: Places) -> None:
    assert run("copy", written.id, "--for", "x", "--print").err == ""
    change(places, written.id, body="Isi lain.", headline="Pasar Murah Ditutup")
    for words in (
        ("copy", written.id, "--for", "x", "--print"),
        ("copy", written.id, "--for", "x"),
        ("export", written.id, "--to", "x"),
        ("export", written.id, "--to", "kit"),
        ("text", written.id, "--for", "x"),
    ):
        result = run(*words)
        assert result.code == 0
        assert "the release has changed since" in result.err, words
    changes = run("text", written.id, "--for", "x", "--changes").out.splitlines()
    assert changes == [
        "- Headline: Pasar Murah Dibuka",
        "+ Headline: Pasar Murah Ditutup",
        "- Isi.",
        "+ Isi lain.",
    ]
    assert run("text", written.id, "--for", "x", "--keep").code == 0
    assert run("copy", written.id, "--for", "x", "--print").err == ""
    assert run("text", written.id, "--for", "x", "--changes").out == ""
    assert stored(places, written.id).texts[0].text == NEWS


def test_as_json(run: Run, written: Release, places: Places) -> None:
    change(places, written.id, body="Isi lain.")
    found = json.loads(run("text", written.id, "--for", "x", "--json").out)
    assert found == {
        "outlet": "x",
        "text": NEWS,
        "by_hand": True,
        "composed": "Pasar Murah Dibuka\n\nBeras dijual murah.",
        "changed": ["body"],
    }
    assert json.loads(run("text", written.id, "--for", "facebook", "--json").out)["by_hand"] is False


def test_composed_again(run: Run, written: Release, places: Places) -> None:
    assert run("text", written.id, "--for", "x", "--reset").code == 0
    assert run("text", written.id, "--for", "x").out.startswith("Pasar Murah Dibuka")
    assert stored(places, written.id).texts == ()
    with ReleaseStore(places.data) as store:
        (version,) = store.versions(written.id)
        assert store.version(written.id, version.number).texts[0].text == NEWS


def test_over_a_limit_it_is_kept_and_its_copy_refused(run: Run, one: Release, places: Places) -> None:
    (places.folder / "panjang.txt").write_text("a" * 2201)
    result = run("text", one.id, "panjang.txt", "--for", "instagram")
    assert result.code == 0
    assert "2,201" in result.err
    refused = run("copy", one.id, "--for", "instagram", "--print")
    assert (refused.code, refused.out) == (5, "")
    assert run("export", one.id, "--to", "instagram").code == 5
    forced = run("copy", one.id, "--for", "instagram", "--print", "--force")
    assert (forced.code, forced.out) == (0, "a" * 2201 + "\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--for", "docx"), 2),
        (("kosong.txt", "--for", "x"), 2),
        (("--for", "x", "--reset", "--keep"), 2),
        (("teks.txt", "--for", "x", "--reset"), 2),
        ((), 2),
        (("tidak-ada.txt", "--for", "x"), 3),
        (("--for", "zzz"), 3),
    ],
    ids=str,
)
def test_what_cannot_be(run: Run, one: Release, places: Places, words: tuple[str, ...], code: int) -> None:
    (places.folder / "kosong.txt").write_text(" \n\t\n")
    (places.folder / "teks.txt").write_text("Teks")
    before = places.data.read_bytes()
    result = run("text", one.id, *words)
    assert (result.code, result.out) == (code, "")
    assert "Traceback" not in result.err
    assert places.data.read_bytes() == before


def test_show_tells_of_it(run: Run, written: Release, places: Places) -> None:
    assert "Own text: x\n" in run("show", written.id).out
    change(places, written.id, place="Sukamaju")
    assert "Own text: x; the release has changed since\n" in run("show", written.id).out
    (own,) = json.loads(run("show", written.id, "--json").out)["texts"]
    assert (own["outlet"], own["text"], own["basis"]["headline"]) == ("x", NEWS, "Pasar Murah Dibuka")
    assert set(own["basis"]) == set(find("x").reads)


def test_one_of_an_outlet_that_is_not_there_stays(run: Run, written: Release, places: Places) -> None:
    content = json.loads(places.data.read_text(encoding="utf-8"))
    (document,) = content["releases"].values()
    foreign = {"outlet": "kanal-baru", "text": "Halo", "voice": "alto", "basis": {"mood": "senang"}}
    document["texts"].append(foreign)
    places.data.write_text(json.dumps({"releases": {"1": document}}), encoding="utf-8")
    assert run("text", written.id, "teks.txt", "--for", "facebook").code == 0
    assert run("text", written.id, "--for", "x", "--reset").code == 0
    found = json.loads(places.data.read_text(encoding="utf-8"))["releases"].popitem()[1]
    assert [own["outlet"] for own in found["texts"]] == ["kanal-baru", "facebook"]
    assert found["texts"][0] == foreign


@pytest.mark.parametrize("content", [b"\xff\xd8\xff\xe0" + b"gambar " * 40, bytes(5000)], ids=["photo", "zeros"])
def test_a_file_that_is_no_text_is_refused_and_nothing_is_written(
    run: Run, one: Release, places: Places, content: bytes
) -> None:
    (places.folder / "foto.jpg").write_bytes(content)
    for words in (("text", one.id, "foto.jpg", "--for", "x"), ("count", "foto.jpg", "--for", "x")):
        done = run(*words)
        assert done.code == 3
        assert "foto.jpg" in done.err
        assert "not a text file" in done.err
        assert done.out == ""
    assert stored(places, one.id).texts == ()
