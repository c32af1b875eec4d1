"""TinyDB over the journal behaves as over its own MemoryStorage: the same answers, errors, state.

A machine does the same to both, step by step, with the file closed, opened, made anew and killed between, and
another program that knows TinyDB only writing to it. Whatever went in or came out is spoiled afterwards, which
must change nothing.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from tinydb import JSONStorage, TinyDB, operations, where
from tinydb.middlewares import CachingMiddleware
from tinydb.queries import Query
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from humas_tui.errors import UnwritableError
from humas_tui.store import opening
from humas_tui.store.journalled import JournalStorage
from humas_tui.store.table import JournalDB

FIELDS = ("a", "b", "l")
TABLES = ("releases", "_default", "nama lain: ☕\n")
NAMES = st.sampled_from([*TABLES[:1] * 4, *TABLES])
NUMBERS = st.integers(1, 7)

# -- what goes in ------------------------------------------------------------------------------------------------

SIMPLE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 3),
    st.sampled_from([10**30, -(2**63), 1.0, -0.0, 1e300]),
    st.floats(-1e300, 1e300),  # added again and again they become no infinity, which JSON does not know
    st.text('ab "\\\n\u2028é😀\x00', max_size=4),
)
VALUES = st.recursive(
    SIMPLE,
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.sampled_from("abx"), one, max_size=3),
    max_leaves=6,
)
#: Equal to Python, and not the same.
ALIKE = st.sampled_from([0, False, 0.0, 1, True, 1.0])
CONTENTS = (
    st.fixed_dictionaries({"a": ALIKE})
    | st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=3)
    | st.fixed_dictionaries({"a": st.integers(-2, 3), "l": st.lists(st.integers(0, 3), max_size=3)})
)


@dataclass(frozen=True)
class Named:
    """Something to do to a document or ask of it, that says what it is when a test fails."""

    name: str
    act: Any

    def __call__(self, document: Any) -> Any:
        return self.act(document)

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return self.name


def documents() -> st.SearchStrategy[Any]:
    """A mapping of any kind, or a Document with a number of its own."""
    own = st.builds(Document, CONTENTS, NUMBERS)
    return CONTENTS | own


#: Everything that was handed to a callable; spoiled after each step.
HANDED: list[Any] = []


def _handed(document: Any) -> Any:
    HANDED.append(document)
    return document


def _refuse(document: Any) -> None:
    document["b"] = "half done"
    raise LookupError("no")


CHANGES: list[Named] = [
    Named("set z", lambda document: document.update(z=[1])),
    Named("clear", lambda document: document.clear()),
    Named("append", lambda document: document.setdefault("l", []).append(document.get("a"))),
    Named("pop b", lambda document: document.pop("b")),
    Named("keep hold of it", lambda document: _handed(document).update(held=True)),
    Named("refuse", _refuse),
]
OPERATIONS = st.one_of(
    st.sampled_from(FIELDS).map(lambda name: Named(f"delete {name}", operations.delete(name))),
    st.sampled_from(FIELDS).map(lambda name: Named(f"increment {name}", operations.increment(name))),
    st.sampled_from(FIELDS).map(lambda name: Named(f"decrement {name}", operations.decrement(name))),
    *(
        st.tuples(st.sampled_from(FIELDS), SIMPLE | st.lists(SIMPLE, max_size=2)).map(
            lambda made, operation=operation: Named(
                f"{operation.__name__} {made}", lambda document: operation(made[0], deepcopy(made[1]))(document)
            )
        )
        for operation in (operations.add, operations.subtract, operations.set)
    ),
)
UPDATES = CONTENTS | OPERATIONS | st.sampled_from(CHANGES)

BOUNDS = st.sampled_from([0, 1, 1.0, "a", True])
PLAIN_CONDITIONS = st.one_of(
    st.builds(lambda name, value: where(name) == value, st.sampled_from(FIELDS), SIMPLE),
    st.builds(lambda name, value: where(name) != value, st.sampled_from(FIELDS), SIMPLE),
    st.builds(lambda name, value: where(name) > value, st.sampled_from(FIELDS), BOUNDS),
    st.builds(lambda name: where(name).exists(), st.sampled_from(FIELDS)),
    st.builds(lambda value: where("l").any([value]), SIMPLE),
    st.builds(lambda value: where("a").one_of([value, 1]), SIMPLE),
    st.builds(lambda value: Query().fragment({"a": value}), SIMPLE),
    st.builds(lambda value: where("b").search(value), st.sampled_from(["a", "^b"])),
    st.builds(lambda name: where(name).test(lambda value: bool(_handed(value))), st.sampled_from(FIELDS)),
    st.just(Named("has l", lambda document: "l" in _handed(document))),
)
CONDITIONS = st.one_of(
    st.builds(lambda value: where("a") == value, ALIKE) | st.just(Query().noop()),
    PLAIN_CONDITIONS,
    st.builds(lambda name, value: (where(name) == value) & ~where("b").exists(), st.sampled_from(FIELDS), SIMPLE),
    st.builds(lambda one, other: (where("a") == one) | (where("a") == other), SIMPLE, SIMPLE),
)
NUMBER_LISTS = st.lists(NUMBERS, max_size=3)


# -- the two sides -----------------------------------------------------------------------------------------------


def spoil(value: Any) -> None:
    """Change a value in all its depth, as a careless caller may."""
    if isinstance(value, dict):
        for one in list(value.values()):
            spoil(one)
        value["spoiled"] = True
    elif isinstance(value, list):
        for one in value:
            spoil(one)
        value.append("spoiled")


def told(value: Any) -> str:
    """A value to the letter: types, the order of fields, the numbers of documents."""
    if isinstance(value, Document):
        return f"{type(value).__name__} {value.doc_id!r} {json.dumps(value)}"
    if isinstance(value, list):
        return f"[{', '.join(map(told, value))}]"
    return f"{type(value).__name__} {value!r}"


def state(database: TinyDB) -> str:
    """Every table with its documents in their order; ``null`` and an empty database are one."""
    return json.dumps(
        sorted((name, list(table.items())) for name, table in (database.storage.read() or {}).items())
    )


class Model:
    """TinyDB over MemoryStorage. What fails half way stays half done in it, and documents may share a list, as
    over no file. So, unless ``half_done``, a change is taken over as JSON has it, and only when all went well."""

    def __init__(self, half_done: bool) -> None:
        self.memory = MemoryStorage()
        self.half_done = half_done
        self.open()

    def open(self) -> None:
        self.memory.memory = json.loads(json.dumps(self.memory.memory))
        self.database = TinyDB(storage=lambda: self.memory)

    def do(self, act: Callable[[TinyDB], Any]) -> tuple[str, str]:
        before = None if self.half_done else deepcopy(self.memory.memory)
        told_of = outcome(self.database, act)[0]
        if not self.half_done:
            after = self.memory.memory
            self.memory.memory = before if told_of[0] == "error" else json.loads(json.dumps(after))
        return told_of


def outcome(database: TinyDB, act: Callable[[TinyDB], Any]) -> tuple[tuple[str, str], Any]:
    """What an act comes to: its answer, or its error."""
    try:
        answer = act(database)
    except Exception as error:  # noqa: BLE001 - the same error is asked of the other side
        return ("error", f"{type(error).__name__}{error.args}"), None
    return ("answer", told(answer)), answer


class TableMachine(RuleBasedStateMachine):
    """Both sides."""

    database_class: type[TinyDB] = JournalDB
    kills = True
    spoils = True
    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "humas.json"
        self.model = Model(half_done=not self.kills)
        self.open()
        some = [{"a": 1, "l": [1]}, {"a": True}, {"b": "ab", "l": []}]
        self.do(lambda database, given: database.table(TABLES[0]).insert_multiple(given), some)

    def open(self) -> None:
        self.ours = self.database_class(self.path, storage=JournalStorage)
        self.model.open()

    @property
    def storage(self) -> JournalStorage:
        storage = self.ours.storage
        found = storage if isinstance(storage, JournalStorage) else storage.storage  # type: ignore[attr-defined]
        assert isinstance(found, JournalStorage)
        return found

    def do(self, act: Callable[..., Any], *arguments: Any, **options: Any) -> None:
        """The same act on both sides, each with arguments of its own."""
        type(self).steps += 1
        theirs, our_options, ours = deepcopy(arguments), deepcopy(options), deepcopy(arguments)
        HANDED.clear()
        expected = self.model.do(lambda database: act(database, *theirs, **options))
        HANDED.clear()
        got, answer = outcome(self.ours, lambda database: act(database, *ours, **our_options))
        if self.spoils:
            for one in (answer, [*ours], our_options, *HANDED):
                spoil(one)
        assert got == expected
        assert state(self.ours) == state(self.model.database)

    # -- changes

    @rule(name=NAMES, document=documents() | st.sampled_from(["no mapping", [1]]))
    def insert(self, name: str, document: Any) -> None:
        self.do(lambda database, one: database.table(name).insert(one), document)

    @rule(document=documents())
    def insert_into_the_default_table(self, document: Any) -> None:
        self.do(lambda database, one: database.insert(one), document)

    @rule(
        name=NAMES,
        some=st.lists(documents() | st.just("no mapping"), max_size=4),
        lazily=st.booleans(),
    )
    def insert_multiple(self, name: str, some: list[Any], lazily: bool) -> None:
        def act(database: TinyDB, given: list[Any]) -> Any:
            return (
                database.table(name).insert_multiple(one for one in given)
                if lazily
                else database.table(name).insert_multiple(given)
            )

        self.do(act, some)

    @rule(name=NAMES, fields=UPDATES, condition=CONDITIONS)
    def update(self, name: str, fields: Any, condition: Any) -> None:
        self.do(lambda database, given: database.table(name).update(given, condition), fields)

    @rule(name=NAMES, fields=UPDATES)
    def update_all(self, name: str, fields: Any) -> None:
        self.do(lambda database, given: database.table(name).update(given), fields)

    @rule(
        name=NAMES,
        fields=UPDATES,
        numbers=NUMBER_LISTS,
        condition=st.none() | CONDITIONS,
        lazily=st.booleans(),
    )
    def update_by_number(self, name: str, fields: Any, numbers: list[int], condition: Any, lazily: bool) -> None:
        def act(database: TinyDB, given: Any) -> Any:
            chosen: Iterable[int] = iter(numbers) if lazily else numbers
            return database.table(name).update(given, cond=condition, doc_ids=chosen)

        self.do(act, fields)

    @rule(name=NAMES, updates=st.lists(st.tuples(UPDATES, CONDITIONS), max_size=3))
    def update_multiple(self, name: str, updates: list[tuple[Any, Any]]) -> None:
        conditions = [condition for _fields, condition in updates]

        def act(database: TinyDB, given: list[Any]) -> Any:
            return database.table(name).update_multiple(list(zip(given, conditions, strict=True)))

        self.do(act, [fields for fields, _condition in updates])

    @rule(name=NAMES, document=documents(), condition=st.none() | CONDITIONS)
    def upsert(self, name: str, document: Any, condition: Any) -> None:
        self.do(lambda database, given: database.table(name).upsert(given, condition), document)

    @rule(name=NAMES, condition=st.none() | CONDITIONS)
    def remove(self, name: str, condition: Any) -> None:
        self.do(lambda database: database.table(name).remove(condition))

    @rule(name=NAMES, numbers=NUMBER_LISTS, condition=st.none() | CONDITIONS)
    def remove_by_number(self, name: str, numbers: list[int], condition: Any) -> None:
        self.do(lambda database: database.table(name).remove(cond=condition, doc_ids=iter(numbers)))

    @rule(name=NAMES)
    def truncate(self, name: str) -> None:
        self.do(lambda database: database.table(name).truncate())

    @rule(name=NAMES)
    def drop_table(self, name: str) -> None:
        self.do(lambda database: database.drop_table(name))

    @rule(mood=st.integers(0, 5))
    def drop_tables(self, mood: int) -> None:
        if mood == 5:  # or there would rarely be anything
            self.do(lambda database: database.drop_tables())

    @rule(name=st.sampled_from([*TABLES, "kosong"]), persist=st.booleans(), size=st.sampled_from([0, 1, 10]))
    def open_table(self, name: str, persist: bool, size: int) -> None:
        self.do(lambda database: database.table(name, persist_empty=persist, cache_size=size).name)

    @rule(name=NAMES, numbers=NUMBER_LISTS)
    def remove_while_going_through(self, name: str, numbers: list[int]) -> None:
        """Who goes through a table sees it as it was when he began."""

        def act(database: TinyDB) -> list[Document]:
            going = iter(database.table(name))
            begun = list(islice(going, 1))
            database.table(name).remove(
                doc_ids=[one for one in {*numbers} if database.table(name).contains(doc_id=one)]
            )
            return [*begun, *going]

        self.do(act)

    # -- questions

    @rule(name=NAMES, condition=CONDITIONS)
    def ask(self, name: str, condition: Any) -> None:
        for question in (Table.search, Table.search, Table.get, Table.contains, Table.count):
            self.do(lambda database, question=question: question(database.table(name), condition))

    @rule(name=NAMES, number=NUMBERS, numbers=NUMBER_LISTS, condition=st.none() | CONDITIONS)
    def ask_by_number(self, name: str, number: int, numbers: list[int], condition: Any) -> None:
        self.do(lambda database: database.table(name).get(doc_id=number))
        self.do(lambda database: database.table(name).get(condition, doc_id=number, doc_ids=numbers))
        self.do(lambda database: database.table(name).get(doc_ids=numbers))
        self.do(lambda database: database.table(name).contains(condition, doc_id=number))
        self.do(lambda database: database.get(condition, None, numbers))

    @rule(name=NAMES)
    def ask_for_everything(self, name: str) -> None:
        self.do(lambda database: database.table(name).all())
        self.do(lambda database: list(database.table(name)))
        self.do(lambda database: len(database.table(name)))
        self.do(lambda database: [len(database), *iter(database)])
        self.do(lambda database: sorted(database.tables()))
        self.do(lambda database: database.table(name).get())
        self.do(lambda database: database.table(name).contains())

    # -- the file

    @rule(in_a_block=st.booleans())
    def close_and_open(self, in_a_block: bool) -> None:
        if in_a_block:
            with self.ours as database:
                assert database is self.ours
        else:
            self.ours.close()
        self.open()

    @precondition(lambda self: self.kills)
    @rule()
    def kill(self) -> None:
        self.storage.abandon()
        self.open()
        assert {found.code for found in self.storage.report} <= {"edited"}  # by the other program, before

    @rule()
    def make_anew(self) -> None:
        self.storage.compact()
        assert self.storage.verify()
        assert state(self.ours) == state(self.model.database)

    @rule(document=documents(), name=NAMES, gone=NUMBERS)
    def another_program_writes(self, document: Any, name: str, gone: int) -> None:
        """What TinyDB's own storage wrote is taken in, whatever it was."""
        self.ours.close()

        def act(database: TinyDB) -> list[Any]:
            table = database.table(name)
            table.remove(doc_ids=[gone] if table.contains(doc_id=gone) else [])
            return [table.upsert(document, where("a") == 1), len(table)]

        with TinyDB(self.path) as plain:
            got, _ = outcome(plain, act)
        self.model.open()
        assert got == self.model.do(act)
        self.open()
        assert state(self.ours) == state(self.model.database)

    def teardown(self) -> None:
        if hasattr(self, "ours"):
            self.ours.close()
            if self.path.exists():
                with TinyDB(self.path, access_mode="r") as plain:
                    found = {
                        name: table for name, table in (plain.storage.read() or {}).items() if name != "_meta"
                    }
                expected = self.model.memory.memory or {}
                assert json.dumps(sorted(found.items())) == json.dumps(sorted(expected.items()))
        shutil.rmtree(self.folder)


