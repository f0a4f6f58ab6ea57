"""Chunks of a sentence → the holders in it: who stands there, in which offices, for which body.

A holder is a person with or without offices, an office-holder without a name, or a body by itself. The chunks that are
not part of a holder (cues, places, tokens) are handed on in their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunking.joined import joined
from kg.extraction.chunking.many import SOME, Many
from kg.extraction.chunks import (
    Chunk,
    Cue,
    Holder,
    Institution,
    Item,
    Office,
    Person,
    Place,
    Token,
    as_item,
    is_token,
    kind_of,
    text_of,
)  # fmt: skip
from kg.extraction.holding.appositions import appositions
from kg.extraction.holding.clauses_between import over_clauses
from kg.extraction.holding.dealt_out import dealt_out
from kg.extraction.holding.entered_apart import entered_apart
from kg.extraction.holding.envoys import absent_chief, chief_and_envoy, comes_for, names_envoy, represents, stands_in
from kg.extraction.holding.followers import without_candidates
from kg.extraction.holding.fractions import without_fractions
from kg.extraction.holding.handed import handed, succeeded
from kg.extraction.holding.held_behind import behind_semicolon, comes_from, person_behind
from kg.extraction.holding.held_in_front import held_in_front
from kg.extraction.holding.kin import Owner, owner_of_kin
from kg.extraction.holding.members import named_members
from kg.extraction.holding.moved import moved
from kg.extraction.holding.region_lists import with_lists
from kg.extraction.holding.respectively import respectively
from kg.extraction.holding.shared_posts import further_names, shares
from kg.extraction.holding.sought_offices import SOUGHT, is_sought
from kg.extraction.words.vocabulary import Vocabulary

_PLAIN = (Token, Cue, Place)  # what is no part of a holder
_WITH_BODIES = {Institution, Office}
_TWO = 2  # who stand together
_ONCE = "once-in-office"  # the concept of words behind an office for whoever held it until now
_HOLDING = ("appointed", "was", "conjunctions")  # kinds of cue: "Kapolres X yang lama menjabat", "lama dan baru"
_DASHES = ("-", "–")  # between two who stand for office together


def holders_of(chunks: Sequence[Chunk], many: Many, vocabulary: Vocabulary) -> list[Item]:
    """Holders in place of the institutions, offices and persons of a sentence; `many` knows which stand for many."""
    kinds = list(map(type, chunks))
    types = set(kinds)
    if types.issubset(_PLAIN):
        return list(chunks)
    if kinds.count(Person) >= _TWO:
        chunks = _with_tickets(chunks)
    if Institution in types and Person in types:
        chunks = without_fractions(chunks, many.text, vocabulary)
    listed = joined(with_lists(chunks, many.gazetteer, many.text)) if types & _WITH_BODIES else list(chunks)
    items = succeeded(handed(_after_office(listed, many, vocabulary), vocabulary))
    items = named_members(items, vocabulary) if Office in types and Person in types else items
    items = entered_apart(dealt_out(items, vocabulary), vocabulary)
    found = over_clauses(appositions(items, vocabulary))
    return without_candidates(found, vocabulary)


def _with_tickets(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """The chunks with a stroke in place of the dash between two who stand together: "paslon Ani Wijaya-Budi"."""
    dashes = [
        at
        for at, chunk in enumerate(chunks[1:-1], start=1)
        if isinstance(chunk, Token)
        and chunk.text in _DASHES
        and isinstance(chunks[at - 1], Person)
        and isinstance(chunks[at + 1], Person)
    ]
    if not dashes:
        return chunks
    pairs = list(chunks)
    for at in dashes:
        pairs[at] = Token(pairs[at].start, pairs[at].end, "/")
    return pairs


def _after_office(chunks: list[Chunk], many: Many, vocabulary: Vocabulary) -> list[Item]:
    """Join offices with the person who is named behind them."""
    items: list[Item] = []
    index = 0
    while index < len(chunks):
        chunk = chunks[index]
        if isinstance(chunk, _PLAIN):
            items.append(chunk)
            index += 1
            continue
        if not isinstance(chunk, Office):
            item, index = _without_office(chunks, index, many, vocabulary)
            items.append(item)
            continue
        sought = is_sought(items, chunks, index, chunk, vocabulary)
        of_many = person_behind(chunks, index + 1) is None and many.heads(chunks, index)
        beside = Owner(Token(chunk.start, chunk.end, SOUGHT if sought else SOME), index + 1)
        owner = beside if sought else owner_of_kin(items, chunks, index, vocabulary) or (beside if of_many else None)
        if owner is not None:
            items.append(owner.item)
            index = owner.end
            continue
        if (each := respectively(chunks, index)) is not None:
            items += each.items
            index = each.end
            continue
        before = kind_of(chunks[index - 1]) if index else ""
        of_chief = comes_for(chunks, index)
        offices, index = _offices(chunks, index, vocabulary)
        offices[-1].former = offices[-1].former or _until_now(chunks, index, vocabulary)
        index += offices[-1].former and is_token(
            chunks[index] if index < len(chunks) else None, *vocabulary.old_holders
        )
        person_at = person_behind(chunks, index) or behind_semicolon(chunks, index, items)
        if person_at is not None and is_token(chunks[person_at - 1], ","):
            following = chunks[person_at + 1] if person_at + 1 < len(chunks) else None
            came = stands_in(items, chunks[person_at]) or represents(following)
            if came or held_in_front(items, offices[0], before, chunks, person_at):
                person_at = None
        if person_at is None:
            told_before = offices[0].adherent and _pointed_at(chunks, index, vocabulary)
            items.append(absent_chief(items, offices, chunks, index) or _unnamed(offices, somebody=told_before))
            continue
        person = chunks[person_at]
        assert isinstance(person, Person)  # noqa: S101 - person_behind says so
        of_chief = of_chief or names_envoy(items, offices[-1], chunks, person_at)
        items += chief_and_envoy(offices, person) if of_chief else [_holder(offices, person)]
        index = _at_body_of(offices, chunks, person_at + 1, many)
        if not of_chief and shares(offices[-1], chunks, person_at):
            more, index = further_names(chunks, index, offices, ranked=person.rank is not None)
            items += more
    return items


def _without_office(chunks: list[Chunk], index: int, many: Many, vocabulary: Vocabulary) -> tuple[Item, int]:
    """What stands at a position where no office does, and the place behind it: whoever moves to a post has both."""
    chunk = chunks[index]
    if (mover := moved(chunks, index, many.text, vocabulary)) is not None:
        return mover
    return Token(chunk.start, chunk.end, SOME) if many.bodies(chunks, index) else as_item(chunk), index + 1


def _at_body_of(offices: list[Office], chunks: Sequence[Chunk], index: int, many: Many) -> int:
    """Give an office without a body the fitting one that its holder comes from: "JPU Ani dari Kejari X"."""
    office = offices[-1]
    body, behind = comes_from(chunks, index)
    if body is None or office.institution is not None or office.implied or not many.of_class(body, office.fits):
        return index
    office.institution = body
    return behind


def _unnamed(offices: list[Office], *, somebody: bool) -> Item:
    """Whoever holds some offices and is not named; nobody, where a suffix only says whose they are: "anggotanya".

    Where they only say who somebody is that was told of, their bodies take no part: "politikus Golkar itu".
    """
    start, end = offices[0].start, offices[-1].end
    return (
        Token(start, end, SOME)
        if offices[0].own
        else Holder(start, end, offices=offices, absent=somebody, venue=somebody)
    )


def _pointed_at(chunks: Sequence[Chunk], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a word at a position says that who stands in front of it was told of before: "politikus Golkar itu"."""
    return index < len(chunks) and text_of(chunks[index]) in vocabulary.demonstratives


