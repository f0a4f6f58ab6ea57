"""An input that a target breaks on → a smaller one that breaks it in the same way."""

from __future__ import annotations

import time
from collections.abc import Callable


def shrunk(data: bytes, same: Callable[[bytes], bool], seconds: float) -> bytes:
    """Cut out ever smaller pieces as long as the fault stays and the time is not up."""
    stop = time.monotonic() + seconds
    size = max(1, len(data) // 2)
    while True:
        at, cut = 0, False
        while at < len(data):
            if time.monotonic() > stop:
                return data
            smaller = data[:at] + data[at + size :]
            if same(smaller):
                data, cut = smaller, True
            else:
                at += size
        if size == 1 and not cut:
            return data
        size = max(1, size // 2) if not cut or size > 1 else 1
