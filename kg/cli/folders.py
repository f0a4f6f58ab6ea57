"""The argument OUTPUT of commands that take names: it may stand before them or behind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def names_and_folder(names: Sequence[str], output: str | None) -> tuple[tuple[str, ...], str]:
    """The names, and the folder (default: output), of arguments in the order of the usage or with the folder first.

    The folder is taken to stand first only where the last argument names nothing on disk and the first is a folder.
    """
    if output is None:
        return tuple(names), "output"
    if output != "-" and not Path(output).exists() and Path(names[0]).is_dir():
        return (*names[1:], output), names[0]
    return tuple(names), output
