"""Captions as other programs may have left them: with line ends, controls, markup of any kind."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from humas_tui.model import Office, Photo
from humas_tui.outlets import Manuscript, find
from tests.samples import blank

from .photographs import quarters, saved

PICTURE = saved(quarters(8, 6))
ANYTHING = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)  # no JSON text holds half a character
HOSTILE = "Satu\r\ndua\x00\x1b[31m\u2028tiga </figcaption><script>#panic() *tebal* {{ x }} %}\n\n" + "x" * 300


def rendered(outlet: str, caption: str, photographer: str, alt: str) -> bytes:
    photo = Photo(file="a.jpg", caption=caption, photographer=photographer, alt=alt)
    manuscript = Manuscript(blank(headline="Panen", photos=(photo,)), Office(), {"a.jpg": PICTURE})
    return find(outlet).render(manuscript)


@pytest.mark.parametrize("outlet", ["docx", "pdf", "html", "eml", "kit", "txt", "md", "whatsapp"])
@given(ANYTHING, ANYTHING, ANYTHING)
@example(HOSTILE, HOSTILE, HOSTILE)
@example("\n", "\r\n", "\x0b")
@settings(max_examples=20)
def test_there_is_a_file_whatever_the_captions_hold(
    outlet: str, caption: str, photographer: str, alt: str
) -> None:
    content = rendered(outlet, caption, photographer, alt)
    assert content == rendered(outlet, caption, photographer, alt)
    if outlet == "docx":
        assert Document(BytesIO(content)).paragraphs
    if outlet == "html":
        assert content.count(b"<figure>") == content.count(b"</figure>") == 1
        assert b"<script" not in content
    if outlet == "eml":
        assert max(map(len, content.split(b"\r\n"))) <= 998
