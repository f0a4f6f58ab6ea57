"""A place in the text → the body named there: its kind by the lexicon, its name by the gazetteer or by its shape.

In comes an offset; out comes an Institution that starts there, or None. Short forms in brackets are learnt on the way.
Names, units, short forms and regions are read by the modules for each; here is which of them reads a body.
"""

from __future__ import annotations

from kg.extraction.chunks import Institution
from kg.extraction.institutions.agency_names import AgencyFields, agency
from kg.extraction.institutions.bare_bodies import BareBodies
from kg.extraction.institutions.body_names import BodyNames
from kg.extraction.institutions.body_short_forms import BodyShortForms
from kg.extraction.institutions.brackets import Brackets
from kg.extraction.institutions.branches import Branches
from kg.extraction.institutions.named_by_unit import NamedByUnit
from kg.extraction.institutions.open_names import OpenNames
from kg.extraction.institutions.own_regions import OwnRegions
from kg.extraction.institutions.sub_units import SubUnits
from kg.extraction.passages.passage import Passage
from kg.lexicon.matcher import Hit
from kg.ontology import Concept

_REACH_OF_SHORT = 80  # characters in front of a bracket
_IN_SHORT = ("CivilSociety", "Company")  # classes whose kind stands in front of a short form, too: "LSM X", "PT X"


class Bodies:
    """Reads bodies in one passage."""

    def __init__(self, passage: Passage, open_names: OpenNames) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.branches = Branches(passage)
        self.brackets = Brackets(passage)
        self.names = BodyNames(passage, open_names, self.branches, self.brackets)
        self.short_forms = BodyShortForms(passage, self.names, self.brackets)
        self.sub_units = SubUnits(passage, self.names)
        self.by_unit = NamedByUnit(passage, self.brackets)
        self.own_regions = OwnRegions(passage, self.brackets)
        self.bare = BareBodies(passage, self.branches, self.brackets)
        self.agency_fields = AgencyFields(passage)

    def at(self, at: int, end: int, *, lower: int = 0) -> Institution | None:
        """The body that begins at an offset, bare where no name follows its kind; None where none begins.

        In front of it stand some `lower` units that belong to it: "Satreskrim Polres X".
        """
        party = self.branches.party(at, end)
        if party is not None:
            return party
        hit = self.tags.institutions.get(at)
        if hit is not None and hit.end <= end and at in self.passage.named_ahead:
            return self._named_ahead(hit, end)
        if hit is None or hit.end > end or self.branches.ambiguous(hit):
            return None
        concept = self.vocabulary.concept(hit.concept)
        place_of = concept.value("placeOf")
        if place_of is not None:
            body = self.names.at(place_of, hit.end, end) or Institution(at, hit.end, place_of)
            body.start, body.venue = at, True
            return body
        if self.sub_units.names_one(hit):
            return self.sub_units.of_parent(hit, concept, end, lower, self.at)
        body = self._of_shorter_kind(hit, end) or self.of_type(at, hit.end, hit.concept, end)
        return self._known_by_short_form(body, end) or body

    def _named_ahead(self, hit: Hit, end: int) -> Institution:
        """A body whose name stands in front of the word for its kind: "Mulia Jaya University (MJU)"."""
        name = " ".join(hit.form.split())
        body = Institution(hit.start, hit.end, hit.concept, name, open=True, whole=True, written=name)
        self.brackets.learn(body, hit.end)
        body.end = self.brackets.behind_alias(hit.end, end)
        return body

    def foresee(self, start: int, end: int) -> None:
        """Learn the short forms of a stretch that are used before it says what they mean, as headlines do."""
        for word, opened in self.brackets.used_before(start, end):
            heads = [at for at in range(max(start, opened - _REACH_OF_SHORT), opened) if at in self.tags.institutions]
            for at in heads:
                if word not in self.passage.acronyms:
                    self.at(at, end)
            if word in self.passage.acronyms:
                self.passage.foreseen.add(word)

    def _known_by_short_form(self, body: Institution, end: int) -> Institution | None:
        """The body of a listed kind by the short form behind an unlisted name: "Forum X (FKDM) Kabupaten Y"."""
        found = self.short_forms.kind_behind(body, end)
        if found is None:
            return None
        short, behind = found
        if short.concept == body.type:
            return self.short_forms.named_in_short(body, short, behind, end)
        return self.of_type(body.start, behind, short.concept, end)

    def _of_shorter_kind(self, hit: Hit, end: int) -> Institution | None:
        """A listed body whose name begins inside a longer kind: "Polsek Metro Timur" is in the town of Metro."""
        word = self.text.find(" ", hit.start, hit.end)
        shorter = self.vocabulary.institution_named(self.text[hit.start : word]) if word >= 0 else None
        if shorter is None or shorter.end < word - hit.start:
            return None
        longer, listed = self.names.at(hit.concept, hit.end, end), self.names.at(shorter.concept, word, end)
        if longer is None or not longer.open or listed is None or listed.open or listed.end <= hit.end:
            return None
        return self.of_type(hit.start, word, shorter.concept, end)

    def begins(self, at: int) -> bool:
        """Whether a body is named here, by more than a word for a place."""
        hit = self.tags.institutions.get(at)
        return hit is not None and hit.end > (self.passage.place_word(at) or at)

    def of_type(self, at: int, behind: int, type_: str, end: int) -> Institution:
        """A body whose kind is named at `at`, up to `behind`, with the name that follows."""
        concept = self.vocabulary.concept(type_)
        if not agency(concept):
            known = self.short_forms.learnt(at, behind) if concept.values.get("coinedWith") else None
            return known or self._of_type(at, behind, concept, end)
        behind = self.agency_fields.behind(behind, end)
        body = self._of_type(at, behind, concept, end)
        body.kind = self.text[at:behind]
        self.brackets.learn(body, behind)
        return body

    def _of_type(self, at: int, behind: int, concept: Concept, end: int) -> Institution:
        type_ = concept.id
        levels = self.passage.behind_levels(self.text.rfind(" ", at, behind) + 1, end)
        if at < levels and levels > behind:
            return Institution(at, levels, type_, many=True)  # "Pemerintah Kabupaten/Kota"
        after = self.brackets.behind_longer(at, behind, self.brackets.behind_alias(behind, end), type_)
        by_unit = self.by_unit.branch(at, after, type_, end, self.at) if concept.flag("alsoNamedByUnit") else None
        if by_unit is not None:
            return by_unit
        after = self.own_regions.behind_tail(concept, after, end)
        if concept.value("entityClass") in _IN_SHORT and (called := self.short_forms.called(behind, end)):
            called.start = at
            return called
        named = self.names.behind_kind(concept, at, behind, after, end)
        if named is None:
            above = self.branches.headquarters(at, after, concept, end)
            if above is not None:
                return above
            return self.bare.of_kind(at, behind, concept, end)
        named.start = at
        if concept.flag("namedAsWritten") and self.text[at].isupper():
            named.written = self.short_forms.as_written(at, behind, after, named)
        stop, named.end = named.end, self.brackets.behind_region_alias(named, end)
        if named.open:
            self.own_regions.settle(named, concept, stop, end)
        named.end = named.end if named.open else min(self.passage.behind_class(named.end), end)
        return named
