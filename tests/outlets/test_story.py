"""What a release tells on an account."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humas_tui.model import Kind, Office
from humas_tui.outlets import outlets
from humas_tui.outlets.limits import limit_of
from humas_tui.outlets.story import chosen_hashtags, echoed, story
from humas_tui.text.units import count_hashtags
from tests import samples

FIELDS = {
    "headline": "Bus gratis melayani pelajar",
    "summary": "Bus tanpa biaya.",
    "key_message": "Anak tidak boleh kehilangan jam belajar.",
    "benefit": "540 pelajar naik bus tanpa biaya.",
    "body": "Bus berangkat pagi. Bus pulang siang.\n\n“Kami mendahulukan kampung yang jauh,” ujar Sekar.",
    "hashtags": ("KotaSukamaju", "#BusSekolah"),
}


def told(**changes: object) -> str:
    return story(samples.blank(**{**FIELDS, **changes}), Office()).told()


def test_the_pieces_in_order() -> None:
    assert told().split("\n\n") == [
        "Bus gratis melayani pelajar",
        "Bus tanpa biaya.",
        "Anak tidak boleh kehilangan jam belajar.",
        "540 pelajar naik bus tanpa biaya.",
        "“Kami mendahulukan kampung yang jauh,” ujar Sekar.",
        "#KotaSukamaju #BusSekolah",
    ]


def test_what_is_empty_or_said_already_is_not_told() -> None:
    assert (
        told(key_message="", benefit="", hashtags=(), body="") == "Bus gratis melayani pelajar\n\nBus tanpa biaya."
    )
    assert told(key_message="Bus tanpa biaya.", summary="Bus gratis melayani pelajar").split("\n\n")[:2] == [
        "Bus gratis melayani pelajar",
        "Bus tanpa biaya.",
    ]
    assert story(samples.blank(), Office()).told() == ""


def test_without_a_summary_the_first_sentence_opens() -> None:
    assert told(summary="").split("\n\n")[1] == "Bus berangkat pagi."
    assert "\n\n\n" not in told(summary="", body="## Judul\n\n- butir")


def test_a_message_that_the_quotation_says_is_told_once() -> None:
    found = story(
        samples.blank(
            **{
                **FIELDS,
                "key_message": "Kota mendahulukan kampung yang jauh.",
                "body": "“Kota kami mendahulukan kampung yang jauh,” ujar Sekar.",
            }
        ),
        Office(),
    )
    assert found.message not in found.told()
    assert found.quote in found.told()
    assert found.message in found.told("quote")
    assert found.told("message") == found.told()


@pytest.mark.parametrize("stem", samples.STEMS)
def test_no_sample_says_a_sentence_twice(stem: str) -> None:
    for outlet in outlets():
        if outlet.pasted and outlet.name != "whatsapp":
            pieces = outlet.text(samples.release(stem), samples.office()).split("\n\n")
            for number, piece in enumerate(pieces):
                assert not any(echoed(piece, other) for other in pieces[:number] + pieces[number + 1 :])


@pytest.mark.parametrize("kind", Kind)
def test_a_correction_says_so(kind: Kind) -> None:
    assert told(kind=kind).startswith("Bus") is (kind in (Kind.SIARAN_PERS, Kind.KETERANGAN_PERS))


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("“Kami senang sekali hari ini,” kata Budi.", "“Kami senang sekali hari ini,” kata Budi."),
        ("> “Kami senang sekali hari ini,” kata Budi.", "“Kami senang sekali hari ini,” kata Budi."),
        ("Kata Budi, “kami senang sekali hari ini.”", "Kata Budi, “kami senang sekali hari ini.”"),
        ('"Kami senang **sekali** hari\nini," kata Budi.', '"Kami senang sekali hari ini," kata Budi.'),
        ("Buku “Laskar Pelangi” dibagikan.", ""),
        (
            "“Kami senang sekali hari ini,” ujar Sekar.\n\n“Kami ikut senang hari ini,” ujar Wali Kota Budi.",
            "“Kami ikut senang hari ini,” ujar Wali Kota Budi.",
        ),
        ("“Kutipan yang tidak pernah ditutup", ""),
        ("Tidak ada.", ""),
    ],
)
def test_one_quotation(body: str, quote: str) -> None:
    assert story(samples.blank(summary="Ringkasan.", body=body), Office()).quote == quote


@pytest.mark.parametrize(
    ("words", "most", "chosen"),
    [
        (("a", "#b", "A", "c"), 2, ("#a", "#b")),
        (("Kota Sukamaju", "bus-sekolah", "a.b"), 5, ("#KotaSukamaju", "#bussekolah", "#ab")),
        (("2026", "#", " ", "🎉", "Panen2026"), 5, ("#Panen2026",)),
        (("کوتا", "日本"), 5, ("#کوتا", "#日本")),
        ((), 5, ()),
    ],
)
def test_hashtags(words: tuple[str, ...], most: int, chosen: tuple[str, ...]) -> None:
    assert chosen_hashtags(words, most) == chosen


def test_ten_thousand_hashtags() -> None:
    words = tuple(f"tagar{number}" for number in range(10_000))
    assert story(samples.blank(hashtags=words), Office(), 5).hashtags.split() == [f"#tagar{n}" for n in range(5)]


def test_where_it_would_be_too_long_the_least_is_left_out_whole() -> None:
    limit = limit_of("threads")
    found = story(samples.blank(**{**FIELDS, "key_message": "Pesan " * 60, "benefit": "Manfaat " * 30}), Office())
    text = found.within(limit)
    assert text.split("\n\n") == ["Bus gratis melayani pelajar", "Bus tanpa biaya.", found.benefit, found.hashtags]
    assert limit.count(text) <= limit.value


def test_headline_and_summary_stay() -> None:
    found = story(samples.blank(headline="x" * 5000, hashtags=("a",)), Office())
    assert found.within(limit_of("threads")) == "x" * 5000


@given(st.lists(st.text(max_size=12), max_size=12), st.integers(1, 6))
def test_what_is_chosen_is_counted_as_hashtags(words: list[str], most: int) -> None:
    chosen = chosen_hashtags(words, most)
    assert len(chosen) <= most
    assert count_hashtags(" ".join(chosen)) == len(chosen)
