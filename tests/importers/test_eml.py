"""Mails: what a colleague sent, saved as a file."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humas_tui.errors import UnreadableFileError
from humas_tui.importers import Draft, read
from humas_tui.importers.eml import MOST_BOUNDARIES

from .accounts import lost, words
from .strategies import PAGES

LEAD = "Pemerintah Kota Sukamaju membuka layanan malam di lima puskesmas, Rabu (18/11/2026)."


def message(subject: str = "Layanan Malam Dibuka", text: str = LEAD) -> EmailMessage:
    """A mail with a plain text."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "humas@kota.example", "redaksi@kabar.example", subject
    mail.set_content(text)
    return mail


def draft(mail: EmailMessage) -> Draft:
    """The draft of a mail."""
    return read("surat.eml", mail.as_bytes())


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("Layanan Malam Dibuka", "Layanan Malam Dibuka"),
        ("Fwd: Re: Bls: Layanan “Malam” – Dibuka 😀", "Layanan “Malam” – Dibuka 😀"),
        ("RE[2]: Trs: Layanan Malam", "Layanan Malam"),
        ("Rekor: Seribu Pohon", "Rekor: Seribu Pohon"),
    ],
)
def test_subject_is_the_headline(subject: str, headline: str) -> None:
    """Without what mail programs put before it."""
    assert draft(message(subject)).headline == headline


def test_headline_is_not_said_twice() -> None:
    """A body that begins with the subject, below a greeting and a label."""
    found = draft(message(text=f"SIARAN PERS\n\nLayanan Malam Dibuka\n\nSUKAMAJU – {LEAD}\n\nPenulis: Intan"))
    assert (found.headline, found.place, found.body) == ("Layanan Malam Dibuka", "SUKAMAJU", LEAD)


def test_plain_text_is_taken_before_html() -> None:
    """The two forms of a mail say the same."""
    mail = message()
    mail.add_alternative("<p>lain</p>", subtype="html")
    assert draft(mail).body == LEAD


def test_html_is_taken_where_the_plain_text_is_empty() -> None:
    """Some programs send an empty one."""
    mail = message(text=" ")
    mail.add_alternative(f"<p><b>SUKAMAJU</b> – {LEAD}</p>", subtype="html")
    assert (draft(mail).place, draft(mail).body) == ("SUKAMAJU", LEAD)


def test_attachments_are_named_and_not_opened() -> None:
    """The officer sees that there was more."""
    mail = message()
    mail.add_attachment(b"rahasia", maintype="application", subtype="octet-stream", filename="rilis “akhir”.docx")
    mail.add_attachment("lampiran", filename="catatan.txt")
    found = draft(mail)
    assert found.body == LEAD
    assert found.tags == ("Lampiran: rilis “akhir”.docx", "Lampiran: catatan.txt")


def test_forwarded_mail_is_part_of_it() -> None:
    """Forwarded as an attachment, the release is in the mail inside."""
    mail = message("Fwd: mohon dimuat", "Terlampir.")
    mail.add_attachment(message())
    found = draft(mail)
    assert found.body == f"Terlampir.\n\n{LEAD}"
    assert found.tags == ("Perihal: Layanan Malam Dibuka",)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"Halo dunia tanpa kepala surat",
        b"From: a@b.example\n\n",
        b"Subject: \n\n \n",
        b"Subject: a\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * (MOST_BOUNDARIES + 2),
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1200)),
    ],
    ids=["empty", "blank", "no mail", "no text", "no word", "thousands of parts", "parts in parts"],
)
def test_what_is_no_mail_is_refused_in_a_sentence(content: bytes) -> None:
    """Nor may a mail made to hang a reader do so."""
    with pytest.raises(UnreadableFileError, match=r"surat\.eml"):
        read("surat.eml", content)


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Type: text/plain; charset=tidak-ada",
        b"Content-Type: multipart/mixed",
        b"Content-Type: text/plain; charset=",
        b"Content-Transfer-Encoding: base64",
        b"Content-Type: (((",
        b"Subject: =?utf-9?q?=FF?= =?utf-8?b?!?=",
        b"Subject: " + b"=?utf-8?q?a?= " * 100_000,
    ],
)
def test_damaged_headers_do_not_cost_the_text(head: bytes) -> None:
    """A wrong charset or transfer encoding: the words are read all the same."""
    found = read("surat.eml", b"X-Unsent: 1\n" + head + b"\n\nPemerintah Kota membuka layanan, kata dia.\n")
    assert "Pemerintah" in found.body or head.endswith(b"base64")


@settings(max_examples=80)
@given(PAGES)
def test_no_word_is_lost(page: str) -> None:
    """Every word of the text is in some field."""
    if words(page):
        mail = EmailMessage()
        mail["Subject"] = "Perihal"
        mail.set_content(page, charset="utf-8")
        assert not lost(page, draft(mail))


@settings(max_examples=80)
@given(st.data())
def test_damage_is_refused_or_read(data: st.DataObject) -> None:
    """Bytes overturned or taken out: an error of ours or a draft."""
    mail = message()
    mail.add_alternative("<b>x</b>", subtype="html")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="é.png")
    content = bytearray(mail.as_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(0, len(content) - 1))
        content[start : start + data.draw(st.integers(0, 9))] = data.draw(
            st.binary(max_size=4) | st.sampled_from([b"=?", b"\n\n", b'"', b"*0*="])
        )
    try:
        assert read("surat.eml", bytes(content)) != Draft()
    except UnreadableFileError as error:
        assert error.exit_code == 3  # noqa: PT017 - either outcome is right
