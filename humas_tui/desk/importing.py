"""Importing: files of other programs become drafts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .. import importers
from ..errors import NotFoundError, UnreadableFileError, system_reason
from ..i18n import _
from ..model import Release
from ..ports import Files
from .drafting import Drafting
from .wording import based


@dataclass
class Importing:
    """The use case of bringing a file in."""

    drafting: Drafting
    files: Files

    def bring_in(self, file: Path) -> Release:
        """A new draft on the shelf, not yet kept, with what was found in ``file``.

        Raises NotFoundError, or UnreadableFileError when it is no file of its kind."""
        importers.for_file(file.name)
        try:
            content = self.files.read(str(file.absolute()))
        except FileNotFoundError as error:
            raise NotFoundError(what=_("file"), name=file) from error
        except OSError as error:
            raise UnreadableFileError(file=file, reason=system_reason(error)) from error
        draft = importers.read(file.name, content)
        release = self.drafting.bring(draft.fields())
        return self.drafting.revise(release.id, texts=based(release))
