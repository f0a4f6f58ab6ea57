"""A word in lower case → what it is by its form: one of the language, a verb, or one that names of persons are made of.

A word is one of the language where it is listed, or is made of a listed root with the affixes of the ontology.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from string import ascii_lowercase

from kg.lexicon.letters import APOSTROPHES
from kg.ontology import Concept, Ontology

_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_LONG = 9  # letters of a word that one letter more or less does not make a name
_STEM = 4  # letters of the shortest stem
_REMEMBERED = 20_000  # words of which it is kept what they are


class WordForms:
    """What words are by their form, for the lists and affixes of one ontology."""

    def __init__(self, ontology: Ontology) -> None:
        self.common = ontology.words("common-words.txt")
        self.names = ontology.words("name-words.txt")
        self._roots = ontology.words("root-words.txt")
        self._name_endings = _endings(ontology.scheme("name-endings"))
        self._verb_endings = _endings(ontology.scheme("verb-endings"))
        self._verb_beginnings = tuple(form.rstrip("-") for form in _forms(ontology.scheme("verb-beginnings")))
        self._passive_beginnings = tuple(form.rstrip("-") for form in _forms(ontology.scheme("passive-beginnings")))
        self._prefixes, self._suffixes = _affixes(ontology.scheme("affixes"))
        shorter = {
            ending: [s for s in self._suffixes if s != ending and ending.endswith(s)] for ending in self._verb_endings
        }
        self._noun_endings = tuple(sorted({suffix for suffixes in shorter.values() for suffix in suffixes}))
        self._is_ordinary = lru_cache(maxsize=_REMEMBERED)(self._made_of_root)

    def ordinary(self, word: str) -> bool:
        """Whether a word, in lower case, is one of the language and not mainly of names: a root, or made of one."""
        if word in self.common:
            return True
        return word not in self.names and self._is_ordinary(word)

    def slip(self, word: str) -> bool:
        """Whether a long word, in lower case, lacks one letter of one of the language, or has one too many."""
        if len(word) < _LONG or self.is_name(word) or self.ordinary(word):
            return False
        places = range(len(word) + 1)
        fewer = (word[:at] + word[at + 1 :] for at in places)
        more = (word[:at] + letter + word[at:] for at in places for letter in ascii_lowercase)
        return any(meant in self._roots or meant in self.common for meant in (*fewer, *more))

    def _made_of_root(self, word: str) -> bool:
        return word in self._roots or any(stem in self._roots or stem in self.common for stem in self._stems(word))

    def _stems(self, word: str) -> Iterator[str]:
        """What is left of a word without a suffix, without a prefix, and without both."""
        for suffix in ("", *self._suffixes):
            rest = word.removesuffix(suffix)
            if len(rest) < _STEM or (suffix and rest == word):
                continue
            yield rest
            for prefix, restored in self._prefixes:
                if rest.startswith(prefix) and len(rest) - len(prefix) + len(restored) >= _STEM:
                    yield restored + rest[len(prefix) :]

    def verb(self, word: str, *, active: bool) -> bool:
        """Whether a word, in lower case, can only be a verb: "wujudkan", and where asked for "menyongsong".

        A noun that ends like one is none: "gerakan" is "gerak" with the shorter "-an".
        """
        if word in self.names or word in self._roots:
            return False
        ends = self._made_with(word, self._verb_endings) and not self._made_with(word, self._noun_endings)
        return ends or (active and self.active(word))

    def active(self, word: str) -> bool:
        """Whether a word, in lower case, is a verb whose prefix says that its subject acts: "menyongsong"."""
        stems = self._stems_of_verb(word)
        return word not in self.names and any(stem in self._roots or stem in self.common for stem in stems)

    def passive(self, word: str) -> bool:
        """Whether a word, in lower case, is a verb whose prefix says that something is done: "dilantik"."""
        heads = (head for head in self._passive_beginnings if word.startswith(head))
        return any(self._made_of_root(word.removeprefix(head)) for head in heads)

    def with_prefix_apart(self, words: str) -> str:
        """Some words with the prefix of passive verbs apart, as careless pages have it: "turut di hadiri oleh"."""
        return " ".join(map(self._apart, words.split()))

    def _apart(self, word: str) -> str:
        if word in self._roots:
            return word  # "dinas"
        head = next((head for head in self._passive_beginnings if word.startswith(head)), "")
        return f"{head} {word.removeprefix(head)}" if head and self.passive(word) else word

    def _made_with(self, word: str, endings: Iterable[str]) -> bool:
        """Whether one of some endings made a word of another one of the language."""
        return any(word.endswith(ending) and self._made_of_root(word.removesuffix(ending)) for ending in endings)

    def _stems_of_verb(self, word: str) -> Iterator[str]:
        """What is left of a word without a prefix of verbs: "songsong" and "tolong" of "menyongsong" and "menolong"."""
        for prefix, restored in self._prefixes:
            if prefix.startswith(self._verb_beginnings) and word.startswith(prefix):
                for suffix in ("", *self._suffixes):
                    stem = restored + word[len(prefix) :].removesuffix(suffix)
                    if len(stem) >= _STEM:
                        yield stem

    def is_name(self, word: str) -> bool:
        """Whether a word, in lower case, is known from names of persons, or ends like one ("Karsono").

        Names are written with and without their apostrophes: "Bu’ulolo" is "Buulolo".
        """
        if word in self.names:
            return True
        if not word.isalpha() and _APOSTROPHE.sub("", word) in self.names:
            return True
        return len(word) > _STEM + 1 and word.endswith(self._name_endings) and not self.ordinary(word)


def _affixes(concepts: Iterable[Concept]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Prefixes, each with the letter that it swallows ("mem-p"), and suffixes ("-kan")."""
    forms = sorted(label.text for concept in concepts for label in concept.forms())
    prefixes = tuple((form.partition("-")[0], form.partition("-")[2]) for form in forms if not form.startswith("-"))
    return prefixes, tuple(form[1:] for form in forms if form.startswith("-"))


def _endings(concepts: Iterable[Concept]) -> tuple[str, ...]:
    return tuple(form.lstrip("-") for form in _forms(concepts))


def _forms(concepts: Iterable[Concept]) -> list[str]:
    return sorted(label.text.casefold() for concept in concepts for label in concept.forms())
