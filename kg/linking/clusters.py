"""Profiles → clusters: who is one person, by declared features, within what is possible and what people decided.

Equal names at one institution join first; the pairs that were compared are then joined from the best down as long as
the two clusters as wholes can be one person. The result does not depend on the order of profiles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, product

from kg.linking.comparison import Context
from kg.linking.features import LINK, Score, impossible
from kg.linking.links import Link
from kg.linking.merging import merge
from kg.linking.names import Name
from kg.linking.profiles import Key, Office, Profile, named_alike
from kg.linking.scoring import Scored

MARGIN = 1.0  # points that the best choice must be ahead of one that excludes it


class Roots:
    """Keys of which some were joined: all that were by any way stand under the least of them."""

    def __init__(self) -> None:
        self._above: dict[Key, Key] = {}

    def of(self, key: Key) -> Key:
        """The key under which one stands."""
        root = key
        while (above := self._above.get(root)) is not None:
            root = above
        while key != root:
            self._above[key], key = root, self._above[key]
        return root

    def unite(self, keys: Iterable[Key]) -> None:
        """Put all that stand with some keys under one."""
        least, *others = sorted({self.of(key) for key in keys})
        for root in others:
            self._above[root] = least


class State:
    """Union-find over some profiles, with what each cluster is so far.

    `apart` are the mentions that people keep apart; `name_of` tells the name of any mention among the profiles.
    """

    def __init__(
        self,
        context: Context,
        apart: Mapping[Key, AbstractSet[Key]],
        profiles: Iterable[Profile],
        name_of: Callable[[Key], Name],
    ) -> None:
        self.context, self.apart, self.name_of = context, apart, name_of
        self.links: list[Link] = []
        self._by_key: dict[Key, Profile] = {p.keys[0]: p for p in profiles}
        self._roots = Roots()
        self._joined: dict[Key, Profile] = {}  # by root, of those that others were joined to

    def whole(self, key: Key) -> Profile:
        """The cluster that a profile is in, by the first key of either."""
        root = self._roots.of(key)
        return self._joined.get(root) or self._by_key[root]

    def merged(self) -> list[Profile]:
        """The clusters as they are, by their first member."""
        return sorted((self.whole(key) for key in self._by_key if self._roots.of(key) == key), key=lambda p: p.keys)

    def join_decided(self, same: Iterable[tuple[Key, Key, str]]) -> None:
        """What people said is one, whatever the features say."""
        for left, right, words in same:
            if self.whole(left) is not self.whole(right):
                self._unite([left, right])
                self.links.append(Link(left, right, 99.0, words))

    def join_equal(self) -> None:
        """Equal names at one institution are one person; by a key, so that this takes linear time.

        In one post they are whatever else is said; in two posts only where their ranks can be one person's.
        """
        for members in _connected(self._named_alike(lambda office: office.what)):
            self._join_equal(members, "same name in one post")
        for keys in self._named_alike(lambda office: ""):
            first, *others = sorted({self._roots.of(key) for key in keys})
            for other in others:
                if impossible(self.whole(first), self.whole(other), self.context) is None:
                    self._join_equal([first, other], "same name at one institution")

    def _named_alike(self, what: Callable[[Office], str]) -> Iterator[list[Key]]:
        """Mentions of equal names at one institution and in one of what an office gives, in order, two and more."""
        rows = [
            (called, office.institution, what(office), profile.keys[0])
            for profile in self._by_key.values()
            for called, office in named_alike(profile, self.context.words)
        ]
        rows.sort()
        for _, same in groupby(rows, key=lambda row: row[:3]):
            keys = [key for *_, key in same]
            if len(keys) > 1:
                yield keys

    def _join_equal(self, members: Sequence[Key], words: str) -> None:
        if self.apart and not self._may_be_one(members):
            return
        self._unite(members)
        said = f"{words}: {self.name_of(members[0]).text}"
        self.links.extend(Link(members[0], key, 9.0, said) for key in members[1:])

    def _may_be_one(self, members: Sequence[Key]) -> bool:
        keys = {key for member in members for key in self.whole(member).keys}
        return not any(self.apart.get(key, frozenset()) & keys for key in keys)

    def allowed(self, left: Profile, right: Profile) -> bool:
        """Whether two clusters may join: no decision against it, no two people of one article."""
        ours, theirs = set(left.keys), set(right.keys)
        if any(self.apart[key] & theirs for key in ours & self.apart.keys()):
            return False
        shared = left.articles & right.articles
        return not shared or all(
            self.context.names.compare(self.name_of(a), self.name_of(b)).relation == "same"
            for a, b in product(_within(ours, shared), _within(theirs, shared))
            if a.article == b.article
        )

    def join_best(self, scored: Iterable[Scored], profiles: Mapping[int, Profile]) -> list[Link]:
        """Join the pairs, by their places among the profiles, from the best down; the links that stay in doubt."""
        allowed = [pair for pair in scored if self.allowed(profiles[pair[0]], profiles[pair[1]])]
        allowed.sort(key=lambda pair: (-pair[2].points, *pair[:2]))
        doubtful = _ambiguous(allowed, profiles, self.context)
        asked = [pair for pair in allowed if pair[2].points < LINK or pair[:2] in doubtful]
        for left, right, found in allowed:
            if found.points >= LINK and (left, right) not in doubtful:
                self.try_join(profiles[left].keys[0], profiles[right].keys[0], found)
        links = [Link(profiles[a].keys[0], profiles[b].keys[0], s.points, s.words) for a, b, s in asked]
        return list(self.still_open(links))

    def try_join(self, left: Key, right: Key, found: Score) -> None:
        """Join the clusters of two mentions that score so well, if they can be one person."""
        ours, theirs = self.whole(left), self.whole(right)
        if ours is not theirs and self._may_join(ours, theirs):
            self._unite([left, right])
            self.links.append(Link(left, right, found.points, found.words))

    def _may_join(self, ours: Profile, theirs: Profile) -> bool:
        """Whether two clusters can be one person, and may be by what people decided."""
        return self.allowed(ours, theirs) and impossible(ours, theirs, self.context) is None

    def _unite(self, keys: Iterable[Key]) -> None:
        """Make one cluster of those of some mentions."""
        roots = sorted({self._roots.of(key) for key in keys})
        self._joined[roots[0]] = merge([self.whole(root) for root in roots])
        for root in roots[1:]:
            self._joined.pop(root, None)
        self._roots.unite(roots)

    def still_open(self, asked: Iterable[Link]) -> Iterator[Link]:
        """Of the pairs asked about, the best of each two clusters that could yet be one."""
        seen: set[tuple[Key, ...]] = set()
        for link in asked:
            ours, theirs = self.whole(link.left), self.whole(link.right)
            both = tuple(sorted((ours.keys[0], theirs.keys[0])))
            if ours is theirs or both in seen:
                continue
            seen.add(both)
            if self._may_join(ours, theirs):
                yield link


def _ambiguous(scored: Sequence[Scored], atoms: Mapping[int, Profile], context: Context) -> set[tuple[int, int]]:
    """Pairs of a weak mention with two people who exclude each other and fit nearly as well: refuse to guess."""
    options: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for left, right, found in scored:
        if found.points >= LINK:
            for one, other in ((left, right), (right, left)):
                if not (atoms[one].name.full and atoms[one].offices):
                    options[one].append((found.points, other))
    doubtful: set[tuple[int, int]] = set()
    for one, choices in options.items():
        points, best = choices[0]
        rivals = [o for p, o in choices[1:] if points - p < MARGIN and impossible(atoms[best], atoms[o], context)]
        if rivals:
            doubtful.update((min(one, other), max(one, other)) for _, other in choices)
    return doubtful


def _connected(groups: Iterable[Sequence[Key]]) -> Iterator[list[Key]]:
    """The groups that share a member joined, each sorted, in order."""
    roots = Roots()
    members: set[Key] = set()
    for group in groups:
        roots.unite(group)
        members.update(group)
    together: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(members):
        together[roots.of(key)].append(key)
    yield from together.values()


def _within(keys: set[Key], articles: Iterable[str]) -> list[Key]:
    wanted = set(articles)
    return [key for key in keys if key.article in wanted]
