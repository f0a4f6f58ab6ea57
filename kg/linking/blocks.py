"""Which pairs of profiles deserve a comparison: those that share a key made of name, office and region.

Work grows with the number of pairs in a block, so a block that is too large is walked with a window over its names
in order of time instead of all against all.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import chain, combinations, islice
from typing import TypeVar

from kg.linking.names import VOWELS, is_initials
from kg.linking.profiles import Profile, kabupaten

T = TypeVar("T")

LARGE, WINDOW = 60, 6
_NAMES = 4  # names of a profile that make keys, the fullest first


def keys_of(profile: Profile) -> set[str]:
    """The blocks that a profile is in.

    Two names meet that share two tokens as they sound; or one token, when they also share a region or a source;
    or the first consonants of a token, when they also share an institution (misspellings).
    """
    institutions = {office.institution for office in profile.offices}
    regions = (
        set(profile.regions) if not profile.offices else {k for o in profile.offices if (k := kabupaten(o.region))}
    )
    found: set[str] = set()
    for name in profile.names[:_NAMES]:
        tokens = sorted({*(s for s in name.sounds if not is_initials(s)), *name.order})
        found.update(f"p {a} {b}" for a, b in combinations(tokens, 2))
        found.add(f"j {''.join(name.sounds)}")
        for token in tokens:
            if token in name.order:
                continue
            found.update(f"i {institution} {_bones(token)}" for institution in institutions)
            found.update(f"r {region} {token}" for region in regions)
            found.update(f"c {source} {token}" for source in profile.sources)
    return found


def _bones(token: str) -> str:
    """The first letter and the next consonant: what misspellings mostly leave."""
    return token[0] + next((letter for letter in token[1:] if letter not in VOWELS), "")


def pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of places in the sequence, the lower first, each once; the order is that of the sequence."""
    import numpy as np

    count = len(profiles)
    found = array("Q")
    for members in _blocks(profiles):
        near_by = combinations(members, 2) if len(members) <= LARGE else _windowed(members, profiles)
        found.extend(left * count + right for left, right in near_by)
    for pair in np.unique(np.frombuffer(found, dtype=np.uint64)).tolist() if found else ():
        yield divmod(pair, count)


def _blocks(profiles: Sequence[Profile]) -> Iterator[list[int]]:
    """Places of profiles that share a key, ascending, two and more; keys are compared by their hash."""
    import numpy as np

    keys, places = array("Q"), array("L")
    for place, profile in enumerate(profiles):
        for key in keys_of(profile):
            keys.append(int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"))
            places.append(place)
    if not keys:
        return
    order = np.argsort(np.frombuffer(keys, dtype=np.uint64), kind="stable")
    ordered = np.frombuffer(keys, dtype=np.uint64)[order]
    members = np.frombuffer(places, dtype=np.dtype("L"))[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    ends = np.r_[starts[1:], len(ordered)]
    shared = ends - starts > 1
    for start, end in zip(starts[shared].tolist(), ends[shared].tolist(), strict=True):
        yield members[start:end].tolist()


def _windowed(members: list[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    order = sorted(members, key=lambda i: (*place_in_block(profiles[i]), profiles[i].keys[0]))
    return ((min(pair), max(pair)) for pair in near(order))


def place_in_block(profile: Profile) -> tuple[str, str]:
    """Where a profile stands in its blocks: by name, then by time."""
    return profile.name.key, profile.first


def near(ordered: Iterable[T]) -> Iterator[tuple[T, T]]:
    """The pairs of a block in its order: all of them, or in a large block each with those right before it."""
    rest = iter(ordered)
    first = list(islice(rest, LARGE + 1))
    if len(first) <= LARGE:
        yield from combinations(first, 2)
        return
    before: deque[T] = deque(maxlen=WINDOW)
    for member in chain(first, rest):
        for other in before:
            yield other, member
        before.append(member)
