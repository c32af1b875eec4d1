"""The tables of the rules: what stands in them, and that every pair of words is found in all its forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from humas_tui.language.engine import Checker, in_force
from humas_tui.language.finding import Level
from humas_tui.language.house import PLAIN
from humas_tui.language.rules import find
from humas_tui.language.tables import HERE, column, table
from tests.language.desk_of_one import found_by

TABLES = sorted(path.stem for path in HERE.glob("*.tsv"))
#: The class of a line of ``takbaku.tsv``, and the rule that looks for it.
TAKBAKU = {
    "A": "takbaku-kata",
    "M": "takbaku-nama",
    "N": "takbaku-gelar",
    "G": "takbaku-gabung",
    "B": "takbaku-konteks",
    "C": "takbaku-agama",
    "D": "takbaku-lazim",
}
CERTAIN = "AMNG"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_remarks_and_lines_of_columns(name: str) -> None:
    text = (HERE / f"{name}.tsv").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert text.endswith("\n")
    columns = text.splitlines()[0].count("\t") + 1
    lines = table(name)
    assert lines
    assert all(1 <= len(line) <= columns for line in lines)
    assert all(cell == cell.strip() for line in lines for cell in line)
    firsts = [line[0] for line in lines]
    assert len(firsts) == len(set(firsts)), [word for word in firsts if firsts.count(word) > 1]


def test_a_column_may_hold_several_texts() -> None:
    assert column("siaran pers; rilis pers") == ("siaran pers", "rilis pers")
    assert column("") == ()


def test_a_table_that_is_not_there_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match=r"tiada\.tsv"):
        table("tiada")


def test_every_class_of_the_nonstandard_words_has_its_rule() -> None:
    assert {line[2] for line in table("takbaku")} == set(TAKBAKU)


def forms(word: str, fix: str) -> dict[str, str]:
    """A word and its fix as they may stand in a text; what is looked for in one spelling only, in that."""
    if word != word.lower():
        return {word: fix}
    given = {word: fix, f"{word}nya": f"{fix}nya", f"{word}lah": f"{fix}lah"}
    if " " not in word and "-" not in word and "-" not in fix:
        given[f"{word}-{word}"] = f"{fix}-{fix}"
        given[f"{word}-{word}nya"] = f"{fix}-{fix}nya"
    return given


def test_every_certain_pair_is_found_in_all_its_forms() -> None:
    """At the begin of a sentence and inside one; no rule of the desk but its own is asked."""
    checked = 0
    for word, first, kind, *_note in table("takbaku"):
        if kind not in CERTAIN:
            continue
        checker = Checker([find(TAKBAKU[kind])])
        fix = column(first)[0]
        for form, cured in forms(word, fix).items():
            for text, start, wanted in (
                (f"Itu {form} mereka.", 4, cured),
                (f"{form[0].upper()}{form[1:]} itu baru.", 0, cured[0].upper() + cured[1:]),
            ):
                if text[start:].startswith(wanted):
                    continue  # februari: at the begin of a sentence nothing is wrong with it
                findings = checker.check(text) or ()
                places = [one for one in findings if one.start == start and one.end == start + len(form)]
                assert places, text
                assert wanted in places[0].fixes, (text, places[0].fixes)
                checked += 1
    print(f"{checked} forms of {len(table('takbaku'))} lines")
    assert checked > 5_000


def test_what_is_to_be_written_is_itself_let_pass() -> None:
    rules = [find(TAKBAKU[kind]) for kind in CERTAIN]
    for word, first, _kind, *_note in table("takbaku"):
        for fix in column(first):
            assert found_by(rules, f"Itu {fix} mereka.") == (), word


@pytest.mark.parametrize("name", ["asing", "jargon", "lisan", "pleonasme", "takbaku"])
def test_no_cure_is_an_error_by_another_rule(name: str) -> None:
    checker = Checker([rule for rule in in_force(PLAIN) if rule.level is Level.GALAT])
    told = [
        f"{line[0]} → {fix}: {one.rule}"
        for line in table(name)
        for fix in column(line[1])
        for one in checker.check(f"Menurut dia {fix} barang ada.") or ()
    ]
    assert told == []


def test_no_word_of_a_list_has_capitals_by_mistake() -> None:
    """A key with capitals is looked for in just that spelling, which is seldom wanted."""
    odd = {line[0] for line in table("takbaku") if line[0] != line[0].lower()}
    assert odd == {
        "Idul Adha",
        "Idul Fitri",
        "Walikota",
        "insya Allah",
    }


def test_the_tables_lie_in_the_package() -> None:
    assert HERE.is_relative_to(Path(__file__).parents[2] / "humas_tui")
