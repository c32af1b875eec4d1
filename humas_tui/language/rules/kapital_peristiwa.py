"""``hari Kebangkitan Nasional``: days that are kept."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_KEPT: Final = (
    "Kebangkitan|Pendidikan|Kemerdekaan|Pahlawan|Kartini|Ibu|Anak|Guru|Santri|Raya|Jadi|Ulang|Buruh|Pers|Sumpah|"
    "Lingkungan|Kesehatan|Batik|Bhakti|Bakti|Krida|Olahraga|Keluarga|Otonomi|Kesaktian|Lahir|Tani|Bhayangkara|"
    "Lanjut|Disabilitas|Perempuan|Air|Bumi|Peduli|Koperasi|Nusantara|Amal|Antikorupsi|Jumat Agung"
)

KAPITAL_PERISTIWA = Rule(
    code="kapital-peristiwa",
    level=Level.GALAT,
    title=N_("Small letter in the name of a day that is kept"),
    message=N_("The day is called “Hari {name}”, with a capital for each word."),
    why=N_(
        "Names of days that are kept and of events in history have a capital for each word: Hari Pendidikan "
        "Nasional."
    ),
    eyd=("HF13", "HF14"),
    certain=True,
    kind=Patterns((Pattern(rf"\bhari(?= (?P<name>{_KEPT})\b)", fix="Hari"),), words=frozenset({"hari"})),
    examples=(("Upacara hari Kebangkitan Nasional digelar.", "Upacara Hari Kebangkitan Nasional digelar."),),
    leave_alone=("Upacara digelar hari Jumat.", "Upacara digelar hari ini."),
)
