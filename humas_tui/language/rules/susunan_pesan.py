"""The policy message: that there is one, and that the text carries it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...i18n import N_
from ..finding import Level
from ..kinds import Shape
from ..kinds.functions import Placed
from ..prose import Document
from ..rule import Rule
from ..structure import carried, is_news, told_at_the_beginning, whole

#: Of the words of the message so much must be found in the text.
ENOUGH: Final = 0.5


def find(document: Document) -> Iterator[Placed]:
    """The message, where the text does not carry it; the headline, where there is none."""
    if not is_news(document):
        return
    messages = document.fields.get("key_message", ())
    if not messages:
        yield from told_at_the_beginning(document)
        return
    share = carried(messages[0].paragraph, document)
    if share.share < ENOUGH:
        names = {"share": f"{share.share:.0%}", "paragraph": str(share.paragraph)}
        hit = whole(messages[0].paragraph)
        yield "key_message", messages[0], hit._replace(message=NOT_CARRIED, names=names)


NOT_CARRIED: Final = N_(
    "Of the words of this message {share} stand in the text, most in paragraph {paragraph}: say it there, in "
    "words "
    "that people use."
)
SUSUNAN_PESAN = Rule(
    code="susunan-pesan",
    level=Level.SARAN,
    title=N_("Policy message missing"),
    message=N_(
        "Which message of the policy does this release carry? Write it as one sentence in the field “Message”."
    ),
    why=N_(
        "A release carries the policy message of the leader or the institution: one sentence that stays with the "
        "reader. It is kept beside the text, and the text must say it too."
    ),
    source="Pelatihan Humas 2019: rilis memuat pesan kebijakan pimpinan atau institusi",
    kind=Shape(find),
    examples=(
        (
            "Layanan sore dibuka di Sukamaju, Senin (7/12/2026), agar pekerja mudah berobat.",
            "---\nkey_message: Puskesmas buka sore agar pekerja mudah berobat.\n---\nPuskesmas sore dibuka di "
            "Sukamaju, Senin (7/12/2026), agar pekerja mudah berobat.",
        ),
        (
            "---\nkey_message: Setiap kelurahan mengelola sampahnya sendiri.\n---\nPasar dibuka, Senin "
            "(7/12/2026).",
            "---\nkey_message: Setiap kelurahan mengelola sampahnya sendiri.\n---\nMulai Senin (7/12/2026) "
            "kelurahan "
            "mengelola sampah sendiri.",
        ),
    ),
)
