"""The name of an unlisted body that ran into the name of its office-holder → the body, cut before the person.

In comes a body whose name ended with the capitals; out comes the body with what is its own, or None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from kg.extraction.chunks import Institution, Token, token_in, tokens_of
from kg.extraction.institutions.named_elsewhere import NamedElsewhere
from kg.extraction.passages.passage import Passage
from kg.lexicon.kinds import LARGE_TYPES

_MOST = 2  # places of a name that tell that it ends so: one besides its own
_FULL = 2  # words that a body and its holder have at least where nothing stands behind them


class CutNames:
    """Parts the names of bodies from those of persons in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.elsewhere = NamedElsewhere(passage)
        self._ending: dict[str, tuple[int, ...]] = {}  # names → where they stand and end

    def without_person(self, body: Institution, end: int) -> Institution | None:
        """An open name that ran into the name of the office-holder, cut before it; None when nothing is left.

        A comma, a bracket or a title behind the name says that it is the body's as a whole, unless a listed village or
        a name that ends there elsewhere in the text says otherwise.
        """
        if body.start in self.tags.branches:
            return body  # a party at one of its levels ends with its region
        head = self.tags.institutions.get(body.start)
        tokens = list(tokens_of(self.text, head.end if head else body.start, body.end))
        if self._listed(body, tokens) or self._placed(body) or self._of_region(body, tokens):
            return body
        if (parted := self.as_elsewhere(body, end)) is not None:
            return parted
        known = self._known_end(body, tokens)
        if known is not None:
            return self._cut(body, self._own_end(tokens, known))
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
        if whole and self._before_post(body, behind):
            return None
        sure = min(sure, self._behind_fields(body, tokens, first))
        if (whole or last) and sure < len(tokens):
            return self._cut(body, self._own_end(tokens, sure))
        if whole or first == len(tokens) or (last and min(first, len(tokens) - first) < _FULL):
            return body
        if first == 0:
            first = 1 if len(tokens) > 1 and self.passage.behind_place_word(tokens[0].start, tokens[0].text) else 0
        if first == 0:
            return None
        return self._cut(body, self._own_end(tokens, first))

    def _before_post(self, body: Institution, behind: int) -> bool:
        """Whether what a village seems to be called is a person, in a list: "Kepala Desa Tono Wibowo, Babinsa"."""
        village = self.vocabulary.concept(body.type).value("level") == "village"
        listed = self.text[body.end : body.end + 1] == "," and behind in self.tags.posts
        begin = self.passage.blank(body.start)
        return village and listed and self._full_name(body) and not self.passage.behind_place_word(begin, body.name)

    def _behind_fields(self, body: Institution, tokens: Sequence[Token], first: int) -> int:
        """The number of the first word of a full name behind all that an agency deals with; else that of the words."""
        words = [token.text.casefold() for token in tokens[:first] if token.text != "," and not self._joint(token)]
        official = self.vocabulary.class_of(body.type) == "RegionalAgency" and len(tokens) - first >= _FULL
        fields = bool(words) and all(word in self.vocabulary.fields_of_agencies for word in words)
        return first if official and fields else len(tokens)

    def _joint(self, token: Token) -> bool:
        return token.text in self.vocabulary.joints_of_names

    def first_name(self, body: Institution, end: int) -> bool:
        """Whether the name of a region behind a post is the first of two of its holder: "Camat Bambang Irawan".

        It is one that people have, a word of names follows alone, and the text speaks of no such region; or both
        words stand together elsewhere without a post, whatever region has the first.
        """
        begin, behind = self.passage.blank(body.start), self.passage.blank(body.end)
        if not self.text[behind : behind + 1].isupper():
            return False
        name = self.text[begin : body.end]
        if behind not in self.passage.heads and self.elsewhere.person([*tokens_of(self.text, begin, body.end)], end):
            return True
        if name.casefold() not in self.vocabulary.names:
            return False
        second = token_in(self.text, body.end + 1, end)
        third = token_in(self.text, second.end, end) if second is not None else None
        if second is None or not (second.capital and self.vocabulary.is_name(second.text.casefold())):
            return False
        longer = third is not None and third.start == second.end + 1 and third.capital and third.word
        if longer or second.start in self.tags.titles or second.start != body.end + 1:
            return False
        if self.vocabulary.gazetteer.regions_named(name, types=LARGE_TYPES):
            return self._only_with(name, second.text)
        levels = self.vocabulary.concept(body.type).values.get("level", ())
        return "district" in levels and not self.passage.behind_place_word(begin, name)

    def _only_with(self, first: str, second: str) -> bool:
        """Whether the text has a word, in whatever letters, only in front of another."""
        return re.search(rf"\b{re.escape(first)}\b(?!\s+{re.escape(second)}\b)", self.text, re.IGNORECASE) is None

    def as_elsewhere(self, body: Institution, end: int) -> Institution | None:
        """The body with the words in front of its holder's name, as that stands elsewhere; None where it does not."""
        head = self.tags.institutions.get(body.start)
        tokens = list(tokens_of(self.text, head.end if head else body.start, body.end))
        count = self.elsewhere.begins(tokens, end)
        if count is None or count <= len(tokens):
            return body if count == len(tokens) else self._cut(body, self._own_end(tokens, count)) if count else None
        if self.vocabulary.concept(body.type).value("level") == "village":
            stop = [token.end for token in islice(tokens_of(self.text, tokens[0].start, end), count)][-1]
            body.name, body.end = f"{body.name} {' '.join(self.text[body.end : stop].split())}", stop
        return body

    def _own_end(self, tokens: Sequence[Token], count: int) -> int:
        """Where the name of a body ends that has some words: not with a conjunction: "PT X dan Ani Wijaya"."""
        while count > 1 and tokens[count - 1].text in self.vocabulary.joints_of_names:
            count -= 1
        return tokens[count - 1].end

    def _first_of_person(self, tokens: Sequence[Token], start: int) -> tuple[int, int]:
        """The numbers of the word with which a person's name begins at the end of a body's: perhaps, and for sure.

        It is sure for a full name behind a region or an abbreviation, "Ormas GRX Budi Santoso"; the count of the words
        stands for none.
        """
        first = sure = len(tokens)
        names = 0
        for index in range(len(tokens) - 1, -1, -1):
            word = tokens[index].text.casefold()
            if not self._like_a_name(word, tokens[index]):
                break
            alone = index + 1 == first == len(tokens) - 1  # the name of a person has two words: "Budi Santoso"
            known = self.vocabulary.is_name(word) and (alone or word not in self.vocabulary.places_too)
            regional = index > 0 and self._ends_region(start, tokens[index - 1].end)
            names += known
            if known or regional:
                first = index
            short = index > 0 and names == len(tokens) - index and self._short_form(tokens[index - 1])
            if (regional or short) and names and len(tokens) - index >= _FULL:
                sure = index
        return first, sure

    def _short_form(self, token: Token) -> bool:
        """Whether a word in capitals, none of names, abbreviates a name."""
        return len(token.text) > 1 and token.text.isupper() and not self.vocabulary.is_name(token.text.casefold())

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

    def _of_region(self, body: Institution, tokens: Sequence[Token]) -> bool:
        """Whether the whole name is that of a region in front of a person's: "Rutan Blora Ani Wijaya"."""
        if not tokens or self.vocabulary.concept(body.type).value("level") == "village":
            return False
        start = self.passage.blank(self.passage.behind_class(tokens[0].start))
        tokens = [token for token in tokens if token.start >= start]
        hit = self.vocabulary.gazetteer.longest_name(self.text, start, None) if tokens else None
        if hit is None or hit.end != body.end:
            return False
        regency = self.vocabulary.gazetteer.regions_named(hit.key, types=LARGE_TYPES)
        listed = len(tokens) == 1 and tokens[0].text.casefold() in self.vocabulary.names  # "Tanjung Raja" is no name
        following = token_in(self.text, self.passage.blank(body.end), len(self.text))
        named = following is not None and following.capital and self.vocabulary.is_name(following.text.casefold())
        return named and (bool(regency) or not listed)

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
            listed = village and name.casefold() in self.vocabulary.villages
            if listed and (self._begins_person(rest, tokens[count:]) or self._no_words(tokens[count:])):
                return count
            written = name if village else " ".join(self.text[body.start : tokens[count - 1].end].split())
            if self._ends_elsewhere(written, body.start, village=village):
                return count
            if listed:
                return None
        return None

    def _begins_person(self, token: Token, rest: Sequence[Token]) -> bool:
        """Whether the name of a person may begin with a word: an initial, or a word of names, not "Jaya" alone."""
        word = token.text.casefold()
        of_place = len(rest) == 1 and word in self.vocabulary.places_too
        return len(word) == 1 or (self.vocabulary.is_name(word) and not of_place)

    def _no_words(self, tokens: Sequence[Token]) -> bool:
        """Whether words behind a listed village, more than one and none of the language, are rather a full name."""
        return len(tokens) >= _FULL and not any(self.vocabulary.ordinary(token.text.casefold()) for token in tokens)

    def _ends_elsewhere(self, name: str, but: int, *, village: bool) -> bool:
        """Whether a name stands elsewhere and ends there; that of a village behind a place word."""
        if name not in self._ending:
            self._ending[name] = tuple(islice(self._endings(name), _MOST))
        elsewhere = any(start != but for start in self._ending[name])
        return elsewhere and (not village or self.passage.behind_place_word(but, name))

    def _endings(self, name: str) -> Iterator[int]:
        """Where a name stands that does not go on."""
        first, *rest = name.split()
        pattern = r"\s+".join(re.escape(word) for word in (first, *rest))
        whole = re.compile(rf"(?<!\w){pattern}(?!\w)(?!\s+[^\W\d_a-z]|\.\s?\w)")
        at = self.text.find(first)
        while at >= 0:
            if whole.match(self.text, at):
                yield at
            at = self.text.find(first, at + len(first))

    def names_place(self, body: Institution, end: int) -> bool:
        """Whether an unlisted name behind a post is the place and not the holder: a name or a title follows it."""
        at = self.passage.behind_stop(body.end, end)
        if any(self.vocabulary.scheme(h.concept) in ("ranks", "honorifics") for h in self.tags.titles.get(at, ())):
            return True
        if at in self.tags.openers and self.text[at].isupper():
            return True
        listed = self.text[body.end : body.end + 1] == "," and self.text[at : at + 1].isupper()
        if listed and not (at in self.tags.posts and self._full_name(body)):
            return True
        if self._of_region(body, list(tokens_of(self.text, body.start, body.end))):
            return True
        return self.passage.behind_place_word(body.start, body.name)

    def _full_name(self, body: Institution) -> bool:
        """Whether an unlisted name is rather that of a person, in a list of offices: "Kades Tono Wibowo, Babinsa"."""
        words = body.name.casefold().split()
        if (
            len(words) < _FULL
            or body.name.casefold() in self.vocabulary.villages
            or any(map(self.vocabulary.ordinary, words))
        ):
            return False
        return any(self.vocabulary.is_name(word) and word not in self.vocabulary.places_too for word in words)

    def _ends_region(self, start: int, at: int) -> bool:
        """Whether the name of a region, and not only of a village, ends at a place."""
        for token in tokens_of(self.text, start, at):
            hit = self.vocabulary.gazetteer.longest_name(self.text, token.start, None)
            if hit is not None and hit.end == at and token.start > start:
                return True
        return False

    def _like_a_name(self, word: str, token: Token) -> bool:
        return token.word and token.capital and not token.text.isupper() and not self.vocabulary.ordinary(word)
