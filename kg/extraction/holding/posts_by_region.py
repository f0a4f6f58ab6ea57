"""A post told by its region alone → who has it: "Untuk Blora dari A kepada B", "pos Blora diisi B".

The article names one head of a body with the name of that region: "Kapolres Blora".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extraction.chunks import Cue, Holder, Item, Office, Place, is_token, kind_of, text_of
from kg.extraction.holding.handed import held_by
from kg.extraction.words.vocabulary import Vocabulary

_FAR = 3  # items between a region and who has the post there
_HEAD = "head"


def give_by_region(sentences: Sequence[Sequence[Item]], text: str, vocabulary: Vocabulary) -> None:
    """Give who is told to have the post of a region, and who had it, the office that the article names with it."""
    told = [(items, at) for items in sentences for at, item in enumerate(items) if isinstance(item, Place)]
    found = [(items[at], pair) for items, at in told if (pair := _who(items, at, text, vocabulary)) is not None]
    heads = (
        _heads(sentences) if found and any(_of_posts(item, vocabulary) for items in sentences for item in items) else {}
    )
    for place, (old, new) in found:
        words = text[place.start : place.end].casefold().split()
        named = [heads[name] for name in (" ".join(words), " ".join(words[1:])) if name in heads]
        office = named[0] if named else None
        if office is None:
            continue
        new.offices = [replace(office, former=False, acting=None), *new.offices]
        if old is not None:
            old.offices = [replace(office, former=True, acting=None), *old.offices]


def _of_posts(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether a word tells of posts, or of their handover."""
    if kind_of(item) in ("post-itself", "moves", "appointed", "handed"):
        return True
    return isinstance(item, Cue) and item.kind == "event" and item.concept in vocabulary.handovers


def _heads(sentences: Iterable[Sequence[Item]]) -> dict[str, Office | None]:
    """The only post of a head at a body of each name; None where there are several."""
    found: dict[str, Office | None] = {}
    for office in _offices(sentences):
        body = office.institution
        if body is None or not body.name or office.rank != _HEAD or office.candidate:
            continue
        known = found.setdefault(body.name.casefold(), office)
        if known is not None and known.role != office.role:
            found[body.name.casefold()] = None
    return found


def _offices(sentences: Iterable[Sequence[Item]]) -> Iterator[Office]:
    for items in sentences:
        for item in items:
            yield from item.offices if isinstance(item, Holder) else ()


def _who(items: Sequence[Item], at: int, text: str, vocabulary: Vocabulary) -> tuple[Holder | None, Holder] | None:
    """Who had the post of the region at a position, where that is told, and who has it now; None for nobody."""
    behind = at + 1 + (at + 1 < len(items) and is_token(items[at + 1], ","))
    given = _behind(items, behind, vocabulary.from_whom)
    old = _person(items, given) if given is not None else None
    if given is not None and old is not None:
        comma = given + 1 < len(items) and is_token(items[given + 1], ",")
        taken = _behind(items, given + 1 + comma, vocabulary.to_whom)
        new = _person(items, taken) if taken is not None else None
        return (old, new) if new is not None and old is not new else None
    word = text[items[at].start : items[at].end].casefold().partition(" ")[0]
    if word not in vocabulary.posts_as_places and not (at and kind_of(items[at - 1]) == "post-itself"):
        return None
    for index in range(at + 1, min(len(items), at + 1 + _FAR)):
        if kind_of(items[index]) == "handed" or held_by(items[index], vocabulary):
            new = _person(items, index + 1)
            return (None, new) if new is not None else None
    return None


def _behind(items: Sequence[Item], at: int, words: frozenset[str]) -> int | None:
    """Behind the word of a set that stands at a position, which may be several cues; None where none does."""
    start = at
    while at < len(items) and text_of(items[at]) in words:
        at += 1
    return at if at > start else None


def _person(items: Sequence[Item], at: int) -> Holder | None:
    """The person without a present office who is named at a position."""
    item = items[at] if at < len(items) else None
    if not isinstance(item, Holder) or item.person is None:
        return None
    return item if all(office.former for office in item.offices) else None