class CachedMachine(TableMachine):
    """With TinyDB's cache between, which writes when it is closed, and hands out what it keeps."""

    kills = spoils = False

    def open(self) -> None:
        self.ours = self.database_class(self.path, storage=CachingMiddleware(JournalStorage))
        self.model.open()

    def do(self, act: Callable[..., Any], *arguments: Any, **options: Any) -> None:
        """What failed half way stays half done in the cache, which does not know it has changed."""
        super().do(act, *arguments, **options)
        cached = self.ours.storage.read()
        if cached is not None:
            self.ours.storage.write(cached)

    @rule()
    def flush(self) -> None:
        self.ours.storage.flush()  # type: ignore[attr-defined]
        assert (self.storage.read() or {}) == (self.ours.storage.read() or {})


class StockMachine(TableMachine):
    """TinyDB's own table over our storage. What it has found it keeps, and hands out once more."""

    database_class = TinyDB
    spoils = False


MACHINES = [TableMachine, CachedMachine, StockMachine]
LENGTHS = [(60, 40), pytest.param((1500, 60), marks=[pytest.mark.slow, pytest.mark.timeout(3600)])]


@pytest.mark.parametrize("length", LENGTHS, ids=lambda length: f"{length[0]} runs")
@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
@pytest.mark.parametrize("machine", MACHINES)
def test_step_by_step_as_over_memory(
    machine: type[TableMachine], large: bool, length: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGE", -1 if large else 64 << 20)
    machine.steps = 0
    run_state_machine_as_test(
        machine, settings=settings(max_examples=length[0], stateful_step_count=length[1], deadline=None)
    )
    print(f"{machine.__name__}{' large' if large else ''}: {machine.steps} steps, each the same on both sides")


# -- one by one --------------------------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "humas.json"


@pytest.fixture
def database(path: Path) -> Iterator[JournalDB]:
    with JournalDB(path) as opened:
        yield opened


def test_what_was_found_twice_is_not_one(database: JournalDB) -> None:
    """TinyDB's own table answers the same question with the same documents."""
    database.insert({"a": 1, "l": []})
    found = database.search(where("a") == 1)
    found[0]["l"].append("spoiled")
    found[0]["a"] = 2
    assert database.search(where("a") == 1) == [{"a": 1, "l": []}]


def test_a_list_that_went_in_is_not_the_one_that_is_kept(database: JournalDB) -> None:
    shared = ["satu"]
    database.insert_multiple([{"l": shared}, {"l": shared}])
    database.update({"m": shared})
    shared.append("spoiled")
    database.update(operations.add("l", ["dua"]), doc_ids=[1])
    assert database.all() == [{"l": ["satu", "dua"], "m": ["satu"]}, {"l": ["satu"], "m": ["satu"]}]


@pytest.mark.parametrize(("before", "after"), [(1, True), (0, False), (1, 1.0), (0.0, -0.0)])
def test_what_is_equal_to_python_is_still_another_value(path: Path, before: Any, after: Any) -> None:
    with JournalDB(path) as database:
        database.insert({"a": before})
        database.update({"a": after})
    with JournalDB(path) as database:
        assert repr(database.all()[0]["a"]) == repr(after)


class Dated(date):
    """A value that JSON has not."""


NO_JSON = [date(2026, 11, 22), {1, 2}, b"bytes", object(), {"a": [Dated(2026, 1, 1)]}, {(1, 2): 3}]


@pytest.mark.parametrize("value", NO_JSON, ids=lambda value: type(value).__name__)
def test_what_tinydbs_own_storage_refuses_is_refused(path: Path, database: JournalDB, value: Any) -> None:
    """With the same error: a date would otherwise come back as a text."""
    database.insert({"a": 1})
    with TinyDB(path.with_name("plain.json"), storage=JSONStorage) as plain, pytest.raises(TypeError) as theirs:
        plain.insert({"a": value})
    acts: list[Callable[[], object]] = [
        lambda: database.insert({"a": value}),
        lambda: database.insert_multiple([{"b": 2}, {"a": value}]),
        lambda: database.update({"a": value}),
        lambda: database.upsert({"a": value}, where("a") == 1),
        lambda: database.storage.write({"_default": {"1": {"a": value}}}),
    ]
    for act in acts:
        with pytest.raises(TypeError) as ours:
            act()
        assert str(ours.value) == str(theirs.value)
        assert database.all() == [{"a": 1}]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "half a character: \ud83d"])
