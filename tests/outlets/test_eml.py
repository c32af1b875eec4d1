"""The e-mail draft: a message that any mail program opens, whatever the release holds."""

from __future__ import annotations

from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import SMTP, compat32

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from humas_tui.model import Office, Photo, Release
from humas_tui.outlets import Manuscript, find
from humas_tui.outlets.darkroom import developed
from humas_tui.outlets.eml import EML, attachment_names, render_together, subject_header
from humas_tui.text.clean import clean_line
from tests import samples

from .photographs import quarters, saved
from .strategies import OFFICES, PHOTOS, RELEASES


def parsed(content: bytes) -> EmailMessage:
    return message_from_bytes(content, policy=SMTP)


def part(message: EmailMessage, subtype: str) -> str:
    found = message.get_body((subtype,))
    assert found is not None
    assert found["Content-Transfer-Encoding"] == "quoted-printable"
    return str(found.get_content())


def test_a_sample_is_a_draft_with_both_texts_and_the_photo() -> None:
    manuscript = samples.manuscript("02-bus-sekolah-gratis")
    message = parsed(EML.render(manuscript))
    assert message.defects == []
    assert [name for name, _ in message.items()] == ["Subject", "X-Unsent", "MIME-Version", "Content-Type"]
    assert message["Subject"] == manuscript.release.headline
    assert message["X-Unsent"] == "1"
    assert part(message, "plain").replace("\r\n", "\n") == EML.text(manuscript.release, manuscript.office)
    assert f"{manuscript.release.headline}</h1>" in part(message, "html")
    (photo,) = message.iter_attachments()
    assert (photo.get_content_type(), photo.get_filename()) == ("image/jpeg", "bus-sekolah-karangsari.jpg")
    assert photo.get_content() == manuscript.pictures[manuscript.release.photos[0].file]


def test_a_photo_that_is_not_at_hand_is_left_out() -> None:
    manuscript = samples.manuscript("02-bus-sekolah-gratis")
    message = parsed(EML.render(Manuscript(manuscript.release, manuscript.office)))
    assert message.get_content_type() == "multipart/alternative"
    assert list(message.iter_attachments()) == []


def test_a_photo_leaves_under_the_suffix_of_what_the_darkroom_makes_of_it() -> None:
    photos = (Photo(file="a/IMG 1.webp"), Photo(file="b.gif"))
    release = samples.changed("02-bus-sekolah-gratis", photos=photos)
    pictures = {
        photo.file: developed(saved(quarters(), kind), photo.file)
        for photo, kind in zip(photos, ("WEBP", "GIF"), strict=True)
    }
    attached = list(parsed(EML.render(Manuscript(release, Office(), pictures))).iter_attachments())
    assert [(one.get_content_type(), one.get_filename()) for one in attached] == [
        ("image/jpeg", "img-1.jpg"),
        ("image/png", "b.png"),
    ]


@given(RELEASES, OFFICES)
def test_the_bytes_keep_to_the_rules_of_mail(release: Release, office: Office) -> None:
    pictures = {photo.file: b"\x89PNG\r\n\x1a\n" + b"\n" * 2000 for photo in release.photos}
    content = EML.render(Manuscript(release, office, pictures))
    assert content == EML.render(Manuscript(release, office, pictures))
    assert content.isascii()
    lines = content.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 998
    message = parsed(content)
    assert not {"From", "To", "Date", "Message-ID"} & {*message}
    assert part(message, "plain").replace("\r\n", "\n") == EML.text(release, office)
    assert {str(one.get_filename()) for one in message.iter_attachments()} == {*attachment_names(release).values()}


@given(st.text(max_size=200))
@example("x" * 5000)
@example("é" * 5000)
@example("Kata “kutip” – " * 300)
@example("Judul\r\nBcc: semua@kota.example\r\n\r\nisi")
@example("Judul\x0bBcc: a\u2028b\x85c")
@example("=?utf-8?q?bukan?= judul")
@example("🎉 “Buka” 🎉 “Buka” 🎉 “Buka” 🎉 “Buka” 🎉 “Buka”")
@example("")
def test_any_headline_is_one_subject(headline: str) -> None:
    header = subject_header(headline)
    assert header.isascii()
    assert header.endswith(b"\r\n")
    lines = header.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 76
    assert lines[0].startswith(b"Subject: ")
    assert all(line.startswith(b" ") for line in lines[1:])
    message = message_from_bytes(header + b"\r\n", policy=compat32)
    assert [*message] == ["Subject"]
    assert str(make_header(decode_header(message["Subject"]))) == clean_line(headline)


