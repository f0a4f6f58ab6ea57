"""Where the name of a body ends that no table lists: capitalised words, up to a person, a title or another body.

In comes the offset behind the kind of the body; out comes the end of its name, or the body cut before a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.chunks import Institution, Token, tokens_of
from kg.extraction.passage import Passage
from kg.lexicon.matcher import Hit

_SHORT = 4  # letters of an abbreviated title
_FULL = 2  # words that a body and its holder have at least where nothing stands behind them
_LONG = 4  # words of a name that is longer than that of a unit


class OpenNames:
    """Finds the ends of unlisted names in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags

    def end(self, at: int, end: int, *, limit: int, regional: bool, titled: bool = False) -> int | None:
        """Where a run of capitalised words that names an open kind of body ends; None when there is none.

        The name of an official body ends with its region; it may begin with a title where its kind is `titled`.
        """
        stop, count, listed = None, 0, self._behind_titles(at, end) if titled else 0
        previous = at
        for token in tokens_of(self.text, at, min(end, at + 120)):
            if "\n" in self.text[previous : token.start] or token.text in "()":
                break
            if token.start < listed:
                previous = token.end
                continue
            if regional and token.text == "," and count == 1 and (listed := self._list_end(token.start, end)):
                previous = stop = listed
                continue
            place = self.vocabulary.gazetteer.longest_name(self.text, token.start, None) if regional else None
            if count and place is not None and token.capital:
                return min(max(place.end, token.end), end)
            joins = token.text in self.vocabulary.joints_of_names and (count > 0 or token.text == ".")
            if count >= limit or self._ends(token, count, joins=joins):
                break
            if count == 0 and ((limit < _LONG and self._no_unit(token)) or self._only_a_kind(token)):
                break
            previous = token.end
            if not joins:
                stop, count = token.end, count + 1
            if place is not None:
                return min(max(place.end, token.end), end)
        return stop

    def _behind_titles(self, at: int, end: int) -> int:
        """Behind the titles of the person after whom a body is called: "RSUD Prof. Dr. Ani Wijaya"."""
        behind = self.passage.blank(at)
        while hits := [hit for hit in self.tags.titles.get(behind, ()) if hit.end < end and self._before_name(hit)]:
            behind = self.passage.behind_stop(hits[0].end, end)
        return behind

    def _before_name(self, hit: Hit) -> bool:
        return self.vocabulary.scheme(hit.concept) in ("ranks", "corps", "honorifics")

    def _ends(self, token: Token, count: int, *, joins: bool) -> bool:
        """Whether an unlisted name ends before a word: at another body, an office, a date, a title or a plain word."""
        tags, first = self.tags, count == 0
        if not (joins or token.capital or token.numeral):
            return True
        if token.start in tags.posts or token.start in tags.institutions or token.start in self.passage.dates:
            return True
        if self._title_in_name(token, first=first) or (count and self.passage.opens_name(token)):
            return True
        if not joins and self.vocabulary.verb(token.text.casefold(), active=not first):
            return True
        if count and self._subject(token):
            return False
        return not joins and (self.passage.stops_name(token.start, first=first) or self._plain(token, count))

    def _subject(self, token: Token) -> bool:
        """Whether a word for elections is what a body deals with, and its name goes on: "Kajian Pemilu Indonesia"."""
        if all(self.vocabulary.scheme(hit.concept) != "candidacy" for hit in self.tags.cues.get(token.start, ())):
            return False
        following = next(tokens_of(self.text, self.passage.blank(token.end), len(self.text)), None)
        if self.passage.headline or following is None or not (following.capital and following.word):
            return False
        return not self.passage.stops_name(following.start) and not self.vocabulary.is_name(following.text.casefold())

    def _no_unit(self, token: Token) -> bool:
        """Whether a word says where a unit is, or how many, and does not name it: "Makodim Jalan Sudirman"."""
        kinds = {self.vocabulary.scheme(hit.concept) for hit in self.tags.cues.get(token.start, ())}
        return bool(kinds & {"venue-words", "fillers", "plural", "sharing"})

    def _only_a_kind(self, token: Token) -> bool:
        """Whether a word is a kind of place without its name: "PPS Desa/Kelurahan"."""
        if self.passage.place_word(token.start) is None:
            return False
        following = next(tokens_of(self.text, token.end, len(self.text)), None)
        return following is None or following.text == "/" or not (following.capital or following.text == ".")

    def _list_end(self, at: int, end: int) -> int:
        """Where the fields in the name of an agency end: "Dinas Komunikasi, Informatika, dan Statistik"; 0 for none.

        Each field is one word with a capital that names nobody and no place; the last stands behind a conjunction.
        """
        fields, last = 0, False
        for token in tokens_of(self.text, at, min(end, at + 120)):
            if token.text == ",":
                continue
            if token.text in self.vocabulary.joints_of_names and token.word:
                last = True
                continue
            if not (token.capital and token.word) or self.passage.stops_name(token.start) or self._proper(token):
                return 0
            fields += 1
            if last:
                return token.end if fields > 1 else 0
            if self.text[token.end : token.end + 1] != "," and not self._joint_behind(token.end):
                return 0
        return 0

    def _proper(self, token: Token) -> bool:
        """Whether a word is a name of persons or of a region."""
        named = self.vocabulary.is_name(token.text.casefold())
        return named or self.vocabulary.gazetteer.longest_name(self.text, token.start, None) is not None

    def _joint_behind(self, at: int) -> bool:
        """Whether a conjunction of names stands behind an offset."""
        word = next(tokens_of(self.text, self.passage.blank(at), len(self.text)), None)
        return word is not None and word.text in self.vocabulary.joints_of_names

    def without_person(self, body: Institution, end: int) -> Institution | None:
        """An open name that ran into the name of the office-holder, cut before it; None when nothing is left.

        A comma, a bracket or a title behind the name says that it is the body's as a whole, unless a listed village or
        a name that ends there elsewhere in the text says otherwise.
        """
        head = self.tags.institutions.get(body.start)
        tokens = list(tokens_of(self.text, head.end if head else body.start, body.end))
        if self._listed(body, tokens) or self._placed(body):
            return body
        known = None if body.start in self.tags.branches else self._known_end(body, tokens)
        if known is not None:
            return self._cut(body, tokens[known - 1].end)
        behind = self.passage.behind_stop(body.end, end)
        last = self.text[body.end : body.end + 1] == "." and behind >= end  # the sentence ends with the name
        whole = not last and bool(
            self.text[body.end : behind].strip()
            or behind >= end
            or self.text[behind] in "(\n"
            or behind in self.tags.titles
            or self.passage.place_word(behind) is not None
        )
        first, sure = self._first_of_person(tokens, body.start if head else tokens[0].start)
        if (whole or last) and sure < len(tokens):
            return self._cut(body, tokens[sure - 1].end)
        if whole or first == len(tokens) or (last and min(first, len(tokens) - first) < _FULL):
            return body
        if first == 0:
            first = 1 if len(tokens) > 1 and self.passage.behind_place_word(tokens[0].start, tokens[0].text) else 0
        if first == 0:
            return None
        return self._cut(body, tokens[first - 1].end)

    def _first_of_person(self, tokens: Sequence[Token], start: int) -> tuple[int, int]:
        """The numbers of the word with which a person's name begins at the end of a body's: perhaps, and for sure.

        It is sure for a full name behind a region; the count of the words stands for none.
        """
        first = sure = len(tokens)
        names = 0
        for index in range(len(tokens) - 1, -1, -1):
            word = tokens[index].text.casefold()
            if not self._like_a_name(word, tokens[index]):
                break
            known = self.vocabulary.is_name(word) and word not in self.vocabulary.places_too
            regional = index > 0 and self._ends_region(start, tokens[index - 1].end)
            names += known
            if known or regional:
                first = index
            if regional and names and len(tokens) - index >= _FULL:
                sure = index
        return first, sure

    def _cut(self, body: Institution, at: int) -> Institution:
        """The body with the name that it has up to an offset."""
        cut = len(" ".join(self.text[at : body.end].split()))
        body.name, body.written = body.name[: len(body.name) - cut].rstrip(), body.written[:-cut].rstrip()
        body.end = at
        return body

    def _placed(self, body: Institution) -> bool:
        """Whether a name ends with its region behind a bracketed short form: "Badan Aset Daerah (BAD) Kudus"."""
        close = self.text.rfind(")", body.start, body.end)
        region = self.vocabulary.gazetteer.longest_name(self.text, close + 1, None) if close >= 0 else None
        return region is not None and region.end == body.end

    def _listed(self, body: Institution, tokens: Sequence[Token]) -> bool:
        """Whether the whole name is that of a listed village."""
        village = self.vocabulary.concept(body.type).value("level") == "village"
        name = " ".join(self.text[tokens[0].start : body.end].split()) if tokens else ""
        return village and name.casefold() in self.vocabulary.villages

    def _known_end(self, body: Institution, tokens: Sequence[Token]) -> int | None:
        """How many words of an open name are the body's for sure, before words that may name a person; else None."""
        village = self.vocabulary.concept(body.type).value("level") == "village"
        for count in range(len(tokens) - 1, 0, -1):
            rest = tokens[count]
            if not rest.word or self.vocabulary.ordinary(rest.text.casefold()) or tokens[count - 1].text == ".":
                continue
            name = " ".join(self.text[tokens[0].start : tokens[count - 1].end].split())
            if village and name.casefold() in self.vocabulary.villages:
                return count if self._begins_person(rest) else None
            written = name if village else " ".join(self.text[body.start : tokens[count - 1].end].split())
            if self._ends_elsewhere(written, body.start, village=village):
                return count
        return None

    def _begins_person(self, token: Token) -> bool:
        """Whether the name of a person may begin with a word: an initial, or a word of names."""
        return len(token.text) == 1 or self.vocabulary.is_name(token.text.casefold())

    def _ends_elsewhere(self, name: str, but: int, *, village: bool) -> bool:
        """Whether a name stands elsewhere and ends there; that of a village behind a place word."""
        pattern = r"\s+".join(re.escape(word) for word in name.split())
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)(?!\s+[^\W\d_a-z]|\.\s?\w)", self.text):
            if match.start() != but and (not village or self.passage.behind_place_word(but, name)):
                return True
        return False

    def names_place(self, body: Institution, end: int) -> bool:
        """Whether an unlisted name behind a post is the place and not the holder: a name or a title follows it."""
        at = self.passage.behind_stop(body.end, end)
        if any(self.vocabulary.scheme(h.concept) in ("ranks", "honorifics") for h in self.tags.titles.get(at, ())):
            return True
        if at in self.tags.openers and self.text[at].isupper():
            return True
        if self.text[body.end : body.end + 1] == "," and self.text[at : at + 1].isupper():
            return True
        return self.passage.behind_place_word(body.start, body.name)

    def _title_in_name(self, token: Token, *, first: bool) -> bool:
        """Whether a title begins here and so a name of a body ends; such as a sultan's may open one."""
        for hit in self.tags.titles.get(token.start, ()):
            concept = self.vocabulary.concept(hit.concept)
            if (concept.scheme in ("ranks", "degrees") and len(token.text) > 1) or concept.flag("beginsName"):
                return True
            if concept.scheme == "honorifics" and not (first and len(token.text) > _SHORT) and len(token.text) > 1:
                return True
        return False

    def _plain(self, token: Token, count: int) -> bool:
        """Whether a capitalised word is an ordinary one: anywhere in a headline, else only as a whole name."""
        lower = token.text.casefold()
        ordinary = lower in self.passage.lower or self.vocabulary.ordinary(lower)
        return ordinary and (self.passage.headline or (count == 0 and token.text.isupper()))

    def _ends_region(self, start: int, at: int) -> bool:
        """Whether the name of a region, and not only of a village, ends at a place."""
        for token in tokens_of(self.text, start, at):
            hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None)
            if hit is not None and hit.end == at and token.start > start:
                return True
        return False

    def _like_a_name(self, word: str, token: Token) -> bool:
        return token.word and token.capital and not token.text.isupper() and not self.vocabulary.ordinary(word)
