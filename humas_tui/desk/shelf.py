"""The shelf: every release in memory, newest first; found by identifier, filtered, searched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ..errors import NotFoundError, UsageError
from ..i18n import N_, _
from ..model import Category, Release, Status

LATEST: Final = "latest"
SHORTEST_PREFIX: Final = 4
CONTEXT_BEFORE: Final = 14
CONTEXT_LENGTH: Final = 200


class Shelf:
    """Every release, in memory."""

    def __init__(self) -> None:
        self._releases: dict[str, Release] = {}
        self._texts: dict[str, str] = {}
        self._newest: list[Release] | None = None
        self._narrowed: list[tuple[tuple[str, ...], list[Release]]] = []

    def fill(self, releases: Iterable[Release]) -> None:
        """Lay these releases out in place of all that lie there."""
        self._releases = {release.id: release for release in releases}
        self._texts.clear()
        self._newest = None
        self._narrowed.clear()

    def lay(self, release: Release) -> None:
        """Lay one release out: a new one, or the next value of one that is there."""
        self._releases[release.id] = release
        self._texts.pop(release.id, None)
        self._newest = None
        self._narrowed.clear()

    def __len__(self) -> int:
        return len(self._releases)

    def get(self, identifier: str) -> Release | None:
        """The release with exactly that identifier."""
        return self._releases.get(identifier)

    def newest(self) -> Sequence[Release]:
        """Every release, the one made last first."""
        if self._newest is None:
            self._newest = sorted(self._releases.values(), key=lambda release: release.id, reverse=True)
        return self._newest

    def named(self, name: str) -> Release:
        """The release that a user names: an identifier, a unique prefix of one, or ``latest`` (the one
        edited last). Raises NotFoundError or UsageError."""
        if name == LATEST:
            if not self._releases:
                raise NotFoundError(N_("There is no release yet."))
            return max(self._releases.values(), key=lambda release: release.updated)
        prefix = name.lower()
        if prefix in self._releases:
            return self._releases[prefix]
        found = [identifier for identifier in self._releases if identifier.startswith(prefix)]
        if len(prefix) < SHORTEST_PREFIX or not found:
            raise NotFoundError(what=_("release"), name=name)
        if len(found) > 1:
            raise UsageError(
                N_("“{name}” matches {count} releases; give more characters of the ID."),
                name=name,
                count=len(found),
            )
        return self._releases[found[0]]

    def find(
        self, query: str = "", status: Status | None = None, category: Category | None = None
    ) -> Sequence[Release]:
        """The releases, newest first, that hold every word of ``query`` in headline, place, summary or body
        and have that status and category. Case does not matter."""
        words = words_of(query)
        chosen = self._holding(words) if words else self.newest()
        if status is None and category is None:
            return chosen
        return [
            release
            for release in chosen
            if (status is None or release.status is status) and (category is None or release.category is category)
        ]

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
            text = f"{release.headline}\n{release.place}\n{release.summary}\n{release.body}".lower()
            self._texts[release.id] = text
        return text


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
