"""Profiles and meetings ↔ bytes: what is compared waits on disk, and is read again by its number.

Only the program that wrote the bytes reads them, in the same run.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import overload

from kg.linking.meetings import Meeting
from kg.linking.names import Name, Names
from kg.linking.profiles import Held, Key, Office, Profile
from kg.linking.words import Rank
from kg.spool import Lines

_OFFICE = attrgetter("institution", "cls", "region", "post", "role", "first", "last", "acting", "former")
_RECENT = 1024  # that are kept as they were read


class Profiles(Sequence[Profile]):
    """Profiles on disk by number."""

    def __init__(self, names: Names, folder: Path | None = None) -> None:
        self._lines = Lines(folder)
        self._read = names.read
        self.recent = lru_cache(maxsize=_RECENT)(self.load)

    def __len__(self) -> int:
        return len(self._lines)

    def add(self, profile: Profile) -> int:
        """Put one away and tell its number."""
        return self._lines.add(profile_row(profile))

    def load(self, number: int) -> Profile:
        """One as it was put away."""
        return profile_from(self._lines[number], self._read)

    @overload
    def __getitem__(self, number: int) -> Profile: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Profile]: ...
    def __getitem__(self, number: int | slice) -> Profile | Sequence[Profile]:
        return [self[n] for n in range(*number.indices(len(self)))] if isinstance(number, slice) else self.load(number)


def profile_row(profile: Profile) -> bytes:
    """A profile as bytes."""
    return marshal.dumps((
        [tuple(key) for key in profile.keys],
        [name.text for name in profile.names],
        [_OFFICE(office) for office in profile.offices],
        [(h.rank.service, h.rank.order, h.rank.label, h.first, h.last) for h in profile.ranks],
        profile.bodies, profile.regions, profile.days, profile.near, profile.sources, profile.first,
    ))  # fmt: skip


def profile_from(row: bytes, read: Callable[[str], Name]) -> Profile:
    """What `profile_row` wrote."""
    keys, names, offices, ranks, *rest = marshal.loads(row)  # noqa: S302 - written by this program
    return Profile(
        tuple(map(Key._make, keys)),
        tuple(map(read, names)),
        tuple(Office(*office) for office in offices),
        tuple(Held(Rank(*held[:3]), *held[3:]) for held in ranks),
        *rest,
    )


def meeting_row(meeting: Meeting, people: Sequence[int]) -> bytes:
    """A meeting as bytes, its people by number."""
    return marshal.dumps((
        tuple(meeting.key), meeting.kind, meeting.name, meeting.date, meeting.exact, meeting.region, meeting.place,
        tuple(people), meeting.bodies, meeting.source, meeting.published,
    ))  # fmt: skip


def meeting_from(row: bytes, who: Callable[[int], str]) -> Meeting:
    """What `meeting_row` wrote, its people by who they are."""
    key, kind, name, date, exact, region, place, people, *rest = marshal.loads(row)  # noqa: S302 - as above
    return Meeting(Key(*key), kind, name, date, exact, region, place, frozenset(map(who, people)), *rest)
