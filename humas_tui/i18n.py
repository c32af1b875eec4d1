"""The two languages of the interface: Indonesian and English, by gettext.

Message ids are the English sentences. The catalogues lie in ``locale/<language>/LC_MESSAGES/`` and both
are complete: a test fails when a marked string is missing in either. What goes *into* a release (labels,
dates, the word "Narahubung") is Indonesian always and does not pass through here.
"""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("id", "en")
DOMAIN: Final = "humas_tui"
LOCALE_FOLDER: Final = Path(__file__).parent / "locale"

_current = "id"
_catalogue: gettext.NullTranslations | None = None


def use(language: str) -> None:
    """Speak ``language`` (``id`` or ``en``; anything else is taken as ``id``) from now on."""
    global _current, _catalogue
    _current = language if language in LANGUAGES else "id"
    _catalogue = None


def current() -> str:
    """The language in use: ``id`` or ``en``."""
    return _current


def _loaded() -> gettext.NullTranslations:
    global _catalogue
    if _catalogue is None:
        _catalogue = gettext.translation(DOMAIN, LOCALE_FOLDER, [_current], fallback=True)
    return _catalogue


def _(message: str) -> str:
    """``message`` in the language in use."""
    return _loaded().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a sentence that fits ``count``. Indonesian has one form, English two."""
    return _loaded().ngettext(one, many, count)


def N_(message: str) -> str:
    """Mark ``message`` for the catalogues and return it unchanged: it is translated where it is shown."""
    return message