def test_without_a_headline_the_label_is_the_subject() -> None:
    release = samples.changed("03-ralat-jadwal-bus", headline="")
    assert parsed(EML.render(Manuscript(release, Office())))["Subject"] == "RALAT SIARAN PERS"


@given(PHOTOS)
def test_attachments_have_ascii_names_of_their_own(photos: tuple[Photo, ...]) -> None:
    release = samples.changed("02-bus-sekolah-gratis", photos=photos)
    names = attachment_names(release)
    assert set(names) == {photo.file for photo in photos}
    assert len(set(names.values())) == len(names)
    assert all(name.isascii() and "/" not in name and " " not in name for name in names.values())


def test_equal_names_from_different_folders_are_told_apart() -> None:
    photos = (Photo(file="a/Padi.jpg"), Photo(file="b/padi.jpg"), Photo(file="a/Padi.jpg"), Photo(file="…"))
    release = samples.changed("02-bus-sekolah-gratis", photos=photos)
    assert attachment_names(release) == {"a/Padi.jpg": "padi.jpg", "b/padi.jpg": "padi-2.jpg", "…": "foto.jpg"}


def test_the_preview_shows_subject_attachments_and_text() -> None:
    release, office = samples.release("02-bus-sekolah-gratis"), samples.office()
    subject, attachments, _, *lines = EML.preview(release, office)
    assert "".join(run.text for run in subject.runs) == f"Subjek: {release.headline}"
    assert "".join(run.text for run in attachments.runs) == "Lampiran: bus-sekolah-karangsari.jpg"
    assert "\n".join(line.runs[0].text for line in lines) == EML.text(release, office)
    assert find("eml") is EML
    assert EML.pictures


def test_several_releases_are_one_draft_with_a_list_above_them() -> None:
    manuscripts = [
        samples.manuscript(stem)
        for stem in ("02-bus-sekolah-gratis", "03-ralat-jadwal-bus", "02-bus-sekolah-gratis")
    ]
    first, second = manuscripts[0].release, manuscripts[1].release
    message = parsed(render_together(manuscripts))
    assert (
        message["Subject"]
        == f"3 rilis: {first.headline}; {second.headline}; {first.headline}"[:198].rstrip() + " …"
    )
    assert message["X-Unsent"] == "1"
    plain, page = part(message, "plain").replace("\r\n", "\n"), part(message, "html")
    assert plain.startswith(f"Dalam pos-el ini:\n1. {first.headline}\n2. {second.headline}\n3. ")
    office = manuscripts[0].office
    between = f"\n{'=' * 60}\n\n"
    assert plain.split(between)[1:] == [EML.text(release, office) for release in (first, second, first)]
    assert (page.count("<h1 "), page.count("<hr style"), page.count(f"<li>{second.headline}</li>")) == (3, 3, 1)
    assert [attached.get_filename() for attached in message.iter_attachments()] == ["bus-sekolah-karangsari.jpg"]
    assert EML.together is render_together


@given(st.lists(RELEASES, min_size=1, max_size=3), OFFICES)
def test_whatever_the_releases_hold_there_is_one_draft(releases: list[Release], office: Office) -> None:
    manuscripts = [
        Manuscript(one, office, {photo.file: saved(quarters(8, 6)) for photo in one.photos}) for one in releases
    ]
    content = render_together(manuscripts)
    assert content == render_together(manuscripts)
    message = parsed(content)
    assert message.defects == []
    assert {str(one.get_filename()) for one in message.iter_attachments()} == {
        *attachment_names(*releases).values()
    }
    plain = part(message, "plain").replace("\r\n", "\n")
    assert all(EML.text(release, office) in plain for release in releases)


def test_one_release_alone_is_as_it_was() -> None:
    manuscript = samples.manuscript("02-bus-sekolah-gratis")
    assert render_together([manuscript]) == EML.render(manuscript)


@pytest.mark.parametrize("stem", samples.STEMS)
def test_every_sample_is_read_without_a_defect(stem: str) -> None:
    message = parsed(EML.render(samples.manuscript(stem)))
    assert all(not inner.defects for inner in message.walk())
