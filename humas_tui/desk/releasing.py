"""Releasing: a release made into what an outlet takes, then written or copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from threading import Semaphore
from typing import TYPE_CHECKING, Final

from ..errors import (
    FaultyOutletError,
    HumasError,
    NotFoundError,
    RefusedError,
    UnreadableFileError,
    UsageError,
    system_reason,
)
from ..i18n import N_, _
from ..model import Office, Photo, Release, from_document, to_document
from ..outlets import Artifact, Manuscript, Measure, Outlet, Part
from ..outlets.darkroom import developed
from ..outlets.outlet import MOST_CHARACTERS, file_stem
from ..ports import Clipboard, CopyReport, Files, Log, Opener, never
from ..text.clean import clean_values
from ..text.count import grouped
from .photographing import read_photo, refuse_unpermitted, shown_unpermitted, undescribed
from .side_by_side import side_by_side

if TYPE_CHECKING:
    from ..outlets.formatted import Formatted
    from ..outlets.mailto import Note

#: Releases under way at a time in an export, a thread each: while the disk confirms the files of one, which takes
#: longer than to make them, the next are made, and a disk confirms several in the time of one.
AHEAD: Final = 8
#: Outlets with pictures at work at a time: a decoded photo takes up to 330 MB; typst and Pillow use a processor
#: each beside Python.
PICTURED: Final = 2


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
    """What came of copying: the report of the clipboard, which part of how many it holds (from 1), and
    ``cautions`` (see there)."""

    report: CopyReport
    part: int = 1
    parts: int = 1
    cautions: tuple[str, ...] = ()


@dataclass
class Releasing:
    """The use cases of sending out. Where they are ``force``d, a file that is there is replaced, a text may be
    over its limit, and photos that cannot be read are left out; ``unpermitted`` photos are a matter of their own.
    ``log`` is told of texts over a limit and of such photos; what cannot be logged is not sent."""

    clipboard: Clipboard
    files: Files
    office: Office
    log: Log | None = None
    opener: Opener | None = None
    _last: tuple[str, str, tuple[Part, ...], int] | None = field(default=None, init=False)
    _pictured: Semaphore = field(default_factory=lambda: Semaphore(PICTURED), init=False, repr=False)

    def render(
        self, release: Release, outlet: Outlet, *, force: bool = False, unpermitted: bool = False
    ) -> Artifact:
        """The finished file. Raises what ``read_photo`` raises, unless ``force``d, UnreadableFileError for a photo
        that is no picture, and RefusedError for one that shows people without permission, unless ``unpermitted``.
        """
        return outlet.artifact(self._manuscript(safe(release), outlet, force, unpermitted))

    def text(self, release: Release, outlet: Outlet) -> str:
        """What the release says in that outlet: written by hand for it, else composed."""
        return outlet.text(safe(release), self.office)

    def check(self, release: Release, outlet: Outlet, *, force: bool = False) -> None:
        """Raise RefusedError, naming each limit that the text is over. ``force``d, that is logged instead.

        Raises UnwritableError where it cannot be: what is not logged is not sent over a limit."""
        self._check(safe(release), outlet, force)

    def _check(self, release: Release, outlet: Outlet, force: bool) -> None:
        """``check`` for a release that is safe already: making it so takes longer than most texts."""
        reasons = [] if outlet.any_length else too_long(release)
        if (outlet.limits or outlet.limit) and not reasons:
            reasons = over_limit(outlet, outlet.text(release, self.office))
        self._allow(release, outlet, reasons, force)

    def _allow(self, release: Release, outlet: Outlet, reasons: Sequence[str], force: bool) -> None:
        """Raise RefusedError where there are ``reasons``; ``force``d, they are logged instead."""
        if reasons and not force:
            raise RefusedError(reason="; ".join(reasons))
        if reasons and self.log is not None:
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

        Up to AHEAD releases are under way at a time; they are told of in their order. Once ``stopped``, no more
        files are begun, and those that were are told of. What ``releases`` raise is raised when that is done."""

        def finished(named: tuple[Release, str]) -> list[Exported]:
            (release, stem), done = named, list[Exported]()
            for outlet in outlets:
                if stopped():
                    break
                name = f"{stem}.{outlet.suffix}"
                done.append(self._exported(release, outlet, folder / name, force, unpermitted))
            return done

        for done in side_by_side(finished, _named(releases), AHEAD, stopped):
            yield from done

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

    def _exported(self, release: Release, outlet: Outlet, path: Path, force: bool, unpermitted: bool) -> Exported:
        """A file of a safe release, made and written; or why there is none."""
        try:
            with self._pictured if outlet.pictures else nullcontext():
                self._check(release, outlet, force)
                manuscript = self._manuscript(release, outlet, force, unpermitted)
                content = outlet.render(manuscript)
                told = (*cautions(release, outlet, self.office), *outlet.remarks(manuscript, content))
            written = self.files.write(path.parent, path.name, content, force=force)
        except HumasError as error:
            return Exported(release, outlet, error=error)
        return Exported(release, outlet, written, cautions=told)

    def copy(self, release: Release, outlet: Outlet, *, part: int | None = None, force: bool = False) -> Copied:
        """Put a part of the outlet's text on the clipboard: the one with that number, from 1. Without one, the
        part behind the one that was copied last, as long as the text is the same; behind the last, the first.

        Raises RefusedError when the text is over a limit, and when it has no such part."""
        self.check(release, outlet, force=force)
        parts = outlet.parts(self.text(release, outlet))
        number = self._next(release, outlet, parts) if part is None else part
        report = self.clipboard.copy(_part(parts, number).text)
        self._last = release.id, outlet.name, parts, number
        return Copied(report, number, len(parts), cautions(release, outlet, self.office))

    def part(self, release: Release, outlet: Outlet, number: int, *, force: bool = False) -> Part:
        """The part of the outlet's text with that number. Raises RefusedError as ``copy`` does."""
        self.check(release, outlet, force=force)
        return _part(outlet.parts(self.text(release, outlet)), number)

    def formatted(self, release: Release) -> Formatted:
        """The release to be pasted with its formatting, and the same in plain text. Raises RefusedError when it is
        too long for anything to be made of it."""
        from ..outlets.formatted import formatted

        if reasons := too_long(release):
            raise RefusedError(reason="; ".join(reasons))
        return formatted(safe(release), self.office)

    def copy_formatted(self, release: Release) -> CopyReport:
        """Put the formatted text on the clipboard, where that can be; the report tells. Raises RefusedError as
        ``formatted`` does."""
        made = self.formatted(release)
        return self.clipboard.copy_formatted(made.html, made.text)

    def note(self, release: Release) -> Note:
        """The release as a short mail to be written on. Raises RefusedError when it is too long for that."""
        from ..outlets.mailto import LONGEST, note

        made = note(safe(release), self.office)
        if made is None:
            told = _(
                "even headline, summary, message and contacts are too long for a mail opened by an address, which "
                "holds {limit} characters. Export the e-mail draft (eml) instead"
            )
            raise RefusedError(reason=told.format(limit=grouped(LONGEST)))
        return made

    def open_note(self, release: Release) -> Note:
        """Have the mail program open the release as a new message. Raises RefusedError when it is too long for
        that, NotFoundError where no program can be opened."""
        made = self.note(release)
        self.open(made.address)
        return made

    def open(self, target: str) -> None:
        """Have the desktop open an address or a file. Raises NotFoundError where there is none."""
        if self.opener is None:
            raise NotFoundError(N_("Nothing can be opened from here."))
        self.opener.open(target)

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
            self._check(release, outlet, force)
        return outlet.together([self._manuscript(release, outlet, force, unpermitted) for release in releases])

    def _manuscript(self, release: Release, outlet: Outlet, force: bool, unpermitted: bool) -> Manuscript:
        if not outlet.pictures:
            return Manuscript(release, self.office)
        if not unpermitted:
            refuse_unpermitted(release)
        if outlet.described:
            self._allow(release, outlet, undescribed(release), force)
        found = {photo.file: self._photo(photo, force) for photo in release.photos}
        pictures = {file: content for file, content in found.items() if content is not None}
        pictures = {file: developed(content, file, outlet.longest) for file, content in pictures.items()}
        shown = shown_unpermitted(photo for photo in release.photos if photo.file in pictures)
        if shown and self.log is not None:
            self.log.forced(release, outlet.name, shown)
        head = self._letterhead() if outlet.headed else {}
        return Manuscript(release, self.office, self._logo() | head | pictures)

    def _logo(self) -> dict[str, bytes]:
        """The logo of the office; nothing where it has none, or it is not there."""
        try:
            return {self.office.logo: self.files.read(self.office.logo)} if self.office.logo else {}
        except OSError:
            return {}

    def _letterhead(self) -> dict[str, bytes]:
        """The office's own letterhead; nothing where it has none. Raises UnreadableFileError: no release is to go
        out under another one than was chosen."""
        file = self.office.letterhead
        try:
            return {file: self.files.read(file)} if file else {}
        except OSError as error:
            raise UnreadableFileError(file=file, reason=system_reason(error)) from error

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


