"""The articles of two profiles → whether they tell of one event, by its day and the others who are named."""

from __future__ import annotations

from kg.linking.comparison import Context, Found
from kg.linking.profiles import Profile

_COMPANY = 2  # other names in common from which on two articles tell of one event


def told_of_one_event(left: Profile, right: Profile, context: Context) -> bool:
    """One name among the same company on one day and place: a wrong office is likelier than a namesake."""
    same = context.names.compare(left.name, right.name).relation in ("same", "spelling")
    return same and left.name.full and bool(left.days & right.days) and len(_in_common(left, right)) >= _COMPANY


def _in_common(left: Profile, right: Profile) -> frozenset[str]:
    """Full names of others that are in the articles of both."""
    return (left.near & right.near) - {name.key for name in (*left.names, *right.names)}


def company(left: Profile, right: Profile, _: Context) -> Found | None:
    shared = _in_common(left, right)
    if not shared or left.sources & right.sources:
        return None
    return Found(min(len(shared), 3), f"{len(shared)} other name{'s' * (len(shared) > 1)} in common")


def one_day(left: Profile, right: Profile, context: Context) -> Found | None:
    """Articles about events of one day and region: an outlet may leave the title out."""
    shared = left.days & right.days
    if not shared or not (left.name.full and right.name.full) or left.sources & right.sources:
        return None
    if context.names.compare(left.name, right.name).relation not in ("same", "spelling"):
        return None
    return Found(1.0, f"articles about {min(shared)}")


def copy(left: Profile, right: Profile, _: Context) -> Found | None:
    return Found(1.0, "told in copies of one text") if left.sources & right.sources else None
