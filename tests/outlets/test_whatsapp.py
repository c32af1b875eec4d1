"""WhatsApp: what is read back is what was meant."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from humas_tui.model import Office
from humas_tui.outlets import find
from humas_tui.outlets.whatsapp import WHATSAPP, block_lines, text
from humas_tui.outlets.whatsapp_marks import JOINER, lines
from humas_tui.text import blocks as b
from humas_tui.text.clean import clean
from tests import samples

from .whatsapp_reader import READINGS, Shown, read

BRACKETS = "([{«“‘\"')]}»”’"


def written(markdown: str) -> str:
    """A body as it goes into a message."""
    return "\n\n".join("\n".join(block_lines(block)) for block in b.parse(markdown))


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("Harga **turun** 5 persen.", "Harga *turun* 5 persen."),
        ("Kata *daring* dan ~~luring~~.", "Kata _daring_ dan ~luring~."),
        ("***Penting*** sekali", "_*Penting*_ sekali"),
        ("**Bupati *dan* wakil**", "*Bupati _dan_ wakil*"),
        ("Jalankan `humas-tui` saja", "Jalankan `humas-tui` saja"),
        # a mark stands at words, never at spaces, and inside one line
        ("**tebal **tidak", "**tebal **tidak"),
        ("Baris **satu\ndua** tiga", "Baris *satu*\n*dua* tiga"),
        # brackets and quotation marks are taken into the style: behind them nothing opens
        ("kota cerdas (*smart city*)", "kota cerdas _(smart city)_"),
        ("“**Kami** siap,” katanya", "*“Kami* siap,” katanya"),
        # a style that ends inside a word is kept, one that begins there is left off
        ("*event*nya ramai", f"_event_{JOINER}nya ramai"),
        ("ke**kota**an dan swa**kelola**", "kekotaan dan swakelola"),
        ("*luring*/*daring*", "_luring_/daring"),
        # the address follows its words
        (
            "Lihat [laman layanan](https://kota.example/a_b_c).",
            "Lihat laman layanan (https://kota.example/a_b_c).",
        ),
        ("**[Daftar](https://kota.example)**", "*Daftar* (https://kota.example)"),
        ("<https://kota.example/_a_>", "https://kota.example/_a_"),
        ("<humas_kota@kota.example>", "humas_kota@kota.example"),
        ("**Lihat <https://kota.example>**", "*Lihat* https://kota.example"),
        # a mark of the same kind inside
        ("**Rumus 2*3 dan 4**", "*Rumus 2*3 dan 4*"),
        (r"**Syarat \*berlaku**", f"*Syarat {JOINER}*berlaku*"),
        (r"**Gratis\* dan luring**", "Gratis* dan luring"),
        # blocks
        ("## Jadwal **baru**", "*Jadwal baru*"),
        ("- satu\n- dua", "- satu\n- dua"),
        ("3. tiga\n4. empat", "3. tiga\n4. empat"),
        ("- satu\n  - dalam\n  - lagi\n- dua", "- satu\n  – dalam\n  – lagi\n- dua"),
        ("1. satu\n\n   sambungan\n2. dua", "1. satu\n  sambungan\n2. dua"),
        ("> Kutipan\n> dua\n>\n> lanjut", "> Kutipan\n> dua\n> lanjut"),
        ("> - butir", "> – butir"),
        ("> > dalam", "> dalam"),
        ("```\n a_b\n*c*\n```", "``` a_b\n*c*```"),
        ("satu\n\n***\n\ndua", "satu\n\n———\n\ndua"),
    ],
)
def test_markdown_becomes_marks(markdown: str, message: str) -> None:
    assert written(markdown) == message


@pytest.mark.parametrize(
    "line",
    [
        "panduan_kas_v2.pdf dan catatan_kas_harian.xlsx",
        "surel kelas_kas@koperasi.sukamaju.example",
        "https://kota.example/berkas_akhir_(baru)_2.pdf",
        "Rumus 3 * 4, misalnya, menghasilkan 12, sedangkan 12 * 500 menghasilkan 6.000.",
        "@humas_sukamaju dan #kabar_baik",
        "Rp5.000~Rp7.000 dan ~10 km",
        "Ma’mun 2*3*4=24",
        "Catatan*",
        "harga < 5 dan > 3",
        "17. ",
        "2026. Tahun itu",
        "- ",
    ],
)
def test_what_whatsapp_leaves_alone_is_left_alone(line: str) -> None:
    assert lines((b.Text(line.strip()),)) == [line.strip()]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("***", f"{JOINER}***"),
        ("akun _humas_ resmi", f"akun {JOINER}_humas_ resmi"),
        ("*harga *tetap* sama", f"{JOINER}*harga {JOINER}*tetap* sama"),
        ("sampai ~5 km dan ~~", f"sampai {JOINER}~5 km dan ~~"),
        ("- 5 derajat", f"{JOINER}- 5 derajat"),
        ("1. Satu", f"{JOINER}1. Satu"),
        ("> 5 tahun", f"{JOINER}> 5 tahun"),
        ("* bintang", f"{JOINER}* bintang"),
        ("```", f"{JOINER}`{JOINER}`{JOINER}`"),
    ],
)
def test_a_stray_mark_is_kept_from_formatting(line: str, message: str) -> None:
    assert lines((b.Text(line),)) == [message]
    assert clean(message) == line
    for reading in READINGS:
        (shown,) = read(message, reading)
        assert shown == Shown("text", None, tuple((character, frozenset()) for character in line))


# -- Properties ------------------------------------------------------------------------------------------------

FRAGMENTS = st.sampled_from(
    [*"*_~`   aé9.->()“”\u00a0\n🎉", "**", "***", "```", "kota", "> ", "- ", "1. ", "* ", "https://k.example/a_b_"]
)
TEXTS = st.lists(FRAGMENTS, min_size=1, max_size=8).map("".join)
ADDRESSES = st.sampled_from(["https://k.example/_a_*b*", "mailto:a_b_@k.example", "", "kota"])
PLAIN = st.one_of(TEXTS.map(b.Text), TEXTS.map(b.Code), st.just(b.Break()))


def styled(inner: st.SearchStrategy[b.Inline]) -> st.SearchStrategy[b.Inline]:
    """What Markdown can nest, in one style; links are not nested."""
    styles = st.sampled_from(["strong", "emphasis", "strike"])
    return st.builds(b.Styled, styles, st.lists(inner, max_size=3).map(tuple))


WORDED = st.recursive(PLAIN, styled, max_leaves=4)
LINKS = st.builds(b.Link, ADDRESSES, st.lists(WORDED, max_size=2).map(tuple))
INLINES = st.recursive(st.one_of(PLAIN, LINKS), styled, max_leaves=6)
CHILDREN = st.lists(INLINES, min_size=1, max_size=5).map(tuple)


@dataclass(frozen=True)
class Meant:
    character: str
    styles: frozenset[str]


def meant(children: tuple[b.Inline, ...], styles: frozenset[str] = frozenset()) -> list[Meant]:
    """The characters that a reader is to see, with the styles of the tree."""
    found: list[Meant] = []
    for child in children:
        if isinstance(child, b.Text | b.Code):
            own = styles | {"code"} if isinstance(child, b.Code) else styles
            found += [Meant(character, own) for character in child.text]
        elif isinstance(child, b.Break):
            found.append(Meant("\n", styles))
        elif isinstance(child, b.Styled):
            found += meant(child.children, styles | {child.style})
        else:
            shown = meant(child.children, styles)
            words, address = "".join(one.character for one in shown), child.url.removeprefix("mailto:")
            behind = "" if words == address else f" ({address})" if words and address else address
            found += [*shown, *(Meant(character, frozenset()) for character in behind)]
    return found


@given(CHILDREN)
@example((b.Code("`"), b.Text("*"), b.Break(), b.Code("`")))
@example((b.Text("*"), b.Code(" *"), b.Styled("emphasis", (b.Code(" *"),))))
def test_every_reading_shows_the_characters_and_no_style_that_was_not_meant(
    children: tuple[b.Inline, ...],
) -> None:
    message = "\n".join(lines(children))
    expected = meant(children)
    for reading in READINGS:
        shown = read(message, reading)
        assert "\n".join(line.text for line in shown) == "".join(one.character for one in expected)
        assert {line.kind for line in shown} == {"text"}
        characters = [pair for line in shown for pair in (*line.characters, ("\n", frozenset()))][:-1]
        for (_, styles), one in zip(characters, expected, strict=True):
            assert styles <= one.styles or one.character in BRACKETS


WORDS = st.sampled_from(
    ["kota", "Rp5.000", "2026", "catatan_kas.xlsx", "é-KTP", "dan", "Ma’mun", "(baru)", "“Ya,”"]
)
STYLED_WORDS = st.lists(
    st.tuples(
        st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
        st.frozensets(st.sampled_from(["strong", "emphasis", "strike"]), max_size=3),
    ),
    min_size=1,
    max_size=8,
)


@given(STYLED_WORDS)
def test_every_reading_shows_the_styles_of_whole_words(words: list[tuple[str, frozenset[str]]]) -> None:
    children: list[b.Inline] = []
    for word, styles in words:
        inline: b.Inline = b.Text(word)
        for style in sorted(styles):
            inline = b.Styled(style, (inline,))
        children += [inline, b.Text(" dan ")]
    (message,) = lines(tuple(children))
    assert JOINER not in message
    expected = [one for one in meant(tuple(children)) if not one.character.isspace()]
    for reading in READINGS:
        (shown,) = read(message, reading)
        assert [Meant(*pair) for pair in shown.characters if not pair[0].isspace()] == expected


PARAGRAPHS = CHILDREN.map(b.Paragraph)
BLOCKS = st.recursive(
    st.one_of(PARAGRAPHS, st.builds(b.Heading, st.just(2), CHILDREN), TEXTS.map(b.Verbatim), st.just(b.Rule())),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda blocks: b.Quotation(tuple(blocks))),
        st.lists(st.lists(inner, max_size=2).map(tuple), min_size=1, max_size=3).map(
            lambda items: b.Listing(None, tuple(items))
        ),
    ),
    max_leaves=6,
)


def letters(characters: str) -> str:
    return "".join(character for character in characters if character.isalnum())


@given(st.lists(BLOCKS, min_size=1, max_size=4))
def test_every_reading_shows_every_letter_of_every_block_in_order(blocks: list[b.Block]) -> None:
    message = "\n\n".join("\n".join(block_lines(block)) for block in blocks)
    expected = letters("".join(one.character for block in blocks for one in _of_block(block)))
    first: list[Shown] = read(message, READINGS[0])
    assert letters("".join(line.text for line in first)) == expected
    for reading in READINGS[1:]:
        assert read(message, reading) == first


def _of_block(block: b.Block) -> list[Meant]:
    if isinstance(block, b.Paragraph | b.Heading):
        return meant(block.children)
    if isinstance(block, b.Quotation):
        return [one for inner in block.blocks for one in _of_block(inner)]
    if isinstance(block, b.Listing):
        return [one for item in block.items for inner in item for one in _of_block(inner)]
    return [Meant(character, frozenset()) for character in (block.text if isinstance(block, b.Verbatim) else "")]


# -- The message -----------------------------------------------------------------------------------------------


def test_the_message_has_its_parts_in_order() -> None:
    release = samples.changed("08-puskesmas-sore", body="Layanan dibuka.", credits=("Penulis: Intan",))
    assert text(release, samples.office()).split("\n") == [
        "*SIARAN PERS*",
        "PEMERINTAH KOTA SUKAMAJU · Dinas Komunikasi dan Informatika",
        "Nomor: 023/HUMAS/XI/2026",
        "*EMBARGO sampai Selasa, 1 Desember 2026, pukul 09.00 WIB*",
        "",
        "*Delapan Puskesmas Sukamaju Buka Layanan Sore Mulai 7 Desember*",
        "",
        "_Pekerja dapat berobat pukul 15.00–19.00 WIB tanpa kehilangan upah; "
        "peserta Jaminan Kesehatan Nasional tidak membayar._",
        "",
        "*KARANGSARI* – Layanan dibuka.",
        "",
        "*Narahubung*",
        "dr. Melati Sasongko, Kepala Dinas Kesehatan Kota Sukamaju – 0812-0000-0131 – dinkes@sukamaju.example",
        "Nadira Puspaloka, Kepala Bidang Komunikasi Publik Diskominfo Kota Sukamaju – 0812-0000-0101 – "
        "humas@sukamaju.example",
        "",
        "Penulis: Intan",
        "",
        "#KotaSukamaju #PuskesmasSore #SehatSukamaju #LayananWarga",
        "",
        f"{JOINER}***",
    ]


def test_an_empty_release_gives_its_label_and_end_mark() -> None:
    assert clean(text(samples.blank(), Office())) == "*SIARAN PERS*\n\n***"


@pytest.mark.parametrize("stem", samples.STEMS)
def test_every_reading_of_a_sample_agrees(stem: str) -> None:
    message = text(samples.release(stem), samples.office())
    first = read(message)
    assert first[-1].text == samples.office().end_mark
    assert all(read(message, reading) == first for reading in READINGS)


def test_the_file_is_the_message_with_a_line_feed() -> None:
    manuscript = samples.manuscript("02-bus-sekolah-gratis")
    message = text(manuscript.release, manuscript.office)
    assert WHATSAPP.render(manuscript) == (message + "\n").encode()
    preview = WHATSAPP.preview(manuscript.release, manuscript.office)
    assert "\n".join(passage.runs[0].text for passage in preview) == message
    assert find("whatsapp") is WHATSAPP
    assert WHATSAPP.limit is not None
    assert (WHATSAPP.limit.value, WHATSAPP.limit.advised) == (65536, 1500)


@pytest.mark.parametrize("mark", ["*a ", "*", "_ ", "`", "~a* ", "(*a"])
@pytest.mark.timeout(20)
def test_a_line_full_of_marks_does_not_take_long(mark: str) -> None:
    (line,) = lines((b.Styled("strong", (b.Text(mark * 4000),)), b.Text(mark * 4000)))
    assert clean(line).replace("*", "") == (mark * 8000).replace("*", "")
