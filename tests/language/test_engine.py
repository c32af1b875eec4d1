"""The engine: what it remembers, spares, settles, survives."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui import i18n
from humas_tui.language.engine import REMEMBERED, Checker, mended
from humas_tui.language.finding import Finding, Level
from humas_tui.language.house import House
from humas_tui.language.kinds import Entry, Hit, Judgement, Neighbours, Pattern, Patterns, Shape, Words
from humas_tui.language.prose import Document, Paragraph, Part
from humas_tui.language.rule import Kind, Rule

ADVERSARIES = {
    "no end of a sentence": "kata yang tidak berhenti " * 40_000,
    "a word without end": "a" * 1_000_000,
    "spaces": "a" + " " * 1_000_000 + "b",
    "full stops": "." * 1_000_000,
    "quotation marks": '"' * 1_000_000,
    "turned quotation marks": "”a " * 300_000,
    "hyphens": "langkah -" * 110_000,
    "figures": "1" * 1_000_000,
    "groups of figures": "1." * 500_000,
    "amounts": "Rp " * 300_000,
    "brackets": "(" * 500_000 + "[" * 500_000,
    "stars": "*a " * 300_000,
    "backticks": "`" * 500_000 + " `a" * 100_000,
    "addresses": "a.a@a.a" * 140_000,
    "half an address": "a.b-c." * 160_000,
    "lines": "a\n" * 400_000,
    "Windows lines": "Satu  baris.\r\n" * 70_000,
    "Arabic": "بسم الله الرحمن الرحيم " * 40_000,
    "emoji": "👍🏽 👨‍👩‍👧 " * 90_000,
    "capitals": "WALI KOTA MEMBUKA LAYANAN. " * 35_000,
    "English": 'The mayor said, "We open it." ' * 30_000,
    "code": "```\nif (a  ==  b) { return; }\n```\n" * 30_000,
}


def rule(code: str, kind: Kind, **changes: Any) -> Rule:
    given = {"title": code, "message": "{found} → {fix}", "why": "W", "examples": (("a", "b"),), "eyd": ("KD01",)}
    return Rule(**{"code": code, "level": Level.GALAT, "kind": kind, **given, **changes})


def pattern(regex: str, fix: str | None = None) -> Patterns:
    return Patterns((Pattern(regex, fix),))


def words(**entries: str) -> Words:
    return Words(lambda: {word.replace("_", " "): Entry((fix,)) for word, fix in entries.items()})


def check(text: str, *rules: Rule, house: House = House()) -> tuple[Finding, ...]:  # noqa: B008 - a frozen value
    findings = Checker(rules, house).check(text)
    assert findings is not None
    return findings


def told(text: str, *rules: Rule, **settings: Any) -> list[str]:
    return [f"{text[one.start : one.end]}→{'|'.join(one.fixes)}" for one in check(text, *rules, **settings)]


# -- places --------------------------------------------------------------------------------------------------


def test_places_are_those_of_the_text_as_it_was_given() -> None:
    text = "# Judul  ganda\r\n\r\n- Butir **dengan  tebal** 👍  ya\r\n"
    found = check(text, rule("x", pattern(r" {2,}", " ")))
    assert [text[one.start - 1 : one.end + 1] for one in found] == ["l  g", "n  t", "👍  y"]
    assert mended(text, found) == "# Judul ganda\r\n\r\n- Butir **dengan tebal** 👍 ya\r\n"


def test_where_marks_stand_inside_nothing_is_offered() -> None:
    (finding,) = check(
        "langkah -**langkah** itu", rule("x", pattern(r"langkah -langkah", "langkah-langkah"), certain=True)
    )
    assert (finding.fixes, finding.certain) == ((), False)


def test_the_group_at_is_the_place_and_named_groups_fill_the_message() -> None:
    (finding,) = check(
        "di sekolah", rule("x", pattern(r"di(?P<at> )(?P<word>\w+)", ""), message="{word}: {found}!")
    )
    assert (finding.start, finding.end, finding.message, finding.fixes) == (2, 3, "sekolah:  !", ("",))


def test_the_fields_of_a_release_are_told_apart() -> None:
    one = rule("satu", pattern("x"))
    two = rule("dua", pattern("y"), fields=("headline",))
    findings = Checker([one, two]).check({"headline": "y x", "body": "y x"})
    assert findings is not None
    assert [(found.field, found.rule) for found in findings] == [
        ("headline", "dua"),
        ("headline", "satu"),
        ("body", "satu"),
    ]


# -- words ---------------------------------------------------------------------------------------------------

ANALISA = rule("x", words(analisa="analisis", oleh_karenanya="karena itu", walikota="wali kota"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sebuah analisa.", ["analisa→analisis"]),
        ("Analisa itu", ["Analisa→Analisis"]),
        ("ANALISA ITU SUDAH", ["ANALISA→ANALISIS"]),
        ("analisanya", ["analisanya→analisisnya"]),
        ("analisa-analisa", ["analisa-analisa→analisis-analisis"]),
        ("menurut Bu Analisa itu", []),
        ("Kantor Walikota Buka Pagi", ["Walikota→Wali Kota"]),
        ("Walikota hadir", ["Walikota→Wali kota"]),
        ("analisa-analisanya", ["analisa-analisanya→analisis-analisisnya"]),
        ("Analisa-analisa itu", ["Analisa-analisa→Analisis-analisis"]),
        ("ini, oleh karenanya tutup", ["oleh karenanya→karena itu"]),
        ("Oleh karenanya tutup", ["Oleh karenanya→Karena itu"]),
        ("oleh, karenanya", []),
        ("menganalisa", []),
        ("analisa2 x_analisa", []),
    ],
)
def test_words_are_looked_up(text: str, found: list[str]) -> None:
    assert told(text, ANALISA) == found


def test_names_are_found_where_the_list_says_so() -> None:
    walikota = {"walikota": Entry(("wali kota",))}
    names = rule("x", Words(lambda: walikota, names=True))
    assert told("kata Walikota Adi, walikota baru", names) == ["Walikota→Wali Kota", "walikota→wali kota"]
    no_headlines = rule("x", Words(lambda: walikota, headlines=False))
    assert told("Kantor Walikota Buka Pagi", no_headlines) == []
    assert told("Walikota hadir di sana", no_headlines) == ["Walikota→Wali kota"]


def test_a_list_may_look_at_what_stands_around() -> None:
    def bracketed(paragraph: Paragraph, start: int, end: int) -> bool:
        return paragraph.text[start - 1 : start] + paragraph.text[end : end + 1] == "()"

    one = rule("x", Words(lambda: {"output": Entry(("keluaran",))}, unless=bracketed))
    assert told("keluaran (output) dan output", one) == ["output→keluaran"]


def test_what_is_written_as_the_fix_says_is_no_hit() -> None:
    one = rule("x", Words(lambda: {"februari": Entry(("Februari",))}, names=True))
    assert told("Februari dan februari", one) == ["februari→Februari"]


def test_the_longest_phrase_of_a_list_is_found_and_lists_do_not_hide_one_another() -> None:
    first = rule("a", words(rumah="griya", rumah_sakit="RS"))
    second = rule("b", words(sakit="nyeri"), level=Level.SARAN)
    assert told("rumah sakit", first) == ["rumah sakit→RS"]
    assert told("rumah sakit", second) == ["sakit→nyeri"]
    assert told("rumah sakit", first, second) == ["rumah sakit→RS"]


def test_a_word_given_with_capitals_is_looked_for_so() -> None:
    one = rule("x", Words(lambda: {"OPD": Entry(("dinas",), "istilah dalam")}), message="{note}")
    assert [found.message for found in check("semua OPD dan opd itu", one)] == ["istilah dalam"]


# -- what is spared ------------------------------------------------------------------------------------------


def test_the_words_of_a_speaker_are_left_alone_by_rules_of_style() -> None:
    text = '"Ini guna warga," katanya, guna tertib.'
    assert len(check(text, rule("x", words(guna="untuk")))) == 2
    assert len(check(text, rule("x", words(guna="untuk"), level=Level.GAYA))) == 1
    assert len(check(text, rule("x", words(guna="untuk"), spares_quotes=True))) == 1


def test_what_is_set_off_is_left_alone_where_the_rule_says_so() -> None:
    assert len(check("*workshop* dan workshop", rule("x", words(workshop="lokakarya"), spares_styled=True))) == 1


def test_the_words_of_the_office_are_right() -> None:
    one = rule("x", words(walikota="wali kota", atlit="atlet"))
    assert told("walikota dan Atlit", one, house=House(words=frozenset({"walikota"}))) == []
    assert told("walikota dan atlit", one, house=House(words=frozenset({"walikota"}))) == ["atlit→atlet"]


def test_a_thing_is_told_once_where_the_rule_says_so() -> None:
    one = rule("x", words(guna="untuk", terkait="tentang"), once=True)
    assert told("guna ini\n\nGuna itu, terkait, guna", one) == ["guna→untuk", "terkait→tentang"]


# -- what is settled -----------------------------------------------------------------------------------------


def test_of_two_that_would_change_the_same_the_graver_stays() -> None:
    style = rule("a", pattern("satu dua", "x"), level=Level.GAYA)
    error = rule("b", pattern("dua tiga", "y"))
    wide = rule("c", pattern("satu.*empat"), level=Level.SARAN)
    assert [one.rule for one in check("satu dua tiga empat", style, error, wide)] == ["c", "b"]


def test_of_two_alike_the_certain_one_stays_and_then_the_longer_one() -> None:
    unsure = rule("a", pattern("satu dua", "x"))
    certain = rule("b", pattern("dua", "y"), certain=True)
    short = rule("c", pattern("satu", "z"))
    assert [one.rule for one in check("satu dua", unsure, certain)] == ["b"]
    assert [one.rule for one in check("satu dua", unsure, short)] == ["a"]
    assert [one.rule for one in check("satu satu", rule("d", pattern("satu")), short)] == ["c", "c"]


@given(st.text(alphabet="ab cd", max_size=40))
def test_what_is_found_never_overlaps_in_what_it_changes(text: str) -> None:
    rules = [
        rule("a", pattern("ab+", "x")),
        rule("b", pattern("b c?", "y"), level=Level.GAYA),
        rule("c", pattern("a b")),
    ]
    found = check(text, *rules)
    changing = [one for one in found if one.fixes]
    assert all(one.end <= other.start for one, other in pairwise(changing))
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert len({(one.start, one.end) for one in found}) == len(found)


# -- neighbours and the whole --------------------------------------------------------------------------------


def test_a_rule_may_look_at_the_neighbours() -> None:
    def find(before: Paragraph | None, here: Paragraph, after: Paragraph | None) -> Iterable[Hit]:
        if before is not None and before.text == here.text:
            yield Hit(0, len(here.text))

    checker = Checker([rule("x", Neighbours(find))])
    for text, places in (("a\n\na\n\nb", [3]), ("a\n\nb\n\nb", [6]), ("a\n\na\n\na", [3, 6])):
        findings = checker.check(text)
        assert findings is not None
        assert [one.start for one in findings] == places


def test_a_rule_may_look_at_the_whole() -> None:
    def find(document: Document) -> Iterable[tuple[str, Part, Hit]]:
        parts = document.fields["body"]
        if len(parts) > 1:
            yield "body", parts[-1], Hit(0, 1)

    assert check("satu\n\ndua", rule("x", Shape(find))) == ()
    assert [one.start for one in check("satu\n\ndua", rule("x", Shape(find, everywhere=True)))] == [6]


# -- remembering, giving up ----------------------------------------------------------------------------------


class Counting:
    """A rule that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, paragraph: Paragraph) -> Iterable[Hit]:
        self.asked.append(paragraph.text)
        yield Hit(0, 1)


