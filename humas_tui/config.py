"""The settings file and the places of files: read, and changed without losing the user's comments.

Nothing heavy is imported with this module: it is read before the first picture of the newsroom stands.
"""

from __future__ import annotations

import locale
import os
import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from .errors import UsageError, system_reason
from .i18n import LANGUAGES, _

if TYPE_CHECKING:
    from .model.settings import Settings

NAME: Final = "humas-tui"
#: Of the settings file: with or without the mark that some editors put at the beginning.
ENCODING: Final = "utf-8-sig"


def from_home(name: str) -> Path:
    """The path that a user named, ``~`` being the user's own folder and ``~somebody`` that of somebody.

    Raises UsageError where there is nobody of that name; a folder that is called so is named ``./~somebody``."""
    try:
        return Path(name).expanduser() if name.startswith("~") else Path(name)
    except RuntimeError as error:
        raise UsageError(_("“{path}” leads nowhere: there is no such home folder."), path=name) from error


def settings_path() -> Path:
    """Where the settings file lies: ``HUMAS_TUI_CONFIG``, or ``config.toml`` in the user's settings folder.

    This and ``data_path`` raise UsageError as ``from_home`` does."""
    given = os.environ.get("HUMAS_TUI_CONFIG")
    if given:
        return from_home(given)
    from platformdirs import user_config_path

    return user_config_path(NAME) / "config.toml"


def data_path(given: str | None = None) -> Path:
    """Where the data file lies: ``given``, ``HUMAS_TUI_DATA``, or ``humas.json`` in the user's data folder."""
    named = given or os.environ.get("HUMAS_TUI_DATA")
    if named:
        return from_home(named).absolute()
    from platformdirs import user_data_path

    return user_data_path(NAME) / "humas.json"


def outlets_folder(settings: Path) -> Path:
    """Where the user's own outlets lie: beside the settings file."""
    return settings.parent / "outlets"


def export_folder(settings: Settings) -> Path:
    """Where exported files go. Raises UsageError as ``from_home`` does."""
    if settings.export_folder:
        return from_home(settings.export_folder)
    from platformdirs import user_documents_path

    return user_documents_path() / "siaran-pers"


def read_settings(path: Path) -> Settings:
    """The settings in that file; the defaults where there is none.

    Paths in it (the logo, the letterhead, the word list) are relative to its folder. Raises UsageError, naming the
    file and what is wrong.
    """
    return _settings_of(path, read_table(path))


def _settings_of(path: Path, table: Mapping[str, Any]) -> Settings:
    from msgspec import ValidationError, convert, structs

    from .model.settings import Settings

    try:
        settings = convert(_tabled(table), Settings)
    except ValidationError as error:
        raise _faulty(path, str(error)) from error
    _check_zone(path, settings.office.time_zone)
    if settings.export_folder:
        _from_home_in(path, "export_folder", settings.export_folder)
    words = structs.replace(settings.language, word_list=beside(path, "word_list", settings.language.word_list))
    named = {name: beside(path, name, getattr(settings.office, name)) for name in ("logo", "letterhead")}
    office = structs.replace(settings.office, **named)
    return structs.replace(settings, language=words, office=office)


def read_words(path: Path) -> frozenset[str]:
    """The words of a list of the office, a word or phrase a line, in lower case; lines that begin with ``#`` are
    comments. None where there is no file. Raises UsageError."""
    try:
        lines = path.read_text(encoding=ENCODING).splitlines()
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise _broken_list(path, system_reason(error)) from error
    except UnicodeDecodeError as error:
        raise _broken_list(path, _("it is not a text in UTF-8")) from error
    return frozenset(" ".join(line.split()).lower() for line in lines if line.strip() and line[0] != "#")


def add_word(path: Path, word: str) -> None:
    """Add a word or phrase to the list of the office. Raises UsageError or UnwritableError; the list is then as it
    was."""
    from .durable import write_durably

    word = " ".join(word.split())
    if word.lower() not in read_words(path):
        before = path.read_text(encoding=ENCODING) if path.exists() else ""
        parted = before if not before or before.endswith("\n") else before + "\n"
        write_durably(path, f"{parted}{word}\n".encode())


def beside(path: Path, key: str, name: str) -> str:
    """The path of a file that the settings in ``path`` name as ``key``: one without a folder lies beside them.
    Raises UsageError for the home folder of nobody."""
    return str(path.parent.absolute() / _from_home_in(path, key, name)) if name else ""


def _from_home_in(path: Path, key: str, name: str) -> Path:
    """As ``from_home``; the error names the settings file and the value."""
    try:
        return from_home(name)
    except UsageError as error:
        raise _faulty(path, f"{key}: {error}") from error


