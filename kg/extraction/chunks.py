"""The pieces a sentence is read as: institutions, offices, persons, cues, events, dates, places and plain tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_LIGHT = ("fillers", "plural")  # kinds of cue
_NUMERAL = re.compile(r"[IVXLCl]+|\d{1,3}")  # a small l is written for a capital I, too
TOKEN = re.compile(  # most are words of two letters and more
    r"[^\W_]{2,}(?:['’‘`´][^\W_]+)*|(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|[^\W_](?:['’‘`´][^\W_]+)*|[^\s]"
)


new = tuple.__new__  # makes a Token without the call that its names cost: most of a text are tokens


class Token(NamedTuple):
    """A word, a number or one sign of punctuation. A tuple, since a text has more of them than of all else."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def numeral(self) -> bool:
        """Whether it is a Roman numeral or a number of at most three digits."""
        return _NUMERAL.fullmatch(self.text) is not None


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a stretch of a text; words keep inner apostrophes and joined initials ("A.W.").

    Most who look ahead stop early, so they are read one by one.
    """
    return (new(Token, (m.start(), m.end(), m[0])) for m in TOKEN.finditer(text, start, end))


def token_in(text: str, start: int, end: int) -> Token | None:
    """The first token of a stretch of a text, or None where there is none."""
    match = TOKEN.search(text, start, end)
    return new(Token, (*match.span(), match[0])) if match is not None else None


@dataclass(slots=True)
class Institution:
    """A body named in the text. `name` is what follows its kind ("Klungkung"), empty for a bare mention."""

    start: int
    end: int
    type: str  # concept of the ontology
    name: str = ""
    level: str | None = None
    venue: bool = False  # only says where: "di Aula Kantor KPU"
    open: bool = False  # the name is not in the gazetteer
    fixed: bool = False  # its kind has one member, which needs no name
    whole: bool = False  # the name is complete; no template is put around it
    written: str = ""  # the whole name as the text has it, for kinds that go by that
    kind: str = ""  # the words for its kind, of an agency that each region has: "Dinas Pangan dan Perikanan"
    many: bool = False  # stands for all of its kind: "KPU Kabupaten/Kota"
    elsewhere: bool = False  # only where somebody was in office before, or goes to: no bare mention means it
    borrowed: bool = False  # the name stands at a neighbour: "KPU dan Bawaslu Kabupaten X"
    entity: str | None = None  # filled when mentions are resolved


@dataclass(slots=True)
class Office:
    """An office: post, institution and acting status as separate slots."""

    start: int
    end: int
    role: str  # concept of the ontology
    words: str  # the post as it is written, without the institution
    institution: Institution | None = None  # None: to be found in the context
    party: Institution | None = None  # of a member of a legislature
    implied: tuple[str, ...] = ()  # types of body that the post belongs to
    fits: tuple[str, ...] = ()  # classes of body that have such a post besides
    acting: str | None = None
    former: bool = False
    generic: bool = False
    rank: str = "member"  # head, deputy, member, staff
    plural: bool = False  # several hold the post at once
    candidate: bool = False  # only stood for: "calon bupati"
    elected: bool = False  # people stand for it in elections
    own: bool = False  # a suffix says that it is at the body before: "anggotanya"
    fused: bool = False  # one word names the post and the region: "Gubsu"
    heads: str = ""  # the kind of body for which its word stands: "Dinas" for "Kadis"
    deputy_to: str | None = None  # concept of the post that it is the deputy of, where that has no word of its own
    adherent: bool = False  # says of which body somebody is, and no post there: "kader Golkar"
    unlisted: bool = False  # of a body that no list has: "Ketua TAPX"
    passed: bool = False  # told to have gone over from one to another
    guessed: bool = False  # a short word taken for the post but for a letter: "Katua KPU"
    to_come: bool = False  # its holder is only to go there: its body has no part in what is told
    served: Office | None = None  # of whom its holder only serves: "Bupati X" in "ajudan Bupati X"
    entity: str | None = None  # the body's, filled when mentions are resolved


@dataclass(slots=True)
class Person:
    """A person's name with what surrounds it; `start` and `end` are those of the name alone."""

    start: int
    end: int
    name: str
    full_start: int
    full_end: int
    rank: str | None = None
    honorifics: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    sure: bool = True  # False: a capitalised name without any title
    entity: str | None = None


@dataclass(slots=True)
class Cue:
    """A word that says something about its neighbours: role, delegation, break, negation, speech, event …"""

    start: int
    end: int
    kind: str  # scheme of the ontology
    concept: str
    form: str


@dataclass(slots=True)
class Place:
    """A region or a place that is only named as such."""

    start: int
    end: int
    code: str | None = None


@dataclass(slots=True)
class Holder:
    """Somebody who may take part: a person with offices, an unnamed office-holder, or an institution."""

    start: int
    end: int
    person: Person | None = None
    offices: list[Office] = field(default_factory=list)
    institution: Institution | None = None
    for_office: Holder | None = None  # whom this holder stands in for
    absent: bool = False  # somebody else stands in for this holder
    venue: bool = False
    career: bool = False  # told to come into an office, or to have left it
    in_person: bool = False  # before a court, say: the bodies of the offices have no part


Chunk = Institution | Office | Person | Cue | Place | Token
Item = Holder | Chunk


def is_joint(item: Item) -> bool:
    """A comma or a conjunction between the members of a list."""
    if isinstance(item, Cue):
        return item.kind == "conjunctions"
    return isinstance(item, Token) and item.text in ",/&;"


def is_token(item: Item | None, *texts: str) -> bool:
    """Whether an item is one of some words or signs."""
    return isinstance(item, Token) and item.text in texts


def kind_of(item: Item | None) -> str:
    """The scheme of a cue; nothing for all else."""
    return item.kind if isinstance(item, Cue) else ""


def is_light(item: Item) -> bool:
    """Whether an item says nothing about its neighbours: a comma, a quote, a number, a word such as "para"."""
    return (isinstance(item, Token) and not item.word) or kind_of(item) in _LIGHT


def text_of(item: Item) -> str:
    """The word or the cue that an item is, in lower case; empty for every other.

    A word with the capital of its sentence may have been read as a name that turned out to be nobody's.
    """
    if isinstance(item, Token):
        return item.text.casefold()
    if isinstance(item, Cue):
        return item.form.casefold()
    person = item.person if isinstance(item, Holder) and not item.offices else None
    return person.name.casefold() if person is not None and person.entity is None else ""


def as_item(chunk: Chunk) -> Item:
    """A chunk that is no part of another: a holder, where it is a person or a body."""
    if isinstance(chunk, Person):
        return Holder(chunk.full_start, chunk.full_end, chunk)
    if isinstance(chunk, Institution):
        return Holder(chunk.start, chunk.end, institution=chunk, venue=chunk.venue)
    return chunk
