"""A body that is called after a unit → its name: wives of soldiers by their garrison, students by their university.

In come the offsets of the word for its kind and a reader of bodies; out comes an Institution, or None.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from kg.extraction.chunks import Institution, tokens_of
from kg.extraction.institutions.brackets import BRACKET, Brackets
from kg.extraction.passages.passage import Passage
from kg.lexicon.matcher import Hit

_LOOK_AHEAD = 9  # tokens
_REACH = 80  # characters


class NamedByUnit:
    """Reads the bodies called after others in one passage."""

    def __init__(self, passage: Passage, brackets: Brackets) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.brackets = brackets

    def branch(
        self, at: int, behind: int, type_: str, end: int, read: Callable[[int, int], Institution | None]
    ) -> Institution | None:
        """A branch that is named by its number or by the unit it belongs to: "Persit Cabang XX Kodim 0211/TT".

        The unit is what `read` makes of its place; None where no such name stands `behind` the word for the kind.
        """
        stop, branch, unit_at = behind, False, None
        for token in islice(tokens_of(self.text, behind, min(end, behind + _REACH)), _LOOK_AHEAD):
            unit = self.tags.institutions.get(token.start)
            if unit is not None:
                unit_at = token.start
                body = read(token.start, end) if self._lends_name(unit) else None
                stop = body.end if body is not None and (body.name or body.fixed) else stop
                break
            if branch and (region := self.vocabulary.gazetteer.longest_name(self.text, token.start, None)) is not None:
                stop = max(region.end, token.end) if region.end <= end else stop
                break
            branch = branch or token.text.casefold() in self.vocabulary.branch_words
            opens = token.start in self.passage.heads and not token.numeral
            if not branch or opens or not (token.capital or token.text.isdigit() or token.text == "/"):
                break
            stop = token.end
        if stop == behind:
            return None
        whole = unit_at is None or self.vocabulary.concept(type_).value("namedBy") != "open"
        name = self.text[at if unit_at is None or whole else unit_at : self.brackets.opens(stop)]
        named = Institution(at, stop, type_, " ".join(name.split()), open=True, whole=whole)
        return self._shortened(named, end)

    def _shortened(self, branch: Institution, end: int) -> Institution:
        """A branch by the name that a bracket behind it gives: "Badan Eksekutif X Universitas Indonesia (BEX UI)"."""
        match = BRACKET.match(self.text, branch.end, end)
        hit = self.tags.institutions.get(match.start(1)) if match else None
        if match and hit is not None and hit.concept == branch.type and hit.end < match.end(1):
            branch.name, branch.whole = self.text[hit.end : match.end(1)].strip(), False
        branch.end = self.brackets.behind_alias(branch.end, end)
        return branch

    def _lends_name(self, unit: Hit) -> bool:
        """Whether bodies are called after a kind of unit: those of wives and of students."""
        return self.vocabulary.ranked(unit.concept) or self.vocabulary.class_of(unit.concept) == "Education"
