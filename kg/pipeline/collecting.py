"""How often Python looks for objects that only hold one another: seldom in a build, which makes next to none of them.

Each time all that was made since is gone through, and now and then all that there is, as a large lexicon.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 20_000  # made and not gone: of some articles


def seldom_collected() -> None:
    """In this process, from now on: what is there stays, and is not gone through again."""
    gc.freeze()
    gc.set_threshold(_OBJECTS)


@contextmanager
def seldom() -> Iterator[None]:
    """The same while the block runs, for a process that others may go on using."""
    before = gc.get_threshold()
    seldom_collected()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
