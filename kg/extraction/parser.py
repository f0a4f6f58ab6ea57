"""A sentence → its chunks: the grammar of Indonesian institutions, offices and titled names.

Trigger first: a word of the lexicon opens a chunk, the gazetteer and the shape of what follows close it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.bodies import Bodies
from kg.extraction.calendar import Calendar
from kg.extraction.chunks import Chunk, Cue, Institution, Office, Person, Place, Token, is_joint, kind_of, tokens_of
from kg.extraction.cut_names import CutNames
from kg.extraction.dates import DateMention
from kg.extraction.fields import Fields
from kg.extraction.names import Names
from kg.extraction.offices import Offices
from kg.extraction.open_names import OpenNames
from kg.extraction.passage import Passage
from kg.extraction.places import Places
from kg.extraction.vocabulary import Vocabulary
from kg.lexicon.matcher import Hit

UNNAMED = "event-unnamed"
PERSON = "calls-a-person"  # the concept of words in front of a name
_NAME_OF_EVENT = 60  # characters behind a verb in which its event is named
_THEME = re.compile(r"[\s:,]*(?:\"[^\"\n]{3,160}\"|“[^”\n]{3,160}[”“]|‘[^’\n]{3,160}’)")
_BEFORE_REGION = ("person-cues", "candidacy")  # kinds of cue
_REGIONS = ("province", "kabupaten", "kota")
_WHERE = ("venue-words", "place-words", "nation")


class Parser:
    """Reads the sentences of one document."""

    def __init__(self, vocabulary: Vocabulary, calendar: Calendar, text: str) -> None:
        self.passage = Passage(vocabulary, calendar, text)
        self.vocabulary = vocabulary
        self.text = text
        self.tags = self.passage.tags
        self.names = Names(self.passage)
        self.places = Places(self.passage, self.names)
        self.bodies = Bodies(self.passage, OpenNames(self.passage))
        self.offices = Offices(self.passage, CutNames(self.passage), self.bodies, Fields(self.passage, self.bodies))

    @property
    def dates(self) -> dict[int, DateMention]:
        """The dates of the document by the offset where they start."""
        return self.passage.dates

    def chunks(self, start: int, end: int, *, headline: bool = False) -> list[Chunk]:
        """The chunks of a stretch, in order; two may share their start when a word is both a cue and an event."""
        self.passage.headline, self.passage.opening = headline, start
        found: list[Chunk] = []
        position = start
        known, heads = self.passage.known, self.passage.heads
        for token in tokens_of(self.text, start, end):
            at = token[0]
            if at < position:
                continue
            capital = token.capital
            if at not in known:
                if not capital:
                    found.append(token)
                    continue
                chunk = None
            else:
                chunk = self._head(token, end) if at in heads else None
                if chunk is None and capital and not headline:
                    chunk = self._name_behind(found, token, end)
                if chunk is None and (cues := self._cues(at, end)):
                    if found and isinstance(found[-1], Institution | Person | Office):
                        cues += self._unnamed_event(cues[0], end)
                    found += [*cues, *(self._theme(cues, end) or self._venue(cues[0], end))]
                    position = max([found[-1].end, *[cue.end for cue in cues]])
                    continue
            if chunk is None and capital:
                chunk = self.places.at(token, end) or self._region_before_name(found, token, end)
                chunk = chunk or self.names.bare(token, end, headline=headline)
            chunk = chunk or token
            found.append(chunk)
            position = chunk.full_end if isinstance(chunk, Person) else chunk.end
        return found

    def _name_behind(self, found: list[Chunk], token: Token, end: int) -> Chunk | None:
        """A name that begins with the word of a cue: behind an office ("Kajati Undang Santosa"), or "Anak Agung …"."""
        if token.start not in self.tags.cues or token.start in self.tags.events:
            return None
        opener = self.tags.openers.get(token.start)
        if opener is None or " " not in opener.form:
            before = found[-1] if found else None
            following = next(tokens_of(self.text, token.end, end), None)
            if not isinstance(before, Office) or self.text[before.end : token.start].strip(" ") or following is None:
                return None
            if not following.capital or following.start in self.passage.known or self._place_behind(token, following):
                return None
        chunk = self.names.bare(token, end, headline=False)
        return chunk if isinstance(chunk, Person) else None

    def _region_before_name(self, found: list[Chunk], token: Token, end: int) -> Place | None:
        """The region between a body, a post or a candidacy and the name of its holder: "cabup Blora Arief Rohman".

        It may be the last of a list: "Korwil wilayah Bone, Wajo dan Soppeng Ani Wijaya".
        """
        before = found[-1] if found else None
        of_list = len(found) > 1 and is_joint(found[-1]) and isinstance(found[-2], Place)
        if not (isinstance(before, Office | Institution) or kind_of(before) in _BEFORE_REGION or of_list):
            return None
        hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None)
        run = self.names.run(token.start, end, headline=False) if hit is not None else None
        if hit is None or run is None or not hit.end < run or self.text[found[-1].end : token.start].strip():
            return None
        regional = self.vocabulary.gazetteer.regions_named(hit.key, types=_REGIONS)
        return Place(token.start, hit.end) if regional and not self.vocabulary.is_name(token.text.casefold()) else None

    def _place_behind(self, token: Token, following: Token) -> bool:
        """Whether a word only says where: "Korwil Wilayah Buleleng"."""
        if any(self.vocabulary.scheme(hit.concept) in _WHERE for hit in self.tags.cues.get(token.start, ())):
            return True
        region = self.vocabulary.gazetteer.longest_name(self.text, following.start, None)
        return region is not None or self.passage.place_word(token.start) is not None

    def _head(self, token: Token, end: int) -> Chunk | None:
        """The date, office, body, titled person or place that begins at a token with a word of the lexicon."""
        at = token.start
        date = self.passage.dates.get(at)
        if date is not None:
            return Cue(date.start, date.end, "date", "date", self.text[date.start : date.end])
        elsewhere = self.offices.elsewhere(at, end)
        if elsewhere is not None:
            return Cue(at, elsewhere, "person-cues", PERSON, self.text[at:elsewhere])
        found: Chunk | None = None
        if not self._outdone(at, end):
            found = self.names.titled(at, end) if self._rank_outdoes_post(at) else None
            found = found or self.offices.at(at, end) or self.bodies.at(at, end) or self.names.titled(at, end)
            found = self.offices.heads.held(found) or found if isinstance(found, Institution) else found
        if self.passage.place_word(at) is not None and not isinstance(found, Office):
            place = self.places.at(token, end)
            whole = isinstance(found, Institution) and found.venue and place is not None and found.end >= place.end
            found = found if whole else place or found
        return found

    def _cues(self, at: int, end: int) -> list[Cue]:
        """The event word and the longest cues that start at an offset; and an event word that such a cue reaches into.

        "Bersilaturahmi dengan" is a visit and says whom; a "kunjungan kerja" goes on behind "menerima kunjungan".
        """
        cues = [hit for hit in self.tags.cues.get(at, ()) if hit.end <= end and self._colon_fits(hit)]
        joins = self.vocabulary.affiliations
        cues = [self._before_body(hit) if hit.concept in joins else hit for hit in cues]
        event = self.tags.events.get(at)
        longest = max([hit.end for hit in cues], default=at)
        found = [self._cue(hit) for hit in cues if hit.end == longest]
        if event is None and self.tags.events.keys().isdisjoint(range(at + 1, longest)):
            return found
        if event is not None and longest < event.end <= end:
            inner = [hit for start in range(at + 1, event.end) for hit in self.tags.cues.get(start, ())]
            found += [self._cue(hit) for hit in inner if hit.end == event.end and hit.start > at]
        if event is not None and event.end <= end:
            longer = [hit for hit in cues if hit.end > event.end]
            if all(self.vocabulary.scheme(hit.concept) == "hosts" or self._says_who(hit) for hit in longer):
                found.insert(0, self._event(event))
        inside = [self.tags.events[start] for start in range(at + 1, longest) if start in self.tags.events]
        acts = event is None and any(self.vocabulary.concept(cue.concept).flag("weak") for cue in found)
        done = [self._event(hit) for hit in inside if hit.end == longest] if acts else []  # "melakukan kunjungan"
        return done + found + [self._event(hit) for hit in inside if longest < hit.end <= end]

    def _before_body(self, hit: Hit) -> Hit:
        """A word that joins to a body, cut before a longer one in it: "dari Partai" in "dari Partai Golkar"."""
        for start in range(hit.start + 1, hit.end):
            body = self.tags.institutions.get(start)
            if body is not None and body.end > hit.end:
                stop = hit.start + len(self.text[hit.start : start].rstrip())
                return hit._replace(end=stop, form=self.text[hit.start : stop])
        return hit

    def _says_who(self, hit: Hit) -> bool:
        """Whether a cue only says who did what its event word says, or how: "dilantik oleh", "memantau langsung"."""
        concept = self.vocabulary.concept(hit.concept)
        return concept.value("takes") == "agent" or concept.flag("weak")

    def _unnamed_event(self, cue: Cue, end: int) -> list[Cue]:
        """What somebody holds, where no word of the lexicon names it: "menggelar bedah rumah"."""
        if cue.kind != "cues" or not self.vocabulary.concept(cue.concept).flag("holdsEvents"):
            return []
        word = next(tokens_of(self.text, self.passage.blank(cue.end), end), None)
        if word is None or not word.word or word.start in self.passage.known:
            return []
        if any(at in self.tags.events for at in range(word.start, min(end, word.start + _NAME_OF_EVENT))):
            return []
        return [Cue(word.start, word.end, "event", UNNAMED, word.text)]

    def _colon_fits(self, hit: Hit) -> bool:
        """Whether a word that is a cue only as the heading of a list stands in front of a colon: "Peserta:"."""
        heading = self.vocabulary.concept(hit.concept).flag("headsList")
        return not heading or self.text[hit.end : hit.end + 2].lstrip()[:1] == ":"

    def _theme(self, cues: Sequence[Cue], end: int) -> list[Token]:
        """The words of the theme that cues give an event, in which nobody is named; none for other cues.

        It is what stands in quotes behind "bertema", or else words with capitals and the little ones between them.
        """
        if self.vocabulary.themes.isdisjoint([cue.concept for cue in cues]):
            return []
        at = max(cue.end for cue in cues)
        quoted = _THEME.match(self.text, at, end)
        if quoted is not None:
            return list(tokens_of(self.text, at, quoted.end()))
        words: list[Token] = []
        last = 0
        for token in tokens_of(self.text, at, end):
            little = token.text in self.vocabulary.joints_of_names or token.text in self.vocabulary.prepositions
            if token.start in self.passage.dates or not (token.capital or token.numeral or (little and token.word)):
                break
            words.append(token)
            last = len(words) if token.capital else last
        return words[:last]

    def _venue(self, cue: Cue, end: int) -> list[Place]:
        """The name of the place that the last word of a cue is the kind of: "di Gedung Putri Mandalika"."""
        at = self.text.rfind(" ", cue.start, cue.end) + 1
        after = self.passage.place_word(at)
        if after is None or at <= cue.start:
            return []
        behind = self.passage.behind_stop(after, end)
        somebody = behind in self.tags.titles and self.text[at].islower()
        if self.bodies.begins(behind) or behind in self.tags.posts or somebody:
            return []
        place = self.places.at(Token(at, after, self.text[at:after]), end)
        return [place] if place is not None and place.end > after else []

    def _outdone(self, at: int, end: int) -> bool:
        """Whether a cue is longer than the post that begins with it: "Inspektur upacara ialah …"."""
        post = self.tags.posts.get(at)
        cues = [hit.end for hit in self.tags.cues.get(at, ()) if hit.end <= end]
        return post is not None and bool(cues) and max(cues) > post.end

    def _rank_outdoes_post(self, at: int) -> bool:
        """Whether a rank is longer than the post that begins with it: "Inspektur Jenderal Polisi Ani Wijaya"."""
        post = self.tags.posts.get(at)
        titles = self.tags.titles.get(at, ())
        return post is not None and any(
            h.end > post.end and self.vocabulary.scheme(h.concept) == "ranks" for h in titles
        )

    def _event(self, hit: Hit) -> Cue:
        return Cue(hit.start, hit.end, "event", hit.concept, hit.form)

    def _cue(self, hit: Hit) -> Cue:
        return Cue(hit.start, hit.end, self.vocabulary.scheme(hit.concept), hit.concept, hit.form)
