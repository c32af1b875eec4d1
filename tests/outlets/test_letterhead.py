"""The letterhead and the page as an office has them: paper, font, rule, lines, place of the number, accounts."""

from __future__ import annotations

import re
import shutil
import subprocess
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from PIL import Image

from humas_tui.importers import read
from humas_tui.model import Contact, Font, HeadRule, NumberPlace, Office, Paper, Release
from humas_tui.outlets import Manuscript, find, pdf
from humas_tui.outlets.following import following
from humas_tui.outlets.sheet import compose, page_preview
from humas_tui.text import blocks as b
from tests import samples

from .pictures import png
from .transcripts import docx as paragraphs
from .transcripts import pdf as words

NUMBER = "021/HUMAS/XI/2026"
BODY = "Petani memanen padi hari ini di sawah desa."
ACCOUNTS = {
    "youtube": "https://www.youtube.com/@kabarsukamaju",
    "instagram": "@diskominfo.sukamaju",
    "Mastodon": "@diskominfo@sosial.example",
    "x": " ",
}
SHEETS = {Paper.A4: (210, 297), Paper.F4: (215, 330)}
LONG = max(samples.STEMS, key=lambda stem: len(samples.release(stem).body))


def office(**fields: Any) -> Office:
    known = {"institution": "Pemerintah Kota", "unit": "Dinas Kominfo", "address": "Jalan Merdeka 17"}
    return Office(**{**known, **fields})


def release(**fields: Any) -> Release:
    known = {"headline": "Panen Raya Padi", "number": NUMBER, "place": "Cibening", "body": BODY}
    return samples.blank(**{**known, **fields})


def made(name: str, sender: Office, **fields: Any) -> bytes:
    return find(name).render(Manuscript(release(**fields), sender))


def preview(sender: Office) -> list[tuple[str, str]]:
    """The passages that are not empty: role and words."""
    return [
        (passage.role, text)
        for passage in page_preview(release(), sender)
        if (text := "".join(run.text for run in passage.runs))
    ]


# -- the page --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", Paper)
def test_each_page_is_as_large_as_the_paper(paper: Paper) -> None:
    sender = office(paper=paper)
    wide, high = SHEETS[paper]
    section = Document(BytesIO(made("docx", sender))).sections[0]
    assert (section.page_width or 0) / 36_000 == pytest.approx(wide, abs=0.1)
    assert (section.page_height or 0) / 36_000 == pytest.approx(high, abs=0.1)
    box = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", made("pdf", sender))
    assert box is not None
    assert [float(side) / 72 * 25.4 for side in box.groups()] == pytest.approx([wide, high], abs=0.1)
    size = "size: A4;" if paper is Paper.A4 else "size: 215mm 330mm;"
    assert size in made("html", sender).decode()


def test_a_letterhead_with_a_logo_is_as_wide_as_the_text_of_the_paper() -> None:
    sender = office(paper=Paper.F4, logo="logo.png")
    content = find("docx").render(Manuscript(release(), sender, {"logo.png": png(40, 48)}))
    section = Document(BytesIO(content)).sections[0]
    across = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    columns = section.first_page_header.tables[0].columns
    assert sum(column.width or 0 for column in columns) == pytest.approx(across, abs=3_600)


@pytest.mark.parametrize(
    ("font", "word", "size", "inside", "page"),
    [
        (Font.SANS, "Arial", "22", b"Arimo", "17px/1.55 Arial,"),
        (Font.SERIF, "Times New Roman", "24", b"Tinos", '"Ti'),
    ],
)
def test_each_page_is_set_in_the_font(font: Font, word: str, size: str, inside: bytes, page: str) -> None:
    sender = office(font=font)
    (letters,) = Document(BytesIO(made("docx", sender))).styles.element.xpath("w:docDefaults//w:rPr")
    assert {value for name, value in letters.find(qn("w:rFonts")).items()} == {word}
    assert letters.find(qn("w:sz")).get(qn("w:val")) == size
    families = set(re.findall(rb"/FontName/[A-Z]{6}\+(\w+)", made("pdf", sender, body="*a* **b**")))
    assert families == {inside}
    assert page in made("html", sender).decode()
    assert ("'Times New Roman'" in made("eml", sender).decode()) == (font is Font.SERIF)


