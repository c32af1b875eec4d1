"""Nonstandard words that have one standard spelling."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

TAKBAKU_KATA = Rule(
    code="takbaku-kata",
    level=Level.SARAN,
    title=N_("Nonstandard word"),
    message=N_("“{found}” is not standard Indonesian: “{fix}”."),
    why=N_(
        "The dictionary of the language office (KBBI) names one spelling of each word as standard and refers to "
        "it from the others. What an office publishes is copied by the press and by pupils; it keeps to the "
        "standard."
    ),
    source="KBBI",
    certain=True,
    kind=Words(partial(entries, "takbaku", "A")),
    examples=(
        ("Aktifitas warga di pasar kembali ramai.", "Aktivitas warga di pasar kembali ramai."),
        ("Dinas menganalisa resikonya.", "Dinas menganalisis risikonya."),
        ("Praktek-prakteknya diawasi.", "Praktik-praktiknya diawasi."),
    ),
    leave_alone=(
        "Ia berobat di Apotik Sehat Jaya.",
        "Hasil analisis menunjukkan risiko yang kecil.",
    ),
)
