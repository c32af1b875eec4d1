"""For the website: the description for search engines, the feed, and what both are called by."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given

from humas_tui.model import Office, Release, Status
from humas_tui.outlets import find, identity
from tests import samples

from .strategies import OFFICES, RELEASES

ATOM = "{http://www.w3.org/2005/Atom}"


def article(release: Release, office: Office | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(find("jsonld").text(release, office or samples.office()))
    return found


@given(RELEASES, OFFICES)
def test_the_description_is_json_that_ends_no_script(release: Release, office: Office) -> None:
    text = find("jsonld").text(release, office)
    assert "</" not in text
    found = json.loads(text)
    assert (found["@context"], found["@type"]) == ("https://schema.org", "NewsArticle")
    assert found["headline"]
    for name in ("dateCreated", "dateModified"):
        assert datetime.fromisoformat(found[name]).tzinfo is not None


def test_the_description_tells_what_search_engines_ask_for() -> None:
    found = article(samples.release("02-bus-sekolah-gratis"))
    assert found["headline"] == samples.release("02-bus-sekolah-gratis").headline
    assert found["datePublished"] == "2026-10-12T11:20:44+07:00"
    assert found["author"]["url"] == "https://diskominfo.sukamaju.example/"
    assert found["publisher"]["name"] == "PEMERINTAH KOTA SUKAMAJU"
    assert "transportasi" in found["keywords"]
    assert found["articleBody"].startswith("KARANGSARI – Pemerintah Kota")


@given(RELEASES, OFFICES)
def test_the_feed_is_well_formed_with_what_atom_requires(release: Release, office: Office) -> None:
    feed = ElementTree.fromstring(find("feed").text(release, office))
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    for element in (feed, entry):
        assert element.findtext(f"{ATOM}id", "").startswith("tag:")
        assert element.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated", "")).tzinfo is not None
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert feed.findtext(f"{ATOM}id") != entry.findtext(f"{ATOM}id")
    assert entry.find(f"{ATOM}content/{{http://www.w3.org/1999/xhtml}}div") is not None


def test_only_what_was_released_is_published() -> None:
    for status in Status:
        published = "datePublished" in article(samples.blank(status=status))
        assert published is (status in (Status.TERBIT, Status.ARSIP))
    embargo = datetime(2026, 12, 1, 9, tzinfo=timezone(timedelta(hours=7)))
    assert identity.published(samples.blank(status=Status.TERBIT, embargo=embargo)) == "2026-12-01T09:00:00+07:00"


@pytest.mark.parametrize(
    ("site", "email", "domain", "address"),
    [
        ("diskominfo.sukamaju.go.id", "", "diskominfo.sukamaju.go.id", "https://diskominfo.sukamaju.go.id/"),
        ("https://Sukamaju.go.id/berita", "", "sukamaju.go.id", "https://sukamaju.go.id/"),
        ("http://sukamaju.go.id:8080", "", "sukamaju.go.id", "http://sukamaju.go.id/"),
        ("", "humas@sukamaju.go.id", "sukamaju.go.id", ""),
        ("laman kota", "humas@sukamaju.go.id", "sukamaju.go.id", ""),
        ("javascript:alert(1)", "", "", ""),
        ("日本.id", "", "", ""),
        ("a.id<script>", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_the_domain_of_an_office(site: str, email: str, domain: str, address: str) -> None:
    office = Office(site=site, email=email)
    assert (identity.domain(office), identity.site_address(office)) == (domain, address)


def test_the_address_of_a_release_stays_as_it_changes() -> None:
    release = samples.release("02-bus-sekolah-gratis")
    later = release.revised(datetime(2027, 1, 1, tzinfo=UTC), headline="Lain", number="1")
    assert identity.address(release, samples.office()) == identity.address(later, samples.office())


def test_a_time_of_an_old_zone_is_written_without_its_seconds() -> None:
    old = datetime(1900, 1, 1, tzinfo=timezone(timedelta(hours=7, minutes=7, seconds=12)))
    assert identity.time(old) == "1899-12-31T16:52:48+00:00"
