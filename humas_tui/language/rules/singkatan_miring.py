"""``a/n``, ``s/d``: two letters, each with its full stop."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

_LETTERS: Final = frozenset("a d s u c n q p b".split())

SINGKATAN_MIRING = Rule(
    code="singkatan-miring",
    level=Level.GALAT,
    title=N_("Abbreviation of two letters"),
    message=N_("It is written with full stops: “{fix}”."),
    why=N_(
        "Abbreviations of two words have a full stop behind each letter and no slash: a.n. (atas nama), d.a. "
        "(dengan alamat), s.d. (sampai dengan), u.p. (untuk perhatian), c.q. (casu quo)."
    ),
    eyd=("KF04b",),
    certain=True,
    kind=Patterns(
        (
            Pattern(r"(?<![\w/])(?P<one>[aA])/(?P<two>n)\b\.?(?![/\w])", fix=r"\g<one>.\g<two>."),
            Pattern(r"(?<![\w/])(?P<one>[dD])/(?P<two>a)\b\.?(?![/\w])", fix=r"\g<one>.\g<two>."),
            Pattern(r"(?<![\w/])(?P<one>[sS])/(?P<two>d)\b\.?(?![/\w])", fix=r"\g<one>.\g<two>."),
            Pattern(r"(?<![\w/])(?P<one>[uU])/(?P<two>[pb])\b\.?(?![/\w])", fix=r"\g<one>.\g<two>."),
            Pattern(r"(?<![\w/])(?P<one>[cC])/(?P<two>q)\b\.?(?![/\w])", fix=r"\g<one>.\g<two>."),
            Pattern(r"(?<![\w.])(?P<at>a\.n|d\.a|s\.d|u\.p|u\.b|c\.q)(?![\w.])", fix=r"\g<at>."),
            Pattern(r"(?<=\d )sd\.?(?= \d)", fix="s.d."),
        ),
        words=_LETTERS | {"sd"},
    ),
    examples=(
        ("Layanan buka pukul 08.00 s/d 15.00.", "Layanan buka pukul 08.00 s.d. 15.00."),
        ("Surat diteken a/n Kepala Dinas.", "Surat diteken a.n. Kepala Dinas."),
        ("Pendaftaran dibuka s.d 5 Mei.", "Pendaftaran dibuka s.d. 5 Mei."),
        ("Halaman 5 sd 10 dicetak ulang.", "Halaman 5 s.d. 10 dicetak ulang."),
    ),
    leave_alone=("Layanan buka pukul 08.00 s.d. 15.00.", "SD dan SMP libur.", "Kelas 5 SD 10 siswa."),
)
