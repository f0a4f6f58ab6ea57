"""Clusters of persons → canonical ids that stay when articles are added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.ids import digest, slug
from kg.linking.profiles import Key, Profile


def person_ids(clusters: Sequence[Profile], single: Mapping[Key, Profile]) -> dict[Key, str]:
    """`person/<name>-<hash>` for each member.

    The hash is of the cluster's strongest identifier: the name and the office of its earliest sighting by full name, so
    that later articles and another corpus give the same id. Two clusters with one identifier get their article's too.
    """
    anchors = [_anchor([single[key] for key in cluster.keys]) for cluster in clusters]
    parts = [_identifier(anchor) for anchor in anchors]
    count = Counter(parts)
    found: dict[Key, str] = {}
    for cluster, anchor, identifier in zip(clusters, anchors, parts, strict=True):
        if count[identifier] > 1:
            identifier = (*identifier, anchor.keys[0].article, anchor.keys[0].local)
        name = slug(anchor.name.text.replace(".", " "))
        minted = f"person/{name}-{digest('person', *identifier, length=8)}" if name else f"person/{digest(*identifier)}"
        found.update(dict.fromkeys(cluster.keys, minted))
    return found


def _anchor(members: Sequence[Profile]) -> Profile:
    full = [profile for profile in members if profile.name.full] or members
    return min(full, key=lambda p: (not p.offices, p.first or "9999", p.keys))


def _identifier(anchor: Profile) -> tuple[str, ...]:
    key = anchor.name.key or anchor.name.text
    offices = sorted((o.former, o.institution) for o in anchor.offices)
    if offices:
        return (key, offices[0][1])
    return (key, anchor.keys[0].article, anchor.keys[0].local)
