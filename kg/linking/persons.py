"""Profiles on disk → who is one person, by number, and canonical ids that stay when articles are added.

What depends on each other is decided together and nothing else is held: first the families of mentions with equal names
at one institution, then those of the pairs that a comparison leaves open.
"""

from __future__ import annotations

import marshal
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, overload

from kg.ids import digest, slug
from kg.linking.clusters import State
from kg.linking.comparison import Context
from kg.linking.constraints import Constraints, Decided
from kg.linking.dividing import Divide, undivided
from kg.linking.families import Families, Family, Groups, Pairs
from kg.linking.features import Score
from kg.linking.found import Minted
from kg.linking.hashed import Hashed
from kg.linking.joined import Joined
from kg.linking.links import by_number
from kg.linking.mentions import Mentions
from kg.linking.names import Name
from kg.linking.profiles import Key, Profile
from kg.linking.rows import ArticleRow, Profiles, profile_row
from kg.linking.scoring import Scored, score_pairs
from kg.spool import Lines

Scores = Callable[[Sequence[Profile], Context], Iterable[Scored]]


class Persons:
    """Takes the profiles of all articles in order, then joins those that are one person."""

    def __init__(self, context: Context, folder: Path | None = None, divide: Divide = undivided) -> None:
        self.mentions = Mentions()
        self._context, self._folder, self._divide = context, folder, divide
        self._profiles = Profiles(context.names, Lines(folder))
        self._alike = Hashed(folder)
        self._anchors = array("I")  # by a cluster's first number: the mention that it is named by

    def take(self, row: ArticleRow) -> int:
        """Put the persons of an article away; tells the number of the first."""
        first = self.mentions.add(row.article, [local for local, _, _ in row.persons])
        for number, (_, profile, alike) in enumerate(row.persons, first):
            self._profiles.put(profile)
            if alike:
                self._alike.add(number, alike)
        return first

    def join(self, constraints: Constraints, scores: Scores | None = None) -> Joined:
        """Join the profiles that are one person; `scores` stands in for `score_pairs`."""
        joined = Joined(self.mentions, self._folder)
        decided = Decided(constraints, self.mentions)
        self._anchors = array("I", range(len(self.mentions)))
        atoms = self._join_equal(joined, decided)
        self._join_best(joined, decided, atoms, (scores or score_pairs)(atoms, self._context))
        return joined

    def mint(self, clusters: Groups, *, own: bool) -> Iterator[Minted]:
        """`person/<name>-<hash>` of clusters.

        The hash is of its strongest identifier: the name and the office of its earliest sighting by full name, so that
        later articles and another corpus give the same id. Two clusters with one identifier get their article's too.
        """
        for told in self._divide(mint, clusters, self._anchors, self._profiles, own):
            yield Minted(*marshal.loads(told))  # noqa: S302 - from `mint`

    def _join_equal(self, joined: Joined, decided: Decided) -> Atoms:
        """What people said, and equal names at one institution; tells the clusters that come of it."""
        profiles, places = self._profiles, array("I", range(len(self.mentions)))
        families = Families(len(self.mentions))
        for group in self._alike.groups():
            families.join(group)
        for pair in decided.pairs:
            families.join(pair)
        for told in self._divide(join_equal, families.groups().spread(), profiles, self._context, decided):
            wholes, links = marshal.loads(told)  # noqa: S302 - from `join_equal`
            for numbers, anchor, row in wholes:
                joined.unite(numbers)
                places[numbers[0]], self._anchors[numbers[0]] = profiles.put(row), anchor
            joined.explain(links)
        return Atoms(profiles, array("I", (places[n] for n, first in enumerate(joined.first) if n == first)))

    def _join_best(self, joined: Joined, decided: Decided, atoms: Atoms, scores: Iterable[Scored]) -> None:
        """The pairs of each family from the best down; what is doubtful is asked."""
        pairs = Pairs(len(atoms), self._folder)
        for left, right, found in scores:
            pairs.add(left, right, found.points, found.reasons)
        families = pairs.by_family().spread()
        for told in self._divide(join_best, families, atoms, self._anchors, self.mentions, self._context, decided):
            wholes, links, asked = marshal.loads(told)  # noqa: S302 - from `join_best`
            for numbers, anchor in wholes:
                joined.unite(numbers)
                self._anchors[numbers[0]] = anchor
            joined.explain(links)
            joined.ask(asked)