def test_only_the_paragraph_that_changed_is_read_again() -> None:
    counting = Counting()
    checker = Checker([rule("x", Judgement(counting))])
    assert [one.start for one in checker.check("satu\n\ndua\n\ntiga") or ()] == [0, 6, 11]
    assert [one.start for one in checker.check("satu\n\ndua puluh\n\ntiga") or ()] == [0, 6, 17]
    assert counting.asked == ["satu", "dua", "tiga", "dua puluh"]


def test_a_new_language_is_a_new_reading() -> None:
    checker = Checker([rule("x", pattern("a"), message="One space is enough.")])
    before = i18n.current()
    try:
        said = []
        for language in ("id", "en"):
            i18n.use(language)
            said += [one.message for one in checker.check("a") or ()]
        assert said == ["Satu spasi cukup.", "One space is enough."]
    finally:
        i18n.use(before)


def test_it_does_not_remember_without_end() -> None:
    checker = Checker([rule("x", pattern("a"))])
    findings = checker.check("\n".join(f"a{number}" for number in range(REMEMBERED + 10)))
    assert findings is not None
    assert len(findings) == REMEMBERED + 10
    assert len(checker._seen) <= REMEMBERED


def test_it_gives_up_when_the_text_has_moved_on() -> None:
    counting = Counting()
    checker = Checker([rule("x", Judgement(counting))])
    answers = iter([False, False, True])
    assert checker.check("a\n\nb\n\nc\n\nd", abandoned=lambda: next(answers)) is None
    assert counting.asked == ["a", "b"]