def _tabled(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """``language = "id"`` is short for ``[language]`` with ``interface = "id"``."""
    language = table.get("language")
    return {**table, "language": {"interface": language}} if isinstance(language, str) else table


@dataclass(frozen=True)
class SettingsFile:
    """The settings file, as backups know it: they take it as it is, faulty or not."""

    path: Path

    def named(self) -> tuple[Path, ...]:
        """Where the logo and the letterhead lie, as far as it names them."""
        try:
            office = read_settings(self.path).office
        except UsageError:
            return ()
        return tuple(Path(name) for name in (office.logo, office.letterhead) if name)

    def lists(self) -> list[Path]:
        """The word list that it names and the dictionary of the office, as far as they are there."""
        from .language.lexicon import USERS

        paths = [self.path.parent / name for name in USERS]
        with suppress(UsageError):
            paths.insert(0, Path(read_settings(self.path).language.word_list))
        return [path for path in paths if os.path.lexists(path)]

    def accepts(self, content: bytes) -> bool:
        """Whether these would be settings that the program can be started with."""
        try:
            _settings_of(self.path, _table_of(self.path, content.decode(ENCODING)))
        except (UsageError, UnicodeDecodeError):
            return False
        return True


def read_table(path: Path) -> dict[str, Any]:
    """The settings file as TOML values, empty where there is none. Raises UsageError."""
    try:
        return _table_of(path, path.read_text(encoding=ENCODING))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _faulty(path, system_reason(error)) from error
    except UnicodeDecodeError as error:
        raise _faulty(path, str(error)) from error


def _table_of(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _faulty(path, str(error)) from error


def change_settings(path: Path, changes: Mapping[str, Any]) -> Settings:
    """Set ``changes`` (a value or a table of values a name) in the file and return what is in force now.

    Of a table, and of a table in it, what is not named stays; so do the user's comments and order. Raises
    UsageError or UnwritableError.
    """
    import tomlkit

    from .durable import write_durably

    read_settings(path)
    document = tomlkit.parse(path.read_text(encoding=ENCODING)) if path.exists() else tomlkit.document()
    plain = read_table(path)
    _change(document, changes, tomlkit.table)
    _change(plain, changes, dict)
    made, meant = tomlkit.dumps(document), tomlkit.dumps(plain)
    if _table_of(path, made) != _table_of(path, meant):
        made = meant  # tables in several pieces (``office.city = …``): better without comments than another value
    settings = _settings_of(path, _table_of(path, made))  # what could not be read again is not written
    write_durably(path, made.encode())
    return settings


def _change(
    document: MutableMapping[str, Any], changes: Mapping[str, Any], table: Callable[[], MutableMapping[str, Any]]
) -> None:
    for name, value in changes.items():
        there = document.get(name)
        if name == "language" and isinstance(value, str) and isinstance(there, MutableMapping):
            there["interface"] = value
        elif isinstance(value, Mapping) and isinstance(there, str):
            del document[name]  # a table stands behind the values without one
            document[name] = {"interface": str(there), **value}
        elif isinstance(value, Mapping):
            _put(document.setdefault(name, table()), value)
        else:
            document[name] = value


def _put(table: MutableMapping[str, Any], changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        there = table.get(name)
        if isinstance(value, Mapping) and isinstance(there, MutableMapping):
            _put(there, value)
        else:
            table[name] = value


def choose_language(given: str | None, table: Mapping[str, Any]) -> str:
    """``id`` or ``en``: as given, else ``HUMAS_TUI_LANG``, else the settings, else the locale, else ``id``."""
    language = table.get("language")
    chosen = language.get("interface") if isinstance(language, Mapping) else language
    for wish in (given, os.environ.get("HUMAS_TUI_LANG"), chosen, _locale_language()):
        if wish in LANGUAGES:
            return str(wish)
    return "id"


def _locale_language() -> str:
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)
    return (named or locale.getlocale()[0] or "")[:2].lower()


def _check_zone(path: Path, name: str) -> None:
    """Raise UsageError for a time zone that there is not: every embargo would stumble over it."""
    if name == "Asia/Jakarta":
        return
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _faulty(path, f"office.time_zone = {name!r}") from error


def _broken_list(path: Path, reason: str) -> UsageError:
    return UsageError(_("The word list {file} cannot be used: {reason}"), file=path, reason=reason)


def _faulty(path: Path, reason: str) -> UsageError:
    return UsageError(_("The settings file {file} cannot be used: {reason}"), file=path, reason=reason)
