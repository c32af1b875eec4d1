"""The last resort: a release that could not be saved is put wherever there is room."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from ..durable import write_durably
from ..errors import UnwritableError
from ..model import Release, to_document, without_bases
from ..text.front_matter import join

NAME: Final = "humas-penyelamatan-{id}.md"


def rescue(release: Release, folder: Path) -> Path | None:
    """Write ``release`` as Markdown with front matter (``humas-tui import`` reads it back) to the first
    place that takes it: ``folder``, the home folder, the folder for temporary files.

    Returns the path, or None when no place took it.
    """
    document = without_bases(to_document(release))
    fields = {name: value for name, value in document.items() if value and name != "body"}
    content = join(fields, release.body).encode()
    places: tuple[Callable[[], Path], ...] = (lambda: folder, Path.home, lambda: Path(tempfile.gettempdir()))
    for place in places:
        try:  # each is asked for in its turn: a user may have no home, a full disk no folder for temporary files
            path = place() / NAME.format(id=release.id)
            write_durably(path, content, private=True)
        except (UnwritableError, OSError, RuntimeError):
            continue
        return path
    return None
