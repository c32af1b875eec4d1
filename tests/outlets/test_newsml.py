"""NewsML-G2: well-formed, with the parts that the standard requires, in its order."""

from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree

import pytest
from hypothesis import example, given

from humas_tui.model import Office, Release, Status
from humas_tui.outlets import find
from humas_tui.outlets.newsml import xhtml
from humas_tui.text import blocks as b
from tests import samples

from .strategies import OFFICES, RELEASES

NAR = "{http://iptc.org/std/nar/2006-10-01/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
# The order of NewsML-G2 2.35, ItemMetadataType and, of ContentMetadata, the administrative group.
ITEM_META = (
    "itemClass provider versionCreated firstCreated embargoed pubStatus role fileName generator profile service "
    "title edNote"
).split()
CONTENT_META = "contentCreated contentModified located infoSource creator contributor altId".split()
DESCRIPTIVE = set("language genre keyword subject slugline headline by description".split())


def parsed(release: Release, office: Office | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(find("newsml").text(release, office or samples.office()))


def names(element: ElementTree.Element) -> list[str]:
    return [child.tag.removeprefix(NAR) for child in element]


def check(item: ElementTree.Element) -> None:
    """The parts that a news item must have, each where it belongs, none empty."""
    assert item.tag == f"{NAR}newsItem"
    for name in ("guid", "version", "standard", "standardversion", "conformance"):
        assert item.get(name)
    assert int(item.get("version", "")) > 0
    parts = [name for name in names(item) if name != "rightsInfo"]
    assert parts == ["catalogRef", "itemMeta", "contentMeta", "contentSet"]
    meta = item.find(f"{NAR}itemMeta")
    assert meta is not None
    assert names(meta) == sorted(names(meta), key=ITEM_META.index)
    assert {"itemClass", "provider", "versionCreated", "pubStatus"} <= set(names(meta))
    content = item.find(f"{NAR}contentMeta")
    assert content is not None
    administrative = [name for name in names(content) if name not in DESCRIPTIVE]
    assert names(content)[: len(administrative)] == sorted(administrative, key=CONTENT_META.index)
    for element in (*meta.iter(), *content.iter()):
        assert (element.text or "").strip() or element.attrib or len(element)
        assert all(element.attrib.values())
        if element.tag.endswith(("Created", "Modified", "embargoed")):
            assert datetime.fromisoformat(element.text or "").tzinfo is not None
    assert item.find(f"{NAR}contentSet/{NAR}inlineXML/{XHTML}html/{XHTML}body/{XHTML}h1") is not None


@pytest.mark.parametrize("stem", samples.STEMS)
def test_every_sample_has_the_required_parts(stem: str) -> None:
    check(parsed(samples.release(stem)))


@given(RELEASES, OFFICES)
@example(samples.blank(), Office())
@example(
    samples.blank(headline="\x00\x0b\ufffe<&\"'>]]>", body="a\u00a0b<br>\n\n---\n\n![x](y)\n\n<!-- c -->"),
    Office(),
)
def test_every_release_is_well_formed(release: Release, office: Office) -> None:
    check(parsed(release, office))


def test_what_is_in_it() -> None:
    item = parsed(samples.release("08-puskesmas-sore"))
    meta, content = item.find(f"{NAR}itemMeta"), item.find(f"{NAR}contentMeta")
    assert meta is not None
    assert content is not None
    assert meta.findtext(f"{NAR}embargoed") == "2026-12-01T09:00:00+07:00"
    assert meta.find(f"{NAR}pubStatus").get("qcode") == "stat:usable"  # type: ignore[union-attr]
    assert content.findtext(f"{NAR}altId") == "023/HUMAS/XI/2026"
    assert content.findtext(f"{NAR}headline") == samples.release("08-puskesmas-sore").headline
    assert item.get("guid") == "tag:diskominfo.sukamaju.example,2026:siaran-pers/06ac6jqgrs5z8"


def test_every_word_of_the_body_is_in_it() -> None:
    release = samples.release("05-kelas-pembukuan-pedagang")
    body = parsed(release).find(f"{NAR}contentSet/{NAR}inlineXML/{XHTML}html/{XHTML}body")
    assert body is not None
    assert (
        b.plain_text(b.parse(release.body)).split()
        == [word for paragraph in list(body)[1:] for word in "".join(paragraph.itertext()).split()][
            2 : 2 + len(b.plain_text(b.parse(release.body)).split())
        ]
    )


def test_a_release_without_approval_is_withheld() -> None:
    status = parsed(samples.blank(status=Status.TINJAU)).find(f"{NAR}itemMeta/{NAR}pubStatus")
    assert status is not None
    assert status.get("qcode") == "stat:withheld"


def test_html_becomes_xhtml() -> None:
    assert xhtml(b.parse("a\u00a0b\nc\n\n---")) == "<p>a\u00a0b<br/>\nc</p>\n<hr/>"
