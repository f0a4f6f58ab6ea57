"""The option `--decisions` of the commands that replay human decisions or write them down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from kg.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., Any])


def _replayed(context: click.Context, option: click.Parameter, value: Path) -> Path:
    """A file that was asked for must be there: without its corrections the graph would be another."""
    asked = context.get_parameter_source(option.name or "") is ParameterSource.COMMANDLINE
    if asked and not value.is_file():
        raise UsageError("no such file", where=str(value), hint="give a file of decisions, or leave the option out")
    return value


def replayed_decisions(command: Command) -> Command:
    """The option that names decisions to replay; the usual file need not exist, one that is named must."""
    return decisions_option("Human decisions to replay; the usual file may be missing.", _replayed)(command)


def decisions_option(purpose: str, callback: Callable[..., Any] | None = None) -> Callable[[Command], Command]:
    """The option that names the file of decisions; `purpose` is its help."""
    return click.option(
        "--decisions",
        type=click.Path(path_type=Path, dir_okay=False),
        default=Path("seeds/decisions.csv"),
        show_default=True,
        callback=callback,
        help=purpose,
    )
