"""A mention of a body → what it means by the regions of the article: its district, its regency, its province.

In come mentions, with a name or without; out come Resolutions of the gazetteer, or the mention with its region.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.chunks import Institution
from kg.extraction.resolving.setting import Setting
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.gazetteer import Resolution
from kg.ontology import Concept

_GOVERNMENT = "RegionalGovernment"  # class of bodies
_OF_REGIONS = ("RegionalAgency", "Legislature", _GOVERNMENT)
_LIST = 2  # regions of which bodies are named


class LocalBodies:
    """Finds the bodies of the regions of one document."""

    def __init__(self, vocabulary: Vocabulary, published: str | None, setting: Setting) -> None:
        self.vocabulary = vocabulary
        self.gazetteer = vocabulary.gazetteer
        self.published = published
        self.setting = setting

    def with_name(self, body: Institution, concept: Concept) -> Resolution:
        """What a body with a name means: of two that share it that of the regency or the province, else the nearest."""
        setting = self.setting
        twins = "{level}" in (concept.value("nameTemplate") or "")  # "KPU Bima" may mean the Kota's or the Kabupaten's
        first = [code for code in (setting.regency, setting.province) if code] if twins else []
        if twins and setting.capital and body.level is None and (named := self._of_province(body)) is not None:
            return named
        found = self._near(body, first) if first else None
        if found is None or found.unit is None:
            found = self._near(body, setting.near)
        if found.unit is None and len(found.candidates) > 1 and setting.province is not None:
            told = self._near(body, (setting.province,))  # "Polres Banjar" of two in different provinces
            found = told if told.unit is not None else found
        return found

    def _near(self, body: Institution, near: Sequence[str]) -> Resolution:
        """What the name of a body means in a text about some regions."""
        return self.gazetteer.resolve(body.type, body.name, near=near, level=body.level, on=self.published)

    def _of_province(self, body: Institution) -> Resolution | None:
        """The body of the province whose seat has its name, where no other body of that city is named: "KPU Jambi"."""
        level = self.gazetteer.places.level_of_type["province"]
        found = self.gazetteer.resolve(body.type, body.name, level=level, on=self.published)
        return found if found.unit is not None and found.unit.region == self.setting.province else None

    def nearest(self, body: Institution) -> Resolution:
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
            if found.unit is not None and not (setting.scattered and self._of_any(concept)):
                return found
        government = concept.value("entityClass") == _GOVERNMENT
        regions = (*setting.named, *(setting.policed if government else ()))  # "Bupati" is of no town
        others = [self.gazetteer.resolve(body.type, "", near=(code,), on=self.published) for code in regions]
        told = {other.unit.id: other for other in others if other.unit is not None}
        return next(iter(told.values())) if len(told) == 1 and not agency else found

    def _of_any(self, concept: Concept) -> bool:
        """Whether a kind of body is a government of no level: "Pemerintah Daerah"."""
        levels = concept.values.get("level", ())
        return concept.value("entityClass") == _GOVERNMENT and len(levels) != 1

    def of_level(self, body: Institution) -> Resolution | None:
        """The body of a kind in the likeliest region of the level that a mention without a name tells: "KPU Kota"."""
        found = (
            self.gazetteer.resolve(body.type, "", near=(code,), level=body.level, on=self.published)
            for code in self.setting.near
        )
        return next((resolution for resolution in found if resolution.unit is not None), None)

    def of_region(self, body: Institution, code: str) -> Resolution | None:
        """The body of a kind that is of a region itself, not of one around it."""
        found = self.gazetteer.resolve(body.type, "", near=(code,), level=body.level, on=self.published)
        return found if found.unit is not None and found.unit.region == code else None

    def beside(self, body: Institution, concept: Concept, home: str | None) -> Resolution | None:
        """The body of the regency whose government stands before it in its sentence, in an article about several."""
        if home is None or len(self.setting.named) < _LIST or concept.value("entityClass") not in _OF_REGIONS:
            return None
        return self.of_region(body, home)

    def of_district(self, body: Institution, concept: Concept) -> Institution | None:
        """The society of the only kecamatan whose bodies an article names, where it names few of its regency's."""
        setting, places = self.setting, self.gazetteer.places
        regional = concept.value("entityClass") == "CivilSociety" and concept.value("namedBy") == "region"
        regional = regional and not any(map(concept.flag, ("bareIsWhole", "vagueBare", "alsoNamedByUnit")))
        if not regional or setting.district is None or setting.of_regency:
            return None
        if setting.regency in setting.named and not setting.of_district:
            return None
        region = places.regions[setting.district]
        return replace(body, name=places.base(region), level=places.level(region))
