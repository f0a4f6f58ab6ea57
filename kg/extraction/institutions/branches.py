"""A place in the text → the branch of a party or of another body that is one: its level, its region.

In comes an offset; out comes an Institution, or the offset behind the words for the branch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from kg.extraction.chunks import Institution
from kg.extraction.passages.passage import Passage
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.kinds import REGENCY_TYPES
from kg.lexicon.matcher import Hit
from kg.ontology import Concept

_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[^\W_]+")  # a word that may have a digit: "UP3"
_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,5})(?![^\W_])")
_BRACKET = re.compile(r"\s*\(")
_MOST_PARTS = 4  # words for a branch of a firm
_BRANCHING = ("PoliticalParty", "CivilSociety", "Company", "NationalAgency")  # classes that have branches


class Branches:
    """Reads branches in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags

    def party(self, at: int, end: int) -> Institution | None:
        """A party at one of its levels: "DPC PPP Sukoharjo"."""
        branch = self.tags.branches.get(at)
        behind = self._behind_short(branch.end) if branch else at
        party = self.tags.institutions.get(self.passage.blank(behind)) if branch else None
        if branch is None or party is None or party.end > end:
            return None
        concept = self.vocabulary.concept(party.concept)
        if concept.value("entityClass") != "PoliticalParty" or concept.value("namedBy") != "none":
            return None
        region = self.vocabulary.gazetteer.longest_name(self.text, party.end, None)
        name = f"{self.vocabulary.concept(branch.concept).label()} {self.text[party.start : party.end]}"
        stop = party.end
        if region is not None and region.end <= end:
            stop = region.end
            name = f"{name} {self._full_region(self.text[party.end : stop])}"
        elif self.vocabulary.concept(branch.concept).value("level") == "national":
            return Institution(at, stop, party.concept, fixed=True)  # "DPP": the party itself
        return Institution(at, stop, party.concept, " ".join(name.split()), open=True, whole=True)

    def _behind_short(self, at: int) -> int:
        """Behind a bracket that only repeats the word for a branch in short: "Dewan Pimpinan Cabang (DPC) PPP"."""
        opened = _BRACKET.match(self.text, at)
        short = self.tags.branches.get(opened.end()) if opened else None
        return short.end + 1 if short is not None and self.text[short.end : short.end + 1] == ")" else at

    def ambiguous(self, hit: Hit) -> bool:
        """Whether a short form is as likely that of a branch, in a text about branches of parties: "pemilihan DPD"."""
        branch = self.tags.branches.get(hit.start)
        return branch is not None and branch.end == hit.end and self._of_parties

    @cached_property
    def _of_parties(self) -> bool:
        """Whether a party stands behind a word for its branch somewhere in the text."""
        return any(self.party(at, len(self.text)) is not None for at in self.tags.branches)

    def _full_region(self, written: str) -> str:
        """A region's name written out, with its level where two share the name: "Jateng" is "Jawa Tengah"."""
        gazetteer = self.vocabulary.gazetteer
        found = gazetteer.regions_named(written.strip())
        base = gazetteer.places.base(found[0]) if found else written.strip()
        stated = written.strip().casefold().endswith(f" {base.casefold()}")
        twins = gazetteer.regions_named(base, types=REGENCY_TYPES) if stated else ()
        return written.strip() if len(twins) > 1 else base

    def behind(self, at: int, end: int, concept: Concept) -> int:
        """Behind the region of a branch of a body that is one: "PMKRI Cabang Maumere", "PKB Kudus"; else the place."""
        if concept.value("entityClass") not in _BRANCHING:
            return at
        behind = self.behind_parts(at, concept)
        region = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(behind), None)
        return region.end if region is not None and region.end <= end else behind if self._firm(concept) else at

    def headquarters(self, at: int, behind: int, concept: Concept, end: int) -> Institution | None:
        """The body above those of the regions, by the word behind it: "PMI Pusat", "KONI Pusat"; None where none is."""
        word = _WORD.match(self.text, self.passage.blank(behind), end)
        if word is None or word.group().casefold() not in self.vocabulary.headquarters:
            return None
        if concept.value("namedBy") == "none" and concept.value("entityClass") in _BRANCHING:
            return Institution(at, word.end(), concept.id, fixed=True)
        if concept.value("namedBy") != "region" or concept.value("entityClass") != "CivilSociety":
            return None
        name = f"{concept.label()} {word.group().capitalize()}"
        return Institution(at, word.end(), concept.id, name, level=word.group(), open=True, whole=True)

    def behind_word(self, at: int) -> int:
        """Behind a word such as "Cabang" at an offset; the offset itself where there is none."""
        word = _WORD.match(self.text, self.passage.blank(at))
        return word.end() if word is not None and word.group().casefold() in self.vocabulary.branch_words else at

    def behind_parts(self, at: int, concept: Concept) -> int:
        """Behind the words for a branch at an offset, of which firms have several: "Bulog Sub Divre", "BRI KCP"."""
        if not self._firm(concept):
            return self.behind_word(at)
        words, start = self.vocabulary.branch_words | self.vocabulary.parts_of_firms, at
        for _ in range(_MOST_PARTS):
            number = _NUMBER.match(self.text, self.passage.blank(at)) if at > start else None
            if number is not None:
                return number.end()  # "BNI Wilayah 18"
            word = _PART.match(self.text, self.passage.blank(at))
            if word is None or word.group().casefold() not in words:
                break
            at = word.end()
        return at

    def _firm(self, concept: Concept) -> bool:
        return concept.value("entityClass") == "Company"


def level_of(body: Institution) -> str:
    """The level of the branch of a party: "dpd" of "DPD Partai Golkar"."""
    return body.name.partition(" ")[0].casefold()


def regional_names(bodies: Iterable[Institution], vocabulary: Vocabulary) -> dict[tuple[str, str], str]:
    """The branches that are named with their region, where a party has one at a level; the others are left alone."""
    found: dict[tuple[str, str], set[str]] = {}
    for body in bodies:
        words = body.name.split()
        tails = (" ".join(words[at:]) for at in range(1, len(words)))
        if any(vocabulary.gazetteer.regions_named(tail) for tail in tails):
            found.setdefault((body.type, level_of(body)), set()).add(body.name)
    return {of: min(names) for of, names in found.items() if len({name.casefold() for name in names}) == 1}
