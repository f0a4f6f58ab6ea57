"""Chunks of a document → its institutions, resolved: which body each mention means, by name, place and neighbours.

In come Institutions in the order of the text; out comes the key of the body that each means, or None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extraction.chunks import Institution, Place
from kg.extraction.institutions.branches import level_of, regional_names
from kg.extraction.resolving.antecedents import Antecedents
from kg.extraction.resolving.callings import Callings
from kg.extraction.resolving.entity_registry import EntityRegistry
from kg.extraction.resolving.kinds_of_body import KindsOfBody
from kg.extraction.resolving.local_bodies import LocalBodies
from kg.extraction.resolving.named import Fits
from kg.extraction.resolving.setting import Setting, setting_of
from kg.lexicon.gazetteer import Resolution
from kg.lexicon.places import inside
from kg.lexicon.units import Unit
from kg.ontology import Concept

_WORD = re.compile(r"\s+([^\W\d_]+)")


class Resolver:
    """Resolves the institutions of one document."""

    def __init__(self, kinds: KindsOfBody, text: str, published: str | None) -> None:
        self.kinds = kinds
        self.vocabulary = vocabulary = kinds.vocabulary
        self.gazetteer = vocabulary.gazetteer
        self.text = text
        self.published = published
        self.callings = Callings(vocabulary, text)
        self.registry = EntityRegistry(kinds, self.callings)
        self.bodies = self.registry.bodies
        self.antecedents = Antecedents(kinds, text, self.bodies)
        self.local = LocalBodies(vocabulary, published, Setting((), None, None, None))
        self.home: str | None = None  # the regency of whose government a sentence has spoken so far
        self._branches: dict[tuple[str, str], str] = {}  # party and level → the name of its only branch with a region
        self._offices: dict[str, Institution] = {}  # by kind the body of it that is named first

    @property
    def setting(self) -> Setting:
        """The regions of the article."""
        return self.local.setting

    def settle(self, institutions: Sequence[Institution], places: Iterable[Place], leads: Sequence[str]) -> None:
        """Find the region of an article from its bodies, its places and its dateline."""
        self.callings.keep(institutions)
        self._offices = {body.type: body for body in reversed(institutions) if body.name and not body.open}
        self._branches = regional_names([body for body in institutions if body.whole], self.vocabulary)
        written = [self.text[place.start : place.end] for place in places]
        here = [body for body in institutions if not body.elsewhere]
        self.local.setting = setting_of(self.vocabulary, self.published, here, written, leads)

    def region_of(self, key: str) -> str | None:
        """The region of a body of the article."""
        return self.bodies[key].region

    def resolve(self, body: Institution, *, form: tuple[int, int] | None = None) -> str | None:
        """The key of the body that a mention means; None when a bare mention can't be told."""
        key = self._key(body)
        if key is None:
            return None
        body.entity = key
        self.bodies[key].mentions.append(form or (body.start, body.end))
        self.antecedents.add(body, key)
        return key

    def _key(self, body: Institution) -> str | None:
        concept = self.vocabulary.concept(body.type)
        if concept.flag("subUnit"):
            above = concept.value("parentType")
            ranked = self.vocabulary.ranked(concept.id) and body.name and not body.open
            return self._key(replace(body, type=above)) if above and ranked else None
        if body.open:
            return self._open(body)
        if not body.name:
            told = self.local.of_level(body) if body.level is not None else None
            return self._guess(told, body, concept) if told is not None else self._bare(body, concept)
        if self.kinds.of_many(body, concept):
            return None
        found = self.local.with_name(body, concept)
        if body.borrowed and found.unit is None and concept.flag("alsoNamedInList"):
            return self._open(replace(body, open=True))  # "Lapas dan Kejari Blora"
        if body.borrowed and (found.unit is None or self._within(body, found.unit)):
            return self._bare(replace(body, name=""), concept)
        key = self.registry.keep(found, body)
        self.bodies[key].guessed = False  # the text names its region, here if not before
        return key

    def _within(self, body: Institution, unit: Unit) -> bool:
        """Whether an article names one within the region of a body, and never that: "KPU dan Kapolda X" about KPU Y."""
        known = self.antecedents.named.first(lambda said, _: said == body.type)
        region = self.bodies[known].region if known is not None and unit.id not in self.bodies else None
        return region is not None and unit.region is not None and region != unit.region and inside(region, unit.region)

    def _bare(self, body: Institution, concept: Concept) -> str | None:
        """A body without its name: the one of its kind that the article names, else the local one."""
        single = self.kinds.single(body.type)  # "KPU RI" is never the province's

        def same(said: str, kind: str) -> bool:
            alike = self.kinds.alike(said, body.type) and self.kinds.of_one_level(kind, body.type)
            return alike and (not single or self.kinds.single(kind))

        known = self.antecedents.last(body, same)
        if known is None and not single:
            beside = self.local.beside(body, concept, self.home)
            known = self._guess(beside, body, concept) if beside is not None else self.antecedents.national(body)
        if known is None:
            known = self._local(body, same) or self.antecedents.named.first(same)
            known = known or self._named_otherwise(body, concept)
        if known is not None:
            return known
        if concept.flag("vagueBare"):
            return None
        if single:
            return self.antecedents.local_office(body, concept) or self._one_of_its_kind(body, concept)
        return self._of_article(body, concept)

    def _local(self, body: Institution, same: Fits) -> str | None:
        """The body of the article's place, where it is named behind a mention in front of which none of the kind is."""
        unit = self.local.nearest(body).unit
        key = unit.id if unit is not None and unit.id in self.bodies else None
        return key if key is not None and same(body.type, self.bodies[key].type) else None

    def _named_otherwise(self, body: Institution, concept: Concept) -> str | None:
        """The local office of an agency that the article names, "BPN" beside "Kantor Pertanahan X"; or a society.

        That is the society of the only kecamatan whose bodies it names.
        """
        local = concept.value("localOffice") if concept.value("entityClass") == "NationalAgency" else None
        named = self._offices.get(local) if local else self.local.of_district(body, concept)
        return self._key(named) if named is not None else None

    def _of_article(self, body: Institution, concept: Concept) -> str | None:
        """The body of a kind that the place of the article tells, of the nation where it is about that."""
        code = self.antecedents.province_of_list(body) if body.level is None else None
        found = (self.local.of_region(body, code) if code is not None else None) or self.local.nearest(body)
        headquarters = self.vocabulary.national.get(body.type) if self.setting.national else None
        if headquarters is not None:
            return self.registry.keep(self.gazetteer.resolve(headquarters, "", on=self.published), body)
        if found.unit is not None:
            return self._guess(found, body, concept)
        optional = concept.flag("optionalBare")
        return self.registry.name(body, concept.label(), "no region in the article") if optional else None

    def _guess(self, found: Resolution, body: Institution, concept: Concept) -> str:
        """The body that only the place of the article tells."""
        new = found.unit is not None and found.unit.id not in self.bodies
        key = self.registry.keep(found, body)
        if new:
            self.bodies[key].guessed = not self._of_the_place(body.end)
            self.bodies[key].collective |= concept.flag("collectiveBare")
        return key

    def _of_the_place(self, at: int) -> bool:
        """Whether the word behind a body says that it is the one of the place: "BNNK setempat"."""
        word = _WORD.match(self.text, at)
        return word is not None and word[1].casefold() in self.vocabulary.local_words

    def _one_of_its_kind(self, body: Institution, concept: Concept) -> str | None:
        """A national body; or its local office, where the bare word is used for that: "Kejaksaan"."""
        local = concept.value("localOffice") if concept.flag("optionalBare") else None
        lower = self.vocabulary.concept(local).value("lowerOffice") if local else None
        for office in (local, lower) if self.setting.provincial else (lower, local):
            key = self._bare(replace(body, type=office), self.vocabulary.concept(office)) if office else None
            if key is not None:
                return key
        return self.registry.keep(self.gazetteer.resolve(body.type, "", on=self.published), body)

    def _open(self, body: Institution) -> str | None:
        concept = self.vocabulary.concept(body.type)
        if concept.flag("vagueOpen"):
            return None
        if self.vocabulary.ranked(concept.id) and (meant := self.callings.misspelt(body, self.setting.near)):
            body.name, body.open = meant, False
            return self._key(body)
        if concept.flag("namedAsWritten"):
            body.name, body.written = self.callings.in_full(body)
        if concept.value("entityClass") == "PoliticalParty" and body.whole:
            body.name = self._branches.get((body.type, level_of(body)), body.name)
        name = body.name if body.whole else self.gazetteer.compose(body.type, body.name, body.level)
        local = concept.value("entityClass") == "RegionalAgency" and "regency" in concept.values.get("level", ())
        if local and self.setting.regency and not self.callings.has_region(name):
            name = f"{name} {self.gazetteer.region_name(self.setting.regency)}"
        return self.registry.name(body, name, "named in the article; not in the gazetteer", written=body.written)
