"""An office whose holder's relative or aide is spoken of → that holder, who is not there: "istri Kapolres X AKBP Ani".

The name behind the office is the office-holder's, unless it is that of the relative: "istri Bupati X Ny. Ani".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.extraction.chunking.many import SOME
from kg.extraction.chunks import Chunk, Cue, Holder, Item, Office, Person, Token, is_token, kind_of
from kg.extraction.holding.held_behind import person_behind
from kg.extraction.words.vocabulary import Vocabulary

_RELATIVE = 2  # chunks from the name to that of the relative: a comma, and it


class Owner(NamedTuple):
    """Whoever holds such an office, named or not, and the place behind."""

    item: Item
    end: int


def owner_of_kin(items: Sequence[Item], chunks: Sequence[Chunk], index: int, vocabulary: Vocabulary) -> Owner | None:
    """Whoever holds the office at an index, where only somebody beside them is spoken of; None for all others."""
    office = chunks[index]
    kin = _kin(items)
    if not isinstance(office, Office) or (kin is None and office.served is None):
        return None
    at = person_behind(chunks, index + 1)
    person = chunks[at] if at is not None else None
    parted = at is not None and any(is_token(chunk, ",") for chunk in chunks[index + 1 : at])
    if at is not None and isinstance(person, Person):
        served = office.served if kin is None else office
        if kin is not None:
            named = person.rank is not None or not (parted or _is_woman(kin, person, vocabulary))
        else:
            named = not parted and _of_served(office, person, chunks, at)
        if named and served is not None:
            held = Holder(served.start, person.full_end, person, [served], absent=True, venue=True)
            return Owner(held, at + 1)
    return Owner(Token(office.start, office.end, SOME), index + 1) if kin is not None else None


def _kin(items: Sequence[Item]) -> Cue | None:
    """The word for a relative that stands last: "istri", in front of "Bupati X"."""
    last = (item for item in items[-2:] if item.start == items[-1].start)
    return next((item for item in last if isinstance(item, Cue) and item.kind == "kin"), None)


def _is_woman(kin: Cue, person: Person, vocabulary: Vocabulary) -> bool:
    """Whether a name is that of a relative who is a woman, by its title."""
    titled = not vocabulary.of_women.isdisjoint(person.honorifics)
    return titled and vocabulary.concept(kin.concept).flag("ofWoman")


def _of_served(office: Office, person: Person, chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a name behind the post of an aide is that of whom she serves: the aide has a rank or a name behind it."""
    comma, aide = (*chunks[at + 1 : at + 1 + _RELATIVE], None, None)[:2]
    if is_token(comma, ",") and isinstance(aide, Person) and aide.rank is not None:
        return True
    return office.words[0].islower() and person.rank is None and kind_of(chunks[at - 1]) == ""
