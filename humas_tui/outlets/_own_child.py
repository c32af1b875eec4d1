"""A program of its own, run by path: it fills templates of users, where they can do no harm.

What a template may do cannot be bounded from beside it: a loop in a loop, a power of a power, a text doubled
thirty times. So it is filled here, in a process that its parent ends when it takes too long, whose memory is
bounded, and in which no file, no address and no other program can be opened (PEP 578), whatever way a template
finds around the sandbox. It imports nothing of this package, so that it starts fast.

Requests and answers are JSON behind their length in four bytes. A request has ``name``, ``templates`` (texts by
name), ``escape`` and ``values``; without ``values`` the template is only read. An answer has ``text``, or
``wrong`` (a word of the parent's list), ``reason`` and ``line``.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Mapping
from types import TracebackType
from typing import Any, BinaryIO

from jinja2 import DictLoader, StrictUndefined, debug
from jinja2.exceptions import SecurityError, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

LARGEST = 1_000_000  # characters of a text: more than any outlet takes
MEMORY = 512 * 1024 * 1024  # bytes of address space; Python and Jinja2 need a tenth
MARKUP = "_html"  # values whose name ends so are markup already
EVENTS = ("open", "import", "os.", "socket.", "subprocess.", "ctypes.", "shutil.", "tempfile.", "glob.", "winreg.")
#: Has everything loaded that Jinja2 loads late, while it still can be.
WARM_UP = "{{ 'a b'|wordwrap(1) }}{{ 'a.id'|urlize }}{{ [1]|tojson }}{{ [1]|pprint }}{{ 'a'|title|indent }}"

#: What a template can be wrong in, as Python calls it.
WRONG = (
    TemplateError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)


class Forbidden(Exception):
    """Something outside was asked for."""


class TooLarge(Exception):
    """The text has no end."""


def main() -> int:
    """Answer until nobody asks any more."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    environment(False, {}).from_string(WARM_UP).render()
    assert debug
    bound()
    sys.addaudithook(refuse)
    send(answers, {"text": ""})
    while request := receive(requests):
        send(answers, answer(request))
    return 0


def receive(stream: BinaryIO) -> dict[str, Any]:
    """The next request; empty at the end."""
    length = int.from_bytes(stream.read(4), "big")
    found: dict[str, Any] = json.loads(stream.read(length)) if length else {}
    return found


def send(stream: BinaryIO, value: Mapping[str, Any]) -> None:
    """Send an answer."""
    content = json.dumps(value).encode()
    stream.write(len(content).to_bytes(4, "big") + content)
    stream.flush()


def bound() -> None:
    """Bound the memory, where the system can."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def refuse(event: str, details: object) -> None:
    """An audit hook: from now on nothing outside this process is reached."""
    if event.startswith(EVENTS):
        raise Forbidden(event)


def environment(escape: bool, templates: Mapping[str, str]) -> ImmutableSandboxedEnvironment:
    """The sandbox over these templates."""
    made = ImmutableSandboxedEnvironment(
        autoescape=escape,
        loader=DictLoader(dict(templates)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name in ("lipsum", "cycler", "joiner"):
        del made.globals[name]
    return made


def answer(request: Mapping[str, Any]) -> dict[str, Any]:
    """The text, or what is wrong. What is caught nowhere ends the process; the parent tells that too."""
    try:
        return {"text": fill(request)}
    except TooLarge:
        return {"wrong": "large"}
    except MemoryError:
        return {"wrong": "memory"}
    except RecursionError:
        return {"wrong": "deep"}
    except TemplateSyntaxError as error:
        return {"wrong": "other", "reason": str(error.message), "line": error.lineno}
    except TemplateNotFound as error:
        return {"wrong": "missing", "reason": str(error.name)}
    except (SecurityError, Forbidden) as error:
        return {"wrong": "forbidden", "reason": str(error), "line": line_of(error.__traceback__)}
    except WRONG as error:
        reason = str(error) or type(error).__name__
        return {"wrong": "other", "reason": reason, "line": line_of(error.__traceback__)}


def fill(request: Mapping[str, Any]) -> str:
    """The text of a template; stopped when it grows too large."""
    escape = bool(request["escape"])
    template = environment(escape, request["templates"]).get_template(request["name"])
    values = request.get("values")
    if values is None:
        return ""
    if escape:
        values = {name: Markup(value) if name.endswith(MARKUP) else value for name, value in values.items()}
    pieces, length = [], 0
    for piece in template.generate(values):
        pieces.append(piece)
        length += len(piece)
        if length > LARGEST:
            raise TooLarge
    return "".join(pieces).encode("utf-8", "replace").decode()


def line_of(trace: TracebackType | None) -> int:
    """The line of the template that the error came from; 0 where that is not known."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


if __name__ == "__main__":
    sys.exit(main())
