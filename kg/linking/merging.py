"""Profiles of one person → one profile of all: what is compared of a cluster."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.linking.profiles import Held, Office, Profile, office_order, sort_names


def merge(profiles: Sequence[Profile]) -> Profile:
    """One profile of several: offices and ranks keep the first and last day they were seen."""
    if len(profiles) == 1:
        return profiles[0]
    offices: dict[tuple[str, str, bool, bool], list[Office]] = defaultdict(list)
    ranks: dict[str, list[Held]] = defaultdict(list)
    for profile in profiles:
        for office in profile.offices:
            offices[office.institution, office.what, office.acting, office.former].append(office)
        for held in profile.ranks:
            ranks[f"{held.rank.service}:{held.rank.order}"].append(held)
    return Profile(
        keys=tuple(sorted(key for p in profiles for key in p.keys)),
        names=sort_names(name for p in profiles for name in p.names),
        offices=tuple(sorted((_merge_offices(same) for same in offices.values()), key=office_order)),
        ranks=tuple(
            Held(same[0].rank, _first(h.first for h in same) or "", _last(h.last for h in same) or "")
            for _, same in sorted(ranks.items())
        ),
        bodies=frozenset().union(*(p.bodies for p in profiles)),
        regions=frozenset().union(*(p.regions for p in profiles)),
        days=frozenset().union(*(p.days for p in profiles)),
        near=frozenset().union(*(p.near for p in profiles)),
        sources=frozenset().union(*(p.sources for p in profiles)),
        first=_first(p.first for p in profiles) or "",
    )


def _merge_offices(same: list[Office]) -> Office:
    return min(same, key=office_order)._replace(
        first=_first(o.first for o in same),
        last=_last(o.last for o in same),
    )


def _first(days: Iterable[str | None]) -> str | None:
    return min(filter(None, days), default=None)


def _last(days: Iterable[str | None]) -> str | None:
    return max(filter(None, days), default=None)
