"""Names of persons in a document → persons: which names are one, and which capitalised runs are persons at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from kg.extraction.chunks import Cue, Holder, Item, Person, Place, Token, is_joint, is_token
from kg.extraction.second_names import alias_of, called_back
from kg.extraction.vocabulary import Vocabulary

_AGE = re.compile(r"\s*\(\s*\d{1,2}\s*([^\W\d_]*)\s*\)")
_REACH_OF_HEAD = 3  # items in front of "yakni" among which the word for the persons stands
_SURE = 6.0  # score of a name about which nothing else is asked
_PAIR = 3  # items of two names and the dash between them
_CLIPPED = 4  # letters of the shortest form of a name that is cut off
_SHORT = 3  # letters of an abbreviation that stands behind a rank
_MANY = 100  # persons of one article who share a word of their names
_REMEMBERED = 10_000  # names of which the words are kept
_REGIONS = ("province", "kabupaten", "kota")
_NUMERAL = re.compile(r"[ivx]{2,}")
_FIRST = "i"  # a numeral behind a word, and in front of one a part of names
_LOWER = re.compile(r"(?<![.!?“\"]\s)\b[^\W\d_A-Z][^\W\d_]*\b")
_PARTS = re.compile(r"[^\W\d_]+(?:['’‘`´][^\W\d_]+)*")


@dataclass(slots=True)
class Human:
    """A person of the article: the fullest name, what goes with it, and every place where a name of theirs stands."""

    key: str
    name: str
    parts: tuple[str, ...]
    mentions: list[tuple[int, int]] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    ranks: list[str] = field(default_factory=list)
    honorifics: list[str] = field(default_factory=list)
    degrees: list[str] = field(default_factory=list)


class People:
    """The persons of one document."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self.humans: dict[str, Human] = {}
        self._with_word: dict[str, list[Human]] = {}
        self._called: dict[str, str] = {}  # a second name → whose it is

    @cached_property
    def _lower(self) -> set[str]:
        """The words that open no sentence and are in lower case."""
        return set(map(str.casefold, _LOWER.findall(self.text)))

    def admit(self, sentences: Sequence[Sequence[Item]], headlines: Sequence[Sequence[Item]] = ()) -> None:
        """Decide over every name of a document, sure ones first, and tie each to its person.

        A headline capitalises everything: a name there is one that the body names, or one with a title.
        """
        named = [(person, items, index) for items in sentences for index, person in _named(items)]
        aliases = [(person, other) for person, items, index in named if (other := alias_of(items, index)) is not None]
        if any(index and _is(items[index - 1], "aliases") for _, items, index in named):
            aliases += list(called_back(sentences, self._word_for_somebody))
        second = {id(person) for person, _ in aliases}
        named = [(person, items, index) for person, items, index in named if id(person) not in second]
        sure = [person for person, items, index in named if self._certain(person, items, index)]
        for person in sorted(sure, key=lambda p: (-len(_parts(p.name)), p.start)):
            self._tie(person)
        self._second_names(aliases)
        rest = [(p, items, index) for p, items, index in named if p.entity is None]
        names = Counter(person.name for person, _, _ in rest)
        scored = [(p, self._score(p, items, index) + self._recurs(p, names)) for p, items, index in rest]
        for person, score in sorted(scored, key=lambda s: (-len(_parts(s[0].name)), s[0].start)):
            if self._short_form(person) is not None or score >= (2 if len(_parts(person.name)) > 1 else 3):
                self._tie(person)
        for person, _, _ in rest:
            if person.entity is None and self._short_form(person) is not None:
                self._tie(person)
        self._second_names(aliases)
        for items in headlines:
            for _, person in _named(items):
                self._admit_headline(person)

    def recognise(self, person: Person) -> bool:
        """Tie a name to the person known by a fuller one or by a rank; false where there is none."""
        key = self._short_form(person)
        if key is None or not (self.humans[key].ranks or len(self.humans[key].parts) > 1):
            return False
        self._tie(person)
        return True

    def _word_for_somebody(self, person: Person) -> bool:
        """Whether what was read as a name is a listed word: "Perwira"."""
        return not person.sure and (person.name.casefold() in self.vocabulary.common or self._ordinary(person))

    def _second_names(self, aliases: Iterable[tuple[Person, Person]]) -> None:
        """Keep second names, "X alias Y", as those of the first persons who are known so far."""
        for person, other in aliases:
            if person.entity is None and other.entity is not None:
                person.entity = other.entity
                self._called.setdefault(person.name.casefold(), other.entity)
                self.humans[other.entity].aliases.add(person.name)
                self.humans[other.entity].mentions.append((person.start, person.end))

    def _certain(self, person: Person, items: Sequence[Item], index: int) -> bool:
        """Whether a name stands with a title or an office and looks like a name."""
        if self._abbreviation(person):
            return False
        if person.sure:
            short = any(title.endswith(".") or title.isupper() for title in person.honorifics)
            return bool(person.rank or person.degrees or short) or not self._ordinary(person)
        return self._officer(items, index)

    def _admit_headline(self, person: Person) -> None:
        """Cut a run of a headline down to the person of the body that it begins with."""
        words = list(re.finditer(r"\S+", person.name))
        for count in range(len(words), 0, -1):
            person.name = person.name[: words[count - 1].end()]
            person.end = person.start + len(person.name)
            if self._short_form(person) is not None and self.text[person.start : person.end] == person.name:
                self._tie(person)
                return
        if person.rank:
            person.name = person.name or words[0].group()

    def _recurs(self, person: Person, names: Counter[str]) -> float:
        """More for a name that comes again, whole or by one of its words."""
        score = 1.0 if names[person.name] > 1 else 0.0
        parts = _parts(person.name)
        if len(parts) > 1 and any(names[part] for part in parts if len(part) > 2):
            score += 1.5
        return score

    def _officer(self, items: Sequence[Item], index: int) -> bool:
        """Whether a name stands with an office and looks like one: no ordinary word of the language."""
        holder = items[index]
        return isinstance(holder, Holder) and bool(holder.offices) and not self._ordinary(holder.person)

    def _ordinary(self, person: Person | None) -> bool:
        """Whether every word of a name is a common word, or stands elsewhere in the text in lower case."""
        if person is None:
            return True
        parts = [part.casefold() for part in _parts(person.name)]
        return all(self._common(part) or (place > 0 and part == _FIRST) for place, part in enumerate(parts))

    def _common(self, word: str) -> bool:
        return self.vocabulary.ordinary(word) or word in self._lower or _NUMERAL.fullmatch(word) is not None

    def _aged(self, at: int) -> bool:
        """Whether an age in brackets stands at an offset: "(40)", "(40 tahun)"."""
        age = _AGE.match(self.text, at)
        return age is not None and (not age[1] or age[1].casefold() in self.vocabulary.years)

    def _abbreviation(self, person: Person) -> bool:
        """Whether a name is one word in capitals, such as "TNI", and nothing says that it is a name: "AKBP BUDI"."""
        name = person.name
        if not name.isupper() or len(_parts(name)) > 1 or len(name) == 1:
            return False
        titled = bool(person.rank or person.degrees) and len(name) > _SHORT
        return not (titled or self.vocabulary.is_name(name.casefold()))

    def _region(self, name: str) -> bool:
        """Whether a name is, as a whole, that of a regency or a province."""
        return bool(self.vocabulary.gazetteer.regions_named(name, types=_REGIONS)) and not self.vocabulary.is_name(
            name.casefold()
        )

    def _score(self, person: Person, items: Sequence[Item], index: int) -> float:
        """How likely a run of capitalised words without a title is a person, from its shape and its neighbours."""
        words = _parts(person.name)
        folded = [word.casefold() for word in words]
        if self._on_ticket(items, index):
            return _SURE
        if self._ordinary(person) or self._abbreviation(person) or self._region(person.name):
            return -5
        score = 1.0 if len(words) in (2, 3, 4) else 0.0
        score -= sum(
            1.5 if word in self.vocabulary.common or word in self._lower else 1.0
            for word in folded
            if self._common(word)
        )
        score += 1.0 if any(self.vocabulary.is_name(word) and not self._common(word) for word in folded) else -0.5
        before = [item for item in items[max(0, index - 4) : index] if not _light(item)]
        if len(before) > 1 and isinstance(before[-1], Place) and _is(before[-2], "person-cues", "candidacy"):
            before.pop()  # "calon wakil bupati Kudus Ani Wijaya"
        behind = [item for item in items[index + 1 : index + 4] if not _light(item)]
        near = items[index - 1] if index else None
        score += 2 * any(_is(item, "speech", "delegation") for item in before[-1:] + behind[:1])
        score += 2 * any(_is(item, "person-cues") for item in before[-1:] + self._apposition(items, index))
        score += 1.5 * any(
            isinstance(item, Holder) and item.person and (item.person.sure or item.offices)
            for item in _beside(items, index)
        )
        score += 3.5 * _announced(items, index)
        score += (3.5 if _candidates(items, index) else 1.5) * self._paired(items, index)
        score += 1.5 * any(_is(item, "aliases") for item in behind[:1])
        score += 2 * (_sent_by(items, index) or _of_bracket(items, index))
        score += 1.5 * self._aged(person.end)
        score += 1 * any(_is(item, "cues", "negation", "modality", "hosts") for item in behind[:1])
        score += 1 * any(_is(item, "cues", "hosts") for item in before[-1:])
        score += 1 * any(isinstance(item, Holder) and item.institution is not None for item in [near, *before[-1:]][:1])
        score -= 2 * any(isinstance(item, Place) or _is(item, "venue-words", "event") for item in before[-1:])
        score -= 2 * (isinstance(near, Token) and near.text in self.vocabulary.prepositions)
        score -= 1 * any(char.isdigit() for char in person.name)
        score -= 1 * any(len(word) > 3 and word.isupper() for word in words) * (not person.name.isupper())
        return score

    def _apposition(self, items: Sequence[Item], index: int) -> list[Item]:
        """What stands right behind a comma that follows a name: "Suwarno, warga Desa …"."""
        comma = items[index + 1] if index + 1 < len(items) else None
        return list(items[index + 2 : index + 3]) if isinstance(comma, Token) and comma.text == "," else []

    def _paired(self, items: Sequence[Item], index: int) -> bool:
        """Whether a name stands in a pair of candidates: "Soemarmo-Zuber Safawi"."""
        for step in (-1, 1):
            around = [items[at] for at in (index + step, index + 2 * step) if 0 <= at < len(items)]
            if len(around) == 2:
                joint, other = around
                name = other.person if isinstance(other, Holder) else None
                if isinstance(joint, Token) and joint.text in "-–/" and name is not None and not self._ordinary(name):
                    return True
        return False

    def _on_ticket(self, items: Sequence[Item], index: int) -> bool:
        """Whether a name is one of a pair right behind the word for who stands: "Paslon Nomor Urut 2 (Hipni-Melin)".

        One of the two may be an ordinary word.
        """
        for first in (index, index - 2):
            pair = items[first : first + 3] if first > 0 else ()
            if len(pair) < _PAIR or not is_token(pair[1], "-", "–"):
                continue
            names = [item.person for item in (pair[0], pair[2]) if isinstance(item, Holder)]
            names = [name for name in names if name is not None and not self._abbreviation(name)]
            ahead = items[first - 2 if is_token(items[first - 1], "(") and first > 1 else first - 1]
            stood = _is(ahead, "candidacy", "person-cues") or _stands(ahead) or _stood(pair[0])
            if stood and len(names) == 2 and not all(map(self._ordinary, names)):
                return not any(self._region(name.name) for name in names if name is not None)
        return False

    def _short_form(self, person: Person) -> str | None:
        """The one person of the article that a shorter name means; None when it is none or could be two."""
        parts = self._sounds(person)
        if not parts or (called := self._called.get(person.name.casefold())) is not None:
            return called if parts else None
        fitting = [h for h in self._similar(parts) if _within(parts, h.parts) and not self._spouse(person, h)]
        if len(fitting) > 1:
            before = [h for h in fitting if h.mentions[0][0] < person.start]
            fitting = [max(before, key=lambda h: max(s for s, _ in h.mentions if s < person.start))] if before else []
        return fitting[0].key if fitting else self._clipped(person, parts)

    def _clipped(self, person: Person, parts: tuple[str, ...]) -> str | None:
        """The one person named before whose name a single word begins: "Ikhwan" after "Ikhwanudin"; else None."""
        word = parts[0]
        if len(parts) > 1 or len(word) < _CLIPPED or person.sure or self._common(word):
            return None
        longer = [
            human
            for human in list(self.humans.values())[-_MANY:]
            if human.mentions[0][0] < person.start and any(_begins(part, word) for part in human.parts)
        ]
        return longer[0].key if len(longer) == 1 else None

    def _spouse(self, person: Person, human: Human) -> bool:
        """Whether a ranked person's name ends that of his wife: "Irjen Agus Andri" and "Ny. Evi Agus Andri"."""
        parts = tuple(part.casefold() for part in _parts(person.name))
        behind = len(human.parts) > len(parts) > 0 and human.parts[-len(parts) :] == parts
        bears = any(self.vocabulary.with_spouses_name(title) for title in human.honorifics)
        return behind and bears and not human.ranks and person.rank is not None

    def _similar(self, parts: tuple[str, ...]) -> Sequence[Human]:
        """The persons who share the word of a name that fewest have; of very many, the last."""
        words = [part for part in parts if len(part) > 1 or len(parts) == 1]
        if not words:
            return list(self.humans.values())[-_MANY:]
        return min((self._with_word.get(word, ()) for word in words), key=len)[-_MANY:]

    def _tie(self, person: Person) -> None:
        key = self._short_form(person)
        if key is None:
            key = f"person:{' '.join(part.casefold() for part in _parts(person.name))}"
            self._add(Human(key, person.name, self._sounds(person)))
        human = self.humans[key]
        person.entity = key
        human.mentions.append((person.start, person.end))
        human.aliases.add(person.name)
        for values, more in ((human.honorifics, person.honorifics), (human.degrees, person.degrees)):
            values += [value for value in more if value not in values]
        if person.rank and person.rank not in human.ranks:
            human.ranks.append(person.rank)

    def _sounds(self, person: Person) -> tuple[str, ...]:
        """The words of a name as they sound: "Moch. Kholid" and "Muhammad Kholid" are one in an article."""
        return tuple(map(self.vocabulary.sound, _parts(person.name)))

    def _add(self, human: Human) -> None:
        """Keep a person who was not known before."""
        if human.key not in self.humans:
            self.humans[human.key] = human
            for part in dict.fromkeys(human.parts):
                self._with_word.setdefault(part, []).append(human)