@pytest.mark.parametrize(
    ("rule", "border", "page", "sign"),
    [
        (HeadRule.DOUBLE, [("thinThickSmallGap", "18")], "5px double", [("rule", "═")]),
        (HeadRule.SINGLE, [("single", "12")], "2px solid", [("rule", "─")]),
        (HeadRule.NONE, [], "border-bottom: 0;", []),
    ],
)
def test_the_rule_below_the_letterhead(
    rule: HeadRule, border: list[tuple[str, str]], page: str, sign: list[tuple[str, str]]
) -> None:
    sender = office(rule=rule)
    styles = Document(BytesIO(made("docx", sender))).styles.element
    found = styles.xpath("w:style[@w:styleId='KopGaris']//w:pBdr/w:bottom")
    assert [(line.get(qn("w:val")), line.get(qn("w:sz"))) for line in found] == border
    assert page in made("html", sender).decode()
    assert [passage for passage in preview(sender) if passage[0] == "rule"] == sign


def test_the_rules_are_drawn_on_the_page() -> None:
    """By the rows of the picture that are dark almost from margin to margin."""
    rows = {}
    for rule in HeadRule:
        (content,) = pdf.pictures(Manuscript(release(), office(rule=rule)), 144)
        image = Image.open(BytesIO(content)).convert("L")
        across = [image.crop((180, y, 1000, y + 1)).getextrema()[1] for y in range(image.height // 3)]
        rows[rule] = "".join("#" if lightest < 128 else " " for lightest in across).split()
    assert [len(lines) for lines in (rows[HeadRule.DOUBLE], rows[HeadRule.SINGLE], rows[HeadRule.NONE])] == [
        2,
        1,
        0,
    ]
    assert len(rows[HeadRule.DOUBLE][0]) < len(rows[HeadRule.DOUBLE][1])


def test_lines_of_the_office_stand_in_the_place_of_its_address() -> None:
    sender = office(phone="0200", lines=("Jalan Sendiri 5", " ", "Pos-el: kami@kota.example"))
    assert compose(release(), sender).letterhead == ("Jalan Sendiri 5", "Pos-el: kami@kota.example")
    for name in ("txt", "html", "eml"):
        text = made(name, sender).decode()
        assert "Jalan Sendiri 5" in text
        assert "Jalan Merdeka" not in text
    assert "KopAlamat\tPos-el: kami@kota.example\n" in paragraphs(made("docx", sender))
    assert "Sendiri\n5\nPos-el:\nkami@kota.example\nSIARAN" in words(made("pdf", sender))


# -- the number ------------------------------------------------------------------------------------------------

PLACES = {
    NumberPlace.BELOW: (["SIARAN PERS", f"Nomor: {NUMBER}", "Untuk disiarkan segera"], ["***"]),
    NumberPlace.LABEL: ([f"SIARAN PERS Nomor: {NUMBER}", "Untuk disiarkan segera"], ["***"]),
    NumberPlace.TIME: (["SIARAN PERS", f"Nomor: {NUMBER} · Untuk disiarkan segera"], ["***"]),
    NumberPlace.END: (["SIARAN PERS", "Untuk disiarkan segera"], [f"Nomor: {NUMBER}", "***"]),
}


@pytest.mark.parametrize("place", NumberPlace)
def test_the_number_stands_once_and_in_its_place_in_every_outlet(place: NumberPlace) -> None:
    head, end = PLACES[place]
    sender = office(number_place=place)
    lines = [line for line in made("txt", sender).decode().splitlines() if line]
    assert lines[3 : 3 + len(head)] == head
    assert lines[-len(end) :] == end
    shown = [text for role, text in preview(sender) if role in ("label", "number", "mark")]
    assert shown == [*head, *end]
    styles = ("JenisNaskah", "NomorNaskah", "WaktuSiaran", "NomorAkhir", "TandaAkhir")
    table = [row.partition("\t") for row in paragraphs(made("docx", sender)).splitlines()]
    assert [text for style, _tab, text in table if style in styles] == [*head, *end]
    page = " ".join(words(made("pdf", sender)).split())
    assert " ".join(head) in page
    assert page.endswith(" ".join(end))
    letter = message_from_bytes(made("eml", sender), policy=default).get_body(("html",))
    assert letter is not None
    for markup in (made("html", sender).decode(), letter.get_content()):
        text = markup.rpartition("<body")[2]
        assert text.count(NUMBER) == 1
        assert text.index(head[-1]) < text.index("Petani memanen") < text.index(end[0])


@pytest.mark.parametrize("place", NumberPlace)
def test_without_a_number_or_under_embargo_nothing_is_left_over(place: NumberPlace) -> None:
    sender = office(number_place=place)
    without = compose(release(number=None), sender)
    assert (without.label_line, without.number_line, without.time_line, without.closing_number) == (
        "SIARAN PERS",
        "",
        "Untuk disiarkan segera",
        "",
    )
    held = release(embargo=samples.blank().created)
    page = " ".join(words(find("pdf").render(Manuscript(held, sender))).split())
    assert page.count("EMBARGO") == page.count(NUMBER) == 1


@pytest.mark.parametrize("place", NumberPlace)
@pytest.mark.parametrize("name", ["docx", "txt", "html"])
def test_what_was_sent_comes_in_again(name: str, place: NumberPlace) -> None:
    """No line of the letterhead, of the number or of the accounts ends up in the text."""
    sender = office(
        number_place=place, accounts=ACCOUNTS, contacts=(Contact(name="Rina", phone="0812-0000-0101"),)
    )
    draft = read(f"a.{name}", made(name, sender))
    assert (draft.headline, draft.place, draft.body) == ("Panen Raya Padi", "CIBENING", BODY)
    assert [tag for tag in draft.tags if NUMBER in tag] == [f"Nomor: {NUMBER}"]
    assert [contact.name for contact in draft.contacts] == ["Rina"]


# -- the accounts ----------------------------------------------------------------------------------------------

FOLLOWING = (
    "Ikuti kami: Instagram @diskominfo.sukamaju · YouTube youtube.com/@kabarsukamaju · "
    "Mastodon @diskominfo@sosial.example"
)


def test_accounts_are_one_line_of_every_page_with_links_where_the_address_is_known() -> None:
    sender = office(accounts=ACCOUNTS)
    known = ["https://www.instagram.com/diskominfo.sukamaju/", "https://www.youtube.com/@kabarsukamaju"]
    assert b.plain(following(sender)) == FOLLOWING
    assert f"\n\n{FOLLOWING}\n\n" in made("txt", sender).decode()
    assert ("body", FOLLOWING) in preview(sender)
    assert f"Akun\t{FOLLOWING}\n" in paragraphs(made("docx", sender))
    document = Document(BytesIO(made("docx", sender)))
    assert [one.target_ref for one in document.part.rels.values() if one.is_external] == known
    assert FOLLOWING in " ".join(words(made("pdf", sender)).split())
    assert re.findall(r'<a href="([^"]+)"', made("html", sender).decode()) == known
    assert '"sameAs": [' in made("jsonld", sender).decode()


def test_texts_for_accounts_do_not_name_the_accounts() -> None:
    for name in ("whatsapp", "instagram", "x"):
        assert made(name, office(accounts=ACCOUNTS)) == made(name, office())


@given(st.dictionaries(st.text(max_size=12), st.text(max_size=40), max_size=4))
def test_whatever_is_called_an_account_there_is_a_page(accounts: dict[str, str]) -> None:
    sender = office(accounts=accounts)
    shown = b.plain(following(sender))
    assert "\n" not in shown
    assert made("docx", sender)
    assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', made("html", sender).decode()))


def test_a_page_of_hostile_accounts_can_be_printed() -> None:
    hostile = {"x": "https://[", "instagram": "#panic()", "z\x1b[0m": "@a\x00\n" + "b" * 500, "facebook": "a b"}
    assert made("pdf", office(accounts=hostile)).startswith(b"%PDF")


# -- the picture of the page -----------------------------------------------------------------------------------


def test_the_picture_of_a_page_is_the_same_each_time_and_as_large_as_was_asked_for() -> None:
    manuscript = samples.manuscript(LONG)
    pages = pdf.pictures(manuscript, 36)
    assert pages == pdf.pictures(manuscript, 36)
    assert len(pages) > 1
    assert Image.open(BytesIO(pages[0])).size == (298, 421)  # 210 × 297 mm
    wide = structs.replace(manuscript.office, paper=Paper.F4)
    first = pdf.pictures(Manuscript(manuscript.release, wide), 36)
    assert Image.open(BytesIO(first[0])).size == (305, 468)  # 215 × 330 mm


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="pdfinfo of poppler is not installed")
@pytest.mark.slow
def test_word_and_pdf_have_as_many_pages_on_each_paper_in_each_font(tmp_path: Path) -> None:
    counts = {}
    for stem in samples.STEMS:
        for paper in Paper:
            for font in Font:
                manuscript = samples.manuscript(stem)
                sender = structs.replace(manuscript.office, paper=paper, font=font, accounts=ACCOUNTS)
                changed = Manuscript(manuscript.release, sender, manuscript.pictures)
                name = f"{stem}-{paper}-{font}"
                (tmp_path / f"{name}.docx").write_bytes(find("docx").render(changed))
                counts[name] = len(pdf.pictures(changed, 10))
    files = sorted(str(file) for file in tmp_path.glob("*.docx"))
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True)
    for name, count in counts.items():
        told = subprocess.run(
            ["pdfinfo", str(tmp_path / f"{name}.pdf")], check=True, capture_output=True, text=True
        )
        match = re.search(r"Pages:\s+(\d+)", told.stdout)
        assert match is not None
        assert abs(int(match[1]) - count) <= 1, name
    print(f"{len(counts)} documents")
