"""Making drafts: ``new`` and ``import``."""

from __future__ import annotations

import json

import pytest

from humas_tui.store import ReleaseStore
from tests.cli.conftest import HOSTILE, Run
from tests.conftest import Places


def test_new_keeps_a_draft_and_prints_its_id(run: Run, places: Places) -> None:
    places.config.write_text('[office]\ncity = "Kota Sukamaju"\n')
    result = run("new")
    assert (result.code, result.err) == (0, "")
    (kept,) = ReleaseStore(places.data).all()
    assert (result.out, kept.status, kept.place, kept.headline) == (f"{kept.id}\n", "draf", "Kota Sukamaju", "")


def test_new_takes_a_template_and_a_title(run: Run, places: Places) -> None:
    assert run("new", "--template", "klarifikasi", "--title", HOSTILE).code == 0
    (kept,) = ReleaseStore(places.data).all()
    assert (kept.kind, kept.headline) == ("klarifikasi", "Waspada [/] baris dua [bold]")
    assert "[" in kept.body


def test_an_unknown_template_names_those_there_are(run: Run, places: Places) -> None:
    result = run("new", "--template", "foo")
    assert (result.code, result.out) == (3, "")
    assert "kegiatan" in result.err
    assert not places.data.exists()


def test_import_keeps_each_file(run: Run, places: Places) -> None:
    (places.folder / "satu.md").write_text("# Judul Satu\n\nIsi satu.\n")
    (places.folder / "dua.txt").write_text("Judul Dua\n\nIsi dua.\n")
    result = run("import", "satu.md", "dua.txt")
    assert (result.code, result.err) == (0, "")
    kept = {release.id: release for release in ReleaseStore(places.data).all()}
    one, two = (kept[identifier] for identifier in result.out.splitlines())
    assert one.headline == "Judul Satu"
    assert "Isi satu." in one.body
    assert "Isi dua." in two.body


def test_a_bad_file_does_not_hold_up_the_others(run: Run, places: Places) -> None:
    (places.folder / "baik.md").write_text("# Judul\n\nIsi.\n")
    (places.folder / "buruk.docx").write_bytes(b"no zip at all")
    result = run("import", "buruk.docx", "--json", "baik.md", "hilang.md", "gambar.xyz")
    assert result.code == 3
    (kept,) = ReleaseStore(places.data).all()
    assert json.loads(result.out) == [{"file": "baik.md", "id": kept.id}]
    lines = result.err.splitlines()
    assert [name in line for name, line in zip(["buruk.docx", "hilang.md", "gambar.xyz"], lines, strict=True)]
    assert all(line.startswith("humas-tui: ") for line in lines)


def test_when_nothing_comes_in_nothing_is_kept(run: Run, places: Places) -> None:
    result = run("import", "hilang.md", "--json")
    assert (result.code, json.loads(result.out)) == (3, [])
    assert not places.data.exists()


def test_a_file_may_be_named_as_an_option(run: Run, places: Places) -> None:
    (places.folder / "--lang.md").write_text("# Judul\n\nIsi.\n")
    assert run("import", "--", "--lang.md").code == 0


@pytest.mark.parametrize("words", [["new"], ["import", "satu.md"]])
def test_a_foreign_data_file_is_left_alone(run: Run, places: Places, words: list[str]) -> None:
    (places.folder / "satu.md").write_text("# Judul\n\nIsi.\n")
    places.data.write_text('{"settings": {"1": {"name": "another"}}}')
    result = run(*words)
    assert (result.code, result.out) == (4, "")
    assert places.data.read_text() == '{"settings": {"1": {"name": "another"}}}'