def _candidates(items: Sequence[Item], index: int) -> bool:
    """Whether candidates are spoken of in front of a name: "pasangan nomor urut tiga Hamdani-Kusworo"."""
    return any(_is(item, "candidacy", "person-cues") or _stands(item) for item in items[:index])


def _stands(item: Item) -> bool:
    """Whether an item is somebody who stands for an office, without a name: "Paslon Nomor Urut 3"."""
    return isinstance(item, Holder) and item.person is None and any(office.candidate for office in item.offices)


def _stood(item: Item) -> bool:
    """Whether an item is the name of somebody who stands for an office."""
    return isinstance(item, Holder) and any(office.candidate for office in item.offices)


def _announced(items: Sequence[Item], index: int) -> bool:
    """Whether a name is a member of a list of persons that is announced: "tiga kandidat, yakni X, Y dan Z"."""
    at = index - 1
    while at >= 0 and (is_joint(items[at]) or _member(items[at])):
        at -= 1
    if at < 0 or not _is(items[at], "introductions"):
        return False
    before = items[max(0, at - _REACH_OF_HEAD) : at]
    return any(_is(item, "person-cues", "candidacy") or (isinstance(item, Holder) and item.offices) for item in before)


def _sent_by(items: Sequence[Item], index: int) -> bool:
    """Whether a body that somebody comes from stands behind a name: "Hamdani dari KPU X"."""
    behind = [item for item in items[index + 1 : index + 4] if not _is(item, "fillers")]
    body = behind[1] if len(behind) > 1 and _is(behind[0], "affiliations") else None
    return isinstance(body, Holder) and body.institution is not None


