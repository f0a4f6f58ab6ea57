"""Work on a sequence that may be divided: by whom is for the caller to say, and changes nothing in what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol


class Divide(Protocol):
    """Calls a function of a module with shares of the items, in order, and gives what it gives for each, in order.

    Items have a length and slices, which are the shares; these and what is given besides go through pickle.
    """

    def __call__(self, function: Callable[..., Iterable[bytes]], items: Any, *given: Any) -> Iterator[bytes]: ...


def undivided(function: Callable[..., Iterable[bytes]], items: Any, *given: Any) -> Iterator[bytes]:
    """All in one share, here."""
    return iter(function(items, *given))


Dividing = Callable[[int], AbstractContextManager[Divide]]  # given how many records there are


def alone(records: int) -> AbstractContextManager[Divide]:
    """Nothing is divided."""
    return nullcontext(undivided)
