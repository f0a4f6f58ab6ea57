"""Profiles → clusters: who is one person, by declared features, within what is possible and what people decided.

Equal names at one institution join first; the pairs of `kg.linking.blocks` are then compared, and joined from the best
down as long as the two clusters as wholes can be one person. The result does not depend on the order of profiles.
"""

from __future__ import annotations

import marshal
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, product
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from kg.linking.blocks import Standing, pairs
from kg.linking.dividing import Divide, undivided
from kg.linking.features import ASK, LINK, Context, Score, impossible, score
from kg.linking.mentions import Mentions
from kg.linking.names import Name
from kg.linking.profiles import Held, Key, Office, Profile, office_order, sort_names
from kg.linking.words import Words

if TYPE_CHECKING:
    import numpy

_NAMES = 1 << 12  # that are kept as they were read
MARGIN = 1.0  # points that the best choice must be ahead of one that excludes it


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people decided: pairs that are one, and pairs that are not, with the words for it."""

    same: tuple[tuple[Key, Key, str], ...] = ()
    different: tuple[tuple[Key, Key, str], ...] = ()


class Decided:
    """What people decided about mentions that are there."""

    def __init__(self, constraints: Constraints, mentions: Mentions) -> None:
        self.apart: dict[Key, set[Key]] = defaultdict(set)
        for left, right, _ in constraints.different:
            self.apart[left].add(right)
            self.apart[right].add(left)
        self.apart.default_factory = None
        self._same = [
            (one, other, (left, right, words))
            for left, right, words in constraints.same
            if (one := mentions.number(left)) is not None and (other := mentions.number(right)) is not None
        ]
        self.pairs = [(one, other) for one, other, _ in self._same]
        self._by_number: dict[int, list[int]] = defaultdict(list)
        for place, (one, _, _) in enumerate(self._same):
            self._by_number[one].append(place)

    def within(self, family: Iterable[int]) -> list[tuple[Key, Key, str]]:
        """What is one in a family of mentions, as it was decided."""
        if not self._same:
            return []
        return [self._same[place][2] for place in sorted(p for n in family for p in self._by_number.get(n, ()))]


class Link(NamedTuple):
    """Why two profiles became one, or may be one: their keys, the points and the reasons."""

    left: Key
    right: Key
    points: float
    words: str


def by_number(links: Iterable[Link], number: Callable[[Key], int]) -> Iterator[tuple[int, int, float, str]]:
    """Links with their ends by number."""
    return ((number(link.left), number(link.right), link.points, link.words) for link in links)


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
            Held(
                same[0].rank,
                min((h.first for h in same if h.first), default=""),
                max((h.last for h in same if h.last), default=""),
            )
            for _, same in sorted(ranks.items())
        ),
        bodies=frozenset().union(*(p.bodies for p in profiles)),
        regions=frozenset().union(*(p.regions for p in profiles)),
        days=frozenset().union(*(p.days for p in profiles)),
        near=frozenset().union(*(p.near for p in profiles)),
        sources=frozenset().union(*(p.sources for p in profiles)),
        first=min((p.first for p in profiles if p.first), default=""),
    )


def _merge_offices(same: list[Office]) -> Office:
    return min(same, key=office_order)._replace(
        first=min((o.first for o in same if o.first), default=None),
        last=max((o.last for o in same if o.last), default=None),
    )


Scored = tuple[int, int, Score]  # places of two profiles, and what their comparison gives


def score_pairs(
    profiles: Sequence[Profile], context: Context, divide: Divide = undivided, folder: Path | None = None
) -> Iterator[Scored]:
    """The pairs worth joining or asking about, whatever else is known of them."""
    both, standing = pairs(profiles, divide, folder)
    for told in divide(score_share, both, standing, profiles, context):
        left, right, points, reasons = marshal.loads(told)  # noqa: S302 - from `score_share`
        yield left, right, Score(points, reasons)


def score_share(
    both: numpy.ndarray, standing: Standing, profiles: Sequence[Profile], context: Context
) -> Iterator[bytes]:
    """Pairs as `pairs` gives them → those worth joining or asking about, with points and reasons.

    Only those are loaded whose names don't exclude each other.
    """
    order, compare, read = standing.order, context.names.compare, context.names.read
    name = lru_cache(maxsize=_NAMES)(lambda rank: read(standing.called(rank)))
    for pair in both:
        one, other = divmod(int(pair), len(order))
        if compare(name(one), name(other)).relation == "clash":
            continue
        left, right = sorted((order[one], order[other]))
        found = score(profiles[left], profiles[right], context)
        if worth_asking(found):
            yield marshal.dumps((left, right, found.points, found.reasons))


def worth_asking(found: Score) -> bool:
    """Whether a comparison leaves it open that two are one."""
    return found.points >= ASK and not found.never


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


def named_alike(profile: Profile, words: Words) -> Iterator[tuple[str, Office]]:
    """How a profile is called in each office in which another one of that name is taken to be one with it."""
    name = profile.name
    for office in profile.offices:
        if office.region and (name.full or office.role in words.heads):
            yield intern(f"{name.key}|{''.join(sorted(name.gender))}"), office


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
        self.single = list(profiles)
        self.links: list[Link] = []
        self.by_key: dict[Key, Profile] = {p.keys[0]: p for p in self.single}
        self.parent: dict[Key, Key] = {}  # of those that were joined to another
        self.joined: dict[Key, Profile] = {}  # by root, of those that others were joined to

    def root(self, key: Key) -> Key:
        root = key
        while (above := self.parent.get(root)) is not None:
            root = above
        while key != root:
            self.parent[key], key = root, self.parent[key]
        return root

    def whole(self, key: Key) -> Profile:
        """The cluster that a root stands for."""
        return self.joined.get(key) or self.by_key[key]

    def merged(self) -> list[Profile]:
        """The clusters as they are, by their first member."""
        return sorted((self.whole(key) for key in self.by_key if key not in self.parent), key=lambda p: p.keys)

    def join_decided(self, same: Iterable[tuple[Key, Key, str]]) -> None:
        """What people said is one, whatever the features say."""
        for left, right, words in same:
            if self.root(left) != self.root(right):
                self._unite([left, right])
                self.links.append(Link(left, right, 99.0, words))

    def join_equal(self) -> None:
        """Equal names at one institution are one person; by a key, so that this takes linear time.

        In one post they are whatever else is said; in two posts only where their ranks can be one person's.
        """
        for members in _connected(self._named_alike(lambda office: office.what)):
            self._join_equal(members, "same name in one post")
        for keys in self._named_alike(lambda office: ""):
            first, *others = sorted({self.root(key) for key in keys})
            for other in others:
                if impossible(self.whole(self.root(first)), self.whole(self.root(other)), self.context) is None:
                    self._join_equal([first, other], "same name at one institution")

    def _named_alike(self, what: Callable[[Office], str]) -> Iterator[list[Key]]:
        """Mentions of equal names at one institution and in one of what an office gives, in order, two and more."""
        rows = [
            (called, office.institution, what(office), profile.keys[0])
            for profile in self.single
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
        keys = {key for member in members for key in self.whole(self.root(member)).keys}
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
        one, other = self.root(left), self.root(right)
        if one == other:
            return
        ours, theirs = self.whole(one), self.whole(other)
        if self.allowed(ours, theirs) and impossible(ours, theirs, self.context) is None:
            self._unite([left, right])
            self.links.append(Link(left, right, found.points, found.words))

    def _unite(self, keys: Iterable[Key]) -> None:
        roots = sorted({self.root(key) for key in keys})
        self.joined[roots[0]] = merge([self.whole(key) for key in roots])
        for key in roots[1:]:
            self.parent[key] = roots[0]
            self.joined.pop(key, None)

    def still_open(self, asked: Iterable[Link]) -> Iterator[Link]:
        """Of the pairs asked about, the best of each two clusters that could yet be one."""
        seen: set[tuple[Key, Key]] = set()
        for link in asked:
            one, other = sorted((self.root(link.left), self.root(link.right)))
            if one == other or (one, other) in seen:
                continue
            seen.add((one, other))
            ours, theirs = self.whole(one), self.whole(other)
            if self.allowed(ours, theirs) and impossible(ours, theirs, self.context) is None:
                yield link


def _connected(groups: Iterable[Sequence[Key]]) -> Iterator[list[Key]]:
    """The groups that share a member joined, each sorted, in order; only those of two and more."""
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for group in groups:
        for key in group[1:]:
            one, other = sorted((root(group[0]), root(key)))
            parent[other] = one
    together: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(parent):
        together[root(key)].append(key)
    yield from (members for _, members in sorted(together.items()) if len(members) > 1)


def _within(keys: set[Key], articles: Iterable[str]) -> list[Key]:
    wanted = set(articles)
    return [key for key in keys if key.article in wanted]
