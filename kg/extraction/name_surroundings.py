"""A name among the items of its sentence → how likely a person bears it, from its words and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.chunks import (
    Holder,
    Item,
    Person,
    Place,
    Token,
    is_joint,
    is_light,
    is_token,
    kind_of,
    text_of,
)
from kg.extraction.name_shapes import Shapes
from kg.extraction.rosters import in_bracket, in_roster
from kg.extraction.sought_offices import SOUGHT

_LONGEST_NAME = 50  # characters of a paper
_CREDIT = re.compile(r"/[A-Z]\w*(?: [A-Z]\w*){0,3}\Z")
_AGE = re.compile(r"\s*\(\s*\d{1,2}\s*([^\W\d_]*)\s*\)")
_REACH_BEFORE = 4  # items
_REACH_BEHIND = 3
_REACH_OF_HEAD = 3  # items in front of "yakni" among which the word for the persons stands
_REACH_OF_PEOPLE = 5  # among which a word stands that is for nothing but persons
_SHORT = 4  # letters of words that a headline may write small
_SURE = 6.0  # score of a name about which nothing else is asked
_NEVER = -5.0
_PEOPLE = ("person-cues", "candidacy")  # kinds of cue: words for persons of whom names follow


@dataclass(frozen=True, slots=True)
class Naming:
    """A name where it stands: its holder is the item of a sentence at an index."""

    person: Person
    items: Sequence[Item]
    index: int

    @property
    def sure(self) -> bool:
        """Whether a title in front of the name says that it is one."""
        return self.person.sure

    @property
    def office(self) -> bool:
        """Whether the name stands with an office, or behind that of whom it came for."""
        item = self.items[self.index]
        return _in_office(item) or (isinstance(item, Holder) and item.for_office is not None)

    def near(self, step: int) -> Item | None:
        """The item at a distance, in front of the name where that is negative."""
        at = self.index + step
        return self.items[at] if 0 <= at < len(self.items) else None


def namings(items: Sequence[Item]) -> Iterator[Naming]:
    """The names in a sentence."""
    for index, item in enumerate(items):
        if isinstance(item, Holder) and item.person is not None:
            yield Naming(item.person, items, index)


class Surroundings:
    """Judges the names of one document by where they stand."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.vocabulary = shapes.vocabulary
        self.text = shapes.text

    def certain(self, naming: Naming) -> bool:
        """Whether a name stands with a title or an office and looks like a name."""
        person = naming.person
        if self.shapes.abbreviation(person) or in_bracket(naming.items, naming.index) or self._credited(person):
            return False
        short = any(title.endswith(".") or title.isupper() for title in person.honorifics)
        listed = "," in self.text[person.full_start : person.start] and self.shapes.ordinary(person)  # "PNS, Mahasiswa"
        if person.sure and not listed and (person.rank or person.degrees or short):
            return True
        if not (person.sure or naming.office):
            return False
        return not self.shapes.ordinary(person) or self._called_by_word(naming)

    def _called_by_word(self, naming: Naming) -> bool:
        """Whether a word of the language is the name of who holds an office said with its body: "Ketua Senkom X Aries".

        It is no verb and none of the most common words, the text never writes it small, and nothing goes on behind it.
        """
        holder, word, behind = naming.items[naming.index], naming.person.name.casefold(), naming.near(1)
        body = holder.offices[-1].institution if isinstance(holder, Holder) and holder.offices else None
        if body is None or not naming.person.name.istitle() or " " in word:
            return False
        if self.vocabulary.ranked(body.type):
            return False  # whose holders have ranks: "anggota Batalyon 320 Badak"
        if not (behind is None or is_joint(behind) or is_token(behind, ".", ")")):
            return False
        vocabulary = self.vocabulary
        return self.shapes.rare(word) and not vocabulary.verb(word, active=True) and self._in_running_text(naming)

    def _in_running_text(self, naming: Naming) -> bool:
        """Whether the line of a name is no headline: it has words in small letters, too."""
        start = self.text.rfind("\n", 0, naming.person.start) + 1
        return any(word.islower() and len(word) > _SHORT for word in self.text[start : naming.person.start].split())

    def likelihood(self, naming: Naming) -> float:
        """How likely a run of capitalised words without a title is a person."""
        person = naming.person
        if self._on_ticket(naming):
            return _SURE
        if in_bracket(naming.items, naming.index) or self._credited(person):
            return _NEVER
        word = self.shapes.ordinary(person) and not (
            in_roster(naming.items, naming.index) and self.shapes.rare(person.name.casefold())
        )
        if word or self.shapes.abbreviation(person) or self.shapes.region(person):
            return _NEVER
        return self.shapes.likeness(person) + self._support(naming)

    def _credited(self, person: Person) -> bool:
        """Whether a name without a title is one of several that strokes part, as papers are: "(JIBI/Harian X/Y)"."""
        start = person.full_start
        if person.sure or self.text[start - 1 : start] != "/":
            return False
        return self.text[person.full_end : person.full_end + 1] == "/" or bool(
            _CREDIT.search(self.text, max(0, start - _LONGEST_NAME), start - 1)
        )

    def _support(self, naming: Naming) -> float:
        """How much speaks for a name and against it in its neighbourhood."""
        ahead, behind, nearest = _ahead(naming), _behind(naming), naming.near(-1)
        apposition = naming.near(2) if is_token(naming.near(1), ",") else None  # "Suwarno, warga Desa …"
        signs = (
            (2.0, any(kind_of(item) in ("speech", "delegation") for item in (ahead, behind))),
            (2.0, any(kind_of(item) == "person-cues" for item in (ahead, apposition))),
            (1.5, any(_is_somebody(item) for item in _listed_beside(naming))),
            (4.0, in_roster(naming.items, naming.index)),
            (3.5, self._announced(naming) or _paired(naming) or _is_sought(nearest)),
            (3.5 if _of_candidates(naming) else 1.5, any(not self.shapes.ordinary(mate) for _, mate in _mates(naming))),
            (1.5, kind_of(behind) == "aliases"),
            (2.0, _sent_by(naming) or _of_bracket(naming)),
            (1.5, self._aged(naming.person.end)),
            (1.0, kind_of(behind) in ("cues", "negation", "modality", "hosts")),
            (1.0, kind_of(ahead) in ("cues", "hosts")),
            (1.0, isinstance(nearest, Holder) and nearest.institution is not None),
            (1.0, _of_listed_body(naming) and not self.shapes.ordinary(naming.person)),
            (2.0, _last_of_people(naming) and not self.shapes.ordinary(naming.person)),
            (-2.0, isinstance(ahead, Place) or kind_of(ahead) in ("venue-words", "event")),
            (-2.0, isinstance(nearest, Token) and nearest.text in self.vocabulary.prepositions),
        )
        return sum(weight for weight, holds in signs if holds)

    def _announced(self, naming: Naming) -> bool:
        """Whether a name is a member of a list of persons that is announced: "tiga kandidat, yakni X, Y dan Z"."""
        items, at = naming.items, naming.index - 1
        while at >= 0 and (is_joint(items[at]) or _is_name(items[at])):
            at -= 1
        if at < 0 or kind_of(items[at]) != "introductions":
            return False
        before = items[max(0, at - _REACH_OF_PEOPLE) : at]
        if any(text_of(item) in self.vocabulary.people for item in before):
            return True
        return any(kind_of(item) in _PEOPLE or _in_office(item) for item in before[-_REACH_OF_HEAD:])

    def _aged(self, at: int) -> bool:
        """Whether an age in brackets stands at an offset: "(40)", "(40 tahun)"."""
        age = _AGE.match(self.text, at)
        return age is not None and (not age[1] or age[1].casefold() in self.vocabulary.years)

    def _on_ticket(self, naming: Naming) -> bool:
        """Whether a name is one of a pair right behind the word for who stands: "Paslon Nomor Urut 2 (Hipni-Melin)".

        One of the two may be an ordinary word.
        """
        items = naming.items
        for first, mate in _mates(naming):
            pair = (naming.person, mate)
            if first == 0 or any(map(self.shapes.abbreviation, pair)) or all(map(self.shapes.ordinary, pair)):
                continue
            ahead = items[first - 2 if is_token(items[first - 1], "(") and first > 1 else first - 1]
            if kind_of(ahead) in _PEOPLE or _stands(ahead) or _for_candidacy(items[first]):
                return not any(map(self.shapes.region, pair))
        return False


