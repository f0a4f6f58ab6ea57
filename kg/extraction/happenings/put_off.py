"""A word for what is put off or called off → what it says of the event, or that it was only put off before.

"Rapat ditunda" was not held; "Setelah sempat ditunda, KPU menggelar rapat" was.

In come the items of a sentence and the place of the word in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Item, is_token, kind_of, text_of
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import EventStatus

_REACH = 2  # items in front of a word that say that it tells what was before, or that a verb is none
_NOT_DONE = frozenset({"modality", "negation", "wishes", "urging"})  # kinds of cue


def called_off(vocabulary: Vocabulary, items: Sequence[Item], event: int) -> EventStatus | None:
    """The status that the word right behind an event's gives it, if that is off: "25 orang hadir, rapat ditunda"."""
    behind = items[event + 1] if event + 1 < len(items) else None
    if not isinstance(behind, Cue) or behind.kind != "modality":
        return None
    concept = vocabulary.concept(behind.concept)
    status: EventStatus | None = concept.value("status")  # type: ignore[assignment]
    if status == "planned" or concept.value("direction") is not None:
        return None
    return None if held_after_all(vocabulary, items, event + 1) else status


def held_after_all(vocabulary: Vocabulary, items: Sequence[Item], at: int) -> bool:
    """Whether what was put off was held: words for earlier stand in front of that, and a verb says that it was held.

    "Rapat yang sempat ditunda digelar". A clause with "yang" may tell of another thing, and behind a word for "after"
    the verb stands behind a comma.
    """
    ahead = [text_of(item) for item in items[max(0, at - _REACH) : at]]
    told = [n for n in range(len(items)) if n != at and _held(vocabulary, items, n, items[at])]
    if not vocabulary.once.isdisjoint(ahead) or (at > 0 and kind_of(items[at - 1]) == "relative"):
        return bool(told)
    after = not vocabulary.sequence.isdisjoint(ahead[-1:]) and any(is_token(item, ",") for item in items[at:])
    return after and any(n > at for n in told)


def _held(vocabulary: Vocabulary, items: Sequence[Item], at: int, put_off: Item) -> bool:
    """Whether a verb says at a place that something was held, and no other word in front that it was not or will be."""
    item = items[at]
    if not (text_of(item) in vocabulary.happening or _of_role(vocabulary, item)):
        return False
    ahead = [other for other in items[:at] if other.start < item.start and other is not put_off][-_REACH:]
    return _NOT_DONE.isdisjoint(map(kind_of, ahead))


def _of_role(vocabulary: Vocabulary, item: Item) -> bool:
    return isinstance(item, Cue) and item.kind == "cues" and vocabulary.concept(item.concept).value("role") is not None
