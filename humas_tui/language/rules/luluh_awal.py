"""The first k, p, t or s of a root melts behind meN- and peN-: mengonsumsi, menyukseskan."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..kinds.words import CLITICS
from ..prose import Paragraph
from ..rule import Rule
from ..tables import table

#: What stands there, prefix and root unmelted, and what the nasal becomes.
_MELTED: Final = {"ngk": "ng", "mp": "m", "nt": "n", "ns": "ny"}
_SUFFIXES: Final = ("kan", "an", "i")
_UNMELTED: Final = r"""(?x)
    \b (?P<prefix> [mp]e ) (?P<nasal> ngk | mp | nt | ns ) (?P<rest> [aiueo]\w+ )
    (?P<echo> -[kpts][aiueo]\w+ )?
"""


@lru_cache(maxsize=1)
def _roots() -> frozenset[str]:
    return frozenset(line[0] for line in table("luluh"))


def _is_no_root(_paragraph: Paragraph, match: re.Match[str]) -> bool:
    """Whether the list knows nothing that melts here: mempunyai, mengkaji, mental."""
    word = match["nasal"][-1].lower() + match["rest"].lower()
    return not any(root in _roots() for root in _bare(word))


def _bare(word: str) -> list[str]:
    """The word without what may stand behind a root."""
    cores = [word, *(word[: -len(clitic)] for clitic in CLITICS if word.endswith(clitic))]
    return cores + [core[: -len(end)] for core in cores for end in _SUFFIXES if core.endswith(end)]


def _melted(match: re.Match[str]) -> str:
    nasal = _MELTED[match["nasal"].lower()]
    if match["nasal"].isupper():
        nasal = nasal.upper()
    echo = match["echo"] or ""
    if echo[1:2] == match["nasal"][-1]:
        echo = f"-{ {'k': 'ng', 'p': 'm', 't': 'n', 's': 'ny'}[echo[1]] }{echo[2:]}"
    return f"{match['prefix']}{nasal}{match['rest']}{echo}"


LULUH_AWAL = Rule(
    code="luluh-awal",
    level=Level.SARAN,
    title=N_("Unmelted k, p, t or s"),
    message=N_("Behind this prefix the first letter of the root melts: “{fix}”."),
    why=N_(
        "Behind meN- and peN-, a root's first k, p, t or s melts into the nasal if a vowel follows it: me + "
        "konsumsi becomes mengonsumsi, me + pengaruh + i memengaruhi, me + taat + i menaati, me + sukses + kan "
        "menyukseskan. Loan words follow suit. Not so before two consonants (memproses, mentransfer), and not in "
        "mengkaji and mempunyai."
    ),
    source="TBBBI (2017); KBBI",
    certain=True,
    kind=Patterns((Pattern(_UNMELTED, fix=_melted, unless=_is_no_root, flags=re.IGNORECASE),)),
    examples=(
        ("Warga mengkonsumsi ikan.", "Warga mengonsumsi ikan."),
        ("Cuaca mempengaruhi panen.", "Cuaca memengaruhi panen."),
        (
            "Mari mensukseskan pemilihan dan mentaati aturannya.",
            "Mari menyukseskan pemilihan dan menaati aturannya.",
        ),
        ("Pengkategorian itu dikaji.", "Pengategorian itu dikaji."),
        ("Jangan mengkait-kaitkan keduanya.", "Jangan mengait-ngaitkan keduanya."),
    ),
    leave_alone=(
        "Dinas mengkaji, memproses, dan mentransfer dana.",
        "Menteri mempunyai mental baja dan mempelajari pentas seni.",
        "Pemerintah memperbarui data dan mempertahankan hasilnya.",
    ),
)
