"""Names of media, services and firms that are often misspelt."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Entry, Words
from ..rule import Rule

#: As their owners write them.
_NAMES: Final = {
    "Face Book": "Facebook",
    "Fikiran Rakyat": "Pikiran Rakyat",
    "Insta Gram": "Instagram",
    "Java Pos": "Jawa Pos",
    "Jawa Post": "Jawa Pos",
    "Linkedin": "LinkedIn",
    "Metro Tv": "Metro TV",
    "Tik Tok": "TikTok",
    "Tiktok": "TikTok",
    "Tv One": "tvOne",
    "TV One": "tvOne",
    "Whats App": "WhatsApp",
    "Whatsap": "WhatsApp",
    "Whatsapp": "WhatsApp",
    "You Tube": "YouTube",
    "Youtube": "YouTube",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "whatsapp": "WhatsApp",
    "youtube": "YouTube",
}


def _names() -> dict[str, Entry]:
    return {wrong: Entry((right,)) for wrong, right in _NAMES.items()}


NAMA_LEMBAGA = Rule(
    code="nama-lembaga",
    level=Level.SARAN,
    title=N_("Misspelt name"),
    message=N_("The name is written “{fix}”."),
    why=N_(
        "Names of newspapers, services and firms are written as their owners write them: Jawa Pos, YouTube, "
        "WhatsApp."
    ),
    eyd=("HF20",),
    once=True,
    kind=Words(_names, names=True, clitics=False),
    examples=(("Wartawan Jawa Post mengunggahnya ke Youtube.", "Wartawan Jawa Pos mengunggahnya ke YouTube."),),
    leave_alone=("Wartawan Jawa Pos mengunggahnya ke YouTube.",),
)
