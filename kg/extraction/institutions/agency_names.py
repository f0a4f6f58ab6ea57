"""What an agency of a government is called: its fields as the article lists them, and the name that they make.

In come a kind of agency and the words behind it ("Dinas Pangan", "dan Perikanan"); out come where its fields end and
the name of the agency of a region as the text has it ("Dinas Pangan dan Perikanan Kabupaten X").
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extraction.chunks import Token, token_in, tokens_of
from kg.extraction.passages.passage import Passage
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.units import Unit
from kg.ontology import Concept

_REACH = 160  # characters
_REMEMBERED = 5_000  # words of which it is kept what they call
_OWN = 1  # what the name of a unit by its kind tells
_JOINT = 3  # letters of a word that joins others
_REPEATED = re.compile(r"([a-z])([2-5])")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


class AgencyFields:
    """Reads the fields of agencies in one passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text

    def behind(self, at: int, end: int) -> int:
        """Behind the further fields of an agency, of which a conjunction joins the last; the offset where none stand.

        "Dinas Pangan dan Perikanan", "Dinas Koperasi, Usaha Mikro, Perindustrian dan Perdagangan".
        """
        if self.passage.headline:
            return at
        sure = stop = self._words(at, end)
        while (joint := self._joint(stop, end)) is not None:
            begin, last = joint
            stop = self._words(begin, end)
            if stop == begin:
                break
            sure = stop if last else sure
        return sure

    def _joint(self, at: int, end: int) -> tuple[int, bool] | None:
        """Behind what joins two fields, and whether it joins the last: a comma, a conjunction, or both."""
        token = token_in(self.text, at, end)
        behind, last = at, False
        if token is not None and token.text == ",":
            behind, token = token.end, token_in(self.text, token.end, end)
        if token is not None and token.text != "." and token.text in self.vocabulary.joints_of_names:
            behind, last = token.end, True
        return (self.passage.blank(behind), last) if behind > at else None

    def _words(self, at: int, end: int) -> int:
        """Behind the words of a field without anything between them."""
        for token in tokens_of(self.text, at, min(end, at + _REACH)):
            if not self._field(token):
                break
            at = token.end
        return at

    def _field(self, token: Token) -> bool:
        known = token.capital and token.text.casefold() in self.vocabulary.fields_of_agencies
        return known and token.start not in self.passage.heads


class AgencyNames:
    """Names the agencies of regions as articles call them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._called = lru_cache(maxsize=_REMEMBERED)(self._find_called)

    def of(self, unit: Unit, kind: str) -> tuple[int, str] | None:
        """The name of a unit under the words that a text has for its kind, and how much these tell; None for nothing.

        Words in full tell most; an abbreviation tells something only where it is not one of the unit's own kind.
        """
        head = self._head(unit.type)
        called = self._called(unit.type, kind) if head and unit.name.startswith(head) else None
        return (called[0], f"{called[1]}{unit.name[len(head) :]}") if called is not None else None

    def _head(self, type_: str) -> str:
        """The words with which the names of agencies of a kind begin."""
        return (self.vocabulary.concept(type_).value("nameTemplate") or "").partition("{")[0].strip()

    def _find_called(self, type_: str, kind: str) -> tuple[int, str] | None:
        """What stands in place of the head of a kind's names under the words that a text has, and how much it tells."""
        head, words = self._head(type_), " ".join(_BRACKETS.sub("", kind).split())
        forms = [form.text for form in self.vocabulary.concept(type_).forms() if self._in_full(form.text)]
        if not (words and forms):
            return None
        full = self._in_full(words)
        if words.casefold() == head.casefold() or (full and not self._in_full(head) and _shortens(head, words)):
            return _OWN, head
        if full:
            return len(words), self._written(words)
        kinds = [head] if self._in_full(head) else [form for form in forms if _shortens(head, form)]
        own = any(_shortens(short, form) for short in (words, self._bare(words)) for form in kinds)
        return (_OWN, head) if own else (0, f"{words[0].upper()}{words[1:]}")

    def _bare(self, words: str) -> str:
        """Words without the one for an agency in front of an abbreviation: "Dinas Kominfo"."""
        first, _, rest = words.partition(" ")
        return rest if first.casefold() in self.vocabulary.words_of_agencies else words

    def _in_full(self, words: str) -> bool:
        """Whether words name an agency without an abbreviation."""
        first, *rest = words.replace(",", " ").split()
        whole = bool(rest) and first.casefold() in self.vocabulary.words_of_agencies
        return whole and all(not (word.isupper() and len(word) > 1) and self._plain(word.casefold()) for word in rest)

    def _plain(self, word: str) -> bool:
        """Whether a word of a name is one of the language."""
        joint = word in self.vocabulary.joints_of_names
        return joint or word in self.vocabulary.words_for_agencies or self.vocabulary.ordinary(word)

    def _written(self, words: str) -> str:
        """Words with the capitals of a name."""
        if not words.islower():
            return words
        return " ".join(
            word if word in self.vocabulary.joints_of_names else word.capitalize() for word in words.split()
        )


def agency(concept: Concept) -> bool:
    """Whether a kind of body is an agency of which each region has one."""
    return concept.value("entityClass") == "RegionalAgency" and concept.value("namedBy") == "region"


def _shortens(short: str, words: str) -> bool:
    """Whether letters are those of some words, in their order: "Disdik", "Kesbang", "DLH", "DP3A".

    What is written in capitals ends with letters from the beginning of the last word on.
    """
    *front, last = [word for word in words.casefold().replace(",", " ").split() if len(word) > _JOINT]
    letters = _REPEATED.sub(lambda match: match[1] * int(match[2]), "".join(filter(str.isalnum, short.casefold())))
    if not short[-1:].isupper():
        return _within(letters, "".join([*front, last]))
    first = {words[:1].casefold(), words.partition(" ")[2][:1].casefold()}  # "DLH" and "PMD" of "Dinas …"
    return letters[:1] in first and any(
        letters[at] == last[0] and _within(letters[:at], "".join(front)) and _within(letters[at:], last)
        for at in range(1, len(letters))
    )


def _within(letters: str, word: str) -> bool:
    """Whether some letters stand in a word in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)
