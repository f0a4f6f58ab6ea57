"""Two knowledge bases, an old and a new → what was added, removed and changed, claim by claim."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kg.graph.knowledge_base import KnowledgeBase, Node
from kg.model import CoOccurrence, Participation, Posting

Verb = Literal["added", "removed", "changed", "merged", "moved"]
Ends = tuple[str, ...]
KINDS = ("article", "entity", "post", "event", "posting", "participation", "cooccurrence", "region")
_PARTS = {
    "article": "articles", "entity": "entities", "post": "posts", "event": "events", "posting": "postings",
    "participation": "participations", "cooccurrence": "cooccurrences", "region": "regions",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a node and its values before and after; of evidence, how many quotes went and came."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `label` names the node for people; `into` is what a removed one now is: an entity or a claim that
    was there before (merged), or the same under another id (moved), as the claims of such an entity are.
    """

    verb: Verb
    kind: str
    id: str
    label: str
    fields: tuple[FieldChange, ...] = ()
    into: str | None = None


def compare(old: KnowledgeBase, new: KnowledgeBase) -> Iterator[Change]:
    """Every difference, by kind and then by label. Positions of the same quote in its article are no difference."""
    now: dict[str, str] = {}  # ids of entities that are gone, and what they are now
    for kind in KINDS:
        before: Mapping[str, Node] = getattr(old, _PARTS[kind])
        after: Mapping[str, Node] = getattr(new, _PARTS[kind])
        if kind == "entity":
            found = [_gone(old, new, kind, key) for key in before.keys() - after.keys()]
            now = {change.id: change.into for change in found if change.into}
        else:
            gone = before.keys() - after.keys()
            heirs_of = _by_ends(after, before.keys()) if gone and now else {}
            found = [_followed(old, kind, before[key], now, heirs_of) for key in gone]
        heirs = {change.into for change in found if change.verb == "moved"}
        came = after.keys() - before.keys() - heirs
        found += [Change("added", kind, key, label(new, after[key])) for key in came]
        for key in before.keys() & after.keys():
            if fields := tuple(_fields(before[key], after[key])):
                found.append(Change("changed", kind, key, label(new, after[key]), fields))
        yield from sorted(found, key=lambda change: (change.verb, change.label, change.id))


def _gone(old: KnowledgeBase, new: KnowledgeBase, kind: str, key: str) -> Change:
    node: Node = getattr(old, _PARTS[kind])[key]
    if kind == "entity":
        shown = label(old, node)
        heirs = [e for e in new.entities.values() if e.cls == old.entities[key].cls and shown in (e.name, *e.aliases)]
        if len(heirs) == 1:
            verb: Verb = "merged" if heirs[0].id in old.entities else "moved"
            return Change(verb, kind, key, shown, into=heirs[0].id)
    return Change("removed", kind, key, label(old, node))


def _followed(
    old: KnowledgeBase, kind: str, node: Node, now: Mapping[str, str], heirs: Mapping[Ends, tuple[str, bool]]
) -> Change:
    """A claim that is gone, or the one that tells the same of the entity that its own has become."""
    shown, ends = label(old, node), _ends(node, now)
    if ends is None or ends not in heirs or ends == _ends(node, {}):
        return Change("removed", kind, node.id, shown)
    heir, known = heirs[ends]
    return Change("merged" if known else "moved", kind, node.id, shown, into=heir)


def _by_ends(nodes: Mapping[str, Node], known: Container[str]) -> dict[Ends, tuple[str, bool]]:
    """The claims by what they tie, and whether each was there before."""
    return {ends: (key, key in known) for key, node in nodes.items() if (ends := _ends(node, {})) is not None}


def _ends(node: Node, now: Mapping[str, str]) -> Ends | None:
    """What a claim ties and how, with the ids that entities have now; None of what is no claim."""
    match node:
        case Posting():
            return "posting", now.get(node.person, node.person), node.post, node.acting or "", str(node.former)
        case Participation():
            behalf = node.on_behalf_of and now.get(node.on_behalf_of, node.on_behalf_of)
            return "participation", now.get(node.participant, node.participant), node.event, node.role, behalf or ""
        case CoOccurrence():
            return "cooccurrence", *sorted(now.get(end, end) for end in node.between), node.scope
    return None


def _fields(before: Node, after: Node) -> Iterator[FieldChange]:
    for field in dataclasses.fields(before):
        one, two = getattr(before, field.name), getattr(after, field.name)
        if field.name == "evidence":
            gone = {(e.article, e.quote) for e in one} - {(e.article, e.quote) for e in two}
            came = {(e.article, e.quote) for e in two} - {(e.article, e.quote) for e in one}
            if gone or came:
                yield FieldChange("evidence", sorted(gone), sorted(came))
        elif one != two:
            yield FieldChange(field.name, one, two)


def label(base: KnowledgeBase, node: Node) -> str:
    """A node in a few words: its name, or who did what where."""
    match node:
        case Posting():
            post = base.posts.get(node.post)
            return f"{_name(base, node.person)} – {post.label if post else node.post}"
        case Participation():
            return f"{_name(base, node.participant)} – {node.role} – {_name(base, node.event)}"
        case CoOccurrence():
            return " + ".join(_name(base, end) for end in node.between) + f" ({node.scope})"
    shown = [getattr(node, name, None) for name in ("name", "label", "title", "article")]
    return next((str(text) for text in shown if text), node.id)


def _name(base: KnowledgeBase, key: str) -> str:
    known = base.entities.get(key) or base.events.get(key)
    return known.name if known else key
