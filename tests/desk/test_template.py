"""Templates: questions answered or skipped."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.desk.template import QUESTIONS, Template, headline_case, lay_out
from humas_tui.desk.templates import find, templates
from humas_tui.errors import NotFoundError
from humas_tui.model import Office

ANSWERS = {question.key: f"jawaban {question.key.replace('_', ' ')}" for question in QUESTIONS}


def test_the_eight_templates_of_the_trade() -> None:
    assert [template.name for template in templates()] == [
        "kegiatan",
        "kebijakan",
        "layanan",
        "capaian",
        "edukasi",
        "klarifikasi",
        "undangan",
        "krisis",
    ]
    with pytest.raises(NotFoundError, match="kegiatan"):
        find("tidak-ada")


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.name)
def test_every_answer_stands_in_the_draft(template: Template) -> None:
    fields = lay_out(template, ANSWERS, Office())
    for answer in ANSWERS.values():
        assert answer.lower() in fields["body"].lower(), answer
    assert fields["key_message"] == ANSWERS["pesan"] + "."
    assert fields["benefit"] == ANSWERS["manfaat"]
    assert (fields["kind"], fields["category"]) == (template.kind, template.category)


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.name)
def test_what_is_skipped_is_owed_in_brackets(template: Template) -> None:
    fields = lay_out(template, {"apa": "  ", "siapa": ""}, Office())
    for question in QUESTIONS:
        assert f"[{question.prompt}]".lower() in fields["body"].lower()
    assert not {"headline", "event_date", "key_message", "benefit"} & fields.keys()


def test_a_day_gets_its_true_weekday() -> None:
    fields = lay_out(find("kegiatan"), {"kapan": "18/11/2026"}, Office())
    assert fields["event_date"] == date(2026, 11, 18)
    assert "Rabu (18/11/2026)" in fields["body"]


def test_a_day_in_words_stays_as_it_was_typed() -> None:
    fields = lay_out(find("kegiatan"), {"kapan": "Rabu, 18 November 2026, pukul 09.00 WIB"}, Office())
    assert fields["event_date"] == date(2026, 11, 18)
    assert "Rabu, 18 November 2026, pukul 09.00 WIB" in fields["body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pemkot membuka layanan di puskesmas", "Pemkot Membuka Layanan di Puskesmas"),
        ("untuk warga dan anak", "Untuk Warga dan Anak"),
        ("DPRD setujui APBD", "DPRD Setujui APBD"),
        ("", ""),
    ],
)
def test_the_capitals_of_a_headline(text: str, expected: str) -> None:
    assert headline_case(text) == expected


def test_braces_in_an_answer_are_characters() -> None:
    assert "{siapa} {0}" in lay_out(find("kegiatan"), {"apa": "{siapa} {0}"}, Office())["body"]


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.name)
def test_nothing_that_was_answered_is_still_owed(template: Template) -> None:
    body = lay_out(template, ANSWERS, Office())["body"].lower()
    assert [question.prompt for question in QUESTIONS if f"[{question.prompt}]".lower() in body] == []


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["{0.day}/{0.month}/{0.year}", "{0}"]))
def test_the_weekday_is_that_of_the_calendar(day: date, form: str) -> None:
    fields = lay_out(find("layanan"), {"kapan": form.format(day)}, Office())
    name = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")[day.weekday()]
    assert f"{name} ({day.day}/{day.month}/{day.year})" in fields["body"]
    assert fields["event_date"] == day


def test_a_day_that_is_none_stays_as_it_was_typed() -> None:
    fields = lay_out(find("layanan"), {"kapan": "31/2/2026"}, Office())
    assert "31/2/2026" in fields["body"]
    assert "event_date" not in fields


@given(st.dictionaries(st.sampled_from([question.key for question in QUESTIONS]), st.text(max_size=30)))
def test_any_answers_make_a_draft(answers: dict[str, str]) -> None:
    for template in templates():
        fields = lay_out(template, answers, Office())
        assert fields["body"].endswith("\n")
        assert "\n" not in fields.get("headline", "")
