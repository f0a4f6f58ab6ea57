"""The words of a name → what they look like: words of the language, an abbreviation, a region, or a person's name.

In come names as they stand in one document, which also shows what words it has in lower case.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from kg.extraction.chunks import Person
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.kinds import LARGE_TYPES

_INITIALS = 2  # letters
_SHORT = 3  # letters of an abbreviation that stands behind a rank
_REMEMBERED = 10_000  # names of which the words are kept
_LONGEST_VILLAGE = 6  # words
_SIGNS = ".,;:!?)/-–”\"'"  # behind a name
_NUMERAL = re.compile(r"[ivx]{2,}")
_FIRST = "i"  # a numeral behind a word, and in front of one a part of names
_WHOLE = range(2, 5)  # words of most full names
_LOWER = re.compile(r"\b[^\W\d_A-Z](?<![.!?“\"]\s.)[^\W\d_]*\b")
_ROW, _LONGEST = 2, 5  # abbreviations in a row that are no name, and their letters
_SHORTENED = re.compile(r"((?:[A-Z][a-z]+[ -]+){2,8})\(\s*([A-Z][a-z]{3,14})\s*\)")
_BRACKET = re.compile(r"\(\s*[A-Z][a-z]{3,14}\s*\)")  # the rarest part of it
_ABBREVIATION = re.compile(r"\(([A-Z]{2,5})\)")
_UNSPOKEN = re.compile(r"[^\W\d_aeiouyéèê]{3,}\b(?!\.)")
_APOSTROPHE = re.compile("['’‘`´]")
_PARTS = re.compile(r"[^\W\d_]+(?:['’‘`´][^\W\d_]+)*")


@lru_cache(maxsize=_REMEMBERED)
def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name, without the signs between them."""
    return tuple(_PARTS.findall(name))


