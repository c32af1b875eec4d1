"""YAML front matter: the fields of a release above its Markdown body, between two lines of ``---``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

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
    import yaml

    header = yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{header}---\n\n{body}"


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
