"""The kit: everything in one zip, safe to unpack anywhere, the same bytes each time."""

from __future__ import annotations

import re
import sys
import tomllib
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_tui.errors import RefusedError, UnreadableFileError
from humas_tui.model import Photo
from humas_tui.outlets import Manuscript, find, kit, outlets
from humas_tui.outlets.kit import KIT
from humas_tui.outlets.photo_sizes import SIZES_FILE, photo_sizes
from tests import samples

from .photographs import SECRETS, opened, quarters, saved

STEM = "02-bus-sekolah-gratis"
NAME = re.compile(r"(foto/(\d+x\d+/)?)?[a-z0-9-]+(\.[a-z0-9]+)+")


def unpacked(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def made(*photos: Photo, **pictures: bytes) -> Manuscript:
    release = samples.blank(headline="Panen", body="Petani memanen.", photos=photos)
    return Manuscript(release, samples.office(), {name.replace("_", "."): one for name, one in pictures.items()})


def test_it_holds_what_the_other_outlets_make_of_the_release() -> None:
    manuscript = samples.manuscript(STEM)
    members = unpacked(KIT.render(manuscript))
    for outlet in outlets():
        artifact = outlet.artifact(manuscript) if outlet is not KIT else None
        if artifact is not None and (outlet.pasted or outlet.name in kit.FILES):
            assert members[artifact.name] == artifact.content, outlet.name
    assert {"docx", "pdf", "txt", "whatsapp"} <= {outlet.name for outlet in KIT.encloses()}
    assert not {"md", "eml", "kit"} & {outlet.name for outlet in KIT.encloses()}
    assert find("kit") is KIT


def test_photos_are_there_in_full_size_and_in_that_of_each_account() -> None:
    manuscript = samples.manuscript(STEM)
    members = unpacked(KIT.render(manuscript))
    (name,) = (name for name in members if re.fullmatch(r"foto/[^/]+\.jpg", name))
    assert members[name] == manuscript.pictures[manuscript.release.photos[0].file]
    for size in photo_sizes():
        framed = opened(members[name.replace("foto/", f"foto/{size.name}/")])
        assert framed.size == (size.width, size.height)


def test_the_sizes_are_facts_with_their_source_and_day() -> None:
    assert (1080, 1350) in [(size.width, size.height) for size in photo_sizes()]
    assert (
        len({size.name for size in photo_sizes()})
        == len(photo_sizes())
        == len(tomllib.loads(SIZES_FILE.read_text())["size"])
    )
    for size in photo_sizes():
        assert size.accounts
        assert size.source
        assert date(2026, 1, 1) <= size.checked <= date(2030, 1, 1)


def test_files_are_sorted_without_a_clock_and_readable_by_everyone() -> None:
    with ZipFile(BytesIO(KIT.render(samples.manuscript(STEM)))) as file:
        entries = file.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    packed = {entry.filename.rpartition(".")[2]: entry.compress_type for entry in entries}
    assert (packed["jpg"], packed["docx"], packed["txt"]) == (ZIP_STORED, ZIP_STORED, ZIP_DEFLATED)


def test_the_list_tells_of_each_photo_on_one_line_a_fact() -> None:
    manuscript = made(
        Photo(
            file="a.jpg", caption="Petani\nmenurunkan\r\ngabah.", photographer="Dimas", alt="Tiga\x1b[1m petani"
        ),
        Photo(file="tiada.jpg", caption="Sawah"),
        a_jpg=saved(quarters()),
    )
    told = unpacked(KIT.render(manuscript))["foto.txt"].decode()
    assert told.startswith(
        "Panen\n\nfoto/01-petani-menurunkan-gabah.jpg\nKeterangan: Petani menurunkan gabah.\nFoto: Dimas\n"
        "Uraian: Tiga petani\n\n02-sawah.jpg (tidak disertakan)\nKeterangan: Sawah\n\nUkuran untuk akun:\n"
    )
    assert "foto/1080x1350: Instagram, Facebook, Threads\n" in told


def test_who_gave_permission_stays_in_the_office() -> None:
    photo = Photo(file="a.jpg", consent="Ibu Enok, 12/10/2026", shows=())
    members = unpacked(KIT.render(made(photo, a_jpg=saved(quarters()))))
    assert not any(b"Enok" in content for content in members.values())


def test_without_photos_there_is_neither_list_nor_folder() -> None:
    assert not [name for name in unpacked(KIT.render(made())) if name.startswith("foto")]


def test_a_headline_without_a_letter_and_captions_without_one_have_names() -> None:
    manuscript = made(Photo(file="a.jpg", caption="…"), Photo(file="a.jpg", caption="…"), a_jpg=saved(quarters()))
    release = samples.blank(headline="…", photos=manuscript.release.photos)
    names = unpacked(KIT.render(Manuscript(release, manuscript.office, manuscript.pictures)))
    assert {"foto/01-foto.jpg", "foto/02-foto.jpg", f"2026-11-18-{release.id}.docx"} <= set(names)


def test_a_photo_that_is_no_picture_is_named() -> None:
    with pytest.raises(UnreadableFileError, match=r"a\.jpg"):
        KIT.render(made(Photo(file="a.jpg"), a_jpg=b"bukan gambar"))


def test_where_there_is_no_pdf_there_is_no_kit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(RefusedError, match="typst"):
        KIT.render(made())


def test_the_preview_names_what_is_in_it() -> None:
    manuscript = samples.manuscript(STEM)
    shown = [
        "".join(run.text for run in passage.runs) for passage in KIT.preview(manuscript.release, manuscript.office)
    ]
    members = unpacked(KIT.render(manuscript))
    sized = {name for name in members if re.search(r"\d+x\d+/", name)}
    assert set(shown) & set(members) == set(members) - sized
    assert "1080x1350 (Instagram, Facebook, Threads)" in shown[-1]


ANYTHING = st.text(max_size=60)
PICTURE = saved(quarters(8, 6))


@given(
    ANYTHING,
    st.lists(
        st.builds(Photo, file=ANYTHING.filter(bool), caption=ANYTHING, photographer=ANYTHING, alt=ANYTHING),
        max_size=4,
    ),
)
@settings(max_examples=25)
def test_whatever_headline_and_captions_hold_it_unpacks_in_its_folder(headline: str, photos: list[Photo]) -> None:
    release = samples.blank(headline=headline, photos=tuple(photos))
    manuscript = Manuscript(release, samples.office(), {photo.file: PICTURE for photo in photos})
    content = KIT.render(manuscript)
    assert content == KIT.render(manuscript)
    members = unpacked(content)
    assert all(NAME.fullmatch(name) for name in members)
    assert len({name.lower() for name in members}) == len(members)
    assert sum(name.count("/") == 1 for name in members) == len(photos)
    assert not any(secret in one for secret in SECRETS for one in members.values())


def test_unpacked_on_a_disk_everything_lies_below_its_folder(tmp_path: Path) -> None:
    with ZipFile(BytesIO(KIT.render(samples.manuscript(STEM)))) as file:
        file.extractall(tmp_path / "kit")
    assert [path.name for path in tmp_path.iterdir()] == ["kit"]
