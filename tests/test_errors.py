"""What the operating system says is told in the language of the interface."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator

import pytest

from humas_tui import i18n
from humas_tui.errors import REASONS, system_reason

NUMBERS = (errno.ENOENT, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC, errno.EROFS)


@pytest.fixture
def indonesian() -> Iterator[None]:
    before = i18n.current()
    i18n.use("id")
    yield
    i18n.use(before)


@pytest.mark.skipif(os.name == "nt", reason="Windows has words of its own")
@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: errno.errorcode[number])
def test_what_the_system_says_is_told_in_indonesian(indonesian: None, number: int) -> None:
    said = os.strerror(number)
    assert said in REASONS
    assert system_reason(OSError(number, said, "x.txt")) not in ("", said)


def test_what_is_not_known_is_passed_on(indonesian: None) -> None:
    assert system_reason(OSError(errno.EPIPE, "Broken pipe")) == "Broken pipe"
    assert system_reason(TimeoutError()) == "TimeoutError"
