"""Words that are often taken for one another; the sentence decides."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

TERTUKAR_MUNGKIN = Rule(
    code="tertukar-mungkin",
    level=Level.SARAN,
    title=N_("Word with another meaning"),
    message=N_("“{found}” may say something else than is meant."),
    why=N_(
        "Some words are used for their opposite or their neighbour: acuh is heedful (heedless is tak acuh), "
        "bergeming is to stay unmoved, absensi is absence (attendance is presensi)."
    ),
    source="KBBI",
    kind=Patterns(
        (
            Pattern(
                r"\b(?i:bersikap|masih|terkesan|sangat|cenderung|semakin) (?P<at>acuh)\b(?! tak acuh)",
                "tak acuh",
                message=N_("Acuh is heedful; heedless is “{fix}”."),
            ),
            Pattern(
                r"\b(?P<at>(?:tak|tidak) bergeming)\b",
                "bergeming",
                message=N_("Bergeming is to stay unmoved: “{fix}”."),
            ),
            Pattern(
                r"\b(?i:mengisi|daftar|buku|mesin|lembar|rekap|rekapitulasi|tanda tangan|menandatangani)"
                r" (?P<at>absen(?:si)?)\b",
                "presensi",
                message=N_("Absensi is absence; attendance is “{fix}”."),
            ),
            Pattern(
                r"\b(?P<at>(?P<d>[Dd])irgahayu) (?=HUT|[Hh]ari|[Uu]lang)",
                "Selamat",
                message=N_("Dirgahayu, long life, is wished to somebody, not to the day: “{fix}”."),
            ),
            Pattern(
                r"\b(?P<at>(?P<hut>HUT) (?P<who>(?:Kemerdekaan )?(?:RI|Republik Indonesia|TNI|Polri|Korpri|PGRI))"
                r" (?P<n>ke-[\dIVXLC]+))\b",
                r"\g<hut> \g<n> \g<who>",
                message=N_("It is the anniversary that is counted: “{fix}”."),
            ),
        ),
        words=frozenset("acuh bergeming absen absensi dirgahayu hut".split()),
    ),
    examples=(
        ("Warga bersikap acuh terhadap sampah.", "Warga bersikap tak acuh terhadap sampah."),
        ("Peserta mengisi daftar absensi.", "Peserta mengisi daftar presensi."),
        ("Upacara HUT RI ke-80 berlangsung khidmat.", "Upacara HUT ke-80 RI berlangsung khidmat."),
    ),
    leave_alone=(
        "Mereka acuh tak acuh.",
        "Ia absen karena sakit, Dirgahayu Republik Indonesia!",
    ),
)
