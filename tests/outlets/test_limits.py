"""The limits: dated facts, and the counting they are put in."""

from __future__ import annotations

from datetime import date

import pytest

from humas_tui.outlets import outlets
from humas_tui.outlets.limits import COUNTERS, limit_of, limits_of

NAMES = {outlet.name for outlet in outlets()}
LIMITED = [(outlet.name, limit) for outlet in outlets() for limit in outlet.limits]


def test_every_limit_belongs_to_an_outlet() -> None:
    from humas_tui.outlets import limits

    assert set(limits._limits()) <= NAMES


@pytest.mark.parametrize(
    ("name", "limit"), LIMITED, ids=lambda value: value if isinstance(value, str) else value.of
)
def test_every_limit_names_its_unit_source_and_day(name: str, limit: object) -> None:
    found = next(one for one in limits_of(name) if one is limit)
    assert found.unit in COUNTERS
    assert found.source
    assert date(2026, 1, 1) <= found.checked
    assert found.advised is None or 0 < found.advised < found.value


@pytest.mark.parametrize(
    ("name", "of", "value"),
    [
        ("whatsapp", "", 65536),
        ("instagram", "", 2200),
        ("instagram", "hashtags", 5),
        ("instagram", "opening", 125),
        ("facebook", "", 63206),
        ("x", "", 280),
        ("threads", "", 500),
        ("threads", "links", 5),
        ("tiktok", "", 2200),
        ("youtube", "title", 100),
        ("youtube", "", 5000),
        ("youtube", "brackets", 0),
        ("telegram", "", 4096),
    ],
)
def test_the_values(name: str, of: str, value: int) -> None:
    assert limit_of(name, of).value == value


def test_the_limit_of_the_text_comes_first() -> None:
    assert all(limits_of(name)[0].of == "" for name, _ in LIMITED)
    assert limits_of("docx") == ()
    with pytest.raises(KeyError):
        limit_of("instagram", "title")


def test_what_is_not_binding_is_not_measured() -> None:
    instagram = next(outlet for outlet in outlets() if outlet.name == "instagram")
    assert [measure.limit.of for measure in instagram.measures("a" * 200)] == ["", "hashtags"]
