"""Whole releases drawn by Hypothesis, with identifiers, statuses and revisions of their own."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from hypothesis import strategies as st

from humas_tui.model import Release, Status, new_identifier
from tests.outlets.strategies import RELEASES as RELEASES_OF_ONE_NAME

#: A few, so that a release drawn later is often the next value of one drawn before.
IDENTIFIERS = tuple(new_identifier(datetime(2026, 11, day, tzinfo=UTC)) for day in range(1, 6))


def _named(release: Release, identifier: str, status: Status, revision: int) -> Release:
    return msgspec.structs.replace(release, id=identifier, status=status, revision=revision)


RELEASES = st.builds(
    _named, RELEASES_OF_ONE_NAME, st.sampled_from(IDENTIFIERS), st.sampled_from(Status), st.integers(1, 1_000_000)
)