def join_equal(
    families: Iterable[list[int]], profiles: Profiles, context: Context, decided: Decided
) -> Iterator[bytes]:
    """Of each family of profiles: the clusters of several, with who gives the name and the row, and the links."""
    for family in families:
        singles = {(p := profiles.load(number)).keys[0]: p for number in family}
        numbers = dict(zip(singles, family, strict=True))
        state = State(context, decided.apart, singles.values(), lambda key, by=singles: by[key].name)  # type: ignore[misc]
        state.join_decided(decided.within(family))
        state.join_equal()
        wholes = [
            (
                [numbers[key] for key in whole.keys],
                numbers[_anchor([singles[key] for key in whole.keys]).keys[0]],
                profile_row(whole),
            )
            for whole in state.merged()
            if len(whole.keys) > 1
        ]
        yield marshal.dumps((wholes, list(by_number(state.links, numbers.__getitem__))))


def join_best(
    families: Iterable[Family],
    atoms: Atoms,
    anchors: Sequence[int],
    mentions: Mentions,
    context: Context,
    decided: Decided,
) -> Iterator[bytes]:
    """Of each family of atoms: the clusters of several, with who gives the name, the links, and what is doubtful."""

    def name_of(key: Key) -> Name:
        return atoms.profiles.recent(mentions.of_key(key)).name

    for family, scored in families:
        members = {place: atoms[place] for place in family}
        state = State(context, decided.apart, members.values(), name_of)
        asked = state.join_best([(one, other, Score(*found)) for one, other, *found in scored], members)
        together: dict[Key, list[Profile]] = defaultdict(list)
        for profile in members.values():
            named_by = anchors[mentions.of_key(profile.keys[0])]
            together[state.whole(profile.keys[0]).keys[0]].append(atoms.profiles.load(named_by))
        wholes = [
            (sorted(map(mentions.of_key, state.whole(root).keys)), mentions.of_key(_anchor(several).keys[0]))
            for root, several in together.items()
            if len(several) > 1
        ]
        links, open_ = (list(by_number(some, mentions.of_key)) for some in (state.links, asked))
        yield marshal.dumps((wholes, links, open_))


def mint(clusters: Iterable[list[int]], anchors: Sequence[int], profiles: Profiles, own: bool) -> Iterator[bytes]:  # noqa: FBT001
    """Of each cluster the fields of `Minted`."""
    for numbers in clusters:
        named_by = profiles.load(anchors[numbers[0]])
        identifier = _identifier(named_by)
        minted = _minted(named_by, (*identifier, *named_by.keys[0]) if own else identifier)
        yield marshal.dumps((repr(identifier), minted, len(numbers) == 1 and not named_by.offices))


class Atoms(Sequence[Profile]):
    """Some of the profiles on disk, in order of their first mention."""

    def __init__(self, profiles: Profiles, places: array[int]) -> None:
        self.profiles, self._places = profiles, places

    def __reduce__(self) -> tuple[Any, ...]:
        return Atoms, (self.profiles, self._places)

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Profile: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Profile]: ...
    def __getitem__(self, place: int | slice) -> Profile | Sequence[Profile]:
        if isinstance(place, slice):
            return Atoms(self.profiles, self._places[place])
        return self.profiles.recent(self._places[place])

    def __iter__(self) -> Iterator[Profile]:
        return map(self.profiles.load, self._places)


def _anchor(members: Sequence[Profile]) -> Profile:
    full = [profile for profile in members if profile.name.full] or members
    return min(full, key=lambda p: (not p.offices, p.first or "9999", p.keys))


def _identifier(anchor: Profile) -> tuple[str, ...]:
    key = anchor.name.key or anchor.name.text
    offices = sorted((o.former, o.institution) for o in anchor.offices)
    if offices:
        return (key, offices[0][1])
    return (key, *anchor.keys[0])


def _minted(anchor: Profile, identifier: tuple[str, ...]) -> str:
    name = slug(anchor.name.text.replace(".", " "))
    return f"person/{name}-{digest('person', *identifier, length=8)}" if name else f"person/{digest(*identifier)}"
