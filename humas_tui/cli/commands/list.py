"""``humas-tui list``: the releases, newest first."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from ...errors import UsageError
from ...i18n import N_, _
from ..command import Argument, Command
from ..output import put_json, tell, to_terminal
from ..session import Session
from ..table import put_table

if TYPE_CHECKING:
    from ...desk import Shelf
    from ...model import Category, Release, Status, Tone

SHORTEST: Final = 4  # characters of an identifier that the program takes for one

_Choice = TypeVar("_Choice", bound=StrEnum)


def run(session: Session, words: Namespace) -> int:
    """Print the releases that the filters leave: as JSON, on a terminal as a table, in a pipe one a line."""
    shelf = session.shelf
    found = list(chosen(shelf, words))
    if words.json:
        from ...model import to_document

        put_json([to_document(release) for release in found])
    elif found:
        heads = (_("ID"), _("Status"), _("Date"), _("Place"), _("Headline"))
        put_table(heads, _for_person(found, shelf.identifiers()) if to_terminal() else _for_program(found))
    elif to_terminal():
        tell(_("Nothing found.") if len(shelf) else _("There is no release yet."))
    return 0


def chosen(shelf: Shelf, words: Namespace) -> Iterator[Release]:
    """The releases that the FILTERS leave, newest first."""
    for release in shelf.find(words.search, words.status, words.category):
        recent = words.since is None or dated(release) >= words.since
        if recent and (words.tone is None or words.tone in release.tones):
            yield release


def dated(release: Release) -> date:
    """The day that a release is of: that of its event, else that of its making."""
    return release.event_date or release.created.date()


def short_names(identifiers: Sequence[str]) -> dict[str, str]:
    """The shortest beginning of each identifier, four characters at least, that no other one shares."""
    ordered = sorted(identifiers)
    shared = [0, *(_shared(one, other) for one, other in pairwise(ordered)), 0]
    return {
        name: name[: max(SHORTEST, 1 + max(both))] for name, both in zip(ordered, pairwise(shared), strict=False)
    }


def _shared(one: str, other: str) -> int:
    """How many characters they share from the first one on."""
    position = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        position += 1
    return position


def _for_person(found: Sequence[Release], every: Sequence[str]) -> list[tuple[str, ...]]:
    from ...model import STATUSES

    names = short_names(every)
    titles = {status: _(title) for status, title in STATUSES.items()}
    return [
        (names[release.id], titles[release.status], dated(release).isoformat(), release.place, release.headline)
        for release in found
    ]


def _for_program(found: Sequence[Release]) -> list[tuple[str, ...]]:
    return [
        (release.id, release.status, dated(release).isoformat(), release.place, release.headline)
        for release in found
    ]


def _read_date(word: str) -> date:
    from ...text.dates import parse_date

    day = parse_date(word)
    if day is None:
        raise UsageError(
            N_("“{word}” is not a date. Write it as 2026-11-18, 18/11/2026 or “18 November 2026”."), word=word
        )
    return day


def _read_status(word: str) -> Status:
    from ...model import Status

    return _chosen(word, Status)


def _read_category(word: str) -> Category:
    from ...model import Category

    return _chosen(word, Category)


def _read_tone(word: str) -> Tone:
    from ...model import Tone

    return _chosen(word, Tone)


def _chosen(word: str, kind: type[_Choice]) -> _Choice:
    for choice in kind:
        if choice == word.lower():
            return choice
    raise UsageError(N_("“{word}” is not one of these: {known}."), word=word, known=", ".join(kind))


def _statuses() -> list[str]:
    from ...model import Status

    return list(Status)


def _categories() -> list[str]:
    from ...model import Category

    return list(Category)


def _tones() -> list[str]:
    from ...model import Tone

    return list(Tone)


#: Which releases; ``chosen`` reads them.
FILTERS: Final = (
    Argument(
        "--status",
        N_("only those of this status: draf, tinjau, disetujui, terbit or arsip"),
        value=N_("STATUS"),
        read=_read_status,
        offers=_statuses,
    ),
    Argument(
        "--category",
        N_(
            "only those of this category: penerangan_umum, pendidikan, kebijakan, aktivitas, "
            "langkah_pemerintah or krisis"
        ),
        value=N_("CATEGORY"),
        read=_read_category,
        offers=_categories,
    ),
    Argument(
        "--tone",
        N_("only those marked so: humanis or positif"),
        value=N_("TONE"),
        read=_read_tone,
        offers=_tones,
    ),
    Argument(
        "--since",
        N_("only those of this day or later (the day of the event, else of the making)"),
        value=N_("DATE"),
        read=_read_date,
    ),
    Argument("--search", N_("only those that hold every word of this text"), value=N_("TEXT"), default=""),
)

LIST = Command(
    name="list",
    help=N_("list the releases, newest first"),
    run=run,
    order=10,
    arguments=(
        *FILTERS,
        Argument("--json", N_("as a JSON array")),
    ),
)
