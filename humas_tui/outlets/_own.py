"""Outlets of one's own: a ``NAME.toml`` and a template of Jinja2 in the folder ``outlets`` beside the settings.

Both are read when the folder is brought in; the template is filled by the ``_own_press``. ``docs/own-outlets.md``
is the manual.
"""

from __future__ import annotations

import re
import stat
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Annotated, Any, Final

from msgspec import Meta, Struct, ValidationError, convert

from ..errors import FaultyOutletError, system_reason
from ..i18n import _
from ..model import Office, Release
from ..text.clean import clean_line
from ._own_press import PRESS, Spoilt
from ._own_values import values
from .account import told, written
from .limits import COUNTERS, Limit
from .outlet import Manuscript, Outlet, Passage, by_hand, remembered, verbatim
from .page import legal

ENCODING: Final = "utf-8-sig"
LARGEST: Final = 262_144  # bytes of a file, and twice that of all templates together
MOST: Final = 50
MOST_TOLD: Final = 300  # characters of what Python or Jinja2 says
_NAME: Final = re.compile(r"[a-z][a-z0-9_-]{0,29}")
_FILE: Final = re.compile(r"[A-Za-z0-9][\w.-]{0,79}", re.ASCII)
_SUFFIX: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,19}(\.[a-z0-9]{1,9}){0,2}")
_MEDIA_TYPE: Final = re.compile(r"[a-z]+/[a-z0-9.+-]{1,60}")
#: Endings whose text is markup, in which every value is escaped; and what their media type is.
MARKUP: Final[Mapping[str, str]] = {
    "html": "text/html",
    "htm": "text/html",
    "xhtml": "application/xhtml+xml",
    "xml": "application/xml",
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "svg": "image/svg+xml",
}


class OwnLimit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``[limit]``."""

    value: Annotated[int, Meta(ge=1, le=1_000_000_000)]
    unit: str = "characters"
    source: str = ""
    checked: date
    advised: Annotated[int, Meta(ge=1, le=1_000_000_000)] | None = None


class Declared(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the ``.toml`` says."""

    title: Annotated[str, Meta(min_length=1, max_length=40)]
    template: str
    suffix: str = ""
    media_type: str = ""
    text: bool = False
    order: Annotated[int, Meta(ge=0, le=999)] = 60
    limit: OwnLimit | None = None


@dataclass
class Filler:
    """The template of one outlet. One that takes too long is asked once only, since somebody waits for it: of
    several threads that ask, the others wait for what the first is told."""

    file: Path
    templates: Mapping[str, str]
    escape: bool
    _given_up: FaultyOutletError | None = field(default=None, init=False)
    _turn: Lock = field(default_factory=Lock, init=False, repr=False)

    def text(self, release: Release, office: Office) -> str:
        """The text for a release. Raises FaultyOutletError."""
        return legal(self._fill(values(release, office)))

    def check(self) -> None:
        """Raise FaultyOutletError where the template cannot be read."""
        self._fill(None)

    def _fill(self, found: Mapping[str, Any] | None) -> str:
        request = {"name": self.file.name, "templates": self.templates, "escape": self.escape, "values": found}
        with self._turn:  # there is one press for all, so nobody waits longer for it
            if self._given_up is not None:
                raise self._given_up
            try:
                return PRESS.fill(request)
            except Spoilt as error:
                fault = _fault(self.file, str(error))
                if error.final:
                    self._given_up = fault
                raise fault from error


@dataclass(frozen=True)
class Own:
    """The outlets found in a folder; what is wrong with the others, by their name; the templates of the former."""

    outlets: tuple[Outlet, ...] = ()
    faults: Mapping[str, FaultyOutletError] = field(default_factory=dict)
    fillers: tuple[Filler, ...] = ()


def read(folder: Path, taken: Collection[Outlet]) -> Own:
    """What lies in the folder; nothing where there is none. ``taken`` are the outlets there are already. A faulty
    file costs its own outlet alone."""
    try:
        files = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return Own()
    except OSError as error:
        return Own(faults={"": FaultyOutletError(file=folder, reason=system_reason(error))})
    sources = _Sources(folder)
    outlets: list[Outlet] = []
    fillers: list[Filler] = []
    faults: dict[str, FaultyOutletError] = {}
    for path in [path for path in files if path.suffix == ".toml"]:
        try:
            if len(outlets) == MOST:
                raise _fault(path, _("there are more than {count} of them").format(count=MOST))
            filler, outlet = _outlet(path, sources, (*taken, *outlets))
        except FaultyOutletError as error:
            faults[path.stem.lower()] = error
        else:
            fillers.append(filler)
            outlets.append(outlet)
    return Own(tuple(outlets), faults, tuple(fillers))


