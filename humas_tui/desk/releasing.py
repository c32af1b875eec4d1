"""Releasing: a release made into what an outlet takes, then written or copied."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..errors import FaultyOutletError, HumasError, RefusedError, UsageError
from ..i18n import N_, _
from ..model import Office, Photo, Release, from_document, to_document
from ..outlets import Artifact, Manuscript, Measure, Outlet, Part
from ..outlets.darkroom import developed
from ..outlets.outlet import file_stem
from ..ports import Clipboard, CopyReport, Files, Log, never
from ..text.clean import clean_values
from .photographing import read_photo, refuse_unpermitted, shown_unpermitted

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

#: Files that are being written at a time in an export: each waits for the disk to confirm it, and a disk confirms
#: several in the time of one (800 files: 0.4 s instead of 2.5 s).
AHEAD: Final = 4


@dataclass(frozen=True)
class Exported:
    """What came of one release for one outlet: the path written, and ``cautions`` (see there), or the error."""

    release: Release
    outlet: Outlet
    path: Path | None = None
    error: HumasError | None = None
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Copied:
    """What came of copying: the report of the clipboard, and which part of how many it holds (from 1)."""

    report: CopyReport
    part: int = 1
    parts: int = 1


@dataclass
class Releasing:
    """The use cases of sending out. Where they are ``force``d, a file that is there is replaced, a text may be
    over its limit, and photos that cannot be read are left out; ``unpermitted`` photos are a matter of their own.
    ``log`` is told of texts over a limit and of such photos; what cannot be logged is not sent."""

    clipboard: Clipboard
    files: Files
    office: Office
    log: Log | None = None
    _last: tuple[str, str, tuple[Part, ...], int] | None = field(default=None, init=False)

    def render(
        self, release: Release, outlet: Outlet, *, force: bool = False, unpermitted: bool = False
    ) -> Artifact:
        """The finished file. Raises what ``read_photo`` raises, unless ``force``d, UnreadableFileError for a photo
        that is no picture, and RefusedError for one that shows people without permission, unless ``unpermitted``.
        """
        return outlet.artifact(self._manuscript(safe(release), outlet, force, unpermitted))

    def text(self, release: Release, outlet: Outlet) -> str:
        """What the release says in that outlet: composed from it, as long as none was written by hand."""
        return outlet.text(safe(release), self.office)

    def check(self, release: Release, outlet: Outlet, *, force: bool = False) -> None:
        """Raise RefusedError, naming each limit that the text is over. ``force``d, that is logged instead.

        Raises UnwritableError where it cannot be: what is not logged is not sent over a limit."""
        reasons = over_limit(outlet, self.text(release, outlet)) if outlet.limits or outlet.limit else []
        if not reasons:
            return
        if not force:
            raise RefusedError(reason="; ".join(reasons))
        if self.log is not None:
            self.log.forced(release, outlet.name, reasons)

    def export(
        self,
        releases: Iterable[Release],
        outlets: Sequence[Outlet],
        folder: Path,
        *,
        force: bool = False,
        unpermitted: bool = False,
        stopped: Callable[[], bool] = never,
    ) -> Iterator[Exported]:
        """Write each release for each outlet; one that fails does not stop the others. Of two with the same
        number or date and the same headline the second is named after its identifier too, so that none of these
        files takes the place of another. Nothing of a release is kept but its file name.

        The disk has AHEAD files under way at a time. Once ``stopped``, no more is begun, and those are told of.
        What ``releases`` raise is raised when that is done."""
        from concurrent.futures import ThreadPoolExecutor

        begun: deque[tuple[Release, Outlet, tuple[str, ...], Future[Path]]] = deque()
        broken: HumasError | None = None
        with ThreadPoolExecutor(AHEAD) as disk:
            try:
                for release, outlet, stem in _files(releases, outlets):
                    if stopped():
                        break
                    made, told = self._made(release, outlet, force, unpermitted)
                    name = f"{stem}.{outlet.suffix}"
                    begun.append((release, outlet, told, _begin(disk, self.files, folder, name, made, force)))
                    if len(begun) >= AHEAD:
                        yield _ended(*begun.popleft())
            except HumasError as error:
                broken = error
            while begun:
                yield _ended(*begun.popleft())
        if broken is not None:
            raise broken

    def export_together(
        self,
        releases: Iterable[Release],
        outlets: Sequence[Outlet],
        folder: Path,
        *,
        force: bool = False,
        unpermitted: bool = False,
        stopped: Callable[[], bool] = never,
    ) -> Iterator[Exported]:
        """Write all releases as one file for each outlet, told of under the first of them; nothing where there is
        none. Once ``stopped``, no more is begun."""
        every = [safe(release) for release in releases]
        for outlet in outlets if every else ():
            if stopped():
                return
            try:
                content = self._together(every, outlet, force, unpermitted)
                told = [caution for release in every for caution in cautions(release, outlet, self.office)]
                path = self.files.write(folder, _name_of_all(every, outlet), content, force=force)
            except HumasError as error:
                yield Exported(every[0], outlet, error=error)
            else:
                yield Exported(every[0], outlet, path, cautions=tuple(dict.fromkeys(told)))

    def _made(
        self, release: Release, outlet: Outlet, force: bool, unpermitted: bool
    ) -> tuple[bytes | HumasError, tuple[str, ...]]:
        """A finished file and the cautions on it; or why there is none."""
        try:
            self.check(release, outlet, force=force)
            content = self.render(release, outlet, force=force, unpermitted=unpermitted).content
            return content, cautions(release, outlet, self.office)
        except HumasError as error:
            return error, ()

    def copy(self, release: Release, outlet: Outlet, *, part: int | None = None, force: bool = False) -> Copied:
        """Put a part of the outlet's text on the clipboard: the one with that number, from 1. Without one, the
        part behind the one that was copied last, as long as the text is the same; behind the last, the first.

        Raises RefusedError when the text is over a limit, and when it has no such part."""
        self.check(release, outlet, force=force)
        parts = outlet.parts(self.text(release, outlet))
        number = self._next(release, outlet, parts) if part is None else part
        report = self.clipboard.copy(_part(parts, number).text)
        self._last = release.id, outlet.name, parts, number
        return Copied(report, number, len(parts))

    def part(self, release: Release, outlet: Outlet, number: int, *, force: bool = False) -> Part:
        """The part of the outlet's text with that number. Raises RefusedError as ``copy`` does."""
        self.check(release, outlet, force=force)
        return _part(outlet.parts(self.text(release, outlet)), number)

    def _next(self, release: Release, outlet: Outlet, parts: tuple[Part, ...]) -> int:
        """The number of the part whose turn it is."""
        if self._last is None or self._last[:3] != (release.id, outlet.name, parts):
            return 1
        return self._last[3] % len(parts) + 1

    def _together(self, releases: Sequence[Release], outlet: Outlet, force: bool, unpermitted: bool) -> bytes:
        if outlet.together is None:
            raise UsageError(
                N_("{outlet} holds one release only. Leave out --together."),
                outlet=_(outlet.title),
            )
        for release in releases:
            self.check(release, outlet, force=force)
        return outlet.together([self._manuscript(release, outlet, force, unpermitted) for release in releases])

    def _manuscript(self, release: Release, outlet: Outlet, force: bool, unpermitted: bool) -> Manuscript:
        if not outlet.pictures:
            return Manuscript(release, self.office)
        if not unpermitted:
            refuse_unpermitted(release)
        pictures = {photo.file: content for photo in release.photos if (content := self._photo(photo, force))}
        pictures = {file: developed(content, file, outlet.longest) for file, content in pictures.items()}
        shown = shown_unpermitted(photo for photo in release.photos if photo.file in pictures)
        if shown and self.log is not None:
            self.log.forced(release, outlet.name, shown)
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


