"""The sample data: the archive of an invented newsroom, to try the program with and to test it against."""

from __future__ import annotations

import shutil
from pathlib import Path

from .config import change_settings
from .errors import UnwritableError, system_reason
from .model import Release, from_document
from .store import ReleaseStore
from .text.front_matter import split

PROFILE = "profile.toml"
LOGO = "logo.png"
PHOTOS = "photos"


def samples_folder() -> Path:
    """Where the sample data lies: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "sample_data"
    return installed if installed.is_dir() else package.parent / "sample_data"


def load_samples() -> list[Release]:
    """The sample releases, in the order of their files."""
    return [_read(path) for path in sorted((samples_folder() / "releases").glob("*.md"))]


def make_demo(folder: Path) -> tuple[Path, Path]:
    """Lay a copy of the sample data into ``folder``, which exists; return its data file and settings file.

    The photos lie where the releases name them; what is exported goes there too.
    Raises UnwritableError or StoreError."""
    source = samples_folder()
    data, config = folder / "humas.json", folder / "config.toml"
    try:
        (folder / PHOTOS).mkdir()  # one by one: copytree gathers what fails, and the system's word on it is lost
        for photo in (source / PHOTOS).iterdir():
            shutil.copyfile(photo, folder / PHOTOS / photo.name)
        shutil.copyfile(source / LOGO, folder / LOGO)
        shutil.copyfile(source / PROFILE, config)
    except OSError as error:
        raise UnwritableError(file=folder, reason=system_reason(error)) from error
    change_settings(config, {"export_folder": str(folder / "siaran-pers")})
    with ReleaseStore(data) as store:
        store.put(load_samples())
    return data, config


def _read(path: Path) -> Release:
    fields, body = split(path.read_text(encoding="utf-8"))
    return from_document({**fields, "body": body})
