"""What a person types → the entity that is meant: its id, or its name or an alias, letters' case aside.

Ranks, titles and degrees may stand beside a name. Whatever could mean several entities is refused with the list of
them; so is the short name that an article gives one body where others of its class are called so as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from kg.errors import QueryError
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.meant import meant
from kg.graph.offices import find_office
from kg.model import Entity, Event, Posting

Node = Entity | Event
SHOWN = 8
_WORD = re.compile(r"\w+")
_WRITTEN = re.compile(r"<?(?:[a-z][a-z0-9+.-]*://\S*/)?(?P<kind>[a-z]+)[:/](?P<local>[^\s<>/:]+)>?")
_INNER_STOP = re.compile(r"\.(?=\w)")


def find_node(base: KnowledgeBase, text: str) -> Node:
    """The one entity or event meant by an id, a name, an alias, or else a part of a name.

    Raises QueryError when nothing is meant, or more than one thing; its hint lists what is near.
    """
    wanted = text.strip()
    exact = next((n for one in (wanted, id_of(wanted)) if (n := base.entities.get(one) or base.events.get(one))), None)
    if exact is not None:
        return exact
    folded = " ".join(wanted.casefold().split())
    for way in (_by_name, _by_alias, _by_part, _by_words, _by_title, _by_gazetteer, _event_by_part, _event_by_words):
        found = way(base, folded)
        if len(found) == 1:
            return found[0]
        if found:
            listed = "".join(f"\n  {node.id}  {_told(base, node)}" for node in found[:SHOWN])
            more = f"\n  and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
            raise QueryError(f"{text!r} could be {len(found)} things", hint=f"give the id of one:{listed}{more}")
    raise QueryError(f"nothing is named {text!r}", hint=_holders(base, text) or _near(base, folded))


def id_of(text: str) -> str:
    """The id that `graph.ttl` or an address writes in another way; other text as it is.

    >>> id_of("claim:8f0c"), id_of("<https://kg.example/id/claim/8f0c>"), id_of("Made Rai")
    ('claim/8f0c', 'claim/8f0c', 'Made Rai')
    """
    written = _WRITTEN.fullmatch(text.strip())
    return f"{written['kind']}/{unquote(written['local'])}" if written else text


def _told(base: KnowledgeBase, node: Node) -> str:
    """A name, and what tells it from its namesakes: a person's latest office or else an article, the day of an event.

    An office that a decision took away tells nothing.
    """
    if isinstance(node, Event):
        return f"{node.name} ({node.date})" if node.date else node.name
    about = [s for s in base.statements_about.get(node.id, ()) if s.status != "rejected"]
    held = [s for s in about if isinstance(s, Posting) and s.person == node.id]
    if not held:
        articles = {item.article for s in about for item in s.evidence} if node.cls == "Person" else ()
        return f"{node.name} (in {min(articles)})" if articles else node.name
    latest = max(held, key=lambda s: (s.last_seen or s.start_asserted or "", s.id))
    return f"{node.name} ({base.posts[latest.post].label})"


def _everything(base: KnowledgeBase) -> list[Node]:
    return [*base.entities.values(), *base.events.values()]


def _names(node: Node) -> tuple[str, ...]:
    """What a thing is called: its name, and those that articles give an entity."""
    return (node.name, *node.aliases) if isinstance(node, Entity) else (node.name,)


def _by_name(base: KnowledgeBase, folded: str) -> list[Node]:
    """What bears the name. That of a body tied to nothing is short for one of many, and is looked at with them."""
    found = [node for node in _everything(base) if node.name.casefold() == folded]
    open_names = any(isinstance(node, Entity) and node.nil and node.cls != "Person" for node in found)
    return [] if open_names else found


def _by_alias(base: KnowledgeBase, folded: str) -> list[Node]:
    """What is called so in an article, with all of its class that articles name by these words and more."""
    found = {e.id: e for e in base.entities.values() if folded in (n.casefold() for n in (e.name, *e.aliases))}
    classes = {entity.cls for entity in found.values()}
    asked = words_of(folded)
    alike = (e for e in base.entities.values() if e.cls in classes and not e.context)
    found |= {e.id: e for e in alike if asked and asked <= words_of(e.name)}
    return [found[one] for one in sorted(found)]


def _by_part(base: KnowledgeBase, folded: str) -> Sequence[Node]:
    return [node for node in base.entities.values() if folded and any(folded in n.casefold() for n in _names(node))]


def _by_words(base: KnowledgeBase, folded: str) -> Sequence[Node]:
    """What has all the words in its name: a level that is left out does not matter."""
    asked = words_of(folded)
    return [node for node in base.entities.values() if asked and any(asked <= words_of(n) for n in _names(node))]


def _event_by_part(base: KnowledgeBase, folded: str) -> Sequence[Node]:
    return [event for event in base.events.values() if folded and folded in event.name.casefold()]


def _event_by_words(base: KnowledgeBase, folded: str) -> Sequence[Node]:
    asked = words_of(folded)
    return [event for event in base.events.values() if asked and asked <= words_of(event.name)]


def _by_gazetteer(base: KnowledgeBase, folded: str) -> Sequence[Node]:
    """The body that is called so, whatever articles call it: "Pemkab Blora"; an office names none."""
    post, units = meant(folded)
    return [entity for entity in base.entities.values() if post is None and entity.unit in units]


def _by_title(base: KnowledgeBase, folded: str) -> list[Node]:
    """Who is named with ranks, titles or degrees that articles give them."""
    return [
        entity
        for entity in base.entities.values()
        if is_titled(folded, (entity.name, *entity.aliases), (*entity.ranks, *entity.honorifics, *entity.degrees))
    ]


def is_titled(text: str, names: Iterable[str], titles: Iterable[str]) -> bool:
    """Whether a text is a name, or words of one, beside ranks, titles or degrees: "AKP Suparta".

    >>> is_titled("AKP Suparta, S.H.", ["I Gede Suparta Yasa"], ["AKP", "SH"])
    True
    """
    asked, given = words_of(_glued(text)), words_of(*map(_glued, titles))
    named = asked - given
    return bool(named) and bool(asked & given) and any(named <= words_of(name) for name in names)


def _glued(text: str) -> str:
    """ "M.Si" and "MSi" are one title."""
    return _INNER_STOP.sub("", text)


def words_of(*texts: str) -> set[str]:
    """The words of texts, letters' case aside."""
    return {word for text in texts for word in _WORD.findall(text.casefold())}


def _holders(base: KnowledgeBase, text: str) -> str | None:
    """Who holds the office that a text names, if it names one."""
    try:
        office = find_office(base, text)
    except QueryError:
        return None
    postings = (one for one in base.postings.values() if one.post in office.posts and one.status != "rejected")
    held = sorted({(base.entities[one.person].name, one.person) for one in postings})
    listed = "".join(f"\n  {person}  {name}" for name, person in held[:SHOWN])
    return f"{office.label} is an office; give who held it:{listed}" if held else None


def _near(base: KnowledgeBase, folded: str) -> str:
    from difflib import get_close_matches

    names = {name.casefold(): node.name for node in base.entities.values() for name in reversed(_names(node))}
    near = get_close_matches(folded, sorted(names), n=3, cutoff=0.6)
    return (
        f"did you mean {', '.join(dict.fromkeys(names[key] for key in near))}?"
        if near
        else "look for a part of the name"
    )
