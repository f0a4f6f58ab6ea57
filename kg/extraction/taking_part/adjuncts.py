"""Items in front of a verb → where those stand that are no part of its subject: "Sesuai arahan X, Y menggelar Z".

In come the items of a sentence and the position of a verb; out come the positions of phrases that a preposition, a
conjunction or a bare verb opens and a comma closes: whoever is named in them does not do what the verb says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extraction.chunks import Holder, Item, Token, is_token, kind_of, text_of
from kg.extraction.holding.holders import is_real
from kg.extraction.words.vocabulary import Vocabulary

_MOST_OF_LIST = 8  # members of a list inside such a phrase
_AT_ONE_PLACE = 4  # words of different kinds that begin at one offset, at most
_REACH_OF_RECEIVERS = 12  # items that say to whom something is given
_NOTHING = range(0)
_DOES = ("cues", "hosts", "delegation", "speech", "fillers", "event")  # kinds of cue that have readers of their own


class Adjuncts:
    """Finds the phrases beside a subject by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def before(self, items: Sequence[Item], index: int) -> frozenset[int]:
        """The positions of the items in front of a verb that stand in phrases beside its subject."""
        given = self._given(items, index)
        if not any(is_token(item, ",") for item in items[:index]):
            return frozenset(given)
        found: set[int] = set(given)
        parts = list(_parts(items, index))
        at = 0
        while at < len(parts) - 1:
            start, stop = parts[at]
            at += 1
            if not self._opens(items, start, stop):
                continue
            found.update(range(start, stop))
            behind = range(at, min(at + _MOST_OF_LIST, len(parts) - 1))
            last = next((n for n in behind if kind_of(items[parts[n][0]]) == "conjunctions"), None)
            if last is not None and not any(self._opens(items, *part) for part in parts[at:last]):
                found.update(range(stop, parts[last][1]))  # the list in it: "Sesuai arahan X, Y, dan Z, …"
                at = last + 1
        return frozenset(found)

    def _given(self, items: Sequence[Item], index: int) -> range:
        """The positions of what is given to those of whom a clause tells: "memberikan surat X kepada warga yang hadir".

        Who gives it may be there with them.
        """
        if kind_of(items[index - 1] if index else None) != "relative":
            return _NOTHING
        for to in range(index - 2, max(-1, index - _REACH_OF_RECEIVERS), -1):
            item = items[to]
            if (isinstance(item, Holder) and is_real(item)) or kind_of(item) in _DOES or is_token(item, ",", ".", ";"):
                break
            if isinstance(item, Token) and item.text in self.vocabulary.receivers:
                words = (at for at in range(to) if self._active(items[at]))
                return range(next(words, 0), to)
        return _NOTHING

    def _active(self, item: Item) -> bool:
        return isinstance(item, Token) and self.vocabulary.active_verb(item.text)

    def _opens(self, items: Sequence[Item], start: int, stop: int) -> bool:
        """Whether the word with which a phrase begins keeps who is named in it out of the subject."""
        first = items[start]
        word = text_of(first).partition(" ")[0]
        if word in self.vocabulary.adjuncts or (start == 0 and word in self.vocabulary.first_adjuncts):
            return True
        kinds = {kind_of(item) for item in items[start : start + _AT_ONE_PLACE] if item.start == first.start}
        if not kinds.isdisjoint(_DOES) or not word.isalpha():
            return start == 0 and "cues" in kinds  # "Didampingi Kapolres X, Bupati Y meninjau Z"
        if word in self.vocabulary.conjunctions:  # "Usai Kapolres X, Dandim Y dan Z meninjau" has a subject of its own
            return start + 1 < stop and not isinstance(items[start + 1], Holder)
        return start == 0 and self.vocabulary.active_verb(word)


def _parts(items: Sequence[Item], index: int) -> Iterator[tuple[int, int]]:
    """Where the stretches between commas begin and end, up to a verb, which may follow right behind the last."""
    start = 0
    for position in range(index):
        if is_token(items[position], ","):
            if position > start:
                yield start, position
            start = position + 1
    yield start, index
