"""The one piece of discovery code: every module of a package that holds a value of a type.

A plug-in is a file with one constant; nothing else mentions it. Modules are found by listing the
package, in the order of their names, so two machines agree.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def modules(package: ModuleType) -> list[str]:
    """The full names of the direct, public modules of ``package``, in their order; none is imported."""
    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    return [f"{package.__name__}.{name}" for name in names if not name.startswith("_")]


def discover(package: ModuleType, kind: type[T]) -> tuple[T, ...]:
    """Every value of type ``kind`` that a direct, public module of ``package`` holds, one a module."""
    found: list[T] = []
    for name in modules(package):
        module = importlib.import_module(name)
        found += [value for name, value in vars(module).items() if name.isupper() and isinstance(value, kind)]
    return tuple(found)
