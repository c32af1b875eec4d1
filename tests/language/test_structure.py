"""The shape of a release as the rules see it: lead, speakers, what is carried of a message."""

from __future__ import annotations

import pytest

from humas_tui.language.house import PLAIN
from humas_tui.language.prose import Document, Paragraph, Part, stretches
from humas_tui.language.structure import carried, lead, root, speeches


def document(body: str) -> Document:
    parts = tuple(Part(start, Paragraph(body[start:end], role)) for start, end, role in stretches(body))
    return Document({"body": parts}, PLAIN)


@pytest.mark.parametrize(
    "forms",
    [
        "membersihkan kebersihan bersih dibersihkan",
        "pelayanan melayani layanan dilayani",
        "pendaftaran mendaftar didaftarkan",
        "berobat pengobatan obat",
    ],
)
def test_forms_of_a_word_have_a_root_in_common(forms: str) -> None:
    assert len({root(form) for form in forms.split()}) == 1


def test_the_lead_is_the_first_prose() -> None:
    found = lead(document("## Judul\n\n- butir\n\nPasar dibuka.\n\nLagi."))
    assert found is not None
    assert found.paragraph.text == "Pasar dibuka."
    assert lead(document("")) is None


def test_a_message_is_carried_by_the_paragraph_that_says_most_of_it() -> None:
    body = document("Pasar dibuka Senin.\n\nPuskesmas melayani pekerja pada sore hari.\n\nSelesai.")
    whole = carried(Paragraph("Pelayanan puskesmas untuk pekerja dibuka sore hari."), body)
    assert (whole.share, whole.paragraph) == (1.0, 2)
    nothing = carried(Paragraph("Sampah dikelola sendiri."), body)
    assert (nothing.share, nothing.paragraph) == (0.0, 0)
    assert carried(Paragraph("dan yang itu"), body).share == 1.0


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("“Kami ingin semua berobat,” ujar Sekar.", [(True, "Sekar")]),
        ("“Kami ingin semua berobat,” ujarnya.", [(True, "")]),
        ("“Kami ingin semua berobat,” kata Kepala Dinas Kesehatan Kota Sukamaju Rina.", [(True, "Kepala")]),
        ("Sekar mengatakan, “Kami ingin semua orang berobat.”", [(True, "")]),
        ("“Kami ingin semua orang berobat.”", [(False, "")]),
        ("Program “Sore Sehat” dibuka.", []),
    ],
)
def test_speakers(body: str, expected: list[tuple[bool, str]]) -> None:
    found = speeches(document(body))
    assert [
        (one.attributed, one.name[: len(name)]) for one, (_, name) in zip(found, expected, strict=True)
    ] == expected
