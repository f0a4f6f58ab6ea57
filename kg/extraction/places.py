"""A token → the place named there: a region of the gazetteer, or a place word with the name behind it."""

from __future__ import annotations

from kg.extraction.chunks import Place, Token
from kg.extraction.names import Names
from kg.extraction.passage import Passage


class Places:
    """Reads places in one passage."""

    def __init__(self, passage: Passage, names: Names) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.names = names

    def at(self, token: Token, end: int) -> Place | None:
        """A region, or a place word with its name ("Jalan Sudirman", "Desa Wonorejo")."""
        if not token.word:
            return None
        after = self.passage.place_word(token.start)
        if after is not None:
            hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None)
            if hit is not None and hit.level is not None and hit.end <= end:
                return Place(token.start, hit.end)
            stop = self.names.run(self._behind_dot(after), end, headline=False, ranked=True)
            ends = [e for e in (hit.end if hit else None, stop) if e is not None and e <= end]
            return Place(token.start, max(ends)) if ends else None
        hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None) if token.capital else None
        if hit is None or hit.end > end:
            return None
        run = self.names.run(token.start, end, headline=False)
        return Place(token.start, hit.end) if run is None or hit.end >= run else None

    def _behind_dot(self, at: int) -> int:
        """Behind the full stop of an abbreviation and the blanks that follow it."""
        return self.passage.blank(at + (self.text[at : at + 1] == "."))
