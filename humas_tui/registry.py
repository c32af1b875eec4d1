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


def discover(package: ModuleType, kind: type[T]) -> tuple[T, ...]:
    """Every value of type ``kind`` that a direct, public module of ``package`` holds, one a module."""
    found: list[T] = []
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        found += [value for name, value in vars(module).items() if name.isupper() and isinstance(value, kind)]
    return tuple(found)
