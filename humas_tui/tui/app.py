"""The application: settings, themes, the opening of the desk, what belongs to no screen."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual import work
from textual.app import App, SystemCommand
from textual.color import Color
from textual.command import CommandPalette
from textual.screen import Screen

from ..config import change_settings, read_table
from ..errors import HumasError
from ..i18n import LANGUAGES, _, current, use
from ..text.clean import clean, clean_line
from .commands import COMMANDS, key_of
from .ending import Ending
from .screens.curtain import Curtain
from .themes import DAY, NIGHT

if TYPE_CHECKING:
    from ..desk import Desk
    from .screens.newsroom import Newsroom


class HumasApp(Ending):
    """The newsroom on a data file."""

    TITLE = "humas-tui"
    CSS_PATH = "screens/newsroom.tcss"  # of the first screen; Textual loads a CSS_PATH only for pushed ones
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, data: Path, config: Path) -> None:
        super().__init__()
        self.data = data
        self.config = config
        self.failure: HumasError | None = None
        self._desk: Desk | None = None
        self._table: dict[str, Any] = {}
        try:
            self._table = read_table(config)
        except HumasError as error:
            self.failure = error
        self.register_theme(NIGHT)
        self.register_theme(DAY)
        theme = self._table.get("theme")
        self.theme = theme if theme in self.available_themes else NIGHT.name
        keys = self._table.get("keys")
        self._keys: dict[str, str] = dict(keys) if isinstance(keys, dict) else {}
        self.set_keymap(self._keys)
        self.export_folder = Path()
        self.parting: list[str] = []

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours and four of our own, mixed so that they suit any theme: ``quiet`` for words of
        second rank, ``edge`` for frames, ``row`` for the row under the cursor, ``tick`` for a box to be ticked. In
        that an X hides by having its colour, which a transparent one would not do: all would look ticked."""
        variables = super().get_css_variables()
        surface, front = Color.parse(variables["surface"]), Color.parse(variables["foreground"])
        primary = Color.parse(variables["primary"])
        return variables | {
            "quiet": surface.blend(front, 0.62).hex,
            "edge": surface.blend(front, 0.22).hex,
            "row": surface.blend(primary, 0.3).hex,
            "tick": "ansi_bright_black" if variables["background"].startswith("ansi") else variables["panel"],
        }

    def get_default_screen(self) -> Screen[Any]:
        """The curtain, until the newsroom is there."""
        office = self._table.get("office")
        name = str(office.get("institution", "")) if isinstance(office, dict) else ""
        return Curtain(name, self._keys)

    @property
    def newsroom(self) -> Newsroom:
        """The newsroom; before it is open, the curtain in its place."""
        return cast("Newsroom", self.screen_stack[:2][-1])

    def on_mount(self) -> None:
        """Listen to signals; open the desk in a thread while the first picture is painted."""
        self.listen()
        self._open()

    @work(thread=True, group="open")
    def _open(self) -> None:
        """Imports, settings and data file, in a thread, while the curtain can be looked at."""
        from ..bootstrap import make_desk
        from ..config import export_folder, outlets_folder, read_settings
        from ..outlets import bring
        from .screens.newsroom import Newsroom

        try:
            if self.failure is not None:
                raise self.failure
            settings = read_settings(self.config)
            bring(outlets_folder(self.config))
            desk = make_desk(self.data, self.config, settings, self._write_terminal)
            desk.claim()
            desk.open()
        except HumasError as error:
            self.call_from_thread(self._failed, error)
            return
        self._desk = desk
        self.export_folder = export_folder(settings)
        self.call_from_thread(self._opened, Newsroom(desk, self._keys))

    def _opened(self, newsroom: Newsroom) -> None:
        self.push_screen(newsroom)
        newsroom.call_after_refresh(self._settled)

    def _settled(self) -> None:
        self.watch(self, "theme", self._theme_changed, init=False)
        self._tell_faults()
        if not self.config.exists():
            self.ask_office()
        gc.enable()
        gc.freeze()

    def _tell_faults(self) -> None:
        """Tell which of the officer's own outlets are missing, and why."""
        from ..outlets import faults

        told = "\n".join(str(fault) for fault in faults())
        if told:
            self.notify(told, title=_("Outlets"), severity="warning", timeout=30, markup=False)

    def _failed(self, error: HumasError) -> None:
        self.failure = error
        self.exit(error.exit_code, return_code=error.exit_code)

    def close_desk(self) -> str:
        """Put everything into the one data file, once no more is written. Returns what went wrong, or nothing:
        what was saved is safe all the same, and the next start does it. ``parting`` is what was found then."""
        if self._desk is None:
            return ""
        store = self._desk.store
        told = store.findings()
        try:
            store.close()
        except HumasError as error:
            return str(error)
        self.parting = [sentence for sentence in store.findings() if sentence not in told]
        return ""

    def _write_terminal(self, sequence: str) -> None:
        if self._driver is not None:
            self.call_from_thread(self._driver.write, sequence)

    def on_app_blur(self) -> None:
        """The officer looks at another window: what was typed so far shall survive whatever comes."""
        if not isinstance(self.newsroom, Curtain):
            self.newsroom.gather()
            self.newsroom.settle()

    # -- commands of the application ------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: every command of the newsroom with its key, then the themes."""
        if not isinstance(screen, Curtain):
            for command in COMMANDS:
                key = key_of(command, self._keys)
                told = f"{_(command.help)} · {key}" if key else _(command.help)
                yield SystemCommand(_(command.title), told, self._runner(command.id))
        yield SystemCommand(_("Theme"), _("Choose the colours"), self.action_change_theme)

    def search_themes(self) -> None:
        """The list of themes, which Textual asks for in English."""
        from textual.theme import ThemeProvider

        self.push_screen(CommandPalette(providers=[ThemeProvider], placeholder=_("Search for themes…")))

    def action_command_palette(self) -> None:
        """The palette, with its prompt in the language in use."""
        if not CommandPalette.is_open(cast("App[object]", self)):
            prompt = _("Search for commands…")
            self.push_screen(CommandPalette(placeholder=prompt, id="--command-palette"))

    def _runner(self, identifier: str) -> Any:
        return lambda: self.newsroom.action_command(identifier)

    async def action_quit(self) -> None:
        """Textual's own way out, which saves nothing, becomes the newsroom's."""
        if isinstance(self.newsroom, Curtain):
            self.exit(0)
        else:
            self.newsroom.action_command("quit")

    def notify(self, message: str, *, title: str = "", **how: Any) -> None:
        """Tell something in a corner. Headlines and names of files are told there, which may hold anything."""
        super().notify(clean(message), title=clean_line(title), **how)

    def copy_to_clipboard(self, text: str) -> None:
        """A selection copied by ^C goes the same way as a release: to the clipboard that is really there."""
        self._clipboard = text
        self._copy_selection(text)

    @work(thread=True, exclusive=True, group="copy-selection")
    def _copy_selection(self, text: str) -> None:
        try:
            self.newsroom.desk.releasing.clipboard.copy(text)
        except HumasError as error:
            self.call_from_thread(self.notify, str(error), title=_("Not copied"), severity="error", markup=False)

    @work(exclusive=True, group="dialog")
    async def ask_office(self) -> None:
        """At the first start: ask whose newsroom this is, and keep the answer in the settings."""
        from ..config import read_settings
        from .screens.office import OfficeQuestions

        desk = self.newsroom.desk
        answers = await self.push_screen_wait(OfficeQuestions(desk.office))
        if answers is None and self.config.exists():
            return
        changes = {"office": {name: value for name, value in (answers or {}).items() if value}}
        try:
            desk.serve(change_settings(self.config, changes).office)
        except HumasError as error:
            self.notify(str(error), severity="error", markup=False, title=_("Not saved"))
            desk.serve(read_settings(self.config).office if self.config.exists() else desk.office)
        self.newsroom.serve()

    @work(exclusive=True, group="dialog")
    async def design_letterhead(self) -> None:
        """Show the profile of the office and the page that it makes; keep what is changed in the settings."""
        from .screens.letterhead import Letterhead

        newsroom = self.newsroom
        newsroom.gather()
        desk = newsroom.desk
        page = desk.designing(newsroom.shown)
        await self.push_screen_wait(Letterhead(page, desk.office, self.config, self._change_office))
        newsroom.serve()

    def _change_office(self, changes: dict[str, Any]) -> None:
        self.newsroom.desk.serve(change_settings(self.config, {"office": changes}).office)

    def settings_replaced(self) -> None:
        """The settings file is another one now: whose newsroom it is shows at once, the rest at the next start."""
        from ..config import export_folder, read_settings

        try:
            settings = read_settings(self.config)
        except HumasError as error:
            self.notify(str(error), severity="error", timeout=20, markup=False)
            return
        self.export_folder = export_folder(settings)
        self.newsroom.desk.serve(settings.office)
        self.newsroom.serve()

    def switch_language(self) -> None:
        """Speak the other language from the next start on."""
        other = next(language for language in LANGUAGES if language != current())
        self.remember("language", other)
        use(other)
        self.notify(_("The language will change fully at the next start."), markup=False)
        self.newsroom.refresh(recompose=False)

    def remember(self, name: str, value: Any) -> None:
        """Keep a setting; tell when that cannot be done."""
        try:
            change_settings(self.config, {name: value})
        except HumasError as error:
            self.notify(str(error), severity="error", markup=False)

    def _theme_changed(self, theme: str) -> None:
        self.remember("theme", theme)
