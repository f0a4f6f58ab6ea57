"""Links and their evidence → lines and plain values that `kg path` and `kg neighbours` share."""

from __future__ import annotations

from typing import Any

import click

from kg.cli.tabular import printable
from kg.export.words import Words
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.relations import Link, kind_of, name_of
from kg.model import Evidence

_CLOSING = tuple(".,;:!?)”")  # signs that stand close to the quote
VIA = click.Choice(["participation", "posting", "command", "cooccurrence"])


def via_option(command: Any) -> Any:
    """The option that says which kinds of step may be taken."""
    return click.option(
        "--via",
        multiple=True,
        type=VIA,
        default=("participation", "posting"),
        show_default=True,
        help="Kinds of step; may be repeated.",
    )(command)


def plain_node(base: KnowledgeBase, node: str) -> dict[str, Any]:
    """A node as a JSON value."""
    event = base.events.get(node)
    more = {"date": event.date, "status": event.status} if event else {}
    return {"id": node, "name": name_of(base, node), "kind": kind_of(base, node), **more}


def plain_link(link: Link) -> dict[str, Any]:
    """A link as a JSON value with all its evidence."""
    return {
        "from": link.left,
        "to": link.right,
        "via": link.via,
        "what": link.what,
        "detail": link.detail,
        "statement": link.statement,
        "status": link.status,
        "confidence": link.confidence,
        "evidence": [
            {"article": shown.article, "start": shown.start, "end": shown.end, "quote": shown.quote}
            for shown in link.evidence
        ],
    }


def said(link: Link, words: Words) -> str:
    """A link in words: its role, the post acted in, how sure, whether disputed, and of an event that was not held."""
    text = words.word("links", link.what)
    if link.detail:
        text += f" ({link.detail})"
    if link.via in ("participation", "posting"):
        text += f" · {words.shown(link.confidence, 'number')}"
    if link.status != "accepted":
        text += f" · {words.word('terms', link.status)}"
    if link.event_status != "held":
        text += f" · {words.word('terms', link.event_status)}"
    return printable(text)


def source_of(base: KnowledgeBase, shown: Evidence) -> str:
    """Where a quote stands: outlet, date and article."""
    for node in base.articles.values():
        if node.article == shown.article:
            parts = [node.publisher, node.published, node.url or node.article]
            return printable(", ".join(part for part in parts if part))
    return printable(shown.article)


def in_sentence(before: str, quote: str, after: str) -> str:
    """A quote marked in its sentence; a stop or a comma behind it stands close."""
    apart = "" if after[:1] in _CLOSING else " "
    return f"{before} “{quote}”{apart}{after}".strip()


def quoted(shown: Evidence, limit: int = 200) -> str:
    """A quote on one line, with as much of its sentence around it as fits."""
    line = " ".join(printable(shown.quote).split())
    if len(line) > limit:
        half = limit // 2  # who is meant often stands last in it
        return f"“{line[: half - 1]}… …{line[-half:]}”"
    room = (limit - len(line)) // 2
    before, after = " ".join(printable(shown.prefix).split()), " ".join(printable(shown.suffix).split())
    before = f"…{before[-room:]}" if len(before) > room else before
    after = f"{after[:room]}…" if len(after) > room else after
    return in_sentence(before, line, after)
