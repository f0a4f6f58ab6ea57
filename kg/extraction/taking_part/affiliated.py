"""Parts of a sentence → the same without the party of an office-holder: "Ketua DPRD X Ani Wijaya dari PKB membuka"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Holder, Item, kind_of
from kg.extraction.parts import Part
from kg.extraction.words.vocabulary import Vocabulary

_PARTY = "PoliticalParty"  # a class of bodies


def without_affiliations(items: Sequence[Item], found: list[Part], vocabulary: Vocabulary) -> list[Part]:
    """The parts but for those of parties that only say whom somebody belongs to who is there in another office."""
    parties = {id(part.holder) for part in found if _is_party(part.holder, vocabulary)}
    if not parties:
        return found
    said = {id(item) for at, item in enumerate(items) if id(item) in parties and _says_whose(items, at, vocabulary)}
    return [part for part in found if id(part.holder) not in said]


def _is_party(item: Item | None, vocabulary: Vocabulary) -> bool:
    body = item.institution if isinstance(item, Holder) and item.person is None and not item.offices else None
    return body is not None and vocabulary.class_of(body.type) == _PARTY


def _says_whose(items: Sequence[Item], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a party stands behind "dari" and somebody who holds an office elsewhere."""
    ahead = at - 1
    while ahead >= 0 and kind_of(items[ahead]) in ("affiliations", "fillers"):
        ahead -= 1
    who = items[ahead] if ahead >= 0 else None
    told = any(kind_of(item) == "affiliations" for item in items[ahead + 1 : at])
    if not told or not isinstance(who, Holder) or who.person is None:
        return False
    bodies = [office.institution for office in who.offices if office.institution is not None]
    return any(vocabulary.class_of(body.type) != _PARTY for body in bodies)
