"""KnowledgeBase → Incidence: which actor was seen at which event (or in which article), and which article says so.

Only accepted claims and events that were held count. An institution takes part through itself, or through the holder of
a post of it who acted in that post, or through whoever acted on its behalf. Statistics on ties are computed from this.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.graph.knowledge_base import KnowledgeBase, ends_of

Actors = Literal["participation", "persons", "institutions"]
LARGEST_UNIT = 500  # units with more actors say nothing about a pair, and cost its square: no ties are drawn from them

Integers = NDArray[np.int64]
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


Sighting = tuple[str, str, str, float]  # actor, unit, article, confidence


def sources(base: KnowledgeBase) -> dict[str, str]:
    """For each article the independent source that it is: itself, or the article that it copies."""
    known = {node.article: node for node in base.articles.values()}
    by_id = {node.id: node.article for node in base.articles.values()}
    found = {}
    for name, node in known.items():
        origin = node.copy_of
        found[name] = by_id.get(origin, origin) if origin else name
    return found


def at_events(base: KnowledgeBase, who: Actors = "participation") -> Incidence:
    """Who took part in which held event."""
    origin = sources(base)
    sightings: list[Sighting] = []
    for claim in base.participations.values():
        event = base.events.get(claim.event)
        if claim.status != "accepted" or event is None or event.status != "held":
            continue
        present = {claim.participant}
        post = base.posts.get(claim.acted_as) if claim.acted_as else None
        if post is not None:
            present.add(post.institution)
        behalf = base.entities.get(claim.on_behalf_of) if claim.on_behalf_of else None
        if behalf is not None and behalf.cls != "Person":
            present.add(behalf.id)
        for actor in present:
            if wanted(base, actor, who):
                articles = {origin.get(e.article, e.article) for e in claim.evidence}
                sightings.extend((actor, claim.event, article, claim.confidence) for article in articles)
    return collect(sightings)


def in_articles(base: KnowledgeBase, who: Actors = "participation") -> Incidence:
    """Who is named in which independent article: by a pair that stands together in it, or by a claim it proves."""
    origin = sources(base)
    named = chain(
        (
            (actor, article)
            for pair in base.cooccurrences.values()
            for article in pair.articles
            for actor in pair.between
        ),
        (
            (end, shown.article)
            for claim in base.statements()
            if claim.status != "rejected"
            for end in sorted(ends_of(claim) & base.entities.keys())
            for shown in claim.evidence
        ),
    )
    return collect(
        (actor, article, article, 1.0)
        for actor, article in set(named)
        if origin.get(article, article) == article and wanted(base, actor, who)
    )


def wanted(base: KnowledgeBase, actor: str, who: Actors) -> bool:
    """Whether an entity belongs to the kind of actors asked for; context units are named by no article."""
    entity = base.entities.get(actor)
    if entity is None or entity.context:
        return False
    return who == "participation" or (entity.cls == "Person") == (who == "persons")


def collect(sightings: Iterable[Sighting]) -> Incidence:
    """Sightings in any order → Incidence, sorted."""
    rows = sorted(set(sightings))
    actors = _numbered(row[0] for row in rows)
    units = _numbered(row[1] for row in rows)
    articles = _numbered(row[2] for row in rows)
    pairs = {pair: number for number, pair in enumerate(dict.fromkeys((row[0], row[1]) for row in rows))}
    return Incidence(
        actors=tuple(actors),
        units=tuple(units),
        actor=np.array([actors[actor] for actor, _ in pairs], dtype=np.int64),
        unit=np.array([units[unit] for _, unit in pairs], dtype=np.int64),
        articles=tuple(articles),
        sight_pair=np.array([pairs[row[0], row[1]] for row in rows], dtype=np.int64),
        sight_article=np.array([articles[row[2]] for row in rows], dtype=np.int64),
        sight_confidence=np.array([row[3] for row in rows], dtype=np.float64),
    )


def _numbered(values: Iterable[str]) -> Mapping[str, int]:
    return {value: number for number, value in enumerate(sorted(set(values)))}


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
