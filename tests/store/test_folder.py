"""Folders that other computers write to."""

from __future__ import annotations

import os
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from humas_tui.store.folder import Mount, read_mounts, shared_by, warning

HOME = "/home/ani"
LOCAL = (Mount("/", "ext4"), Mount("/proc", "proc"), Mount("/home", "btrfs"))


def told(
    folder: str | PurePath, *mounts: Mount, marks: tuple[str, ...] = (), environment: dict[str, str] | None = None
) -> tuple[str, str] | None:
    """What is told of a folder: the code and the name."""
    path = PurePosixPath(folder) if isinstance(folder, str) else folder
    found = shared_by(path, environment or {}, [*LOCAL, *mounts], lambda one: str(one) in marks)
    assert found is None or found.file == str(path)
    return (found.code, found.details["name"]) if found is not None else None


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Pemkot Sukamaju/humas", "OneDrive"),
        ("Library/CloudStorage/OneDrive-PemkotSukamaju", "OneDrive"),
        ("Dropbox/kantor/humas", "Dropbox"),
        ("Dropbox (Humas)", "Dropbox"),
        ("dropbox", "Dropbox"),
        ("Google Drive/My Drive", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-humas@kota.example/My Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/humas", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Nextcloud/Humas", "Nextcloud"),
        ("Nextcloud2", None),
        ("ownCloud", "ownCloud"),
        (".local/share/humas-tui", None),
        ("Documents/Undangan OneDrive", None),
        ("Dropboxes", None),
    ],
)
def test_by_name(folder: str, program: str | None) -> None:
    assert told(f"{HOME}/{folder}") == (("synchronised", program) if program else None)


@pytest.mark.parametrize(
    ("mark", "program"),
    [
        (f"{HOME}/Kantor/.stfolder", "Syncthing"),
        (f"{HOME}/Kantor/humas/.stfolder", "Syncthing"),
        (f"{HOME}/.stfolder", "Syncthing"),
        (f"{HOME}/Kantor/.dropbox.cache", "Dropbox"),
        (f"{HOME}/Kantor/.nextcloudsync.log", "Nextcloud"),
        (f"{HOME}/Lain/.stfolder", None),
    ],
)
def test_by_what_the_program_leaves_there(mark: str, program: str | None) -> None:
    assert told(f"{HOME}/Kantor/humas", marks=(mark,)) == (("synchronised", program) if program else None)


def test_by_the_variables_of_windows() -> None:
    place = {"OneDriveCommercial": r"C:\Users\ani\Kantor"}
    assert told(PureWindowsPath(r"C:\Users\ani\kantor\humas"), environment=place) == ("synchronised", "OneDrive")
    assert told(PureWindowsPath(r"C:\Users\ani\AppData"), environment=place) is None
    assert told(PureWindowsPath(r"C:\Users\ani\AppData"), environment={"OneDrive": ""}) is None


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("nfs4", "nfs4"),
        ("cifs", "cifs"),
        ("smb3", "smb3"),
        ("fuse.sshfs", "sshfs"),
        ("fuse.rclone", "rclone"),
        ("fuse.gvfsd-fuse", "gvfsd-fuse"),
        ("fuse", "fuse"),
        ("9p", "9p"),
        ("fuse.gocryptfs", None),
        ("fuseblk", None),
        ("fusectl", None),
        ("ext4", None),
        ("tmpfs", None),
        ("overlay", None),
    ],
)
def test_by_the_file_system(kind: str, name: str | None) -> None:
    mount = Mount(f"{HOME}/kantor", kind)
    assert told(f"{HOME}/kantor/humas", mount) == (("network", name) if name else None)
    assert told(f"{HOME}/kantor2", mount) is None


def test_the_file_system_nearest_to_it_and_mounted_last_counts() -> None:
    remote, disk = Mount(HOME, "nfs4"), Mount(f"{HOME}/disk", "ext4")
    assert told(f"{HOME}/disk/humas", remote, disk) is None
    assert told(f"{HOME}/disk/humas", disk, remote) is None
    assert told(f"{HOME}/humas", remote, disk) == ("network", "nfs4")
    assert told(f"{HOME}/humas", remote, Mount(HOME, "ext4")) is None


def test_a_share_of_windows() -> None:
    assert told(PureWindowsPath(r"\\server\humas\data")) == ("network", "SMB")
    assert told(PureWindowsPath(r"D:\humas")) is None


def test_the_table_of_the_system_is_read(tmp_path: Path) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(
        "22 1 252:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n"
        "35 22 0:31 / /media/Dua\\040Kata rw master:1 - cifs //server/humas rw\n"
        "36 22 0:32 / /mnt/x rw - fuse.sshfs ani@server:/ rw\n"
        "broken\n"
        "\n"
    )
    assert read_mounts(table) == [
        Mount("/", "ext4"),
        Mount("/media/Dua Kata", "cifs"),
        Mount("/mnt/x", "fuse.sshfs"),
    ]
    assert read_mounts(tmp_path / "none") == []


@pytest.mark.skipif(not Path("/proc/self/mountinfo").exists(), reason="Linux only")
def test_this_system_tells_its_own() -> None:
    assert any(mount.folder == "/" for mount in read_mounts())


@pytest.mark.skipif(os.name == "nt", reason="Windows has other links")
def test_a_link_into_such_a_folder_is_followed(tmp_path: Path) -> None:
    real = tmp_path / "Dropbox" / "humas.json"
    real.parent.mkdir()
    link = tmp_path / "humas.json"
    link.symlink_to(real)
    found = warning(link)
    assert found is not None
    assert "Dropbox" in found.sentence
    assert str(real.parent) in found.sentence
