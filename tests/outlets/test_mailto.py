"""The address of a short mail: it says back what went in, by the standard library and by the rules of RFC 6068."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import parse_qs, unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.model import Contact, Office, Release
from humas_tui.outlets.mailto import LONGEST, Note, address, note
from humas_tui.outlets.txt import text
from humas_tui.text.clean import clean_line
from tests import samples

from .strategies import OFFICES, RELEASES

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
#: RFC 6068, 2: ``mailtoURI = "mailto:" [ to ] [ hfields ]``, here without ``to``, of two fields; a value is of
#: unreserved characters and percent-encoded bytes (more may stand there, but need not).
RULE = re.compile(r"mailto:\?subject=((?:[\w.~-]|%[0-9A-F]{2})*)&body=((?:[\w.~-]|%[0-9A-F]{2})*)", re.ASCII)


def read(made: str) -> tuple[str, str]:
    """Subject and body of an address, by the rule; the body's lines ended as ours are."""
    found = RULE.fullmatch(made)
    assert found is not None
    subject, body = (unquote_to_bytes(part).decode() for part in found.groups())
    assert "\n" not in body.replace("\r\n", "")  # RFC 6068, 5: line breaks in the body are %0D%0A
    return subject, body.replace("\r\n", "\n")


@given(TEXTS, TEXTS)
def test_the_address_says_back_what_went_in(subject: str, body: str) -> None:
    made = address(subject, body)
    body = body.replace("\r\n", "\n").replace("\n", "\r\n")
    fields = parse_qs(urlsplit(made).query, keep_blank_values=True, strict_parsing=True)
    assert fields == {"subject": [subject], "body": [body]}
    assert urlsplit(made).scheme == "mailto"
    assert urlsplit(made).path == urlsplit(made).fragment == ""
    found = RULE.fullmatch(made)
    assert found is not None
    assert unquote_to_bytes(found[2]).decode() == body


def test_the_address_to_the_byte() -> None:
    assert address("A & B + 1?", "“é”\nbaris #2\ud800") == (
        "mailto:?subject=A%20%26%20B%20%2B%201%3F&body=%E2%80%9C%C3%A9%E2%80%9D%0D%0Abaris%20%232%3F"
    )


@given(RELEASES, OFFICES)
def test_what_is_made_fits_and_says_what_it_says_it_does(release: Release, office: Office) -> None:
    made = note(release, office)
    if made is None:
        return
    assert len(made.address) <= LONGEST
    _subject, body = read(made.address)
    whole = text(release, office)
    assert body.rstrip("\n").split("\n")[-1] in whole
    assert release.headline in body
    if release.embargo is not None:
        assert "EMBARGO sampai" in body
    if made.whole:
        assert release.summary in body
        assert whole.endswith(body.partition("\n\n")[2])


def test_a_short_release_goes_whole() -> None:
    release = samples.blank(
        headline="Rapat dipindah", body="Rapat **pindah** ke Aula.", embargo=datetime(2026, 12, 1, tzinfo=UTC)
    )
    office = Office(institution="Pemkot Sukamaju", address="Jalan Kenari 1", contacts=(Contact(name="Rina"),))
    made = note(release, office)
    assert made is not None
    assert made.whole
    assert read(made.address) == (
        "Rapat dipindah",
        "Pemkot Sukamaju\n\nSIARAN PERS\nEMBARGO sampai Selasa, 1 Desember 2026, pukul 07.00 WIB\n\n"
        "Rapat dipindah\n\nRapat pindah ke Aula.\n\nNarahubung:\nRina\n\n***\n",
    )


@pytest.mark.parametrize("stem", samples.STEMS)
def test_a_long_one_goes_as_headline_summary_message_and_contacts(stem: str) -> None:
    release = samples.release(stem)
    made = note(release, samples.office())
    assert made is not None
    assert not made.whole
    subject, body = read(made.address)
    assert subject == release.headline
    assert [part for part in body.split("\n\n") if part.startswith((release.headline, release.summary))] == [
        release.headline,
        release.summary,
    ]
    assert release.key_message in body
    assert body.rstrip().split("\n")[-len(release.contacts) - 1] == "Narahubung:"
    assert release.body[:200] not in body


def test_a_headline_that_is_too_long_for_it_makes_none() -> None:
    assert note(samples.blank(headline="kata " * 400), Office()) is None
    assert note(samples.blank(headline="“" * 60, body="“" * 60), Office()) is not None


def test_the_limit_is_of_the_encoded_address() -> None:
    """A quotation mark is nine characters there."""
    frame = len(note(samples.blank(headline="", body=""), Office()).address)  # type: ignore[union-attr]
    room = (LONGEST - frame - len("%0D%0A%0D%0A")) // 9
    fits, too_long = (note(samples.blank(body="“" * length), Office()) for length in (room, room + 1))
    assert fits is not None
    assert fits.whole
    assert len(fits.address) > LONGEST - 9
    assert too_long is not None
    assert not too_long.whole


def test_a_headline_of_two_lines_is_a_subject_of_one() -> None:
    made = note(samples.blank(headline="dua\nbaris"), Office())
    assert made is not None
    assert read(made.address)[0] == clean_line("dua\nbaris")


@pytest.mark.usefixtures("english")
def test_what_is_told_names_what_is_missing() -> None:
    assert "whole text, without formatting and photos" in Note("mailto:", True).told
    assert "too long" in Note("mailto:", False).told
