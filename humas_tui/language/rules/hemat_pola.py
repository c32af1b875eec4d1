"""Words that can be left out, with something between them."""

from __future__ import annotations

from ...i18n import N_
from ..finding import Level
from ..kinds import Pattern, Patterns
from ..rule import Rule

HEMAT_POLA = Rule(
    code="hemat-pola",
    level=Level.GAYA,
    title=N_("Word that can be left out"),
    message=N_("A word of these can be left out: “{fix}”."),
    why=N_("Hanya … saja, jika … maka, sekitar … -an, pukul 08.00 pagi: one of the two carries the meaning."),
    source="Kalimat efektif: kehematan",
    kind=Patterns(
        (
            Pattern(r"\b(?P<only>(?i:hanya|cuma) [\w ]{1,25}?) saja\b", r"\g<only>", words=frozenset({"saja"})),
            Pattern(
                r"\b(?i:jika|apabila|kalau|bila)\b[^.?!]{5,90}?, (?P<at>maka (?P<next>\w+))",
                r"\g<next>",
                words=frozenset({"maka"}),
            ),
            Pattern(
                r"\b(?P<about>(?i:sekitar|kurang lebih) \d[\d.]*)-an\b",
                r"\g<about>",
                words=frozenset({"sekitar", "lebih"}),
            ),
            Pattern(
                r"\b(?P<time>(?i:pukul) (?:0\d|1\d|2[0-4])[.:]\d\d(?: WI(?:B|TA|T))?) (?:pagi|siang|sore|malam)\b",
                r"\g<time>",
                words=frozenset({"pukul"}),
            ),
        ),
    ),
    examples=(
        ("Layanan hanya buka satu hari saja.", "Layanan hanya buka satu hari."),
        ("Jika hujan turun, maka acara dipindah.", "Jika hujan turun, acara dipindah."),
        (
            "Acara mulai pukul 08.00 pagi dan diikuti sekitar 200-an warga.",
            "Acara mulai pukul 08.00 dan diikuti sekitar 200 warga.",
        ),
    ),
    leave_alone=("Layanan hanya buka satu hari.",),
)
