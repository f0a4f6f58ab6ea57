"""Names of persons in a document → persons: which names are one, and whom a shorter name means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.extraction.chunks import Item, Person, kind_of
from kg.extraction.resolving.name_neighbours import between_known, tied_to_known
from kg.extraction.resolving.name_shapes import Shapes, begins, blends, parts_of, within
from kg.extraction.resolving.name_surroundings import Surroundings
from kg.extraction.resolving.namesakes import namesakes
from kg.extraction.resolving.namings import Naming, namings, taken_up
from kg.extraction.resolving.ranks_and_posts import Ranks, posts_of, same_post, slips
from kg.extraction.resolving.second_names import alias_of, called_back
from kg.extraction.words.vocabulary import Vocabulary

_ENOUGH = 2.0  # score of a name of several words that is a person's
_ENOUGH_ALONE = 3.0  # of a single word
_BETWEEN = 2.5  # what speaks for a name between two of persons
_TIED = 1.5  # for one that "and" joins to a person's
_FULL = 2  # words of a full name
_JOINED = 8  # letters of a name that other blanks do not make another
_CLIPPED = 4  # letters of the shortest form of a name that is cut off
_BLENDED = 6  # letters of the shortest name blended of two
_APART = 100  # characters between two names that are not of one list
_MANY = 100  # persons of one article who share a word of their names


@dataclass(slots=True)
class Human:
    """A person of the article: the fullest name, what goes with it, and every place where a name of theirs stands."""

    key: str
    name: str
    parts: tuple[str, ...]  # as they sound
    mentions: list[tuple[int, int]] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    ranks: list[str] = field(default_factory=list)
    posts: set[tuple[str, str]] = field(default_factory=set)
    honorifics: list[str] = field(default_factory=list)
    degrees: list[str] = field(default_factory=list)


class People:
    """The persons of one document."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self.humans: dict[str, Human] = {}
        self.shapes = Shapes(vocabulary, text)
        self.surroundings = Surroundings(self.shapes)
        self.ranks = Ranks(vocabulary)
        self._with_word: dict[str, list[Human]] = {}
        self._letters: set[str] = set()  # of their names, without blanks
        self._called: dict[str, Human] = {}  # a second name → whose it is
        self._officers: set[int] = set()  # the names that stand with an office, by their identity
        self._posts: dict[int, frozenset[tuple[str, str]]] = {}  # of names, by the same: posts and the kinds of body
        self._in_office: set[str] = set()  # whose names they are
        self._numbers: dict[int, int] = {}  # of names that several people bear, by the same

    def admit(self, sentences: Sequence[Sequence[Item]], headlines: Sequence[Sequence[Item]] = ()) -> None:
        """Decide over every name of a document, sure ones first, and tie each to its person.

        A headline capitalises everything: a name there is one that the body names, or one with a title.
        """
        named = [naming for items in sentences for naming in namings(items)]
        self._officers = {id(naming.person) for naming in named if naming.office}
        self._posts = {id(naming.person): posts_of(naming) for naming in named if naming.office}
        self._numbers = namesakes(named, self.shapes.sounds, self.ranks, self.vocabulary)
        aliases = self._aliases(named, sentences)
        second = {id(person) for person, _ in aliases}
        first = [naming for naming in named if id(naming.person) not in second]
        certain = sorted(filter(self.surroundings.certain, first), key=_fullest_first)
        short = taken_up(certain, first)
        for naming in certain:
            if id(naming.person) not in short:
                self._tie(naming.person, self._known(naming.person))
        self._second_names(aliases)
        self._admit_likely([n for n in first if n.person.entity is None and id(n.person) not in short])
        for naming in (n for n in certain if id(n.person) in short):
            self._tie(naming.person, self._known(naming.person))
        self._second_names(aliases)
        for items in headlines:
            for naming in namings(items):
                self._admit_headline(naming.person)

    def recognise(self, person: Person) -> bool:
        """Tie a name to the person known by a fuller one or by a rank; false where there is none."""
        human = self._known(person)
        if human is None or not (human.ranks or len(human.parts) > 1):
            return False
        self._tie(person, human)
        return True

    def _aliases(self, named: Sequence[Naming], sentences: Sequence[Sequence[Item]]) -> list[tuple[Person, Person]]:
        """The names that are only second ones, "X alias Y", each with the first."""
        aliases = [
            (naming.person, other) for naming in named if (other := alias_of(naming.items, naming.index)) is not None
        ]
        if any(kind_of(naming.near(step)) == "aliases" for naming in named for step in (-1, 1, 2)):
            aliases += called_back(sentences, self.shapes.somebody)
        return aliases

    def _second_names(self, aliases: Iterable[tuple[Person, Person]]) -> None:
        """Keep second names as those of the first persons who are known so far."""
        for person, other in aliases:
            if person.entity is None and other.entity is not None:
                human = self.humans[other.entity]
                self._called.setdefault(person.name.casefold(), human)
                _mention(human, person)

    def _admit_likely(self, named: Sequence[Naming]) -> None:
        """Tie the names without a title that are short for a known person's, or that are likely a person's."""
        times = Counter(naming.person.name for naming in named)
        scores = [self.surroundings.likelihood(naming) + _recurs(naming.person, times) for naming in named]
        for naming, score in sorted(zip(named, scores, strict=True), key=lambda scored: _fullest_first(scored[0])):
            enough = _ENOUGH if len(parts_of(naming.person.name)) > 1 else _ENOUGH_ALONE
            known = self._known(naming.person)
            if score >= enough or known is not None:
                self._tie(naming.person, known)
        for naming, score in zip(named, scores, strict=True):
            if naming.person.entity is not None:
                continue
            likely = score + _BETWEEN >= _ENOUGH and between_known(naming)
            likely |= score + _TIED >= _ENOUGH and tied_to_known(naming) > self._has_word(naming)
            known = self._known(naming.person)
            if likely or known is not None:
                self._tie(naming.person, known)

    def _has_word(self, naming: Naming) -> bool:
        return any(self.shapes.common(part.casefold()) for part in parts_of(naming.person.name))

    def _admit_headline(self, person: Person) -> None:
        """Cut a run of a headline down to the person of the body that it begins with."""
        words = list(re.finditer(r"\S+", person.name))
        for word in reversed(words):
            person.name = person.name[: word.end()]
            person.end = person.start + len(person.name)
            known = self._known(person)
            if known is not None and self.text[person.start : person.end] == person.name:
                self._tie(person, known)
                return

    def _tie(self, person: Person, known: Human | None) -> None:
        """Make a name one of the person that it is known to mean, else of a person who was not known before."""
        human = (known if id(person) not in self._numbers else None) or self._add(person)
        _mention(human, person)
        if id(person) in self._officers:
            self._in_office.add(human.key)
            human.posts |= self._posts.get(id(person), frozenset())
        for values, more in ((human.honorifics, person.honorifics), (human.degrees, person.degrees)):
            values += [value for value in more if value not in values]
        if person.rank and person.rank not in human.ranks:
            human.ranks.append(person.rank)

    def _add(self, person: Person) -> Human:
        """The person of a name as it stands."""
        number = self._numbers.get(id(person), 0)
        words = [part.casefold() for part in parts_of(person.name)]
        key = f"person:{' '.join([*words, str(number + 1)] if number else words)}"
        if key not in self.humans:
            human = self.humans[key] = Human(key, person.name, self.shapes.sounds(person.name))
            self._letters.add("".join(human.parts))
            for part in dict.fromkeys(human.parts):
                self._with_word.setdefault(part, []).append(human)
        return self.humans[key]

    def _known(self, person: Person) -> Human | None:
        """The one person of the article whom a name means; None when it is none or could be two."""
        parts = self.shapes.sounds(person.name)
        if not parts:
            return None
        if (called := self._called.get(person.name.casefold())) is not None:
            return called
        fitting = [h for h in self._similar(parts) if within(parts, h.parts) and not self._another(person, h)]
        if len(fitting) > 1:
            whole = [human for human in fitting if human.parts == parts and len(parts) >= _FULL]
            fitting = whole if len(whole) == 1 else fitting
            before = [h for h in fitting if h.mentions[0][0] < person.start]
            return max(before, key=lambda h: max(s for s, _ in h.mentions if s < person.start), default=None)
        if fitting:
            return fitting[0]
        return (
            self._in_one(parts)
            or self._clipped(person, parts)
            or self._blended(person, parts)
            or self._misspelt(person, parts)
        )

    def _in_one(self, parts: tuple[str, ...]) -> Human | None:
        """The one person whose name has the same letters with other blanks: "Abdul Alkarim" is Abdul Al Karim."""
        word = "".join(parts)
        if len(parts) < 2 or len(word) < _JOINED:
            return None
        if word not in self._letters:
            return None
        same = [human for human in list(self.humans.values())[-_MANY:] if "".join(human.parts) == word]
        return same[0] if len(same) == 1 else None

    def _clipped(self, person: Person, parts: tuple[str, ...]) -> Human | None:
        """The one person named before whose name a single word begins: "Ikhwan" after "Ikhwanudin"; else None."""
        word = parts[0]
        if len(parts) > 1 or len(word) < _CLIPPED or (not person.sure and self.shapes.common(word)):
            return None
        longer = [
            human
            for human in list(self.humans.values())[-_MANY:]
            if human.mentions[0][0] < person.start
            and any(begins(part, word) for part in human.parts)
            and (not person.sure or person.rank is None or self.ranks.agree(person.rank, human.ranks))
        ]
        return longer[0] if len(longer) == 1 else None

    def _blended(self, person: Person, parts: tuple[str, ...]) -> Human | None:
        """The one person of whose first words a single one is blended: "Jokowi" is Joko Widodo; else None."""
        word = parts[0]
        if len(parts) > 1 or person.sure or len(word) < _BLENDED or self.shapes.common(word):
            return None
        blended = [human for human in list(self.humans.values())[-_MANY:] if blends(word, human.parts)]
        return blended[0] if len(blended) == 1 else None

    def _another(self, person: Person, human: Human) -> bool:
        """Whether a name that could mean a person is somebody else's: a spouse's, or one of another service."""
        return self._spouse(person, human) or (
            person.name != human.name and self.ranks.differ(person.rank, human.ranks)
        )

    def _misspelt(self, person: Person, parts: tuple[str, ...]) -> Human | None:
        """The one person named before in the same rank or post whose name is one letter off; else None.

        A full name that nothing is said of may be that of somebody in office: "Kadis Herma Aray", "ujar Herman Aray".
        """
        posts = self._posts.get(id(person), frozenset())
        plain = not (person.rank or posts)
        if plain and len(parts) < _FULL:
            return None

        def same(human: Human) -> bool:
            if not slips(parts, human.parts):
                return False
            known = human.key in self._in_office if plain else self.ranks.agree(person.rank, human.ranks)
            apart = person.start - human.mentions[-1][1] > _APART
            return (known and apart) or same_post(posts, human.posts)

        found = [human for human in list(self.humans.values())[-_MANY:] if same(human)]
        return found[0] if len(found) == 1 else None

    def _spouse(self, person: Person, human: Human) -> bool:
        """Whether an officer's name ends that of his wife: "Irjen Agus Andri", and "Ny. Evi Agus Andri" of Persit X."""
        at_spouses = any(
            self.vocabulary.concept(body.partition(" ")[0]).flag("withSpousesName") for _, body in human.posts
        )
        official = id(person) in self._officers and (at_spouses or human.key not in self._in_office)
        if human.ranks or not (person.rank or official):
            return False
        parts = self.shapes.sounds(person.name)
        behind = len(human.parts) > len(parts) > 0 and human.parts[-len(parts) :] == parts
        return behind and (at_spouses or any(map(self.vocabulary.with_spouses_name, human.honorifics)))

    def _similar(self, parts: tuple[str, ...]) -> Sequence[Human]:
        """The persons who share the word of a name that fewest have; of very many, the last."""
        words = [part for part in parts if len(part) > 1 or len(parts) == 1]
        if not words:
            return list(self.humans.values())[-_MANY:]
        return min((self._with_word.get(word, ()) for word in words), key=len)[-_MANY:]


def _fullest_first(naming: Naming) -> tuple[int, int, int]:
    """The order in which names are decided over: a shorter one, or one with initials, may be short for a fuller one."""
    parts = parts_of(naming.person.name)
    return -len(parts), sum(len(part) == 1 for part in parts), naming.person.start


def _mention(human: Human, person: Person) -> None:
    """Keep a name and its place as those of a person."""
    person.entity = human.key
    human.mentions.append((person.start, person.end))
    human.aliases.add(person.name)


def _recurs(person: Person, times: Counter[str]) -> float:
    """More for a name that comes again, whole or by one of its words."""
    score = 1.0 if times[person.name] > 1 else 0.0
    parts = parts_of(person.name)
    if len(parts) > 1 and any(times[part] for part in parts if len(part) > 2):
        score += 1.5
    return score
