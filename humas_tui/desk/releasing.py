"""Releasing: a release made into what an outlet takes, then written or copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import HumasError, MissingPhotoError, RefusedError
from ..i18n import _
from ..model import Office, Release, from_document, to_document
from ..outlets import Artifact, Manuscript, Outlet
from ..ports import Clipboard, CopyReport, Files
from ..text.clean import clean_values


@dataclass(frozen=True)
class Exported:
    """What came of one release for one outlet: the path written, or the error."""

    release: Release
    outlet: Outlet
    path: Path | None = None
    error: HumasError | None = None


@dataclass
class Releasing:
    """The use cases of sending out."""

    clipboard: Clipboard
    files: Files
    office: Office

    def render(self, release: Release, outlet: Outlet, *, force: bool = False) -> Artifact:
        """The finished file. Raises MissingPhotoError unless ``force``d, which leaves such photos out."""
        return outlet.artifact(self._manuscript(safe(release), outlet, force))

    def export(
        self, releases: Sequence[Release], outlets: Sequence[Outlet], folder: Path, *, force: bool = False
    ) -> Iterator[Exported]:
        """Write each release for each outlet; one that fails does not stop the others."""
        for release in releases:
            for outlet in outlets:
                try:
                    refuse_over_limit(release, outlet, self.office, force=force)
                    artifact = self.render(release, outlet, force=force)
                    path = self.files.write(folder, artifact.name, artifact.content, force=force)
                except HumasError as error:
                    yield Exported(release, outlet, error=error)
                else:
                    yield Exported(release, outlet, path)

    def copy(self, release: Release, outlet: Outlet, *, force: bool = False) -> CopyReport:
        """Put the outlet's text on the clipboard. Raises RefusedError when it is over the outlet's limit."""
        return self.clipboard.copy(self.text(release, outlet, force=force))

    def text(self, release: Release, outlet: Outlet, *, force: bool = False) -> str:
        """The outlet's text. Raises RefusedError when it is over the outlet's limit."""
        refuse_over_limit(release, outlet, self.office, force=force)
        return outlet.text(safe(release), self.office)

    def _manuscript(self, release: Release, outlet: Outlet, force: bool) -> Manuscript:
        pictures: dict[str, bytes] = {}
        if outlet.pictures:
            pictures = dict(self._read(release, force))
        return Manuscript(release, self.office, pictures)

    def _read(self, release: Release, force: bool) -> Iterable[tuple[str, bytes]]:
        names = [photo.file for photo in release.photos]
        for name in (*names, self.office.logo):
            if not name:
                continue
            try:
                yield name, self.files.read(name)
            except OSError as error:
                if name in names and not force:
                    raise MissingPhotoError(file=name) from error


def safe(release: Release) -> Release:
    """The release with every text in it made safe to send: another program may have written to the data file. The
    same value where nothing had to be done."""
    cleaned = from_document(clean_values(to_document(release)))
    return release if cleaned == release else cleaned


def refuse_over_limit(release: Release, outlet: Outlet, office: Office, *, force: bool) -> None:
    """Raise RefusedError when the text is longer than the outlet takes, unless ``force``d."""
    limit = outlet.limit
    if limit is None or force:
        return
    count = outlet.count(outlet.text(release, office))
    if count > limit.value:
        raise RefusedError(
            reason=_("the text for {outlet} has {count} {unit}; the limit is {limit}").format(
                outlet=_(outlet.title), count=count, unit=_(limit.unit), limit=limit.value
            )
        )
