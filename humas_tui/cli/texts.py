"""What ``humas-tui check`` is given: releases by their ID, files, standard input; each with its texts."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import NotFoundError, UnreadableFileError, system_reason
from ..i18n import N_, _
from ..model import Release

STANDARD_INPUT = "-"
#: Files that are checked as they are, and can be mended; others are read as ``import`` reads them.
PLAIN = (".txt", ".md", ".markdown")

_LINE_END = re.compile("\r\n|[\r\n]")


@dataclass(frozen=True)
class Source:
    """A thing to check. ``name`` is what the user is told of it: the ID of a release, the path of a file.

    ``texts`` are its fields; ``body`` alone for a text that is no release, with what stands ``before`` it in the
    file (front matter). ``path`` is there where a fix can be written back.
    """

    name: str
    texts: Mapping[str, str]
    release: Release | None = None
    path: Path | None = None
    before: str = ""
    lines: dict[str, list[int]] = field(default_factory=dict)

    def place(self, name: str, position: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character of a field."""
        starts = self.lines.get(name)
        text = self.before + self.texts[name] if name == "body" else self.texts[name]
        if starts is None:
            starts = self.lines[name] = [0, *(match.end() for match in _LINE_END.finditer(text))]
        position += len(self.before) if name == "body" else 0
        line = bisect_right(starts, position)
        return line, position - starts[line - 1] + 1


def sources(names: Sequence[str], find: Callable[[str], Release]) -> list[Source]:
    """What these words name. A word that names a file that is there is that file; ``-`` is standard input; any
    other is a release, to be ``find``. Raises NotFoundError, UnreadableFileError, and what ``find`` raises."""
    return [_source(name, find) for name in names]


def _source(name: str, find: Callable[[str], Release]) -> Source:
    if name == STANDARD_INPUT:
        return Source(name, {"body": sys.stdin.read() if sys.stdin is not None else ""})
    path = Path(name)
    if path.is_file():
        return _file(path)
    if path.suffix and ("/" in name or path.suffix.lower() in PLAIN):
        raise NotFoundError(what=_("file"), name=name)
    return of_release(find(name))


def of_release(release: Release) -> Source:
    """A release, with the fields that are checked."""
    from ..desk.checking import texts_of

    return Source(release.id, texts_of(release), release)


def _file(path: Path) -> Source:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(file=path, reason=system_reason(error)) from error
    if path.suffix.lower() not in PLAIN:
        from ..importers import read

        draft = read(path.name, content)
        return Source(str(path), {"headline": draft.headline, "summary": draft.summary, "body": draft.body})
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(N_("{file} is not a text in UTF-8."), file=path) from error
    before = text[: len(text) - len(_body(text))]
    return Source(str(path), {"body": text[len(before) :]}, path=path, before=before)


def _body(text: str) -> str:
    """What stands below the front matter."""
    from ..text import front_matter

    return front_matter.split(text)[1] if text.startswith("---\n") else text
