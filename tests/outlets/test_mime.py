"""The parts of a mail, read back by the standard library."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from hypothesis import example, given
from hypothesis import strategies as st

from humas_tui.outlets.mime import attachment, multipart, text_part


@given(st.text(st.characters(exclude_categories=["Cs"])), st.binary(max_size=300))
@example("Baris dengan spasi di ujung \n.\nFrom A\n=_0_x\n--=_0_x\n\ttab\t", b"")
@example("a\rb\r\nc" + "é=" * 200, b"\r\n--=_0_x--")
def test_what_goes_in_comes_out(text: str, content: bytes) -> None:
    parts = text_part(text, "plain"), attachment(content, "image/png", "a.png")
    raw = b"MIME-Version: 1.0\r\n" + multipart("mixed", "=_0_x", parts)
    assert raw.isascii()
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 76
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    message = message_from_bytes(raw, _class=EmailMessage, policy=default)
    told, attached = message.iter_parts()
    assert message.defects == told.defects == attached.defects == []
    assert told.get_content().encode().splitlines() == text.encode().splitlines()
    assert (attached.get_content(), attached.get_filename()) == (content, "a.png")
