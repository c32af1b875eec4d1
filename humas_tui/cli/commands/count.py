"""``humas-tui count``: how much a text comes to, as an outlet counts it."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from ...errors import UnreadableFileError, system_reason
from ...i18n import N_
from ..command import Argument, Command
from ..output import put_json, tell
from ..session import Session
from .copy import FOR


def run(session: Session, words: Namespace) -> int:
    """Print the count as JSON; why a text does not fit is told beside it. The exit code says only whether it
    could be counted. Raises NotFoundError, UnreadableFileError."""
    from ...desk.releasing import over_limit
    from ...importers.decoding import plain_text

    outlet = session.find_outlet(words.outlet)
    text = plain_text(given(words.file), words.file).strip("\n")
    limit = outlet.limit
    count = outlet.count(text)
    reasons = over_limit(outlet, text)
    counts = {measure.part: measure.count for measure in outlet.measures(text)}
    put_json(
        {
            "outlet": outlet.name,
            "count": count,
            "limit": limit and limit.value,
            "fits": not reasons and (limit is None or count <= limit.value),
            "parts": [
                {"count": counts.get(number, len(part.text)), "text": part.text}
                for number, part in enumerate(outlet.parts(text), 1)
            ],
        }
    )
    for reason in reasons:
        tell(f"humas-tui: {reason}")
    return 0


def given(name: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``."""
    if name == "-":
        return sys.stdin.buffer.read() if sys.stdin is not None else b""
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UnreadableFileError(file=name, reason=system_reason(error)) from error


COUNT = Command(
    name="count",
    help=N_("count a text as an outlet counts it, and tell whether it fits"),
    run=run,
    order=65,
    arguments=(
        Argument(
            "FILE",
            N_("the file with the text; “-” or nothing: standard input"),
            optional=True,
            default="-",
            place="file",
        ),
        FOR,
    ),
)
