"""A position of a text → the longest name of a unit or region that begins there."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kg.lexicon.kinds import LARGE_TYPES
from kg.lexicon.letters import key
from kg.lexicon.listing import Listing
from kg.lexicon.one_letter import deletes, known_by_rest
from kg.lexicon.places import Places
from kg.lexicon.resolving import Resolver
from kg.ontology import Ontology

_WORD = re.compile(r"[^\W_]+(?:['’‘`´ʼ][^\W_]+)*")
_GLUED = re.compile(r"[A-Z][a-z]{2,}(?=[A-Z]{3,}\Z)")
_LEAD = re.compile(r"[ \t\xa0]*\n?[ \t\xa0]*[/\-–]?[ \t\xa0]*")
_JOIN = re.compile(
    r"/|[ \t\xa0]?[-–‐‑][ \t\xa0]?|\.[ \t\xa0]*(?:\n[ \t\xa0]*)?|['’‘`´ʼ]?[ \t\xa0]+(?:\n[ \t\xa0]*)?|\n[ \t\xa0]*"
)
_BLANK = re.compile(r"[ \t\xa0]+")
_SLASH = re.compile(r"[ \t\xa0]?/[ \t\xa0]?")
_NUMBER = re.compile(
    r"(?:\d{2}\.\d{2}(?=[ \t\xa0]?/)|\d{1,4}(?:[-–]\d{1,2}|/\d{1,2}(?!\d))?|[IVXL]{1,7}(?:[-/]\d{1,2}(?:-\d{1,2})?)?)"
    r"(?![^\W_])"
)
_REMEMBERED = 10_000  # words of which it is kept what level they mean, and what begins with them
_ASKED = 200  # positions of which it is kept what is named there: some articles ask for the same ones again
_LONGEST = 8  # words of the longest name
_DOUBLED = re.compile(r"([^\W\d_]+)\1")
_SMALL = 5  # letters of a name in small letters that is told from a word
_UNLISTED = 4  # words of a name that is in no table
_LONG_LEVEL = 8  # letters of a word for a level that one wrong letter doesn't make another
_OPENERS = ("ranks", "honorifics", "post-types", "institution-types", "acting", "former", "level-words")


class NameHit(NamedTuple):
    """A name at `[start, end)`, level word included. `key` is the name without it, as the text writes it."""

    start: int
    end: int
    key: str
    level: str | None


class NameReader:
    """Reads names out of a text: own names of units, region names, numbers of military units."""

    def __init__(self, places: Places, resolver: Resolver, ontology: Ontology) -> None:
        self._places = places
        self._resolver = resolver
        self._regions = Listing(places.named)
        self._level_words = Listing(places.levels)
        self._misspelt_levels = _without_one(places.levels)
        self._meant = lru_cache(maxsize=_REMEMBERED)(self._find_meant)
        self._names_of = cache(self._find_names)
        self._read = lru_cache(maxsize=_ASKED)(self._find)
        self._opens = lru_cache(maxsize=_REMEMBERED)(self._find_opened)  # the news uses the same words every day
        self._ordinary = {key(form.text) for concept in ontology.scheme("ordinary-words") for form in concept.forms()}
        self._sides = {key(form.text) for concept in ontology.scheme("sides") for form in concept.forms()}
        self._openers = {
            key(re.split(r"[\s./-]", form.text)[0])
            for scheme in _OPENERS
            for concept in ontology.scheme(scheme)
            for form in concept.forms()
        }

    def read(self, text: str, start: int, type: str | None = None) -> NameHit | None:
        """The longest name at a position; None when no known name begins there."""
        return self._read(text, start, type)

    def _find(self, text: str, start: int, type: str | None) -> NameHit | None:
        lead = None if text[start : start + 1].isalnum() else _LEAD.match(text, start)
        at = lead.end() if lead else start
        first = _WORD.match(text, at)
        if first is None or (at == start and _inside_word(text, at)):
            return None
        own, numbered = None, None
        if type is not None:
            own, by_number = self._names_of(type)
            numbered = self._numbered(text, at, own) if by_number else None
        named, level_word = self._opens(first[0], type)
        plain = self._plain(text, at, at, own, None) if named else None
        leveled = self._leveled(text, at, own) if level_word else None
        if leveled is not None and plain is not None and self._whole(type, plain.key, leveled.level):
            leveled = None
        if numbered is None and leveled is None:
            return plain
        found = [hit for hit in (numbered, leveled, plain) if hit is not None]
        return max(found, key=lambda hit: hit.end, default=None)

    def _find_opened(self, word: str, type: str | None) -> tuple[bool, bool]:
        """Whether a name of a region or of a unit of a kind may begin with a word, and one behind its level."""
        folded = key(_without_glued(word))
        own = self._names_of(type)[0] if type is not None else None
        level = self._level_words.begins(folded) or (len(folded) >= _LONG_LEVEL - 1 and bool(self._meant(folded)))
        return self._begins(folded, own), level

    def _find_names(self, type: str) -> tuple[Listing, bool]:
        """The own names of the units of a kind, and whether they are known by number."""
        return self._resolver.own_names(type), self._resolver.numbered(type)

    def _find_meant(self, word: str) -> str | None:
        """The word for a level that another one lacks, adds or changes one letter of: "Kabulaten"."""
        found = known_by_rest(word, self._misspelt_levels)
        return found if found is not None and abs(len(found) - len(word)) <= 1 and found[0] == word[0] else None

    def _begins(self, folded: str, own: Listing | None) -> bool:
        """Whether any name begins so: of a region, or of a unit."""
        return self._regions.begins(folded) or (own is not None and own.begins(folded))

    def _goes_on(self, folded: str, own: Listing | None) -> bool:
        """Whether a longer name begins so."""
        return self._regions.goes_on(folded) or (own is not None and own.goes_on(folded))

    def _whole(self, type: str | None, name: str, level: str | None) -> bool:
        """Whether a level word belongs to the name itself: a Polsek "Kota Padang" is that of a kecamatan so called."""
        kinds = self._resolver.region_types(type) if type is not None else ()
        if not kinds or any(shown == level and kind in kinds for shown, kind in self._places.levels.values()):
            return False
        return any(self._places.regions[code].type in kinds for code in self._places.named.get(key(name), ()))

    def _leveled(self, text: str, at: int, own: Listing | None) -> NameHit | None:
        words = list(_words(text, at, 3, self._places.levels))
        for count in (2, 1):
            if len(words) <= count:
                continue
            written = key(text[words[0][0] : words[count - 1][1]])
            level = self._places.levels.get(written) or self._places.levels.get(self._meant(written) or "")
            if level is None:
                continue
            hit = self._plain(text, at, words[count][0], own, level)
            if hit is not None:
                return hit
        return None

    def _plain(
        self, text: str, start: int, at: int, own: Listing | None, level: tuple[str, str] | None
    ) -> NameHit | None:
        longest: NameHit | None = None
        named = _named(text, at)
        for begin, end in _words(text, at, _LONGEST) if named or own is not None else ():
            written = text[at:end]
            folded = key(written)
            if not self._begins(folded, own):
                break
            fits = (named or self._surely_name(folded)) and self._known(written, folded, own, level)
            if fits and (_named(text, begin) is named or self._small_end(text, written, folded, own)):
                longest = NameHit(start, end, written, level[0] if level else None)
            if not self._goes_on(folded, own):
                break
        return longest

    def _small_end(self, text: str, written: str, folded: str, own: Listing | None) -> bool:
        """Whether a name may end with a word in small letters: a regency's or province's whose beginning names none.

        "Polda Sulawesi utara", and not "di Lampung tengah malam"; any that the text has with its capitals too, one
        word said twice, "Koramil Wangi-wangi", and that of a unit with its side: "Camat Kuta selatan".
        """
        if _DOUBLED.fullmatch(folded) or (own is not None and key(written.split()[-1]) in self._sides):
            return True
        codes = self._places.named.get(folded, ())
        if codes and written.title() in text:
            return True
        whole = folded not in self._places.weak and key(written.rpartition(" ")[0]) not in self._places.named
        return whole and any(self._places.regions[code].type in LARGE_TYPES for code in codes)

    def _surely_name(self, folded: str) -> bool:
        """Whether small letters can only be a name: that of a region, of some length, and no word of the language."""
        known = folded in self._places.named and folded not in self._places.exact
        return known and len(folded) >= _SMALL and folded not in self._places.weak and folded not in self._ordinary

    def _known(self, written: str, folded: str, own: Listing | None, level: tuple[str, str] | None) -> bool:
        if own is not None and folded in own:
            return True
        codes = self._places.named.get(folded)
        if not codes:
            return False
        exact = self._places.exact.get(folded)
        if exact is not None and written not in exact:
            return False
        if level is not None:
            return any(self._places.regions[code].type == level[1] for code in codes)
        if own is not None:
            return True
        return folded not in self._places.weak and folded not in self._ordinary

    def _numbered(self, text: str, at: int, own: Listing) -> NameHit | None:
        number = _NUMBER.match(text, at)
        if number is None:
            return None
        slash = _SLASH.match(text, number.end())
        gap = slash or _BLANK.match(text, number.end())
        if gap is not None:
            hit = self._plain(text, gap.end(), gap.end(), own, None) or self._leveled(text, gap.end(), own)
            if hit is not None and (slash or number.group() in own.numbers or len(number.group()) > 1):
                stop = hit.end if number.group() in own.numbers else self._second_word(text, hit.end)
                return NameHit(at, stop, text[at:stop], None)
            end = self._unlisted(text, gap.end()) if slash is not None else None
            if end is not None:
                return NameHit(at, end, text[at:end], None)
        return NameHit(at, number.end(), number.group(), None)

    def _second_word(self, text: str, at: int) -> int:
        """Behind the word that goes on with the name of an unlisted unit behind a region's: "Brigif 77/Blora Sakti".

        Nothing with a capital follows it, as would follow in a headline or in the name of a person.
        """
        gap = _BLANK.match(text, at)
        word = _WORD.match(text, gap.end()) if gap is not None else None
        if word is None or not word.group().istitle() or key(word.group()) in self._openers:
            return at
        behind = _BLANK.match(text, word.end())
        return at if behind is not None and _named(text, behind.end()) else word.end()

    def _unlisted(self, text: str, at: int) -> int | None:
        """The end of a unit's name that no table has: its capitalised words, up to one that begins something else."""
        end = None
        for start, stop in _words(text, at, _UNLISTED):
            if not _named(text, start) or (end is not None and key(text[start:stop]) in self._openers):
                break
            end = stop
            if text[start:stop].isupper():
                break
        return end


