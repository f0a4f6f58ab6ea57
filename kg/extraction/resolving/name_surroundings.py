"""A name among the items of its sentence → how likely a person bears it, from its words and what stands around it.

In comes the name at its place; out comes whether it is one for sure, or a score of what speaks for and against it.
"""

from __future__ import annotations

import re

from kg.extraction.chunks import Holder, Office, Person, Place, Token, is_joint, is_token, kind_of
from kg.extraction.resolving.candidate_pairs import is_placeholder, mates, of_candidates, on_ticket, paired
from kg.extraction.resolving.name_neighbours import (
    announced,
    ends_of_list,
    handed_over,
    is_somebody,
    item_ahead,
    item_behind,
    last_of_people,
    listed_beside,
    of_bracket,
    of_listed_body,
    replaced,
    resident,
    sent_by,
    spoken_of_as,
)  # fmt: skip
from kg.extraction.resolving.name_shapes import Shapes
from kg.extraction.resolving.namings import Naming
from kg.extraction.resolving.rosters import in_bracket, in_roster

_LONGEST_NAME = 50  # characters of a paper
_CREDIT = re.compile(r"/[A-Z]\w*(?: [A-Z]\w*){0,3}\Z")
_YEAR = re.compile(r" (?:19|20)\d\d\b")
_AGE = re.compile(r"\s*\(\s*\d{1,2}\s*([^\W\d_]*)\s*\)")
_SHORT = 4  # letters of words that a headline may write small
_SURE = 6.0  # score of a name about which nothing else is asked
_NEVER = -5.0
_BOTH = 2  # ends of a list
_FULL_NAME = 2.0  # likeness of a full name with a word that only names have
_BEHIND_AGE = 4  # items: behind a bracket with a number in it
_ELECTED = frozenset({"ElectionCommission", "ElectionSupervisor", "Legislature"})  # classes of bodies
_FEW = (2, 3)  # words of a full name
_LINE = 300  # characters of a line on either side of a name
_PROSE = 2  # words in small letters of a line that is no headline
_BLANKS = 4  # characters around a bracket
_ENDS = ("", "\n", ".", "”", '"')  # what may stand in front of a line's last bracket


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
        if self.shapes.village(person) or self._only_word(naming):
            return False
        short = any(title.endswith(".") or title.isupper() for title in person.honorifics)
        listed = "," in self.text[person.full_start : person.start] and self.shapes.ordinary(person)  # "PNS, Mahasiswa"
        if person.sure and not listed and (person.rank or person.degrees or short):
            return True
        if not (person.sure or naming.office):
            return False
        return not self.shapes.ordinary(person) or self._called_by_word(naming) or self._called_by_words(naming)

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

    def _called_by_words(self, naming: Naming) -> bool:
        """Whether two or three words of the language name who holds an elected body's office: "Ketua KPU Indah Mulia".

        They stand right behind the office, or behind another holder of it, in running text, and name no region and no
        field of the post; the text does not write all of them small.
        """
        person, holder = naming.person, naming.items[naming.index]
        office = holder.offices[-1] if isinstance(holder, Holder) and holder.offices else None
        body = office.institution if office is not None else None
        if office is None or body is None or body.open or self.vocabulary.class_of(body.type) not in _ELECTED:
            return False
        words = person.name.split()
        if len(words) not in _FEW or not all(word.istitle() for word in words) or self.shapes.region(person):
            return False
        folded = [word.casefold() for word in words]
        vocabulary = self.vocabulary
        if any(word in vocabulary.fields_of_posts or vocabulary.verb(word, active=True) for word in folded):
            return False
        if folded[0] in vocabulary.common and not vocabulary.is_name(folded[0]):
            return False
        return any(map(self.shapes.unseen, folded)) and self._told_at(naming, office) and self._in_prose(person)

    def _told_at(self, naming: Naming, office: Office) -> bool:
        """Whether a name stands right behind an office, or in the list of those who hold it."""
        if not self.text[
            max(office.end, office.institution.end if office.institution else 0) : naming.person.full_start
        ].strip():
            return True
        joint, mate = naming.near(-1), naming.near(-2)
        return joint is not None and is_joint(joint) and isinstance(mate, Holder) and office in mate.offices

    def _in_prose(self, person: Person) -> bool:
        """Whether the line of a name has words in small letters that no headline has so many of."""
        start, end = self.text.rfind("\n", 0, person.start) + 1, self.text.find("\n", person.end)
        line = self.text[
            max(start, person.start - _LINE) : min(end if end >= 0 else len(self.text), person.end + _LINE)
        ]
        small = (word.strip(",.") for word in line.split() if word.islower() and len(word) > _SHORT)
        return sum(word not in self.vocabulary.little_words for word in small) >= _PROSE

    def _in_running_text(self, naming: Naming) -> bool:
        """Whether the line of a name is no headline: it has words in small letters, too."""
        start = self.text.rfind("\n", 0, naming.person.start) + 1
        return any(word.islower() and len(word) > _SHORT for word in self.text[start : naming.person.start].split())

    def likelihood(self, naming: Naming) -> float:
        """How likely a run of capitalised words without a title is a person."""
        person = naming.person
        if on_ticket(naming, self.shapes):
            return _SURE
        if in_bracket(naming.items, naming.index) or self._credited(person):
            return _NEVER
        word = self.shapes.ordinary(person) and not (
            in_roster(naming.items, naming.index) and self.shapes.rare(person.name.casefold())
        )
        if word or self.shapes.abbreviation(person) or self.shapes.region(person) or self.shapes.of_region(person):
            return _NEVER
        if self.shapes.village(person) or self._only_word(naming):
            return _NEVER
        return self.shapes.likeness(person) + self._support(naming)

    def _only_word(self, naming: Naming) -> bool:
        """Whether one word, none of names, stands right before a year or a body: "Priode 2020", "Sertariat KPU X"."""
        person = naming.person
        if person.sure or " " in person.name or self.vocabulary.is_name(person.name.casefold()):
            return False
        behind = naming.near(1)
        body = isinstance(behind, Holder) and behind.person is None and behind.institution is not None
        near = body and behind is not None and self.text[person.end : behind.start] == " "
        return near or _YEAR.match(self.text, person.end) is not None

    def _credited(self, person: Person) -> bool:
        """Whether a name without a title is one of several that strokes part, as papers are: "(JIBI/Harian X/Y)".

        So is what a bracket says behind all of a text: "(Humas Resta X)".
        """
        start = person.full_start
        if not person.sure and self._signs(start, person.full_end):
            return True
        if person.sure or self.text[start - 1 : start] != "/":
            return False
        return self.text[person.full_end : person.full_end + 1] == "/" or bool(
            _CREDIT.search(self.text, max(0, start - _LONGEST_NAME), start - 1)
        )

    def _signs(self, start: int, end: int) -> bool:
        """Whether a bracket around a name stands between the end of a sentence and that of its line."""
        at = self.text.rfind("(", max(0, start - _LONGEST_NAME), start)
        close = self.text.find(")", end, end + _LONGEST_NAME)
        if at < 0 or close < 0 or ")" in self.text[at:start]:
            return False
        before = self.text[max(0, at - _BLANKS) : at].rstrip(" ")[-1:]
        behind = self.text[close + 1 : close + 1 + _BLANKS].lstrip(" .")[:1]
        return before in _ENDS and behind in ("", "\n")

    def _support(self, naming: Naming) -> float:
        """How much speaks for a name and against it in its neighbourhood."""
        before, after, nearest = item_ahead(naming), item_behind(naming), naming.near(-1)
        aged = self._aged(naming.person.end)
        comma = _BEHIND_AGE if aged and is_token(naming.near(3), ")") else 1
        apposition = (
            naming.near(comma + 1) if is_token(naming.near(comma), ",") else None
        )  # "Suwarno (40), warga Desa …"
        signs = (
            (2.0, any(kind_of(item) in ("speech", "delegation") for item in (before, after))),
            (2.0, any(kind_of(item) == "person-cues" for item in (before, apposition))),
            (2.5, spoken_of_as(naming)),
            (2.0, resident(naming) and all(map(self.vocabulary.is_name, naming.person.name.casefold().split()))),
            (1.5, any(is_somebody(item) for item in listed_beside(naming))),
            (4.0, in_roster(naming.items, naming.index)),
            (3.5, announced(naming, self.vocabulary.people) or paired(naming) or is_placeholder(nearest)),
            (3.5 if of_candidates(naming) else 1.5, any(not self.shapes.ordinary(mate) for _, mate in mates(naming))),
            (1.5, kind_of(after) == "aliases"),
            (3.5, replaced(naming, self.vocabulary.old_holders)),
            (2.0, sent_by(naming) or of_bracket(naming)),
            (2.0, self._within_list(naming)),
            (1.5, aged),
            (1.0, kind_of(after) in ("cues", "negation", "modality", "hosts")),
            (1.0, kind_of(before) in ("cues", "hosts")),
            (1.0, isinstance(nearest, Holder) and nearest.institution is not None),
            (1.0, of_listed_body(naming) and not self.shapes.ordinary(naming.person)),
            (2.0, last_of_people(naming) and not self.shapes.ordinary(naming.person)),
            (-2.0, isinstance(before, Place) or kind_of(before) in ("venue-words", "event")),
            (-2.0, isinstance(nearest, Token) and nearest.text in self.vocabulary.prepositions),
            (-3.0, not naming.person.sure and handed_over(naming, self.vocabulary)),
        )
        return sum(weight for weight, holds in signs if holds)

    def _within_list(self, naming: Naming) -> bool:
        """Whether a single word of names stands in a list between full names: "Ani Wijaya, Susanti, Budi Santoso"."""
        word = naming.person.name.casefold()
        if not self.vocabulary.is_name(word) or self.shapes.common(word):
            return False
        ends = list(ends_of_list(naming))
        return len(ends) == _BOTH and all(self.shapes.likeness(person) >= _FULL_NAME for person in ends)

    def _aged(self, at: int) -> bool:
        """Whether an age in brackets stands at an offset: "(40)", "(40 tahun)"."""
        age = _AGE.match(self.text, at)
        return age is not None and (not age[1] or age[1].casefold() in self.vocabulary.years)
