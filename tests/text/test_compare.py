"""Two texts beside each other: nothing is lost or made up, and every paragraph can be had back."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from humas_tui.text import compare as module
from humas_tui.text.compare import Change, Piece, Row, bring_back, compare, paragraphs
from tests.outlets.strategies import BODIES
from tests.samples import STEMS, release

SAME, GONE, NEW = Change.SAME, Change.GONE, Change.NEW

#: Few different lines, so that two texts have much in common, with everything that parts paragraphs or not.
LINES = st.sampled_from(
    [
        "",
        "",
        "  ",
        "\r",
        "satu dua tiga",
        "satu dua empat",
        "lima, enam",
        "- butir satu",
        "- butir dua",
        "1. pertama",
        "## Judul",
        "  lanjutan",
        "*",
        "#",
    ]
)
TEXTS = st.lists(LINES, max_size=14).map("\n".join) | BODIES
#: A text and what somebody made of it.
EDITED = st.tuples(TEXTS, TEXTS, st.integers(0, 60), st.integers(0, 60)).map(
    lambda drawn: (drawn[0], drawn[0][: drawn[2]] + drawn[1] + drawn[0][drawn[3] :])
)
BOTH = st.tuples(TEXTS, TEXTS) | EDITED


def joined(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def marked(row: Row) -> str:
    """Both sides of a row, what is gone in ``[-…-]`` and what is new in ``{+…+}``."""
    forms = {SAME: "{}", GONE: "[-{}-]", NEW: "{{+{}+}}"}
    old, new = ("".join(forms[piece.change].format(piece.text) for piece in side) for side in (row.old, row.new))
    return f"{old} | {new}"


def changed(old: str, new: str) -> list[str]:
    return [marked(row) for row in compare(old, new) if row.changed]


@given(BOTH)
def test_the_rows_hold_both_texts_in_order(texts: tuple[str, str]) -> None:
    old, new = texts
    rows = compare(old, new)
    for side, index, text in (
        ([row.old for row in rows], [row.old_index for row in rows], old),
        ([row.new for row in rows], [row.new_index for row in rows], new),
    ):
        assert [joined(pieces) for pieces in side if pieces] == paragraphs(text)
        assert [place for place in index if place is not None] == list(range(len(paragraphs(text))))
        assert [bool(pieces) for pieces in side] == [place is not None for place in index]


@given(BOTH)
@example(("satu dua tiga", "- butir satu\nsatu dua tiga"))
@example(("Pagi. Pasar dibuka", "Pasar dibuka"))
def test_the_pieces_say_what_is_the_same(texts: tuple[str, str]) -> None:
    for row in compare(*texts):
        assert all(piece.text for piece in (*row.old, *row.new))
        assert {piece.change for piece in row.old} <= {SAME, GONE}
        assert {piece.change for piece in row.new} <= {SAME, NEW}
        if row.old and row.new:
            kept = [joined(tuple(piece for piece in side if piece.change is SAME)) for side in (row.old, row.new)]
            assert kept[0] == kept[1]
        assert row.changed == (joined(row.old) != joined(row.new))


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(row.changed for row in compare(text, text))


@given(TEXTS)
def test_every_line_that_is_not_blank_is_in_a_paragraph(text: str) -> None:
    assert "\n".join(paragraphs(text)) == "\n".join(line for line in text.split("\n") if line.strip())
    assert all(paragraphs(paragraph) == [paragraph] for paragraph in paragraphs(text))


@given(BOTH, st.sampled_from([0, -1]))
def test_all_brought_back_is_the_old_text(texts: tuple[str, str], which: int) -> None:
    old, new = texts
    for _step in range(100):
        rows = [row for row in compare(old, new) if row.changed]
        if not rows:
            break
        new = bring_back(old, new, rows[which])
    assert paragraphs(new) == paragraphs(old)


@given(BOTH, st.data())
def test_bringing_one_back_leaves_the_others(texts: tuple[str, str], data: st.DataObject) -> None:
    old, new = texts
    rows = [row for row in compare(old, new) if row.changed]
    if not rows:
        return
    row = data.draw(st.sampled_from(rows))
    found = bring_back(old, new, row)
    wanted = [joined(other.old if other == row else other.new) for other in compare(old, new)]
    assert paragraphs(found) == [paragraph for paragraph in wanted if paragraph]
    if row.new_index is None:  # taken out of what came, it leaves what was
        begin = next(
            place for place in range(len(new) + 1) if not found.startswith(new[: place + 1]) or place == len(new)
        )
        assert any(found[:at] == new[:at] and found.endswith(new[at:]) for at in range(begin + 1))


def test_a_changed_word_shows_in_both_texts() -> None:
    old = "Bus berangkat pukul 06.00 WIB, Senin (12/10/2026).\n\nTetap."
    new = "Bus berangkat pukul 05.40 WIB Senin (12/10/2026).\n\nTetap."
    assert changed(old, new) == [
        "Bus berangkat pukul[- 06.00-] WIB[-,-] Senin (12/10/2026). | "
        "Bus berangkat pukul{+ 05.40+} WIB Senin (12/10/2026)."
    ]


def test_a_lone_comma_is_no_common_ground() -> None:
    assert changed("Ini lama, sekali memang", "Ini baru, nian memang") == [
        "Ini[- lama, sekali-] memang | Ini{+ baru, nian+} memang"
    ]


def test_paragraphs_that_have_little_in_common_are_two() -> None:
    assert changed("Tetap.\n\nHujan lebat turun.", "Tetap.\n\nPasar dibuka lagi!") == [
        "[-Hujan lebat turun.-] | ",
        " | {+Pasar dibuka lagi!+}",
    ]


def test_a_changed_paragraph_finds_what_it_came_from() -> None:
    old = "Jalan ditutup hari Senin pagi.\n\nWarga dapat memakai bus."
    new = "Ada kabar baru sekali.\n\nWarga dapat memakai dua bus.\n\nJalan dibuka."
    assert [(row.old_index, row.new_index) for row in compare(old, new)] == [
        (0, None),
        (None, 0),
        (1, 1),
        (None, 2),
    ]


def test_an_item_and_a_heading_are_paragraphs() -> None:
    text = "# Judul\nKalimat\nyang berlanjut:\n- satu\n  lanjutan\n- dua\n1) tiga\n\n  \npenutup *\n"
    assert paragraphs(text) == [
        "# Judul",
        "Kalimat\nyang berlanjut:",
        "- satu\n  lanjutan",
        "- dua",
        "1) tiga",
        "penutup *",
    ]


@pytest.mark.parametrize(
    ("old", "new", "place", "expected"),
    [
        ("a\n\nb\n\nc", "a\n\n\nc\n", 1, "a\n\n\nb\n\nc\n"),
        ("a\n\nb", "", 0, "a"),
        ("a", " \n", 0, "a\n \n"),
        ("a\n\nb\n", "a\n", 1, "a\n\nb\n"),
        ("a\n\nb\n", "b\n", 0, "a\n\nb\n"),
        ("Isi:\n\n- a\n- b\n- c\n\nz", "Isi:\n\n- b\n- c\n\nz", 1, "Isi:\n\n- a\n- b\n- c\n\nz"),
        ("Isi:\n\n- a\n- b\n- c\n\nz", "Isi:\n\n- a\n- c\n\nz", 2, "Isi:\n\n- a\n- b\n- c\n\nz"),
        ("Isi:\n\n- a\n- b\n- c\n\nz", "Isi:\n\n- a\n- b\n\nz", 3, "Isi:\n\n- a\n- b\n- c\n\nz"),
        ("- a\n\nb", "- a\n- c", 1, "- a\n\nb\n- c"),
        ("a\n\nc", "a\n\nb\n\n\nc", 1, "a\n\n\nc"),
        ("- a\n- c\n\nd", "- a\n- c\n- b\n\nd", 2, "- a\n- c\n\nd"),
        ("- c\n\nd", "- b\n- c\n\nd", 0, "- c\n\nd"),
        ("a\n\nb", "a\n# H\nb", 1, "a\n\nb"),
        ("a", "a\n\nb\n \n", 1, "a\n \n"),
        ("- a\n\nkata ini lama", "- a\n- kata ini", 1, "- a\n\nkata ini lama"),
        ("a b c\r\n\nd", "a b x\n\nd", 0, "a b c\r\n\nd"),
    ],
)
def test_what_is_brought_back_stands_where_it_did(old: str, new: str, place: int, expected: str) -> None:
    assert bring_back(old, new, compare(old, new)[place]) == expected


def test_a_row_of_other_texts_is_refused() -> None:
    row = compare("a b c", "a b d")[0]
    with pytest.raises(ValueError, match="not in list"):
        bring_back("a b c", "a b e", row)


def test_a_sample_with_all_its_paragraphs_edited() -> None:
    for stem in STEMS:
        old = release(stem).body
        new = old.replace(" yang ", " nan ").replace("Sukamaju", "Maju Terus")
        rows = compare(old, new)
        assert [row.old_index for row in rows] == [row.new_index for row in rows]
        assert {joined((piece,)).strip() for row in rows for piece in row.old if piece.change is GONE} <= {
            "yang",
            "Sukamaju",
        }


# -- texts that nobody writes --------------------------------------------------------------------------------

CHANCE = random.Random(7)
HOSTILE = {
    "one word again and again": ("a " * 30_000, "b" + " a" * 30_000 + " c"),
    "two words by turns": ("a a b " * 10_000, "a b " * 15_000),
    "two paragraphs by turns": ("a\n\na\n\nb\n\n" * 5_000, "c\n\n" + "a\n\nb\n\n" * 5_000),
    "paragraphs of chance": tuple("\n\n".join(CHANCE.choices("abc", k=10_000)) for _ in range(2)),
    "words of chance": tuple(" ".join(CHANCE.choices("abcdefgh", k=20_000)) for _ in range(2)),
    "every other one changed": (
        "\n\n".join(map(str, range(20_000))),
        "\n\n".join(str(n * (n % 2) or "x") for n in range(20_000)),
    ),
    "turned round": ("\n".join(f"- {n}" for n in range(9_000)), "\n".join(f"- {n}" for n in range(9_000, 0, -1))),
    "no paragraph as it was": (
        "\n\n".join(f"a{n} b{n} c{n}" for n in range(5_000)),
        "\n\n".join(f"a{n} b{n} d{n}" for n in range(5_000)),
    ),
    "spaces": (" " * 50_000 + "a" + " " * 50_000, "\t" * 100_000 + "\n" * 100_000 + "."),
    "marks": ("*_" * 50_000, "_*" * 50_000),
    "dots": ("a." * 50_000, "a.." * 30_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_compared_within_the_bound(name: str) -> None:
    """Without the bound each of these takes minutes: the test would not end."""
    old, new = HOSTILE[name]
    rows = compare(old, new)
    assert [joined(row.old) for row in rows if row.old] == paragraphs(old)
    assert [joined(row.new) for row in rows if row.new] == paragraphs(new)


def test_beyond_the_bound_a_paragraph_is_gone_and_new(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = "dua kata tua dan tiga kata muda", "dua kata muda dan dua kata muda"
    assert changed(old, new) == [
        "dua kata[- tua-] dan[- tiga-] kata muda | dua kata{+ muda+} dan{+ dua+} kata muda"
    ]
    monkeypatch.setattr(module, "WORK", 0)
    assert changed("x y\n\n" + old, "x y\n\n" + new) == [f"[-{old}-] | ", f" | {{+{new}+}}"]


def test_long_texts_are_still_aligned_around_what_occurs_once() -> None:
    old = [f"Paragraf {n} tentang hal ke-{n}." for n in range(5_000)]
    new = ["Pembuka baru." if n % 50 == 7 else text for n, text in enumerate(old)]
    rows = compare("\n\n".join(old), "\n\n".join(new))
    assert sum(not row.changed for row in rows) == 4_900
