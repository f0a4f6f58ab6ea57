"""A verb by which somebody is received → whether it tells of a visit: "Ketua KPU X diterima langsung oleh Kapolres Y".

Who comes opens the clause; what is handed in does otherwise: "Laporan Ketua KPU X diterima Bawaslu".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Cue, Holder, Item, Place, is_joint, is_token, kind_of, text_of
from kg.extraction.holding.holders import is_real
from kg.extraction.parts import Part
from kg.extraction.taking_part.standing import Standing
from kg.extraction.words.vocabulary import Vocabulary

_LITTLE = frozenset({"fillers", "plural", "person-cues", "date", "conjunctions", "place-words", "venue-words"})
_STOPS = (".", ";", ":", "–", "-")
_REACH_OF_HOST = 3  # items


def guest_opens(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> bool:
    """Whether people open the clause of the verb at an index, and somebody in office stands behind it."""
    behind = [item for item in items[index + 1 :] if item.start >= items[index].end][:_REACH_OF_HOST]
    host = next((item for item in behind if isinstance(item, Holder)), None)
    if host is None or not (host.offices or host.person is not None):
        return False
    if kind_of(next((item for item in items if item.start >= host.end), None)) == "as":
        return False  # "diterima Ketua KPU X sebagai saksi"
    came = False
    for item in reversed(items[:index]):
        if isinstance(item, Holder):
            came = came or (is_real(item) and (item.person is not None or bool(item.offices)))
        elif is_token(item, *_STOPS) or kind_of(item) in ("clause-breaks", "while"):
            break
        elif not (_little(item) or text_of(item) in vocabulary.parties or _joins(item)):
            return False
    return came


def received(items: Sequence[Item], index: int, event: Cue, standing: Standing) -> Iterator[Part]:
    """The parts of those who are received, where a verb tells of that."""
    told = standing.vocabulary.concept(event.concept).flag("guestOpens")
    if told and guest_opens(items, index, standing.vocabulary):
        yield from (Part(guest, "attended", event, weak=True) for guest in standing.subject(items, index))


def _little(item: Item) -> bool:
    """Whether an item says nothing of what is received: a sign, the day, the place, who else came."""
    return is_joint(item) or kind_of(item) in _LITTLE or isinstance(item, Place) or is_token(item, "(", ")", "/")


def _joins(item: Item) -> bool:
    """Whether a word brings somebody along."""
    return kind_of(item) in ("cues", "hosts")
