"""An e-mail draft: the release in the body, as plain text and as HTML, with its photos attached.

``X-Unsent: 1`` opens it as a draft in Outlook; Thunderbird has "Edit as new". There is no From, Date or
Message-ID, which the mail program adds, and no To: the address lines are the officer's. Pictures are attached,
never set into the text: content identifiers break in drafts (eml-format #29).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Final

from ..errors import UnreadableFileError
from ..i18n import N_
from ..model import Office, Release
from ..text.clean import clean_line
from .html_fragment import fill, fragment, line
from .mime import attachment, multipart, text_part
from .outlet import Manuscript, Outlet, Passage, Run, verbatim
from .page import Look, outline
from .photo_names import by_file
from .picture import MEDIA_TYPES, read
from .sheet import CONTACTS_TITLE, compose
from .txt import photo_lines, text

#: Pixels of the longer side of a photo: 20 cm in a newspaper at 300 dots an inch. Eight such make a mail of less
#: than 10 MB; many servers take 20.
LONGEST_SIDE: Final = 2_400
#: What stands above several releases, and between two of them.
LISTED: Final = "Dalam pos-el ini"
BETWEEN: Final = "=" * 60
DRAFT: Final = b"X-Unsent: 1\r\nMIME-Version: 1.0\r\n"
LONGEST_TITLE: Final = 200  # characters of the subject of several releases
#: A line that holds an encoded word must not be longer (RFC 2047, 2).
LINE_LENGTH: Final = 76
#: Bytes of UTF-8 for an encoded word: four characters for three bytes, ``=?utf-8?b?`` and ``?=``, and on the
#: first line the name of the header.
WORD_BYTES: Final = (LINE_LENGTH - len("Subject: =?utf-8?b??=")) // 4 * 3


def render(manuscript: Manuscript) -> bytes:
    """The draft with the line ends of mail. A photo that is not at hand is left out."""
    return render_together((manuscript,))


def render_together(manuscripts: Sequence[Manuscript]) -> bytes:
    """One draft of one or more releases of one office, one below the other as each would read alone, every photo
    attached."""
    releases, office = [manuscript.release for manuscript in manuscripts], manuscripts[0].office
    plain = _plain(releases, office)
    boundary = sha256(plain.encode()).hexdigest()[:40]  # of the text: the same release gives the same bytes
    alternatives = text_part(plain, "plain"), text_part(_page(releases, office), "html")
    pictures = {file: content for manuscript in manuscripts for file, content in manuscript.pictures.items()}
    attached = [
        attachment(pictures[file], _media_type(pictures[file], file), name)
        for file, name in attachment_names(*releases).items()
        if file in pictures
    ]
    told = multipart("alternative", f"=_1_{boundary}", alternatives)
    message = multipart("mixed", f"=_0_{boundary}", (told, *attached)) if attached else told
    return subject_header(_title(releases, office)) + DRAFT + message


def subject_header(title: str) -> bytes:
    """The Subject header, folded, whatever ``title`` holds.

    Written here and not by the standard library, which takes ``=?…?=`` in a title for an encoded word, loses
    spaces between encoded words up to 3.12.4 (cpython #92081) and joins them from 3.12.5 on, which Yahoo
    refuses (cpython #144156, 2026-01). The bytes would differ with the version of Python, too.
    """
    title = clean_line(title)
    if title.isascii() and len(title) <= LINE_LENGTH - len("Subject: ") and "=?" not in title:
        return f"Subject: {title}\r\n".encode("ascii")
    words = [f"=?utf-8?b?{b64encode(part.encode()).decode('ascii')}?=" for part in _parts(title)]
    return ("Subject: " + "\r\n ".join(words) + "\r\n").encode("ascii")


def attachment_names(*releases: Release) -> dict[str, str]:
    """The name of each photo's file in the mail, by its file in the releases: ASCII, none given twice."""
    return by_file(photo for release in releases for photo in release.photos)


def _media_type(content: bytes, file: str) -> str:
    """By the first bytes, not the name. A kind that this program cannot show (HEIC, raw) is sent all the same."""
    try:
        return MEDIA_TYPES[read(content, file).kind]
    except UnreadableFileError:
        return "application/octet-stream"


def _parts(title: str) -> list[str]:
    """``title`` cut between characters to pieces of at most ``WORD_BYTES``."""
    parts = [""]
    for character in title:
        if len((parts[-1] + character).encode()) > WORD_BYTES:
            parts.append("")
        parts[-1] += character
    return parts


def _title(releases: Sequence[Release], office: Office) -> str:
    titles = [compose(release, office).title for release in releases]
    if len(titles) == 1:
        return titles[0]
    title = clean_line(f"{len(titles)} rilis: {'; '.join(titles)}")
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 2].rstrip() + " …"


def _plain(releases: Sequence[Release], office: Office) -> str:
    texts = [text(release, office) for release in releases]
    if len(texts) == 1:
        return texts[0]
    titles = (clean_line(compose(release, office).title) for release in releases)
    listed = "".join(f"{number}. {title}\n" for number, title in enumerate(titles, 1))
    return f"{LISTED}:\n{listed}" + "".join(f"\n{BETWEEN}\n\n{one}" for one in texts)


def _page(releases: Sequence[Release], office: Office) -> str:
    return fill(
        "mail.html.j2",
        letters=[_letter(release, office) for release in releases],
        look=Look.of(office),
        title=_title(releases, office),
        listed=LISTED,
        contacts_title=CONTACTS_TITLE,
    )


def _letter(release: Release, office: Office) -> dict[str, Any]:
    sheet = compose(release, office)
    return {
        "sheet": sheet,
        "under_embargo": release.embargo is not None,
        "body": fragment(outline(sheet.body)),
        "captions": photo_lines(sheet),
        "following": line(sheet.following),
    }


def preview(release: Release, office: Office) -> tuple[Passage, ...]:
    """The subject, the names of the attachments, and the very text."""
    headers = [("Subjek", clean_line(compose(release, office).title))]
    if release.photos:
        headers.append(("Lampiran", ", ".join(attachment_names(release).values())))
    shown = (Passage((Run(f"{name}: ", "strong"), Run(value))) for name, value in headers)
    return (*shown, Passage(()), *verbatim(text(release, office)))


EML = Outlet(
    name="eml",
    title=N_("E-mail draft"),
    suffix="eml",
    media_type="message/rfc822",
    render=render,
    text=text,
    preview=preview,
    pictures=True,
    longest=LONGEST_SIDE,
    together=render_together,
    order=23,
)
