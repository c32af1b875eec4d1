"""Backups that somebody forged: each is refused in one sentence, and nothing of it is used."""

from __future__ import annotations

import errno
import os
import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from humas_tui.errors import UnreadableFileError
from humas_tui.store import unbundling
from humas_tui.store.bundle import DATA, MANIFEST, MEMBERS, is_safe
from humas_tui.store.unbundling import DAMAGED, NOT_A_BACKUP, Bundle
from tests.store.offices import (
    PNG,
    Content,
    Office,
    a_link,
    another,
    forged,
    furnished,
    image,
    manifest,
    patched,
    raw_name,
    small,
    write_zip,
)

ONE = image(another())
TOO_LARGE = "it is larger than a backup can be"


pytestmark = pytest.mark.usefixtures("english")


def refused(path: Path, reason: str = DAMAGED) -> None:
    """That a backup is refused, and for that reason."""
    with pytest.raises(UnreadableFileError) as caught, Bundle(path) as bundle:
        bundle.verify()
    assert caught.value.details == {"file": path, "reason": reason}


def test_a_forged_backup_with_nothing_wrong_is_read(tmp_path: Path) -> None:
    """Otherwise the tests below would show nothing."""
    path = forged(
        tmp_path / "a.zip", ("files/photos/a.jpg", PNG), ("settings/logo.png", PNG), ("config.toml", b"")
    )
    with Bundle(path) as bundle:
        bundle.verify()
        assert b"".join(bundle.pieces("files/photos/a.jpg")) == PNG
        assert bundle.report().releases == 1


HOSTILE_NAMES = [
    "../keluar.jpg",
    "files/../../keluar.jpg",
    "files/photos/../../../keluar.jpg",
    "files/..",
    "files/./a.jpg",
    "/etc/passwd",
    "files//etc/a.jpg",
    "//server/share/a.jpg",
    "files/C:/a.jpg",
    "files/C:a.jpg",
    "C:\\a.jpg",
    "files/photos\\..\\..\\a.jpg",
    "files/a.jpg\0.txt",
    "humas.json\0",
    "files/a\nb.jpg",
    "files/.bashrc",
    "files/.ssh/kunci.png",
    "files/mulai.bat",
    "files/mulai.desktop",
    "files/humas.json",
    "files/humas.json.j000001",
    "settings/config.toml",
    "files/",
    "files/photos/",
    "settings/",
    "lain.txt",
    "files/kata.txt",
    "settings/radio.toml",
    "settings/outlets/radio.j2",
    "Humas.json",
    "humas.json.bak",
    "humas.json.j000001",
    "",
    "files/" + "a" * 1001,
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_no_name_leads_anywhere_else(tmp_path: Path, name: str) -> None:
    refused(forged(tmp_path / "a.zip", (raw_name(name), b"Diserang")), NOT_A_BACKUP)


@pytest.mark.parametrize(
    "kind", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFBLK, stat.S_IFCHR, stat.S_IFSOCK]
)
@pytest.mark.parametrize("name", ["files/a.jpg", DATA])
def test_a_member_is_a_plain_file(tmp_path: Path, kind: int, name: str) -> None:
    data = image(another())
    members: list[Content] = [(raw_name(DATA, kind if name == DATA else 0), data)]
    if name != DATA:
        members.append((raw_name(name, kind | 0o777), b"/etc/passwd"))
    told = {DATA: data} | ({name: b"/etc/passwd"} if name != DATA else {})
    write_zip(tmp_path / "a.zip", [*members, (MANIFEST, manifest(told))])
    refused(tmp_path / "a.zip", NOT_A_BACKUP)


def test_a_link_is_refused(tmp_path: Path) -> None:
    refused(forged(tmp_path / "a.zip", (a_link("files/photos.jpg"), b"/etc")), NOT_A_BACKUP)


@pytest.mark.parametrize("name", [DATA, MANIFEST, "files/a.jpg"])
def test_a_name_comes_once(tmp_path: Path, name: str) -> None:
    data = {DATA: image(another()), "files/a.jpg": PNG}
    members: list[Content] = [*data.items(), (MANIFEST, manifest(data))]
    again = next(content for named, content in members if named == name)
    write_zip(tmp_path / "a.zip", [*members, (name, again)])
    refused(tmp_path / "a.zip", NOT_A_BACKUP)


