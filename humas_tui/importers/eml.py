"""E-mail: a message saved from a mail program. The subject is the headline, the text the body.

Of a message in two forms the plain text is taken. Attachments are not opened; their names become tags, so
that nobody forgets them. The other headers (from, to, dates) are not text of the release.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from typing import Final, cast

from ..errors import UnreadableFileError
from ..i18n import _
from ..text.clean import clean, clean_line
from . import html
from .decoding import decode, worded
from .importer import Draft, Importer
from .paragraphs import to_lines
from .structure import Line, structured

#: Re, Fwd and what Indonesian mail programs write: Bls (balas), Trs (teruskan).
_PREFIX: Final = re.compile(r"(?:\s*(?:re|fwd?|bls|trs|balas|terusan)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
_HEADERS: Final = ("From", "To", "Subject", "Date", "Message-ID", "Content-Type", "X-Unsent", "Received")


def read(content: bytes, name: str) -> Draft:
    """The draft in a mail. Raises UnreadableFileError."""
    worded(decode(content), name)
    try:
        message = message_from_bytes(content, policy=policy.default)
        if not any(header in message for header in _HEADERS):
            raise UnreadableFileError(file=name, reason=_("it is not an e-mail"))
        subject = _PREFIX.sub("", clean_line(_subject(message)), count=1)
        lines = [line for part in _texts(message) for line in _lines(part, name)]
        tags = list(_left_out(message))
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise UnreadableFileError(file=name, reason=_("it is not an e-mail, or it is damaged")) from error
    worded(subject + "".join(line.markdown for line in lines), name)
    return structured(lines, headline=subject, tags=tags)


def _subject(message: EmailMessage) -> str:
    """The subject; as it is written where Python's reader of headers stumbles over it."""
    try:
        return str(message.get("Subject", ""))
    except (MessageError, LookupError, ValueError, AttributeError, TypeError):
        return next((value for key, value in message.raw_items() if key.lower() == "subject"), "")


def _texts(part: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a message that are its text, in their order."""
    kind = part.get_content_type()
    if kind == "multipart/alternative":
        forms = [list(_texts(form)) for form in _parts(part)]
        plain = [form for form in forms if form and all(leaf.get_content_type() == "text/plain" for leaf in form)]
        worded_forms = [form for form in (*plain, *forms) if any(_text(leaf).strip() for leaf in form)]
        yield from worded_forms[0] if worded_forms else []
    elif part.is_multipart():
        for inner in _parts(part):
            yield from _texts(inner)
    elif kind in ("text/plain", "text/html") and not part.get_filename():
        yield part


def _parts(part: EmailMessage) -> list[EmailMessage]:
    return cast("list[EmailMessage]", part.get_payload())


def _left_out(part: EmailMessage) -> Iterator[str]:
    """What the draft does not take of a message, named: attachments, and subjects of messages inside it."""
    for inner in part.walk():
        if inner.get_filename():
            yield f"Lampiran: {inner.get_filename()}"
        if inner.get_content_type() == "message/rfc822":
            yield from (f"Perihal: {_subject(message)}" for message in _parts(inner))


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    return clean(decode(payload, part.get_content_charset() or "")) if isinstance(payload, bytes) else ""


def _lines(part: EmailMessage, name: str) -> list[Line]:
    text = _text(part)
    if part.get_content_type() == "text/html":
        return list(map(Line, html.markdown(text, name)))
    return to_lines(text) if text.strip() else []


EML = Importer(name="eml", suffixes=(".eml",), read=read)
