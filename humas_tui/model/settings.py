"""The settings: one value, every one with its default."""

from __future__ import annotations

from msgspec import Struct

from .office import Office


class Settings(Struct, frozen=True, kw_only=True):
    """Every setting, with its default.

    ``language`` is ``id``, ``en`` or empty (the locale decides). ``theme`` is the name of a theme, empty for
    the program's own dark one. ``keys`` gives commands other keys: ``{command id: "ctrl+k,f12"}``.
    ``export_folder`` is where exported files go; empty: ``siaran-pers`` in the folder for documents.
    """

    language: str = ""
    theme: str = ""
    keys: dict[str, str] = {}
    export_folder: str = ""
    office: Office = Office()
