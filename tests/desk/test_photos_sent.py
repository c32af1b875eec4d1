"""Photos on their way out: cleaned, fitted, permitted; several releases in one mail."""

from __future__ import annotations

import re
from base64 import b64decode
from email import message_from_bytes
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from humas_tui.desk import Desk
from humas_tui.errors import RefusedError, UnreadableFileError, UsageError
from humas_tui.model import Photo, Release, Subject
from humas_tui.outlets import find
from tests.fakes import FixedClock, MemoryClipboard, MemoryFiles, MemoryLog, MemoryStore, MemoryVault
from tests.outlets.photographs import SECRETS, opened, quarters, saved, telltale
from tests.samples import FOLDER, STEMS, blank, office, release

WITH_PHOTO = next(release(stem) for stem in STEMS if release(stem).photos)
OUT = Path("/out")


pytestmark = pytest.mark.usefixtures("english")


def made(**files: bytes) -> Desk:
    return Desk(MemoryStore(), FixedClock(), MemoryClipboard(), MemoryFiles(**files), MemoryVault(), office())


def all_files() -> dict[str, bytes]:
    names = [office().logo, *(photo.file for photo in WITH_PHOTO.photos)]
    return {name: (FOLDER / name).read_bytes() for name in names}


def sent(content: bytes, file: str = "a.jpg", **fields: Any) -> tuple[Desk, Release]:
    """A desk with one picture file, and a release that shows it."""
    return made(**{file: content}), blank(
        headline="Panen", photos=(Photo(file=file, **{"caption": "Panen", **fields}),)
    )


def written(desk: Desk) -> bytes:
    """The one file that was exported."""
    (content,) = (found for name, found in desk.releasing.files.contents.items() if name.startswith("/out/"))  # type: ignore[attr-defined]
    return bytes(content)


@pytest.mark.parametrize("outlet", ["docx", "pdf", "html", "eml", "kit"])
def test_no_photo_leaves_with_what_the_telephone_wrote_beside_it(outlet: str) -> None:
    desk, release = sent(telltale(6))
    (exported,) = desk.releasing.export([release], [find(outlet)], OUT)
    assert exported.error is None
    content = written(desk)
    if outlet in ("docx", "kit"):
        with ZipFile(BytesIO(content)) as file:
            content = b"".join(file.read(name) for name in file.namelist())
    if outlet == "html":
        content = b"".join(map(b64decode, re.findall(rb"base64,([A-Za-z0-9+/=]+)", content)))
    if outlet == "eml":
        content = b"".join(part.get_payload(decode=True) or b"" for part in message_from_bytes(content).walk())
    assert b"JFIF" in content
    assert not any(secret in content for secret in SECRETS)


def test_photos_are_made_as_large_as_the_outlet_needs() -> None:
    large = saved(quarters(3000, 2000))
    for outlet, longest in (("docx", 1600), ("eml", 2400), ("kit", 3000)):
        desk, release = sent(large)
        assert desk.releasing.render(release, find(outlet)).content
        manuscript = desk.releasing._manuscript(release, find(outlet), force=False, unpermitted=False)
        assert max(opened(manuscript.pictures["a.jpg"]).size) == longest


def test_a_logo_stays_as_it_is_and_one_that_is_missing_stops_nothing() -> None:
    desk, release = sent(saved(quarters()))
    assert desk.releasing.render(release, find("pdf")).content
    desk.releasing.files.contents[office().logo] = b"apa saja"  # type: ignore[attr-defined]
    manuscript = desk.releasing._manuscript(release, find("eml"), force=False, unpermitted=False)
    assert manuscript.pictures[office().logo] == b"apa saja"
    with pytest.raises(UnreadableFileError, match=re.escape(office().logo)):
        desk.releasing.render(release, find("pdf"))


