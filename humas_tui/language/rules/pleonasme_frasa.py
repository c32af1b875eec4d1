"""Phrases that say a thing twice."""

from __future__ import annotations

from functools import partial

from ...i18n import N_
from ..finding import Level
from ..kinds import Words
from ..rule import Rule
from ..tables import entries

PLEONASME_FRASA = Rule(
    code="pleonasme-frasa",
    level=Level.GAYA,
    title=N_("Said twice"),
    message=N_("These words say the same: “{fix}” is enough."),
    why=N_(
        "An effective sentence says a thing once: agar or supaya, adalah or merupakan, hadirin without para, "
        "membahas without tentang."
    ),
    source="Kalimat efektif: kehematan",
    kind=Words(partial(entries, "pleonasme", "P"), clitics=False),
    examples=(
        ("Warga diajak agar supaya hadir.", "Warga diajak agar hadir."),
        ("Rapat membahas tentang banjir.", "Rapat membahas banjir."),
        ("Pelajar ikut berpartisipasi.", "Pelajar berpartisipasi."),
    ),
    leave_alone=("Rapat membahas banjir; tujuannya memberi tahu hadirin.",),
)
