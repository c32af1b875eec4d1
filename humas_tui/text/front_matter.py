"""YAML front matter: the fields of a release above its Markdown body, between two lines of ``---``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

_FENCE: Final = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)


def split(text: str) -> tuple[dict[str, Any], str]:
    """The fields and the body of a text with line feeds as line ends.

    Dates come as ISO strings. A text without front matter, or whose front matter is no YAML mapping, is
    all body: nothing is dropped.
    """
    match = _FENCE.match(text)
    if match is None:
        return {}, text
    import yaml

    try:
        fields = yaml.safe_load(match[1] or "")
    except yaml.YAMLError:
        return {}, text
    if fields is None:
        fields = {}
    if not isinstance(fields, dict):
        return {}, text
    return {str(name): _simple(value) for name, value in fields.items()}, text[match.end() :].lstrip("\n")


def join(fields: Mapping[str, Any], body: str) -> str:
    """A text with ``fields`` (JSON values, in their order) as front matter above ``body``."""
    import yaml

    header = yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{header}---\n\n{body}"


def _simple(value: Any) -> Any:
    """YAML reads dates as such; documents of releases hold them as ISO strings."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(name): _simple(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_simple(inner) for inner in value]
    return value
