"""A sentence → its chunks: the grammar of Indonesian institutions, offices and titled names.

Trigger first: a word of the lexicon opens a chunk, the gazetteer and the shape of what follows close it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.bodies import Bodies
from kg.extraction.calendar import Calendar
from kg.extraction.chunks import Chunk, Cue, Office, Person, Token, tokens_of
from kg.extraction.dates import DateMention
from kg.extraction.fields import Fields
from kg.extraction.names import Names
from kg.extraction.offices import Offices
from kg.extraction.open_names import OpenNames
from kg.extraction.passage import Passage
from kg.extraction.places import Places
from kg.extraction.vocabulary import Vocabulary
from kg.lexicon.matcher import Hit


class Parser:
    """Reads the sentences of one document."""

    def __init__(self, vocabulary: Vocabulary, calendar: Calendar, text: str) -> None:
        self.passage = Passage(vocabulary, calendar, text)
        self.vocabulary = vocabulary
        self.text = text
        self.tags = self.passage.tags
        self.names = Names(self.passage)
        self.places = Places(self.passage, self.names)
        open_names = OpenNames(self.passage)
        self.bodies = Bodies(self.passage, open_names)
        self.offices = Offices(self.passage, open_names, self.bodies, Fields(self.passage, self.bodies))

    @property
    def dates(self) -> dict[int, DateMention]:
        """The dates of the document by the offset where they start."""
        return self.passage.dates

    def chunks(self, start: int, end: int, *, headline: bool = False) -> list[Chunk]:
        """The chunks of a stretch, in order; two may share their start when a word is both a cue and an event."""
        self.passage.headline = headline
        found: list[Chunk] = []
        position = start
        for token in tokens_of(self.text, start, end):
            if token.start < position:
                continue
            if token.start in self.passage.known:
                chunks = list(self._at(token, end, headline=headline))
                found += chunks
                position = max(chunk.full_end if isinstance(chunk, Person) else chunk.end for chunk in chunks)
            elif token.capital:
                chunk = self._unknown(token, end, headline=headline)
                found.append(chunk)
                position = chunk.full_end if isinstance(chunk, Person) else chunk.end
            else:
                found.append(token)
        return found

    def _unknown(self, token: Token, end: int, *, headline: bool) -> Chunk:
        """What a capitalised word that is not in the lexicon begins."""
        return self.places.at(token, end) or self.names.bare(token, end, headline=headline) or token

    def _at(self, token: Token, end: int, *, headline: bool) -> Iterator[Chunk]:
        """What starts at a token that is in the lexicon; the token itself when nothing does."""
        at = token.start
        date = self.passage.dates.get(at)
        if date is not None:
            yield Cue(date.start, date.end, "date", "date", self.text[date.start : date.end])
            return
        single: Chunk | None = None
        if not self._outdone(at, end):
            single = self.offices.at(at, end) or self.bodies.at(at, end) or self.names.titled(at, end)
        if self.passage.place_word(at) is not None and not isinstance(single, Office):
            single = self.places.at(token, end) or single
        if single is not None:
            yield single
            return
        cues = [hit for hit in self.tags.cues.get(at, ()) if hit.end <= end]
        event = self.tags.events.get(at)
        if event is not None and event.end <= end and not any(hit.end > event.end for hit in cues):
            cues = [hit for hit in cues if hit.end == event.end]
            yield Cue(at, event.end, "event", event.concept, event.form)
            yield from (self._cue(hit) for hit in cues)
        elif cues:
            longest = max(hit.end for hit in cues)
            yield from (self._cue(hit) for hit in cues if hit.end == longest)
        else:
            yield self._unknown(token, end, headline=headline)

    def _outdone(self, at: int, end: int) -> bool:
        """Whether a cue is longer than the post that begins with it: "Inspektur upacara ialah …"."""
        post = self.tags.posts.get(at)
        cues = [hit.end for hit in self.tags.cues.get(at, ()) if hit.end <= end]
        return post is not None and bool(cues) and max(cues) > post.end

    def _cue(self, hit: Hit) -> Cue:
        return Cue(hit.start, hit.end, self.vocabulary.scheme(hit.concept), hit.concept, hit.form)
