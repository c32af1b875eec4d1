"""Releases too many to lie in memory: found by identifier, filtered and searched where they lie in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import product
from typing import Final

import msgspec

from ..model import Category, Release, Status
from ..text.search import searched
from .journalled import JournalStorage

#: So much of the file is read and searched at a time: other threads wait a millisecond for it.
TOGETHER: Final = 1 << 20
#: What may stand between two documents that are read together.
GAP: Final = 64

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
    """What goes by while a large data file is opened: of each release its identifier, status and category."""

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        self.marks: dict[str, int] = {}

    def __call__(self, table: str, key: str, content: bytes, start: int, stop: int) -> None:
        if table != "releases":
            return
        match = _BEGINS.match(content, start, stop)
        if match is not None:
            identifier = match[1].decode()
            mark = _MARKS_OF_BYTES.get((match[2], match[3]), 0)
        else:
            try:
                marked = _decode_marked(content[start:stop])
            except msgspec.ValidationError:
                return
            identifier = marked.id
            mark = _MARKS.get((marked.status, marked.category), 0)
        if identifier:
            self.keys[identifier] = key
            self.marks[identifier] = mark


class LargeStock:
    """The Stock port over the table of a data file. ``keys`` are kept by whoever changes the table."""

    def __init__(self, storage: JournalStorage, table: str, columns: Columns | None) -> None:
        self._storage = storage
        self._table = table
        if columns is None:
            columns = Columns()
            for key, document in storage.documents(table):
                columns(table, key, document, 0, len(document))
        self.keys = columns.keys
        self._marks = columns.marks

    def identifiers(self) -> Sequence[str]:
        """Of every release, the newest first."""
        return sorted(self.keys, reverse=True)

    def get(self, identifier: str) -> Release | None:
        """The release with exactly that identifier; None, too, for one that this version cannot read."""
        key = self.keys.get(identifier)
        if key is None:
            return None
        try:
            return _decode_release(self._storage.document(self._table, key))
        except (KeyError, msgspec.ValidationError):
            return None

    def latest(self) -> str:
        """The identifier of the release that was edited last."""
        dated = (_decode_dated(document) for _key, document in self._storage.documents(self._table))
        times = ((one.updated, one.id) for one in dated if one.updated is not None and one.updated.tzinfo)
        return max(times, default=(None, ""))[1]

    def find(self, words: Sequence[str], status: Status | None, category: Category | None) -> Sequence[str]:
        """Those that hold every word (in lower case) and have that status and category, newest first; of
        releases that were changed since the file was opened, as they were then. Raises StoreError."""
        pairs = product([status] if status else Status, [category] if category else Category)
        fitting = {_MARKS[pair] for pair in pairs}
        if status is None and category is None:
            fitting.add(0)
        found = [one for one in self.identifiers() if self._marks.get(one, 0) in fitting]
        if not words:
            return found
        holding = set(self._holding(words))
        return [one for one in found if self.keys.get(one) in holding]

    def _holding(self, words: Sequence[str]) -> Iterator[str]:
        """The keys of the documents that hold every word. Its longest run of plain letters is looked for in the
        bytes; documents that have it elsewhere first, and words of other letters, are decoded. (İ and
        the Kelvin sign, which become plain letters in lower case, are not found as these.)"""
        needles = [max(_PLAIN.findall(word), key=len, default="").encode() for word in words]
        whole = all(needle.decode() == word for needle, word in zip(needles, words, strict=True))
        for keys, content, spans in self._pieces():
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
    mark has a backslash before it."""
    key = lower.rfind(b'":"', start, place)
    return key > 0 and lower.endswith(_TEXTS, start, key) and lower.find(b'","', key + 3, place) < 0


def _says(document: bytes, words: Sequence[str]) -> bool:
    """Whether the texts of a document hold every word."""
    try:
        texts = _decode_texts(document)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    text = searched(texts.headline, texts.place, texts.summary, texts.body)
    return all(word in text for word in words)
