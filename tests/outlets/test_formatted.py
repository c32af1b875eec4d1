"""What is pasted with its formatting: a clean fragment, and the same words in plain text."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given

from humas_tui.model import NumberPlace, Office, Release
from humas_tui.outlets import Manuscript
from humas_tui.outlets.formatted import formatted
from humas_tui.outlets.html import HTML
from humas_tui.outlets.html_fragment import ATTRIBUTES, TAGS
from humas_tui.outlets.txt import text
from tests import samples

from .strategies import OFFICES, RELEASES
from .test_html import Page, letters


def letterhead(office: Office, release: Release) -> str:
    """What stands over the label in plain text."""
    return text(release, office).partition("\n\n")[0]


@pytest.mark.parametrize("stem", samples.STEMS)
def test_it_says_what_the_web_page_says_but_for_the_letterhead(stem: str) -> None:
    release, office = samples.release(stem), samples.office()
    page = letters(Page(HTML.render(samples.manuscript(stem)).decode()).words)
    found = letters(Page(formatted(release, office).html).words)
    assert page.startswith(letters(letterhead(office, release)))
    page = page.removeprefix(letters(letterhead(office, release)))
    for photo in release.photos:  # a page shows them where they are, a text names them behind the body
        page = page.replace(letters(photo.caption), "", 1)
        found = found.replace("Foto:" + letters(photo.caption), "", 1)
    assert sorted(found) == sorted(page)


@pytest.mark.parametrize("place", NumberPlace)
def test_number_and_accounts_stand_where_the_letterhead_designer_has_them(place: NumberPlace) -> None:
    """In the formatted text as in the plain one beside it, and on the web page."""
    office = Office(number_place=place, accounts={"x": "@diskominfo"}, end_mark="***")
    release = samples.blank(headline="Panen", number="021/HUMAS", body="Isi.")
    made = formatted(release, office)
    assert letters(Page(made.html).words) == letters(made.text)
    assert letters(Page(HTML.render(Manuscript(release, office)).decode()).words) == letters(made.text)
    assert '<a href="https://x.com/diskominfo"' in made.html


@pytest.mark.parametrize("stem", samples.STEMS)
def test_the_plain_text_is_the_plain_text_without_the_letterhead(stem: str) -> None:
    release, office = samples.release(stem), samples.office()
    assert letterhead(office, release) + "\n\n" + formatted(release, office).text == text(release, office)


def test_headings_lists_bold_and_links_are_elements() -> None:
    body = (
        "Isi **tebal** dan *miring*.\n\n## Bagian\n\n- satu\n- dua\n\n> “Kutip”\n\n[laman](https://kota.example/a)"
    )
    made = formatted(samples.blank(headline="Judul & <b>", body=body), Office()).html
    assert "<h1>Judul &amp; &lt;b&gt;</h1>" in made
    assert "<p>Isi <strong>tebal</strong> dan <em>miring</em>.</p>" in made
    assert "<h2>Bagian</h2>\n<ul>\n<li>satu</li>\n<li>dua</li>\n</ul>" in made
    assert "<blockquote>\n<p>“Kutip”</p>\n</blockquote>" in made
    assert '<a href="https://kota.example/a" rel="noopener noreferrer">laman</a>' in made


@given(RELEASES, OFFICES)
def test_nothing_but_plain_elements_whatever_it_holds(release: Release, office: Office) -> None:
    made = formatted(release, office)
    for tag, attributes in Page(made.html).elements:
        assert tag in TAGS | {"h1"}
        assert set(attributes) <= ATTRIBUTES.get(tag, set()) | ({"rel"} if tag == "a" else set())
        assert re.match(r"(https?|mailto):", attributes.get("href", "mailto:"))
    assert (
        office.address == ""
        or office.address not in made.text.split("\n\n")[0]
        or office.address in unescape(made.html)
    )
