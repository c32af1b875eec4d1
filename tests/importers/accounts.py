"""The words of a text against the words of its draft: what was lost on the way?"""

from __future__ import annotations

import re
from collections import Counter

from humas_tui.importers import Draft
from humas_tui.importers.furniture import LABELS
from humas_tui.text.dates import long_date

#: Words that only name a part of a release: the field says them.
NAMES = " ".join(
    (*LABELS, "untuk disiarkan segera narahubung kontak media pers contact person selesai tamat end o0o 30")
)


def words(text: str) -> Counter[str]:
    """The words of a text, without case; a hyphen or an underscore parts them."""
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


def words_of(draft: Draft) -> Counter[str]:
    """The words of every field."""
    said = [draft.headline, draft.summary, draft.place, draft.body, draft.key_message, draft.benefit]
    said += [*draft.credits, *draft.hashtags, *draft.tags]
    said += [
        text for contact in draft.contacts for text in (contact.name, contact.role, contact.phone, contact.email)
    ]
    said += [f"{photo.file} {photo.caption} {photo.photographer} {photo.alt}" for photo in draft.photos]
    return words("\n".join(said))


def lost(text: str, draft: Draft) -> set[str]:
    """The words of ``text`` that no field of the draft says as often as the text does."""
    excused = words(NAMES)
    if draft.event_date:
        day = draft.event_date
        excused += words(f"{long_date(day)} {day:%d %m %y} {day.day} {day.month}")
    if draft.embargo:
        moment = draft.embargo
        excused += words(
            f"embargo sampai pukul {long_date(moment.date())} {moment:%H %M} {moment:%H}{moment:%M} wib wita wit"
        )
    return set(words(text) - words_of(draft)) - set(excused)