def safe(release: Release) -> Release:
    """The release with every text in it made safe to send: another program may have written to the data file. The
    same value where nothing had to be done."""
    cleaned = from_document(clean_values(to_document(release)))
    return release if cleaned == release else cleaned


def _files(releases: Iterable[Release], outlets: Sequence[Outlet]) -> Iterator[tuple[Release, Outlet, str]]:
    """Each release, made safe, with each outlet, and what its file is called before the suffix."""
    stems: set[str] = set()
    for unsafe in releases:
        release = safe(unsafe)
        stem = unlike(file_stem(release), release.id, stems)
        for outlet in outlets:
            yield release, outlet, stem


def _ended(release: Release, outlet: Outlet, told: tuple[str, ...], written: Future[Path]) -> Exported:
    """What came of a file, once that is known."""
    try:
        return Exported(release, outlet, written.result(), cautions=told)
    except HumasError as error:
        return Exported(release, outlet, error=error)


def _begin(
    disk: Executor, files: Files, folder: Path, name: str, made: bytes | HumasError, force: bool
) -> Future[Path]:
    """Have a file written: the path to come, or why there will be none."""
    from concurrent.futures import Future

    if isinstance(made, bytes):
        return disk.submit(files.write, folder, name, made, force=force)
    refused: Future[Path] = Future()
    refused.set_exception(made)
    return refused


def unlike(stem: str, identifier: str, stems: set[str]) -> str:
    """``stem``, with the identifier behind it where it is one of ``stems``; added to them."""
    chosen = f"{stem}-{identifier}" if stem in stems else stem
    stems.add(chosen)
    return chosen


def _part(parts: tuple[Part, ...], number: int) -> Part:
    if not 1 <= number <= len(parts):
        raise RefusedError(
            reason=_("there is no part {number}; the text has {total}").format(number=number, total=len(parts))
        )
    return parts[number - 1]


def over_limit(outlet: Outlet, text: str) -> list[str]:
    """Why the outlet does not take ``text``, a sentence without its capital each; nothing where it does."""
    return [_over(outlet, measure) for measure in outlet.measures(text) if not measure.fits]


def _over(outlet: Outlet, measure: Measure) -> str:
    limit = measure.limit
    told = (
        _("the title for {outlet} has {count} {unit}; the limit is {limit}")
        if limit.of == "title"
        else _("the text for {outlet} has {count} {unit}; the limit is {limit}")
    )
    return told.format(outlet=_(outlet.title), count=measure.count, unit=_(limit.unit), limit=limit.value)


def cautions(release: Release, outlet: Outlet, office: Office) -> tuple[str, ...]:
    """What does not stop the file but should be known: photos without a description where it is read aloud, texts
    inside it that are over their limit, and outlets of the user's own that it had to be made without."""
    told = _("The photo {file} has no description (alt text) for those who cannot see it; the caption stands in.")
    found = [
        told.format(file=photo.file) for photo in release.photos if outlet.described and not photo.alt.strip()
    ]
    for inner in outlet.encloses():
        try:
            reasons = over_limit(inner, inner.text(release, office)) if inner.limits or inner.apart else []
        except FaultyOutletError as error:
            found.append(
                _("The kit is made without {outlet}. {reason}").format(outlet=_(inner.title), reason=error)
            )
            continue
        found += [_("In the kit, {reason}.").format(reason=reason) for reason in reasons]
    return tuple(found)