@dataclass
class _Sources:
    """The templates of a folder, read once for all outlets."""

    folder: Path
    _found: dict[str, str] | None = None

    def all(self, path: Path, name: str) -> dict[str, str]:
        """Every template that one may take in, and the one of that name. Raises FaultyOutletError for ``path``,
        the file that names it."""
        if not _FILE.fullmatch(name) or name.endswith(".toml"):
            raise _fault(
                path, _("“{name}” is not the plain name of a template in this folder").format(name=name[:80])
            )
        if self._found is None:
            self._found = self._read()
        if name not in self._found:
            self._found[name] = _text(self.folder / name, self.folder)
        return self._found

    def _read(self) -> dict[str, str]:
        found: dict[str, str] = {}
        room = 2 * LARGEST
        for path in sorted(self.folder.iterdir()):
            if path.suffix == ".toml" or not _FILE.fullmatch(path.name):
                continue
            try:
                text = _text(path, self.folder)
            except FaultyOutletError:  # told by the outlet that names it, if any does
                continue
            room -= len(text)
            if room >= 0:
                found[path.name] = text
        return found


def _outlet(path: Path, sources: _Sources, taken: Collection[Outlet]) -> tuple[Filler, Outlet]:
    """The outlet of a ``.toml``. Raises FaultyOutletError."""
    declared = _declared(path, sources.folder)
    name = path.stem
    suffix = declared.suffix or f"{name}.txt"
    if problem := _problem(name, suffix, declared, taken):
        raise _fault(path, problem)
    media_type, escape = _form(declared, suffix)
    filler = Filler(sources.folder / declared.template, sources.all(path, declared.template), escape)

    def composed(release: Release, office: Office) -> str:
        found = filler.text(release, office)
        return found.strip("\n") if declared.text else found

    text = remembered(by_hand(name, composed) if declared.text else composed)

    def render(manuscript: Manuscript) -> bytes:
        found = text(manuscript.release, manuscript.office)
        return (found if found.endswith("\n") else f"{found}\n").encode()

    def preview(release: Release, office: Office) -> tuple[Passage, ...]:
        try:
            return (*(written(release, name) if declared.text else ()), *verbatim(text(release, office)))
        except FaultyOutletError as error:
            return (told(str(error), over=True),)

    return filler, Outlet(
        name=name,
        title=declared.title,
        suffix=suffix,
        media_type=media_type,
        render=render,
        text=text,
        preview=preview,
        composed=composed if declared.text else None,
        pasted=declared.text,
        order=declared.order,
        own_limits=_limits(declared),
        apart=True,
    )


def _form(declared: Declared, suffix: str) -> tuple[str, bool]:
    """Its media type, and whether values are escaped in it."""
    ending = suffix.rpartition(".")[2]
    media_type = declared.media_type or MARKUP.get(ending, "text/plain")
    return media_type, ending in MARKUP or media_type.endswith(("/html", "/xml", "+xml"))


def _declared(path: Path, folder: Path) -> Declared:
    try:
        return convert(tomllib.loads(_text(path, folder)), Declared)
    except (tomllib.TOMLDecodeError, ValidationError, RecursionError) as error:
        raise _fault(path, str(error)) from error


def _problem(name: str, suffix: str, declared: Declared, taken: Collection[Outlet]) -> str:
    """What is wrong with what is declared; nothing where all is well."""
    if not _NAME.fullmatch(name):
        return _("the file must be named by small letters, digits, “-” and “_”, a letter first")
    if any(outlet.name == name for outlet in taken):
        return _("there is an outlet “{name}” already").format(name=name)
    if not _SUFFIX.fullmatch(suffix):
        return _("“{suffix}” is not an ending of a file name").format(suffix=suffix[:40])
    if any(outlet.suffix == suffix for outlet in taken):
        return _("the outlet “{name}” writes files that end in “{suffix}” already").format(
            name=next(outlet.name for outlet in taken if outlet.suffix == suffix), suffix=suffix
        )
    if declared.media_type and not _MEDIA_TYPE.fullmatch(declared.media_type):
        return _("“{name}” is not a media type").format(name=declared.media_type[:80])
    if not declared.title.isprintable() or not declared.title.strip():
        return _("the title must be words on one line")
    if declared.limit is not None and declared.limit.unit not in COUNTERS:
        return _("there is no unit “{name}”; there are: {known}").format(
            name=declared.limit.unit[:40], known=", ".join(COUNTERS)
        )
    return ""


def _limits(declared: Declared) -> tuple[Limit, ...]:
    limit = declared.limit
    if limit is None:
        return ()
    source = " ".join(limit.source.split())
    return (Limit(limit.value, limit.unit, source, limit.checked, advised=limit.advised),)


def _text(path: Path, folder: Path) -> str:
    """The text of a file of the folder: a plain one, not too large, that lies there and is not only named there.
    Raises FaultyOutletError."""
    try:
        real = path.resolve()
        if not real.is_relative_to(folder.resolve()):
            raise _fault(path, _("it lies outside this folder"))
        found = real.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _fault(path, _("it is no plain file"))
        if found.st_size > LARGEST:
            raise _fault(path, _("it is larger than {count} bytes").format(count=LARGEST))
        return real.read_text(encoding=ENCODING)
    except OSError as error:
        raise _fault(path, system_reason(error)) from error
    except (UnicodeDecodeError, RuntimeError) as error:  # the latter: a link that leads to itself
        raise _fault(path, str(error)) from error


def _fault(path: Path, reason: str) -> FaultyOutletError:
    return FaultyOutletError(file=path, reason=clean_line(reason)[:MOST_TOLD])
