"""Both languages are complete, and what is compiled is what is written."""

from __future__ import annotations

import string

import pytest

from humas_tui.i18n import LANGUAGES
from tests import catalogue


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_marked_string_is_translated(language: str) -> None:
    assert catalogue.untranslated(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_translated_that_nobody_says(language: str) -> None:
    assert catalogue.unused(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_text(language: str) -> None:
    assert catalogue.po_path(language).with_suffix(".mo").read_bytes() == catalogue.compiled(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_places_in_a_translation_are_those_of_the_message(language: str) -> None:
    for entry in catalogue.read(language):
        if entry.id:
            identifiers = entry.id if isinstance(entry.id, tuple) else (entry.id,)
            strings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
            for text in strings:
                assert _places(text) == _places(identifiers[-1]), entry.id


def _places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
