"""Several things under way at a time, a thread each, and told of in their order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from ..errors import HumasError

if TYPE_CHECKING:
    from concurrent.futures import Future

Thing = TypeVar("Thing")
Made = TypeVar("Made")


def side_by_side(
    make: Callable[[Thing], Made], things: Iterable[Thing], most: int, stopped: Callable[[], bool]
) -> Iterator[Made]:
    """What is made of each, ``most`` of them at a time. Once ``stopped``, no more are begun. A HumasError that
    ``things`` raise is raised when those that were begun are told of."""
    from concurrent.futures import ThreadPoolExecutor

    begun: deque[Future[Made]] = deque()
    broken: HumasError | None = None
    with ThreadPoolExecutor(most) as threads:
        try:
            for thing in things:
                if stopped():
                    break
                begun.append(threads.submit(make, thing))
                while len(begun) >= most:
                    yield begun.popleft().result()
        except HumasError as error:
            broken = error
        while begun:
            yield begun.popleft().result()
    if broken is not None:
        raise broken
