"""Issues of a run → a few lines on stderr."""

from __future__ import annotations

from collections.abc import Sequence

import click

from kg.model import Issue

_SHOWN = 10


def tell_issues(issues: Sequence[Issue]) -> None:
    """Say what could not be read: each of the first issues in one line, then how many there are."""
    for issue in issues[:_SHOWN]:
        told = f"{issue.code} {issue.where}: {issue.message}" + (f" ({issue.hint})" if issue.hint else "")
        click.echo(visible(told).replace("\n", "\ufffd"), err=True)
    if len(issues) > _SHOWN:
        click.echo(f"… {len(issues) - _SHOWN} more; `kg build` writes all of them to issues.jsonl", err=True)


def visible(text: str) -> str:
    """The text without signs that a terminal would obey, or that can't be written; lines stay."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in text)
