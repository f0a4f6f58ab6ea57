"""Names and posts as words that can be compared: what is the same written differently comes out equal.

The words of the language come from `ontology/comparison.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kg.errors import OntologyError
from kg.ontology_files import ontology_folder

_APOSTROPHES = re.compile(r"['’‘ʼʻ`´]")
_NO_WORD = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"\b([^\W\d]) (?=[^\W\d]\b)")
_ROMAN = re.compile(r"[ivx]+")
_BRACKETS = re.compile(r"\([^()]*\)")


class Name(NamedTuple):
    """A name taken apart. `rest` and `place` are written without blanks."""

    head: str  # the kind of body, its first word; empty for a person
    levels: tuple[str, ...]  # kabupaten, kota … where the name says so
    numbers: tuple[str, ...]  # of a military command
    rest: str
    place: str  # what follows the level


@dataclass(frozen=True)
class Wording:
    """The tables of `comparison.toml`, compiled."""

    long_forms: tuple[tuple[re.Pattern[str], str], ...]
    offices: tuple[tuple[re.Pattern[str], str], ...]
    levels: dict[str, str]
    twins: frozenset[str]
    numbered: frozenset[str]
    titles: frozenset[str]
    collective: tuple[str, ...]
    acting: frozenset[str]
    either: re.Pattern[str]
    roman: str
    split_police: str
    republic: str

    def fold_name(self, text: str) -> str:
        """Words in lower case without accents, punctuation and apostrophes; initials joined, long forms shortened."""
        text = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text))
        text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf")).casefold()
        text = _INITIALS.sub(r"\1", _NO_WORD.sub(" ", text).strip())
        for pattern, short in self.long_forms:
            text = pattern.sub(short, text)
        return text

    def person(self, text: str) -> Name | None:
        """A person's name without its titles; None where no letter or digit is in it."""
        words = self.fold_name(text).split()
        while len(words) > 1 and words[0] in self.titles:
            words = words[1:]
        return Name("", (), (), "".join(words), "") if words else None

    def institution(self, text: str) -> Name | None:
        """An institution's name taken apart; None where no letter or digit is in it."""
        words = self.fold_name(text).split()
        if not words:
            return None
        head = words[0]
        levels: list[str] = []
        numbers: list[str] = []
        rest: list[str] = []
        place: list[str] = []
        for i, word in enumerate(words[1:], 1):
            if word in self.levels and (word == self.republic or i + 1 < len(words)):
                levels.append(self.levels[word])  # at the end, as in "Polres Bogor Kota", it is part of the name
                place = []
            elif head in self.numbered and (word.isdigit() or (head == self.roman and _ROMAN.fullmatch(word))):
                numbers.append(word)
            else:
                rest.append(word)
                place.append(word)
        return Name(head, tuple(levels), tuple(numbers), "".join(rest), "".join(place) if levels else "")

    def name(self, text: str, cls: str) -> Name | None:
        """A name of an entity of a class, taken apart."""
        return self.person(text) if cls == "Person" else self.institution(text)

    def office(self, text: str) -> list[str]:
        """The words of a post with its abbreviations written out."""
        words = self.fold_name(_BRACKETS.sub(" ", text))
        for pattern, long in self.offices:
            words = pattern.sub(long, words)
        return self.fold_name(words).split()


@cache
def wording(path: Path | None = None) -> Wording:
    """The shipped tables. Raises OntologyError when the file can't be read or lacks a table."""
    path = path or ontology_folder() / "comparison.toml"
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        return Wording(
            long_forms=tuple((re.compile(rf"\b(?:{long})\b"), short) for long, short in data["long_forms"]),
            offices=tuple((re.compile(rf"\b(?:{written})"), meant) for written, meant in data["offices"]),
            levels=dict(data["levels"]),
            twins=frozenset(data["twins"]),
            numbered=frozenset(data["numbered"]),
            titles=frozenset(data["titles"]),
            collective=tuple(data["collective"]),
            acting=frozenset(data["acting"]),
            either=re.compile(data["either"], re.IGNORECASE),
            roman=data["roman"],
            split_police=data["split_police"],
            republic=data["republic"],
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, re.error) as error:
        raise OntologyError(
            f"can't be read: {error}", where=str(path), hint="restore the file of the release"
        ) from error
