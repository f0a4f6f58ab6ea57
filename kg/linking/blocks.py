"""Which pairs of profiles deserve a comparison: those that share a key made of name, office and region.

Work grows with the number of pairs in a block, so a block that is too large is walked with a window over its names
in order of time instead of all against all.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
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
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for key in keys_of(profile):
            blocks[key].append(place)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= LARGE:
            found.update(combinations(members, 2))
        else:
            found.update(_windowed(members, profiles))
    yield from sorted(found)


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
