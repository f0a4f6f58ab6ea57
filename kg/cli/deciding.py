"""The option `--decisions` of the commands that replay human decisions or write them down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
REPLAYED = "Human decisions to replay; none where the file does not exist."


def decisions_option(purpose: str = REPLAYED) -> Callable[[Command], Command]:
    """The option that names the file of decisions; `purpose` is its help."""
    return click.option(
        "--decisions",
        type=click.Path(path_type=Path, dir_okay=False),
        default=Path("seeds/decisions.csv"),
        show_default=True,
        help=purpose,
    )
