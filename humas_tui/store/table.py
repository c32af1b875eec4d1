"""TinyDB over the journal: a table whose changes cost the documents that are changed.

TinyDB's own table rebuilds two dictionaries of every document for each change (90 ms at 100,000), and hands out
what it keeps. This one changes what is named, and every document goes out and comes in as a copy.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final, TypeVar

import msgspec
from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Table
from tinydb.utils import LRUCache

from .content import document_of
from .journal import Changes
from .journalled import JournalStorage

_decode = msgspec.json.Decoder().decode
_GONE: Final = object()
K = TypeVar("K")
V = TypeVar("V")

Storage.register(JournalStorage)


class _Items(ItemsView[str, Mapping[str, Any]]):
    _mapping: Documents

    def __iter__(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        return ((key, _decode(content)) for key, content in self._mapping.contents())


class Documents(Mapping[str, Mapping[str, Any]]):
    """The documents of a table, each decoded when it is asked for. Who goes through them all sees them as they are
    when he begins, whatever is changed meanwhile."""

    def __init__(self, storage: JournalStorage, table: str) -> None:
        self._storage = storage
        self._table = table

    def __getitem__(self, key: str) -> Mapping[str, Any]:
        document: Mapping[str, Any] = _decode(self.content(key))
        return document

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._storage.tables.get(self._table, ())))

    def items(self) -> ItemsView[str, Mapping[str, Any]]:
        """Every key with its document."""
        return _Items(self)

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """The same, as JSON."""
        return self._storage.documents(self._table)

    def content(self, key: str) -> bytes:
        """The JSON of a document. Raises KeyError."""
        return self._storage.document(self._table, key)

    def __len__(self) -> int:
        return len(self._storage.tables.get(self._table, ()))

    def __contains__(self, key: object) -> bool:
        return key in self._storage.tables.get(self._table, ())


class Draft(MutableMapping[int, Any]):
    """What a change of TinyDB works on: the documents it touches, copied when it touches them."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._touched: dict[int, Any] = {}
        self._cleared = False

    def __getitem__(self, number: int) -> Any:
        if number not in self._touched:
            if self._cleared:
                raise KeyError(number)
            self._touched[number] = dict(self._documents[str(number)])
        document = self._touched[number]
        if document is _GONE:
            raise KeyError(number)
        return document

    def __setitem__(self, number: int, document: Any) -> None:
        self._touched[number] = document

    def __delitem__(self, number: int) -> None:
        if number not in self:
            raise KeyError(number)
        self._touched[number] = _GONE

    def __contains__(self, number: object) -> bool:
        if number in self._touched:
            return self._touched[number] is not _GONE
        return not self._cleared and isinstance(number, int) and str(number) in self._documents

    def __iter__(self) -> Iterator[int]:
        if not self._cleared:
            yield from (int(key) for key in self._documents if self._touched.get(int(key)) is not _GONE)
        for number, document in list(self._touched.items()):
            if document is not _GONE and (self._cleared or str(number) not in self._documents):
                yield number

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Take every document away."""
        self._touched.clear()
        self._cleared = True

    def changes(self, table: str) -> Changes:
        """What was changed. Raises TypeError or ValueError for what JSON cannot hold."""
        there = self._documents
        put: dict[str, msgspec.Raw] = {}
        for number, document in self._touched.items():
            if document is _GONE:
                continue
            key, content = str(number), document_of(document)
            if self._cleared or key not in there or there.content(key) != content:  # True is no 1 here
                put[key] = msgspec.Raw(content)
        gone = [str(number) for number, document in self._touched.items() if document is _GONE]
        if self._cleared:
            gone = [key for key in there if key not in put]
        gone = [key for key in gone if key in there]
        return Changes(drop={table: gone} if gone else {}, put={table: put} if put or not gone else {})


class _Forgetful(LRUCache[K, V]):
    """A cache that keeps nothing: what is handed out twice can be changed between."""

    def set(self, key: K, value: V) -> None:
        """Forget it."""


class JournalTable(Table):
    """A table of TinyDB whose changes go to the journal. Over a middleware it is TinyDB's own, but for the cache
    of queries, which it does without."""

    query_cache_class = _Forgetful

    def _read_table(self) -> Any:
        if not isinstance(self._storage, JournalStorage):
            return super()._read_table()
        return Documents(self._storage, self.name)

    def contents(self) -> Iterator[tuple[int, bytes]]:
        """The JSON of every document, with its number."""
        if isinstance(self._storage, JournalStorage):
            return ((int(key), content) for key, content in self._storage.documents(self.name))
        return ((document.doc_id, document_of(document)) for document in self)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        storage = self._storage
        if not isinstance(storage, JournalStorage):
            super()._update_table(updater)
            return
        with storage.transaction():
            draft = Draft(Documents(storage, self.name))
            updater(draft)
            changes = draft.changes(self.name)
            if changes.drop or any(changes.put.values()) or self.name not in storage.tables:
                storage.commit(changes)

    def _chosen(self, condition: QueryLike | None, numbers: Iterable[int] | None) -> list[int] | None:
        """The documents that a condition names: told beforehand, so that the change touches no other."""
        if numbers is not None:
            return list(numbers)
        if condition is None or not isinstance(self._storage, JournalStorage):
            return None
        return [int(key) for key, document in self._read_table().items() if condition(document)]

    def update(
        self,
        fields: Mapping[Any, Any] | Callable[[MutableMapping[Any, Any]], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """As TinyDB's."""
        with self._at_once():
            chosen = self._chosen(cond, doc_ids)
            return super().update(fields, cond if chosen is None else None, chosen)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """As TinyDB's."""
        with self._at_once():
            chosen = self._chosen(cond, doc_ids)
            return super().remove(cond if chosen is None else None, chosen)

    def upsert(self, document: Mapping[Any, Any], cond: QueryLike | None = None) -> list[int]:
        """As TinyDB's."""
        with self._at_once():
            return super().upsert(document, cond)

    def _at_once(self) -> AbstractContextManager[None]:
        """What is chosen by a condition is what is changed, whatever other threads do."""
        return self._storage.transaction() if isinstance(self._storage, JournalStorage) else nullcontext()


class JournalDB(TinyDB):
    """TinyDB with the journal: ``JournalDB(path)``. Takes what :class:`JournalStorage` takes."""

    table_class = JournalTable
    default_storage_class = JournalStorage  # type: ignore[assignment] # TinyDB names its own class

    def drop_tables(self) -> None:
        """As TinyDB's."""
        if not isinstance(self._storage, JournalStorage):
            super().drop_tables()
            return
        self._storage.commit(Changes(clear=list(self._storage.tables)))
        self._tables.clear()

    def drop_table(self, name: str) -> None:
        """As TinyDB's, which reads everything there is for it, and compares it with what is left."""
        if not isinstance(self._storage, JournalStorage):
            super().drop_table(name)
            return
        self._tables.pop(name, None)
        if name in self._storage.tables:
            self._storage.commit(Changes(clear=[name]))

    @property
    def storage(self) -> JournalStorage:  # type: ignore[override] # as above
        """The storage under it."""
        return self._storage  # type: ignore[return-value] # as above

    def tables(self) -> set[str]:
        """As TinyDB's; the storage's own table is not among them."""
        if isinstance(self._storage, JournalStorage):
            return set(self._storage.tables)
        return super().tables()