def _ahead(naming: Naming) -> Item | None:
    """What stands in front of a name, but for what says nothing; the region of candidates is passed over."""
    ahead = naming.items[max(0, naming.index - _REACH_BEFORE) : naming.index]
    before = [item for item in ahead if not is_light(item)]
    if len(before) > 1 and isinstance(before[-1], Place) and kind_of(before[-2]) in _PEOPLE:
        return before[-2]  # "calon wakil bupati Kudus Ani Wijaya"
    return before[-1] if before else None


def _behind(naming: Naming) -> Item | None:
    """What stands behind a name, but for what says nothing."""
    behind = naming.items[naming.index + 1 : naming.index + 1 + _REACH_BEHIND]
    return next((item for item in behind if not is_light(item)), None)


def _mates(naming: Naming) -> Iterator[tuple[int, Person]]:
    """The names in a pair with a name, "Soemarmo-Zuber Safawi", each with the index where the pair begins."""
    for step in (1, -1):
        mate = naming.near(2 * step)
        if isinstance(mate, Holder) and mate.person is not None and is_token(naming.near(step), "-", "–", "/"):
            yield min(naming.index, naming.index + 2 * step), mate.person


def _of_candidates(naming: Naming) -> bool:
    """Whether candidates are spoken of in front of a name: "pasangan nomor urut tiga Hamdani-Kusworo"."""
    return any(kind_of(item) in _PEOPLE or _for_candidacy(item) for item in naming.items[: naming.index])