@pytest.mark.parametrize("name", [DATA, "files/a.jpg", "config.toml"])
def test_a_bomb_is_refused_before_it_is_read(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytes(600_000)
    path = forged(tmp_path / "a.zip", *([] if name == DATA else [(name, content)]), data=content)

    def read(*args: object) -> bytes:
        raise AssertionError("a byte of it was read")

    monkeypatch.setattr(zipfile.ZipFile, "open", read)
    refused(path, TOO_LARGE)


def test_a_bomb_that_belies_its_size_is_refused(tmp_path: Path) -> None:
    """The list says a small size, the member expands to a large one."""
    content = image(another()) + b" " * 5_000_000
    path = forged(tmp_path / "a.zip", data=content, told={DATA: b"x" * 1000})
    refused(patched(path, struct.pack("<L", len(content)), struct.pack("<L", 1000)))


def test_many_members_are_refused_before_they_are_listed(tmp_path: Path) -> None:
    path = forged(tmp_path / "a.zip", *((f"files/{number}.jpg", b"") for number in range(MEMBERS)))
    refused(path)


def test_a_list_that_is_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = forged(tmp_path / "a.zip", *((f"files/{number}.jpg", b"") for number in range(100)))
    monkeypatch.setattr(unbundling, "LARGEST_LIST", 4000)
    refused(path)


def test_a_member_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """Its size in the list is enough."""
    path = forged(tmp_path / "a.zip", ("config.toml", random.Random(1).randbytes(1 << 20) + b"x"))
    refused(path, TOO_LARGE)


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = forged(tmp_path / "a.zip")
    content = bytearray(path.read_bytes())
    for signature, place in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        content[content.find(signature) + place] |= 1
    path.write_bytes(content)
    refused(path, "it is encrypted")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_method_that_is_not_ours_is_refused(tmp_path: Path, method: int) -> None:
    data = image(another())
    with zipfile.ZipFile(tmp_path / "a.zip", "w", method) as archive:
        archive.writestr(DATA, data)
        archive.writestr(MANIFEST, manifest({DATA: data}))
    refused(tmp_path / "a.zip", NOT_A_BACKUP)


@pytest.mark.parametrize(
    ("members", "told", "reason"),
    [
        ({DATA: ONE}, None, NOT_A_BACKUP),
        ({DATA: ONE}, b"", DAMAGED),
        ({DATA: ONE}, b'{"x":' + b"".join(b"[%d," % number for number in range(5000)), DAMAGED),
        ({DATA: ONE}, b'{"format": 1}', NOT_A_BACKUP),
        ({DATA: ONE}, manifest({DATA: ONE}, format=2), "a newer version of humas-tui made it"),
        ({DATA: ONE}, manifest({DATA: ONE}, format="1"), NOT_A_BACKUP),
        ({DATA: ONE}, manifest({DATA: ONE}, time="2026-11-22"), NOT_A_BACKUP),
        ({DATA: ONE}, manifest({DATA: ONE + b" "}), DAMAGED),
        ({DATA: ONE}, manifest({DATA: ONE[::-1]}), DAMAGED),
        ({DATA: ONE}, manifest({}), DAMAGED),
        ({DATA: ONE}, manifest({DATA: ONE, "files/a.jpg": b""}), DAMAGED),
        ({DATA: ONE, "files/a.jpg": b""}, manifest({DATA: ONE}), DAMAGED),
        ({"files/a.jpg": PNG}, manifest({"files/a.jpg": PNG}), DAMAGED),
        ({}, None, NOT_A_BACKUP),
    ],
)
def test_the_manifest_tells_of_everything_and_truly(
    tmp_path: Path, members: dict[str, bytes], told: bytes | None, reason: str
) -> None:
    write_zip(tmp_path / "a.zip", [*members.items(), *([(MANIFEST, told)] if told is not None else [])])
    refused(tmp_path / "a.zip", reason)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\3\4" + bytes(200), b"kata " * 1000, b"\0" * 5000])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    refused(path)


def test_another_kind_of_zip_is_refused(tmp_path: Path) -> None:
    write_zip(tmp_path / "a.zip", [("word/document.xml", b"<w:document/>")])
    refused(tmp_path / "a.zip", NOT_A_BACKUP)


def test_a_backup_cut_short_anywhere_is_refused(tmp_path: Path) -> None:
    office = small(tmp_path, "a.png")
    content = office.back_up().read_bytes()
    path = tmp_path / "potongan.zip"
    for length in range(len(content)):
        path.write_bytes(content[:length])
        refused(path)
    print(f"cut short at each of {len(content)} places: refused each time")


def test_a_flipped_bit_is_found_or_does_no_harm(tmp_path: Path) -> None:
    """Some bits of a zip say nothing that is used (the times of members): what is read is right then too."""
    office = small(tmp_path, "a.png")
    path = office.back_up()
    content = path.read_bytes()
    with Bundle(path) as bundle:
        right = {name: b"".join(bundle.pieces(name)) for name in bundle.manifest.members}
    found = 0
    for place in range(len(content)):
        for bit in (0, 3, 7):
            damaged = bytearray(content)
            damaged[place] ^= 1 << bit
            path.write_bytes(damaged)
            try:
                with Bundle(path) as bundle:
                    assert {name: b"".join(bundle.pieces(name)) for name in bundle.manifest.members} == right
            except UnreadableFileError:
                found += 1
    print(f"{3 * len(content)} flipped bits: {found} found, none led to a wrong byte")
    assert found > len(content)


@given(st.data())
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_mutated_backups_are_refused_or_right(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "mutasi.zip"
    office = Office(tmp_path / "kantor")
    if not office.data.exists():
        small(tmp_path / "kantor", "a.png")
        office.back_up()
    content = bytearray((office.folder / "cadangan.zip").read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content)))
        length = data.draw(st.integers(0, 12))
        content[place : place + length] = data.draw(
            st.binary(max_size=12) | st.sampled_from([b"PK\1\2", b"PK\3\4", b"PK\5\6", b"\xff" * 8, b"../"])
        )
    path.write_bytes(content)
    try:
        with Bundle(path) as bundle:
            bundle.verify()
            assert all(name in (DATA, "files/a.png") for name in bundle.manifest.members)
    except UnreadableFileError:
        pass


