"""A word for a kind of body that no name follows → the body of which no more is said: bare, or with its level alone.

In come offsets and the concept of the kind; out comes an Institution without a name, or with its coined word for one.
"""

from __future__ import annotations

import re

from kg.extraction.chunks import Institution
from kg.extraction.institutions.brackets import Brackets
from kg.extraction.institutions.branches import Branches
from kg.extraction.passages.passage import Passage
from kg.extraction.words.coined import capital
from kg.ontology import Concept

_WORD = re.compile(r"[^\W\d_]+")


class BareBodies:
    """Reads bodies without a name in one passage."""

    def __init__(self, passage: Passage, branches: Branches, brackets: Brackets) -> None:
        self.passage = passage
        self.text = passage.text
        self.branches = branches
        self.brackets = brackets

    def of_kind(self, at: int, behind: int, concept: Concept, end: int) -> Institution:
        """A body of which no more is said than its kind; a coined word for that is its name."""
        if concept.values.get("coinedWith"):
            return Institution(at, behind, concept.id, capital(self.text[at:behind]), open=True)
        bare = Institution(at, behind, concept.id, fixed=concept.value("namedBy") == "none")
        if not bare.fixed and (levels := self.passage.behind_levels(behind, end)):
            bare.end, bare.many = levels, True
            return bare
        local = concept.value("localOffice") if not self.passage.behind_levels(behind, end) else None
        if local is not None or "{level}" in (concept.value("nameTemplate") or ""):
            self._level_behind(bare, end)
        self.brackets.learn(bare, bare.end)
        if local is not None and bare.level is not None:
            bare.type, bare.fixed = local, False  # "BNN Kota (BNNK) setempat"
            bare.end = self.brackets.behind_alias(bare.end, end)
        if bare.fixed:
            bare.end = self.brackets.behind_region_alias(bare, end)
            bare.end = self.branches.behind(bare.end, end, concept)
        return bare

    def _level_behind(self, body: Institution, end: int) -> None:
        """Give a body without a name the level that stands behind it alone: "KPU Kota mengundang …"."""
        if (word := level_word(self.passage, body.end, end)) is not None:
            body.end, body.level = word.end(), word.group()


def level_word(passage: Passage, at: int, end: int) -> re.Match[str] | None:
    """The word for a level of regions, with a capital, at an offset."""
    word = _WORD.match(passage.text, passage.blank(at), end)
    level = word is not None and word.group()[0].isupper() and word.group().casefold() in passage.vocabulary.levels
    return word if level else None
