"""An institution → all words that only say which one it is, in any wording that the gazetteer knows.

"Jateng" in "Kapolda Jateng" says no more than "Polda Jawa Tengah" does; "Hukum" in "Anggota KPU Divisi Hukum" does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from kg.lexicon.compile import load_lexicon
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.letters import key
from kg.lexicon.places import ancestors
from kg.linking.folding import fold_words

_LONGEST = 4  # words that a name may be parted into
_LONG = 6  # letters of a word from which on one that is wrong makes no other word
_RECENT = 1 << 12  # institutions whose words are kept


class Body(NamedTuple):
    """What a record tells of an institution: its name, kind, unit and region."""

    name: str
    concept: str | None
    unit: str | None
    region: str | None


class Called:
    """The words for one institution: single ones, and names as `key` has them."""

    def __init__(self, names: Iterable[str], keys: Iterable[str]) -> None:
        names = tuple(names)
        self._words = frozenset(word for name in names for word in fold_words(name).split())
        self._keys = frozenset((*keys, *map(key, names), *self._words))

    def beside(self, words: Sequence[str]) -> Iterator[str]:
        """Of the folded words of a post those that do not say which institution it is at."""
        at = 0
        while at < len(words):
            reach = self._name(words, at)
            if not reach and not self._misspelt(words[at]):
                yield words[at]
            at += reach or 1

    def _name(self, words: Sequence[str], at: int) -> int:
        """How many words from a place on are a name or a word of one, however it is parted; 0 where none begins."""
        most = min(_LONGEST, len(words) - at)
        return next((n for n in range(most, 0, -1) if "".join(words[at : at + n]) in self._keys), 0)

    def _misspelt(self, word: str) -> bool:
        """Whether a long word is one of these but for one letter."""
        return len(word) >= _LONG and any(
            len(own) >= _LONG and own[0] == word[0] and Levenshtein.distance(own, word, score_cutoff=1) == 1
            for own in self._words
        )


@cache
def default_body_words() -> BodyWords:
    """What the gazetteer that is installed calls institutions. Raises OntologyError when it can't be read."""
    return BodyWords(load_lexicon().gazetteer)


class BodyWords:
    """What institutions are called."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._names: dict[str, list[str]] = defaultdict(list)  # of each region, as `key` has them
        for name, codes in gazetteer.places.named.items():
            for code in codes:
                self._names[code].append(name)
        self.of = lru_cache(maxsize=_RECENT)(self._called)

    def _called(self, body: Body) -> Called:
        """The words for an institution."""
        kind = self._gazetteer.kinds.get(body.concept or "")
        unit = self._gazetteer.unit(body.unit) if body.unit else None
        places = self._gazetteer.places
        names = [body.name, *(kind.forms if kind else ()), *((unit.name, *unit.aliases) if unit else ())]
        regions = [*ancestors(body.region, places.regions)] if body.region else []
        names += [name for code in regions for name in (places.shown(code), *places.short(code), *places.seats(code))]
        return Called(names, (*places.levels, *(name for code in regions for name in self._names[code])))