@pytest.mark.parametrize("outlet", ["docx", "pdf", "html", "eml", "kit"])
def test_children_and_patients_are_not_shown_without_permission(outlet: str) -> None:
    desk, release = sent(saved(quarters()), shows=(Subject.ANAK, Subject.PASIEN))
    (exported,) = desk.releasing.export([release], [find(outlet)], OUT, force=True)
    assert isinstance(exported.error, RefusedError)
    assert exported.error.exit_code == 5
    assert "a.jpg shows children and patients without permission" in str(exported.error)
    (exported,) = desk.releasing.export([release], [find(outlet)], OUT, unpermitted=True)
    assert exported.error is None
    allowed = replace(release, photos=(replace(release.photos[0], consent="Ibu Enok, 12/10/2026"),))
    (exported,) = desk.releasing.export([allowed], [find(outlet)], OUT, force=True)
    assert exported.error is None


def test_what_goes_out_without_permission_is_logged_for_each_outlet_that_shows_it() -> None:
    log = MemoryLog()
    desk, release = sent(saved(quarters()), shows=(Subject.ANAK, Subject.PASIEN))
    desk.releasing.log = log
    list(desk.releasing.export([release], [find("txt"), find("eml")], OUT, force=True))
    assert log.entries == []
    list(desk.releasing.export([release], [find("txt"), find("eml"), find("docx")], OUT, unpermitted=True))
    reason = "the photo a.jpg shows children and patients without permission"
    assert log.entries == [(release.id, "eml", [reason]), (release.id, "docx", [reason])]
    allowed = replace(release, photos=(replace(release.photos[0], consent="Ibu Enok"),))
    list(desk.releasing.export([allowed], [find("html")], OUT, unpermitted=True))
    assert len(log.entries) == 2


def test_a_text_may_be_sent_whatever_the_photo_shows() -> None:
    desk, release = sent(saved(quarters()), shows=(Subject.ANAK,))
    done = list(desk.releasing.export([release], [find("txt"), find("whatsapp")], OUT))
    assert [exported.error for exported in done] == [None, None]


def test_every_photo_without_permission_is_named() -> None:
    photos = tuple(
        Photo(file=f"{name}.jpg", caption="Anak", shows=(Subject.ANAK,), consent=consent)
        for name, consent in zip("abc", ("", "ada", ""), strict=True)
    )
    with pytest.raises(RefusedError) as caught:
        made().releasing.render(blank(photos=photos), find("pdf"))
    assert ("a.jpg" in str(caught.value), "b.jpg" in str(caught.value), "c.jpg" in str(caught.value)) == (
        True,
        False,
        True,
    )


def test_a_photo_without_a_description_is_told_and_sent() -> None:
    desk, release = sent(saved(quarters()), caption="Panen")
    done = {
        name: next(desk.releasing.export([release], [find(name)], OUT))
        for name in ("pdf", "html", "kit", "docx", "eml", "txt")
    }
    assert all(exported.path is not None for exported in done.values())
    told = {
        name
        for name, exported in done.items()
        if any("a.jpg has no description" in one for one in exported.cautions)
    }
    assert told == {"pdf", "html", "kit"}
    desk, release = sent(saved(quarters()), alt="Tiga petani")
    (exported,) = desk.releasing.export([release], [find("pdf")], OUT)
    assert exported.cautions == ()


def test_a_photo_of_which_nothing_is_said_is_in_no_pdf_and_on_no_page() -> None:
    log = MemoryLog()
    desk, release = sent(saved(quarters()), caption=" ")
    desk.releasing.log = log
    for name in ("pdf", "html", "kit"):
        (refused,) = desk.releasing.export([release], [find(name)], OUT)
        assert isinstance(refused.error, RefusedError)
        assert "the photo a.jpg has neither a description (alt text) nor a caption" in str(refused.error)
        (forced,) = desk.releasing.export([release], [find(name)], OUT, force=True)
        assert forced.path is not None
        assert [entry[1] for entry in log.entries] == [name]
        log.entries.clear()
    (sent_on,) = desk.releasing.export([release], [find("docx")], OUT)
    assert sent_on.path is not None


def test_a_text_over_its_limit_in_the_kit_is_told() -> None:
    desk = made()
    (exported,) = desk.releasing.export([blank(headline="A", body="kata " * 20_000)], [find("kit")], OUT)
    assert exported.path is not None
    assert any("In the kit, the text for WhatsApp" in one and "65,536" in one for one in exported.cautions)


