"""Beginning a release: from a template, or from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from ...errors import HumasError
from ...i18n import _
from .room import Room

if TYPE_CHECKING:
    pass


class Starting(Room):
    """The part of the newsroom that begins releases."""

    @work(exclusive=True, group="dialog")
    async def action_new(self) -> None:
        """Ask for a template and its questions, and lay out a draft."""
        from .templates import Questions, TemplateChoice

        template = await self.app.push_screen_wait(TemplateChoice())
        if template is None:
            return
        answers = await self.app.push_screen_wait(Questions(template)) if template.body else {}
        if answers is None:
            return
        self.gather()
        self.add(self.desk.drafting.start(template, answers))

    @work(exclusive=True, group="dialog")
    async def action_import_file(self) -> None:
        """Ask for a file and bring it in as a draft."""
        from .import_file import ImportFile

        path = await self.app.push_screen_wait(ImportFile())
        if path is not None:
            self.bring_in(path)

    def bring_in(self, path: Path) -> None:
        """Make a draft of that file, or say why not."""
        self.gather()
        try:
            release = self.desk.importing.bring_in(path)
        except HumasError as error:
            self.notify(str(error), severity="error", timeout=10, markup=False, title=_("Not imported"))
        else:
            self.add(release)
