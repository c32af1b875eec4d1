"""HTML becomes Markdown that says the same."""

from __future__ import annotations

from html import escape as to_html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_tui.errors import UnreadableFileError
from humas_tui.importers import Draft, read
from humas_tui.importers.html_blocks import to_markdown
from humas_tui.text import blocks as b

from .accounts import lost
from .strategies import LINES

PROSE = "Pemerintah Kota Sukamaju membuka layanan malam di lima puskesmas mulai pekan depan tanpa biaya."


def draft(page: str) -> Draft:
    """The draft of an HTML file."""
    return read("rilis.html", page.encode())


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("<p>a<br>b</p>", ["a\nb"]),
        ("a<br><br>b", ["a", "b"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<h2>Judul <b>tebal</b></h2>", ["## Judul tebal"]),
        ("<h1><div>Judul</div></h1>a", ["# Judul", "a"]),
        ("<b>tebal </b>dan <i>miring</i>, <s>salah</s>", ["**tebal** dan *miring*, ~~salah~~"]),
        ("<b><i>x</i></b>", ["***x***"]),
        ("kata<b>“tebal”</b>kata", ["kata“tebal”kata"]),  # ** beside a quotation mark would be shown
        ("<code>a_*b`</code>", ["`` a_*b` ``"]),
        ("<ul><li>a<li>b</ul>", ["- a\n- b"]),
        ("<ol start=3><li>a</li><li>b</li></ol>", ["3. a\n4. b"]),
        ("<ol><li>a</ol><ol><li>b</ol>", ["1. a", "1) b"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["- a\n\n  - b\n- c"]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", ["> a\n>\n> b"]),
        (
            "<a href='https://kota.example/a(b)?c=d&amp;e'>lihat</a>",
            ["[lihat](https://kota.example/a%28b%29?c=d\\&e)"],
        ),
        ("<a href='javascript:alert(1)'>x</a> <a href='#catatan'>y</a>", ["x y"]),
        ("<hr>", ["---"]),
        ("<pre>a\n  b</pre>", ["```\na\n  b\n```"]),
        ("<table><tr><th>Nama</th><th>Rp</th></tr><tr><td>A</td><td>5</td></tr></table>", ["Nama – Rp", "A – 5"]),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", ["a", "b", "c"]),
        ("1. a<br># b<br>* c<br>- d", ["1\\. a\n\\# b\n\\* c\n\\- d"]),
        ("a *b* [c](d) &lt;b&gt;", ["a \\*b\\* [c\\](d) \\<b>"]),
        ("<script>x</script><style>y</style><!-- z -->a&nbsp;b<img alt='c'>", ["a b"]),
        ("a<o:p>b</o:p><![if !x]>c<![endif]>", ["abc"]),
        ("x&#27;&#8238;&#8203;y", ["xy"]),
    ],
)
def test_to_markdown(source: str, markdown: list[str]) -> None:
    """Element by element."""
    assert to_markdown(source) == markdown


def test_adjacent_numbered_lists_do_not_count_on() -> None:
    """Two lists that each begin with 1 are shown so."""
    blocks = b.parse("\n\n".join(to_markdown("<ol><li>a<li>b</ol><ol><li>c</ol>")))
    assert [block.start for block in blocks if isinstance(block, b.Listing)] == [1, 1]


def test_page_of_a_content_system() -> None:
    """The heading is the headline; a title that says more is kept as a tag."""
    found = draft(
        "<html><head><title>Layanan Malam | Kota Sukamaju</title></head><body><ul><li>Beranda</ul>"
        f"<h1>Layanan Malam</h1><p><b>SUKAMAJU</b> – {PROSE}</p><p>Penulis: Intan</p></body></html>"
    )
    assert (found.headline, found.place, found.credits) == ("Layanan Malam", "SUKAMAJU", ("Penulis: Intan",))
    assert found.tags == ("Layanan Malam | Kota Sukamaju",)
    assert found.body == f"- Beranda\n\n{PROSE}"


def test_title_is_the_headline_where_there_is_no_other() -> None:
    """A page without a heading."""
    assert draft(f"<title>Layanan &amp; Malam</title><p>{PROSE}</p>").headline == "Layanan & Malam"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=windows-1252>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ("<meta charset=rot13>", "utf-8"),
        ("", "utf-8-sig"),
        ("", "cp1252"),
    ],
)
def test_charset(head: str, encoding: str) -> None:
    """As the page says, or as it shows."""
    assert read("a.htm", f"{head}<p>“malam” – {PROSE}".encode(encoding)).body.startswith("“malam” –")


@pytest.mark.parametrize("source", ["", "<p></p>", "<script>x</script>", "<div>" * 5000 + "a", "&#65;" * 400_000])
def test_nothing_to_read(source: str) -> None:
    """Empty pages, and pages made to hang a reader."""
    with pytest.raises(UnreadableFileError):
        draft(source)


def test_deep_lists_and_tables_are_laid_flat() -> None:
    """Nobody nests a hundred lists; the words are kept."""
    assert "kata" in draft("<ul><li>" * 300 + "kata").body
    assert "kata" in draft("<table><tr><td>" * 300 + "kata").body


_INLINE = st.sampled_from(["b", "i", "s", "span", "code", "a href='https://kota.example/x'"])
_BLOCK = st.sampled_from(
    ["p", "div", "h1", "h3", "li", "blockquote", "ul", "ol", "td", "tr", "table", "pre", "br"]
)
_PIECES = st.lists(
    st.one_of(
        LINES.map(to_html),
        _INLINE.map("<{}>".format),
        st.sampled_from(["b", "i", "s", "span", "code", "a"]).map("</{}>".format),
        _BLOCK.map("<{}>".format),
        _BLOCK.map("</{}>".format),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=200)
@given(_PIECES)
def test_no_word_is_lost(pieces: list[str]) -> None:
    """Every word between tags that nobody closed is in some field, and shown without signs of Markdown."""
    try:
        found = draft(" ".join(pieces))
    except UnreadableFileError:
        return
    text = " ".join(piece for piece in pieces if not piece.startswith("<"))
    assert not lost(to_plain(text), found)


def to_plain(text: str) -> str:
    """The characters that references stand for."""
    from html import unescape

    return unescape(text)


@settings(max_examples=200)
@given(st.lists(st.tuples(LINES, st.sampled_from(["", "b", "i", "s", "code"])), min_size=1, max_size=6))
def test_shown_text_is_the_same(runs: list[tuple[str, str]]) -> None:
    """Styles may be given up, characters never."""
    source = " ".join(f"<{tag}>{to_html(text)}</{tag}>" if tag else to_html(text) for text, tag in runs)
    shown = b.plain_text(b.parse("\n\n".join(to_markdown(f"<p>{source}</p>"))))
    assert shown.split() == " ".join(text for text, _ in runs).split()
