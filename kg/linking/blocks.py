"""Which pairs of profiles deserve a comparison: those that share a key made of name, office and region.

Work grows with the number of pairs in a block, so a block that is too large is walked with a window over its names
in order of time instead of all against all.
"""

from __future__ import annotations

import marshal
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from kg.linking.dividing import Divide, undivided
from kg.linking.families import alike
from kg.linking.hashed import Distinct, Hashed, hashed
from kg.linking.names import VOWELS, is_initials
from kg.linking.profiles import Profile, kabupaten
from kg.spool import Lines

if TYPE_CHECKING:
    import numpy

T = TypeVar("T")

LARGE, WINDOW = 60, 6
_NAMES = 4  # names of a profile that make keys, the fullest first
_BEGIN = 8  # bytes of a name that it is sorted by before the others are looked at


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


@dataclass(frozen=True, slots=True)
class Standing:
    """Where profiles stand in their blocks: by name, then by time; and how they are called."""

    order: array[int]  # their places in this order
    rows: Lines  # by place

    def called(self, rank: int) -> str:
        """How the profile at a place of the order is called."""
        return _row(self.rows, self.order[rank])[2]


def pairs(
    profiles: Sequence[Profile], divide: Divide = undivided, folder: Path | None = None
) -> tuple[numpy.ndarray, Standing]:
    """The pairs of profiles that share a block, each once, pairs of like names near to each other.

    Each is one number: the place of one in the order of names times the number of profiles, and that of the other.
    """
    blocks, rows, begins = Hashed(folder), Lines(folder), array("Q")
    for place, told in enumerate(divide(stand, profiles)):
        begin, row, keys = marshal.loads(told)  # noqa: S302 - from `stand`
        begins.append(begin)
        rows.add(row)
        blocks.add(place, keys)
    order = _in_order(begins, rows)
    rank, count, found = array("I", bytes(4 * len(order))), len(order), Distinct()
    for number, place in enumerate(order):
        rank[place] = number
    for members in blocks.groups():
        ranks = sorted(rank[place] for place in members) if len(members) > LARGE else [rank[p] for p in members]
        found.extend(min(pair) * count + max(pair) for pair in near(ranks))
    return found.all(), Standing(order, rows)


def stand(profiles: Iterable[Profile]) -> Iterator[bytes]:
    """Of profiles: how their names begin, where they stand, and the hashes of their blocks."""
    for profile in profiles:
        keys = [hashed(key) for key in keys_of(profile)]
        name, first = place_in_block(profile)
        begin = int.from_bytes(name.encode("utf-8", "surrogatepass")[:_BEGIN].ljust(_BEGIN, b"\0"), "big")
        yield marshal.dumps((begin, marshal.dumps((name, first, profile.name.text)), keys))


def _in_order(begins: array[int], rows: Lines) -> array[int]:
    """Places by name and time: sorted by how the names begin, and in full only where that is the same."""
    import numpy as np

    whole = np.frombuffer(begins, dtype=np.uint64)
    order = np.argsort(whole, kind="stable").astype(np.uint32)
    for same in alike(whole[order], np.arange(len(order))):
        part = slice(same[0], same[-1] + 1)
        order[part] = sorted(order[part].tolist(), key=lambda place: (_row(rows, place)[:2], place))
    return array("I", order.tobytes())


def _row(rows: Lines, place: int) -> tuple[str, str, str]:
    return cast("tuple[str, str, str]", tuple(marshal.loads(rows[place])))  # noqa: S302 - from `stand`


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
