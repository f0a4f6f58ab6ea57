"""An unlisted body → the same with the region that is part of its name, and without the place where it only is.

In comes an Institution read by the capitals of its words; its name and its end are changed where a region is its own.
"""

from __future__ import annotations

from kg.extraction.chunks import Institution, token_in
from kg.extraction.institutions.addresses import without_address
from kg.extraction.institutions.brackets import Brackets
from kg.extraction.passages.passage import Passage
from kg.lexicon.kinds import DEPTH
from kg.ontology import Concept

OFFICIAL = frozenset({"RegionalAgency", "NationalAgency", "Court", "ProsecutionOffice"})  # classes
_LEAST = 2  # letters of an abbreviation
_REGENCY = DEPTH["kabupaten"]


class OwnRegions:
    """Reads the regions in the names of bodies in one passage."""

    def __init__(self, passage: Passage, brackets: Brackets) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.brackets = brackets

    def settle(self, body: Institution, concept: Concept, stop: int, end: int) -> None:
        """Give an unlisted body, whose words end at `stop`, the region that is its own, and none that it only is in."""
        kind = concept.value("entityClass")
        if kind == "Company":
            without_address(body, self.text, self.vocabulary)
        elif body.end > stop and (kind in OFFICIAL or kind == "CivilSociety" or self.vocabulary.ranked(concept.id)):
            self._region_behind(body, end)
        elif kind == "CivilSociety":
            self.brackets.behind_own(body, end)
        elif kind == "Education" and self.text[body.start : stop].rpartition(" ")[2].isdigit():
            self._region_of_number(body, stop, end)

    def _region_of_number(self, body: Institution, stop: int, end: int) -> None:
        """Give a school that has a number for its name the regency with its level behind that: "SDN 4 Kota Tegal"."""
        region = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(stop), None)
        if region is None or region.end > end or body.end != stop:
            return
        if DEPTH.get((region.level or "").casefold()) != _REGENCY:
            return
        body.end = region.end
        body.name = " ".join(f"{body.name} {self.text[stop : region.end]}".split())
        if body.written:
            body.written = " ".join(f"{body.written} {self.text[stop : region.end]}".split())

    def _region_behind(self, body: Institution, end: int) -> None:
        """Give an unlisted body the region behind its bracketed short form: "Badan Aset Daerah (BAD) Kudus"."""
        region = self.vocabulary.gazetteer.longest_name(self.text, body.end, None)
        if region is not None and region.end <= end:
            body.name = " ".join(f"{body.name} {self.text[body.end : region.end]}".split())
            body.end = region.end

    def behind_tail(self, concept: Concept, at: int, end: int) -> int:
        """Behind an abbreviation that goes on with the kind of an agency before its region: "Dinas Sosial P3A X"."""
        if self.vocabulary.class_of(concept.id) != "RegionalAgency" or concept.value("namedBy") != "region":
            return at
        word = token_in(self.text, self.passage.blank(at), end)
        if word is None or not word.text.isupper() or len(word.text) < _LEAST or word.start in self.passage.known:
            return at
        region = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(word.end), None)
        whole = region is not None and self.vocabulary.gazetteer.longest_name(self.text, word.start, None) is None
        return word.end if whole and not self.vocabulary.is_name(word.text.casefold()) else at
