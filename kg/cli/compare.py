"""`kg compare`: what is different between two builds, in plain words or as JSON Lines."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.export.words import Words
    from kg.graph.comparison import Change

KINDS = ("article", "entity", "post", "event", "posting", "participation", "cooccurrence", "region")
BEHIND_THE_SCENES = ("possible", "reasons", "rules")  # how it was found; --format json has them
VERBS = ("added", "removed", "merged", "moved", "changed")


@click.command(short_help="What changed between two builds.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("-k", "--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only this; may be repeated.")
@click.option(
    "-n", "--top", type=click.IntRange(min=0), default=20, show_default=True, help="Lines of each sort; 0 is all."
)
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", type=click.Choice(["en", "id"]), default="en", show_default=True)
def command(old: str, new: str, *, kinds: tuple[str, ...], top: int, form: str, lang: Any) -> None:
    """What was added, removed and changed from OLD to NEW, two folders that `kg build` wrote.

    In JSON each difference is an object on its own line. Co-occurrences are listed only when asked for by --kind.
    """
    from kg.export.words import words
    from kg.graph.comparison import compare
    from kg.graph.loading import load_base

    wanted = kinds or tuple(kind for kind in KINDS if kind != "cooccurrence")
    changes = list(compare(load_base(old), load_base(new)))
    listed = [change for change in changes if change.kind in wanted]
    if form == "json":
        for change in listed:
            click.echo(json.dumps(dataclasses.asdict(change), ensure_ascii=False))
        return
    changes, listed = (
        [change for change in some if not change.fields or any(f.field not in BEHIND_THE_SCENES for f in change.fields)]
        for some in (changes, listed)
    )
    language = words(lang)
    if not changes:
        click.echo(language.word("compare", "same"))
        return
    _summary(changes, language)
    for kind in wanted:
        for verb in VERBS:
            same = [change for change in listed if (change.kind, change.verb) == (kind, verb)]
            shown = same[: top or None]
            if same:
                click.echo(f"\n{language.word('compare', kind)}, {language.word('compare', verb)}")
            for change in shown:
                _tell(change, language)
            if len(same) > len(shown):
                click.echo("  " + language.word("page", "more").format(count=language.shown(len(same) - len(shown))))


def _summary(changes: list[Change], language: Words) -> None:
    """A line a kind: how many were added, removed, merged, changed."""
    counts: Counter[tuple[str, str]] = Counter((change.kind, change.verb) for change in changes)
    for kind in KINDS:
        parts = [
            f"{language.shown(counts[kind, verb])} {language.word('compare', verb)}"
            for verb in VERBS
            if counts[kind, verb]
        ]
        if parts:
            click.echo(f"{language.word('compare', kind)}: {', '.join(parts)}")


def _tell(change: Change, language: Words) -> None:
    from kg.cli.tabular import printable

    signs = {"added": "+", "removed": "-", "merged": "→", "moved": "→", "changed": "~"}
    into = f" → {change.into}" if change.into else ""
    click.echo(f"  {signs[change.verb]} {printable(change.label)}{into}")
    for one in change.fields:
        if one.field in BEHIND_THE_SCENES:
            continue
        name = language.word("fields", one.field)
        if one.field == "evidence":
            for sign, quotes in (("-", one.before), ("+", one.after)):
                for article, quote in quotes[:3]:
                    click.echo(
                        f"      {sign} {name}: “{' '.join(printable(quote).split())[:120]}” ({printable(article)})"
                    )
        else:
            click.echo(f"      {name}: {_value(one.before)} → {_value(one.after)}")


def _value(value: Any) -> str:
    """A field's value in a line: of a noun its id or its parts, of several all of them."""
    from kg.cli.tabular import printable

    if isinstance(value, tuple):
        return "; ".join(_value(item) for item in value) or "–"
    if dataclasses.is_dataclass(value):
        return " ".join(_value(getattr(value, field.name)) for field in dataclasses.fields(value))
    return "–" if value is None else printable(str(value))
