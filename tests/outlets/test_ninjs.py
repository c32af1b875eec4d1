"""ninjs: valid by the schema of the IPTC, with dates and addresses that its validator does not look at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from humas_tui.model import Contact, Office, Release, Status
from humas_tui.outlets import find
from tests import samples

from .strategies import OFFICES, RELEASES

SCHEMA = Path(__file__).parents[2].parent / "shared" / "data" / "ninjs" / "ninjs-schema_3.1.json"
GEOJSON = "https://geojson.org/schema/GeoJSON.json"
#: RFC 3339, with a zone.
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
#: RFC 3986, 3: a scheme, and no character that no address may hold.
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")


def item(release: Release, office: Office | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(find("ninjs").text(release, office or samples.office()))
    return found


@lru_cache(maxsize=1)
def validator() -> Any:
    """The validator of the standard, without the network: its one outside reference leads to a stub."""
    jsonschema = pytest.importorskip("jsonschema")
    referencing = pytest.importorskip("referencing")
    if not SCHEMA.is_file():
        pytest.skip("the schema of ninjs 3.1 is not at hand")
    stub = referencing.Resource.from_contents({"$schema": "https://json-schema.org/draft/2020-12/schema"})
    registry = referencing.Registry().with_resource(GEOJSON, stub)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(schema, registry=registry)


def formatted(value: Any, schema: Any, definitions: Any) -> Iterator[tuple[str, str]]:
    """The format that the schema asks for, and the text, of each value that has one."""
    while "$ref" in schema and schema["$ref"].startswith("#/$defs/"):
        schema = {**schema, **definitions[schema["$ref"].rpartition("/")[2]]}
        del schema["$ref"]
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from formatted(inner, schema.get("properties", {}).get(name, {}), definitions)
    elif isinstance(value, list):
        for inner in value:
            yield from formatted(inner, schema.get("items", {}), definitions)
    elif "format" in schema:
        yield schema["format"], value


def check(release: Release, office: Office | None = None) -> dict[str, Any]:
    """The item of a release, found valid."""
    found = item(release, office)
    schema = validator().schema
    assert [error.message for error in validator().iter_errors(found)] == []
    formats = list(formatted(found, schema, schema["$defs"]))
    assert {name for name, _ in formats} == {"uri", "date-time"}
    for name, value in formats:
        if name == "uri":
            assert ADDRESS.fullmatch(value), value
        else:
            assert TIME.fullmatch(value), value
            assert datetime.fromisoformat(value).tzinfo is not None
    return found


@pytest.mark.parametrize("stem", samples.STEMS)
def test_every_sample_is_valid(stem: str) -> None:
    check(samples.release(stem))


@given(RELEASES, OFFICES)
def test_every_release_is_valid(release: Release, office: Office) -> None:
    check(release, office)


def test_the_schema_catches_a_field_of_our_own_and_a_wrong_status() -> None:
    for fault in ({"nomor": "1"}, {"pubStatus": "draf"}, {"uri": 5}):
        assert list(validator().iter_errors({**item(samples.blank()), **fault}))


def test_what_is_in_it() -> None:
    found = item(samples.release("08-puskesmas-sore"))
    assert found["uri"] == "tag:diskominfo.sukamaju.example,2026:siaran-pers/06ac6jqgrs5z8"
    assert found["standard"]["version"] == "3.1"
    assert found["altIds"] == [{"role": "number", "value": "023/HUMAS/XI/2026"}]
    assert found["embargoedUntil"] == "2026-12-01T09:00:00+07:00"
    assert found["pubStatus"] == "usable"
    assert found["headlines"][0]["value"] == samples.release("08-puskesmas-sore").headline
    assert [body["contentType"] for body in found["bodies"]] == ["text/plain", "text/html"]
    assert found["bodies"][0]["value"].startswith("KARANGSARI – ")
    assert found["bodies"][1]["value"].startswith("<p><strong>KARANGSARI</strong>")


@pytest.mark.parametrize("status", Status)
def test_a_release_without_approval_is_withheld(status: Status) -> None:
    usable = status in (Status.DISETUJUI, Status.TERBIT, Status.ARSIP)
    assert item(samples.blank(status=status))["pubStatus"] == ("usable" if usable else "withheld")


def test_photos_are_associated_with_their_words() -> None:
    (photo,) = item(samples.release("02-bus-sekolah-gratis"))["associations"]
    assert photo["type"] == "picture"
    assert photo["by"] == "Fajar Cakrabuana"
    assert [words["role"] for words in photo["descriptions"]] == ["caption", "alt"]
    assert photo["altIds"] == [{"role": "file", "value": "photos/bus-sekolah-karangsari.jpg"}]


def test_an_empty_release_of_an_office_without_a_name_is_valid() -> None:
    found = check(samples.blank(contacts=(Contact(),)), Office())
    assert found["uri"].startswith("tag:humas.invalid,2026:")
    assert "embargoedUntil" not in found
    assert "headlines" not in found


def test_nobody_reads_it_in_the_preview() -> None:
    assert not find("ninjs").for_people
    assert find("ninjs").artifact(samples.manuscript("08-puskesmas-sore")).name.endswith(".ninjs.json")
