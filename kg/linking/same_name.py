"""The names of two profiles → whether and how well they fit one person."""

from __future__ import annotations

from itertools import product

from kg.linking.comparison import Context, Found, ruled_out
from kg.linking.profiles import Profile

_FURTHER, _ENOUGH = 0.8, 2  # points for each token of a name that agrees beyond the second
_RELATIONS = {
    "same": "same name",
    "spelling": "names spelled alike",
    "initials": "a name with initials",
    "part": "a short form of the name",
}


def names_clash(left: Profile, right: Profile, context: Context) -> Found | None:
    for one, other in product(left.names, right.names):
        if one.full and other.full and context.names.compare(one, other).relation == "clash":
            return ruled_out(f"{one.text!r} is not {other.text!r}")
    return None


def name(left: Profile, right: Profile, context: Context) -> Found | None:
    best = max(
        ((context.names.compare(one, other), one, other) for one, other in product(left.names, right.names)),
        key=lambda m: (m[0].relation != "clash", m[0].weight, m[1].text, m[2].text),
    )
    match, one, other = best
    further = min(len(one.core), len(other.core)) - _ENOUGH if one.full and other.full else 0
    if match.relation == "clash" or context.names.compare(left.name, right.name).relation == "clash":
        return ruled_out(f"{left.name.text!r} is not {right.name.text!r}")
    shown = one.text if one.text == other.text else " / ".join(sorted((one.text, other.text)))
    return Found(min(match.weight + _FURTHER * min(max(further, 0), 2), 5.5), f"{_RELATIONS[match.relation]}: {shown}")


def second_name(left: Profile, right: Profile, context: Context) -> Found | None:
    """A nickname or second name in common, beside the first."""
    shared = {n.key: n for n in left.names} if len(left.names) > 1 else {}
    both = [shared[n.key] for n in right.names if n.key in shared]
    for place, one in enumerate(both):
        for other in both[:place]:
            if context.names.compare(one, other).relation == "clash":
                return Found(1.0, f"also {one.text} in both")
    return None
