"""The commands of the newsroom, each declared once: from here come its key, the key bar, the palette, the
help page and the keymap of the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from textual.binding import Binding, BindingType

from ..i18n import N_


@dataclass(frozen=True)
class Command:
    """Something that the officer can have done.

    ``action`` is the method ``action_<action>`` of the newsroom. ``panes`` are those whose key bar shows it
    (all of them where empty); ``hidden`` keeps it out of the bar everywhere. On a narrow screen the bar does
    without those whose ``spare`` is highest. A ``humble`` key goes to what has the focus first; one that
    ``writes`` is refused while the data file can be read only.
    """

    id: str
    key: str
    title: str
    help: str
    action: str
    panes: frozenset[str] = frozenset()
    hidden: bool = False
    spare: int = 0
    humble: bool = False
    writes: bool = False


LIST: Final = frozenset({"list"})
EDITOR: Final = frozenset({"editor"})
PREVIEW: Final = frozenset({"preview"})

COMMANDS: Final[tuple[Command, ...]] = (
    Command("help", "f1", N_("Help"), N_("Help for this pane"), "help"),
    Command("new", "ctrl+n", N_("New"), N_("New release from a template"), "new", writes=True),
    Command("search", "ctrl+o", N_("Search"), N_("Go to the release list and search"), "search", spare=4),
    Command(
        "list", "f2", N_("List"), N_("Go to the release list"), "show_pane('list')", EDITOR | PREVIEW, spare=2
    ),
    Command("editor", "f3", N_("Editor"), N_("Go to the editor"), "show_pane('editor')", LIST | PREVIEW),
    Command(
        "preview", "f4", N_("Preview"), N_("Go to the preview"), "show_pane('preview')", LIST | EDITOR, spare=1
    ),
    Command("outlet", "f5", N_("Outlet"), N_("Next outlet in the preview"), "next_outlet", spare=1),
    Command(
        "own_text",
        "enter",
        N_("Edit text"),
        N_("Write the text of this outlet by hand; back to the composed one"),
        "own_text",
        PREVIEW,
        humble=True,
        writes=True,
    ),
    Command("copy", "ctrl+g", N_("Copy"), N_("Copy the text for the outlet in the preview"), "copy_text"),
    Command(
        "copy_formatted",
        "shift+f4",
        N_("Copy formatted"),
        N_("Copy the release with headings and bold, for Word and mail"),
        "copy_formatted",
        hidden=True,
    ),
    Command(
        "mail",
        "",
        N_("Write a mail"),
        N_("A short release as a new message in the mail program"),
        "mail",
        hidden=True,
    ),
    Command("export", "ctrl+e", N_("Export"), N_("Write files for the media"), "export"),
    Command(
        "findings", "f7", N_("Findings"), N_("What the copy desk found: the list"), "findings", EDITOR, spare=3
    ),
    Command("next_finding", "f8", N_("Next"), N_("Go to the next finding"), "next_finding(1)", EDITOR, spare=2),
    Command(
        "previous_finding",
        "shift+f8",
        N_("Previous finding"),
        N_("Go to the finding before"),
        "next_finding(-1)",
        hidden=True,
    ),
    Command("fix", "f9", N_("Fix"), N_("Put in the fix for the finding"), "fix", EDITOR, spare=2, writes=True),
    Command("find", "ctrl+f", N_("Find"), N_("Find and replace in the body"), "find", EDITOR, spare=4),
    Command(
        "photos",
        "f6",
        N_("Photos"),
        N_("The photos of the release: add, describe, order"),
        "photos",
        EDITOR,
        spare=3,
        writes=True,
    ),
    Command("fields", "ctrl+l", N_("Fields"), N_("Hide or show the fields"), "fold", EDITOR, spare=3),
    Command("history", "ctrl+r", N_("History"), N_("Earlier versions; bring one back"), "history", spare=3),
    Command(
        "discard",
        "delete",
        N_("Delete"),
        N_("Put the release into the trash"),
        "discard",
        LIST,
        spare=5,
        humble=True,
        writes=True,
    ),
    Command(
        "undo",
        "ctrl+z",
        N_("Undo"),
        N_("Bring back what was deleted last"),
        "undo",
        hidden=True,
        humble=True,
        writes=True,
    ),
    Command("trash", "", N_("Trash"), N_("What was deleted in the last 30 days"), "trash", hidden=True),
    Command(
        "import",
        "f12",
        N_("Import"),
        N_("Import a file: docx, md, txt, html, eml"),
        "import_file",
        LIST,
        spare=5,
        writes=True,
    ),
    Command(
        "backup",
        "",
        N_("Backup"),
        N_("One checked file of data, photos and settings, now"),
        "backup",
        hidden=True,
    ),
    Command(
        "restore",
        "",
        N_("Restore"),
        N_("Bring everything back from a backup"),
        "restore",
        hidden=True,
        writes=True,
    ),
    Command("keep", "ctrl+s", N_("Keep"), N_("Keep a version now (saving is automatic)"), "keep", hidden=True),
    Command(
        "report",
        "",
        N_("Export report"),
        N_("What the last export wrote, and what not"),
        "export_report",
        hidden=True,
    ),
    Command("office", "", N_("Office"), N_("Institution and city of the letterhead"), "office", hidden=True),
    Command("language", "", N_("Language"), N_("Switch between Indonesian and English"), "language", hidden=True),
    Command(
        "leave",
        "escape",
        N_("Back"),
        N_("Close what is open; from the editor, to the list"),
        "leave",
        hidden=True,
        humble=True,
    ),
    Command("quit", "ctrl+q", N_("Quit"), N_("Quit; everything is saved first"), "leave_newsroom"),
)


def bindings() -> list[BindingType]:
    """The keys of the commands, as Textual wants them."""
    return [
        Binding(command.key, f"command('{command.id}')", command.title, id=command.id, priority=not command.humble)
        for command in COMMANDS
        if command.key
    ]


def command(identifier: str) -> Command:
    """The command of that identifier."""
    return next(command for command in COMMANDS if command.id == identifier)


def key_of(command: Command, keymap: Mapping[str, str]) -> str:
    """The first key of a command as it is printed: ``^N``, ``F1``."""
    key = keymap.get(command.id, command.key).split(",")[0]
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+").upper()
    if key.startswith("shift+"):
        return "⇧" + key.removeprefix("shift+").upper()
    return {"escape": "Esc", "delete": "Del"}.get(key, key.capitalize())
