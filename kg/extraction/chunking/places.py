"""A token → the place named there: a region of the gazetteer, or a place word with the name behind it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunking.many import SOME
from kg.extraction.chunks import Chunk, Office, Person, Place, Token, is_token, kind_of, token_in, tokens_of
from kg.extraction.passages.passage import Passage
from kg.extraction.people.names import Names
from kg.lexicon.kinds import LARGE_TYPES

CONSTITUENCY = "constituency"  # the concept of the words for it
_REACH = 60  # characters


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
            after = self._behind_slip(token, after)
            hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None)
            if hit is not None and hit.level is not None and hit.end <= end:
                return Place(token.start, hit.end)
            if self.passage.tags.place_words[token.start].concept == CONSTITUENCY and (
                region := self._of_voters(after, end)
            ):
                return Place(token.start, region)
            if (short := self._in_short(after, end)) is not None:
                return Place(token.start, short)
            stop = self._after_person(token, after, end) or self._run(token, after, end)
            listed = self.passage.village_end(self._behind_dot(after), end)
            ends = [e for e in (hit.end if hit else None, stop, listed) if e is not None and e <= end]
            return Place(token.start, max(ends)) if ends else None
        if token.text in self.passage.places_in_short:
            return Place(token.start, token.end)
        hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None) if token.capital else None
        if hit is None or hit.end > end:
            return None
        run = self.names.runs.end(token.start, end, headline=False)
        return Place(token.start, hit.end) if run is None or hit.end >= run else None

    def _behind_slip(self, token: Token, after: int) -> int:
        """Behind a comma that stands for the full stop of an abbreviated level: "Kec, Tunjungan"."""
        short = token.capital and self.passage.tags.place_words[token.start].form.endswith(".")
        return after + (short and self.passage.text[after : after + 1] == ",")

    def _in_short(self, after: int, end: int) -> int | None:
        """Where the short form ends that this text gives to a region, behind the word for its level: "Kab. KepTan"."""
        word = token_in(self.passage.text, self._behind_dot(after), end)
        return word.end if word is not None and word.text in self.passage.places_in_short else None

    def beside(self, found: Sequence[Chunk], run: Person) -> Token | Place | None:
        """A place, or the words of a body, that look like a name behind an office or a street; None for a person."""
        if isinstance(found[-1], Office):
            return self.of_unlisted(run) or self.of_address(run)
        return self._of_streets(found, run) if kind_of(found[-1]) == "conjunctions" else None

    def _of_streets(self, found: Sequence[Chunk], run: Person) -> Place | None:
        """A name without a title behind a street and a conjunction: "di Jalan Melati dan Ahmad Yani"."""
        at = len(found) - 2 - (len(found) > 1 and is_token(found[-2], ","))
        street = found[at] if at >= 0 else None
        if not isinstance(street, Place) or (run.full_start, run.full_end) != (run.start, run.end):
            return None
        word = token_in(self.text, street.start, street.end)
        listed = word is not None and word.text.casefold() in self.vocabulary.streets
        return Place(run.start, run.end) if listed else None

    def of_unlisted(self, run: Person) -> Token | None:
        """The words up to the region of an unlisted body in front of a name: "Ketua Serikat X Blora Ani Wijaya"."""
        words = list(tokens_of(self.text, run.start, run.end))
        for at, word in enumerate(words[:-1]):
            if self.vocabulary.is_name(word.text.casefold()):
                return None
            hit = self.vocabulary.gazetteer.longest_name(self.text, word.start, None) if at else None
            if hit is not None and self.vocabulary.gazetteer.regions_named(hit.key, types=LARGE_TYPES):
                behind = next((other for other in words[at:] if other.start >= hit.end), None)
                named = behind is not None and self.vocabulary.is_name(behind.text.casefold())
                return Token(run.full_start, hit.end, SOME) if named else None
        return None

    def of_address(self, run: Person) -> Place | None:
        """What looks like a name, and ends with that of a province of several words: "Bupati X Muria Jawa Tengah"."""
        for word in list(tokens_of(self.text, run.start, run.end))[1:] if run.full_end == run.end else ():
            hit = self.vocabulary.gazetteer.longest_name(self.text, word.start, None)
            if hit is not None and hit.end == run.end and word.end < hit.end:
                province = self.vocabulary.gazetteer.regions_named(hit.key, types=("province",))
                return Place(run.start, run.end) if province else None
        return None

    def _run(self, token: Token, after: int, end: int) -> int | None:
        """Where the words that name a place end; a rank behind a level is a person's: "Pati Kota AKP"."""
        return self.names.runs.end(self._behind_dot(after), end, headline=False, ranked=not self._of_level(token))

    def _of_level(self, token: Token) -> bool:
        """Whether a place word tells the level of a region, or what nature made: those bear nobody's title."""
        word, vocabulary = token.text.casefold(), self.vocabulary
        return word in vocabulary.levels or word in vocabulary.village_words or word in vocabulary.natural_places

    def _after_person(self, token: Token, after: int, end: int) -> int | None:
        """The end of a place that is called after a person with a title: "Stadion Utama H. Agus Salim"; else None."""
        if not token.capital or self._of_level(token):
            return None
        at = self._behind_dot(after)
        street = token.text.casefold() in self.vocabulary.streets
        for word in tokens_of(self.passage.text, at, min(end, at + _REACH)):
            post = self.passage.tags.posts.get(word.start) if street and word.capital else None
            if post is not None:  # "Jalan Panglima Sudirman"
                return self.names.runs.end(self.passage.blank(post.end), end, headline=False)
            if word.start in self.passage.tags.titles:
                person = self.names.titled(word.start, end)
                return person.end if person is not None else None
            ordinary = word.capital and self.vocabulary.ordinary(word.text.casefold())
            if not ordinary or self.passage.stops_name(word.start, first=True):
                return None
        return None

    def _of_voters(self, after: int, end: int) -> int | None:
        """The end of the region whose voters elect somebody, with the number of the part: "Dapil Jateng III"."""
        hit = self.vocabulary.gazetteer.longest_name(self.text, self._behind_dot(after), None)
        if hit is None or hit.end > end:
            return None
        number = token_in(self.text, self.passage.blank(hit.end), end)
        return number.end if number is not None and number.numeral else hit.end

    def _behind_dot(self, at: int) -> int:
        """Behind the full stop of an abbreviation and the blanks that follow it."""
        return self.passage.blank(at + (self.text[at : at + 1] == "."))
