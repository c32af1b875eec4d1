"""Compound words: which are written apart, and which together."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

TAKBAKU_GABUNG = Rule(
    code="takbaku-gabung",
    level=Level.GALAT,
    title=N_("Compound word"),
    message=N_("“{found}” is written “{fix}”."),
    why=N_(
        "The parts of a compound are written apart (kerja sama, tanda tangan), also with a prefix or a suffix "
        "alone (bekerja sama); with both, everything is written together (pertanggungjawaban). A few have grown "
        "into one word: olahraga, beasiswa, kacamata."
    ),
    eyd=("KB03a", "KB03c", "KB03d", "KB03e"),
    certain=True,
    kind=Words(partial(entries, "takbaku", "G"), names=True),
    examples=(
        ("Kedua daerah bekerjasama.", "Kedua daerah bekerja sama."),
        ("Perjanjian Kerjasama itu dibacakan.", "Perjanjian Kerja Sama itu dibacakan."),
        ("Laporan pertanggung jawaban olah raga.", "Laporan pertanggungjawaban olahraga."),
        ("Orangtuanya menerima bea siswa.", "Orang tuanya menerima beasiswa."),
    ),
    leave_alone=("Kerja sama ditandatangani kemarin.", "Pemerintah menandatanganinya."),
)
