"""Marks stay on what they mark, whatever is typed around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from humas_tui.tui.widgets.marks import Mark, Marks

WORDS = st.text(alphabet="ab ,\n", max_size=40)


def location(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return before.count("\n"), index - (before.rfind("\n") + 1)


def words(text: str) -> list[Mark]:
    """A mark on every word of a text."""
    return [
        Mark(line, start, start + len(word), "galat")
        for line, content in enumerate(text.split("\n"))
        for start, word in _words(content)
    ]


def _words(line: str) -> list[tuple[int, str]]:
    found, start = [], 0
    for word in line.replace(",", " ").split(" "):
        if word:
            found.append((start, word))
        start += len(word) + 1
    return found


def all_marks(marks: Marks, text: str) -> list[Mark]:
    return [mark for line in range(text.count("\n") + 1) for mark in marks.on(line)]


@given(before=WORDS, put=WORDS, places=st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_after_an_edit_every_mark_is_on_a_whole_word_and_only_touched_ones_are_gone(
    before: str, put: str, places: tuple[int, int]
) -> None:
    start, stop = sorted(min(place, len(before)) for place in places)
    after = before[:start] + put + before[stop:]
    marks = Marks()
    marks.put(words(before))
    marks.edited(location(before, start), location(before, stop), location(after, start + len(put)), put)
    left = all_marks(marks, after)
    assert set(left) <= set(words(after))
    far = [
        mark
        for mark in words(before)
        if mark.line < location(before, start)[0] or mark.line > location(before, stop)[0]
    ]
    assert len(left) >= len(far)


@given(before=WORDS, after=WORDS)
def test_a_text_that_became_another_keeps_the_marks_of_its_unchanged_lines(before: str, after: str) -> None:
    marks = Marks()
    marks.put(words(before))
    marks.rewritten(before.split("\n"), after.split("\n"))
    assert set(all_marks(marks, after)) <= set(words(after))
    if before == after:
        assert all_marks(marks, after) == words(after)


def test_a_comma_behind_a_marked_word_leaves_the_mark_a_letter_takes_it() -> None:
    for put, left in ((",", 1), (" ", 1), ("n", 0), ("", 1)):
        marks = Marks()
        marks.put([Mark(0, 0, 5, "galat")])
        lost = marks.edited((0, 5), (0, 5), (0, 5 + len(put)), put or " ")
        assert len(marks.on(0)) == left
        assert lost == ([] if left else [0])


def test_putting_marks_tells_the_lines_that_look_different() -> None:
    marks = Marks()
    assert marks.put([Mark(1, 0, 2, "gaya"), Mark(3, 1, 2, "galat")]) == [1, 3]
    assert marks.put([Mark(1, 0, 2, "gaya"), Mark(3, 1, 2, "saran")]) == [3]
    assert marks.put([]) == [1, 3]
