"""A verb of holding or opening beside words that no list has → the event that they name.

"Kodim menggelar bedah rumah", "Bupati membuka Pekan Raya Blora", "Pekan Raya Blora dibuka Bupati".
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Chunk, Cue, Institution, Office, Person, Place, Token, token_in
from kg.extraction.passages.passage import Passage

UNNAMED, OPENED = "event-unnamed", "event-opened"  # concepts
_NAME_OF_EVENT = 60  # characters behind a verb in which its event is named
_NAMED = (Person, Office, Institution)
_BEFORE_VERB = ("relative", "fillers")  # kinds of cue
_LONG = 2  # words with capitals of the name of an event in front of its verb
_LONGEST = 12  # chunks


class UnnamedEvents:
    """Finds such events in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags

    def behind(self, found: Sequence[Chunk], cue: Cue, end: int) -> list[Cue]:
        """What the somebody in front of a verb holds, or opens, where no word of the lexicon names it."""
        if cue.kind != "cues" or not (found and isinstance(found[-1], _NAMED)):
            return []
        concept = self.vocabulary.concept(cue.concept)
        opened = concept.flag("opening") and concept.value("takes") == "subject"
        if not (opened or concept.flag("holdsEvents")):
            return []
        word = token_in(self.text, self.passage.blank(cue.end), end)
        if word is None or not word.word or word.start in self.passage.known:
            return []
        if any(at in self.tags.events for at in range(word.start, min(end, word.start + _NAME_OF_EVENT))):
            return []
        if opened:
            return self._event(word, OPENED) if self._long(word, end) else []
        return self._event(word, self.vocabulary.held_things.get(word.text.casefold(), UNNAMED))

    def ahead(self, found: Sequence[Chunk], cue: Cue) -> list[Cue]:
        """What is held or opened: the name of two words and more with which its sentence begins."""
        if cue.kind != "cues" or not 0 < len(found) <= _LONGEST:
            return []
        concept = self.vocabulary.concept(cue.concept)
        opened = concept.flag("opening") and concept.value("takes") == "agent"
        if not (opened or concept.flag("isHeld")):
            return []
        name = list(found)
        while isinstance(name[-1], Cue) and name[-1].kind in _BEFORE_VERB and len(name) > 1:
            name.pop()
        if not all(map(_may_name, name)) or isinstance(name[0], Place):
            return []
        words = self.text[name[0].start : name[-1].end].split()
        if sum(word[0].isupper() for word in words) < _LONG or not words[0][0].isupper():
            return []
        return self._event(Token(name[0].start, name[0].start + len(words[0]), words[0]), OPENED if opened else UNNAMED)

    def _event(self, word: Token, concept: str) -> list[Cue]:
        return [Cue(word.start, word.end, "event", concept, word.text)]

    def _long(self, word: Token, end: int) -> bool:
        """Whether a name of two words with capitals and more begins with a word."""
        following = token_in(self.text, self.passage.blank(word.end), end)
        return word.capital and following is not None and following.word and following.capital


def _may_name(chunk: Chunk) -> bool:
    """Whether a chunk may stand in the name of an event: a word, a place, what looks like a name but has no title."""
    if isinstance(chunk, Token):
        return chunk.word or chunk.text.isdigit() or chunk.text == "-"
    return isinstance(chunk, Place) or (isinstance(chunk, Person) and not chunk.sure)
