"""The kind of a body and the place behind its word → the body with the name that stands there, listed or open.

In come a type and an offset; out comes an Institution that starts at the offset, or None where no name stands there.
"""

from __future__ import annotations

import re

from kg.extraction.chunks import Institution, token_in
from kg.extraction.institutions.bare_bodies import level_word
from kg.extraction.institutions.brackets import Brackets
from kg.extraction.institutions.branches import Branches
from kg.extraction.institutions.listed_names import ListedNames
from kg.extraction.institutions.open_names import OpenNames
from kg.extraction.institutions.own_regions import OFFICIAL
from kg.extraction.passages.passage import Passage
from kg.extraction.words.coined import capital
from kg.lexicon.kinds import DEPTH
from kg.ontology import Concept

_WORD = re.compile(r"[^\W\d_]+")
_UNIT_LIMIT = 3
_OPEN_LIMIT = 8
_IN_CLASS = "-–."  # signs inside the class of an office, which is no part of a name with them


class BodyNames:
    """Reads the names of bodies in one passage."""

    def __init__(self, passage: Passage, open_names: OpenNames, branches: Branches, brackets: Brackets) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.open_names = open_names
        self.branches = branches
        self.brackets = brackets
        self.listed_names = ListedNames(passage)

    def behind_kind(self, concept: Concept, at: int, behind: int, after: int, end: int) -> Institution | None:
        """The body with the name that stands `after` its bracketed short form, right `behind` its kind, or below it."""
        named = self.at(concept.id, after, end, head=at)
        if after != behind and (named is None or self.only_goes_on(named)):
            longer = self.at(concept.id, behind, end, head=at)
            named = longer or (named if concept.value("entityClass") == "CivilSociety" else None)
        for stop in (behind, after) if named is None and concept.value("namedBy") == "region" else ():
            below = self.branches.behind_word(stop)
            named = named or (self.at(concept.id, below, end) if below != stop else None)
        return named

    def only_goes_on(self, body: Institution) -> bool:
        """Whether an ordinary word behind a bracket names nothing: "Rencana Kerja Pemerintah Desa (RKP) Tahun 2024"."""
        word = body.name.partition(" ")[0].casefold()
        return body.open and self.vocabulary.ordinary(word) and body.name.casefold() not in self.vocabulary.villages

    def at(self, type_: str, at: int, end: int, *, head: int | None = None) -> Institution | None:
        """A body of a type whose name begins at an offset, or None; `head` is where its kind is named."""
        concept = self.vocabulary.concept(type_)
        naming = concept.value("namedBy")
        if naming == "none":
            return self._local_office(type_, at, end) if concept.value("localOffice") else None
        if (agency := self.of_government(type_, at, end)) is not None:
            return agency
        at = self._behind_stop(at)
        behind = self.passage.behind_class(at)
        if naming != "open" or head is None or any(sign in self.text[at:behind] for sign in _IN_CLASS):
            at = behind  # "Lapas Kelas II-B Blora"
        if self.vocabulary.ranked(concept.id) and self._company(concept, at, end):
            return None
        if naming != "open" and (listed := self.listed_names.at(concept, at, end)) is not None:
            return listed
        if concept.values.get("coinedWith") and head is not None:
            region = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(at), None)
            if region is None or region.end > end:
                return None
            name = capital(" ".join(self.text[head : region.end].split()))
            return Institution(at, region.end, type_, name, open=True)
        open_ = naming == "open" or self.vocabulary.ranked(concept.id)
        return self._openly_named(concept, at, end, head) if open_ and not self._above_village(concept, at) else None

    def _behind_stop(self, at: int) -> int:
        """Behind the full stop of an abbreviated kind in front of a region: "Pemprov. Bali"; else the place itself."""
        if self.text[at : at + 1] != ".":
            return at
        return at + (self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(at + 1), None) is not None)

    def _openly_named(self, concept: Concept, at: int, end: int, head: int | None) -> Institution | None:
        """A body whose name no table lists, by the capitals of its words; None where there are none."""
        ranked = self.vocabulary.ranked(concept.id)
        word = _WORD.match(self.text, self.passage.blank(at))
        of_village = word is not None and word.group().casefold() in self.vocabulary.village_words
        if ranked and of_village:
            return None  # "Makodim Desa X": where it is
        if word is not None and of_village and concept.value("entityClass") == "RegionalGovernment":
            at = word.end()
        founder = self._founder(self.passage.blank(at), end) if concept.value("entityClass") == "Education" else None
        village = concept.values.get("level", ()) == ("village",)
        stop = self.open_names.end(
            founder or at,
            end,
            limit=_UNIT_LIMIT if ranked else _OPEN_LIMIT,
            regional=ranked or concept.value("entityClass") in OFFICIAL,
            titled=concept.flag("namedAfterPersons"),
            of_heads=concept.value("entityClass") == "CivilSociety",
            of_village=village,
            own_words=concept.values.get("wordInName", ()),
        )
        listed = self.passage.village_end(self.passage.blank(at), end) if village else None
        stop = max(filter(None, (stop, listed)), default=None)
        stop = stop or founder
        if stop is not None and (ranked or concept.value("entityClass") == "RegionalGovernment"):
            stop = self._behind_side(stop, end)
        if stop is None or (ranked and stop == self.passage.blank(at) + 1):  # "Batalyon C"
            return None
        whole = concept.value("nameTemplate") == "{name}" and head is not None
        begin = head if whole and head is not None else self.passage.blank(at)
        if self.text[begin].islower() and "(" in self.text[begin:at]:
            begin = self.passage.blank(at)  # "organisasi masyarakat (ormas) X"
        return Institution(at, stop, concept.id, " ".join(self.text[begin:stop].split()).lstrip(". "), open=True)

    def _behind_side(self, at: int, end: int) -> int:
        """Behind the word for a side in small letters with which an unlisted name ends: "Polsek Mekarjaya selatan"."""
        word = _WORD.match(self.text, self.passage.blank(at), end)
        return word.end() if word is not None and word.group() in self.vocabulary.sides else at

    def _company(self, concept: Concept, at: int, end: int) -> bool:
        """Whether a word behind a unit says who came along, who is named behind it: "Kapolres Bareng Bupati Blora".

        A district may bear such a name: "Kapolsek Bareng AKP Ani".
        """
        hits = self.tags.cues.get(self.passage.blank(at), ())
        along = [hit for hit in hits if self.vocabulary.concept(hit.concept).value("takes") == "companion"]
        named = any(hit.end < end and self.passage.blank(hit.end) in self.tags.heads for hit in along)
        return named and "district" not in concept.values.get("level", ())

    def _founder(self, at: int, end: int) -> int | None:
        """Behind the society whose name begins that of a school: "SMA Muhammadiyah 2"; None where there is none."""
        hit = self.tags.institutions.get(at)
        society = hit is not None and hit.end <= end and self.vocabulary.class_of(hit.concept) == "CivilSociety"
        return hit.end if hit is not None and society else None

    def _above_village(self, concept: Concept, at: int) -> bool:
        """Whether a larger region with its level stands where a village's name would: "masing-masing PPS Kec. X"."""
        if concept.values.get("level", ()) != ("village",):
            return False
        place = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(at), None)
        return place is not None and (place.level or "").casefold() in DEPTH

    def of_government(self, type_: str, at: int, end: int) -> Institution | None:
        """The agency of a kind at the government named behind it: "BPBD Pemkab Blora", "Satpol PP di Pemkot"."""
        at_once = self.passage.blank(at)
        word = token_in(self.text, at_once, end) if self.text[at_once : at_once + 1].islower() else None
        within = word is not None and word.text in self.vocabulary.locatives & self.vocabulary.particles_of_posts
        hit = self.tags.institutions.get(self.passage.blank(word.end) if word is not None and within else at_once)
        if hit is None or hit.end > end or self.vocabulary.class_of(type_) != "RegionalAgency":
            return None
        concept = self.vocabulary.concept(hit.concept)
        if concept.value("entityClass") != "RegionalGovernment" or concept.value("namedBy") != "region":
            return None
        levels = concept.values.get("level", ())
        kind = levels[0].rpartition(":")[2] if len(levels) == 1 else ""
        level = self.vocabulary.gazetteer.places.level_of_type.get(kind)
        named = self.listed_names.at(concept, self._behind_stop(hit.end), end)
        if named is not None:
            return Institution(at, named.end, type_, named.name, named.level or level)
        return Institution(at, hit.end, type_, level=level) if level else None

    def _local_office(self, type_: str, at: int, end: int) -> Institution | None:
        """The office of a national body, by the region behind its name: "BNN Kota Blitar", "BNN Kota (BNNK) X"."""
        below = self.branches.behind_parts(at, self.vocabulary.concept(type_))
        if below == at and self._of_nation(at):
            return None  # "DPR RI Jakarta", and not "BPK RI Perwakilan Bali"
        at = self.passage.blank(below)
        hit, level = self.vocabulary.gazetteer.longest_name(self.text, at, None), None
        if hit is None and (word := level_word(self.passage, at, end)) is not None:
            after, level = self.brackets.behind_alias(word.end(), end), word.group()
            if after > word.end():
                hit = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(after), None)
        if hit is None or hit.end > end:
            return None
        return Institution(at, hit.end, type_, hit.key, hit.level or level)

    def _of_nation(self, at: int) -> bool:
        """Whether the words for a kind of body, up to an offset, end with the nation's name."""
        word = self.text.rfind(" ", 0, at) + 1
        hits = self.tags.cues.get(word, ())
        return any(hit.end == at and self.vocabulary.scheme(hit.concept) == "nation" for hit in hits)
