"""keluar and ke luar."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

DEPAN_LUAR = Rule(
    code="depan-luar",
    level=Level.SARAN,
    title=N_("keluar or ke luar"),
    message=N_("Keluar is the opposite of masuk, ke luar tells where to: “{fix}”."),
    why=N_(
        "Keluar is a verb, the opposite of masuk: keluar dari ruangan. Ke luar is a preposition and a place, the "
        "opposite of ke dalam: ke luar negeri, ke luar kota."
    ),
    eyd=("KD01",),
    kind=Patterns(
        (
            Pattern(
                r"\b(?P<at>(?P<k>[Kk]e)luar)(?= (?:negeri|kota|daerah|provinsi|pulau|kabupaten|angkasa)\b)",
                r"\g<k> luar",
            ),
            Pattern(r"\b(?P<at>(?P<k>[Kk]e) luar)(?= dari\b)", r"\g<k>luar"),
            Pattern(r"\bmasuk (?:dan|maupun|atau) (?P<at>ke luar)\b", "keluar"),
        ),
        words=frozenset({"keluar", "luar"}),
    ),
    examples=(
        ("Wali kota dinas keluar negeri.", "Wali kota dinas ke luar negeri."),
        ("Peserta ke luar dari ruangan.", "Peserta keluar dari ruangan."),
    ),
    leave_alone=("Ia keluar rumah, lalu ke luar kota.",),
)