def _until_now(chunks: Sequence[Chunk], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a word behind an office says that it was somebody's until now: "Kapolres X yang lama, Y"."""
    told, behind = (*chunks[index : index + 2], None, None)[:2]
    if isinstance(told, Token):
        comma = is_token(behind, ",") and index + 2 < len(chunks)
        named = isinstance(chunks[index + 2] if comma else behind, Person) or is_token(behind, ".", ")")
        named = named or kind_of(behind) == "conjunctions"
        return named and told.text in vocabulary.old_holders
    return isinstance(told, Cue) and told.concept == _ONCE and kind_of(behind) not in _HOLDING


def _holder(offices: list[Office], person: Person) -> Holder:
    return Holder(offices[0].start, person.full_end, person, offices)


def _offices(chunks: Sequence[Chunk], index: int, vocabulary: Vocabulary) -> tuple[list[Office], int]:
    """An office and those that the same person holds beside it ("Sekjen X sekaligus Wagub Y")."""
    first = chunks[index]
    assert isinstance(first, Office)  # noqa: S101 - the caller looked
    offices, index = [first], index + 1
    while index < len(chunks):
        at = _behind_also(chunks, index)
        following = chunks[at] if at < len(chunks) else None
        if at == index and _divided(chunks, at) and isinstance(chunks[at + 1], Office):
            at, following = at + 1, chunks[at + 1]  # "Anggota/Ketua Divisi Hukum"
            following = following if offices[-1].rank == "member" and _of_no_body(following) else None
        elif at == index and _as_well(chunks, index, vocabulary):
            at, following = at + 1, chunks[at + 1]  # "Kabag Ops selaku Karendal Ops Ani"
        elif at == index and isinstance(following, (Cue, Office)):
            at += following.kind == "as" if isinstance(following, Cue) else 0
            following = chunks[at] if at < len(chunks) and _of_member(offices[-1], chunks[at]) else None
        if not isinstance(following, Office):
            break
        offices.append(following)
        index = at + 1
    return offices, _behind_function(chunks, index)


def _behind_function(chunks: Sequence[Chunk], index: int) -> int:
    """Behind what an office-holder is besides, in front of the name: "Sekda X selaku Ketua Panitia Ani"; or the place.

    That is no office but a word for people; the name stands behind it, or behind a comma where it is held as well.
    """
    at = index
    while at < len(chunks) and kind_of(chunks[at]) in ("as", "also-holds"):
        at += 1
    if at == index or at >= len(chunks) or kind_of(chunks[at]) != "person-cues":
        return index
    also = any(kind_of(cue) == "also-holds" for cue in chunks[index:at])
    comma = also and at + 1 < len(chunks) and is_token(chunks[at + 1], ",")
    name = chunks[at + 1 + comma] if at + 1 + comma < len(chunks) else None
    return at + 1 if isinstance(name, Person) else index


def _as_well(chunks: Sequence[Chunk], at: int, vocabulary: Vocabulary) -> bool:
    """Whether an office that somebody has besides follows, with her name behind it: "Kabag Ops selaku Karendal Ani"."""
    word = chunks[at] if at + 1 < len(chunks) and isinstance(chunks[at + 1], Office) else None
    besides = isinstance(word, Cue) and word.kind == "as" and word.form == vocabulary.concept(word.concept).label()
    return besides and person_behind(chunks, at + 2) is not None


def _divided(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a stroke without blanks stands between the chunk before an index and the one behind."""
    if not 0 < at < len(chunks) - 1 or not is_token(chunks[at], "/"):
        return False
    return chunks[at - 1].end == chunks[at].start and chunks[at].end == chunks[at + 1].start


def _of_no_body(chunk: Chunk) -> bool:
    """Whether an office is one of many bodies, and none is named with it."""
    return isinstance(chunk, Office) and chunk.institution is None and chunk.generic


def _behind_also(chunks: Sequence[Chunk], index: int) -> int:
    """Behind words that somebody holds another office as well, each of which may be several cues; else the place."""
    start, at = chunks[index].start, index
    while at < len(chunks) and isinstance(chunks[at], Cue) and chunks[at].start == start:
        at += 1
    return at if any(kind_of(cue) == "also-holds" for cue in chunks[index:at]) else index


def _of_member(office: Office, following: Chunk) -> bool:
    """Whether an office only says what a member of a body does there: "Anggota KPU X selaku Ketua Divisi Hukum"."""
    member = office.rank == "member" and office.institution is not None
    return member and _of_no_body(following)


def is_real(holder: Holder) -> bool:
    """Whether a holder is somebody: not a capitalised word that is no name, and not "para camat" in general."""
    if holder.institution is not None or (holder.person is not None and holder.person.entity is not None):
        return True
    return any(office.institution is not None or not office.words.islower() for office in holder.offices)
