"""Text that comes in, made safe to keep and to send to a terminal, without losing a word.

What is taken away: escape sequences (whole, where they are well formed; an unterminated one loses only its
introducer, never the words behind it), the other control characters, bidirectional overrides and isolates,
zero-width, soft-hyphen and other invisible format characters. What is changed: every kind of line end becomes
a line feed, the text is composed (Unicode NFC). Source for the sequences: ECMA-48, 5th edition, sections 5.4
and 5.6.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

_LINE_ENDS: Final = re.compile("\r\n|[\r\x85\u2028\u2029\x0b\x0c]")
# A sequence is taken away whole only where it cannot be mistaken: what stands behind a stray or damaged introducer
# is a word of the text. So a string sequence ends on its line and within 4,096 characters, an OSC begins with its
# number, and a letter that would end a sequence without any number counts as the first one of a word where another
# letter follows, but for those that programs do write so (K and m for colours, H and J to clear the screen).
_SEQUENCES: Final = re.compile(
    "(?:\x1b\\]|\x9d)[0-9]{1,5}(?:;[^\x07\x1b\x9c\n]{0,4096})?(?:\x07|\x1b\\\\|\x9c)"  # OSC … BEL or ST
    "|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c\n]{0,4096}(?:\x1b\\\\|\x9c)"  # DCS, SOS, PM, APC … ST
    "|(?:\x1b\\[|\x9b)(?:[0-?]{0,63}[0-:<-?][@-~]|[KmHJ]|[0-?]{0,64}[ -/]{0,8}[@-~](?![^\\W\\d_]))"  # CSI
    "|\x1b[ -/]{1,4}[0-~](?!\\w)"  # escape with intermediates
    "|\x1b(?:[78](?!\\d)|[:-@\\[-`{-~]|[A-Za-z](?![^\\W\\d_]))"  # two characters; introducers of the others
)
# ZWNJ and ZWJ (U+200C, U+200D) stay: scripts and emoji are written with them.
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)
_SPACES: Final = re.compile(r"\s+")


def clean(text: str) -> str:
    """``text`` made safe as the module says. Cleaning a clean text changes nothing."""
    text = _LINE_ENDS.sub("\n", text)
    text = _SEQUENCES.sub("", text)
    return unicodedata.normalize("NFC", _UNSAFE.sub("", text))


def clean_line(text: str) -> str:
    """``text`` made safe and laid on one line, as a headline or a name is."""
    return _SPACES.sub(" ", clean(text)).strip()


def clean_values(value: Any) -> Any:
    """A JSON value with every text in it made safe; the names of fields are left alone. A tuple is a list."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple):
        return [clean_values(one) for one in value]
    if isinstance(value, dict):
        return {name: clean_values(one) for name, one in value.items()}
    return value
