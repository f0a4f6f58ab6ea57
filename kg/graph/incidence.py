"""KnowledgeBase → Incidence: which actor was seen at which event (or in which article), and which article says so.

Only accepted claims and events that were held count. An institution takes part through itself, or through the holder of
a post of it who acted in that post, or through whoever acted on its behalf. Statistics on ties are computed from this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.graph.distinct import distinct
from kg.graph.facts import STATUSES, Facts, facts_of, gathered
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.mentions import NONE

Actors = Literal["participation", "persons", "institutions"]
LARGEST_UNIT = 500  # units with more actors say nothing about a pair, and cost its square: no ties are drawn from them

ACCEPTED, REJECTED = STATUSES.index("accepted"), STATUSES.index("rejected")

Integers = NDArray[Any]  # of 32 bits where there may be millions
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Incidence:
    """Pairs (actor, unit), sorted and unique, and the sightings that prove each.

    `actor[k]`, `unit[k]` are positions in `actors` and `units`; sighting `s` proves pair `sight_pair[s]` by
    `articles[sight_article[s]]` with `sight_confidence[s]`.
    """

    actors: tuple[str, ...]
    units: tuple[str, ...]
    actor: Integers
    unit: Integers
    articles: tuple[str, ...]
    sight_pair: Integers
    sight_article: Integers
    sight_confidence: Floats

    @cached_property
    def matrix(self) -> sparse.csr_array:
        """Actors × units, 1 where a pair is."""
        return self.matrix_of(np.ones(len(self.actor), dtype=bool))

    def matrix_of(self, alive: NDArray[np.bool_]) -> sparse.csr_array:
        """Actors × units of some of the pairs."""
        ones = np.ones(int(alive.sum()))
        shape = (len(self.actors), len(self.units))
        return sparse.csr_array((ones, (self.actor[alive], self.unit[alive])), shape=shape)

    def pairs_of(self, seen: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which pairs some of the sightings still prove."""
        proofs = np.bincount(self.sight_pair[seen], minlength=len(self.actor))
        return np.asarray(proofs > 0)


def at_events(base: KnowledgeBase, who: Actors = "participation") -> Incidence:
    """Who took part in which held event."""
    return events_of(facts_of(base), who)


def events_of(facts: Facts, who: Actors = "participation") -> Incidence:
    """The same from what was read of a knowledge base."""
    claims, actors, events = facts.claims, facts.actors, facts.events
    held = np.zeros(len(events.numbers.at) + 1, dtype=bool)
    held[: events.known] = [status == "held" for status in events.status]
    chosen = (claims.event >= 0) & (claims.status == ACCEPTED) & held[claims.event]
    persons = np.zeros(len(actors.numbers.at) + 1, dtype=bool)
    persons[: actors.known] = [cls == "Person" for cls in actors.classes]
    right = wanted(facts, who)
    behalf = np.where(persons[claims.behalf], NONE, claims.behalf)
    kinds = [(who, np.flatnonzero(chosen & (who >= 0) & right[who])) for who in (claims.actor, claims.body, behalf)]
    rows = np.concatenate([kept for _, kept in kinds])
    size = claims.sizes[rows]
    actor = np.repeat(np.concatenate([present[kept] for present, kept in kinds]), size)
    event, sure = np.repeat(claims.event[rows], size), np.repeat(claims.confidence[rows], size)
    article = facts.articles.origin[claims.told[gathered(claims.ends[rows] - size, size)]].astype(np.int32)
    names = actors.numbers.names(), events.numbers.names(), facts.articles.numbers.names()
    return collect(actor, event, article, sure, *names)


def in_articles(facts: Facts) -> Incidence:
    """Who is named in which independent article: by a pair that stands together in it, or by a claim it proves."""
    claims, origin = facts.claims, facts.articles.origin
    told = claims.status != REJECTED
    keys = [facts.together]
    for end in (claims.actor, np.where(claims.event < 0, claims.body, NONE), claims.behalf):
        kept = np.flatnonzero(told & (end >= 0))
        size = claims.sizes[kept]
        article = claims.told[gathered(claims.ends[kept] - size, size)].astype(np.int64)
        keys.append((np.repeat(end[kept], size).astype(np.int64) << 32) | article)
    found = distinct(np.concatenate(keys))
    actor, article = found >> 32, found & 0xFFFFFFFF
    kept = (origin[article] == article) & wanted(facts, "participation")[actor]
    actor, article = actor[kept], article[kept]
    names = facts.articles.numbers.names()
    return collect(actor, article, article, np.ones(len(actor)), facts.actors.numbers.names(), names, names)


