"""-kan behind a root that ends in k: there are two k (menunjukkan)."""

from __future__ import annotations

from ...i18n import N_
from ..affixes import nasalised
from ..finding import Level
from ..kinds import Entry, Words
from ..rule import Rule
from ..tables import table


def _verbs() -> dict[str, Entry]:
    """Verbs with one k too few: a verb of these prefixes never ends in -an."""
    roots = [root for root, forms in table("akhir_k") if "v" in forms]
    stems = [
        stem
        for root in roots
        for stem in (f"di{root}", nasalised("me", root), f"ter{root}", f"diper{root}", f"memper{root}")
    ]
    return {f"{stem}an": Entry((f"{stem}kan",)) for stem in stems}


IMBUHAN_KAN = Rule(
    code="imbuhan-kan",
    level=Level.GALAT,
    title=N_("-kan behind k"),
    message=N_("The root ends in k and the suffix begins with one: “{fix}”."),
    why=N_(
        "The suffix of the verb is -kan. A root that ends in k keeps its own: masuk + kan = memasukkan, tunjuk + "
        "kan = menunjukkan. With -an these prefixes make no word."
    ),
    eyd=("KB01a",),
    certain=True,
    kind=Words(_verbs),
    examples=(
        ("Data dimasukan ke sistem.", "Data dimasukkan ke sistem."),
        ("Hasilnya menunjukan kenaikan.", "Hasilnya menunjukkan kenaikan."),
        ("Bantuan diperuntukan bagi petani.", "Bantuan diperuntukkan bagi petani."),
    ),
    leave_alone=("Masukan warga ditunjukkan dalam tarian dan makanan.", "Peruntukan lahan dinaikkan."),
)
