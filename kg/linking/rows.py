"""Profiles and meetings ↔ bytes: what is compared waits on disk, and is read again by its number.

Only the program that wrote the bytes reads them, in the same run.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any, NamedTuple, overload

from kg.linking.hashed import hashed
from kg.linking.meetings import Meeting
from kg.linking.names import Name, Names
from kg.linking.profiles import Held, Key, Office, Profile, named_alike
from kg.linking.words import Rank, Words
from kg.spool import Lines

_RECENT = 256  # that are kept as they were read


class Profiles(Sequence[Profile]):
    """Profiles on disk by number."""

    def __init__(self, names: Names, lines: Lines) -> None:
        self._lines = lines
        self._names = names
        self.recent = lru_cache(maxsize=_RECENT)(partial(_profile, lines, names))

    def __reduce__(self) -> tuple[Any, ...]:
        return Profiles, (self._names, self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def add(self, profile: Profile) -> int:
        """Put one away and tell its number."""
        return self.put(profile_row(profile))

    def put(self, row: bytes) -> int:
        """Put away what `profile_row` wrote and tell its number."""
        return self._lines.add(row)

    def load(self, number: int) -> Profile:
        """One as it was put away."""
        return _profile(self._lines, self._names, number)

    @overload
    def __getitem__(self, number: int) -> Profile: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Profile]: ...
    def __getitem__(self, number: int | slice) -> Profile | Sequence[Profile]:
        return [self[n] for n in range(*number.indices(len(self)))] if isinstance(number, slice) else self.load(number)


def _profile(lines: Lines, names: Names, number: int) -> Profile:
    return profile_from(lines[number], names.read)


def profile_row(profile: Profile) -> bytes:
    """A profile as bytes."""
    return marshal.dumps((
        [tuple(key) for key in profile.keys],
        [name.text for name in profile.names],
        [tuple(office) for office in profile.offices],
        [(*h.rank, h.first, h.last) for h in profile.ranks],
        profile.bodies, profile.regions, profile.days, profile.near, profile.sources, profile.first,
    ))  # fmt: skip


def profile_from(row: bytes, read: Callable[[str], Name]) -> Profile:
    """What `profile_row` wrote."""
    keys, names, offices, ranks, *rest = marshal.loads(row)  # noqa: S302 - written by this program
    return Profile(
        tuple(map(Key._make, keys)),
        tuple(map(read, names)),
        tuple(map(Office._make, offices)),
        tuple([Held(Rank(*held[:3]), *held[3:]) for held in ranks]),
        *rest,
    )


def meeting_row(meeting: Meeting, people: Mapping[str, int]) -> bytes:
    """A meeting as bytes, its people by their places in the article."""
    return marshal.dumps((
        tuple(meeting.key), meeting.kind, meeting.name, meeting.date, meeting.exact, meeting.region, meeting.place,
        [people[local] for local in meeting.people], meeting.bodies, meeting.source, meeting.published,
    ))  # fmt: skip


def meeting_from(row: bytes, who: Callable[[int], str]) -> Meeting:
    """What `meeting_row` wrote, its people by who they are."""
    key, kind, name, date, exact, region, place, people, *rest = marshal.loads(row)  # noqa: S302 - as above
    return Meeting(Key(*key), kind, name, date, exact, region, place, frozenset(map(who, people)), *rest)


class ArticleRow(NamedTuple):
    """What is compared of an article: persons and events by their ids there, each as a row of this module."""

    article: str
    persons: list[tuple[str, bytes, list[int]]]  # with the hashes of how a person is called in which office
    events: list[tuple[str, bytes]]

    def pack(self) -> bytes:
        """As bytes."""
        return marshal.dumps((self.article, self.persons, self.events))

    @classmethod
    def unpack(cls, row: bytes) -> ArticleRow:
        """What `pack` wrote."""
        return cls._make(marshal.loads(row))  # noqa: S302 - as above


def article_row(article: str, profiles: Sequence[Profile], meetings: Sequence[Meeting], words: Words) -> ArticleRow:
    """The persons and the events of an article, each in order of their ids."""
    people = {profile.keys[0].local: place for place, profile in enumerate(profiles)}
    return ArticleRow(
        article,
        [
            (
                profile.keys[0].local,
                profile_row(profile),
                [hashed(f"{called}|{office.institution}") for called, office in named_alike(profile, words)],
            )
            for profile in profiles
        ],
        [(meeting.key.local, meeting_row(meeting, people)) for meeting in meetings],
    )
