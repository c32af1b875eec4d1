"""Photographing: the photos of a release added, described, put into their order, taken out.

A photo that is added is copied into the data folder as it is, named after its content, so that nobody moves it
away and none is there twice. Taken out of a release, its file stays: earlier versions and the trash may show it.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from ..errors import MissingPhotoError, NotFoundError, RefusedError, UnreadableFileError, system_reason
from ..i18n import _
from ..model import SUBJECTS, Photo, Release
from ..outlets.darkroom import Look, developed, look
from ..outlets.photo_names import slug
from ..ports import Files
from ..text.clean import clean_line
from .drafting import Drafting

FOLDER: Final = "photos"
#: Bytes of a photo; those of 108 megapixels have 40 MB.
LARGEST: Final = 50_000_000
MEGABYTE: Final = 1_000_000
SMALL: Final = 1_000  # pixels of the longer side of what is shown in a terminal
DIGITS: Final = 12  # of the fingerprint, in the name: two photos of one office never share it

#: By what the file is, whatever it was called.
_SUFFIXES: Final = {
    "JPEG": ".jpg",
    "PNG": ".png",
    "WEBP": ".webp",
    "GIF": ".gif",
    "BMP": ".bmp",
    "AVIF": ".avif",
}


@dataclass(frozen=True)
class Seen:
    """A photo as its file shows it: how it looks, the size of the file in bytes, and a small picture of it
    (JPEG or PNG)."""

    look: Look
    size: int
    small: bytes


@dataclass
class Photographing:
    """The use cases of the photos. Releases are named by their identifier, photos by their place, from 0."""

    drafting: Drafting
    files: Files

    def see(self, photo: Photo) -> Seen:
        """Open the file of a photo. Takes up to a second: for a worker. Raises what ``read_photo`` raises, and
        UnreadableFileError where it is no picture."""
        content = read_photo(self.files, photo)
        return Seen(look(content, photo.file), len(content), developed(content, photo.file, SMALL))

    def bring_in(self, path: Path) -> Photo:
        """Copy a picture file into the data folder. Takes up to a second: for a worker.

        Raises NotFoundError, UnreadableFileError where it is no picture or too large, UnwritableError."""
        try:
            content = _read(self.files, str(path.absolute()), str(path))
        except FileNotFoundError as error:
            raise NotFoundError(what=_("file"), name=path) from error
        kind = look(content, str(path)).kind
        name = f"{slug(path.stem)}-{sha256(content).hexdigest()[:DIGITS]}{_SUFFIXES[kind]}"
        file = f"{FOLDER}/{name}"
        self.files.keep(file, content)
        return Photo(file=file)

    def add(self, identifier: str, photo: Photo) -> Release:
        """Put a photo behind the others. Raises RefusedError where the release has it already."""
        photos = self._photos(identifier)
        if photo.file in (one.file for one in photos):
            raise RefusedError(reason=_("this photo is in the release already"))
        return self.drafting.revise(identifier, photos=(*photos, photo))

    def put_back(self, identifier: str, place: int, photo: Photo) -> Release:
        """Put a photo where it was before it was taken out."""
        photos = self._photos(identifier)
        return self.drafting.revise(identifier, photos=(*photos[:place], photo, *photos[place:]))

    def change(self, identifier: str, place: int, **changes: Any) -> Release:
        """Change what is said of a photo; texts are laid on one line."""
        photos = list(self._photos(identifier))
        safe = {name: clean_line(value) if isinstance(value, str) else value for name, value in changes.items()}
        photos[place] = replace(photos[place], **safe)
        return self.drafting.revise(identifier, photos=tuple(photos))

    def move(self, identifier: str, place: int, by: int) -> Release:
        """Move a photo by so many places, to the first or the last at most."""
        photos = list(self._photos(identifier))
        photo = photos.pop(place)
        photos.insert(max(0, place + by), photo)
        return self.drafting.revise(identifier, photos=tuple(photos))

    def remove(self, identifier: str, place: int) -> Release:
        """Take a photo out of the release. Its file stays."""
        photos = self._photos(identifier)
        return self.drafting.revise(identifier, photos=photos[:place] + photos[place + 1 :])

    def _photos(self, identifier: str) -> tuple[Photo, ...]:
        return self.drafting.shelf[identifier].photos


def read_photo(files: Files, photo: Photo) -> bytes:
    """The file of a photo. Raises MissingPhotoError, RefusedError where it lies outside the data folder,
    UnreadableFileError where it is too large or the system says no."""
    if photo.outside:
        told = _("the photo {file} lies outside the data folder. Add it to the release again: that copies it in")
        raise RefusedError(reason=told.format(file=photo.file))
    try:
        return _read(files, photo.file, photo.file)
    except FileNotFoundError as error:
        raise MissingPhotoError(file=photo.file) from error


def refuse_unpermitted(release: Release) -> None:
    """Raise RefusedError, naming each photo that shows children or patients without a permission noted."""
    told = _("the photo {file} shows {whom} without permission. Note with the photo who gave it, or leave it out")
    reasons = _unpermitted(release.photos, told)
    if reasons:
        raise RefusedError(reason="; ".join(reasons))


def shown_unpermitted(photos: Iterable[Photo]) -> list[str]:
    """Which of these photos show children or patients without a permission noted, for the record."""
    return _unpermitted(photos, _("the photo {file} shows {whom} without permission"))


def undescribed(release: Release) -> list[str]:
    """Which photos nobody could be told of who cannot see them: neither a description nor a caption is there. A
    PDF/UA-1 (ISO 14289-1, 7.3) and a web page (WCAG 2.2, 1.1.1) need one."""
    told = _(
        "the photo {file} has neither a description (alt text) nor a caption. Write with the photo what it shows"
    )
    return [
        told.format(file=photo.file)
        for photo in release.photos
        if not (photo.alt.strip() or photo.caption.strip())
    ]


def _unpermitted(photos: Iterable[Photo], told: str) -> list[str]:
    return [
        told.format(file=photo.file, whom=_(" and ").join(_(SUBJECTS[subject]) for subject in photo.unpermitted))
        for photo in photos
        if photo.unpermitted
    ]


def _read(files: Files, name: str, told: str) -> bytes:
    """A picture file, of which the user is ``told``. Raises FileNotFoundError, UnreadableFileError."""
    try:
        content = files.read(name)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UnreadableFileError(file=told, reason=_reason(error)) from error
    if len(content) > LARGEST:
        raise UnreadableFileError(file=told, reason=_too_large())
    return content


def _reason(error: OSError) -> str:
    """Why the file cannot be read: in our words for what ``Files.read`` itself refuses."""
    if error.errno == errno.EFBIG:
        return _too_large()
    if error.errno == errno.EISDIR:
        return _("it is a folder")
    return _("it is no file that can be read whole") if error.errno == errno.EINVAL else system_reason(error)


def _too_large() -> str:
    return _("it has more than {most} MB; make it smaller first").format(most=LARGEST // MEGABYTE)
