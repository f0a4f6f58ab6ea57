"""A sentence as holders and cues → who took part, in which role, and which words say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.chunks import Cue, Holder, Place, Token
from kg.extraction.holders import Item, is_joint
from kg.extraction.vocabulary import Vocabulary
from kg.model import Role

_REACH_OF_AGENT = 3
_REACH_OF_EVENT = 14
_REACH_OF_OPENING = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A holder that took part by the words of a cue."""

    holder: Holder
    role: Role
    cue: Cue
    weak: bool


class Roles:
    """Finds the parts that the sentences of a document give to their holders."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def parts(self, items: Sequence[Item], before: Sequence[Item] = ()) -> list[Part]:
        """The parts in one sentence, in the order of their cues; `before` is the sentence in front of it.

        Delegations and venues are marked on the holders first.
        """
        self._delegations(items)
        self._venues(items)
        found: list[Part] = []
        for index, item in enumerate(items):
            if not isinstance(item, Cue) or self._negated(items, index):
                continue
            if item.kind in ("cues", "hosts"):
                found += self._of_cue(items, index, item, before)
            elif item.kind == "event":
                found += self._owner(items, index, item)
            elif item.kind == "delegation":
                found += self._of_delegation(items, index, item)
            elif item.kind == "while":
                found += self._said_there(items, index, item)
        found += self._continued(items, before, found)
        return found or self._narrated(items)

    def _owner(self, items: Sequence[Item], index: int, cue: Cue) -> Iterator[Part]:
        """The body whose name an event bears: "Rakor Polsek Katobu", "deklarasi oleh KPU"."""
        if self.vocabulary.concept(cue.concept).value("eventKind") not in _OWNED:
            return
        behind = items[index + 1 : index + 3]
        body = next((item for item in behind if isinstance(item, Holder)), None)
        linked = behind and (behind[0] is body or isinstance(behind[0], Cue) and behind[0].kind == "fillers")
        if body is not None and linked and body.institution is not None and body.institution.name and not body.venue:
            yield Part(body, "organised", cue, weak=True)

    def _meant(self, items: Sequence[Item], index: int, before: Sequence[Item]) -> list[Holder]:
        """Whom a pronoun in front of a verb means: the first person of the sentence before."""
        if not any(isinstance(item, Cue) and item.kind == "pronouns" for item in items[max(0, index - 3) : index]):
            return []
        return [item for item in before if isinstance(item, Holder) and item.person is not None and _real(item)][:1]

    def _narrated(self, items: Sequence[Item]) -> list[Part]:
        """Office-holders of a sentence that only tells: nobody speaks, nothing is planned, denied or wished.

        In the report of an event, who does something in such a sentence is there; it is the weakest of the rules.
        """
        if not items or any(isinstance(item, Cue) and item.kind in _NOT_TOLD for item in items):
            return []
        cue = Cue(items[0].start, items[-1].end, "narrated", "narrated", "")
        found: list[Part] = []
        for position, item in enumerate(items):
            if isinstance(item, Holder) and not item.venue and _official(item):
                found.append(Part(item, "attended", cue, weak=True))
            elif self._breaks(item) and (found or position > _REACH_OF_OPENING):
                break
        return found

    def _of_cue(self, items: Sequence[Item], index: int, cue: Cue, before: Sequence[Item]) -> Iterator[Part]:
        concept = self.vocabulary.concept(cue.concept)
        takes, weak = concept.value("takes"), concept.flag("weak")
        role: Role = concept.value("role") or "attended"  # type: ignore[assignment]
        if concept.flag("needsEvent") and not self._event_behind(items, index):
            return
        if concept.flag("opens") and not self._opens(items, index):
            return
        match takes:
            case "subject":
                holders = self._subject(items, index) or self._meant(items, index, before)
                ahead = items[index - 1] if index else None
                if not holders and isinstance(ahead, Cue) and ahead.kind == "while":
                    holders = self._speaker(items, index)
                if not holders and weak and self._opens(items, index):
                    holders = self._behind(items, index)[:1]
            case "agent" | "host":
                holders = self._agent(items, index)
            case "list":
                holders = self._behind(items, index)
            case "turn":
                holders = self._agent(items, index) or self._subject(items, index)
            case "companion":
                holders = [] if self._reported(items, index) else self._companions(items, index)
                yield from (Part(holder, role, cue, weak=True) for holder in self._subject(items, index) if holders)
            case _:
                behind = self._behind(items, index)
                ahead = self._subject(items, index)
                if self._opens(items, index):
                    holders = behind
                elif self._short_way(items, index):  # "Dari Kodim X hadir Kapten Y"
                    holders = [holder for holder in ahead if holder.institution is not None] + behind
                else:
                    holders = []
                holders = holders or ahead or behind
        yield from (Part(holder, role, cue, weak) for holder in holders if not holder.venue)

    def _of_delegation(self, items: Sequence[Item], index: int, cue: Cue) -> Iterator[Part]:
        """Who stands in for somebody is there, whatever else the sentence says; so is a body that sends somebody."""
        left = next((i for i in reversed(items[:index]) if isinstance(i, Holder)), None)
        right = next((i for i in items[index + 1 :] if isinstance(i, Holder)), None)
        if left is not None and right is not None and (left.for_office is right or right.for_office is left):
            yield Part(left, "attended", cue, weak=False)
            yield Part(right, "attended", cue, weak=False)

    def _said_there(self, items: Sequence[Item], index: int, cue: Cue) -> Iterator[Part]:
        """Who speaks at an event was there: "kata X saat konferensi pers"."""
        behind = items[index + 1 : index + 4]
        spoken = any(isinstance(item, Cue) and item.kind == "speech" for item in items[max(0, index - 4) : index])
        if spoken and any(isinstance(item, Cue) and item.kind == "event" for item in behind):
            before = [item for item in items[max(0, index - 2) : index] if isinstance(item, Holder) and _real(item)]
            yield from (Part(holder, "attended", cue, weak=False) for holder in before[-1:])

    def _continued(self, items: Sequence[Item], before: Sequence[Item], found: Sequence[Part]) -> list[Part]:
        """A list that goes on in a new sentence: "Rapat dihadiri tiga pasangan calon. Masing-masing A, B dan C"."""
        opening = items[:2]
        if found or not any(isinstance(item, Cue) and item.kind == "introductions" for item in opening):
            return []
        cue = next((i for i in reversed(before) if isinstance(i, Cue) and self._takes(i) in ("list", "either")), None)
        if cue is None:
            return []
        start = next(n for n, item in enumerate(items) if isinstance(item, Cue) and item.kind == "introductions")
        return [Part(holder, "attended", cue, weak=True) for holder in self._behind(items, start) if not holder.venue]

    # Where the holders stand

    def _subject(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The unbroken list of holders in front of a verb; companions of theirs are left to their own cue.

        A verb with nobody in front of it shares the subject of the verb before: "X menyerahkan bantuan dan membuka acara".
        """
        found: list[Holder] = []
        for position in range(index - 1, -1, -1):
            item = items[position]
            if isinstance(item, Holder) and _real(item):
                found.append(item)
            elif isinstance(item, Cue) and self._takes(item) == "companion":
                found.clear()
            elif self._breaks(item):
                if not (self._soft(item) and position < 2 and not found):
                    break
            elif found and isinstance(item, Cue) and item.kind in ("cues", "event"):
                break
            elif found and not self._within_list(item):
                break
        return list(reversed(found))

    def _speaker(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The last holder before, for "kata X saat memimpin rapat"; else the first behind: "Usai membuka rapat, X"."""
        before = [item for item in items[:index] if isinstance(item, Holder) and _real(item)]
        behind = [item for item in items[index + 1 :] if isinstance(item, Holder) and _real(item)]
        return before[-1:] or behind[:1]

    def _agent(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The holder behind a passive verb, with those that a conjunction ties to it."""
        found: list[Holder] = []
        skipped = 0
        for position in range(index + 1, len(items)):
            item = items[position]
            if isinstance(item, Holder) and _real(item):
                found.append(item)
                following = items[position + 1 : position + 3]
                tied = len(following) == 2 and isinstance(following[0], Cue) and following[0].kind == "conjunctions"
                if not (tied and isinstance(following[1], Holder)):
                    break
            elif isinstance(item, Cue) and item.kind in ("fillers", "plural", "conjunctions", "introductions"):
                continue
            elif found or self._breaks(item) or skipped >= _REACH_OF_AGENT or isinstance(item, Cue):
                break
            else:
                skipped += 1
        return found

    def _behind(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The holders behind a cue, up to a break or to a verb with a subject of its own."""
        found: list[Holder] = []
        for position in range(index + 1, len(items)):
            item = items[position]
            if isinstance(item, Holder):
                if _real(item):
                    found.append(item)
            elif self._breaks(item) and (found or not self._soft(item)):
                if found and is_joint(item) and _member_behind(items, position):
                    continue
                if not (self._soft(item) and position + 1 < len(items) and is_joint(items[position + 1])):
                    break
            elif isinstance(item, Cue) and item.kind == "cues" and self._takes(item) in ("subject", "agent"):
                if found and not self.vocabulary.concept(item.concept).flag("weak"):
                    break
        return found

    def _companions(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The holders in an unbroken list behind a cue."""
        found: list[Holder] = []
        for item in items[index + 1 :]:
            if isinstance(item, Holder):
                if _real(item):
                    found.append(item)
            elif not (self._within_list(item) or isinstance(item, Token) and not found and item.text not in ".:;"):
                break
        return found

    # What stands between

    def _within_list(self, item: Item) -> bool:
        """Whether an item may stand between the members of one list."""
        if isinstance(item, Cue):
            return item.kind in _WITHIN_LISTS
        if isinstance(item, Holder):
            return not _real(item)
        return is_joint(item) or isinstance(item, Place) or isinstance(item, Token) and item.text in "()"

    def _breaks(self, item: Item) -> bool:
        if isinstance(item, Token):
            return item.text in _STOPS
        return isinstance(item, Cue) and item.kind in ("clause-breaks", "speech")

    def _soft(self, item: Item) -> bool:
        return isinstance(item, Cue) and item.kind == "clause-breaks"

    def _relative(self, items: Sequence[Item], position: int) -> bool:
        before = items[position - 1]
        return isinstance(before, Cue) and before.kind == "relative"

    def _takes(self, cue: Cue) -> str | None:
        return self.vocabulary.concept(cue.concept).value("takes") if cue.kind in ("cues", "hosts") else None

    def _opens(self, items: Sequence[Item], index: int) -> bool:
        """Whether a cue opens its sentence: nobody stands before it."""
        return not any(isinstance(item, Holder) for item in items[:index])

    def _short_way(self, items: Sequence[Item], index: int) -> bool:
        """Whether a holder follows a cue at once: "Dari Pemkab hadir Pj Bupati"."""
        for item in items[index + 1 : index + 4]:
            if isinstance(item, Holder):
                return True
            if not (isinstance(item, Cue) and item.kind in ("fillers", "plural", "introductions")):
                return False
        return False

    def _event_behind(self, items: Sequence[Item], index: int) -> bool:
        at = items[index].start
        if any(_is_event(item) and item.start == at for item in items[max(0, index - 2) : index]):
            return True
        for item in items[index + 1 : index + 1 + _REACH_OF_EVENT]:
            if _is_event(item):
                return True
            if (isinstance(item, Cue) and item.kind == "speech") or (isinstance(item, Token) and item.text in ".;"):
                return False
        return False

    def _reported(self, items: Sequence[Item], index: int) -> bool:
        """Whether a word belongs to what somebody says: "menambahkan bahwa anggotanya bekerja bersama Panwascam"."""
        return any(isinstance(item, Cue) and item.kind == "speech" for item in items[:index])

    def _negated(self, items: Sequence[Item], index: int) -> bool:
        return any(isinstance(item, Cue) and item.kind == "negation" for item in items[max(0, index - 2) : index])

    # What is said of holders

    def _delegations(self, items: Sequence[Item]) -> None:
        """Mark who stands in for whom; an absent one that is not named behind its cue is only marked absent."""
        for index, item in enumerate(items):
            if not (isinstance(item, Cue) and item.kind == "delegation"):
                continue
            left = next((i for i in reversed(items[:index]) if isinstance(i, Holder)), None)
            right = next((i for i in items[index + 1 : index + 6] if isinstance(i, Holder)), None)
            if self.vocabulary.concept(item.concept).value("direction") == "left":
                chief, deputy = left, right
            else:
                chief, deputy = right, left
            if chief is None or chief is deputy or chief.for_office is deputy:
                continue
            if self.vocabulary.concept(item.concept).flag("needsDeputy") and not self._at_once(items, index, deputy):
                continue
            chief.absent = chief.person is not None or bool(chief.offices)
            if deputy is not None and self._near(items, item, deputy) and not deputy.absent:
                deputy.for_office = chief

    def _at_once(self, items: Sequence[Item], index: int, deputy: Holder | None) -> bool:
        """Whether the one who is sent follows the verb at once."""
        return deputy is not None and any(item is deputy for item in items[index + 1 : index + 3])

    def _near(self, items: Sequence[Item], cue: Cue, holder: Holder) -> bool:
        between = [i for i in items if min(cue.end, holder.end) <= i.start < max(cue.start, holder.start)]
        return not any(isinstance(i, Holder) and i is not holder for i in between)

    def _venues(self, items: Sequence[Item]) -> None:
        """Mark the bodies that only say where: "di Aula Kantor KPU"."""
        for index, item in enumerate(items):
            if not isinstance(item, Holder) or item.person:
                continue
            for before in reversed(items[max(0, index - 3) : index]):
                if isinstance(before, Cue) and before.kind == "venue-words":
                    item.venue = True
                    break
                if is_joint(before) or not isinstance(before, (Token, Place)) or not before_is_name(before):
                    break


def _is_event(item: Item) -> bool:
    return isinstance(item, Cue) and item.kind == "event"


def _real(holder: Holder) -> bool:
    """Whether a holder is somebody: not a capitalised word that is no name, and not "para camat" in general."""
    if holder.institution is not None or holder.person is not None and holder.person.entity is not None:
        return True
    return any(office.institution is not None or office.words[:1].isupper() for office in holder.offices)


def _member_behind(items: Sequence[Item], position: int) -> bool:
    """Whether a semicolon only parts the members of a list: somebody with an office or a body stands behind it."""
    behind = next((item for item in items[position + 1 : position + 4] if not is_joint(item)), None)
    return isinstance(behind, Holder) and _real(behind) and bool(behind.offices or behind.institution)


def _official(holder: Holder) -> bool:
    """Whether a holder is a person with an office or a rank, or the unnamed holder of an office at a named body."""
    if holder.person is not None:
        return holder.person.entity is not None and bool(holder.person.rank or holder.offices)
    return any(office.institution is not None and not office.former for office in holder.offices)


_OWNED = frozenset({"meeting", "ceremony", "training"})  # kinds of event that bear the name of their host
_NOT_TOLD = frozenset({"speech", "modality", "negation"})
_STOPS = frozenset(';"“”')
_WITHIN_LISTS = frozenset(
    {
        "fillers",
        "plural",
        "introductions",
        "delegation",
        "conjunctions",
        "relative",
        "venue-words",
        "date",
        "person-cues",
    }
)


def before_is_name(item: Item) -> bool:
    """Whether a token can be part of the name of a venue."""
    return isinstance(item, Place) or (isinstance(item, Token) and (item.capital or not item.word))
