"""Praise that the facts should bring."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Entry, Words
from ..rule import Rule

_PRAISE: Final = (
    "acara berlangsung meriah;acungan jempol;antusiasme yang tinggi;apresiasi setinggi-tingginya;begitu antusias;"
    "begitu meriah;berbangga;berbangga hati;berjalan dengan lancar;berjalan lancar dan sukses;berjalan sukses;"
    "berlangsung khidmat;berlangsung meriah;berlangsung semarak;berlangsung sukses;diacungi jempol;"
    "disambut antusias;disambut hangat;disambut meriah;lancar dan sukses;membanggakan;"
    "mengharumkan nama;nan megah;pemimpin hebat;penuh antusias;penuh khidmat;penuh semangat;prestasi gemilang;"
    "sangat antusias;sangat bangga;sangat luar biasa;sangat meriah;sangat sukses;spektakuler;sukses besar;"
    "sukses digelar;sukses luar biasa;sukses menggelar;sukses menyelenggarakan;tak henti-hentinya;"
    "tampak antusias;terlihat antusias;tidak diragukan lagi"
)


def _praise() -> dict[str, Entry]:
    return {phrase: Entry() for phrase in _PRAISE.split(";")}


PUJIAN_KOSONG = Rule(
    code="pujian-kosong",
    level=Level.GAYA,
    title=N_("Empty praise"),
    message=N_("Praise convinces nobody; a figure, a name or a result does."),
    why=N_(
        "Editors cut praise first: sukses luar biasa, disambut antusias, berlangsung meriah. How many came, what "
        "was decided, what changes for whom makes the same impression and stays."
    ),
    source="Pedoman siaran pers",
    once=True,
    kind=Words(_praise, clitics=False),
    examples=(("Pameran itu sukses luar biasa.", "Pameran itu dikunjungi 2.000 warga."),),
    leave_alone=("Pameran itu dikunjungi 2.000 warga.", 'Menurut camat, "Ini luar biasa."'),
)