def test_a_list_lies_beside_the_settings_only_and_is_a_plain_text() -> None:
    assert is_safe("daftar/kata.txt", lists=True)
    assert is_safe("kamus.txt.gz", lists=True)
    for name in ("kata.txt.gz", "kata.TXT", ".txt", "a/.txt", "kata.toml", "radio.j2", "kata.txt.exe"):
        assert not is_safe(name, lists=True), name
    assert not is_safe("kata.txt")


@given(st.text(max_size=40) | st.text(alphabet="./\\:aC~\0 ", max_size=12))
def test_a_safe_name_stays_inside_on_every_system(name: str) -> None:
    from pathlib import PurePosixPath, PureWindowsPath

    if not is_safe(name, lists=True):
        return
    assert ".." not in PurePosixPath(name).parts
    assert not PurePosixPath(name).is_absolute()
    windows = PureWindowsPath("D:/folder") / name
    if is_safe(name, lists=True, on_windows=True):
        assert windows.drive == "D:"
        assert windows.parts[:2] == ("D:\\", "folder")
        assert ".." not in windows.parts
        assert len(windows.parts) == 2 + len(name.split("/"))


def test_a_disk_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = furnished(tmp_path)
    path = office.back_up()

    real = unbundling._Archive.read
    told = left = 0

    def read(archive: unbundling._Archive, size: int | None = -1, /) -> bytes:
        nonlocal left
        left -= 1
        if left == 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(archive, size)

    for number in range(1, 100):
        left = number

        with monkeypatch.context() as patch:
            patch.setattr(unbundling._Archive, "read", read)
            try:
                with Bundle(path) as bundle:
                    bundle.verify()
            except UnreadableFileError:
                told += 1
            else:
                break
    assert told == number - 1 > 5
