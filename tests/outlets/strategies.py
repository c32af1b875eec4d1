"""Releases and offices drawn by Hypothesis, as the desk would keep them: cleaned, fields on one line."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from humas_tui.model import Category, Contact, Kind, Office, Photo, Release, Subject, Tone
from humas_tui.text.clean import clean, clean_line

_ALPHABET = st.one_of(
    st.sampled_from("abc XYZ 0129 .,:;-–…“”’'\"()[]{}<>&|\\/*_~`#%@!?=+$é"),
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")),
)
LINES = st.text(_ALPHABET, max_size=40).map(clean_line)
_TRAPS = st.sampled_from(
    [
        "---",
        "- butir",
        "1. satu",
        "> kutip",
        "## Judul",
        "**tebal** *miring* ~~coret~~",
        "[laman](https://kota.example/a_b)",
        "[buruk](javascript:alert(1))",
        "```",
        "    kode",
        "<script>alert(1)</script>",
        "a & b < c",
        "",
    ]
)
BODIES = st.lists(st.one_of(_TRAPS, st.text(_ALPHABET, max_size=60)), max_size=12).map("\n".join).map(clean)
_WORDS = st.lists(LINES.filter(bool), max_size=3).map(tuple)
_CONTACTS = st.lists(st.builds(Contact, name=LINES, role=LINES, phone=LINES, email=LINES), max_size=2).map(tuple)
PHOTOS = st.lists(
    st.builds(
        Photo,
        file=st.sampled_from(["foto/panen raya.jpg", "foto/padi.JPG", "x/padi.jpg", "…/米.png", "tanpa_akhiran"]),
        caption=LINES,
        photographer=LINES,
        alt=LINES,
        shows=st.lists(st.sampled_from(Subject), unique=True).map(tuple),
        consent=LINES,
    ),
    max_size=4,
).map(tuple)
_MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)

RELEASES = st.builds(
    Release,
    id=st.just("06a2abe4gr2ra"),
    kind=st.sampled_from(Kind),
    category=st.sampled_from(Category),
    number=st.none() | LINES.filter(bool),
    headline=LINES,
    summary=LINES,
    place=LINES,
    event_date=st.none() | st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    body=BODIES,
    key_message=LINES,
    benefit=LINES,
    tone=st.lists(st.sampled_from([tone.value for tone in Tone]), unique=True).map(tuple),
    contacts=_CONTACTS,
    credits=_WORDS,
    photos=PHOTOS,
    hashtags=_WORDS,
    embargo=st.none() | _MOMENTS,
    tags=_WORDS,
    created=_MOMENTS,
    updated=_MOMENTS,
)
OFFICES = st.builds(
    Office,
    institution=LINES,
    unit=LINES,
    address=LINES,
    phone=LINES,
    site=LINES,
    email=LINES,
    end_mark=st.sampled_from(["***", "-- SELESAI --", "", "_"]),
    dateline_note=LINES,
    boilerplate=BODIES,
    contacts=_CONTACTS,
    hashtags=_WORDS,
)
