"""`kg explain`: every statement about a thing, with its quotes, rule, confidence, articles and decisions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from kg.cli.relating import in_sentence
from kg.errors import UsageError

_FIELDS = (
    "class", "type", "region", "unit", "date", "precision", "status", "place", "institution", "role", "ranks",
    "honorifics", "degrees", "aliases", "candidates", "reports", "sources", "title", "publisher", "published",
    "url", "copy_of",
)  # fmt: skip
_LABELS = {"aliases": "named as"}  # an article may name an institution by a post in it


@click.command(short_help="Every statement about an entity, with its quotes.")
@click.argument("words", metavar="[OUTPUT] NAME_OR_ID [OTHER]", nargs=-1, required=True)
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(words: tuple[str, ...], form: str) -> None:
    """What OUTPUT, a folder that `kg build` wrote (default: output), says of NAME_OR_ID and why.

    That is a person, an institution, an event, an office, an article, or the id of a claim or of evidence, also as
    graph.ttl writes it (claim:4c96220b). Quotes stand in their sentence. With OTHER: what ties the two. A name that
    means several things lists them.
    """
    from kg.graph.explanation import explain
    from kg.graph.loading import load_base

    source, names = _arguments(words)
    found = explain(load_base(source), *names)
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for line in _lines(found):
        click.echo(line)


def _arguments(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The folder (default: output), which may stand last as well, and one name or two."""
    on_disk = [word == "-" or Path(word).exists() for word in words]
    if len(words) > 1 and on_disk[-1] and not on_disk[0]:
        words, on_disk = (words[-1], *words[:-1]), [True]
    if len(words) == 1 or (len(words) == 2 and not on_disk[0] and Path("output").is_dir()):
        return "output", words
    if len(words) > 3:
        raise UsageError(f"a folder and one or two names, not {len(words)} arguments", hint="put names in quotes")
    return words[0], words[1:]


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    from kg.cli.tabular import printable

    for key in ("about", "and"):
        if key in found:
            yield from (printable(line) for line in _node(found[key]))
    for node in found.get("names", ()):
        yield printable(f"  names {node.get('name') or node.get('label')} ({node['id']})")
    for quote in found["about"].get("quotes", ()):
        yield from (printable(line) for line in _quote(quote, "  "))
    count = len(found["statements"])
    yield ""
    yield f"{count} statement{'' if count == 1 else 's'}"
    for statement in found["statements"]:
        yield from (printable(line) for line in _statement(statement))
    if found.get("together"):
        yield ""
    for pair in found.get("together", ()):
        met = f" at {', '.join(pair['event_names'])}" if pair["events"] else ""
        times = "once" if pair["count"] == 1 else f"{pair['count']} times"
        yield printable(f"  in one {pair['scope']}: {times}{met} ({', '.join(pair['articles'])})")


def _node(node: Mapping[str, Any]) -> Iterator[str]:
    title = node.get("name") or node.get("label") or node.get("article") or ""
    yield f"{title}  {node['kind']}  {node['id']}".strip()
    for key in _FIELDS:
        value = node.get(key)
        if value:
            listed = ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
            if key == "region" and "region_name" in node:
                listed = f"{node['region_name']} ({value})"
            yield f"  {_LABELS.get(key, key.replace('_', ' '))}: {listed}"
    if node.get("nil"):
        yield "  not linked to anything beyond its article"
    if node.get("context"):
        yield "  no article names it: it stands here as a superior"
    for parent in node.get("parents", ()):
        dates = " ".join(f"{word} {day}" for word, day in (("from", parent["start"]), ("until", parent["end"])) if day)
        yield f"  under {parent['name']} ({parent['id']}) {dates}".rstrip()
    for reason in node.get("reasons", ()):
        yield f"  linked: {reason}"
    for other in node.get("possible", ()):
        yield f"  perhaps one with {other['name']} ({other['id']}): {other['reason']}"


def _statement(statement: Mapping[str, Any]) -> Iterator[str]:
    mark = "" if statement["status"] == "accepted" else f"  [{statement['status']}]"
    yield ""
    yield f"  {statement['says']}{mark}"
    rules = f", rule {', '.join(statement['rules'])}" if statement["rules"] else ""
    number = len(statement["sources"])
    sources = f"{number} source{'' if number == 1 else 's'}"
    yield f"    confidence {statement['confidence']:.2f}{rules}, {sources}  {statement['id']}"
    for note in statement["notes"]:
        yield f"    ! {note}"
    for quote in statement["evidence"]:
        yield from _quote(quote, "    ")


def _quote(quote: Mapping[str, Any], margin: str) -> Iterator[str]:
    where = ", ".join(part for part in (quote["publisher"], (quote["published"] or "")[:10]) if part)
    copy = f", a near copy of {quote['copy_of']}" if quote["copy_of"] else ""
    yield margin + in_sentence(*(" ".join(quote[key].split()) for key in ("prefix", "quote", "suffix")))
    yield f"{margin}  {quote['article']} [{quote['start']}, {quote['end']})" + (f", {where}" if where else "") + copy
