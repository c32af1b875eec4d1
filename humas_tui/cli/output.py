"""The two ways out: standard output for data, standard error for what is said to a person.

No text of a user reaches a terminal with its control characters, and neither way ever raises for a
character that it cannot show.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import IO, Any, Final

from ..errors import UnwritableError, system_reason
from ..i18n import _

# What JSON may hold as it is, but a terminal would obey or hide: the C1 controls, DEL, marks of direction.
_UNSAFE_IN_JSON: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def prepare() -> None:
    """Have standard output speak UTF-8 on every system (a pipe of Windows would not)."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")


def on_terminal(stream: IO[str] | None) -> bool:
    """Whether a person reads the stream (or types into it)."""
    return stream is not None and not stream.closed and stream.isatty()


def to_terminal() -> bool:
    """Whether standard output is a terminal."""
    return on_terminal(sys.stdout)


def put_lines(lines: Iterable[str]) -> None:
    """Write lines, made safe by the caller, to standard output."""
    put("".join(f"{line}\n" for line in lines))


def put_text(text: str) -> None:
    """Write the very text to standard output; a terminal gets it made safe."""
    if to_terminal():
        from ..text.clean import clean

        text = clean(text)
    put(text if text.endswith("\n") else text + "\n")


def put_json(value: Any) -> None:
    """Write a value of the model, or of JSON itself, as JSON."""
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    put(_UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def put(text: str) -> None:
    """Write to standard output. Raises BrokenPipeError when nobody reads on, else UnwritableError."""
    with _writing():
        if sys.stdout is not None:
            sys.stdout.write(text)


def flush() -> None:
    """Bring out what was written so far. Raises as ``put`` does."""
    with _writing():
        if sys.stdout is not None and not sys.stdout.closed:
            sys.stdout.flush()


def drop() -> None:
    """Throw away what is still on its way out, so that Python does not complain of it at its end."""
    with contextlib.suppress(OSError, ValueError):
        out = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, out)
        os.close(nowhere)


def tell(sentence: str) -> None:
    """Say a sentence or two on standard error; whoever closed it does not want to hear."""
    from ..text.clean import clean

    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(clean(sentence), file=sys.stderr, flush=True)


def one_line(text: str) -> str:
    """``text`` on one line, made safe. Most is safe already, and to find that is ten times quicker."""
    if text.isprintable():
        return text
    from ..text.clean import clean_line

    return clean_line(text)


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        drop()
        raise UnwritableError(file=_("The output"), reason=system_reason(error)) from error
