"""The lists are what the rules take them for."""

from __future__ import annotations

import re

import pytest

from humas_tui.language.grammar.degrees import RIGHT, WRITTEN, bare, behind
from humas_tui.language.grammar.lists import OWN, lines, rows
from humas_tui.language.grammar.names import FUNCTION_WORDS, agencies, regions

LISTS = (
    "gelar.tsv kata_umum.txt kepanjangan.tsv perangkat_daerah.txt singkatan.tsv singkatan_umum.txt wilayah.txt"
).split()


@pytest.mark.parametrize("name", LISTS)
def test_no_entry_stands_twice_or_has_spaces_around_it(name: str) -> None:
    found = lines(name)
    assert found
    assert len(set(found)) == len(found)
    assert all(entry == entry.strip() or entry.endswith("\t") for entry in found)
    assert (OWN / name).read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(("name", "columns"), [("singkatan.tsv", 4), ("kepanjangan.tsv", 2), ("gelar.tsv", 2)])
def test_every_line_has_its_columns(name: str, columns: int) -> None:
    assert {len(row) for row in rows(name)} == {columns}


def test_regions_are_names() -> None:
    assert {"Sukabumi", "Muara Enim", "Jawa Barat", "Papua Pegunungan"} <= regions()
    assert all(re.fullmatch(r"[A-Z][\w-]*(?: (?:dan|[A-Z][\w-]*))*", name) for name in regions())
    assert len(regions()) > 450


def test_authorities_have_capitals_but_for_their_function_words() -> None:
    names = [name for found in agencies().values() for name in found]
    for name in names:
        for word in name.replace(",", "").split():
            assert word[0].isupper() != (word in FUNCTION_WORDS), name
    assert agencies()["dinas"][0] == max(agencies()["dinas"], key=len)


def test_what_is_common_is_written_small() -> None:
    assert all(word.islower() for word in lines("kata_umum.txt"))


def test_degrees_end_with_a_full_stop_and_are_known_without() -> None:
    assert all(degree.endswith(".") or degree == "Ph.D" for degree in RIGHT)
    assert WRITTEN[bare("S.Sos")] == "S.Sos."
    assert WRITTEN[bare("SIP")] == "S.I.P."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rina, S.H., M.Hum. hadir", ["S.H.", "M.Hum."]),
        ("Rina SIP SH hadir", ["SIP", "SH"]),
        ("Rina, Kapolsek hadir", []),
        ("Rina, SMA 1 hadir", []),
    ],
)
def test_degrees_behind_a_name_are_found_one_after_the_other(text: str, found: list[str]) -> None:
    assert [match["degree"] for match in behind(text, len("Rina"))] == found
