"""What belongs to the ceremony and not to the news."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Entry, Words
from ..rule import Rule

_CEREMONY: Final = (
    "acara dilanjutkan dengan;acara ditutup dengan;diakhiri dengan foto bersama;dibuka secara resmi oleh;"
    "dalam kesempatan itu;dalam kesempatan tersebut;dalam laporannya;dalam sambutannya;foto bersama;"
    "hadir dalam kesempatan itu;hadir pula dalam acara;kata sambutan;mengucapkan puji syukur;"
    "menyampaikan ucapan selamat datang;pada kesempatan ini;pada kesempatan itu;pada kesempatan tersebut;"
    "pada kesempatan yang sama;di kesempatan yang sama;pemotongan pita;pemotongan tumpeng;pemukulan gong;"
    "pembacaan doa;puji dan syukur;puji syukur;ramah tamah;secara resmi membuka;secara seremonial;secara simbolis;"
    "turut hadir dalam acara;turut hadir dalam kegiatan"
)


def _ceremony() -> dict[str, Entry]:
    return {phrase: Entry() for phrase in _CEREMONY.split(";")}


UPACARA_ACARA = Rule(
    code="upacara-acara",
    level=Level.GAYA,
    title=N_("Ceremony instead of news"),
    message=N_("This is the ceremony. What came of it?"),
    why=N_(
        "Speeches of welcome, ribbons, gongs and photographs are the same at every event. Readers want what was "
        "decided, what it costs, from when on and for whom; that comes first."
    ),
    source="Pedoman siaran pers",
    once=True,
    kind=Words(_ceremony, clitics=False),
    examples=(("Acara ditandai dengan pemotongan pita.", "Puskesmas buka setiap hari mulai 3 Mei."),),
    leave_alone=("Puskesmas buka setiap hari mulai 3 Mei.",),
)
