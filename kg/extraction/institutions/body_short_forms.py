"""A short form of a body, in brackets or learnt from them in the text → the body that it means, or its full name.

In come offsets, hits and bodies as read so far; out come Institutions, or None where no short form stands there.
"""

from __future__ import annotations

from kg.extraction.chunks import Institution, token_in
from kg.extraction.institutions.body_names import BodyNames
from kg.extraction.institutions.brackets import BRACKET, Brackets
from kg.extraction.passages.passage import Passage
from kg.extraction.words.coined import capital
from kg.lexicon.matcher import Hit

_AGENCY = "RegionalAgency"
_REGIONAL = ("CivilSociety", _AGENCY)  # classes of bodies


class BodyShortForms:
    """Reads the short forms of bodies in one passage."""

    def __init__(self, passage: Passage, names: BodyNames, brackets: Brackets) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.names = names
        self.brackets = brackets

    def learnt(self, at: int, behind: int) -> Institution | None:
        """The body of which a coined word is the short form that the article gave: "Dinas Pangan (Dispang)"."""
        body = self.passage.acronyms.get(capital(self.text[at:behind]))
        return None if body is None else Institution(at, behind, body.type, body.name, body.level, open=body.open)

    def called(self, behind: int, end: int) -> Institution | None:
        """The unlisted body whose short form, learnt in this text, is behind a word for such bodies: "Lembaga AP2"."""
        behind += self.text[behind : behind + 1] == "."
        word = token_in(self.text, self.passage.blank(behind), end)
        known = self.passage.acronyms.get(word.text) if word is not None and word.capital else None
        if word is None or known is None or not known.open:
            return None
        region = self.vocabulary.gazetteer.longest_name(self.text, self.passage.blank(word.end), None)
        stop = region.end if region is not None and region.end <= end else word.end
        return Institution(behind, stop, known.type, known.name, known.level, open=True, whole=known.whole)

    def kind_behind(self, body: Institution, end: int) -> tuple[Hit, int] | None:
        """The listed kind whose short form is in brackets behind an unlisted name, and where they end: "Forum X (FX)".

        None where it is the short form of what the body is called after: "BEM Universitas X (UX)".
        """
        regional = self.vocabulary.class_of(body.type) in _REGIONAL  # whose names go on with their regions
        inner = self.text.rfind("(", body.start, body.end) if regional else -1
        opened = inner if inner >= 0 else self.brackets.opens(body.end)
        match = BRACKET.match(self.text, opened, end) if body.open else None
        short = self.tags.institutions.get(match.start(1)) if match else None
        if match is None or short is None or short.end != match.end(1):
            return None
        broader = self.vocabulary.concept(short.concept).broader
        if self.vocabulary.class_of(body.type) == _AGENCY and match.end() < body.end and body.type not in broader:
            return None  # the words tell as much as the short form
        within = (self.tags.institutions.get(at) for at in range(body.start + 1, match.start()))
        if short.concept != body.type and any(part is not None and part.concept == short.concept for part in within):
            return None
        return short, match.end()

    def named_in_short(self, body: Institution, short: Hit, at: int, end: int) -> Institution | None:
        """A body whose name goes on behind the short form of its kind: "Sekolah Tinggi Islam (STAI) Al Hikmah"."""
        named = self.names.at(body.type, at, end)
        if named is None or self.names.only_goes_on(named):
            return None
        named.start, named.whole = body.start, True
        named.name = named.written = f"{self.text[short.start : short.end]} {named.name}"
        return named

    def as_written(self, at: int, behind: int, after: int, named: Institution) -> str:
        """The whole name of a body; with the short form of its kind where that is in brackets: "… (SMA) Negeri 1"."""
        if after == behind:
            return " ".join(self.text[at : named.end].split())
        match = BRACKET.match(self.text, behind)
        short = self.tags.institutions.get(match.start(1)) if match else None
        if match is None or short is None or short.end != match.end(1):
            return ""
        return " ".join(f"{match[1]} {self.text[match.end() : named.end]}".split())
