"""An item of a sentence → whether a list or a clause ends there, and on which side a cue has its holders, if any."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunking.many import SOME
from kg.extraction.chunks import Cue, Holder, Item, Place, Token, is_joint, is_token, kind_of
from kg.extraction.holding.holders import is_real
from kg.extraction.holding.sought_offices import SOUGHT
from kg.extraction.words.vocabulary import Vocabulary

_REACH_OF_EVENT = 14  # items behind a cue among which its event stands
_BRACKET = 3  # items of a bracket in which one stands
_MEMBERS = ("(", ")", SOME, SOUGHT)  # words of a list that are nobody's: "Kapolres X, para camat dan Dandim Y"
_TIED = 2  # items behind a word that all are meant: a hyphen and the region
_STOPS = frozenset(';"“”')
_WITHIN_LISTS = frozenset(
    (
        "fillers",
        "affiliations",
        "plural",
        "introductions",
        "delegation",
        "conjunctions",
        "relative",
        "venue-words",
        "date",
        "person-cues",
        "kin",
    )
)


class Borders:
    """Judges single items by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._takes = {key: side for key, concept in vocabulary.concepts.items() if (side := concept.value("takes"))}

    def takes(self, cue: Cue) -> str | None:
        """The side on which a cue has its holders, or None for one that takes no holders."""
        return self._takes.get(cue.concept) if cue.kind in ("cues", "hosts") else None

    def breaks(self, item: Item) -> bool:
        """Whether an item ends a clause, so that no list goes on behind it."""
        if isinstance(item, Token):
            return item.text in _STOPS
        return isinstance(item, Cue) and item.kind in ("clause-breaks", "speech")

    def soft(self, item: Item) -> bool:
        return isinstance(item, Cue) and item.kind == "clause-breaks"

    def own_subject(self, items: Sequence[Item], position: int) -> bool:
        """Whether a word opens a clause, and its own subject stands behind it: "usulan supaya X mengurus izin"."""
        item, behind = items[position], items[position + 1] if position + 1 < len(items) else None
        opens = isinstance(item, Cue) and self.vocabulary.concept(item.concept).flag("ownSubject")
        return opens and isinstance(behind, Holder)

    def within_list(self, item: Item) -> bool:
        """Whether an item may stand between the members of one list."""
        if isinstance(item, Cue):
            return item.kind in _WITHIN_LISTS
        if isinstance(item, Holder):
            return not is_real(item)
        return is_joint(item) or isinstance(item, Place) or is_token(item, *_MEMBERS)

    def acts_through(self, items: Sequence[Item], position: int) -> bool:
        """Whether a word ties a body to the other one through which it acts: "Pemkab X melalui Dinas Y menggelar"."""
        if not is_token(items[position], *self.vocabulary.through) or position + 1 >= len(items):
            return False
        ahead = position - 1 - (position > 1 and is_token(items[position - 1], ","))
        return ahead >= 0 and _is_body(items[ahead]) and _is_body(items[position + 1])

    def in_capacity(self, items: Sequence[Item], position: int) -> bool:
        """Whether words only say as what a member of a list is there: "Ketua X sebagai narasumber, Dandim Y"."""
        before, item, *behind = (None, *items, None, None)[position : position + 4]
        if kind_of(item) == "as":
            plain = isinstance(behind[0], Token) and behind[0].word
            return (plain or kind_of(behind[0]) == "person-cues") and _goes_on(behind[1])
        if isinstance(item, Token):
            return item.word and kind_of(before) == "as" and _goes_on(behind[0])
        if not (isinstance(item, Cue) and isinstance(before, Holder) and _goes_on(behind[0])):
            return False
        return item.form.partition(" ")[0].casefold() in self.vocabulary.capacities

    def instead_of(self, items: Sequence[Item], position: int) -> bool:
        """Whether a word behind a comma tells who acted for the one in front: "dibuka Bupati X, melalui Sekda Y"."""
        behind = position > 1 and is_token(items[position - 1], ",") and replaced(items[position - 2])
        return behind and is_token(items[position], *self.vocabulary.through)

    def joins_guest(self, item: Item) -> bool:
        """Whether a conjunction joins somebody who is there besides: "dipimpin X dengan Y"."""
        joint = isinstance(item, Cue) and item.kind == "conjunctions"
        return joint and self.vocabulary.concept(item.concept).flag("joinsGuest")  # type: ignore[union-attr]

    def shares(self, cue: Cue) -> bool:
        return self.vocabulary.concept(cue.concept).flag("sharesRole")

    def has_subject(self, item: Item) -> bool:
        """Whether a verb has, for sure, a subject of its own, which is no member of the list before it."""
        if not (isinstance(item, Cue) and item.kind == "cues" and self.takes(item) in ("subject", "agent")):
            return False
        return not self.vocabulary.concept(item.concept).flag("weak")

    def opens(self, items: Sequence[Item], index: int) -> bool:
        """Whether a cue opens its sentence: nobody stands before it."""
        return not any(isinstance(item, Holder) and (is_real(item) or item.offices) for item in items[:index])

    def introduced(self, items: Sequence[Item], index: int) -> bool:
        """Whether a list is announced behind a cue: "Tampil sebagai narasumber antara lain X, Y dan Z"."""
        return self.introduction(items, index) is not None

    def introduction(self, items: Sequence[Item], index: int) -> int | None:
        """Where the word stands that announces a list behind a cue; "is" does in a clause: "yang datang adalah X"."""
        ahead = next((item for item in items[index::-1] if item.start < items[index].start), None)
        clause = kind_of(ahead) == "relative"
        for at in range(index + 1, len(items)):
            item = items[at]
            if isinstance(item, Holder) and is_real(item) and not item.venue:
                return None
            if isinstance(item, Cue) and (item.kind == "introductions" or (clause and self._is(item))):
                return at
        return None

    def _is(self, item: Cue) -> bool:
        return item.kind == "as" and self.vocabulary.concept(item.concept).flag("defines")

    def told_before(self, items: Sequence[Item], index: int) -> bool:
        """Whether the first behind a cue is a bare office in small letters: "Dalam sambutannya, bupati berterima"."""
        first = next((item for item in items[index + 1 :] if isinstance(item, Holder)), None)
        return first is not None and bool(first.offices) and not is_real(first)

    def of_event(self, items: Sequence[Item], index: int) -> bool:
        """Whether a verb goes on behind a passive one about the event: "Rapat dihadiri X serta menghadirkan Y"."""
        start, at = items[index].start, index - 1
        while at > 0 and (items[at].start == start or kind_of(items[at]) == "fillers"):
            at -= 1
        if at < 1 or kind_of(items[at]) != "conjunctions" or not isinstance(items[at - 1], Holder):
            return False
        sides = [(n, self.takes(item)) for n, item in enumerate(items[:at]) if isinstance(item, Cue)]
        verbs = [(n, side) for n, side in sides if side not in (None, "companion")]
        return bool(verbs) and verbs[-1][1] in ("list", "agent") and self.opens(items, verbs[-1][0])

    def at_once(self, items: Sequence[Item], index: int) -> bool:
        """Whether a holder follows a cue at once: "Dari Pemkab hadir Pj Bupati", "Pimpinan KPU hadir, seperti X"."""
        for at in range(index + 1, min(index + 4, len(items))):
            item = items[at]
            if isinstance(item, Holder):
                return True
            if is_token(item, ",") and at + 1 < len(items) and kind_of(items[at + 1]) == "introductions":
                continue
            if not (isinstance(item, Cue) and item.kind in ("fillers", "plural", "introductions")):
                return False
        return False

    def before_event(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event is named right behind a cue, or by the same words."""
        cue = items[index]
        if any(kind_of(item) == "event" and item.start == cue.start for item in items[max(0, index - 2) : index]):
            return True
        following = items[index + 1] if index + 1 < len(items) else None
        if isinstance(following, Holder) and following.institution is not None and not self._calls(cue):
            return False  # a body is what is led: "yang memimpin Polres X, hadir dalam rapat"
        for item in items[index + 1 : index + 1 + _REACH_OF_EVENT]:
            if kind_of(item) in ("event", "speech") or is_token(item, ".", ";"):
                return kind_of(item) == "event"
        return False

    def _calls(self, item: Item) -> bool:
        """Whether a word says that somebody is called to an event."""
        return isinstance(item, Cue) and self.vocabulary.concept(item.concept).value("calls") is not None

    def only_where(self, items: Sequence[Item], position: int) -> bool:
        """Whether a body only says where something is done: "digelar di SMAN 1 X", "diadakan di lingkungan KPU Y"."""
        item = items[position]
        if not isinstance(item, Holder) or item.person is not None or item.institution is None:
            return False
        words = [other for other in items[max(0, position - 2) : position] if isinstance(other, Token)]
        return any(word.text.casefold() in self.vocabulary.locatives for word in words)


def _is_body(item: Item) -> bool:
    """Whether an item is a body that does something, and nobody who holds an office there."""
    return isinstance(item, Holder) and item.institution is not None and item.person is None and not item.venue


def replaced(item: Item) -> bool:
    """Whether an item is somebody in whose place another one acts."""
    return isinstance(item, Holder) and item.venue and item.absent


def behind_short(items: Sequence[Item], position: int) -> int:
    """The end of the bracket behind a body that gives its short form, "Komisi Pemilihan Umum (KPU)"; else the place."""
    return position + 3 if in_short(items, position + 2) else position


def in_short(items: Sequence[Item], position: int) -> bool:
    """Whether an item belongs to a bracket in which a body stands alone."""
    for start in range(max(1, position - 2), position + 1):
        bracket = items[start : start + _BRACKET]
        if len(bracket) == _BRACKET and is_token(bracket[0], "(") and is_token(bracket[2], ")"):
            body = bracket[1]
            return isinstance(body, Holder) and body.person is None and isinstance(items[start - 1], Holder)
    return False


def of_all(items: Sequence[Item], position: int) -> bool:
    """Whether an item tells of which region all are meant that are named in front: "Danrem se Kalimantan, KPU"."""
    item = items[position]
    ahead = items[max(0, position - _TIED) : position]
    region = isinstance(item, Token) and (item.capital or item.text == "-")
    return kind_of(item) == "sharing" or (region and any(kind_of(other) == "sharing" for other in ahead))


def _goes_on(item: Item | None) -> bool:
    """Whether a comma or a conjunction stands behind a member of a list."""
    return item is not None and is_joint(item)
