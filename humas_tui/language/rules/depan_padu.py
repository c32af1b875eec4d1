"""Words that only look like di or ke and a word: kepada, daripada, kemari, kedua."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Entry, Words
from ..rule import Rule


def _apart() -> dict[str, Entry]:
    pairs = {
        "dari pada": "daripada",
        "ke pada": "kepada",
        "ke padanya": "kepadanya",
        "dari padanya": "daripadanya",
        "ke mari": "kemari",
        "ke dua belah": "kedua belah",
        "ke duanya": "keduanya",
        "yang ke dua": "yang kedua",
        "yang ke tiga": "yang ketiga",
        "yang ke empat": "yang keempat",
        "yang ke lima": "yang kelima",
        "pihak ke tiga": "pihak ketiga",
        "ke tidak": "ketidak",
        "oleh sebab nya": "oleh sebabnya",
    }
    return {wrong: Entry((right,)) for wrong, right in pairs.items()}


DEPAN_PADU = Rule(
    code="depan-padu",
    level=Level.GALAT,
    title=N_("One word written as two"),
    message=N_("“{found}” is one word: “{fix}”."),
    why=N_(
        "Kepada, daripada and kemari have grown into one word; ke- before a numeral that tells the order is a "
        "prefix: kedua, pihak ketiga."
    ),
    eyd=("KB03e", "KD01"),
    certain=True,
    kind=Words(_apart, names=True, clitics=False),
    examples=(
        ("Lebih baik mencegah dari pada mengobati.", "Lebih baik mencegah daripada mengobati."),
        ("Bantuan diserahkan ke pada ke dua belah pihak.", "Bantuan diserahkan kepada kedua belah pihak."),
    ),
    leave_alone=("Dari pagi hingga malam, dari satu ke dua desa.",),
)
