"""The catalogues of the interface: what is marked in the code, and what stands in ``locale/``.

    python -m tests.catalogue            # what is missing or no longer used
    python -m tests.catalogue --update   # bring the .po files up to date and compile the .mo files

English is the language of the message ids: its entries are filled by themselves. Indonesian ones are
written by hand; a new message has an empty one until somebody does.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import humas_tui
from humas_tui.i18n import DOMAIN, LANGUAGES, LOCALE_FOLDER

KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
PACKAGE = Path(humas_tui.__file__).parent


def marked() -> Catalog:
    """Every message that is marked in the code."""
    catalogue = Catalog(project="humas-tui", charset="utf-8", fuzzy=False)
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS)
    for path, _line, message, _comments, _context in sorted(found, key=lambda entry: (entry[0], entry[1])):
        catalogue.add(message, locations=[(Path(path).as_posix(), 0)])
    return catalogue


def po_path(language: str) -> Path:
    """Where the catalogue of a language lies."""
    return LOCALE_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """The catalogue of a language as it lies there."""
    with po_path(language).open("rb") as stream:
        return read_po(stream, locale=language)


def compiled(language: str) -> bytes:
    """What the .mo file of a language ought to hold."""
    stream = io.BytesIO()
    write_mo(stream, read(language))
    return stream.getvalue()


def untranslated(language: str) -> list[str]:
    """Messages that are marked in the code and have no translation."""
    catalogue = read(language)
    missing = []
    for message in marked():
        entry = catalogue.get(message.id) if message.id else None
        if message.id and (entry is None or not entry.string or not all(_forms(entry.string)) or entry.fuzzy):
            missing.append(str(message.id))
    return missing


def unused(language: str) -> list[str]:
    """Messages with a translation that nothing in the code says any more."""
    known = marked()
    return [str(entry.id) for entry in read(language) if entry.id and known.get(entry.id) is None]


def update(language: str) -> None:
    """Add what is new, drop what is gone, fill in English, compile."""
    path = po_path(language)
    catalogue = read(language) if path.exists() else Catalog(locale=language, fuzzy=False)
    catalogue.update(marked(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    if language == "en":
        for entry in catalogue:
            if entry.id:
                entry.string = entry.id
    catalogue.fuzzy = False
    catalogue.header_comment = (
        f"# The interface of humas-tui in {catalogue.locale and catalogue.locale.english_name}."
    )
    catalogue.project, catalogue.version = "humas-tui", humas_tui.__version__
    catalogue.copyright_holder = "the humas-tui contributors"
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 11, 22, tzinfo=UTC)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalogue, no_location=True, omit_header=False, width=100, sort_output=True)
    path.with_suffix(".mo").write_bytes(compiled(language))


def _forms(string: object) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)  # type: ignore[arg-type]


if __name__ == "__main__":
    if "--update" in sys.argv:
        for name in LANGUAGES:
            update(name)
    for name in LANGUAGES:
        for message in untranslated(name):
            print(f"{name}: not translated: {message}")
        for message in unused(name):
            print(f"{name}: not used: {message}")
