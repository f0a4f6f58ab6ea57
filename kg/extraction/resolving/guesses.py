"""Bodies that only the place of an article tells apart → kept where they act, else not claimed to be the local one.

In come the bodies of an article and what takes part or is an office there; a body that is only spoken of without its
region loses it again; one that only a post without a holder implies, or whose word is a collective one, is dropped, and
so is one of the police or the army: "jajaran Polres" are many.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.extraction.chunks import Holder, Item, Token, is_joint, kind_of
from kg.extraction.drafts import EventDraft, Sentence
from kg.extraction.resolved import Body
from kg.extraction.resolving.resolution import Resolver

_DASHES = "-–"
_REASON = "named without its region; it does nothing that would tell which one is meant"


def withdraw(resolver: Resolver, sentences: Sequence[Sentence], events: Iterable[EventDraft]) -> None:
    """Take back the guesses of a resolver about bodies that do nothing in the article."""
    active = {key for draft in events for part, _ in draft.parts for key in _bodies_of(part.holder)}
    for sentence in sentences:
        for holder in sentence.holders:
            if holder.person is not None and holder.person.entity is not None:
                active.update(_bodies_of(holder))
    races = {span for sentence in sentences if _paired(sentence.holders) for span in _races(sentence.items)}
    elected = [s for s in sentences if any(_house(holder, resolver) for holder in s.holders)]
    houses = {span for sentence in elected for span in _houses(sentence.items, resolver)}
    for key, body in list(resolver.bodies.items()):
        if key not in active and houses and set(body.mentions) <= houses:
            del resolver.bodies[key]
            continue
        if key in active and _of_either(body, resolver):
            _unplace(body, resolver)
            continue
        if key in active or not (body.guessed or set(body.mentions) <= races):
            continue
        if body.collective or resolver.vocabulary.ranked(body.type) or set(body.mentions) <= body.offices:
            del resolver.bodies[key]
        else:
            _unplace(body, resolver)


def _of_either(body: Body, resolver: Resolver) -> bool:
    """Whether a body that only the place tells may as well be that of another regency, which is named as often."""
    civil = body.guessed and not resolver.vocabulary.ranked(body.type)
    return civil and body.region in resolver.setting.rivals and not set(body.mentions) <= body.offices


def _paired(holders: Sequence[Holder]) -> bool:
    """Whether both offices of such a pair are among some holders."""
    return any(_head(holder, "head") for holder in holders) and any(_head(holder, "deputy") for holder in holders)


def _races(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """The offices that are named as a pair, of which nobody holds one: "Bupati dan Wakil Bupati X" are sought."""
    for left, joint, right in zip(items, items[1:], items[2:], strict=False):
        paired = is_joint(joint) or (isinstance(joint, Token) and joint.text in _DASHES)
        if paired and _head(left, "head") and _head(right, "deputy"):
            yield from ((office.start, office.end) for item in (left, right) for office in item.offices)  # type: ignore[union-attr]


def _houses(items: Sequence[Item], resolver: Resolver) -> Iterator[tuple[int, int]]:
    """The legislatures without a name that are only elected: "DPR, DPD dan DPRD", "kotak suara DPRD Provinsi"."""
    joined = [item for item in items if not (is_joint(item) or kind_of(item) == "place-words")]
    for before, item, behind in zip([None, *joined], joined, [*joined[1:], None], strict=False):
        if not isinstance(item, Holder) or not _house(item, resolver):
            continue
        told = item.institution is not None and item.institution.level is not None
        level = next((kind_of(other) == "place-words" for other in items if other.start > item.start), False)
        if told or level or _house(before, resolver) or _house(behind, resolver):
            yield item.start, item.end


def _house(item: Item | None, resolver: Resolver) -> bool:
    """Whether an item is a legislature without a name."""
    body = item.institution if isinstance(item, Holder) else None
    if body is None or body.name:
        return False
    return resolver.vocabulary.class_of(body.type) == "Legislature"


def _head(item: Item, rank: str) -> bool:
    """Whether an item is an office of a rank without a holder."""
    return isinstance(item, Holder) and item.person is None and any(office.rank == rank for office in item.offices)


def _unplace(body: Body, resolver: Resolver) -> None:
    """Leave a body with the words that name it; the local one is told as what may be meant."""
    body.candidates = (body.unit,) if body.unit else body.candidates
    start, end = min(span for span in body.mentions if span not in body.offices)
    body.name = " ".join(resolver.text[start:end].split())
    hit = resolver.vocabulary.institution_named(body.name)
    building = resolver.vocabulary.concept(hit.concept).value("placeOf") if hit else None
    if building is not None:
        body.name = resolver.vocabulary.concept(building).label()
    body.region, body.unit, body.reason = None, None, _REASON


def _bodies_of(holder: Holder) -> Iterator[str]:
    """The bodies that a holder stands for, and those of the one whom it represents."""
    yield from (office.entity for office in holder.offices if office.entity)
    if holder.institution is not None and holder.institution.entity:
        yield holder.institution.entity
    if holder.for_office is not None:
        yield from _bodies_of(holder.for_office)
