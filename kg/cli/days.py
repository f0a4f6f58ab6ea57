"""A day that is given as an option: one that the calendar has, or a word of what is wrong."""

from __future__ import annotations

from datetime import date

import click


def given_day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """The day as 2024-08-30, None where none was given. Raises BadParameter where there is no such day."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as 2024-08-30") from None
