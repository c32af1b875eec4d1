"""Templates: question-first writing. The answers to a few questions are laid out as a draft.

Whatever is skipped stands in the draft as a prompt in square brackets, so that the officer sees what is
still owed. The draft itself is Indonesian whatever the language of the interface.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ..i18n import N_
from ..model import Category, Kind, Office
from ..text.clean import clean_line
from ..text.dates import parse_date, weekday


@dataclass(frozen=True)
class Question:
    """A question: its key in the layouts, how it is asked, an example, and the prompt that stands in the
    draft (in Indonesian) where it was skipped."""

    key: str
    label: str
    example: str
    prompt: str


@dataclass(frozen=True)
class Template:
    """A layout with places for the answers. Paragraphs are parted by blank lines."""

    name: str
    title: str
    hint: str
    kind: Kind
    category: Category
    body: str
    order: int = 50


QUESTIONS: Final[tuple[Question, ...]] = (
    Question("siapa", N_("Who is doing it?"), N_("Pemerintah Kota Sukamaju"), "siapa yang bertindak"),
    Question(
        "apa",
        N_("What are they doing?"),
        N_("membuka layanan imunisasi kejar di 15 puskesmas"),
        "apa yang terjadi",
    ),
    Question("kapan", N_("When?"), N_("18/11/2026"), "kapan: Rabu (18/11/2026)"),
    Question("di_mana", N_("Where?"), N_("Puskesmas Cibening, Kecamatan Pasirangin"), "di mana"),
    Question("mengapa", N_("Why?"), N_("cakupan imunisasi dasar baru 81 persen"), "mengapa"),
    Question("bagaimana", N_("How?"), N_("petugas mendatangi posyandu setiap Selasa dan Kamis"), "bagaimana"),
    Question(
        "pesan",
        N_("Policy message"),
        N_("Setiap anak berhak atas imunisasi lengkap tanpa biaya."),
        "pesan kebijakan",
    ),
    Question(
        "manfaat",
        N_("Benefit for citizens"),
        N_("gratis, tanpa KTP setempat, sampai 31 Maret 2026"),
        "siapa yang terbantu, caranya, biayanya, batas waktunya, tempatnya",
    ),
    Question(
        "kutipan",
        N_("Who is quoted?"),
        N_("Ratna Permanasari, Kepala Dinas Kesehatan"),
        "nama lengkap, jabatan",
    ),
)

# Words that stay small inside a headline: EYD V, "Huruf Kapital" (judul): kata tugas.
_SMALL: Final = frozenset(
    "agar akan atau bagi bahwa dalam dan dari daripada dengan di hingga jika karena ke kepada oleh pada sampai "
    "sebagai seperti serta tentang terhadap tetapi untuk yang".split()
)


def lay_out(template: Template, answers: Mapping[str, str], office: Office) -> dict[str, Any]:
    """The fields of a draft made from the answers (by key of the question; any may be missing)."""
    given = {key: clean_line(answer).rstrip(".") for key, answer in answers.items()}
    given = {key: answer for key, answer in given.items() if answer}
    day = parse_date(given.get("kapan", ""))
    if day is not None and re.fullmatch(r"[\d/.\s-]+", given["kapan"]):
        given["kapan"] = f"{weekday(day)} ({day.day}/{day.month}/{day.year})"
    filled = {question.key: given.get(question.key, f"[{question.prompt}]") for question in QUESTIONS}
    body = template.body.strip().format(**filled)
    body = re.sub(r"(?m)^([^\W\d_])", lambda match: match[1].upper(), body)
    fields: dict[str, Any] = {"kind": template.kind, "category": template.category, "body": body and body + "\n"}
    if "apa" in given:
        fields["headline"] = headline_case(f"{given.get('siapa', '')} {given['apa']}".strip())
    if "pesan" in given:
        fields["key_message"] = given["pesan"] + "."
    if "manfaat" in given:
        fields["benefit"] = given["manfaat"]
    if day is not None:
        fields["event_date"] = day
    return fields


def headline_case(text: str) -> str:
    """``text`` with the capitals of an Indonesian headline: every word but the function words inside."""
    words = text.split()
    return " ".join(
        word if (index and word.lower() in _SMALL) else word[:1].upper() + word[1:]
        for index, word in enumerate(words)
    )
