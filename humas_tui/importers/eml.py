"""E-mail: a message saved from a mail program. The subject is the headline, the text the body.

Of a message in two forms the plain text is taken. Attachments are not opened; their names become tags, so
that nobody forgets them. The other headers (from, to, dates) are not text of the release.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from typing import Final, cast

from ..errors import UnreadableFileError
from ..i18n import _
from ..text.clean import clean, clean_line
from . import html
from .decoding import decode, worded
from .importer import Draft, Importer
from .paragraphs import to_lines
from .structure import Line, structured

#: More lines that can part a message are no message that a person was sent: Python takes minutes for them.
MOST_BOUNDARIES: Final = 10_000
#: A longer header is taken as written: decoding takes the square of its length.
LONGEST_HEADER: Final = 10_000

#: Re, Fwd and what Indonesian mail programs write: Bls (balas), Trs (teruskan).
_PREFIX: Final = re.compile(r"(?:\s*(?:re|fwd?|bls|trs|balas|terusan)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
_HEADERS: Final = ("From", "To", "Subject", "Date", "Message-ID", "Content-Type", "X-Unsent", "Received")


def read(content: bytes, name: str) -> Draft:
    """The draft in a mail. Raises UnreadableFileError."""
    worded(decode(content), name)
    try:
        message = _parsed(content)
        subject = _PREFIX.sub("", clean_line(_header(message.get("Subject"))), count=1)
        lines = [line for part in _texts(message) for line in _lines(part, name)]
        tags = list(_left_out(message))
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise UnreadableFileError(file=name, reason=_("it is not an e-mail, or it is damaged")) from error
    worded(subject + "".join(line.markdown for line in lines), name)
    return structured(lines, headline=subject, tags=tags)


def _parsed(content: bytes) -> Message:
    """The message, by Python's older reading of headers: the newer (``policy.default``) raises for damaged
    ones and takes gigabytes for a long subject of encoded words. Raises ValueError for what is no mail."""
    if content.count(b"\n--") > MOST_BOUNDARIES:
        raise ValueError("boundaries")
    message = message_from_bytes(content)
    if not any(header in message for header in _HEADERS):
        raise ValueError("headers")
    return message


def _header(value: object) -> str:
    """A header as it reads; as it is written where it is encoded wrongly."""
    written = "" if value is None else str(value)
    if len(written) > LONGEST_HEADER:
        return written
    try:
        return str(make_header(decode_header(written)))
    except (MessageError, LookupError, ValueError):
        return written


def _texts(part: Message) -> Iterator[Message]:
    """The parts of a message that are its text, in their order; a message inside it is part of it."""
    kind = part.get_content_type()
    if kind == "multipart/alternative" and part.is_multipart():
        forms = [list(_texts(form)) for form in _parts(part)]
        plain = [form for form in forms if form and all(leaf.get_content_type() == "text/plain" for leaf in form)]
        yield from next((form for form in (*plain, *forms) if any(_text(leaf).strip() for leaf in form)), ())
    elif part.is_multipart():
        for inner in _parts(part):
            yield from _texts(inner)
    elif kind.startswith(("text/plain", "text/html", "multipart/")) and not part.get_filename():
        yield part  # a damaged multipart, whose parts were not found, is all text


def _parts(part: Message) -> list[Message]:
    return cast("list[Message]", part.get_payload()) if part.is_multipart() else []


def _left_out(part: Message) -> Iterator[str]:
    """What the draft does not take of a message, named: attachments, and subjects of messages inside it."""
    for inner in part.walk():
        if inner.get_filename():
            yield f"Lampiran: {_header(inner.get_filename())}"
        if inner.get_content_type() == "message/rfc822":
            yield from (f"Perihal: {_header(message.get('Subject'))}" for message in _parts(inner))


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return clean(decode(payload, part.get_content_charset() or "")) if isinstance(payload, bytes) else ""


def _lines(part: Message, name: str) -> list[Line]:
    text = _text(part)
    if part.get_content_type() == "text/html":
        return list(map(Line, html.markdown(text, name)))
    return to_lines(text) if text.strip() else []


EML = Importer(name="eml", suffixes=(".eml",), read=read)
