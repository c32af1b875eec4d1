"""Releasing: a release made into what an outlet takes, then written or copied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import HumasError, RefusedError, UsageError
from ..i18n import N_, _
from ..model import Office, Photo, Release
from ..outlets import Artifact, Manuscript, Outlet
from ..outlets.darkroom import developed
from ..outlets.outlet import file_stem
from ..ports import Clipboard, CopyReport, Files
from .photographing import read_photo, refuse_unpermitted


@dataclass(frozen=True)
class Exported:
    """What came of one release (of several in one file: the first) for one outlet: the path written, or the error;
    and what the officer should know of it all the same."""

    release: Release
    outlet: Outlet
    path: Path | None = None
    error: HumasError | None = None
    cautions: tuple[str, ...] = ()


@dataclass
class Releasing:
    """The use cases of sending out. Where they are ``force``d, a file that is there is replaced, a text may be
    over its limit, and photos that cannot be read are left out; ``unpermitted`` photos are a matter of their own.
    """

    clipboard: Clipboard
    files: Files
    office: Office

    def render(
        self, release: Release, outlet: Outlet, *, force: bool = False, unpermitted: bool = False
    ) -> Artifact:
        """The finished file. Raises what ``read_photo`` raises, unless ``force``d, UnreadableFileError for a photo
        that is no picture, and RefusedError for one that shows people without permission, unless ``unpermitted``.
        """
        return outlet.artifact(self._manuscript(release, outlet, force, unpermitted))

    def export(
        self,
        releases: Sequence[Release],
        outlets: Sequence[Outlet],
        folder: Path,
        *,
        force: bool = False,
        unpermitted: bool = False,
    ) -> Iterator[Exported]:
        """Write each release for each outlet; one that fails does not stop the others."""
        for release in releases:
            for outlet in outlets:
                try:
                    refuse_over_limit(release, outlet, self.office, force=force)
                    artifact = self.render(release, outlet, force=force, unpermitted=unpermitted)
                    path = self.files.write(folder, artifact.name, artifact.content, force=force)
                except HumasError as error:
                    yield Exported(release, outlet, error=error)
                else:
                    yield Exported(release, outlet, path, cautions=cautions(release, outlet, self.office))

    def export_together(
        self,
        releases: Sequence[Release],
        outlets: Sequence[Outlet],
        folder: Path,
        *,
        force: bool = False,
        unpermitted: bool = False,
    ) -> Iterator[Exported]:
        """Write all releases as one file for each outlet."""
        for outlet in outlets:
            try:
                content = self._together(releases, outlet, force, unpermitted)
                path = self.files.write(folder, _name_of_all(releases, outlet), content, force=force)
            except HumasError as error:
                yield Exported(releases[0], outlet, error=error)
            else:
                told = (caution for release in releases for caution in cautions(release, outlet, self.office))
                yield Exported(releases[0], outlet, path, cautions=tuple(dict.fromkeys(told)))

    def copy(self, release: Release, outlet: Outlet, *, force: bool = False) -> CopyReport:
        """Put the outlet's text on the clipboard. Raises RefusedError when it is over the outlet's limit."""
        refuse_over_limit(release, outlet, self.office, force=force)
        return self.clipboard.copy(outlet.text(release, self.office))

    def _together(self, releases: Sequence[Release], outlet: Outlet, force: bool, unpermitted: bool) -> bytes:
        if outlet.together is None:
            raise UsageError(
                N_("{outlet} holds one release only. Leave out --together."),
                outlet=_(outlet.title),
            )
        return outlet.together([self._manuscript(release, outlet, force, unpermitted) for release in releases])

    def _manuscript(self, release: Release, outlet: Outlet, force: bool, unpermitted: bool) -> Manuscript:
        if not outlet.pictures:
            return Manuscript(release, self.office)
        if not unpermitted:
            refuse_unpermitted(release)
        pictures = {photo.file: content for photo in release.photos if (content := self._photo(photo, force))}
        pictures = {file: developed(content, file, outlet.longest) for file, content in pictures.items()}
        return Manuscript(release, self.office, self._logo() | pictures)

    def _logo(self) -> dict[str, bytes]:
        """The logo of the office; nothing where it has none, or it is not there."""
        try:
            return {self.office.logo: self.files.read(self.office.logo)} if self.office.logo else {}
        except OSError:
            return {}

    def _photo(self, photo: Photo, force: bool) -> bytes | None:
        """The bytes of a photo. None where it cannot be read and that is to be passed over."""
        try:
            return read_photo(self.files, photo)
        except HumasError:
            if not force:
                raise
            return None


def _name_of_all(releases: Sequence[Release], outlet: Outlet) -> str:
    """The name of the first, and how many go with it."""
    others = f"-dan-{len(releases) - 1}-lagi" if len(releases) > 1 else ""
    return f"{file_stem(releases[0])}{others}.{outlet.suffix}"


def refuse_over_limit(release: Release, outlet: Outlet, office: Office, *, force: bool) -> None:
    """Raise RefusedError when the text is longer than the outlet takes, unless ``force``d."""
    reasons = [] if force else over_limit(outlet, outlet.text(release, office))
    if reasons:
        raise RefusedError(reason="; ".join(reasons))


def over_limit(outlet: Outlet, text: str) -> list[str]:
    """Why the outlet does not take ``text``, a sentence without its capital each; nothing where it does."""
    limit = outlet.limit
    if limit is None or (count := outlet.count(text)) <= limit.value:
        return []
    told = _("the text for {outlet} has {count} {unit}; the limit is {limit}")
    return [told.format(outlet=_(outlet.title), count=count, unit=_(limit.unit), limit=limit.value)]


def cautions(release: Release, outlet: Outlet, office: Office) -> tuple[str, ...]:
    """What does not stop the file but should be known: photos without a description where it is read aloud, and
    texts inside it that are over their limit."""
    told = _("The photo {file} has no description (alt text) for those who cannot see it; the caption stands in.")
    found = [
        told.format(file=photo.file) for photo in release.photos if outlet.described and not photo.alt.strip()
    ]
    for inner in outlet.encloses():
        reasons = over_limit(inner, inner.text(release, office)) if inner.limit is not None else []
        found += [_("In the kit, {reason}.").format(reason=reason) for reason in reasons]
    return tuple(found)
