"""A place in the text → the person named there: titles before the name, its words, degrees behind it.

In comes an offset; out comes a Person, sure when a title says so, or None where no name begins.
"""

from __future__ import annotations

import re

from kg.extraction.chunks import Chunk, Institution, Person, Token, token_in
from kg.extraction.passages.passage import Passage
from kg.extraction.people.name_runs import NameRuns
from kg.extraction.people.titles import Title, Titles
from kg.lexicon.kinds import LARGE_TYPES

_ENDED = re.compile(r"[A-Z]{3,}[a-z]{2,}")  # an abbreviation with an ending
_GLUED = re.compile(r"([A-Z][a-z]{4,})[A-Z][a-z]+")
_JOINED = re.compile(r"([^\W\d_]+)[ -]")
_NUMBERED = re.compile(r"(\w+) [IVX]+\b")
_FIGURE = re.compile(r"[.:]?\s*\d")
_ORDINAL = re.compile(r" (?:I{2,3}|I[VX]|VI{1,3})\Z")
_INITIALS = re.compile(r"\s?\(([A-Z]{2,6})\)")
_APPOSED = re.compile(r"\s?[,(]\s?")
_LEAST = 3  # letters of an abbreviation


class Names:
    """Reads names of persons in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self.tags = passage.tags
        self.titles = Titles(passage)
        self.runs = NameRuns(passage, self.titles)

    def titled(self, at: int, end: int) -> Person | None:
        """A person behind ranks or honorifics that begin at an offset, or None."""
        title = self.titles.before(at, end) if at in self.tags.titles else None
        if title is None:
            return None
        stop = self.runs.end(title.end, end, headline=self.passage.headline, ranked=title.rank is not None)
        if stop is None or self._region_with_level(title.end) or self._no_name(title.end, stop):
            return None
        if self._of_seat(title.end, stop, end):
            return None
        if not self._ranked(title) and self._says_something(title.end, stop):
            return None
        return self._person(at, title, stop, end)

    def bare(self, token: Token, end: int, *, headline: bool) -> Chunk | None:
        """A capitalised run without any title: an acronym learnt before, or perhaps a person."""
        if not token.word or not token.capital or token.start in self.tags.nations:
            return None
        if token.text.casefold() in self.vocabulary.natural_places and not self.vocabulary.is_name(
            token.text.casefold()
        ):
            return None
        if token.text in self.passage.places_in_short:
            return None
        if (body := self.passage.acronyms.get(token.text)) is not None:
            return Institution(
                token.start, token.end, body.type, body.name, body.level, open=body.open, whole=body.whole
            )
        stop = self.runs.end(token.start, end, headline=headline)
        if stop is None or self.titles.only_degree(token.start, stop, end):
            return None
        if any(map(str.isdigit, self.text[token.start : stop])):
            return None  # "P2KD"
        if _ORDINAL.search(self.text, token.start, stop):
            return None  # "Operasi Mantap Praja Sriwedari II"
        if self.passage.behind_class(token.start) != token.start or self._abbreviates(token, stop):
            return None
        if (
            self._numbered_field(token.start)
            or self._shortened(token.start, stop)
            or self._shared(token.start)
            or self._before_name(token, stop)
            or self._no_name(token.start, stop)
            or self._only_places(token.start, stop)
        ):
            return None
        return self._person(token.start, Title(token.start), stop, end)

    def _of_seat(self, start: int, stop: int, end: int) -> bool:
        """Whether only a region stands behind a title, and another title behind that: "Uskup Ende Mgr Ani"."""
        titled = self.passage.behind_stop(stop, end) in self.tags.titles
        return titled and bool(self.vocabulary.gazetteer.regions_named(self.text[start:stop], types=LARGE_TYPES))

    def _numbered_field(self, at: int) -> bool:
        """Whether a part of a body is named by its number: "bersama Komisi V"."""
        match = _NUMBERED.match(self.text, at)
        return match is not None and match[1].casefold() in self.vocabulary.fields_of_posts

    def _shortened(self, start: int, stop: int) -> bool:
        """Whether the initials of several words follow in brackets, as of a thing: "Project Officer (PO)"."""
        short = _INITIALS.match(self.text, stop)
        words = self.text[start:stop].split() if short is not None else []
        if short is None or short[1] != "".join(word[0] for word in words):
            return False
        return not any(self.vocabulary.is_name(word.casefold()) for word in words)

    def _shared(self, at: int) -> bool:
        """Whether a word that all there are meant stands right in front: "Se-Kepulauan Nias", "se Kalimantan"."""
        tie = self.text[at - 1 : at]
        if tie not in ("-", " "):
            return False
        first = max(0, self.text.rfind(" ", 0, at - 1) + 1)
        hits = self.tags.cues.get(first, ()) if _JOINED.fullmatch(self.text, first, at) else ()
        return any(self.vocabulary.scheme(hit.concept) == "sharing" for hit in hits)

    def _person(self, at: int, title: Title, stop: int, end: int) -> Person:
        """The person whose name ends at `stop`, with what goes with it from `at` on."""
        stop = self._before_number(title.end, stop)
        degrees, position = self.titles.behind(stop, end)
        start = self._behind_realm(at, title.end, stop)
        name = " ".join(self.text[start:stop].split()).replace(" -", "-").replace(" .", ".")
        sure = bool(title.rank or title.honorifics or degrees)
        return Person(start, stop, name, at, position, title.rank, title.honorifics, degrees, sure)

    def _before_number(self, start: int, stop: int) -> int:
        """Where a name ends in front of the number of a paper: "SK Gubernur X Ani Wijaya No.188"."""
        last = self.text.rfind(" ", start, stop) + 1
        numbers = last > start and self.text[last:stop].casefold().rstrip(".") in self.vocabulary.numbering
        return last - 1 if numbers and _FIGURE.match(self.text, stop) else stop

    def _behind_realm(self, at: int, start: int, stop: int) -> int:
        """Behind the realm of a ruler, which is no part of the name: "Sultan Ternate Ani Wijaya", "Raja Gowa Andi"."""
        rulers, first = self.vocabulary.rulers, token_in(self.text, start, stop)
        if first is None or not first.capital:
            return start
        titled = at < start and self.text[at:start].split()[-1].casefold() in rulers
        ruler = titled or first.text.casefold() in rulers
        realm = start if titled else self.passage.blank(first.end) if ruler else stop
        region = self.vocabulary.gazetteer.longest_name(self.text, realm, None) if realm < stop else None
        if region is None or not self.vocabulary.gazetteer.regions_named(region.key, types=LARGE_TYPES):
            return start
        behind = self.passage.blank(region.end)
        words = self.text[behind:stop].split()
        named = self.vocabulary.is_name(region.key.casefold())  # "Sultan Bima Wijaya"
        return behind if len(words) > named and words[0][0].isupper() else start

    def _no_name(self, start: int, stop: int) -> bool:
        """Whether a word is a coined one for a field, an abbreviation with an ending, two in one, misspelt, a letter.

        Two words are joined where a blank is missing and the first is no name: "DandimmBlora". Others are known to name
        nobody, as a whole or by the last one, "Mekar Jaya FC", or by the first: "Badan Pengawasa", "Nomor ST".
        """
        word = self.text[start:stop]
        folded = word.casefold()
        known = self.vocabulary.no_names
        if len(folded) == 1 or folded in known or folded.rpartition(" ")[2] in known or self._numbers(folded):
            return True
        first, _, rest = folded.partition(" ")
        if first in self.vocabulary.numbering and (rest or _FIGURE.match(self.text, stop)):
            return True
        if rest and first in self.vocabulary.words_of_agencies:
            return True
        glued = _GLUED.fullmatch(word)
        if glued is not None and not self.vocabulary.is_name(glued[1].casefold()):
            return True
        if folded in self.vocabulary.words_of_fields or _ENDED.fullmatch(word) is not None:
            return True
        slip = self.vocabulary.misspelt.misspells(word) or self.vocabulary.misspelt_contest.misspells(word)
        return slip and not self.vocabulary.is_name(folded)

    def _numbers(self, word: str) -> bool:
        """Whether a letter stands behind an ordinary word, as in what has a number: "Keputusan X Nomor B. 83"."""
        first, _, letter = word.rstrip(".").partition(" ")
        return len(letter) == 1 and self.vocabulary.ordinary(first) and not self.vocabulary.is_name(first)

    def _only_places(self, start: int, stop: int) -> bool:
        """Whether several words are all regions, and none is one of names: "Sorong Aimas"."""
        if any(map(self.vocabulary.is_name, self.text[start:stop].casefold().split())):
            return False
        at, count = start, 0
        while at < stop:
            place = self.vocabulary.gazetteer.longest_name(self.text, at, None)
            if place is None or place.end > stop:
                return False
            at, count = self.passage.blank(place.end), count + 1
        return count > 1

    def _ranked(self, title: Title) -> bool:
        """Whether a rank is that of a person, behind which any words are a name, and no status that many have."""
        rank = self.vocabulary.rank_of(title.rank) if title.rank is not None else None
        return rank is not None and not rank.flag("givesStatus")

    def _says_something(self, start: int, stop: int) -> bool:
        """Whether words with capitals, several, are all of the language, as in a headline: "ASN Wajib Netral"."""
        words = self.text[start:stop].casefold().split()
        return len(words) > 1 and all(self.vocabulary.ordinary(w) and not self.vocabulary.is_name(w) for w in words)

    def _before_name(self, token: Token, stop: int) -> bool:
        """Whether an ordinary word that opens a sentence only stands in front of a name: "Terakhir Budi Ananta"."""
        if token.start != self.passage.opening or not self.vocabulary.ordinary(token.text.casefold()):
            return False
        if token.start in self.tags.particles:
            return False  # "Anak Agung Gede"
        apposed = _APPOSED.match(self.text, stop)
        if apposed and apposed.end() in self.tags.posts and self.vocabulary.is_name(token.text.casefold()):
            return False  # "Hari Wijaya, Ketua KPU"
        second = token_in(self.text, token.end, stop)
        if second is not None and token.text.casefold() in self.vocabulary.earlier_posts:
            return True  # "Sebelumnya Budi"
        if second is not None and self.text[second.end : second.end + 1] == "." and len(second.text) == 1:
            return not self.vocabulary.is_name(token.text.casefold())  # "Kehadiran M. Firdaus"
        if second is not None and self._honorific(second.start) and len(second.text) > 1:
            return not self.vocabulary.is_name(token.text.casefold())  # "Kepada Ny Budi"
        if second is None or not (second.capital and self.vocabulary.is_name(second.text.casefold())):
            return False
        return not self._inside_elsewhere(self.text[token.start : second.end])

    def _honorific(self, at: int) -> bool:
        """Whether a title that is no rank and no degree stands at an offset."""
        return any(self.vocabulary.scheme(hit.concept) == "honorifics" for hit in self.tags.titles.get(at, ()))

    def _inside_elsewhere(self, words: str) -> bool:
        """Whether some words stand behind others of a sentence, too, and so begin as a name does: "Teguh Wibisono"."""
        at = self.text.find(words)
        while at >= 0:
            before = self.text[max(0, at - 2) : at]
            if before[1:] == " " and (before[0].isalnum() or before[0] == ","):
                return True
            at = self.text.find(words, at + 1)
        return False

    def _region_with_level(self, at: int) -> bool:
        """Whether a region is named with its level, listed or not: "ASN Kabupaten Rembang", "Bidan Desa X"."""
        hit = self.vocabulary.gazetteer.longest_name(self.text, at, None)
        if hit is not None and hit.level is not None:
            return True
        word = token_in(self.text, at, len(self.text))
        return word is not None and word.text.casefold() in self.vocabulary.village_words

    def _abbreviates(self, token: Token, stop: int) -> bool:
        """Whether a run begins with an abbreviation that is no initials: "UID Sulselrabar"."""
        whole = self.text[token.start : stop]
        known = self.vocabulary.is_name(token.text.casefold())
        return (
            token.text.isupper()
            and token.text.isalpha()
            and len(token.text) >= _LEAST
            and not whole.isupper()
            and not known
        )
