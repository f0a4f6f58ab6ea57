"""A sentence → its chunks: the grammar of Indonesian institutions, offices and titled names.

Trigger first: a word of the lexicon opens a chunk, the gazetteer and the shape of what follows close it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extraction.chunking.cue_words import CueWords
from kg.extraction.chunking.places import Places
from kg.extraction.chunking.unnamed_events import UnnamedEvents
from kg.extraction.chunks import (
    TOKEN,
    Chunk,
    Cue,
    Institution,
    Office,
    Person,
    Place,
    Token,
    is_joint,
    is_token,
    kind_of,
    new,
    token_in,
)
from kg.extraction.dates import DateMention
from kg.extraction.institutions.bodies import Bodies
from kg.extraction.institutions.cut_names import CutNames
from kg.extraction.institutions.open_names import OpenNames
from kg.extraction.passages.calendar import Calendar
from kg.extraction.passages.passage import Passage
from kg.extraction.people.names import Names
from kg.extraction.positions.fields import Fields
from kg.extraction.positions.offices import Offices
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.kinds import LARGE_TYPES
from kg.lexicon.matcher import Hit

_LAST_WORD = re.compile(r"([^\W\d_]+)\s+$")
_LETTERS = re.compile(r"[^\W\d_]+")
_RANK = re.compile(r"[A-Z]{4,5}")
_LEAST = 3  # letters of a rank in capitals
_COINED = 8  # letters of the shortest word that is coined for a post
_REACH = 24  # characters of a word
PERSON = "calls-a-person"  # the concept of words in front of a name
_BEFORE_REGION = ("person-cues", "candidacy", "affiliations")  # kinds of cue
_WITH_BODY = (Office, Institution)
_WHERE = ("venue-words", "place-words", "nation")


class Parser:
    """Reads the sentences of one document."""

    def __init__(self, vocabulary: Vocabulary, calendar: Calendar, text: str, published: str | None = None) -> None:
        self.passage = Passage(vocabulary, calendar, text, published)
        self.vocabulary = vocabulary
        self.text = text
        self.tags = self.passage.tags
        self.names = Names(self.passage)
        self.places = Places(self.passage, self.names)
        self.bodies = Bodies(self.passage, OpenNames(self.passage))
        self.cues = CueWords(self.passage, self.bodies, self.places)
        self.unnamed = UnnamedEvents(self.passage)
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
        known, heads, numbers = self.passage.known, self.passage.heads, self.passage.numbers
        for match in TOKEN.finditer(self.text, start, end):  # not `tokens_of`: many are part of what was read already
            at, stop = match.span()
            if at < position and (stop <= position or not self._rank_without_blank(position, stop)):
                continue
            at = at if at > position else position
            if numbers and at in numbers:
                found.append(Token(at, numbers[at], self.text[at : numbers[at]]))
                position = numbers[at]
                continue
            token = new(Token, (at, stop, self.text[at:stop]))
            capital = token[2][0].isupper()
            if at not in known:
                if not capital:
                    found.append(token)
                    continue
                chunk = None
            else:
                chunk = self._head(token, end) if at in heads else None
                if chunk is None and capital and not headline:
                    chunk = self._name_behind(found, token, end)
                if chunk is None and (cues := self.cues.at(at, end)):
                    cues += self.unnamed.behind(found, cues[0], end)
                    found[:0] = self.unnamed.ahead(found, cues[0])
                    found += [*cues, *(self.cues.theme(cues, end) or self.cues.venue(cues[0], end))]
                    position = max([found[-1].end, *[cue.end for cue in cues]])
                    continue
            if chunk is None and capital:
                chunk = self.places.at(token, end) or self._region_before_name(found, token, end)
                chunk = chunk or self._coined_post(token, end) or self.names.bare(token, end, headline=headline)
                if isinstance(chunk, Person) and found:
                    chunk = self.places.beside(found, chunk) or chunk
            chunk = chunk or token
            found += self._with_neighbours(found, chunk)
            position = chunk.full_end if isinstance(chunk, Person) else chunk.end
        return found

    def _rank_without_blank(self, at: int, end: int) -> bool:
        """Whether the rest of a word, of which a name was read, is an abbreviation: "Kapolres BloraAKBP Ani"."""
        rest = self.text[at:end]
        return len(rest) >= _LEAST and rest.isalpha() and rest.isupper() and self.text[at - 1].islower()

    def _with_neighbours(self, found: list[Chunk], chunk: Chunk) -> list[Chunk]:
        """A chunk with what is glued to it behind; a body in front of a person may be read as her post."""
        if not isinstance(chunk, Person):
            return [chunk]
        if self._unlisted_rank(found, chunk):
            stop = is_token(found[-1], ".")
            chunk.full_start = found[-1 - stop].start
            del found[-1 - stop :]
        chunk = self._behind_misspelt_rank(found, chunk)
        before = found[-1] if found else None
        envoys = len(found) > 1 and kind_of(found[-2]) == "delegation"
        if isinstance(before, Institution) and not (envoys or self.passage.headline):
            personnel = self.offices.heads.of_personnel(found, chunk)
            if personnel is not None:
                del found[-1]
            found[-1] = personnel or self.offices.heads.member(found, before, chunk) or before
        glued = self.text[chunk.full_end : chunk.full_end + 1].islower()
        return [chunk, *(self._glued_verb(chunk.full_end) if glued else ())]

    def _unlisted_rank(self, found: list[Chunk], person: Person) -> bool:
        """Whether an abbreviation that no list has stands as a rank does, in capitals between an office and a name.

        Most are misspelt: "Kapolres Blora, AKPB Ani Wijaya".
        """
        if person.rank or self.passage.headline or not found:
            return False
        at = len(found) - 1 - is_token(found[-1], ".")
        word = found[at] if at > 0 else None
        if not isinstance(word, Token):
            return False
        if not (_RANK.fullmatch(word.text) or (word.text.isupper() and self.vocabulary.misspelt_rank(word.text))):
            return False
        if self.text[word.end : person.full_start].strip(" .") or person.name.isupper():
            return False
        at -= 1 + is_token(found[at - 1], ",")
        office = found[at] if at >= 0 else None
        return isinstance(office, Office) and any(map(self.vocabulary.ranked, office.implied))

    def _behind_misspelt_rank(self, found: list[Chunk], person: Person) -> Person:
        """A person without the misspelt rank between her office at a ranked unit and her name: "Kompl Ani Wijaya"."""
        office = found[-1] if found else None
        body = office.institution if isinstance(office, Office) else None
        if body is None or person.rank or person.full_start != person.start:
            return person
        first, _, rest = person.name.partition(" ")
        if not rest or not (self.vocabulary.ranked(body.type) and self.vocabulary.misspelt_rank(first)):
            return person
        return replace(person, rank=first, start=person.start + len(first) + 1, name=rest, sure=True)

    def _glued_verb(self, at: int) -> list[Chunk]:
        """The verb that a missing blank joined to the name in front of it: "Hartonomengatakan", "Idrismelepas"."""
        word = _LETTERS.match(self.text, at)
        verb = word.group() if word is not None else ""
        for kind, verbs in (("speech", self.vocabulary.verbs_of_speech), ("cues", self.vocabulary.verbs_of_parts)):
            if verb in verbs:
                return [Cue(at, at + len(verb), kind, verbs[verb], verb)]
        return []

    def _name_behind(self, found: list[Chunk], token: Token, end: int) -> Chunk | None:
        """A name that begins with the word of a cue: behind an office ("Kajati Undang Santosa"), or "Anak Agung …"."""
        if token.start not in self.tags.cues or token.start in self.tags.events:
            return None
        opener = self.tags.openers.get(token.start)
        if opener is None or not (" " in opener.form or self._opens_inside(token, end)):
            before = found[-1] if found else None
            following = token_in(self.text, token.end, end)
            if not isinstance(before, Office) or self.text[before.end : token.start].strip(" ") or following is None:
                return None
            if not following.capital or following.start in self.passage.known or self._place_behind(token, following):
                return None
        chunk = self.names.bare(token, end, headline=False)
        return chunk if isinstance(chunk, Person) else None

    def _opens_inside(self, token: Token, end: int) -> bool:
        """Whether a particle with a capital, inside a sentence, opens a name: "kepada Lalu Budi"."""
        before, following = self.text[token.start - 2 : token.start], token_in(self.text, token.end, end)
        if not (before[1:] == " " and before[0].isalnum()) or following is None or not following.capital:
            return False
        return following.start not in self.passage.known or self.vocabulary.is_name(following.text.casefold())

    def _region_before_name(self, found: list[Chunk], token: Token, end: int) -> Place | None:
        """The region between a body, a post or a candidacy and the name of its holder: "cabup Blora Arief Rohman".

        It may be the last of a list: "Korwil wilayah Bone, Wajo dan Soppeng Ani Wijaya".
        """
        before = found[-1] if found else None
        of_list = len(found) > 1 and is_joint(found[-1]) and isinstance(found[-2], Place)
        if not (isinstance(before, _WITH_BODY) or kind_of(before) in _BEFORE_REGION or of_list):
            return None
        hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None)
        run = self.names.runs.end(token.start, end, headline=False) if hit is not None else None
        if hit is None or run is None or not hit.end < run or self.text[found[-1].end : token.start].strip():
            return None
        regional = self.vocabulary.gazetteer.regions_named(hit.key, types=LARGE_TYPES)
        listed = of_list and len(found) > 2 and (isinstance(found[-3], Office) or is_joint(found[-3]))
        sure = listed or not self.vocabulary.is_name(token.text.casefold())
        return Place(token.start, hit.end) if regional and sure else None

    def _coined_post(self, token: Token, end: int) -> Cue | None:
        """An unlisted word for a post in front of a region or a name, as a word for persons: "Kadisnakeswan Blora"."""
        word = token.text.casefold()
        if not word.startswith(self.vocabulary.openers_of_posts) or not token.text[1:].islower():
            return None
        following = token_in(self.text, token.end, end)
        if following is None:
            return None
        if not (following.capital and following.word) or len(word) < _COINED or self.vocabulary.is_name(word):
            return None
        if self.vocabulary.gazetteer.longest_name(self.text, token.start, None) is not None:
            return None
        return Cue(token.start, token.end, "person-cues", PERSON, token.text)

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
        office = self.offices.begins(at)
        elsewhere = self.offices.none.elsewhere(at, end) if office else None
        if elsewhere is not None:
            return Cue(at, elsewhere, "person-cues", PERSON, self.text[at:elsewhere])
        found: Chunk | None = None
        post = self.tags.posts.get(at)
        if post is None or not self._outdone(post, end):
            if post is not None:
                found = self.names.titled(at, end) if self._rank_outdoes(post) else None
                found = found or (self.bodies.at(at, end) if self._body_outdoes(post) else None)
            found = found or (self.offices.at(at, end) if office else None)
            found = found or self.bodies.at(at, end) or self.names.titled(at, end)
            found = self.offices.heads.held(found) or found if isinstance(found, Institution) else found
        if self.passage.place_word(at) is not None and not isinstance(found, Office):
            place = self.places.at(token, end)
            found = found if isinstance(found, Institution) and self._is_whole(found, place) else place or found
        return found

    def _body_outdoes(self, post: Hit) -> bool:
        """Whether the word for a kind of body is longer than the post that begins with it: "Pengurus Cabang X"."""
        body = self.tags.institutions.get(post.start)
        return body is not None and body.end > post.end

    def _is_whole(self, body: Institution, place: Place | None) -> bool:
        """Whether no place goes on behind a body: a listed one, or a forum, "Sentra Gakkumdu Blora Terbentuk"."""
        listed = bool(body.name) and (not body.open or self.vocabulary.class_of(body.type) == "Forum")
        whole = listed or (place is not None and body.end >= place.end)
        return whole and (body.venue or self._acts(body.start))

    def _acts(self, at: int) -> bool:
        """Whether a body, and not the building it is in, is named by more than a word for a place: "Kantor Urusan X".

        It is the building where a word in front of it says so: "di Kantor Urusan X".
        """
        before = _LAST_WORD.search(self.text, max(0, at - _REACH), at)
        return self.bodies.begins(at) and (before is None or before[1].casefold() not in self.vocabulary.locatives)

    def _outdone(self, post: Hit, end: int) -> bool:
        """Whether a cue is longer than the post that begins with it: "Inspektur upacara ialah …".

        It is none where the word for a body begins in it: "Ketua Panitia Pengawas Pemilu X".
        """
        longer = [hit for hit in self.tags.cues.get(post.start, ()) if post.end < hit.end <= end]
        return any(all(self._body_end(at) <= hit.end for at in range(post.end, hit.end)) for hit in longer)

    def _body_end(self, at: int) -> int:
        """Where the word for a kind of body ends that begins at an offset, or the offset itself."""
        body = self.tags.institutions.get(at)
        return body.end if body is not None else at

    def _rank_outdoes(self, post: Hit) -> bool:
        """Whether a rank is longer than the post that begins with it: "Inspektur Jenderal Polisi Ani Wijaya"."""
        titles = self.tags.titles.get(post.start, ())
        return any(hit.end > post.end and self.vocabulary.scheme(hit.concept) == "ranks" for hit in titles)
