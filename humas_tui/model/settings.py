"""The settings: one value, every one with its default."""

from __future__ import annotations

from msgspec import Struct

from .office import Office


class Language(Struct, frozen=True, kw_only=True):
    """The two languages: that of the interface, and that of the releases, which the copy desk checks.

    ``interface`` is ``id``, ``en`` or empty (the locale decides). ``off`` and ``on`` name rules by code, family or
    level: off whatever they say, on though they are off unless asked for. ``rp_space``: a space stands between
    ``Rp`` and the amount. ``dash`` stands between two dates or figures. ``words`` are right in this office, and
    so is what stands in the file ``word_list``, a word a line, where the newsroom adds more.
    """

    interface: str = ""
    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    rp_space: bool = False
    dash: str = "–"
    words: tuple[str, ...] = ()
    word_list: str = "kata-kantor.txt"


class Settings(Struct, frozen=True, kw_only=True):
    """Every setting, with its default.

    ``theme`` is the name of a theme, empty for the program's own dark one. ``keys`` gives commands other keys:
    ``{command id: "ctrl+k,f12"}``. ``export_folder`` is where exported files go; empty: ``siaran-pers`` in the
    folder for documents.
    """

    language: Language = Language()
    theme: str = ""
    keys: dict[str, str] = {}
    export_folder: str = ""
    office: Office = Office()