# -- what goes wrong -----------------------------------------------------------------------------------------


def failing(*_arguments: object) -> Any:
    raise KeyError("kamus")


@pytest.mark.parametrize(
    "kind",
    [
        Judgement(failing),
        Neighbours(failing),
        Shape(failing, everywhere=True),
        Words(failing),
        Patterns((Pattern("(a"),)),
        Patterns((Pattern("a", fix=failing),)),
    ],
    ids=lambda kind: type(kind).__name__,
)
def test_a_rule_that_fails_is_left_out_and_named_and_the_others_go_on(kind: Kind) -> None:
    checker = Checker([rule("rusak", kind), rule("utuh", pattern("b"))])
    findings = checker.check("a b\n\na b")
    assert findings is not None
    assert [one.rule for one in findings] == ["utuh", "utuh"]
    assert list(checker.faults) == ["rusak"]


def test_an_interruption_is_no_fault_of_a_rule() -> None:
    def interrupted(_paragraph: Paragraph) -> Iterable[Hit]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Checker([rule("x", Judgement(interrupted))]).check("a")


@pytest.mark.parametrize(
    "text", ["", " ", "\r\n\r\n", "...", "?!", '"', "”", "*", "- ", "#", "```", "\ufffc", "\0", "\ud800"]
)
def test_almost_nothing_is_a_text_too(text: str) -> None:
    checker = Checker()
    assert checker.check(text) is not None
    assert checker.faults == {}


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    checker = Checker()
    findings = checker.check(text)
    assert findings is not None
    assert checker.faults == {}
    assert all(0 <= one.start < one.end <= len(text) for one in findings)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", ADVERSARIES)
def test_a_megabyte_of_anything_is_read_in_time_in_proportion(name: str) -> None:
    """Each takes a second or so; in time with the square of its length it would take hours."""
    checker = Checker()
    assert checker.check(ADVERSARIES[name]) is not None
    assert checker.faults == {}
