"""Holders → an office that is spoken of as a post joined with whom it is given: "Jabatan Kapolres X diemban Y".

So is one of nobody that is said to pass from one to another: "Kapolres X berganti dari A kepada B".
Who gives it, or held it before, held it: "Jabatan Kapolsek X diserahterimakan dari A kepada B", "A menyerahkan jabatan
Kapolsek X kepada B", "Jabatan Kapolsek X yang semula dijabat A kini diemban B".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extraction.chunks import Cue, Holder, Item, Token, is_joint, is_token, kind_of, text_of
from kg.extraction.words.vocabulary import Vocabulary

_TWO = 2  # holders: the office, and whom it is given
_PASSING = 4  # words: from whom an office goes, and to whom
_FAR = 8  # items between an office, or who held it, and the next one of whom it is said
_NEAR = 4  # items between an office and who hands it over
_SMALL = 3  # small words between somebody and the verb that says whom she replaces
_LITTLE = frozenset({"fillers", "person-cues", "modality"})
_APART = frozenset({"negation", "modality", "speech", "cues", "hosts", "clause-breaks"})  # kinds of cue that part these


def handed(items: list[Item], vocabulary: Vocabulary) -> list[Item]:
    """The items, where whoever is given an office that is spoken of holds it, and whoever gives it held it."""
    if list(map(type, items)).count(Holder) < _TWO:
        return items
    if not _tells_of_handing(items, vocabulary):
        return items
    result: list[Item] = []
    behind = 0  # the last heir, in a list of offices: "Kapolsek X dari A kepada B, Kapolsek Y dari C kepada D"
    for index, item in enumerate(items):
        before = index - 1 - (index > 1 and is_token(items[index - 1], ")"))  # "serah terima jabatan (sertijab) X"
        spoken_of = before >= 0 and _spoken_of(items[before], vocabulary)
        if isinstance(item, Holder) and item.person is not None and spoken_of:
            _hand_on(items, index, vocabulary)
        elif isinstance(item, Holder) and item.person is None and item.offices:
            listed = 0 < behind < index and all(map(is_joint, items[behind + 1 : index]))
            spoken_of = spoken_of or _given_at_once(items, index, vocabulary)
            passing = _passes(items, index, vocabulary)
            old, new = _from_and_to(items, index, vocabulary) if listed or passing or spoken_of else ([], [])
            if not (spoken_of or (old and new)):
                old, new = [], _besides(items, index, vocabulary)
            for holder in old:
                holder.offices = [*(replace(office, former=True) for office in item.offices), *holder.offices]
            for holder in new:
                holder.offices = [*item.offices, *holder.offices]
            if old or new:
                behind = items.index(new[-1]) if new else 0
                continue
        result.append(item)
    return result


def _tells_of_handing(items: Sequence[Item], vocabulary: Vocabulary) -> bool:
    """Whether a word of a sentence may tell who has an office, or had it."""
    said = set(map(text_of, items))
    if not (vocabulary.passing_posts.isdisjoint(said) and vocabulary.from_whom.isdisjoint(said)):
        return True
    cues = [item for item in items if isinstance(item, Cue)]
    return any(cue.kind == "handed" or _spoken_of(cue, vocabulary) or held_by(cue, vocabulary) for cue in cues)


def _spoken_of(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether a word says that the office behind it is spoken of, as the name of its handover does."""
    if not isinstance(item, Cue):
        return False
    return item.kind == "post-itself" or (item.kind == "event" and item.concept in vocabulary.handovers)


