"""Chunks of a document → its institutions, resolved: which body each mention means, by name, place and neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extraction.agency_names import AgencyNames
from kg.extraction.beside import province_of_list
from kg.extraction.branches import level_of, regional_names
from kg.extraction.callings import Callings
from kg.extraction.chunks import Institution, Place
from kg.extraction.kinds_of_body import KindsOfBody
from kg.extraction.named import Fits, Named
from kg.extraction.resolved import Body
from kg.extraction.setting import Setting, setting_of
from kg.lexicon.gazetteer import Resolution
from kg.ontology import Concept

_OF_REGIONS = ("RegionalAgency", "Legislature", "RegionalGovernment")  # classes of body
_LIST = 2  # bodies of one kind in a sentence
_WORD = re.compile(r"\s+([^\W\d_]+)")
_NUMBERED = re.compile(r"\d{3,4}(?=/(?!\d)|\s|$)")  # of a unit that no other of its kind has: "Yonif 115/ML"
_OF_TWO = re.compile(r"(\d{3,4})\s?[-–/]\s?(\d{1,2})(?!\d)")  # number of a unit and its superior's: "Koramil 0721/04"
_QUOTED = re.compile(r"[“\"][^“”\"\n]{3,}[”\"]")


class Resolver:
    """Resolves the institutions of one document."""

    def __init__(self, kinds: KindsOfBody, text: str, published: str | None) -> None:
        self.kinds = kinds
        self.vocabulary = vocabulary = kinds.vocabulary
        self.gazetteer = vocabulary.gazetteer
        self.text = text
        self.published = published
        self.bodies: dict[str, Body] = {}
        self.callings = Callings(vocabulary, text)
        self.agencies = AgencyNames(vocabulary)
        self.setting = Setting((), None, None, None)
        self.home: str | None = None  # the regency of whose government a sentence has spoken so far
        self._quotes = [match.span() for match in _QUOTED.finditer(text)]
        self._branches: dict[tuple[str, str], str] = {}  # party and level → the name of its only branch with a region
        self._numbered: dict[tuple[str, str], str] = {}  # kind and number of a unit → its key
        self._formerly: set[str] = set()  # bodies that so far are only called by a former name
        self._by_seat: set[str] = set()  # and those called only after the town where they sit
        self._offices: dict[str, Institution] = {}  # by kind the body of it that is named first
        self.named = Named()  # the bodies named in full
        self.seen: list[tuple[int, str, str]] = []  # offset, type, key of every body, by offset
        # by what they are a kind of: those that are the only one of their kind, as read, each before the others
        self._single_seen: dict[str, list[tuple[int, str]]] = {}

    def settle(self, institutions: Sequence[Institution], places: Iterable[Place], leads: Sequence[str]) -> None:
        """Find the region of an article from its bodies, its places and its dateline."""
        self.callings.keep(institutions)
        self._offices = {body.type: body for body in reversed(institutions) if body.name and not body.open}
        self._branches = regional_names([body for body in institutions if body.whole], self.vocabulary)
        self.setting = setting_of(self.vocabulary, self.published, institutions, self._written(places), leads)

    def _written(self, places: Iterable[Place]) -> list[str]:
        return [self.text[place.start : place.end] for place in places]

    def region_of(self, key: str) -> str | None:
        """The region of a body of the article."""
        return self.bodies[key].region

    # Which body

    def resolve(self, body: Institution, *, form: tuple[int, int] | None = None) -> str | None:
        """The key of the body that a mention means; None when a bare mention can't be told."""
        start, end = form or (body.start, body.end)
        key = self._key(body)
        if key is None:
            return None
        body.entity = key
        known = self.bodies[key]
        known.mentions.append((start, end))
        insort(self.seen, (body.start, body.type, key))
        if self.kinds.single(body.type):
            for above in self.vocabulary.concept(body.type).broader:
                first = self._single_seen.setdefault(above, [])
                if not first or body.start < first[-1][0]:
                    first.append((body.start, key))
        if body.name and (body.level or "").casefold() not in self.vocabulary.headquarters:
            self.named.add(body.start, body.type, known.type, key)
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
            told = self._of_level(body) if body.level is not None else None
            return self._guess(told, body, concept) if told is not None else self._bare(body, concept)
        if self.kinds.of_many(body, concept):
            return None
        setting = self.setting
        twins = "{level}" in (concept.value("nameTemplate") or "")  # "KPU Bima" may mean the Kota's or the Kabupaten's
        first = [code for code in (setting.regency, setting.province) if code] if twins else []
        if twins and setting.capital and body.level is None and (named := self._of_province(body)) is not None:
            return self._keep(named, body)
        found = self._near(body, first) if first else None
        if found is None or found.unit is None:
            found = self._near(body, setting.near)
        if found.unit is None and len(found.candidates) > 1 and setting.province is not None:
            told = self._near(body, (setting.province,))  # "Polres Banjar" of two in different provinces
            found = told if told.unit is not None else found
        if found.unit is None and body.borrowed:
            return self._bare(replace(body, name=""), concept)
        return self._keep(found, body)

    def _near(self, body: Institution, near: Sequence[str]) -> Resolution:
        """What the name of a body means in a text about some regions."""
        return self.gazetteer.resolve(body.type, body.name, near=near, level=body.level, on=self.published)

    def _of_province(self, body: Institution) -> Resolution | None:
        """The body of the province whose seat has its name, where no other body of that city is named: "KPU Jambi"."""
        level = self.gazetteer.places.level_of_type["province"]
        found = self.gazetteer.resolve(body.type, body.name, level=level, on=self.published)
        return found if found.unit is not None and found.unit.region == self.setting.province else None

    def _bare(self, body: Institution, concept: Concept) -> str | None:
        """A body without its name: the one of its kind that the article names, else the local one."""
        single = self.kinds.single(body.type)  # "KPU RI" is never the province's

        def same(said: str, kind: str) -> bool:
            return self.kinds.alike(said, body.type) and (not single or self.kinds.single(kind))

        known = self._of_several(body, same) or self._just_guessed(body, same) or self.named.last(same, body.start)
        if known is None and not single:
            known = self._beside(body, concept) or self._national(body)
        if known is None:
            known = self.named.first(same) or self._local_office(concept) or self._of_district(body, concept)
        if known is not None:
            return known
        if concept.flag("vagueBare"):
            return None
        if single:
            return self._local_before(body, concept) or self._one_of_its_kind(body, concept)
        if self.vocabulary.ranked(concept.id) and any(a <= body.start < b for a, b in self._quotes):
            return None
        found = self._in_list(body) or self._local(body)
        headquarters = self.vocabulary.national.get(body.type) if self.setting.national else None
        if headquarters is not None:
            return self._keep(self.gazetteer.resolve(headquarters, "", on=self.published), body)
        if found.unit is None:
            return (
                self._named_as(body, concept.label(), "no region in the article")
                if concept.flag("optionalBare")
                else None
            )
        return self._guess(found, body, concept)

    def _just_guessed(self, body: Institution, same: Fits) -> str | None:
        """The body of a kind that the sentence has spoken of last without its region, and that its place told."""
        start = max(self.text.rfind(". ", 0, body.start), self.text.rfind("\n", 0, body.start))
        for index in range(bisect_left(self.seen, (body.start,)) - 1, -1, -1):
            at, said, key = self.seen[index]
            if at < start:
                return None
            if same(said, self.bodies[key].type):
                return key if self._of_one_level(said, body.type) and self.bodies[key].guessed else None
        return None

    def _of_one_level(self, one: str, other: str) -> bool:
        """Whether bodies of two types may be of the same region: not those of a town and of a regency."""
        mine, others = map(self.vocabulary.gazetteer.resolver.region_types, (one, other))
        return not mine or not others or not set(mine).isdisjoint(others)

    def _beside(self, body: Institution, concept: Concept) -> str | None:
        """The body of the regency whose government stands before it in its sentence, in an article about several."""
        if self.home is None or len(self.setting.named) < _LIST or concept.value("entityClass") not in _OF_REGIONS:
            return None
        found = self.gazetteer.resolve(body.type, "", near=(self.home,), level=body.level, on=self.published)
        return self._guess(found, body, concept) if found.unit is not None and found.unit.region == self.home else None

    def _of_district(self, body: Institution, concept: Concept) -> str | None:
        """The society of the only kecamatan whose bodies an article names, where it names few of its regency's."""
        setting, places = self.setting, self.gazetteer.places
        regional = concept.value("entityClass") == "CivilSociety" and concept.value("namedBy") == "region"
        regional = regional and not (concept.flag("bareIsWhole") or concept.flag("vagueBare"))
        if not regional or setting.district is None or setting.of_regency:
            return None
        if setting.regency in setting.named and not setting.of_district:
            return None
        region = places.regions[setting.district]
        return self._key(replace(body, name=places.base(region), level=places.level(region)))

    def _in_list(self, body: Institution) -> Resolution | None:
        """The body of the province whose bodies alone are named before it in its sentence."""
        code = province_of_list(self.seen, self.bodies, self.vocabulary, self.text, body.start)
        return self.of_region(body, code) if code is not None and body.level is None else None

    def of_region(self, body: Institution, code: str) -> Resolution | None:
        """The body of a kind that is of a region itself, not of one around it."""
        found = self.gazetteer.resolve(body.type, "", near=(code,), level=body.level, on=self.published)
        return found if found.unit is not None and found.unit.region == code else None

    def _local_office(self, concept: Concept) -> str | None:
        """The local office of a national agency, where the article names that: "BPN" beside "Kantor Pertanahan X"."""
        local = concept.value("localOffice")
        named = self._offices.get(local) if local and concept.value("entityClass") == "NationalAgency" else None
        return self._key(named) if named is not None else None

    def _guess(self, found: Resolution, body: Institution, concept: Concept) -> str | None:
        """The body that only the place of the article tells."""
        new = found.unit is not None and found.unit.id not in self.bodies
        key = self._keep(found, body)
        if new and key is not None:
            self.bodies[key].guessed = not self._of_the_place(body.end)
            self.bodies[key].collective |= concept.flag("collectiveBare")
        return key

    def _of_the_place(self, at: int) -> bool:
        """Whether the word behind a body says that it is the one of the place: "BNNK setempat"."""
        word = _WORD.match(self.text, at)
        return word is not None and word[1].casefold() in self.vocabulary.local_words

    def _of_several(self, body: Institution, same: Fits) -> str | None:
        """The body of the article, where those that a bare mention may mean were last named in a list of others.

        "KPU X menggelar rapat. KPU Y dan KPU Z hadir. Ketua KPU Ani" is that of X.
        """
        start = max(self.text.rfind(". ", 0, body.start), self.text.rfind("\n", 0, body.start))
        if start < 0:
            return None
        begin = max(self.text.rfind(". ", 0, start), self.text.rfind("\n", 0, start)) + 1
        here = self.named.within(same, start, body.start)
        before = self.named.within(same, begin, start) if not here else []
        if len({key for _, _, key in before}) < _LIST:
            return None
        first = self.named.within(same, 0, begin)
        keys = {key for _, _, key in before}
        return first[0][2] if first and first[0][2] not in keys else None

    def _of_level(self, body: Institution) -> Resolution | None:
        """The body of a kind in the likeliest region of the level that a mention without a name tells: "KPU Kota"."""
        found = (
            self.gazetteer.resolve(body.type, "", near=(code,), level=body.level, on=self.published)
            for code in self.setting.near
        )
        return next((resolution for resolution in found if resolution.unit is not None), None)

    def _local_before(self, body: Institution, concept: Concept) -> str | None:
        """The local office that the article named before, which the short form of an agency means: "BNN" in X."""
        local = concept.value("localOffice")
        word = self.text[body.start : body.end]
        if local is None or not word.isupper() or " " in word or concept.value("entityClass") != "NationalAgency":
            return None

        def below(said: str, kind: str) -> bool:
            return local in (said, kind) or self.vocabulary.concept(kind).value("parentType") == concept.id

        return self.named.last(below, body.start)

    def _one_of_its_kind(self, body: Institution, concept: Concept) -> str | None:
        """A national body; or its local office, where the bare word is used for that: "Kejaksaan"."""
        local = concept.value("localOffice") if concept.flag("optionalBare") else None
        lower = self.vocabulary.concept(local).value("lowerOffice") if local else None
        for office in (local, lower) if self.setting.provincial else (lower, local):
            key = self._bare(replace(body, type=office), self.vocabulary.concept(office)) if office else None
            if key is not None:
                return key
        return self._keep(self.gazetteer.resolve(body.type, "", on=self.published), body)

    def _national(self, body: Institution) -> str | None:
        """The national body of a kind, where it is named before a mention or in its paragraph: "Bawaslu RI"."""
        first = self._single_seen.get(body.type, ())
        end = self.text.find("\n", body.start) if first else -1
        return next((key for at, key in first if at < end or end < 0), None)

    def _local(self, body: Institution) -> Resolution:
        """The body of a kind in the article's district, else its regency, else its province."""
        setting = self.setting
        concept = self.vocabulary.concept(body.type)
        agency = concept.value("entityClass") == "RegionalAgency"
        around = (setting.regency, setting.province) if agency and not setting.plain else setting.plain
        if len(setting.named) == 1 and setting.regency in around and not self.vocabulary.ranked(concept.id):
            around = (*setting.named, *around)  # all civil bodies that are named are of one region, its police or not
        higher = setting.provincial or (setting.of_regency and concept.value("otherwise") is not None)
        for near in (None if higher else setting.district, *around, setting.district if higher else None):
            found = self.gazetteer.resolve(
                body.type, "", near=(near,) if near else (), level=body.level, on=self.published
            )
            if found.unit is not None:
                return found
        others = [self.gazetteer.resolve(body.type, "", near=(code,), on=self.published) for code in setting.named]
        told = {other.unit.id: other for other in others if other.unit is not None}
        return next(iter(told.values())) if len(told) == 1 and not agency else found

    def _keep(self, found: Resolution, body: Institution) -> str | None:
        if found.unit is None:
            name = self.gazetteer.compose(body.type, body.name, body.level)
            candidates = tuple(c.unit.id for c in found.candidates)
            return self._named_as(body, name, found.reason, candidates)
        unit = found.unit
        if (both := _OF_TWO.match(body.name)) is not None:
            number = (unit.type, "-".join(both.groups()))
            if both.end() == len(body.name) and number in self._numbered:
                return self._numbered[number]
            self._numbered.setdefault(number, unit.id)
        former = self.callings.former_name(unit, body)
        if unit.id in self._formerly and former is None and body.name:
            self._formerly.discard(unit.id)
            self.bodies[unit.id].name = unit.name  # the text has the present name as well
        seat = self.callings.seat_name(unit, body)
        if unit.id in self._by_seat and seat is None and body.name and not former:
            self._by_seat.discard(unit.id)
            self.bodies[unit.id].name = unit.name  # the text has the name of its region as well
        if unit.id not in self.bodies:
            self._formerly |= {unit.id} if former else set()
            self._by_seat |= {unit.id} if seat else set()
            name = former or self.callings.lesser_name(unit, body) or seat or unit.name
            self.bodies[unit.id] = Body(unit.id, unit.type, name, unit.region, unit.id, reason=found.reason)
        if body.kind and (written := self.agencies.of(unit, body.kind)) is not None:
            known = self.bodies[unit.id]
            known.told, known.name = max((known.told, known.name), written, key=lambda told: told[0])
        return unit.id

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
        return self._named_as(body, name, "named in the article; not in the gazetteer", written=body.written)

    def _named_as(
        self, body: Institution, name: str, reason: str, candidates: tuple[str, ...] = (), *, written: str = ""
    ) -> str:
        key, number = f"{body.type}:{name.casefold()}", _NUMBERED.match(body.name)
        if number is not None and self.vocabulary.ranked(body.type):
            key = self._numbered.setdefault((body.type, number[0]), key)
        if key not in self.bodies:
            self.bodies[key] = Body(key, body.type, written or name, None, None, candidates, reason)
        return key
