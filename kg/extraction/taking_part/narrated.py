"""A sentence that only tells what people do, with no word of a role → those who are there by it.

In come the items of a sentence; out come the weakest of all parts.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from kg.extraction.chunks import Cue, Holder, Item, Place, Token, kind_of, text_of
from kg.extraction.parts import Part
from kg.extraction.taking_part.standing import Standing
from kg.extraction.words.vocabulary import Vocabulary

_REACH_OF_OPENING = 1
_BESIDE_NAMES = frozenset({"conjunctions", "person-cues", "fillers", "plural"})  # kinds of cue
_NOT_TOLD = frozenset({"speech", "modality", "negation", "urging"})
_CAREERS = frozenset({"succession", "moves", "appointed", "was"})  # by which somebody comes into an office
CAREER = "career"  # in place of the concept of a cue: a sentence without an event only tells of that


class Narrated:
    """Finds those of whom sentences only tell, by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, standing: Standing) -> None:
        self.vocabulary = vocabulary
        self.standing = standing

    def parts(self, items: Sequence[Item], kinds: Set[str]) -> list[Part]:
        """Office-holders of a sentence that only tells, by the kinds of its cues: nobody speaks, denies, plans or asks.

        In the report of an event, who does something in such a sentence is there; it is the weakest of the rules.
        """
        if not items or self._of_thing(items) or not _NOT_TOLD.isdisjoint(kinds):
            return []
        if isinstance(items[0], Holder) and all(map(_is_named, items)):
            return []
        words = list(map(text_of, items))
        if not self.vocabulary.no_presence.isdisjoint(words):
            return []
        if "cues" in kinds and any(kind_of(item) == "cues" and self._away(item) for item in items):
            return []
        if len(items) == 1 or self._sends(words):
            return []  # a name under a picture, or a line that was broken; or what somebody only sent
        careers = not _CAREERS.isdisjoint(kinds) or any(isinstance(item, Holder) and item.career for item in items)
        careers = careers or ("post-itself" in kinds and _of_post(items)) or not self.vocabulary.moved.isdisjoint(words)
        of_career = careers and "event" not in kinds
        cue = Cue(items[0].start, items[-1].end, "narrated", CAREER if of_career else "narrated", "")
        found: list[Part] = []
        for position, item in enumerate(items):
            if isinstance(item, Holder) and not item.venue and is_official(item):
                accused = item.in_person and "event" not in kinds
                told_of = _told_of(items, position) or self._word_of(items, position)
                if not (accused or told_of or self._at_the_top(item)):
                    found.append(Part(item, "attended", cue, weak=True))
            elif self._ends(items, position, opened=bool(found)):
                break
        return found

    def _of_thing(self, items: Sequence[Item]) -> bool:
        """Whether a sentence begins with a thing, but for a gift that is given in person: "Bunga diletakkan oleh X"."""
        thing = items[0]
        if not isinstance(thing, Cue) or thing.kind != "things":
            return False
        given = any(text_of(item).rpartition(" ")[2] in self.vocabulary.by_whom for item in items)
        return not (given and self.vocabulary.concept(thing.concept).flag("sent"))

    def _sends(self, words: Sequence[str]) -> bool:
        """Whether a word says that something is sent, and nobody for whoever sends: "mengirim karangan bunga"."""
        sending, envoys = self.vocabulary.sending, self.vocabulary.envoys
        return any(word in sending and following not in envoys for word, following in pairwise(words))

    def _away(self, item: Item) -> bool:
        """Whether a word of a role does not say that anybody came: who is invited, or whom a case involves."""
        concept = self.vocabulary.concept(item.concept) if isinstance(item, Cue) else None
        return concept is not None and (concept.flag("invites") or concept.flag("notOfCase"))

    def _at_the_top(self, holder: Holder) -> bool:
        """Whether somebody heads a whole force, of whose orders local reports tell: "Kapolri menerbitkan telegram"."""
        kinds = [self.vocabulary.concepts[type_] for office in holder.offices for type_ in office.implied]
        return any(kind.values.get("level") == ("national",) and self.vocabulary.ranked(kind.id) for kind in kinds)

    def _ends(self, items: Sequence[Item], position: int, *, opened: bool) -> bool:
        """Whether nobody behind an item does what the sentence tells; `opened` says that somebody was found."""
        item = items[position]
        if isinstance(item, Cue) and item.kind == "while" and self.vocabulary.concept(item.concept).flag("otherTime"):
            return any(kind_of(ahead) == "event" for ahead in items[:position])
        if self.standing.breaks(item):
            return opened or position > _REACH_OF_OPENING
        return not opened and self._says_who(items, position)

    def _says_who(self, items: Sequence[Item], position: int) -> bool:
        """Whether a sentence without a verb only says who people are: "Ketiga penyelenggara itu ialah X, Y dan Z"."""
        if kind_of(items[position]) != "introductions" or any(kind_of(item) == "cues" for item in items[:position]):
            return False
        return position + 1 < len(items) and isinstance(items[position + 1], Holder)

    def _word_of(self, items: Sequence[Item], position: int) -> bool:
        """Whether only what somebody said or ordered is spoken of: "sesuai arahan Dandim X"."""
        before = items[position - 1] if position else None
        return isinstance(before, Token) and before.text.casefold() in self.vocabulary.words_said


def _is_named(item: Item) -> bool:
    """Whether an item names somebody, or stands between names: a sentence of such tells who is who."""
    if isinstance(item, Token):
        return not item.word or item.numeral
    return isinstance(item, Holder | Place) or kind_of(item) in _BESIDE_NAMES


def is_official(holder: Holder) -> bool:
    """Whether a holder is a person with an office or a rank, or the unnamed holder of an office at a named body."""
    if holder.person is not None:
        return holder.person.entity is not None and bool(holder.person.rank or holder.offices)
    return any(office.institution is not None and not (office.former or office.to_come) for office in holder.offices)


def _of_post(items: Sequence[Item]) -> bool:
    """Whether a sentence begins with a post, of which it tells only who holds it: "Jabatan Dandim X kini diemban Y"."""
    holders = [item for item in items if isinstance(item, Holder) and is_official(item)]
    post = next(item for item in items if kind_of(item) == "post-itself")
    return len(holders) == 1 and post.start < holders[0].start


def _told_of(items: Sequence[Item], position: int) -> bool:
    """Whether a clause about somebody else is about this one: "Perwira yang menggantikan X itu berjanji"."""
    clause = items[max(0, position - 2) : position]
    return len(clause) == 2 and _is_relative(clause[0]) and isinstance(clause[1], Token)


def _is_relative(item: Item) -> bool:
    return isinstance(item, Cue) and item.kind == "relative"