def _besides(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> list[Holder]:
    """Who holds an office beside another one: "Pjs Bupati X dijabat Kepala Dinas Y Ani"."""
    told = index + 1 + (index + 1 < len(items) and kind_of(items[index + 1]) == "relative")
    word, who = (*items[told : told + 2], None, None)[:2]
    if word is None or not held_by(word, vocabulary):
        return []
    return [who] if isinstance(who, Holder) and who.person is not None and who.offices else []


def _passes(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> bool:
    """Whether right behind an office is told that it passes, and from whom: "Kapolres X resmi berganti dari A"."""
    near = items[index + 1 : index + 1 + _FAR]
    behind = [item for item in near if kind_of(item) != "fillers" and not is_token(item, ",")]
    words = [text_of(item) for item in behind[:_TWO]]
    told = len(words) == _TWO and words[0] in vocabulary.passing_posts and words[1] in vocabulary.from_whom
    return told or _between_two(items, index, vocabulary)


def _between_two(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> bool:
    """Whether an office is said to go from one person to another, without a verb: "Kasdam dari A ke B, Irdam dari"."""
    near = items[index + 1 : index + 1 + _FAR]
    behind = [item for ahead, item in pairwise([items[index], *near]) if item.start != ahead.start]
    if len(behind) < _PASSING or text_of(behind[0]) not in vocabulary.from_whom:
        return False
    old, to, new = behind[1:_PASSING]
    persons = all(isinstance(item, Holder) and item.person is not None and not item.offices for item in (old, new))
    return persons and text_of(to) in vocabulary.to_whom


def _given_at_once(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> bool:
    """Whether an office that opens a clause is told to be given: "untuk Kapolsek X dipercayakan kepada A".

    So is one that somebody had before: "Kapolsek X yang sebelumnya dijabat A kini diisi B".
    """
    opens = not index or is_joint(items[index - 1]) or text_of(items[index - 1]) in vocabulary.served
    near = items[index + 1 : index + 2 + _SMALL] if opens else ()
    for ahead, item in pairwise([items[index], *near]):
        if kind_of(item) == "handed" or (held_by(item, vocabulary) and _earlier(ahead, ahead, vocabulary)):
            return True
        small = (isinstance(item, Token) and item.text.islower()) or _earlier(item, item, vocabulary)
        if not (small or kind_of(item) in ("fillers", "relative") or item.start == ahead.start or _same(near, item)):
            return False
    return False


def _same(near: Sequence[Item], item: Item) -> bool:
    """Whether a word of a role is one of handing as well."""
    return any(other.start == item.start and kind_of(other) == "handed" for other in near)


def _hand_on(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> None:
    """Give the office of a person to the one to whom it is said to pass: "sertijab Kapolsek X A kepada B"."""
    old, to, new = (*items[index : index + 3], None, None)[:3]
    if not isinstance(old, Holder) or not isinstance(new, Holder) or to is None or len(old.offices) != 1:
        return
    if text_of(to) in vocabulary.to_whom and new.person is not None and not new.offices:
        new.offices = [replace(old.offices[0], acting=None)]
        old.offices = [replace(old.offices[0], former=True)]


def _from_and_to(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> tuple[list[Holder], list[Holder]]:
    """Who held the office at a position before, and whom it is given; nobody where no word of handing says so."""
    ahead = any(kind_of(item) == "modality" for item in items)
    handing = _Handing(vocabulary, *_in_front(items, index, vocabulary), ahead)
    for at in range(max(1, index - _NEAR), index):
        handing.before = handing.before or _earlier(items[at - 1], items[at], vocabulary)
    last = index  # the last item with a holder
    for at in range(index + 1, len(items)):
        item = items[at]
        if isinstance(item, Holder):
            if not handing.meets(item):
                break
            last = at
        elif at - last > _FAR or is_token(item, ".", ";", ":") or _parted(items, at, vocabulary):
            break
        else:
            handing.reads(item, items[at - 1])
    return (handing.old, handing.new) if handing.passes else ([], [])


@dataclass(slots=True)
class _Handing:
    """What is told so far of an office that passes from one to another."""

    vocabulary: Vocabulary
    old: list[Holder]
    new: list[Holder]
    passes: bool  # whether a word says that it does
    ahead: bool = False  # whether something in the sentence is still to come
    before: bool = False  # whether what follows was so before
    role: str = ""  # of who follows next

    def meets(self, holder: Holder) -> bool:
        """Whether somebody may stand there, who is kept in the role that the words in front give."""
        if holder.person is None or not (self.role or holder.offices):
            return False
        if self.role != "new" and holder.offices:
            return self.passes  # who gives it to somebody: "diserahkan Kapolres X kepada B"
        (self.old if self.role == "old" else self.new).append(holder)
        self.role, self.before = "", False
        return True

    def reads(self, item: Item, ahead: Item) -> None:
        """Take from a word, and the one ahead of it, who follows."""
        word, vocabulary = text_of(item), self.vocabulary
        if _earlier(ahead, item, vocabulary):
            self.before = True
        elif kind_of(item) == "handed" or held_by(item, vocabulary):
            self.passes = True
            self.role = "" if _given_by(word, vocabulary) else "old" if self.before else "new"
        elif word in vocabulary.passing_posts:
            self.passes = True
        elif word in vocabulary.old_holders:
            self.role = "old"
        elif word in vocabulary.new_holders:
            self.passes, self.role = self.passes or bool(self.old), "new"
        elif word in vocabulary.from_whom or (kind_of(item) == "succession" and self.new):
            self.role = "old"
        elif word in vocabulary.to_whom:
            self.passes = self.passes or (bool(self.old) and not self.ahead)
            self.role = "new" if self.passes else ""


def _in_front(items: Sequence[Item], index: int, vocabulary: Vocabulary) -> tuple[list[Holder], list[Holder], bool]:
    """Who hands over the office at a position, and who takes it, in front of the verb, and whether one stands there."""
    ahead = items[max(0, index - _NEAR) : index]
    words = set(map(text_of, ahead))
    gives, takes = not words.isdisjoint(vocabulary.giving_posts), not words.isdisjoint(vocabulary.taking_posts)
    who = next((item for item in reversed(ahead) if isinstance(item, Holder)), None)
    if gives == takes or who is None or who.person is None or who.offices:
        return [], [], gives
    return ([who], [], True) if gives else ([], [who], True)


def _parted(items: Sequence[Item], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a cue parts those between whom an office passes; none does whose word is one of handing as well."""
    same = [item for item in items[max(0, at - _TWO) : at + _TWO + 1] if item.start == items[at].start]
    earlier = any(_earlier(ahead, item, vocabulary) for ahead, item in pairwise(items[at - 1 : at + 2]))
    if kind_of(items[at]) not in _APART or earlier:
        return False
    return all(kind_of(item) not in ("handed", "event") for item in same)


def _earlier(ahead: Item, item: Item, vocabulary: Vocabulary) -> bool:
    """Whether a word, or two, say that something was so before: "sebelumnya", "selama ini"."""
    word = text_of(item)
    return word in vocabulary.earlier_posts or f"{text_of(ahead)} {word}" in vocabulary.earlier_posts


def _given_by(word: str, vocabulary: Vocabulary) -> bool:
    """Whether who gives an office follows, not who has it: "diserahkan oleh", not "diemban oleh"."""
    first, _, last = word.rpartition(" ")
    return first in vocabulary.passing_posts and last not in vocabulary.to_whom


def held_by(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether a word says by whom an office is held: "dijabat"."""
    return isinstance(item, Cue) and item.kind == "introductions" and vocabulary.concept(item.concept).flag("heldBy")


def succeeded(items: list[Item]) -> list[Item]:
    """The items, where who replaces somebody in an office holds it: "B resmi menggantikan A sebagai Kapolsek X".

    Who only is to replace somebody does not yet.
    """
    for at, item in enumerate(items):
        if not isinstance(item, Cue) or item.kind != "succession":
            continue
        ahead, behind = _next_to(items, at, -1), _next_to(items, at, 1)
        new, old, (link, office) = items[ahead], items[behind], (*items[behind + 1 : behind + 3], None, None)[:2]
        if not (isinstance(new, Holder) and isinstance(old, Holder) and isinstance(office, Holder)) or ahead > at:
            continue
        named = new.person is not None and old.person is not None and not old.offices
        if named and kind_of(link) == "as" and office.person is None and office.offices:
            to_come = any(kind_of(word) == "modality" for word in items[ahead + 1 : at])
            new.offices = [*new.offices, *(replace(held, to_come=to_come) for held in office.offices)]
            old.offices = [replace(held, former=not to_come) for held in office.offices]
            return [*items[: behind + 1], *items[behind + 3 :]]
    return items


def _next_to(items: Sequence[Item], at: int, step: int) -> int:
    """Where the first item stands that is no small word, in front of a verb or behind it; that verb's place if none."""
    for place in range(at + step, at + step * (_SMALL + 2), step):
        if not 0 <= place < len(items):
            break
        item = items[place]
        if kind_of(item) not in _LITTLE and not (isinstance(item, Token) and item.text.islower()):
            return place
    return at
