"""A bare body in a list, or one that came for somebody → the region of those it is told with.

"Gubernur X, Kapolda X dan Ketua KPU" are all of the province; "Gubernur X diwakili Kakesbangpol" sends the province's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from kg.extraction.resolved import Body
from kg.extraction.words.vocabulary import Vocabulary

_PROVINCE = 2  # characters of its code
_LEAST = 2  # bodies of a province that make a list one of its bodies
_MOSTLY = 3  # times as many as of other regions
_REACH = 1_000  # characters of a sentence
_ELSEWHERE = "MilitaryCommand"  # class of bodies whose regions are those of their seats
_ENDS = (". ", "\n")


def province_of_list(
    seen: Sequence[tuple[int, str, str]], bodies: Mapping[str, Body], vocabulary: Vocabulary, text: str, at: int
) -> str | None:
    """The province to which nearly all bodies of a sentence belong that are named before an offset, several.

    `seen` has offset, type and key of the bodies of a document in the order of their offsets.
    """
    start = max(text.rfind(end, max(0, at - _REACH), at) for end in _ENDS)
    first, last = bisect_left(seen, (start,)), bisect_left(seen, (at,))
    keys = dict.fromkeys(key for _, _, key in seen[first:last])
    named = [bodies[key] for key in keys if vocabulary.class_of(bodies[key].type) != _ELSEWHERE]
    regions = [body.region for body in named if body.region is not None]
    code = max(sorted(set(regions)), key=regions.count, default="")
    others = len(regions) - regions.count(code)
    if len(code) != _PROVINCE or regions.count(code) < _LEAST or (others and regions.count(code) < others * _MOSTLY):
        return None
    return code
