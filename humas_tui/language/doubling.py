"""Reduplication: whether two words are one word said twice."""

from __future__ import annotations

from typing import Final

#: Before the first half, and behind the second: berlari-lari, langkah-langkahnya, sebaik-baiknya, bersama-samaan.
PREFIXES: Final = frozenset("ber be se ter ke me mem men meng pe di per".split())
SUFFIXES: Final = ("", "nya", "an", "kan", "i", "lah", "kah", "pun", "ku", "mu", "annya")
#: Whose halves differ.
UNEQUAL: Final = frozenset(
    """
    siswa-siswi mahasiswa-mahasiswi putra-putri putera-puteri saudara-saudari pemuda-pemudi santri-santriwati
    sayur-mayur lauk-pauk warna-warni hiruk-pikuk bolak-balik gerak-gerik serba-serbi carut-marut lalu-lalang
    ramah-tamah cerai-berai porak-poranda pontang-panting mondar-mandir desas-desus muda-mudi kerlap-kerlip
    seluk-beluk simpang-siur
    """.split()
)
SHORTEST: Final = 3  # letters of a word that is said twice


def repeats(first: str, second: str) -> bool:
    """Whether both (in lower case) are the halves of a reduplication: ``berlari`` and ``lari``, ``siswa`` and
    ``siswi``."""
    if f"{first}-{second}" in UNEQUAL:
        return True
    for suffix in SUFFIXES:
        root = second.removesuffix(suffix)
        if len(root) >= SHORTEST and second.endswith(suffix) and first.endswith(root):
            prefix = first.removesuffix(root)
            if not prefix or prefix in PREFIXES:
                return True
    return False
