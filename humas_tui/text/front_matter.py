"""YAML front matter: the fields of a release above its Markdown body, between two lines of ``---``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

INDENT: Final = "  "
#: What is written as it is: words of one line that no reader of YAML takes for anything else.
_WORDS: Final = re.compile(
    r"[A-Za-z](?:[ A-Za-z0-9.,;()/+_\u2013\u2014\u2018-\u201d-]{0,4000}[A-Za-z0-9.)\u201d])?"
)
_NO_WORDS: Final = frozenset(("yes", "no", "on", "off", "true", "false", "null", "y", "n"))
_FENCE: Final = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)


def split(text: str) -> tuple[dict[str, Any], str]:
    """The fields and the body of a text with line feeds as line ends.

    Values are texts as they were typed, lists and mappings of such, or None: YAML's own ideas of dates,
    times, octal numbers and of ``no`` would change what an officer wrote. A text without front matter, or
    whose front matter is no YAML mapping, is all body: nothing is dropped.
    """
    match = _FENCE.match(text)
    if match is None:
        return {}, text
    import yaml

    try:
        fields = yaml.load(match[1] or "", _loader())
    except (yaml.YAMLError, RecursionError):
        return {}, text
    if fields is None:
        fields = {}
    if not isinstance(fields, dict):
        return {}, text
    return {str(name): value for name, value in fields.items()}, text[match.end() :].lstrip("\n")


def join(fields: Mapping[str, Any], body: str) -> str:
    """A text with ``fields`` (JSON values, in their order) as front matter above ``body``."""
    header = "\n".join(_lines(fields)) if fields else "{}"
    return f"---\n{header}\n---\n\n{body}"


def _lines(value: Any) -> Iterator[str]:
    """A value line by line, as PyYAML writes it, which takes five times as long for a release."""
    if isinstance(value, Mapping) and value:
        for name, one in value.items():
            first, *others = _lines(one)
            if isinstance(one, Mapping | list | tuple) and one:
                yield f"{_scalar(name)}:"
                indent = "" if isinstance(one, list | tuple) else INDENT
                yield from _indented((first, *others), indent)
            else:
                yield f"{_scalar(name)}: {first}"
                yield from others
    elif isinstance(value, list | tuple) and value:
        for one in value:
            first, *others = _lines(one)
            yield f"- {first}"
            yield from _indented(others, INDENT if isinstance(one, Mapping | list | tuple) else "")
    else:
        yield from _scalar(value).split("\n")


def _indented(lines: Iterable[str], indent: str) -> Iterator[str]:
    return (indent + line if line else "" for line in lines)


def _scalar(value: Any) -> str:
    """A single value. Where it is not plain words, PyYAML knows whether it must be quoted, and how."""
    if isinstance(value, str) and _WORDS.fullmatch(value) and value.lower() not in _NO_WORDS:
        return value
    return _dumped(value) if isinstance(value, str) else _written(value)


def _written(value: Any) -> str:
    import yaml

    written = yaml.safe_dump(value, allow_unicode=True, width=10_000)
    return written.removesuffix("\n...\n").removesuffix("\n")


_dumped: Final = lru_cache(maxsize=256)(_written)  # times, telephone numbers: the same in many releases


@lru_cache(maxsize=1)
def _loader() -> Any:
    """PyYAML's safe loader without its guesses at types, and without aliases (a few lines of them make
    millions of values)."""
    import yaml

    class Plain(yaml.SafeLoader):
        yaml_implicit_resolvers = {
            first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(yaml.events.AliasEvent):
                raise yaml.YAMLError("aliases are not read")
            return super().compose_node(parent, index)

    return Plain
