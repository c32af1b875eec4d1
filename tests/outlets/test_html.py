"""The web page: complete, escaped, self-contained."""

from __future__ import annotations

import re
from base64 import b64decode
from html.parser import HTMLParser

import pytest
from hypothesis import given

from humas_tui.errors import UnreadableFileError
from humas_tui.model import Office, Photo, Release
from humas_tui.outlets import Manuscript, find
from humas_tui.outlets.html import HTML
from humas_tui.outlets.html_fragment import fragment
from humas_tui.outlets.sheet import compose
from humas_tui.text import blocks as b
from tests import samples

from .strategies import OFFICES, RELEASES

VOID = {"br", "hr", "img", "meta"}


class Page(HTMLParser):
    """A page taken apart: its elements in order with their attributes, its words, whether elements nest."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(content)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & {*self.open}:
            self.words += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of each such element."""
        return [attributes for name, attributes in self.elements if name == tag]

    def meta(self, name: str) -> str | None:
        """What the page says of itself under that name."""
        found = (meta["content"] for meta in self.all("meta") if name in (meta.get("name"), meta.get("property")))
        return next(found, None)


def page(manuscript: Manuscript) -> Page:
    return Page(HTML.render(manuscript).decode())


def letters(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_sample_is_a_complete_page() -> None:
    manuscript = samples.manuscript("02-bus-sekolah-gratis")
    shown = page(manuscript)
    assert HTML.render(manuscript).startswith(b"<!DOCTYPE html>\n")
    assert shown.all("html") == [{"lang": "id"}]
    assert shown.meta("description") == shown.meta("og:description") == manuscript.release.summary
    assert shown.meta("og:title") == manuscript.release.headline
    assert [len(shown.all(tag)) for tag in ("article", "h1", "figure", "figcaption", "address")] == [1, 1, 1, 1, 1]
    logo, photo = shown.all("img")
    assert b64decode(logo["src"].removeprefix("data:image/png;base64,")) == manuscript.pictures["logo.png"]
    name = manuscript.release.photos[0].file
    assert b64decode(photo["src"].removeprefix("data:image/jpeg;base64,")) == manuscript.pictures[name]
    assert photo["alt"] == (manuscript.release.photos[0].alt or manuscript.release.photos[0].caption)


def test_nothing_is_loaded_and_nothing_runs() -> None:
    shown = page(samples.manuscript("08-puskesmas-sore"))
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in shown.elements}
    (policy,) = [meta["content"] for meta in shown.all("meta") if meta.get("http-equiv")]
    assert policy == "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def test_the_photo_stands_behind_the_first_paragraph() -> None:
    tags = [tag for tag, _ in page(samples.manuscript("02-bus-sekolah-gratis")).elements]
    body = tags[tags.index("h1") :]
    assert body[:6] == ["h1", "p", "p", "strong", "figure", "img"]


def test_a_photo_that_is_not_at_hand_leaves_its_caption() -> None:
    manuscript = samples.manuscript("02-bus-sekolah-gratis")
    shown = page(Manuscript(manuscript.release, manuscript.office))
    assert shown.all("img") == []
    assert "(Foto: Fajar Cakrabuana)" in shown.words


def test_a_photo_that_is_no_picture_is_named() -> None:
    photo = Photo(file="padi.jpg")
    with pytest.raises(UnreadableFileError, match=r"padi\.jpg"):
        HTML.render(Manuscript(samples.blank(photos=(photo,)), Office(), {photo.file: b"no picture"}))


def test_an_embargo_stands_out() -> None:
    assert {"class": "embargo"} in page(samples.manuscript("08-puskesmas-sore")).all("p")
    assert {"class": "embargo"} not in page(samples.manuscript("02-bus-sekolah-gratis")).all("p")


@pytest.mark.parametrize(
    ("markdown", "markup"),
    [
        (
            "Satu **dua** *tiga* ~~empat~~ `lima`",
            "<p>Satu <strong>dua</strong> <em>tiga</em> <s>empat</s> <code>lima</code></p>",
        ),
        ("satu\ndua", "<p>satu<br>\ndua</p>"),
        ("> kutip", "<blockquote>\n<p>kutip</p>\n</blockquote>"),
        ("- satu\n- dua", "<ul>\n<li>satu</li>\n<li>dua</li>\n</ul>"),
        ("3. satu", '<ol start="3">\n<li>satu</li>\n</ol>'),
        ("1. satu", "<ol>\n<li>satu</li>\n</ol>"),
        ("1. satu\n\n   lagi", "<ol>\n<li><p>satu</p>\n<p>lagi</p></li>\n</ol>"),
        ("```\na < b\n```", "<pre><code>a &lt; b</code></pre>"),
        ("---", "<hr>"),
        ("<b>R&D</b>", "<p>&lt;b&gt;R&amp;D&lt;/b&gt;</p>"),
        (
            "[laman](https://kota.example/?a=1&b=2)",
            '<p><a href="https://kota.example/?a=1&amp;b=2" rel="noopener noreferrer">laman</a></p>',
        ),
        (
            "[surel](mailto:humas@kota.example)",
            '<p><a href="mailto:humas@kota.example" rel="noopener noreferrer">surel</a></p>',
        ),
        ("[buruk](JaVaScRiPt:alert(1))", "<p>[buruk](JaVaScRiPt:alert(1))</p>"),
        ("[berkas](ftp://kota.example/a)", "<p>berkas (ftp://kota.example/a)</p>"),
        ("[relatif](berkas.html)", "<p>relatif (berkas.html)</p>"),
    ],
)
def test_a_body_becomes_elements(markdown: str, markup: str) -> None:
    assert fragment(b.parse(markdown)) == markup


def test_half_an_address_is_not_followed() -> None:
    half = b.Paragraph((b.Link("http://[::1", (b.Text("laman"),)),))
    assert fragment((half,)) == "<p>laman (http://[::1)</p>"


def test_headings_go_on_below_the_headline() -> None:
    release = samples.changed("02-bus-sekolah-gratis", body="a\n\n### Satu\n\n#### Dua")
    tags = [tag for tag, _ in page(Manuscript(release, Office())).elements]
    assert [tag for tag in tags if re.fullmatch(r"h\d", tag)] == ["h1", "h2", "h3", "h2"]


@given(RELEASES, OFFICES)
def test_every_word_is_shown_and_none_is_markup(release: Release, office: Office) -> None:
    shown = page(Manuscript(release, office))
    sheet = compose(release, office)
    words = letters(shown.words)
    for part in (
        sheet.institution,
        sheet.number,
        sheet.headline,
        sheet.summary,
        sheet.boilerplate,
        *sheet.contacts,
    ):
        assert letters(part) in words
    assert letters(b.plain_text(sheet.body)) in words or sheet.photos or "](" in release.body
    assert not {"script", "style"} & {tag for tag, _ in shown.elements[shown.elements.index(("body", {})) :]}
    for link in shown.all("a"):
        assert link["href"].startswith(("http://", "https://", "mailto:"))


def test_the_text_and_the_preview_are_those_of_the_sheet() -> None:
    release, office = samples.release("02-bus-sekolah-gratis"), samples.office()
    assert find("html") is HTML
    assert HTML.pictures
    assert HTML.text(release, office) == find("txt").text(release, office)
    assert HTML.preview(release, office)[0].role == "letterhead"


def test_a_photo_without_caption_or_file_leaves_no_figure() -> None:
    release = samples.changed("02-bus-sekolah-gratis", photos=(Photo(file="hilang.jpg"),))
    assert page(Manuscript(release, Office())).all("figure") == []
