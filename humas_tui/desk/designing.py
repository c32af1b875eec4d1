"""Designing the letterhead: a release on the page of an office that is not in the settings yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from msgspec import structs

from ..errors import HumasError, NotFoundError, UnreadableFileError, system_reason
from ..i18n import _
from ..model import Office, Release
from ..outlets import Manuscript, Passage
from ..outlets.darkroom import developed
from ..outlets.page import PHOTO_PIXELS
from ..outlets.sheet import page_preview
from ..ports import Files
from .photographing import read_photo
from .releasing import safe

#: Enough for a pane of 100 columns in a terminal that shows pictures; a page takes a tenth of a second.
PIXELS_PER_INCH: Final = 100
_THEN: Final = datetime(2026, 11, 18, 2, tzinfo=UTC)
#: What is shown where there is no release yet; its number also where the release has none.
EXAMPLE: Final = Release(
    id="06a2abe4gr2ra",
    created=_THEN,
    updated=_THEN,
    number="021/HUMAS/XI/2026",
    headline="Puskesmas Keliling Singgah di Tiga Desa Setiap Selasa",
    summary="Warga dapat berobat tanpa biaya dengan menunjukkan kartu tanda penduduk.",
    place="Sukamaju",
    body=(
        "Puskesmas keliling melayani warga Desa Cibening, Desa Karanganyar, dan Desa Tanjungsari mulai Selasa "
        "(24/11/2026). Warga tidak perlu lagi menempuh 18 kilometer untuk memeriksakan tekanan darah.\n\n"
        "“Kami datang ke balai desa pukul 08.00–12.00 WIB. Ibu hamil dan warga lanjut usia didahulukan,” kata "
        "Kepala Puskesmas Sukamaju.\n\n"
        "Setiap kunjungan diikuti satu dokter, dua perawat, dan satu petugas obat. Obat diberikan tanpa biaya."
    ),
)


@dataclass
class Designing:
    """The page of one release: with its photos, and with a number, so that the place of that can be seen."""

    files: Files
    release: Release = EXAMPLE
    _photos: dict[str, bytes] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        release = safe(self.release)
        self.release = release if release.number else structs.replace(release, number=EXAMPLE.number)

    def pages(self, office: Office) -> tuple[bytes, ...]:
        """Its pages as an office prints them, a PNG each. Takes half a second: for a worker.

        Raises NotFoundError or UnreadableFileError for a logo that is not there or no picture, and for a
        letterhead of the office's own that no document can be made in (the page is without it); RefusedError where
        there is no typst on this machine, UnwritableError where it has no room to work."""
        from ..outlets import docx, pdf

        if office.letterhead:
            docx.examine_letterhead(self._read(office.letterhead), office.letterhead)
        logo = {office.logo: self._read(office.logo)} if office.logo else {}
        return pdf.pictures(Manuscript(self.release, office, logo | self._developed()), PIXELS_PER_INCH)

    def passages(self, office: Office) -> tuple[Passage, ...]:
        """The page in words."""
        return page_preview(self.release, office)

    def _read(self, file: str) -> bytes:
        try:
            return self.files.read(file)
        except FileNotFoundError as error:
            raise NotFoundError(what=_("file"), name=file) from error
        except OSError as error:
            raise UnreadableFileError(file=file, reason=system_reason(error)) from error

    def _developed(self) -> dict[str, bytes]:
        """The photos, made ready once. One that cannot be had is left out: that is told where it is sent."""
        for photo in self.release.photos:
            if photo.file not in self._photos:
                try:
                    content = read_photo(self.files, photo)
                    self._photos[photo.file] = developed(content, photo.file, PHOTO_PIXELS)
                except HumasError:
                    self._photos[photo.file] = b""
        return {file: content for file, content in self._photos.items() if content}
