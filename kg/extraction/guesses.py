"""Bodies that only the place of an article tells apart → kept where they act, else not claimed to be the local one.

In come the bodies of an article and what takes part or is an office there; a body that is only spoken of without its
region loses it again, and one that only a post without a holder implies is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.extraction.chunks import Holder
from kg.extraction.drafts import EventDraft, Sentence
from kg.extraction.resolution import Body, Resolver

_REASON = "named without its region; it does nothing that would tell which one is meant"


def withdraw(resolver: Resolver, sentences: Sequence[Sentence], events: Iterable[EventDraft]) -> None:
    """Take back the guesses of a resolver about bodies that do nothing in the article."""
    active = {key for draft in events for part, _ in draft.parts for key in _bodies_of(part.holder)}
    for sentence in sentences:
        for item in sentence.items:
            if isinstance(item, Holder) and item.person is not None and item.person.entity is not None:
                active.update(_bodies_of(item))
    for key, body in list(resolver.bodies.items()):
        if not body.guessed or key in active:
            continue
        if set(body.mentions) <= body.offices:
            del resolver.bodies[key]
        else:
            _unplace(body, resolver)


def _unplace(body: Body, resolver: Resolver) -> None:
    """Leave a body with the words that name it; the local one is told as what may be meant."""
    body.candidates = (body.unit,) if body.unit else body.candidates
    start, end = min(span for span in body.mentions if span not in body.offices)
    body.name = " ".join(resolver.text[start:end].split())
    body.region, body.unit, body.reason = None, None, _REASON


def _bodies_of(holder: Holder) -> Iterator[str]:
    """The bodies that a holder stands for, and those of the one whom it represents."""
    yield from (office.entity for office in holder.offices if office.entity)
    if holder.institution is not None and holder.institution.entity:
        yield holder.institution.entity
    if holder.for_office is not None:
        yield from _bodies_of(holder.for_office)