def _of_bracket(items: Sequence[Item], index: int) -> bool:
    """Whether a bracket behind a name says what body somebody is of: "Heri Sutanto (PPK)"."""
    opened, body = (*items[index + 1 : index + 3], None, None)[:2]
    return is_token(opened, "(") and isinstance(body, Holder) and body.person is None  # type: ignore[arg-type]


def _member(item: Item) -> bool:
    """Whether an item is a name in a list, and no body or office."""
    return isinstance(item, Holder) and item.person is not None and not item.offices


def _light(item: Item) -> bool:
    """Whether an item says nothing about its neighbours: a comma, a quote, a number."""
    return (isinstance(item, Token) and (not item.word)) or _is(item, "fillers", "plural")


@lru_cache(maxsize=_REMEMBERED)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(_PARTS.findall(name))


def _begins(part: str, word: str) -> bool:
    """Whether a word is the beginning of a longer one, by two letters at least."""
    return part.startswith(word) and len(part) >= len(word) + 2


def _within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is part of a fuller one, in order; initials stand for the words that they begin."""
    at = 0
    for part in full:
        if at < len(short) and (
            part == short[at] or (len(short[at]) == 1 and part.startswith(short[at]) and len(short) > 1)
        ):
            at += 1
    return at == len(short)


def _named(items: Sequence[Item]) -> Iterable[tuple[int, Person]]:
    return ((i, item.person) for i, item in enumerate(items) if isinstance(item, Holder) and item.person is not None)


def _is(item: Item, *kinds: str) -> bool:
    return isinstance(item, Cue) and item.kind in kinds


def _beside(items: Sequence[Item], index: int) -> list[Item]:
    """The members of a list next to one, on either side."""
    found = []
    if index >= 2 and is_joint(items[index - 1]):
        found.append(items[index - 2])
    if index + 2 < len(items) and is_joint(items[index + 1]):
        found.append(items[index + 2])
    return found