def _named(releases: Iterable[Release]) -> Iterator[tuple[Release, str]]:
    """Each release, made safe, and what its files are called before the suffix."""
    stems: set[str] = set()
    for unsafe in releases:
        release = safe(unsafe)
        yield release, unlike(file_stem(release), release.id, stems)


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


def too_long(release: Release) -> list[str]:
    """Why no file or text is made of the release: it is so long that it would take minutes; nothing otherwise."""
    texts = (release.headline, release.summary, release.key_message, release.benefit, release.body)
    count = sum(map(len, texts))
    told = _(
        "the release has {count} characters, and files are made of up to {most}. Shorten it, or export md, which "
        "takes any length"
    )
    return [told.format(count=grouped(count), most=grouped(MOST_CHARACTERS))] if count > MOST_CHARACTERS else []


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
    return told.format(
        outlet=_(outlet.title), count=grouped(measure.count), unit=_(limit.unit), limit=grouped(limit.value)
    )


def cautions(release: Release, outlet: Outlet, office: Office) -> tuple[str, ...]:
    """What does not stop the file but should be known: photos without a description where it is read aloud, texts
    inside it that are over their limit, outlets of the user's own that it had to be made without, and texts
    written by hand before the release was changed."""
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
    told = _(
        "The text for {outlet} was written by hand, and the release has changed since. See whether it still holds."
    )
    found += [told.format(outlet=_(one.title)) for one in (outlet, *outlet.encloses()) if outdated(release, one)]
    return tuple(found)


def outdated(release: Release, outlet: Outlet) -> bool:
    """Whether the text for the outlet was written by hand, and the release has changed since."""
    own = release.own_text(outlet.name) if outlet.composed is not None else None
    return own is not None and bool(own.changed(release))
