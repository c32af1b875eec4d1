"""Discovery: one constant a module, in the order of the names, nothing else mentioned."""

from __future__ import annotations

import importlib
import itertools
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from humas_tui.registry import discover

Make = Callable[..., ModuleType]
_numbers = itertools.count()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes a package of modules: ``package(name="text of the module")``."""

    def made(**modules: str) -> ModuleType:
        name = f"plugins_of_the_test_{next(_numbers)}"
        folder = tmp_path / name
        folder.mkdir()
        (folder / "__init__.py").write_text("")
        for module, text in modules.items():
            (folder / f"{module}.py").write_text(text)
        monkeypatch.syspath_prepend(str(tmp_path))
        return importlib.import_module(name)

    return made


def test_every_module_is_found_in_the_order_of_the_names(package: Make) -> None:
    assert discover(package(b="B = 2", c="C = 3", a="A = 1"), int) == (1, 2, 3)


def test_an_empty_package_holds_nothing(package: Make) -> None:
    assert discover(package(), int) == ()


def test_only_constants_of_the_kind_count(package: Make) -> None:
    assert discover(package(a='A = 1\nB = "b"\nc = 3\nmixed_Case = 4\ndef f(): return 5'), int) == (1,)


def test_a_private_module_is_passed_over_and_not_even_imported(package: Make) -> None:
    assert discover(package(_a="raise AssertionError", b="B = 2"), int) == (2,)


def test_a_module_that_breaks_is_not_hidden(package: Make) -> None:
    with pytest.raises(ZeroDivisionError):
        discover(package(a="A = 1 / 0"), int)


def test_a_new_file_is_all_that_a_plug_in_takes(package: Make) -> None:
    made = package(a="A = 1")
    assert discover(made, int) == (1,)
    (Path(made.__path__[0]) / "b.py").write_text("B = 2")
    importlib.invalidate_caches()
    assert discover(made, int) == (1, 2)
