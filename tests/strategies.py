"""Whole releases drawn by Hypothesis, with identifiers, statuses and revisions of their own."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from hypothesis import strategies as st

from humas_tui.model import Basis, OwnText, Release, Status, new_identifier
from tests.outlets.strategies import BODIES
from tests.outlets.strategies import RELEASES as RELEASES_OF_ONE_NAME

#: A few, so that a release drawn later is often the next value of one drawn before.
IDENTIFIERS = tuple(new_identifier(datetime(2026, 11, day, tzinfo=UTC)) for day in range(1, 6))


#: Of outlets that there are, and of one of somebody's own that this program has never heard of.
_OUTLETS = ("x", "instagram", "whatsapp", "radio-kota")
_WRITTEN = st.builds(
    OwnText,
    outlet=st.sampled_from(_OUTLETS),
    text=BODIES.map(str.strip).filter(bool),
    basis=st.builds(
        Basis.of, RELEASES_OF_ONE_NAME, st.lists(st.sampled_from(Basis.__struct_fields__), unique=True)
    ),
)
TEXTS = st.lists(_WRITTEN, max_size=2, unique_by=lambda own: own.outlet).map(tuple)


def _named(
    release: Release, identifier: str, status: Status, revision: int, texts: tuple[OwnText, ...]
) -> Release:
    return msgspec.structs.replace(release, id=identifier, status=status, revision=revision, texts=texts)


RELEASES = st.builds(
    _named,
    RELEASES_OF_ONE_NAME,
    st.sampled_from(IDENTIFIERS),
    st.sampled_from(Status),
    st.integers(1, 1_000_000),
    TEXTS,
)