def _stands(item: Item) -> bool:
    """Whether an item is somebody who stands for an office, without a name: "Paslon Nomor Urut 3"."""
    return isinstance(item, Holder) and item.person is None and _for_candidacy(item)


def _for_candidacy(item: Item) -> bool:
    return isinstance(item, Holder) and any(office.candidate for office in item.offices)


def _of_listed_body(naming: Naming) -> bool:
    """Whether a name stands between a body of a list and what ends that member: "Polres X, Kejari Y Saefullah, Z"."""
    body, ahead, behind = naming.near(-1), naming.near(-2), naming.near(1)
    if not isinstance(body, Holder) or body.institution is None or ahead is None or behind is None:
        return False
    listed = is_joint(ahead) or kind_of(ahead) == "cues"
    return listed and not body.venue and (is_joint(behind) or is_token(behind, "."))


def _last_of_people(naming: Naming) -> bool:
    """Whether "and" joins a name to a full one behind a word for persons: "kuasa hukumnya, Rina Melati dan Lusi"."""
    mate, behind = naming.near(-2), naming.near(1)
    if kind_of(naming.near(-1)) != "conjunctions" or not isinstance(mate, Holder) or mate.person is None:
        return False
    if " " not in mate.person.name or not (behind is None or is_joint(behind) or is_token(behind, ".")):
        return False
    ahead = naming.items[max(0, naming.index - 2 - _REACH_OF_HEAD) : naming.index - 2]
    return bool(mate.offices) or any(kind_of(item) in _PEOPLE or _in_office(item) for item in ahead)


def _paired(naming: Naming) -> bool:
    """Whether a name stands behind another one that a word for candidates is in front of: "paslon 1 X dan Y"."""
    items, at = naming.items, naming.index - 1
    if at < 2 or not is_joint(items[at]) or not _is_name(items[at - 1]):
        return False
    ahead = items[at - 2]
    return kind_of(ahead) in _PEOPLE or _stands(ahead) or _is_sought(ahead)


def _is_sought(item: Item | None) -> bool:
    """Whether an item stands for an office that the next ones stand for: "calon Bupati dan Wakil Bupati Ani dan X"."""
    return isinstance(item, Token) and item.text == SOUGHT


def _sent_by(naming: Naming) -> bool:
    """Whether a body that somebody comes from stands behind a name: "Hamdani dari KPU X"."""
    behind = naming.items[naming.index + 1 : naming.index + 1 + _REACH_BEHIND]
    behind = [item for item in behind if kind_of(item) != "fillers"]
    body = behind[1] if len(behind) > 1 and kind_of(behind[0]) == "affiliations" else None
    return isinstance(body, Holder) and body.institution is not None


def _of_bracket(naming: Naming) -> bool:
    """Whether a bracket behind a name says what body somebody is of: "Heri Sutanto (PPK)"."""
    body = naming.near(2)
    return is_token(naming.near(1), "(") and isinstance(body, Holder) and body.person is None


def _listed_beside(naming: Naming) -> Iterator[Item | None]:
    """The members of a list next to a name, on either side."""
    for step in (-1, 1):
        if (joint := naming.near(step)) is not None and is_joint(joint):
            yield naming.near(2 * step)


def _is_somebody(item: Item | None) -> bool:
    """Whether an item is a person whose title or office says so."""
    return isinstance(item, Holder) and item.person is not None and (item.person.sure or bool(item.offices))


def _is_name(item: Item) -> bool:
    """Whether an item is a name in a list, and no body or office."""
    return isinstance(item, Holder) and item.person is not None and not item.offices


def _in_office(item: Item) -> bool:
    return isinstance(item, Holder) and bool(item.offices)
