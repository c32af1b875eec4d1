"""-an behind a root that ends in k: there is one k (penunjukan)."""

from __future__ import annotations

from ...i18n import N_
from ..affixes import nasalised
from ..finding import Level
from ..kinds import Entry, Words
from ..rule import Rule
from ..tables import table


def _nouns() -> dict[str, Entry]:
    """Nouns with a k too many: the suffix of peN-, per- and ke- is -an."""
    stems = [
        stem for root, _forms in table("akhir_k") for stem in (nasalised("pe", root), f"per{root}", f"ke{root}")
    ]
    return {f"{stem}kan": Entry((f"{stem}an",)) for stem in stems}


IMBUHAN_AN = Rule(
    code="imbuhan-an",
    level=Level.GALAT,
    title=N_("-an behind k"),
    message=N_("The suffix of this noun is -an: “{fix}”."),
    why=N_(
        "Nouns are made with peN- … -an, per- … -an, ke- … -an: tunjuk becomes penunjukan and pertunjukan, kompak "
        "becomes kekompakan. The second k belongs to the verb: menunjukkan."
    ),
    eyd=("KB01a",),
    certain=True,
    kind=Words(_nouns),
    examples=(
        ("Penunjukkan pejabat itu sah.", "Penunjukan pejabat itu sah."),
        ("Pertunjukkan seni menjaga kekompakkan warga.", "Pertunjukan seni menjaga kekompakan warga."),
    ),
    leave_alone=("Kelompokkan data itu.", "Penunjukan itu dinaikkan."),
)
