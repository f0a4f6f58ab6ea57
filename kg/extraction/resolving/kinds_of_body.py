"""What resolving asks of kinds of body: which may mean one another, and which have a name of their own region."""

from __future__ import annotations

from functools import lru_cache

from kg.extraction.chunks import Institution
from kg.extraction.institutions.agency_names import AgencyNames
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.kinds import DEPTH
from kg.lexicon.letters import key as letters
from kg.ontology import Concept

_REMEMBERED = 10_000  # pairs of kinds


class KindsOfBody:
    """Judges the kinds of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.gazetteer = vocabulary.gazetteer
        self.agencies = AgencyNames(vocabulary)
        # whether a bare mention of one type may mean a body of another: Polres and Polresta, KPU of any level
        self.alike = lru_cache(maxsize=_REMEMBERED)(self._alike)

    def _alike(self, left: str, right: str) -> bool:
        if left == right:
            return True
        a, b = self.vocabulary.concept(left), self.vocabulary.concept(right)
        if b.value("namedBy") == "none":
            return False  # "KPU RI" says which one it is
        if left in b.broader and a.value("namedBy") == "open":
            return False  # "Dinkes" is no "Dinas X" of another name
        if not self.of_one_level(left, right):
            return False
        if left in b.broader or right in a.broader:
            return True
        return any(not self.vocabulary.concept(both).flag("kindsApart") for both in set(a.broader) & set(b.broader))

    def of_one_level(self, one: str, other: str) -> bool:
        """Whether bodies of two types may be of the same region: not those of a town and of a regency."""
        mine, others = map(self.gazetteer.resolver.region_types, (one, other))
        return not mine or not others or not set(mine).isdisjoint(others)

    def single(self, type_: str) -> bool:
        """Whether a kind has one body, which needs no name."""
        return self.vocabulary.concept(type_).value("namedBy") == "none"

    def of_many(self, body: Institution, concept: Concept) -> bool:
        """Whether a body goes by a region that has many of its kind: "PPK Kabupaten X", "Kejaksaan Negeri Maluku".

        A unit with ranks may be named after the seat of a region.
        """
        lends = body.borrowed and body.level is None  # "Panwaslu dan Polres X", not "Panwaslu dan KPU Kabupaten X"
        lent = self.gazetteer.kinds.get(body.type) if lends else None
        types = lent.regions if lent is not None else self.gazetteer.resolver.region_types(body.type)
        own = [DEPTH[type_] for type_ in types if type_ in DEPTH]
        if not own or self.vocabulary.ranked(concept.id):
            return False
        if body.level is not None:
            stated = self.gazetteer.places.levels.get(letters(body.level), ("", ""))[1]
            return DEPTH.get(stated, max(own)) < min(own)
        regions = self.gazetteer.regions_named(body.name)
        return bool(regions) and all(DEPTH[region.type] < min(own) for region in regions)
