"""What holds for every format."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from time import process_time

import pytest
from docx import Document

from humas_tui.errors import UnreadableFileError
from humas_tui.importers import Draft, for_file, importers, read
from humas_tui.model import Contact, Photo, Release
from humas_tui.outlets import find

from .. import samples

HOSTILE = "Kota\x1b[2J\x1b]0;judul\x07 \u202eterbalik\u2066 nol\u200b\x07lebar \x9b31m\u00ad"
MAIL = "Subject: {0}\nContent-Type: text/plain; charset=utf-8\n\n{0}\n\nPenulis: {0}\n"


def as_docx(text: str) -> bytes:
    """A Word document of paragraphs; XML cannot hold control characters."""
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph("".join(sign for sign in line if unicodedata.category(sign) != "Cc"))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_formats_and_suffixes() -> None:
    """The formats of the command ``import``, in the order of their names."""
    assert [importer.name for importer in importers()] == ["docx", "eml", "html", "md", "txt"]
    for name in ("a.DOCX", "a.Eml", "a.htm", "a.html", "a.md", "a.markdown", "a.txt", "a.b.TEXT"):
        assert for_file(name).suffixes


@pytest.mark.parametrize("name", ["a.doc", "a.pdf", "a", "txt", "a.txt.zip", ""])
def test_unknown_format_names_those_there_are(name: str) -> None:
    """The sentence says what can be brought in."""
    with pytest.raises(UnreadableFileError, match=r"\.docx, \.eml, \.html, \.md, \.txt"):
        for_file(name)


def test_draft_fills_a_release() -> None:
    """The desk hands the fields to a new release."""
    release = samples.blank()
    found = Draft(headline="A", body="b").fields()
    made = Release(id=release.id, created=release.created, updated=release.updated, **found)
    assert (made.headline, made.body, made.kind, made.category) == ("A", "b", release.kind, release.category)


def test_draft_is_always_safe() -> None:
    """However a draft was made, its texts can be shown on a terminal."""
    found = Draft(
        headline=HOSTILE + "\nx",
        body=HOSTILE + "\nx",
        credits=(HOSTILE, "\x07"),
        contacts=(Contact(name=HOSTILE),),
        photos=(Photo(file=HOSTILE),),
    )
    assert found.headline == "Kota terbalik nollebar x"
    assert found.body == "Kota terbalik nollebar \nx"
    assert found.credits == ("Kota terbalik nollebar",)
    assert found.contacts[0].name == found.photos[0].file == "Kota terbalik nollebar"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", f"{HOSTILE}\n\n{HOSTILE} kata.\n\nPenulis: {HOSTILE}".encode()),
        ("a.md", f"# {HOSTILE}\n\n{HOSTILE}\n\nPenulis: {HOSTILE}".encode()),
        ("a.md", b'---\nheadline: "\\e[2J\\u202ekota"\nx: "\\a\\0"\n---\n\nIsi.'),
        (
            "a.html",
            f"<title>{HOSTILE}</title><h1>&#27;[2J&#8238;</h1><p id='{HOSTILE}'>{HOSTILE}&#x9b;31m</p>".encode(),
        ),
        ("a.eml", MAIL.format(HOSTILE).encode()),
        ("a.eml", b"Subject: =?utf-8?b?G1sySuKAruKApg==?= x\n\nkata\n"),
        ("a.docx", as_docx(f"{HOSTILE}\n{HOSTILE}\nPenulis: {HOSTILE}")),
    ],
)
def test_nothing_unsafe_comes_in(name: str, content: bytes) -> None:
    """No control character, escape sequence or turning of direction is left in any field."""
    shown = str(read(name, content)).replace("\\n", "").replace("\\\\", "")
    assert not [sign for sign in shown if unicodedata.category(sign) == "Cc"]
    assert "\\x" not in shown
    assert "\\u" not in shown


@pytest.mark.parametrize("suffix", ["txt", "html", "md", "eml"])
def test_two_megabytes_are_read_in_two_seconds(suffix: str) -> None:
    """A book does not stop the newsroom; a page of 23,000 elements takes a little longer."""
    line = "Pemerintah Kota membuka layanan di lima puskesmas, kata Wali Kota, Rabu (18/11/2026).\n\n"
    text = line * (2_000_000 // len(line))
    content = {"html": f"<p>{text.replace(chr(10) * 2, '<p>')}", "eml": f"Subject: a\n\n{text}"}.get(suffix, text)
    read(f"a.{suffix}", content[:1000].encode())  # what is imported late is no part of it
    before = process_time()
    read(f"a.{suffix}", content.encode())
    assert process_time() - before < (4 if suffix == "html" else 2)


@pytest.mark.parametrize(
    ("outlet", "stem"),
    [
        *((outlet, stem) for outlet in ("txt", "html", "eml", "md") for stem in samples.STEMS),
        *(("docx", stem) for stem in samples.STEMS[:2]),  # mammoth takes half a second for each
    ],
)
def test_own_files_come_back(outlet: str, stem: str) -> None:
    """What the program sent can be brought in again: each part finds its field."""
    release = samples.release(stem)
    artifact = find(outlet).artifact(samples.manuscript(stem))
    found = read(artifact.name, artifact.content)
    assert (found.headline, found.summary, found.kind) == (release.headline, release.summary, release.kind)
    assert found.place.casefold() == release.place.casefold()
    assert (found.contacts or samples.office().contacts) == (release.contacts or samples.office().contacts)
    assert set(release.credits) <= set(found.credits)
    assert not release.number or f"Nomor: {release.number}" in found.tags
    opening = release.body.split("\n\n")[0].replace("**", "")
    assert opening in found.body.replace("**", "").replace("\\", "")
