"""What linking asks of the records: each class of questions once, so that other machines can answer them too."""

from __future__ import annotations

import marshal
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Protocol, overload

from kg.errors import RecordError
from kg.linking.brief import brief
from kg.linking.comparison import Context
from kg.linking.copies import Copies, print_of
from kg.linking.dividing import Divide, undivided
from kg.linking.folding import fold_words
from kg.linking.institutions import Institutions
from kg.linking.links import Link
from kg.linking.meetings import Meeting, meetings_of
from kg.linking.names import Names, names_by
from kg.linking.profiles import Profile, profiles_of
from kg.linking.reports import score_meetings
from kg.linking.rewrite import Dropped, Gone
from kg.linking.rows import ArticleRow, article_row
from kg.linking.scoring import Scored, score_pairs
from kg.linking.words import Words
from kg.records import Record
from kg.spool import Lines, Spool
from kg.wire import loads

_COMMON_FROM = 4  # distinct full names with a token from which on the token is common here


@dataclass(frozen=True)
class Known:
    """What is known before persons and events are compared; `common` are tokens that many full names have."""

    copies: Mapping[str, str]
    institutions: Institutions
    common: frozenset[str]
    words: Words

    def __reduce__(self) -> tuple[Any, ...]:
        return Known, (self.copies, self.institutions, self.common, self.words)

    @cached_property
    def names(self) -> Names:
        return names_by(self.words, self.common)


class Source(Protocol):
    """All records, and what linking asks of them: answered here, or on many machines."""

    def __iter__(self) -> Iterator[Record]:
        """The records by article."""

    def known(self, words: Words) -> Known:
        """What one reading of all records tells."""

    def common(self) -> frozenset[str]:
        """The tokens that so many full names have that they hardly tell people apart."""

    def compared(self, known: Known) -> Iterable[ArticleRow]:
        """The persons and the events of all records, by article."""

    def scores(self, profiles: Sequence[Profile], context: Context) -> Iterable[Scored]:
        """Pairs of profiles that may be one, as `kg.linking.scoring.score_pairs` gives them."""

    def links(self, meetings: Sequence[Meeting]) -> Iterable[Link]:
        """Pairs of meetings that may be one, as `kg.linking.reports.score_meetings` gives them."""

    def without(self, gone: Gone) -> Source:
        """The same without what people said is no entity."""


class InOrder(Sequence[Record]):
    """The records of a spool by article, each article once."""

    def __init__(self, given: Spool) -> None:
        self._given = given
        self.places = array("I")
        last, before = 0, None
        for place in given.order():
            article = given.article(place)
            if article == before:
                if given.line(place) != given.line(last):
                    raise RecordError(
                        "two different records with one article id", where=article, hint="keep the one that is meant"
                    )
                continue
            self.places.append(place)
            last, before = place, article

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, number: int) -> Record: ...
    @overload
    def __getitem__(self, number: slice) -> Stored: ...
    def __getitem__(self, number: int | slice) -> Record | Stored:
        stored = Stored(self._given.stored, self.places)
        return stored[number]

    def __iter__(self) -> Iterator[Record]:
        return self._given.read(self.places)


class Stored(Sequence[Record]):
    """Records by their places among lines, which other processes can read."""

    def __init__(self, lines: Lines, places: Sequence[int], read: Callable[[bytes], Record] = loads) -> None:
        self._lines, self._places, self._read = lines, places, read

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, number: int) -> Record: ...
    @overload
    def __getitem__(self, number: slice) -> Stored: ...
    def __getitem__(self, number: int | slice) -> Record | Stored:
        if isinstance(number, slice):
            return Stored(self._lines, self._places[number], self._read)
        return self._read(self._lines[self._places[number]])

    def __iter__(self) -> Iterator[Record]:
        return (self._read(self._lines[place]) for place in self._places)

    def compared(self) -> Stored:
        """The same, of which each has what is compared, and may have no more."""
        return Stored(self._lines, self._places, brief)

    @property
    def places(self) -> Sequence[int]:
        """Their places in the spool."""
        return self._places


class Here:
    """The records of this machine."""

    def __init__(self, records: Sequence[Record], divide: Divide = undivided, folder: Path | None = None) -> None:
        self._records, self._divide, self._folder = records, divide, folder
        self._compared = records.compared() if isinstance(records, Stored) else records

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records)

    def known(self, words: Words) -> Known:
        copies, institutions, common = Copies(), Institutions(), Common()
        for told in self._divide(take_share, self._compared):
            fingerprint, names, texts = marshal.loads(told)  # noqa: S302 - from `take_share`
            institutions.join(names)
            common.join(texts)
            if fingerprint:
                article, day, values = fingerprint
                copies.take_print(article, day, array("Q", values))
        return Known(copies.find(), institutions, common.tokens(), words)

    def common(self) -> frozenset[str]:
        common = Common()
        for record in self._records:
            common.take(record)
        return common.tokens()

    def compared(self, known: Known) -> Iterator[ArticleRow]:
        return map(ArticleRow.unpack, self._divide(compare_share, self._compared, known))

    def scores(self, profiles: Sequence[Profile], context: Context) -> Iterable[Scored]:
        return score_pairs(profiles, context, self._divide, self._folder)

    def links(self, meetings: Sequence[Meeting]) -> Iterable[Link]:
        return score_meetings(meetings, self._divide, self._folder)

    def without(self, gone: Gone) -> Here:
        return Here(Dropped(self._records, gone), self._divide, self._folder)


def take_share(records: Iterable[Record]) -> Iterator[bytes]:
    """What the collectors find in some records: fingerprints one by one, then names of institutions and of persons."""
    institutions, common = Institutions(), Common()
    for record in records:
        if found := print_of(record):
            article, day, values = found
            yield marshal.dumps(((article, day, values.tobytes()), {}, set()))
        institutions.take(record)
        common.take(record)
    yield marshal.dumps((None, institutions.names(), common.names()))


def compare_share(records: Iterable[Record], known: Known) -> Iterator[bytes]:
    """Of each record what is compared."""
    return (compared_in(record, known).pack() for record in records)


def compared_in(record: Record, known: Known) -> ArticleRow:
    """The persons and the events of a record."""
    article = record["article"]
    canonical = {local: found.id for local, found in known.institutions.of(record).items()}
    source = known.copies.get(article, article)
    profiles = sorted(profiles_of(record, canonical, source, known.words, known.names), key=lambda p: p.keys)
    meetings = sorted(meetings_of(record, canonical, source), key=lambda m: m.key)
    return article_row(article, profiles, meetings, known.words)


class Common:
    """Takes all records, then tells the tokens that so many full names have that they hardly tell people apart."""

    def __init__(self) -> None:
        self._texts: set[str] = set()

    def take(self, record: Record) -> None:
        self._texts.update(e["name"] for e in record["entities"] if e["class"] == "Person")

    def names(self) -> set[str]:
        """The names that were taken, for `join`."""
        return self._texts

    def join(self, names: Iterable[str]) -> None:
        """Take names of other records as well."""
        self._texts.update(names)

    def tokens(self) -> frozenset[str]:
        full = {tokens for text in self._texts if len(tokens := tuple(fold_words(text).split())) > 1}
        count = Counter(chain.from_iterable(set(tokens) for tokens in full))
        least = max(_COMMON_FROM, len(full) // 200)
        return frozenset(token for token, number in count.items() if number >= least)
