"""A place in the text → the cues and event words that begin there, and what only they say: a theme, a venue.

In comes an offset with a word of the lexicon; out come cues, or the words behind them in which nobody is named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.extraction.chunking.places import Places
from kg.extraction.chunks import Cue, Institution, Place, Token, token_in, tokens_of
from kg.extraction.institutions.bodies import Bodies
from kg.extraction.passages.passage import Passage
from kg.lexicon.matcher import Hit

_GOVERNMENT = "RegionalGovernment"
_BESIDE_EVENTS = frozenset({"hosts", "appointed"})  # schemes of cues that leave an event its word: "dilantik sebagai"
_REACH_OF_HEADING = 60  # characters
_WORDS_OF_HEADING = 3  # beside the words of events
_OFFICES = ("appointed", "moves", "was")  # schemes of cues by which somebody comes into an office, or had it
_THEME = re.compile(r"[\s:,]*(?:\"[^\"\n]{3,160}\"|“[^”\n]{3,160}[”“]|‘[^’\n]{3,160}’)")


class CueWords:
    """Reads cues and event words in one passage."""

    def __init__(self, passage: Passage, bodies: Bodies, places: Places) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.bodies = bodies
        self.places = places
        self._events = sorted(self.tags.events)  # where they begin

    def at(self, at: int, end: int) -> list[Cue]:
        """The event word and the longest cues that start at an offset; and an event word that such a cue reaches into.

        "Bersilaturahmi dengan" is a visit and says whom; a "kunjungan kerja" goes on behind "menerima kunjungan".
        """
        event = self._cut(self.tags.events[at]) if at in self.tags.events else None
        cues = self._cues_at(at, end) if at in self.tags.cues else []
        longest = max([hit.end for hit in cues]) if cues else at
        found = [self._cue(hit) for hit in cues if hit.end == longest]
        following = bisect_right(self._events, at)
        if event is None and (following == len(self._events) or self._events[following] >= longest):
            return found
        if event is not None and longest < event.end <= end:
            inner = [hit for start in range(at + 1, event.end) for hit in self.tags.cues.get(start, ())]
            found += [self._cue(hit) for hit in inner if hit.end == event.end and hit.start > at]
        if event is not None and event.end <= end:
            longer = [hit for hit in cues if hit.end > event.end]
            if all(self.vocabulary.scheme(hit.concept) in _BESIDE_EVENTS or self._says_who(hit) for hit in longer):
                found.insert(0, self._event(event))
        inside = [self.tags.events[start] for start in range(at + 1, longest) if start in self.tags.events]
        acts = event is None and any(self.vocabulary.concept(cue.concept).flag("weak") for cue in found)
        done = [self._event(hit) for hit in inside if hit.end == longest] if acts else []  # "melakukan kunjungan"
        return done + found + [self._event(hit) for hit in inside if longest < hit.end <= end]

    def _cues_at(self, at: int, end: int) -> list[Hit]:
        """The cues that start at an offset and end in a sentence, cut where something else begins in them."""
        joins, headings = self.vocabulary.affiliations, self.vocabulary.headings
        hits = self.tags.cues[at]
        cues = [hit for hit in hits if hit.end <= end and (hit.concept not in headings or self._heads_list(hit, end))]
        cues = self._not_cut_across(cues) if len(cues) > 1 or (cues and " " in cues[0].form) else cues
        return [self._before_body(hit) if hit.concept in joins else hit for hit in cues]

    def _cut(self, event: Hit) -> Hit:
        """An event word, cut before a longer one that its last word begins: for who came along, or for a body.

        "Apel" in "apel bersama dengan Kodim X", "rapat" in "rapat Tim Terpadu".
        """
        last = self.text.rfind(" ", event.start, event.end) + 1
        if last == 0:
            return event
        body = self.tags.institutions.get(last)
        if not (self._brings_company(last, event.end) or (body is not None and body.end > event.end)):
            return event
        stop = event.start + len(self.text[event.start : last].rstrip())
        return event._replace(end=stop, form=self.text[event.start : stop])

    def _brings_company(self, at: int, end: int) -> bool:
        """Whether a word begins at an offset that brings somebody along, and goes on behind another offset."""
        longer = (hit for hit in self.tags.cues.get(at, ()) if hit.end > end)
        return any(self.vocabulary.concept(hit.concept).value("takes") == "companion" for hit in longer)

    def _not_cut_across(self, cues: list[Hit]) -> list[Hit]:
        """The cues without those whose last word begins a longer word of a role: "yang juga" in "yang juga dihadiri".

        All are kept where no shorter one begins there, but for those by which somebody comes into an office: "bertugas
        sebagai" in "bertugas sebagai inspektur upacara".
        """
        longest = max(cues, key=lambda hit: hit.end, default=None)
        if longest is None or " " not in longest.form:
            return cues
        last = self.text.rfind(" ", longest.start, longest.end) + 1
        reached = any(
            hit.end > longest.end and self.vocabulary.scheme(hit.concept) == "cues"
            for hit in self.tags.cues.get(last, ())
        )
        shorter = [hit for hit in cues if hit.end < longest.end] if reached else []
        if reached and not shorter:
            return [hit for hit in cues if self.vocabulary.scheme(hit.concept) not in _OFFICES]
        return shorter or cues

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

    def _heads_list(self, hit: Hit, end: int) -> bool:
        """Whether a word stands in front of a colon, as one does that is a cue only as the heading of a list.

        So does one in front of its event and of a word that opens a list: "Peserta apel tersebut, yakni X".
        """
        if self.text[hit.end : hit.end + 2].lstrip()[:1] == ":":
            return True
        words, stop = 0, hit.end
        for token in tokens_of(self.text, hit.end, min(end, hit.end + _REACH_OF_HEADING)):
            if token.start < stop or token.text == ",":
                continue
            if any(
                self.vocabulary.scheme(cue.concept) == "introductions" for cue in self.tags.cues.get(token.start, ())
            ):
                return True
            event = self.tags.events.get(token.start)
            known = token.start in self.passage.known and event is None
            words, stop = words + (event is None), event.end if event is not None else token.end
            if known or not token.text.islower() or words > _WORDS_OF_HEADING:
                return False
        return False

    def theme(self, cues: Sequence[Cue], end: int) -> list[Token]:
        """The words of the theme that cues give an event, in which nobody is named; none for other cues.

        It is what stands in quotes behind "bertema", or else words with capitals and the little ones between them, up
        to where the event is.
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
            if token.text in self.vocabulary.prepositions and self._place_behind(token, end):
                break
            words.append(token)
            last = len(words) if token.capital else last
        return words[:last]

    def _place_behind(self, token: Token, end: int) -> bool:
        """Whether the name of a place or a building stands behind a preposition: "di Mapolres X", "di Kabupaten Y"."""
        following = token_in(self.text, token.end, end)
        if following is None or not following.capital:
            return False
        building = self.tags.institutions.get(following.start)
        if building is not None and self.vocabulary.concept(building.concept).value("placeOf") is not None:
            return True
        region = self.vocabulary.gazetteer.longest_name(self.text, following.start, None)
        return region is not None or self.passage.place_word(following.start) is not None

    def venue(self, cue: Cue, end: int) -> list[Place | Institution]:
        """The place or the building that the last word of a cue is the kind of: "di Gedung Putri Mandalika"."""
        at = self.text.rfind(" ", cue.start, cue.end) + 1
        building = self.tags.institutions.get(at)
        if building is not None and cue.start < at and cue.end < building.end <= end and self._houses(building):
            body = self.bodies.at(at, end)  # "di kantor KPU Blora", but "di kantor Kecamatan X" is only a place
            government = body is None or self.vocabulary.class_of(body.type) == _GOVERNMENT
            return [body] if body is not None and not government else []
        after = self.passage.place_word(at) if at > cue.start else None
        if after is None:
            return []
        behind = self.passage.behind_stop(after, end)
        somebody = behind in self.tags.titles and self.text[at].islower()
        if self.bodies.begins(behind) or behind in self.tags.posts or somebody:
            return []
        place = self.places.at(Token(at, after, self.text[at:after]), end)
        return [place] if place is not None and place.end > after else []

    def _houses(self, hit: Hit) -> bool:
        """Whether a hit is the word for the building of a kind of body."""
        return self.vocabulary.concept(hit.concept).value("placeOf") is not None

    def _event(self, hit: Hit) -> Cue:
        return Cue(hit.start, hit.end, "event", hit.concept, hit.form)

    def _cue(self, hit: Hit) -> Cue:
        return Cue(hit.start, hit.end, self.vocabulary.scheme(hit.concept), hit.concept, hit.form)
