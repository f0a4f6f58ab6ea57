"""A word for a part of a body → the body that it belongs to, where that is named: "Satreskrim Polres X" is Polres X.

In come the hit of its word and a reader of bodies; out comes an Institution, of the part where nothing else is named.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Protocol

from kg.extraction.chunks import Institution, Token, token_in, tokens_of
from kg.extraction.institutions.body_names import BodyNames
from kg.extraction.passages.passage import Passage
from kg.lexicon.kinds import LARGE_TYPES
from kg.lexicon.matcher import Hit
from kg.ontology import Concept

_SHORT_FORM = re.compile(r"\(\s*[A-Z]{2,10}\s*\)")
_LOOK_AHEAD = 9  # tokens
_REACH = 80  # characters
_PROVINCE = "province"  # type of region
_WIDE = {_PROVINCE: (_PROVINCE,), "regency": LARGE_TYPES}  # levels of body and the regions that one may be named by
_MOST_LOWER = 4  # units below one that are named in front of it


class Reader(Protocol):
    """What reads the body at an offset, with the units that stand in front of it counted."""

    def __call__(self, at: int, end: int, *, lower: int) -> Institution | None:
        """The body that begins at an offset; None where none begins."""


class SubUnits:
    """Reads the parts of bodies in one passage."""

    def __init__(self, passage: Passage, names: BodyNames) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.names = names

    def names_one(self, hit: Hit) -> bool:
        """Whether a word is for a part of a body."""
        return self.vocabulary.concept(hit.concept).flag("subUnit")

    def of_parent(self, hit: Hit, concept: Concept, end: int, lower: int, read: Reader) -> Institution:
        """A sub-unit is read as the body it belongs to, where that is named; alone it stays a bare sub-unit.

        One that belongs to another sub-unit has looked behind that one by it; `lower` counts those in front of it.
        """
        at = self.passage.blank(hit.end)
        for token in islice(tokens_of(self.text, at, min(end, at + _REACH)), _LOOK_AHEAD if lower < _MOST_LOWER else 0):
            parent = self.tags.institutions.get(token.start)
            if parent is not None:
                body, below = read(token.start, end, lower=lower + 1), self.names_one(parent)
                if body is not None and (body.name or not below):
                    body.start = hit.start
                    return body
                if below:
                    break
            if not (token.capital or token.numeral or self._joins_fields(concept, token, end)):
                break
        parent_type = concept.value("parentType")
        below = concept.value("namedBy") == "region" or self._with_parent(hit, parent_type)
        named = self.names.at(parent_type, hit.end, end) if parent_type and below else None
        while named is not None and (above := self.vocabulary.concept(named.type)).flag("subUnit"):
            named = self.names.at(above.value("parentType") or "", hit.end, end) if above.value("parentType") else None
        if named is not None and not named.open:
            return self._of_larger(named, hit)
        if parent_type and self.vocabulary.concept(parent_type).value("namedBy") == "none":
            return Institution(hit.start, hit.end, parent_type, fixed=True)  # "Divhumas Polri"
        return Institution(hit.start, hit.end, concept.id)

    def _joins_fields(self, concept: Concept, token: Token, end: int) -> bool:
        """Whether a word joins two fields of one part of a body: "Fakultas Ekonomi dan Bisnis (FEB) Universitas X".

        So does the bracket with what it is called in short.
        """
        if concept.value("namedBy") != "open":
            return False
        if token.text == ")" or (token.text == "(" and _SHORT_FORM.match(self.text, token.start, end)):
            return True
        if token.text not in self.vocabulary.joints_of_names:
            return False
        following = token_in(self.text, token.end, end)
        return following is not None and following.capital and following.start not in self.passage.known

    def _of_larger(self, named: Institution, hit: Hit) -> Institution:
        """The body with the name behind a sub-unit, or where only smaller regions bear that, the one of their province.

        "Danki Brimob Blora" is at the Polda of the province; "Sihumas Tunjungan" at no Polres that is known.
        """
        named.start, gazetteer = hit.start, self.vocabulary.gazetteer
        if gazetteer.resolve(named.type, named.name, level=named.level).candidates:
            return named
        regions = gazetteer.regions_named(named.name)
        wide = _WIDE.get(self.vocabulary.concept(named.type).value("level") or "", ())
        if not regions or not wide or any(region.type in wide for region in regions):
            return named
        provinces = {region.code[:2] for region in regions}
        if wide != (_PROVINCE,) or len(provinces) > 1:
            return Institution(hit.start, hit.end, hit.concept)
        named.name, named.level = gazetteer.places.base(gazetteer.places.regions[provinces.pop()]), None
        return named

    def _with_parent(self, hit: Hit, parent_type: str | None) -> bool:
        """Whether the words for a sub-unit end with the kind of body that it belongs to: "SPN Polda"."""
        last = self.vocabulary.institution_named(self.text[hit.start : hit.end].rpartition(" ")[2])
        return last is not None and last.concept == parent_type
