"""What other processes do in tests."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kg.errors import OutputError
from kg.pipeline.beside import Talk


def fail(here: Talk, *_: object) -> None:
    here.hear()
    raise OutputError("no space", where="there")


def die(here: Talk, *_: object) -> None:
    here.hear()
    os._exit(7)


def double(here: Talk, times: int) -> None:
    for _ in range(times):
        here.tell(here.hear() * 2)


def fail_at_once(here: Talk, *_: object) -> None:
    raise OutputError("no space", where="there")


def write_loaded(path: Path) -> None:
    """What was loaded before the function was."""
    path.write_text(" ".join(sys.modules), "utf-8")


def hand_on(here: Talk, other: Talk, times: int) -> None:
    """What is heard goes to the other one, and its answer back."""
    for _ in range(times):
        other.tell(here.hear())
        here.tell(other.hear())