def within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is part of a fuller one, in order; initials stand for the words that they begin."""
    at = 0
    for part in full:
        if at < len(short) and (
            part == short[at] or (len(short[at]) == 1 and part.startswith(short[at]) and len(short) > 1)
        ):
            at += 1
    return at == len(short)


class Shapes:
    """Judges the names of one document by their words alone."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.vocabulary = vocabulary
        self.text = text

    @cached_property
    def _lower(self) -> set[str]:
        """The words that open no sentence and are in lower case."""
        return set(map(str.casefold, _LOWER.findall(self.text)))

    @cached_property
    def _short_forms(self) -> set[str]:
        """The words, none of names, that brackets give as short for words of the language: "Pos Air Sehat (Posais)"."""
        found = set()
        for match in _SHORTENED.finditer(self.text) if _BRACKET.search(self.text) else ():
            full, short = match[1].casefold(), match[2].casefold()
            letters = iter(full)
            made = full[0] == short[0] and all(letter in letters for letter in short)
            if made and not self.vocabulary.is_name(short) and all(map(self.vocabulary.ordinary, parts_of(full))):
                found.add(match[2])
        return found

    @cached_property
    def _abbreviations(self) -> frozenset[str]:
        """The words in capitals that the text has alone in brackets, behind what they are short for."""
        return frozenset(_ABBREVIATION.findall(self.text))

    def sounds(self, name: str) -> tuple[str, ...]:
        """The words of a name as they sound: "Moch. Kholid" and "Muhammad Kholid" are one in an article."""
        return tuple(map(self.vocabulary.sound, parts_of(name)))

    def common(self, word: str) -> bool:
        """Whether a word is one of the language, stands elsewhere in the text in lower case, or is a numeral."""
        plain = _APOSTROPHE.sub("", word)  # "Qur'an"
        known = self.vocabulary.ordinary(word) or (plain != word and self.vocabulary.ordinary(plain))
        return known or word in self._lower or _NUMERAL.fullmatch(word) is not None

    def rare(self, word: str) -> bool:
        """Whether a word of the language is none of the most common ones and never written small in the text."""
        return len(word) > _SHORT and word not in self.vocabulary.common and word not in self._lower

    def unseen(self, word: str) -> bool:
        """Whether the text never writes a word small."""
        return word not in self._lower

    def ordinary(self, person: Person) -> bool:
        """Whether every word of a name is a common one."""
        parts = [part.casefold() for part in parts_of(person.name)]
        return all(self.common(part) or (place > 0 and part == _FIRST) for place, part in enumerate(parts))

    def somebody(self, person: Person) -> bool:
        """Whether what was read as a name is only a word for somebody: "Perwira"."""
        return not person.sure and (person.name.casefold() in self.vocabulary.common or self.ordinary(person))

    def abbreviation(self, person: Person) -> bool:
        """Whether a name is one word in capitals, such as "TNI", and nothing says that it is a name: "AKBP BUDI".

        So are two letters without a title, "Ar", and a longer name without one whose first word can't be spoken and of
        which none is one of names: "Fkdm Tunjungan", and not "Mhd Yasir"; or a word that a bracket explains.
        """
        name = person.name
        if not person.sure and not name.isupper() and name.rpartition(" ")[2] in self._abbreviations:
            return True  # "Sprin OMB"
        if self._only_capitals(person) or (not person.sure and name in self._short_forms):
            return True
        if len(name) <= _INITIALS and not (self._ranked(person) or person.honorifics or person.degrees):
            return True  # "ASN Pe"
        if not (person.rank or person.honorifics or person.degrees) and _UNSPOKEN.match(name.casefold()):
            return not any(self.vocabulary.is_name(part.casefold()) for part in parts_of(name))
        if not name.isupper() or len(parts_of(name)) > 1 or len(name) == 1:
            return len(name) == 1 and not person.sure
        titled = bool(person.rank or person.degrees) and len(name) > _SHORT
        return not (titled or self.vocabulary.is_name(name.casefold()))

    def _ranked(self, person: Person) -> bool:
        """Whether a person has a rank that is more than the status of many."""
        rank = self.vocabulary.rank_of(person.rank) if person.rank is not None else None
        return person.rank is not None and not (rank is not None and rank.flag("givesStatus"))

    def _only_capitals(self, person: Person) -> bool:
        """Whether a name is some short words in capitals, none of which is one of names: "PPAS APBD"."""
        if person.sure or not person.name.isupper():
            return False
        words = parts_of(person.name)
        if len(words) < _ROW or not all(word.isupper() and 1 < len(word) <= _LONGEST for word in words):
            return False
        return not any(self.vocabulary.is_name(word.casefold()) for word in words)

    def region(self, person: Person) -> bool:
        """Whether a name is, as a whole, that of a regency or a province."""
        regions = self.vocabulary.gazetteer.regions_named(person.name, types=LARGE_TYPES)
        return bool(regions) and not self.vocabulary.is_name(person.name.casefold())

    def of_region(self, person: Person) -> bool:
        """Whether a name is a word of the language and that of a region behind it: "Masyarakat Cepu"."""
        first, _, rest = person.name.partition(" ")
        words = (first.casefold(), rest.casefold())
        if not rest or not self.vocabulary.ordinary(words[0]) or any(map(self.vocabulary.is_name, words)):
            return False
        return bool(self.vocabulary.gazetteer.regions_named(rest))

    def village(self, person: Person) -> bool:
        """Whether a name without a title is that of a region which the text names with its level elsewhere.

        It is that of a listed village, or a single word that is none of names: "Ketua PN Baruu di Kabupaten Baruu".
        """
        if person.sure:
            return False
        name = person.name.casefold()
        listed = name in self.vocabulary.villages or not (" " in name or self.vocabulary.is_name(name))
        return listed and person.name in self._behind_level

    @cached_property
    def _behind_level(self) -> set[str]:
        """What stands behind a level of a region, as one word or some: "Desa Mekar Jaya" gives two."""
        levels = self.vocabulary.levels | self.vocabulary.village_words
        words = self.text.split()
        at = (place for place, word in enumerate(self.text.casefold().split(), 1) if word in levels)
        named = (" ".join(words[start : start + count]) for start in at for count in range(1, _LONGEST_VILLAGE + 1))
        return {name.rstrip(_SIGNS) for name in named}

    def likeness(self, person: Person) -> float:
        """How much a name looks like a person's."""
        words = parts_of(person.name)
        folded = [word.casefold() for word in words]
        score = 1.0 if len(words) in _WHOLE else 0.0
        opened = bool(folded) and folded[0] in self.vocabulary.particles  # "Cokorda Gedearthana"
        for word in filter(self.common, folded[1:] if opened else folded):
            score -= 1.5 if word in self.vocabulary.common or word in self._lower else 1.0
        named = opened or any(self.vocabulary.is_name(word) and not self.common(word) for word in folded)
        score += 1.0 if named else -0.5
        score -= any(char.isdigit() for char in person.name)
        score -= any(len(word) > _SHORT and word.isupper() for word in words) and not person.name.isupper()
        return score


def blends(word: str, parts: tuple[str, ...]) -> bool:
    """Whether a word is a first name and the beginning of the second: two letters at least, and not all of it."""
    if len(parts) < 2 or not word.startswith(parts[0]):
        return False
    rest = word[len(parts[0]) :]
    return len(rest) > 1 and len(parts[1]) > len(rest) and parts[1].startswith(rest)


def begins(part: str, word: str) -> bool:
    """Whether a word is the beginning of a longer one, by two letters at least."""
    return part.startswith(word) and len(part) >= len(word) + 2
