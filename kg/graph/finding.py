"""What a person types → the entity that is meant: its id, or its name or an alias, letters' case aside.

Whatever could mean several entities is refused with the list of them.
"""

from __future__ import annotations

from kg.errors import QueryError
from kg.graph.knowledge_base import KnowledgeBase
from kg.model import Entity, Event

Node = Entity | Event
SHOWN = 8


def find_node(base: KnowledgeBase, text: str) -> Node:
    """The one entity or event meant by an id, a name, an alias, or else a part of a name.

    Raises QueryError when nothing is meant, or more than one thing; its hint lists what is near.
    """
    wanted = text.strip()
    exact = base.entities.get(wanted) or base.events.get(wanted)
    if exact is not None:
        return exact
    folded = " ".join(wanted.casefold().split())
    for found in (_by_name(base, folded), _by_alias(base, folded), _by_part(base, folded), _by_words(base, folded)):
        if len(found) == 1:
            return found[0]
        if found:
            listed = "; ".join(f"{node.name} = {node.id}" for node in found[:SHOWN])
            more = f"; and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
            raise QueryError(f"{text!r} could be {len(found)} things", hint=f"give the id of one: {listed}{more}")
    raise QueryError(f"nothing is named {text!r}", hint=_near(base, folded))


def _everything(base: KnowledgeBase) -> list[Node]:
    return [*base.entities.values(), *base.events.values()]


def _by_name(base: KnowledgeBase, folded: str) -> list[Node]:
    return [node for node in _everything(base) if node.name.casefold() == folded]


def _by_alias(base: KnowledgeBase, folded: str) -> list[Node]:
    return [e for e in base.entities.values() if folded in (alias.casefold() for alias in e.aliases)]


def _by_part(base: KnowledgeBase, folded: str) -> list[Node]:
    return [node for node in _everything(base) if folded and folded in node.name.casefold()]


def _by_words(base: KnowledgeBase, folded: str) -> list[Node]:
    """What has all the words in its name: a level that is left out does not matter."""
    words = set(folded.split())
    return [node for node in _everything(base) if words and words <= set(node.name.casefold().split())]


def _near(base: KnowledgeBase, folded: str) -> str:
    from difflib import get_close_matches

    names = {node.name.casefold(): node.name for node in base.entities.values()}
    near = get_close_matches(folded, sorted(names), n=3, cutoff=0.6)
    return f"did you mean {', '.join(names[key] for key in near)}?" if near else "look for a part of the name"
