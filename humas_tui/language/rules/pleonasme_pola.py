"""Words that say a thing twice with something between them."""

from __future__ import annotations

from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

#: What stands at the end of a clause.
_CLAUSE: Final = r"[^.?!\n]"
_DIRECTIONS: Final = (
    ("naik", "ke atas"),
    ("turun", "ke bawah"),
    ("maju", "ke depan"),
    ("mundur", "ke belakang"),
)


def _pattern(words: str, regex: str, fix: str | None = None) -> Pattern:
    """A pattern that is looked for where one of the words stands."""
    return Pattern(regex, fix, words=frozenset(words.split()))


PLEONASME_POLA = Rule(
    code="pleonasme-pola",
    level=Level.GAYA,
    title=N_("One of the two is enough"),
    message=N_("One of the two is enough: “{fix}”."),
    why=N_(
        "Sangat and sekali, meskipun and namun, Rp and rupiah, paling and ter-: each pair says one thing, and one "
        "of the two does."
    ),
    source="Kalimat efektif: kehematan",
    kind=Patterns(
        (
            _pattern(
                "sekali",
                r"\b(?P<very>[Ss]angat|[Tt]erlalu|[Aa]mat) (?P<how>[a-z]{3,}) sekali\b",
                r"\g<very> \g<how>",
            ),
            _pattern(
                "paling",
                r"\b[Pp]aling (?P<how>ter(?:baik|besar|tinggi|banyak|kecil|rendah|penting|utama|lama|baru))\b",
                r"\g<how>",
            ),
            _pattern(
                "lebih",
                r"\b[Ll]ebih (?P<verb>(?:di|mem)per(?:banyak|besar|luas|kuat|baik|mudah|cepat|ketat|tegas)\w*)\b",
                r"\g<verb>",
            ),
            _pattern("saling", r"\b[Ss]aling [a-z]{3,}-me[a-z]+\b"),
            *(
                _pattern(verb, rf"\b(?P<verb>(?i:{verb})) {where}(?= *(?:[.,;:!?)]|dan\b|$))", r"\g<verb>")
                for verb, where in _DIRECTIONS
            ),
            _pattern(
                "meski meskipun walau walaupun",
                rf"\b(?i:meski|meskipun|walau|walaupun)\b{_CLAUSE}{{5,110}}?,"
                r" (?P<at>(?:namun|tetapi|tapi),? (?P<next>\w+))",
                r"\g<next>",
            ),
            _pattern(
                "karena", rf"\bKarena\b{_CLAUSE}{{5,90}}?, (?P<at>(?:maka|sehingga) (?P<next>\w+))", r"\g<next>"
            ),
            _pattern(
                "rupiah", r"\b(?P<amount>Rp ?\d[\d.,]*(?: (?:ribu|juta|miliar|triliun))?) rupiah\b", r"\g<amount>"
            ),
            _pattern("ataupun", rf"\b(?i:baik)\b{_CLAUSE}{{3,60}}? (?P<at>ataupun)\b", "maupun"),
        ),
    ),
    examples=(
        ("Jalan itu sangat rusak sekali.", "Jalan itu sangat rusak."),
        ("Meskipun hujan turun, namun warga hadir.", "Meskipun hujan turun, warga hadir."),
        ("Bantuan Rp2 juta rupiah.", "Bantuan Rp2 juta."),
        ("Konten lebih diperbanyak.", "Konten diperbanyak."),
    ),
    leave_alone=(
        "Peserta naik ke atas panggung dan harga turun.",
        "Mereka saling menolong.",
        "Meskipun hujan, warga hadir. Namun, acara selesai lebih awal.",
    ),
)
