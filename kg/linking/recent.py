"""What a method answered last, kept with its object and not longer.

A cache around a method of the object that holds it would hold that object, and its files and arrays, until Python looks
for what only holds itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar
from weakref import WeakMethod

P = ParamSpec("P")
R = TypeVar("R")


def recent(method: Callable[P, R], most: int) -> Callable[P, R]:
    """The method with its last answers kept, so many of them; the object must be there as long as it is asked."""
    weak = WeakMethod(method)

    def asked(*args: P.args, **named: P.kwargs) -> R:
        found = weak()
        if found is None:
            raise ReferenceError("the object whose method is asked is gone")
        return found(*args, **named)

    kept: Callable[P, R] = lru_cache(maxsize=most)(asked)  # type: ignore[assignment] # told to take anything hashable
    return kept
