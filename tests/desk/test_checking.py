"""The copy desk's use cases: what is found, left alone, remembered, mended."""

from __future__ import annotations

import pytest

from humas_tui.desk import Checking
from humas_tui.desk.checking import ignoring
from humas_tui.errors import UsageError
from humas_tui.language.engine import Checker
from humas_tui.language.finding import Finding
from humas_tui.model import Release
from humas_tui.model.settings import Language
from tests.samples import blank

TWICE = "Pasar  dibuka. Balai  dibuka."


def desk_of(*codes: str, **style: object) -> Checking:
    checking = Checking(Language(**style))  # type: ignore[arg-type]
    checking.choose(frozenset(codes or ("spasi-ganda",)), frozenset())
    return checking


def found(checking: Checking, release: Release) -> list[Finding]:
    findings = checking.release(release)
    assert findings is not None
    return list(findings)


def test_every_field_that_is_printed_is_read() -> None:
    texts = dict.fromkeys(("headline", "summary", "key_message", "benefit", "body"), "Satu  dua.")
    findings = found(desk_of(), blank(**texts))
    assert [one.field for one in findings] == list(texts)


def test_what_is_left_alone_here_is_still_found_elsewhere() -> None:
    checking, release = desk_of(), blank(body=TWICE)
    first, second = found(checking, release)
    here = release.revised(release.updated, ignored=(ignoring(release, first, here=True),))
    assert found(checking, here) == [second]
    longer = here.revised(here.updated, body="Pagi ini,\n\n" + TWICE)
    assert len(found(checking, longer)) == 2  # other words stand around it: it is another place
    everywhere = release.revised(release.updated, ignored=(ignoring(release, first),))
    assert found(checking, everywhere) == []


def test_a_word_of_the_office_is_right_from_then_on() -> None:
    listed: list[str] = []
    checking = Checking(list_words=lambda: frozenset(listed), list_word=listed.append)
    checking.choose(frozenset({"spasi-ganda"}), frozenset())
    assert len(checking.texts({"body": TWICE})) == 2
    checking.remember("  ")
    assert listed == ["  "]
    assert checking.texts({"body": TWICE}) == ()


def test_a_broken_word_list_stops_nothing_and_is_told() -> None:
    def broken() -> frozenset[str]:
        raise UsageError("The word list {file} cannot be used: {reason}", file="kata.txt", reason="rusak")

    checking = Checking(list_words=broken)
    assert any(one.rule == "spasi-ganda" for one in checking.texts({"body": TWICE}))
    (told,) = checking.complaints()
    assert "kata.txt" in told


def test_a_rule_that_there_is_not_is_told() -> None:
    checking = Checking(Language(off=("spasi-ganda", "ejaan-buruk")))
    assert not any(one.rule == "spasi-ganda" for one in checking.texts({"body": TWICE}))
    (told,) = checking.complaints()
    assert "“ejaan-buruk”" in told


def test_a_rule_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    checking = desk_of()
    assert isinstance(checking.checker, Checker)
    checking.checker.faults["spasi-ganda"] = "KeyError: 'x'"
    (told,) = checking.complaints()
    assert "“spasi-ganda”" in told
    assert "KeyError" in told


def test_what_is_certain_is_mended_and_what_is_left_alone_stays() -> None:
    checking, release = desk_of(), blank(headline="Pasar  Dibuka", body=TWICE)
    assert checking.mended(TWICE) == "Pasar dibuka. Balai dibuka."
    (headline, _first, second) = found(checking, release)
    assert headline.field == "headline"
    release = release.revised(release.updated, ignored=(ignoring(release, second, here=True),))
    assert checking.mended_release(release) == {"headline": "Pasar Dibuka", "body": "Pasar dibuka. Balai  dibuka."}


def test_given_up_it_gives_nothing() -> None:
    assert desk_of().release(blank(body=TWICE), lambda: True) is None


def test_only_the_rules_that_are_wanted_are_applied() -> None:
    checking = Checking()
    checking.choose(frozenset({"galat"}), frozenset({"spasi"}))
    assert not any(one.rule == "spasi-ganda" for one in checking.texts({"body": TWICE}))


def test_it_warms_up_in_small_steps_and_is_warm_then() -> None:
    checking = Checking()
    assert len(list(checking.warm())) > 150
    assert list(checking.warm()) == []
    assert checking.texts({"body": "Satu  dua."})