def wanted(facts: Facts, who: Actors) -> NDArray[np.bool_]:
    """Which actors belong to the kind asked for; context units are named by no article. The last one is nobody."""
    actors = facts.actors
    right = np.zeros(len(actors.numbers.at) + 1, dtype=bool)
    named = np.array(actors.context, dtype=np.int8) == 0
    person = np.array([cls == "Person" for cls in actors.classes], dtype=bool)
    right[: actors.known] = named if who == "participation" else named & (person == (who == "persons"))
    return right


def collect(
    actor: Integers, unit: Integers, article: Integers, confidence: Floats,
    actors: Sequence[str], units: Sequence[str], articles: Sequence[str],
) -> Incidence:  # fmt: skip
    """Sightings in any order, by numbers of names → Incidence, sorted by name and without repeats."""
    who, actor = _sorted(actor, actors)
    what, unit = _sorted(unit, units)
    where, article = _sorted(article, articles)
    order = np.lexsort((confidence, article, unit, actor))
    actor, unit = actor[order], unit[order]
    article, confidence = article[order], confidence[order]
    new = _changes(actor, unit)
    kept = new | _changes(article) | _changes(confidence)
    pair = np.cumsum(new, dtype=np.int32) - np.int32(1)
    return Incidence(
        actors=who,
        units=what,
        actor=actor[new],
        unit=unit[new],
        articles=where,
        sight_pair=pair[kept],
        sight_article=article[kept],
        sight_confidence=confidence[kept].astype(np.float64),
    )


def _sorted(numbers: Integers, names: Sequence[str]) -> tuple[tuple[str, ...], Integers]:
    """The names that occur, sorted, and their places in that order instead of their numbers."""
    there = np.zeros(len(names), dtype=bool)
    there[numbers] = True
    used = np.flatnonzero(there).tolist()
    order = sorted(used, key=names.__getitem__)
    place = np.zeros(len(names), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return tuple(names[at] for at in order), place[numbers]


def _changes(*columns: NDArray[Any]) -> NDArray[np.bool_]:
    """Which rows differ from the row before."""
    new = np.ones(len(columns[0]), dtype=bool)
    if len(new):
        new[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
    return new


def shared(matrix: sparse.csr_array) -> sparse.csr_array:
    """Actors × actors: in how many units each pair is together; the diagonal is empty."""
    return _without_diagonal(_small_units(matrix))


def newman(matrix: sparse.csr_array) -> sparse.csr_array:
    """Actors × actors with the weights of Newman (2001): each unit of n actors gives 1 / (n - 1) to each of its pairs.

    M. E. J. Newman, "Scientific collaboration networks. II", Physical Review E 64, 016132 (2001). The weights of an
    actor then sum to the number of units in which it had company.
    """
    return _without_diagonal(_small_units(matrix), newman_weights=True)


def oversized(matrix: sparse.csr_array) -> int:
    """How many units have too many actors for ties to be drawn from them."""
    return int((np.asarray(matrix.sum(axis=0)).ravel() > LARGEST_UNIT).sum())


def _small_units(matrix: sparse.csr_array) -> sparse.csr_array:
    sizes = np.asarray(matrix.sum(axis=0)).ravel()
    return sparse.csr_array(matrix[:, (sizes > 1) & (sizes <= LARGEST_UNIT)])


def _without_diagonal(matrix: sparse.csr_array, *, newman_weights: bool = False) -> sparse.csr_array:
    sizes = np.asarray(matrix.sum(axis=0)).ravel()
    scaled = matrix @ sparse.diags_array(1.0 / (sizes - 1.0)) if newman_weights and len(sizes) else matrix
    product = sparse.csr_array(scaled @ matrix.T)
    product.setdiag(0)
    product.eliminate_zeros()
    product.sort_indices()
    return product