def test_what_other_programs_could_not_read_is_refused(database: JournalDB, value: Any) -> None:
    """TinyDB's own storage writes these, in words of its own that are no JSON."""
    with pytest.raises(ValueError, match=r"JSON|surrogates"):
        database.insert({"a": value})
    assert database.all() == []


def test_keys_and_tuples_come_back_as_json_has_them(path: Path, database: JournalDB) -> None:
    strange = {2: "a", True: "b", None: (1, (2,)), 1.5: {"x": ()}}
    with TinyDB(path.with_name("plain.json")) as plain:
        plain.insert(strange)
        database.insert(strange)
        assert json.dumps(database.all()) == json.dumps(plain.all())


def test_the_table_of_the_storage_is_not_for_others(path: Path) -> None:
    with JournalDB(path) as database:
        database.insert({"a": 1})
        with pytest.raises(ValueError, match="_meta"):
            database.table("_meta").insert({"a": 2})
        database.storage.compact()
        with pytest.raises(ValueError, match="_meta"):
            database.storage.write({"_meta": {"1": {"a": 2}}})
        assert database.tables() == {"_default"}
    with JournalDB(path) as database:
        assert database.all() == [{"a": 1}]
        assert database.storage.report == []


def test_what_cannot_be_saved_leaves_everything_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of the documents too."""
    with JournalDB(path) as database:
        database.insert_multiple({"n": number} for number in range(5))
        before = database.all()

        def full(*_arguments: object) -> int:
            raise OSError(28, "No space left on device")

        acts: list[Callable[[], object]] = [
            lambda: database.remove(doc_ids=[1, 3]),
            lambda: database.update({"n": 9}),
            lambda: database.insert({"n": 9}),
            database.truncate,
            lambda: database.drop_table("_default"),
            database.drop_tables,
        ]
        for act in acts:
            for call in ("write", "sync"):
                with monkeypatch.context() as patch:
                    patch.setattr(database.storage.disk, call, full)
                    with pytest.raises(UnwritableError):
                        act()
                assert database.table("_default").all() == before
                assert [one.doc_id for one in database.table("_default")] == [1, 2, 3, 4, 5]
    with JournalDB(path) as database:
        assert database.all() == before


def test_dropping_a_table_reads_none_of_the_others(database: JournalDB, monkeypatch: pytest.MonkeyPatch) -> None:
    """TinyDB's own way reads and writes all there is: seconds at 100,000."""
    database.table("one").insert({"a": 1})
    database.table("other").insert({"a": 2})

    def refuse(*_arguments: object) -> None:
        raise AssertionError("everything was read")

    monkeypatch.setattr(JournalStorage, "read", refuse)
    database.drop_table("one")
    database.drop_table("none")
    assert database.tables() == {"other"}
    assert database.table("one").all() == []
    database.drop_tables()
    assert database.tables() == set()


