"""Kept answers do not keep the object that gives them."""

from __future__ import annotations

import gc
import weakref

from kg.linking.recent import recent


class Asked:
    """Counts how often it is really asked."""

    def __init__(self) -> None:
        self.times = 0
        self.double = recent(self._double, 2)

    def _double(self, number: int) -> int:
        self.times += 1
        return number * 2


def test_an_answer_is_kept() -> None:
    asked = Asked()
    assert [asked.double(n) for n in (1, 2, 1)] == [2, 4, 2]
    assert asked.times == 2


def test_the_object_goes_when_nobody_holds_it() -> None:
    asked = Asked()
    asked.double(1)
    left = weakref.ref(asked)
    gc.disable()
    try:
        del asked
        assert left() is None
    finally:
        gc.enable()
