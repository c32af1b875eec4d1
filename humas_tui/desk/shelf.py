"""The shelf: every release, newest first; found by identifier, filtered, searched."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, overload

from ..errors import NotFoundError, UsageError
from ..i18n import N_, _
from ..model import Category, Release, Status
from ..ports import Stock
from ..text.search import searched

LATEST: Final = "latest"
SHORTEST_PREFIX: Final = 4
CONTEXT_BEFORE: Final = 14
CONTEXT_LENGTH: Final = 200


class Listed(Sequence[Release]):
    """Releases of a stock, newest first: each is fetched when it is looked at, and not kept. Who goes through all
    of them does not meet one that cannot be read, or was deleted since; at its place there is a LookupError."""

    def __init__(self, identifiers: Sequence[str], fetch: Callable[[str], Release | None]) -> None:
        self.identifiers = identifiers
        self._fetch = fetch

    def __len__(self) -> int:
        return len(self.identifiers)

    def __iter__(self) -> Iterator[Release]:
        return (release for release in map(self._fetch, self.identifiers) if release is not None)

    @overload
    def __getitem__(self, index: int) -> Release: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Release]: ...
    def __getitem__(self, index: int | slice) -> Release | Sequence[Release]:
        if isinstance(index, slice):
            return Listed(self.identifiers[index], self._fetch)
        identifier = self.identifiers[index]
        release = self._fetch(identifier)
        if release is None:
            raise LookupError(identifier)
        return release


class Shelf:
    """Every release: in memory, or in a stock with those that were changed in this session in memory."""

    def __init__(self) -> None:
        self._releases: dict[str, Release] = {}
        self._stock: Stock | None = None
        self._gone: set[str] = set()
        self._texts: dict[str, str] = {}
        self._newest: Sequence[Release] | None = None
        self._narrowed: list[tuple[tuple[str, ...], list[Release]]] = []

    def fill(self, releases: Iterable[Release] | Stock) -> None:
        """Lay these releases out in place of all that lie there."""
        if isinstance(releases, Iterable):
            self._releases, self._stock = {release.id: release for release in releases}, None
        else:
            self._releases, self._stock = {}, releases
        self._gone.clear()
        self._texts.clear()
        self._forget_order()

    def lay(self, release: Release) -> None:
        """Lay one release out: a new one, or the next value of one that is there."""
        listed = self._stock is not None and self.get(release.id) is not None
        self._releases[release.id] = release
        self._gone.discard(release.id)
        self._texts.pop(release.id, None)
        if not listed:  # a list of 100,000 stays as it is
            self._forget_order()

    def remove(self, *identifiers: str) -> None:
        """Take releases away."""
        for identifier in identifiers:
            self._releases.pop(identifier, None)
            self._texts.pop(identifier, None)
            self._gone.add(identifier)
        self._forget_order()

    def _forget_order(self) -> None:
        self._newest = None
        self._narrowed.clear()

    def __len__(self) -> int:
        return len(self.newest())

    @property
    def quick(self) -> bool:
        """Whether everything is in memory: ``find`` then takes milliseconds, and is no work for a worker."""
        return self._stock is None

    def get(self, identifier: str) -> Release | None:
        """The release with exactly that identifier."""
        release = self._releases.get(identifier)
        if release is None and self._stock is not None and identifier not in self._gone:
            release = self._stock.get(identifier)
        return release

    def __getitem__(self, identifier: str) -> Release:
        """The release with exactly that identifier. Raises KeyError."""
        release = self.get(identifier)
        if release is None:
            raise KeyError(identifier)
        return release

    def each(self, identifiers: Iterable[str]) -> Iterator[Release]:
        """The releases of those identifiers, each fetched when its turn comes; without what is gone by then."""
        for identifier in identifiers:
            release = self.get(identifier)
            if release is not None:
                yield release

    def newest(self) -> Sequence[Release]:
        """Every release, the one made last first."""
        if self._newest is None:
            if self._stock is None:
                self._newest = sorted(self._releases.values(), key=lambda release: release.id, reverse=True)
            else:
                self._newest = self._listed(self._stock.identifiers(), self._releases)
        return self._newest

    def _listed(self, identifiers: Sequence[str], changed: Iterable[str]) -> Listed:
        """What lies in the stock, with those ``changed`` added where they belong and without what is gone."""
        listed = [identifier for identifier in identifiers if identifier not in self._gone]
        for identifier in changed:
            place = bisect_left(listed, _Backwards(identifier), key=_Backwards)
            if place == len(listed) or listed[place] != identifier:
                listed.insert(place, identifier)
        return Listed(listed, self.get)

    def named(self, name: str) -> Release:
        """The release that a user names: an identifier, a unique prefix of one, or ``latest`` (the one
        edited last). Raises NotFoundError or UsageError."""
        if name == LATEST:
            latest = self._latest()
            if latest is None:
                raise NotFoundError(N_("There is no release yet."))
            return latest
        prefix = name.lower()
        release = self.get(prefix)
        if release is not None:
            return release
        found = [identifier for identifier in self.identifiers() if identifier.startswith(prefix)]
        if len(prefix) < SHORTEST_PREFIX or not found:
            raise NotFoundError(what=_("release"), name=name)
        if len(found) > 1:
            raise UsageError(
                N_("“{name}” matches {count} releases; give more characters of the ID."),
                name=name,
                count=len(found),
            )
        release = self.get(found[0])
        if release is None:
            raise NotFoundError(
                N_("Release {name} cannot be read: it is damaged, or from a newer version of the program."),
                name=found[0],
            )
        return release

    def _latest(self) -> Release | None:
        releases = list(self._releases.values())
        if self._stock is not None:
            kept = self.get(self._stock.latest())
            releases += [kept] if kept is not None else []
        return max(releases, key=lambda release: release.updated, default=None)

    def identifiers(self) -> Sequence[str]:
        """Of every release, the one made last first."""
        newest = self.newest()
        return newest.identifiers if isinstance(newest, Listed) else [release.id for release in newest]

    def find(
        self,
        query: str = "",
        status: Status | None = None,
        category: Category | None = None,
        go_on: Callable[[], bool] = lambda: True,
    ) -> Sequence[Release]:
        """The releases, newest first, that hold every word of ``query`` in headline, place, summary or body
        and have that status and category. Case does not matter. Where this is not ``quick`` it takes up to a
        second: for a worker, and ``go_on`` is asked now and then whether what is found is still wanted. Raises
        StoreError there."""
        words = words_of(query)
        if self._stock is not None:
            return self._find_in_stock(self._stock, words, status, category, go_on)
        chosen = self._holding(words) if words else self.newest()
        if status is None and category is None:
            return chosen
        return [release for release in chosen if _has(release, status, category)]

    def _find_in_stock(
        self,
        stock: Stock,
        words: tuple[str, ...],
        status: Status | None,
        category: Category | None,
        go_on: Callable[[], bool],
    ) -> Sequence[Release]:
        if not words and status is None and category is None:
            return self.newest()
        changed = dict(self._releases)
        found = [
            identifier for identifier in stock.find(words, status, category, go_on) if identifier not in changed
        ]
        fitting = [
            release.id
            for release in changed.values()
            if _has(release, status, category) and all(word in self._text(release) for word in words)
        ]
        return self._listed(found, fitting)

    def prepare(self) -> None:
        """Make the texts that a search reads, so that the first one does not wait for them."""
        for release in list(self._releases.values()):
            self._text(release)

    def _holding(self, words: tuple[str, ...]) -> list[Release]:
        """Those that hold every word. What a query found is looked through for the longer query typed on from
        it, and is there at once when the officer takes characters back."""
        while self._narrowed and not _narrows(self._narrowed[-1][0], words):
            self._narrowed.pop()
        held, found = self._narrowed[-1] if self._narrowed else ((), list(self.newest()))
        for word in words:
            if word not in held:
                found = [release for release in found if word in self._text(release)]
        if held != words:
            self._narrowed.append((words, found))
        return found

    def _text(self, release: Release) -> str:
        text = self._texts.get(release.id)
        if text is None:
            text = searched(release.headline, release.place, release.summary, release.body)
            self._texts[release.id] = text
        return text


class _Backwards(str):
    """An identifier that sorts the newest first."""

    __slots__ = ()

    def __lt__(self, other: str) -> bool:
        return str.__gt__(self, other)


def _has(release: Release, status: Status | None, category: Category | None) -> bool:
    return (status is None or release.status is status) and (category is None or release.category is category)


def place_of(releases: Sequence[Release], identifier: str) -> int | None:
    """Where in a list a release stands; None where it does not."""
    try:
        return identifiers_of(releases).index(identifier)
    except ValueError:
        return None


def identifiers_of(releases: Sequence[Release]) -> Sequence[str]:
    """The identifiers of listed releases; none of them is fetched for it."""
    return releases.identifiers if isinstance(releases, Listed) else [release.id for release in releases]


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, as they are looked for."""
    return tuple(query.lower().split())


def context(release: Release, words: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The piece of the release around the first word found, on one line, and where the words stand in it.

    The body is looked at first: the headline is in the list anyway."""
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)), re.IGNORECASE)
    for text in (release.body, release.summary, release.headline, release.place):
        match = pattern.search(text)
        if match is None:
            continue
        start = max(0, match.start() - CONTEXT_BEFORE)
        if start:
            start = text.rfind(" ", max(0, start - CONTEXT_BEFORE), start + 1) + 1 or start
        piece = " ".join(text[start : start + CONTEXT_LENGTH].split())
        shown = ("… " if start else "") + piece
        return shown, tuple(found.span() for found in pattern.finditer(shown))
    return "", ()


def _narrows(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether whatever holds all of ``after`` holds all of ``before``."""
    return all(any(word in later for later in after) for word in before)
