"""The accounts: every text fits or is told to be too long, and what is seen is what is sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.model import Office, Release
from humas_tui.outlets import Manuscript, Outlet, find, outlets
from humas_tui.outlets.account import joined
from humas_tui.text.clean import clean
from tests import samples

from .strategies import OFFICES, RELEASES

ACCOUNTS = [outlet for outlet in outlets() if outlet.pasted and outlet.name != "whatsapp"]
EACH = pytest.mark.parametrize("outlet", ACCOUNTS, ids=lambda outlet: outlet.name)
TOLD = ("told", "over")


def seen(outlet: Outlet, release: Release, office: Office) -> str:
    """The characters of a preview, without what is told."""
    return "".join(
        "".join(run.text for run in passage.runs)
        for passage in outlet.preview(release, office)
        if passage.role not in TOLD
    )


def test_there_are_seven() -> None:
    assert [outlet.name for outlet in ACCOUNTS] == [
        "instagram",
        "facebook",
        "x",
        "threads",
        "tiktok",
        "youtube",
        "telegram",
    ]


@EACH
@pytest.mark.parametrize("stem", samples.STEMS)
def test_every_sample_fits(outlet: Outlet, stem: str) -> None:
    text = outlet.text(samples.release(stem), samples.office())
    assert text
    assert all(measure.fits and measure.advisable for measure in outlet.measures(text))
    assert samples.release(stem).headline in text


@EACH
@given(release=RELEASES, office=OFFICES)
def test_what_is_seen_is_what_is_sent(outlet: Outlet, release: Release, office: Office) -> None:
    text = outlet.text(release, office)
    parts = outlet.parts(text)
    content = outlet.render(Manuscript(release, office)).decode()
    assert content == joined(parts) + "\n"
    assert seen(outlet, release, office) == "".join(part.text for part in parts).replace("\n", "")
    assert clean(clean(text)) == clean(text)
    assert text == text.strip()


@given(release=RELEASES, office=OFFICES)
def test_posts_are_never_too_long_and_youtube_has_no_brackets(release: Release, office: Office) -> None:
    for name, of in (("x", ""), ("youtube", "brackets")):
        measures = find(name).measures(find(name).text(release, office))
        assert all(measure.fits for measure in measures if measure.limit.of == of)


HARD = {
    "newlines": {"headline": "Satu\ndua", "summary": "a\n\nb\r\nc", "key_message": "d\n"},
    "no words": {"headline": "!!!", "summary": "…"},
    "hashtags": {"headline": "A", "hashtags": tuple(f"t{number}" for number in range(10_000))},
    "one word": {"headline": "A", "summary": "x" * 5000},
    "one word of emoji": {"headline": "👨\u200d👩\u200d👧\u200d👦" * 1000},
    "right to left": {"headline": "مرحبا بالعالم", "summary": "שלום " * 40, "hashtags": ("مرحبا",)},
    "empty": {},
}


@EACH
@pytest.mark.parametrize("name", HARD)
def test_bad_input(outlet: Outlet, name: str) -> None:
    release = samples.blank(**HARD[name])
    text = outlet.text(release, Office())
    assert seen(outlet, release, Office()) == "".join(part.text for part in outlet.parts(text)).replace("\n", "")
    measures = outlet.measures(text)
    if outlet.name == "x" or name not in ("one word", "one word of emoji"):
        assert all(measure.fits for measure in measures)
    if name == "newlines":
        assert "Satu dua" in text
        assert "a b c" in text
    assert outlet.artifact(Manuscript(release, Office())).name.isascii()


def test_instagram_shows_its_opening_apart() -> None:
    outlet, release = find("instagram"), samples.release("02-bus-sekolah-gratis")
    passages = outlet.preview(release, samples.office())
    told = next(number for number, passage in enumerate(passages) if passage.role == "told")
    opening = "\n".join(passage.runs[0].text for passage in passages[:told])
    assert len(opening) == 125
    assert outlet.text(release, samples.office()).startswith(opening)
    assert "125" in passages[told].runs[0].text


def test_an_opening_is_not_cut_within_a_grapheme() -> None:
    family = "👨\u200d👩\u200d👧\u200d👦"
    passages = find("instagram").preview(samples.blank(headline=family * 200), Office())
    assert passages[0].runs[0].text == family * 125


def test_each_post_of_a_thread_stands_under_its_number_and_count() -> None:
    outlet, release = find("x"), samples.release("04-banjir-banyu-asih")
    parts = outlet.parts(outlet.text(release, samples.office()))
    heads = [
        passage.runs[0].text for passage in outlet.preview(release, samples.office()) if passage.role == "told"
    ]
    assert len(heads) == len(parts) > 1
    for number, (head, part) in enumerate(zip(heads, parts, strict=True), 1):
        assert head.startswith(f"{number}/{len(parts)} · {outlet.count(part.text)} ")
        assert part.text.endswith(f" ({number}/{len(parts)})")


def test_a_title_that_is_too_long_is_told_so() -> None:
    outlet = find("youtube")
    passages = outlet.preview(samples.blank(headline="kata " * 30, summary="a"), Office())
    assert [passage.role for passage in passages if passage.role in TOLD] == ["over", "told"]


def test_youtube_has_a_title_and_a_description_without_brackets() -> None:
    outlet = find("youtube")
    text = outlet.text(samples.blank(headline="a < b", summary="c > d", hashtags=("e",)), Office())
    assert [(part.text, part.of) for part in outlet.parts(text)] == [("a ‹ b", "title"), ("c › d\n\n#e", "")]
    assert outlet.count(text) == len("c › d\n\n#e".encode())


@pytest.mark.parametrize("marks", ["**tebal**", "__miring__", "~~coret~~", "||rahasia||", "a****b", "`kode`"])
def test_telegram_takes_no_character_for_a_mark(marks: str) -> None:
    text = find("telegram").text(samples.blank(headline=marks), Office())
    assert not any(mark in text for mark in ("**", "__", "~~", "||", "`"))
    assert clean(text).replace("’", "`") == marks


def test_an_embargo_is_told_over_the_text() -> None:
    release = samples.release("08-puskesmas-sore")
    for outlet in ACCOUNTS:
        first = outlet.preview(release, samples.office())[0]
        assert first.role == "told"
        assert "1 Desember 2026, pukul 09.00 WIB" in first.runs[0].text
        assert first.runs[0].text not in outlet.render(samples.manuscript("08-puskesmas-sore")).decode()


@given(st.text(max_size=400))
def test_any_text_written_by_hand_is_cut_and_measured(text: str) -> None:
    for outlet in ACCOUNTS:
        parts = outlet.parts(text)
        measures = outlet.measures(text)
        assert len([measure for measure in measures if measure.part]) == len(parts)
        assert outlet.count(text) >= 0
        if outlet.name == "x":
            assert all(measure.fits for measure in measures)
