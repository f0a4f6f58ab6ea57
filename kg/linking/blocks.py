"""Which pairs of profiles deserve a comparison: those that share a key made of name, office and region.

Work grows with the number of pairs in a block, so a block that is too large is walked with a window over its names
in order of time instead of all against all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.linking.names import VOWELS, is_initials
from kg.linking.profiles import Profile, kabupaten

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
    order = sorted(members, key=lambda i: (profiles[i].name.key, profiles[i].first, profiles[i].keys[0]))
    for at, left in enumerate(order):
        for right in order[at + 1 : at + 1 + WINDOW]:
            yield min(left, right), max(left, right)
