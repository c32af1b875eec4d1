"""The settings: every one has its default, and what is written is read again."""

from __future__ import annotations

import msgspec
import pytest

from humas_tui.model import Contact, Office
from humas_tui.model.settings import Language, Settings
from tests.samples import office


def test_nothing_needs_to_be_set() -> None:
    settings = msgspec.convert({}, Settings)
    assert settings == Settings()
    assert settings.office == Office()
    assert (settings.office.separator, settings.office.end_mark, settings.office.time_zone) == (
        " – ",
        "***",
        "Asia/Jakarta",
    )


def test_two_settings_share_no_table_of_keys() -> None:
    one = Settings()
    one.keys["new"] = "f9"
    assert Settings().keys == {}


def test_settings_are_read_again_as_they_were_written() -> None:
    settings = Settings(
        language=Language(interface="en", off=("ejaan",)),
        keys={"new": "f9,ctrl+k"},
        office=office(),
        export_folder="~/rilis",
    )
    assert msgspec.convert(msgspec.to_builtins(settings), Settings) == settings


def test_the_sample_office_is_whole() -> None:
    assert all(isinstance(contact, Contact) and contact.phone for contact in office().contacts)
    assert len(office().boilerplate.split()) <= 100
    assert 1 <= len(office().hashtags) <= 5


@pytest.mark.parametrize(
    "wrong", [{"theme": 1}, {"keys": {"new": 1}}, {"office": "Pemkot"}, {"office": {"hashtags": "a"}}], ids=str
)
def test_a_value_of_the_wrong_form_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(wrong, Settings)
