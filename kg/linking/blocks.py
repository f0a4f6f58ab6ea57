"""Which pairs of profiles deserve a comparison: those that share a key made of name, office and region.

Work grows with the number of pairs in a block, so a block that is too large is walked with a window over its names
in order of time instead of all against all.
"""

from __future__ import annotations

import marshal
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, islice
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, TypeVar

from kg.linking.dividing import Divide, undivided
from kg.linking.hashed import Hashed, hashed
from kg.linking.names import VOWELS, Names, is_initials
from kg.linking.profiles import Profile, kabupaten

if TYPE_CHECKING:
    import numpy

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


def pairs(
    profiles: Sequence[Profile], names: Names, divide: Divide = undivided, folder: Path | None = None
) -> numpy.ndarray:
    """Rows of two places in the sequence, the lower first, each once; without those whose names exclude each other.

    The sequence is in order of first keys; pairs of like names come near to each other.
    """
    import numpy as np

    blocks, standing = Hashed(folder), []
    for place, told in enumerate(divide(stand, range(len(profiles)), profiles)):
        called, name, first, keys = marshal.loads(told)  # noqa: S302 - from `stand`
        standing.append((intern(name), intern(first), called))
        blocks.add(place, keys)
    order = sorted(range(len(standing)), key=lambda place: standing[place][:2])
    called_in_order = [standing[place][2] for place in order]
    rank = array("I", bytes(4 * len(order)))
    for number, place in enumerate(order):
        rank[place] = number
    found = array("Q")
    for members in blocks.groups():
        ranks = sorted(rank[place] for place in members) if len(members) > LARGE else [rank[p] for p in members]
        found.extend(min(pair) * len(order) + max(pair) for pair in near(ranks))
    both = array("I")
    for pair in np.unique(np.array(found, dtype=np.uint64)).tolist():
        one, other = divmod(pair, len(order))
        if names.compare(names.read(called_in_order[one]), names.read(called_in_order[other])).relation != "clash":
            both.extend(sorted((order[one], order[other])))
    return np.array(both, dtype=np.uint32).reshape(-1, 2)


def stand(places: Iterable[int], profiles: Sequence[Profile]) -> Iterator[bytes]:
    """Of profiles by place: how they are called, where they stand in their blocks, and the hashes of these."""
    for place in places:
        profile = profiles[place]
        keys = [hashed(key) for key in keys_of(profile)]
        yield marshal.dumps((profile.name.text, *place_in_block(profile), keys))


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
