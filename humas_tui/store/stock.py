"""Releases too many to lie in memory: found by identifier, filtered and searched where they lie in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import product
from typing import Final

import msgspec

from ..errors import StoreError
from ..model import Category, Release, Status
from ..text.search import searched
from .content import NOT_JSON
from .journal import Entry
from .journalled import JournalStorage

#: So much of the file is read and searched at a time: it stays in the processor's cache, and other threads wait a
#: tenth of a millisecond for it.
TOGETHER: Final = 1 << 17
#: What may stand between two documents that are read together.
GAP: Final = 64

#: The letters of ``\\u00e9`` behind its backslash.
ESCAPE: Final = 5

#: How a document of ours begins.
_BEGINS: Final = re.compile(rb'\{"id":"(\w+)","kind":"\w+","status":"(\w+)","category":"(\w+)",')
_PLAIN: Final = re.compile("[a-z0-9]+")
_TEXTS: Final = (b'"headline', b'"place', b'"summary', b'"body')
#: Status and category as a number, 0 for what this version does not know.
_MARKS: Final[dict[tuple[str, str], int]] = {
    (status.value, category.value): number
    for number, (status, category) in enumerate(product(Status, Category), 1)
}
_MARKS_OF_BYTES: Final = {
    (status.encode(), category.encode()): number for (status, category), number in _MARKS.items()
}


class _Marked(msgspec.Struct):
    id: str = ""
    status: str = ""
    category: str = ""


class _Texts(msgspec.Struct):
    headline: str = ""
    place: str = ""
    summary: str = ""
    body: str = ""


class _Dated(msgspec.Struct):
    id: str = ""
    updated: datetime | None = None


_decode_release = msgspec.json.Decoder(Release).decode
_decode_texts = msgspec.json.Decoder(_Texts).decode
_decode_dated = msgspec.json.Decoder(_Dated).decode
_decode_marked = msgspec.json.Decoder(_Marked).decode


class Columns:
    """What goes by while a large data file is opened: of each release its identifier, the number of its document,
    its status and category. ``marks`` are those of ``identifiers``, in a byte each (a dictionary takes 5 MB);
    ``later`` those of releases that were changed since, or are new."""

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        self.identifiers: list[str] = []
        self.marks = bytearray()
        self.later: dict[str, int] = {}

    def __call__(self, table: str, key: str, content: bytes, start: int, stop: int) -> None:
        if table != "releases":
            return
        identifier, mark = _marked(content, start, stop)
        if identifier:
            self.keys[identifier] = key
            self.identifiers.append(identifier)
            self.marks.append(mark)

    def catch_up(self, entries: Mapping[str, Entry]) -> None:
        """Take over what the journal did to the table since: those in memory were changed, or are new."""
        changed = {key: entry for key, entry in entries.items() if isinstance(entry, bytes)}
        for identifier, key in list(self.keys.items()):
            if key in changed or key not in entries:
                del self.keys[identifier]
        for key, document in changed.items():
            identifier, mark = _marked(document, 0, len(document))
            if identifier:
                self.keys[identifier], self.later[identifier] = key, mark

    def having(self, marks: Container[int]) -> list[str]:
        """Those with one of these marks, newest first."""
        later = dict(self.later)  # another thread may add to it
        found = {one for one, mark in zip(self.identifiers, self.marks, strict=True) if mark in marks}
        found -= later.keys()
        found |= {one for one, mark in later.items() if mark in marks}
        return sorted((one for one in found if one in self.keys), reverse=True)


def _marked(content: bytes, start: int, stop: int) -> tuple[str, int]:
    """The identifier of a document and its mark."""
    match = _BEGINS.match(content, start, stop)
    if match is not None:
        return match[1].decode(), _MARKS_OF_BYTES.get((match[2], match[3]), 0)
    try:
        marked = _decode_marked(content[start:stop])
    except NOT_JSON:  # damaged, too: this is before the checksums are compared
        return "", 0
    return marked.id, _MARKS.get((marked.status, marked.category), 0)


class LargeStock:
    """The Stock port over the table of a data file. ``keys`` are kept by whoever changes the table, who calls
    ``mark`` for each value that he puts there."""

    def __init__(self, storage: JournalStorage, table: str, columns: Columns | None) -> None:
        self._storage = storage
        self._table = table
        self._columns = Columns()
        self.look_again(columns)

    @property
    def keys(self) -> dict[str, str]:
        """The number of the document of each release."""
        return self._columns.keys

    def look_again(self, columns: Columns | None = None) -> None:
        """Take over what ``columns`` saw; without them, what the table says now."""
        if columns is None:
            columns = Columns()
            for key, document in self._storage.documents(self._table):
                columns(self._table, key, document, 0, len(document))
        elif self._storage.untidy:
            columns.catch_up(self._storage.entries(self._table)[1])
        self._columns = columns

    def mark(self, release: Release) -> None:
        """Remember by what a release is to be found."""
        self._columns.later[release.id] = _MARKS[release.status, release.category]

    def identifiers(self) -> Sequence[str]:
        """Of every release, the newest first."""
        return sorted(self.keys, reverse=True)

    def get(self, identifier: str) -> Release | None:
        """The release with exactly that identifier; None, too, for one that this version cannot read, or that is
        damaged (who checks the file tells of that, and mends it)."""
        key = self.keys.get(identifier)
        if key is None:
            return None
        try:
            return _decode_release(self._storage.document(self._table, key))
        except (KeyError, msgspec.ValidationError, StoreError):
            return None

    def latest(self) -> str:
        """The identifier of the release that was edited last."""
        dated = (_decode_dated(document) for _key, document in self._storage.documents(self._table))
        times = ((one.updated, one.id) for one in dated if one.updated is not None and one.updated.tzinfo)
        return max(times, default=(None, ""))[1]

    def find(
        self,
        words: Sequence[str],
        status: Status | None,
        category: Category | None,
        go_on: Callable[[], bool] = lambda: True,
    ) -> Sequence[str]:
        """Those that hold every word (in lower case) and have that status and category, newest first; not all of
        them, when ``go_on``, asked some hundred times, says no. Raises StoreError."""
        if status is None and category is None:
            found: Sequence[str] = self.identifiers()
        else:
            pairs = product([status] if status else Status, [category] if category else Category)
            found = self._columns.having({_MARKS[pair] for pair in pairs})
        if not words:
            return found
        holding = set(self._holding(words, go_on))
        return [one for one in found if self.keys.get(one) in holding]

    def _holding(self, words: Sequence[str], go_on: Callable[[], bool]) -> Iterator[str]:
        """The keys of the documents that hold every word. Its longest run of plain letters is looked for in the
        bytes; documents that have it elsewhere first, and words of other letters, are decoded. (İ and
        the Kelvin sign, which become plain letters in lower case, are not found as these.)"""
        needles = [max(_PLAIN.findall(word), key=len, default="").encode() for word in words]
        whole = all(needle.decode() == word for needle, word in zip(needles, words, strict=True))
        for keys, content, spans in self._pieces():
            if not go_on():
                return
            lower = content.lower()
            if any(needle not in lower for needle in needles):
                continue
            for key, (start, stop) in zip(keys, spans, strict=True):
                certain = whole
                for needle in needles:
                    place = lower.find(needle, start, stop)
                    if place < 0:
                        break
                    certain = certain and _in_text(lower, start, place)
                else:
                    if certain or _says(content[start:stop], words):
                        yield key

    def _pieces(self) -> Iterator[tuple[list[str], bytes, list[tuple[int, int]]]]:
        """Every document: the keys of some, the bytes in which they lie, and where each lies in these."""
        base, entries = self._storage.entries(self._table)
        keys: list[str] = []
        spans: list[tuple[int, int]] = []
        first = end = 0
        for key, entry in entries.items():
            if isinstance(entry, bytes):
                yield [key], entry, [(0, len(entry))]
                continue
            assert base is not None
            start = base.starts[entry]
            if not end <= start <= end + GAP or end - first > TOGETHER:
                if keys:
                    yield keys, base.read(first, end - first), spans
                keys, spans, first = [], [], start
            end = start + base.lengths[entry]
            keys.append(key)
            spans.append((start - first, end - first))
        if keys:
            assert base is not None
            yield keys, base.read(first, end - first), spans


def _in_text(lower: bytes, start: int, place: int) -> bool:
    """Whether a place in a document is in one of the texts: the first hit mostly is, and asking so is much faster
    than decoding. Between its key and the place no other value may begin; within a text of JSON every quotation
    mark has a backslash before it. What stands right behind a backslash may be no letter of the text: ``\\nama``
    is a new line and ``ama``."""
    if lower.rfind(b"\\", max(start, place - ESCAPE), place) >= 0:
        return False
    key = lower.rfind(b'":"', start, place)
    return key > 0 and lower.endswith(_TEXTS, start, key) and lower.find(b'","', key + 3, place) < 0


def _says(document: bytes, words: Sequence[str]) -> bool:
    """Whether the texts of a document hold every word."""
    try:
        texts = _decode_texts(document)
    except NOT_JSON:
        return False
    text = searched(texts.headline, texts.place, texts.summary, texts.body)
    return all(word in text for word in words)