def _without_one(levels: Iterable[str]) -> dict[str, str]:
    """The long words for levels by themselves and by what is left of them without one letter."""
    known: dict[str, str] = {}
    for word in levels:
        if len(word) >= _LONG_LEVEL and word.isalpha():
            known |= dict.fromkeys(deletes(word), word)
    return known


def _inside_word(text: str, at: int) -> bool:
    """Whether a position is inside a word, and not where only a blank is missing: "PolresKlungkung"."""
    if not 0 < at < len(text) or not (text[at - 1].isalnum() and text[at].isalnum()):
        return False
    return not (text[at - 1].islower() and (text[at].isupper() or text[at].isdigit()))


def _named(text: str, at: int) -> bool:
    """Whether a word that begins here is written as a name: a capital or a digit first."""
    first = text[at : at + 1]
    return first.isupper() or first.isdigit()


def _words(text: str, at: int, most: int, abbreviated: Container[str] = ()) -> Iterator[tuple[int, int]]:
    """The words from a position on that may belong to one name: no sentence end or other mark between them."""
    for count in range(most):
        word = _WORD.match(text, at)
        if word is None:
            return
        whole = _without_glued(word[0])
        yield word.start(), word.start() + len(whole)
        join = _JOIN.match(text, word.end())
        if join is None or count == most - 1 or join.end() == word.end() or len(whole) < len(word[0]):
            return
        written, between = word.group(), join.group()
        if between.startswith(".") and key(written) not in abbreviated and ("\n" in between or not _short(written)):
            return
        at = join.end()


def _without_glued(word: str) -> str:
    """A word without the abbreviation in capitals behind it that only lacks its blank: "BloraAKBP Ani"."""
    if not word[-1].isupper() or word.isupper():
        return word
    name = _GLUED.match(word)
    return name[0] if name is not None else word


def _short(word: str) -> bool:
    """Whether a full stop behind a word is that of an abbreviation ("Kep.", "P.") and not the end of a sentence."""
    return len(word) <= 4 and (len(word) == 1 or not word.isupper())