def test_a_change_reads_the_documents_that_it_names(database: JournalDB, monkeypatch: pytest.MonkeyPatch) -> None:
    """That is what makes it cost the same among a thousand and a hundred thousand."""
    database.insert_multiple({"n": number} for number in range(200))
    read: list[str] = []
    real = JournalStorage.document

    def counting(self: JournalStorage, table: str, key: str) -> bytes:
        read.append(key)
        return real(self, table, key)

    monkeypatch.setattr(JournalStorage, "document", counting)
    database.update({"n": -1}, doc_ids=[50])
    database.remove(doc_ids=[60])
    database.insert({"n": -2})
    database.upsert(Document({"n": -3}, doc_id=70))
    assert database.get(doc_id=70) == {"n": -3}
    assert {*read} <= {"50", "60", "70"}


def test_unknown_tables_and_fields_survive_everything(path: Path) -> None:
    kept = {"catatan": {"7": {"x": {"y": [1, None, 2.5]}}}, "kosong": {}}
    path.write_text(json.dumps({**kept, "releases": {"1": {"id": "a", "baru": {"z": 1}}}}))
    for _time in range(2):
        with JournalDB(path) as database:
            database.table("releases").update({"id": "b"}, doc_ids=[1])
            database.storage.compact()
            database.table("releases").insert({"id": "c"})
    with TinyDB(path) as plain:
        assert plain.tables() == {"catatan", "kosong", "releases", "_meta"}
        assert plain.table("releases").all() == [{"id": "b", "baru": {"z": 1}}, {"id": "c"}, {"id": "c"}]
        assert {name: plain.storage.read()[name] for name in kept} == kept  # type: ignore[index]
        plain.table("releases").update({"id": "d"}, doc_ids=[3])
        plain.table("catatan").insert({"x": 8})
    with JournalDB(path) as database:
        assert [found.code for found in database.storage.report] == ["edited"]
        assert database.table("releases").get(doc_id=3) == {"id": "d"}
        assert database.table("catatan").get(doc_id=8) == {"x": 8}
    with TinyDB(path) as plain:
        assert plain.table("catatan").all() == [kept["catatan"]["7"], {"x": 8}]


def test_a_mapping_of_any_kind_is_a_document(database: JournalDB) -> None:
    class Paired(Mapping[str, int]):
        def __getitem__(self, key: str) -> int:
            return {"a": 1}[key]

        def __iter__(self) -> Iterator[str]:
            return iter(["a"])

        def __len__(self) -> int:
            return 1

    database.insert(Paired())
    database.upsert(Paired(), where("a") == 1)
    assert database.all() == [{"a": 1}]


def test_what_was_closed_is_not_written_to_any_more(path: Path) -> None:
    """Its lock may be another program's: a worker that comes too late must not make the file anew."""
    database = JournalDB(path)
    database.insert({"a": 1})
    database.close()
    with JournalDB(path) as other:
        other.insert({"a": 2})
        with pytest.raises(ValueError, match="closed"):
            database.insert({"a": 3})
        before = sorted(path.parent.iterdir()), path.read_bytes()
        database.storage.compact()
        database.close()
        assert (sorted(path.parent.iterdir()), path.read_bytes()) == before
    with TinyDB(path) as plain:
        assert plain.all() == [{"a": 1}, {"a": 2}]
