"""Plain text as Markdown that shows the same characters: what would turn into formatting is escaped.

Only that: an address with an underscore or a hashtag stays as officers wrote it. Rules: CommonMark 0.31
(spec.commonmark.org), with strike-through, without raw HTML; see ``text.blocks``.
"""

from __future__ import annotations

import re
from typing import Final

_INLINE: Final = re.compile(
    r"\\|`|(?<!\s)\*|\*(?!\s)|(?<![^\W_])_|_(?![^\W_])"  # escapes, code, emphasis; 3 * 4 and a_b are none
    r"|~(?=~)|(?<=~)~"  # strike-through
    r"|\](?=[(:\[]|\Z)"  # the end of what would be a link or a definition of one
    r"|<(?=\S)"  # an address in angle brackets
    r"|&(?=#?\w{1,40};)"  # a character reference
)
_START: Final = re.compile(
    r"\s*(?:(?P<mark>#{1,6}(?=\s|\Z)|>|[-+*](?=\s|\Z)|-(?=[-\s]*\Z)|=(?==*\s*\Z))|\d{1,9}(?P<stop>[.)])(?=\s|\Z))"
)


def escape(text: str) -> str:
    """Markdown that shows exactly ``text`` (cleaned, one line, no space at its ends)."""
    return escape_start(escape_inline(text))


def escape_inline(text: str) -> str:
    """Escape what would format inside a line."""
    return _INLINE.sub(r"\\\g<0>", text) if _INLINE.search(text) else text


def escape_start(line: str) -> str:
    """Escape what would make a heading, a list, a quotation or a rule of a line whose inside is Markdown."""
    match = _START.match(line)
    if match is None:
        return line
    position = match.start("mark") if match["mark"] else match.start("stop")
    return f"{line[:position]}\\{line[position:]}"
