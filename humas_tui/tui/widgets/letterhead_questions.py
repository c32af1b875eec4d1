"""What the letterhead designer asks: the profile of the office in groups, each value as text and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ...i18n import N_
from ...model import FONTS, HEAD_RULES, NUMBER_PLACES, PAPERS, Office
from ...outlets.following import SERVICES
from ...text.clean import clean, clean_line
from .field_values import SEPARATOR, contacts_of, entries, hashtags_of, shown_contacts, shown_hashtags
from .paths import typed_path

#: Signs that stand close behind the place; any other has a space on both sides.
CLOSE: Final = frozenset(",:;")
#: Words of the boilerplate, as advised.
WORDS: Final = 100
ZONES: Final = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


@dataclass(frozen=True)
class Question:
    """A value of the profile: its name in the settings, its label, what belongs there.

    ``show`` gives it as text, ``parse`` reads it back and may raise InvalidField. One with ``choices`` is chosen,
    not typed; a ``long`` one has lines of its own. ``closing`` ones are printed at the end of the release."""

    name: str
    label: str
    hint: str = ""
    show: Callable[[Office], str] | None = None
    parse: Callable[[str], Any] = clean_line
    choices: Mapping[str, str] | None = None
    long: bool = False
    closing: bool = False

    def shown(self, office: Office) -> str:
        """The value of that office as text."""
        return self.show(office) if self.show else clean_line(str(getattr(office, self.name)))


def account(name: str) -> str:
    """The name of the question for the handle at a service."""
    return f"accounts.{name}"


def _separator(text: str) -> str:
    """With the spaces that belong to it: nobody sees in a line whether they are there."""
    sign = clean_line(text)
    return f"{sign} " if sign in CLOSE else f" {sign} " if sign else " "


def _handle(name: str) -> Callable[[Office], str]:
    return lambda office: clean_line(office.accounts.get(name, ""))


def _values(titles: Mapping[Any, str]) -> dict[str, str]:
    """Titles by value, as the settings hold it."""
    return {str(value): title for value, title in titles.items()}


def _path(text: str) -> str:
    return str(typed_path(line)) if (line := clean_line(text)) else ""


def _people(text: str) -> list[dict[str, str]]:
    """As the settings hold them, without what is empty. Raises InvalidField."""
    found = []
    for one in contacts_of(text):
        known = {"name": one.name, "role": one.role, "phone": one.phone, "email": one.email}
        found.append({name: value for name, value in known.items() if value})
    return found


#: Questions for a file: in the folder of the settings it is named without it.
FILES: Final = ("logo", "letterhead")
HEAD: Final = (
    Question("institution", N_("Institution"), "PEMERINTAH KOTA SUKAMAJU"),
    Question("unit", N_("Work unit"), "Dinas Komunikasi dan Informatika"),
    Question("city", N_("City or regency"), "Sukamaju"),
    Question("address", N_("Address"), "Jalan Merdeka Nomor 17, Sukamaju 40999"),
    Question("phone", N_("Phone"), "(0200) 555-0117"),
    Question("email", N_("E-mail"), "humas@sukamaju.example"),
    Question("site", N_("Site"), "sukamaju.example"),
    Question(
        "lines",
        N_("Lines of your own"),
        N_("in place of the address; | between two"),
        lambda office: clean_line(SEPARATOR.join(office.lines)),
        entries,
    ),
    Question("logo", N_("Logo"), N_("a PNG or JPEG file; → completes the path"), parse=_path),
    Question(
        "letterhead",
        N_("Own letterhead"),
        N_("a Word file (.docx); → completes the path"),
        parse=_path,
    ),
    Question("rule", N_("Line below"), choices=_values(HEAD_RULES)),
)
PAGE: Final = (
    Question("paper", N_("Paper"), choices=_values(PAPERS)),
    Question("font", N_("Font"), choices=_values(FONTS)),
    Question("number_place", N_("Number"), choices=_values(NUMBER_PLACES)),
    Question(
        "separator",
        N_("Behind the place"),
        N_("between place and first sentence, such as –"),
        lambda office: office.separator.strip(),
        _separator,
    ),
    Question("dateline_note", N_("In brackets"), N_("behind the place, such as HUMAS")),
    Question("end_mark", N_("End mark"), "***", closing=True),
)
ABOUT: Final = (
    Question(
        "boilerplate",
        N_("About the office"),
        N_("who you are, in at most 100 words"),
        lambda office: clean(office.boilerplate),
        clean,
        long=True,
        closing=True,
    ),
    Question(
        "contacts",
        N_("Contacts"),
        N_("name; role; phone; e-mail – and | between two people"),
        lambda office: shown_contacts(office.contacts),
        _people,
        closing=True,
    ),
    Question(
        "hashtags",
        N_("Hashtags"),
        N_("at most five"),
        lambda office: shown_hashtags(office.hashtags),
        lambda text: list(hashtags_of(text)),
        closing=True,
    ),
    *(
        Question(account(name), title, "@diskominfo" if form else "https://…", _handle(name), closing=True)
        for name, (title, form) in SERVICES.items()
    ),
    Question("time_zone", N_("Time zone"), choices=ZONES),
)
#: The groups with their titles.
GROUPS: Final = ((N_("Letterhead"), HEAD), (N_("Page"), PAGE), (N_("About"), ABOUT))
