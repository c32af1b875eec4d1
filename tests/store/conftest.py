"""What the tests of the store share."""

from __future__ import annotations

import pytest

from humas_tui.model import Release
from humas_tui.store import ReleaseStore, opening
from humas_tui.store.stock import LargeStock


@pytest.fixture(params=["small", "large"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Runs a test twice: with everything in memory, and as if the file were too large for that."""
    monkeypatch.setattr(opening, "LARGE", -1 if request.param == "large" else 64 << 20)
    return str(request.param)


def everything(store: ReleaseStore) -> list[Release]:
    """Every release that can be read."""
    found = store.all()
    if isinstance(found, LargeStock):
        return [one for one in map(found.get, found.identifiers()) if one is not None]
    return found