@pytest.mark.parametrize("file", ["/etc/passwd.jpg", "../../rahasia.jpg", r"C:\rahasia.jpg"])
def test_a_photo_from_outside_the_data_folder_is_never_read(file: str) -> None:
    desk, release = sent(saved(quarters()), file)
    with pytest.raises(RefusedError, match="outside the data folder"):
        desk.releasing.render(release, find("eml"))
    assert b"image/jpeg" not in desk.releasing.render(release, find("eml"), force=True).content


def test_a_photo_that_is_no_picture_is_refused_by_name() -> None:
    for outlet in ("docx", "pdf", "html", "eml", "kit"):
        desk, release = sent(b"bukan gambar")
        with pytest.raises(UnreadableFileError, match=r"a\.jpg cannot be read: it is not a picture"):
            desk.releasing.render(release, find(outlet))


def test_a_cmyk_photo_keeps_the_claims_of_the_pdf() -> None:
    desk, release = sent(saved(quarters(mode="CMYK")), alt="Padi")
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in desk.releasing.render(release, find("pdf")).content


def test_several_releases_are_one_mail() -> None:
    desk = made(**all_files())
    releases = [WITH_PHOTO, blank(headline="B"), blank(headline="C")]
    (exported,) = desk.releasing.export_together(releases, [find("eml")], OUT, unpermitted=True)
    assert exported.error is None
    assert exported.path is not None
    assert exported.path.name.endswith("-dan-2-lagi.eml")
    assert b"Subject: " in written(desk)
    (again,) = desk.releasing.export_together(releases, [find("eml")], OUT, unpermitted=True)
    assert isinstance(again.error, RefusedError)


def test_one_release_alone_keeps_its_name_in_a_mail() -> None:
    desk = made()
    (exported,) = desk.releasing.export_together([blank(headline="B")], [find("eml")], OUT)
    assert exported.path == OUT / "2026-11-18-b.eml"


def test_what_holds_one_release_only_says_so() -> None:
    done = list(made().releasing.export_together([blank(), blank()], [find("pdf"), find("eml")], OUT))
    assert isinstance(done[0].error, UsageError)
    assert done[1].error is None


def test_permission_is_asked_of_each_release_in_a_mail() -> None:
    desk, release = sent(saved(quarters()), shows=(Subject.PASIEN,))
    (exported,) = desk.releasing.export_together([blank(headline="B"), release], [find("eml")], OUT)
    assert "patients" in str(exported.error)


def test_of_no_release_no_file_is_made_together() -> None:
    assert list(made().releasing.export_together(iter(()), [find("eml")], OUT)) == []


@pytest.mark.parametrize("outlet", ["docx", "pdf", "html", "eml", "kit"])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture"),
        (b"\0\0\0\x18ftypheic" + bytes(50), "HEIC"),
        (saved(quarters())[:500], "damaged"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (20_000).to_bytes(4, "big") * 2 + bytes(100), "not a picture|110"),
    ],
    ids=["empty", "svg", "heic", "cut", "bomb"],
)
def test_a_photo_that_is_none_is_told_and_never_left_out_in_silence(
    outlet: str, content: bytes, told: str
) -> None:
    desk, shown = sent(content)
    with pytest.raises(UnreadableFileError, match=told):
        desk.releasing.render(shown, find(outlet))


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_of_a_film_the_first_picture_is_sent(kind: str) -> None:
    film = BytesIO()
    quarters().save(film, kind, save_all=True, append_images=[quarters().rotate(180)] * 3)
    desk, shown = sent(film.getvalue(), "a." + kind.lower())
    for outlet in ("docx", "pdf", "html", "eml", "kit"):
        assert desk.releasing.render(shown, find(outlet)).content
    with ZipFile(BytesIO(desk.releasing.render(shown, find("kit")).content)) as members:
        (name,) = (name for name in members.namelist() if name.startswith("foto/01") and name.count("/") == 1)
        assert getattr(opened(members.read(name)), "n_frames", 1) == 1
