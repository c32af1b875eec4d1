"""Markdown, with front matter and without."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_tui.importers import Draft, read
from humas_tui.model import Category, Contact, Kind, Photo, Subject
from humas_tui.outlets import Manuscript, find
from humas_tui.text.front_matter import join

from .. import samples
from .accounts import lost, words, words_of
from .strategies import PAGES


def draft(text: str) -> Draft:
    """The draft of a Markdown file."""
    return read("rilis.md", text.encode())


@pytest.mark.parametrize("stem", samples.STEMS)
def test_own_format_comes_back_whole(stem: str) -> None:
    """What the Markdown outlet writes is read again field by field; the number stays behind as a tag."""
    release = samples.release(stem)
    found = draft(find("md").text(release, samples.office())).fields()
    tags = found.pop("tags")
    assert tags == (*release.tags, *([f"Nomor: {release.number}"] if release.number else []))
    assert found.pop("body") == release.body.rstrip("\n")
    assert found == {name: getattr(release, name) for name in found}


def test_indonesian_names() -> None:
    """Fields as an officer names them."""
    found = draft(
        "---\nJudul: Layanan Malam\nringkasan: Buka\ntempat: Cisarua\ntanggal: Rabu, 18 November 2026\n"
        "kategori: Penerangan Umum\njenis: Siaran Pers\npesan kunci: Dekat\nmanfaat: Cepat\ntagar: '#Satu #Dua'\n"
        "kredit: 'Penulis: Intan'\nnarahubung:\n- nama: Rina\n  telepon: 0812-1\n- Budi – 0812-0000-0102\n"
        "foto: photos/a.jpg\nembargo: 23/11/2026 pukul 13.00 WIB\ntags: a, b\n---\n\nIsi.\n"
    )
    assert (found.headline, found.summary, found.place) == ("Layanan Malam", "Buka", "Cisarua")
    assert (found.event_date, found.category, found.kind) == (
        date(2026, 11, 18),
        Category.PENERANGAN_UMUM,
        Kind.SIARAN_PERS,
    )
    assert (found.key_message, found.benefit, found.hashtags) == ("Dekat", "Cepat", ("Satu", "Dua"))
    assert found.contacts == (Contact(name="Rina", phone="0812-1"), Contact(name="Budi", phone="0812-0000-0102"))
    assert found.photos == (Photo(file="photos/a.jpg"),)
    assert found.embargo is not None
    assert found.embargo.isoformat() == "2026-11-23T13:00:00+07:00"
    assert (found.credits, found.tags, found.body) == (("Penulis: Intan",), ("a", "b"), "Isi.")


def test_whom_a_photo_shows_and_who_allowed_it_come_in() -> None:
    found = draft(
        "---\nfoto:\n- berkas: a.jpg\n  menampilkan: [anak, Pasien, anak]\n  izin: Ibu Enok\n- file: b.jpg\n"
        "  shows: anak\n- file: c.jpg\n  shows:\n  consent:\n---\n\nIsi.\n"
    )
    assert found.photos == (
        Photo(file="a.jpg", shows=(Subject.ANAK, Subject.PASIEN), consent="Ibu Enok"),
        Photo(file="b.jpg", shows=(Subject.ANAK,)),
        Photo(file="c.jpg"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "photos: [{file: a.jpg, shows: [orang]}]",
        "photos: [{file: a.jpg, shows: {anak: ya}}]",
        "event_date: besok",
        "category: olahraga",
        "kind: surat",
        "embargo: 2026-11-23T13:00:00",
        "embargo: besok pagi",
        "photos: [../rahasia.txt]",
        "contacts: [{nama: Rina, umur: 40}]",
        "headline: [a, b]",
        "catatan: apa saja",
        "number: 021/HUMAS/XI/2026",
        "tanggal: besok 18 November 2026",
        "place: A\nlokasi: B",
    ],
)
def test_value_without_a_field_becomes_a_tag(line: str) -> None:
    """Nothing stops an import, nothing is dropped."""
    found = draft(f"---\n{line}\n---\n\nIsi.\n")
    assert found.body == "Isi."
    assert len(found.tags) == 1
    assert not lost(line.split("\n")[-1].partition(":")[2], found)


def test_body_behind_front_matter_is_kept_to_the_letter() -> None:
    """No dateline is moved, no heading becomes a headline."""
    body = "# Judul\n\nSUKAMAJU – Pemerintah  Kota   membuka layanan malam di lima puskesmas.  \n\n\n- a\n\n***"
    assert draft(f"---\nplace: Cisarua\n---\n\n{body}\n") == Draft(place="Cisarua", body=body)


def test_without_front_matter_the_first_heading_is_the_headline() -> None:
    """What is left keeps its marks and its line ends."""
    found = draft(
        "# Layanan *Malam*\n\n**SUKAMAJU** – Pemerintah **membuka** layanan malam kini.\n\n\n```\n# x\n\ny\n```\n"
    )
    assert (found.headline, found.place) == ("Layanan Malam", "SUKAMAJU")
    assert found.body == "Pemerintah **membuka** layanan malam kini.\n\n\n```\n# x\n\ny\n```"


@pytest.mark.parametrize(
    "header",
    [
        "a: &a [x]\nb: &b [*a,*a]",
        "a: &a [*a]",
        "a: " + "[" * 1200,
        "event_date: 2026-02-30",
        "a: [",
        "- a\n- b",
        "a: b\n" * 20_000,
    ],
)
def test_front_matter_that_cannot_be_read_is_text(header: str) -> None:
    """References that stand for gigabytes, lists without end, a day that is none: all words stay."""
    text = f"---\n{header}\n---\n\nIsi rilis.\n"
    before = process_time()
    found = draft(text)
    assert process_time() - before < 10
    assert not words(text) - words_of(found)


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.sampled_from(["judul", "place", "tags", "contacts", "photos", "embargo", "event_date", "x", "credits"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text("ab #:,-*&\n", max_size=8),
            lambda inner: (
                st.lists(inner, max_size=2)
                | st.dictionaries(st.sampled_from(["nama", "file", "y"]), inner, max_size=2)
            ),
            max_leaves=4,
        ),
        min_size=1,
    )
)
def test_any_front_matter(fields: dict[str, object]) -> None:
    """Any value is taken, or kept as a tag."""
    found = draft(join(fields, "Isi rilis.\n"))
    assert found.body == "Isi rilis."
    said = words_of(found)
    assert all(not words(value) - said for value in fields.values() if isinstance(value, str))


@settings(max_examples=100)
@given(PAGES)
def test_no_word_is_lost(page: str) -> None:
    """Every word of a page is in some field; ``&amp;`` is shown as a sign."""
    if words(page):
        assert not lost(page, draft(page)) - {"amp"}


def test_outlet_and_importer_agree_on_the_manuscript() -> None:
    """The bytes that are written are the bytes that are read."""
    release = samples.release(samples.STEMS[0])
    content = find("md").render(Manuscript(release, samples.office()))
    assert read("x.MARKDOWN", content).headline == release.headline
