"""Words of a role that tell of no part: what is denied, wished for or planned, and what happens at no event.

"tidak hadir", "Ia berharap Kapolsek meningkatkan patroli", "akan dibantu Satpol PP", "Laporan diterima Bawaslu".
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token, is_token, kind_of, text_of
from kg.extraction.holding.holders import is_real
from kg.extraction.parts import Part
from kg.extraction.taking_part.event_signs import people_behind
from kg.extraction.taking_part.standing import Standing
from kg.extraction.words.vocabulary import Vocabulary

_REACH_OF_EVENT = _REACH_OF_TIME = 6  # items between a word of time and one that says who was there
_REACH_OF_REGIONS = 2
_REACH_OF_ALL = 3  # items in front of a verb that stand for all that was told
_REACH_OF_THING = _REACH_OF_CROWD = _REACH_OF_CASE = 5  # items in front of a verb among which its subject stands
_WITHOUT_CASE = ("training", "patrol")  # kinds of event
_REACH_OF_NOBODY = 8  # items in front of a verb
_NEEDS = (  # flags of words for a part that want something around them
    "needsEvent", "ofPeople", "needsEventWhere", "needsEventAhead", "partsOfBody", "needsGuest", "needsCrowd", "opens",
)  # fmt: skip
_NO_GATHERINGS, _WORD_OF_TIME = ("things", "candidacy"), ("while", "relative")
_OTHER_VERBS = ("cues", "speech", "while", "clause-breaks")


class Untold:
    """Judges words of a role by what stands around them."""

    def __init__(self, vocabulary: Vocabulary, standing: Standing) -> None:
        self.vocabulary = vocabulary
        self.standing = standing
        concepts = vocabulary.concepts.values()
        self._needy = frozenset(concept.id for concept in concepts if any(map(concept.flag, _NEEDS)))

    def denied(self, items: Sequence[Item], index: int) -> bool:
        """Whether one of the two items in front of a cue says no, or one in front of its subject that nobody came.

        So does the word in front that somebody won't do it.
        """
        refused = index > 0 and text_of(items[index - 1]) in self.vocabulary.refusals
        return refused or any(map(self._denies, items[max(0, index - 2) : index])) or self._of_nobody(items, index)

    def _of_nobody(self, items: Sequence[Item], index: int) -> bool:
        """Whether a clause opens with those of whom nobody did what a verb says: "Tak satu pun dari Dinas X hadir"."""
        for item in reversed(items[max(0, index - _REACH_OF_NOBODY) : index]):
            if is_token(item, ",", ".", ";") or kind_of(item) == "clause-breaks":
                return False
            if isinstance(item, Cue) and item.kind == "negation":
                return self.vocabulary.concept(item.concept).flag("deniesSubject")
        return False

    def at(self, items: Sequence[Item], index: int, cue: Cue) -> bool:
        """Whether the word of a role at a position tells of no part."""
        takes = self.standing.takes(cue)
        if takes in ("list", "agent", "either") and self._of_thing(items, index, gift=takes == "either"):
            return True
        if takes == "agent" and self.vocabulary.concept(cue.concept).flag("opening") and self._of_box(items, index):
            return True
        if takes == "companion" and index and kind_of(items[index - 1]) == "modality":
            return True
        if takes in ("subject", "either", "partner") and (self._greeted(items, index) or self._wished(items, index)):
            return True
        return self._lacks(items, index, cue) or self._of_others(items, index, cue)

    def aside(self, items: Sequence[Item], index: int) -> bool:
        """Whether the event with guests only says when another one was: "meninjau gudang di sela kunjungan ke X"."""
        for at in range(index - 1, max(0, index - _REACH_OF_TIME) - 1, -1):
            item = items[at]
            if isinstance(item, Cue) and item.kind == "while":
                concept = self.vocabulary.concept(item.concept)
                comma = next((n for n in range(index, len(items)) if is_token(items[n], ",")), len(items))
                beside = items[:at] if any(kind_of(other) == "event" for other in items[:at]) else items[comma:]
                kinds = {kind_of(other) for other in beside}
                told = concept.flag("otherTime") if beside[:1] == items[:1] else concept.flag("onMargin")
                return told and "event" in kinds and "speech" not in kinds
            if isinstance(item, Holder) or kind_of(item) == "speech" or is_token(item, ",", ".", ";"):
                return False
        return False

    def defines(self, items: Sequence[Item]) -> bool:
        """Whether a sentence without an event says what a body is: "Sentra Gakkumdu adalah … terdiri dari unsur …"."""
        for index, item in enumerate(items):
            if isinstance(item, Cue) and item.kind == "as" and self.vocabulary.concept(item.concept).flag("defines"):
                return _of_parts(items, index)
        return False

    def taken_back(self, items: Sequence[Item], part: Part) -> bool:
        """Whether the same sentence says that somebody was not there after all: "diundang namun tidak hadir"."""
        behind = [item for item in items if item.start >= part.cue.end]
        for at, item in enumerate(behind[1:], 1):
            if isinstance(item, Holder) or is_token(item, ".", ";"):
                return False
            if kind_of(behind[at - 1]) == "clause-breaks" and self._denies(item):
                verb = behind[at + 1] if at + 1 < len(behind) else None
                present = isinstance(verb, Cue) and verb.concept == part.cue.concept
                ends = verb is None or (isinstance(verb, Token) and not verb.word)
                return part.role == "attended" and (present or ends)
        return False

    def _denies(self, item: Item) -> bool:
        """Whether an item says no; "not only" says yes."""
        negation = isinstance(item, Cue) and item.kind == "negation"
        return negation and not self.vocabulary.concept(item.concept).flag("affirms")  # type: ignore[union-attr]

    def _lacks(self, items: Sequence[Item], index: int, cue: Cue) -> bool:
        """Whether a word lacks what it needs: an event behind it, nobody in front of it, or its prefix."""
        if cue.concept in self._needy and self._lacks_other(items, index, cue):
            return True
        return self.standing.takes(cue) in ("subject", "host") and self._passive(items, index)

    def _lacks_other(self, items: Sequence[Item], index: int, cue: Cue) -> bool:
        """Whether a word lacks what the ontology says that it needs."""
        concept = self.vocabulary.concept(cue.concept)
        if concept.flag("needsEvent") and not (
            self.standing.before_event(items, index) or self._in_event(items, index, cue)
        ):
            return True
        if concept.flag("ofPeople") and not (people_behind(items, index) or _event_behind(items, cue)):
            return True
        if concept.flag("needsEventWhere") and not self._event_where(items, index):
            return True
        if concept.flag("needsEventAhead") and not self._event_ahead(items, index):
            return True
        if concept.flag("partsOfBody") and _of_parts(items, index):
            return True
        if concept.flag("needsGuest") and not self._guest_ahead(items, index):
            return True
        if concept.flag("needsCrowd") and not self._crowd_ahead(items, index):
            return True
        opening = self.standing.opens(items, index) and self.standing.at_once(items, index)
        return concept.flag("opens") and not opening

    def _of_others(self, items: Sequence[Item], index: int, cue: Cue) -> bool:
        """Whether a verb tells of the press, or of what is no event but a case."""
        concept = self.vocabulary.concept(cue.concept)
        if concept.flag("byPress") and self._by_press(items, index):
            return True
        return concept.flag("notOfCase") and self._of_case(items, index)

    def _of_case(self, items: Sequence[Item], index: int) -> bool:
        """Whether a case or an offence stands in front of a verb: "Rapat membahas korupsi yang melibatkan X"."""
        for at, item in enumerate(reversed(items[max(0, index - _REACH_OF_CASE) : index])):
            if text_of(item).rpartition(" ")[2] in self.vocabulary.cases_of_law:
                return not any(map(self._played, items[: index - at]))
            if isinstance(item, Holder) or is_token(item, ".", ";") or kind_of(item) == "event":
                return False
        return False

    def _played(self, item: Item) -> bool:
        """Whether a word names an event at which people only act something, or look for it: "simulasi", "razia"."""
        return isinstance(item, Cue) and item.kind == "event" and self._kind(item) in _WITHOUT_CASE

    def _kind(self, event: Cue) -> str | None:
        return self.vocabulary.concept(event.concept).value("eventKind")

    def _by_press(self, items: Sequence[Item], index: int) -> bool:
        """Whether a word of time, or nothing, stands in front of a verb of meeting, or somebody not right behind it."""
        at = next((at for at in range(index, -1, -1) if items[at].start < items[index].start), None)
        if at is None or kind_of(items[at]) == "while" or text_of(items[at]) in self.vocabulary.conjunctions:
            return True
        return not self.standing.at_once(items, index)

    def _event_where(self, items: Sequence[Item], index: int) -> bool:
        """Whether a preposition behind a verb names the event at which it is done: "menetapkan DPT dalam rapat"."""
        for at in range(index + 1, len(items) - 1):
            if kind_of(items[at]) in ("speech", "clause-breaks") or is_token(items[at], ".", ";"):
                return False
            if text_of(items[at]) in self.vocabulary.before_events and kind_of(items[at + 1]) == "event":
                return True
        return False

    def _guest_ahead(self, items: Sequence[Item], index: int) -> bool:
        """Whether somebody, or a visit, is what is received: "Kedatangan rombongan itu disambut baik oleh Bupati"."""
        visits = (item for item in items[:index] if isinstance(item, Cue) and item.kind == "event")
        if any(self.vocabulary.concept(visit.concept).value("eventKind") == "visit" for visit in visits):
            return True
        return any(who.person or who.offices for who in self.standing.subject(items, index))

    def _crowd_ahead(self, items: Sequence[Item], index: int) -> bool:
        """Whether those who came are spoken of in front of a verb: "barisan peserta apel diisi"."""
        return any(text_of(item) in self.vocabulary.crowds for item in items[max(0, index - _REACH_OF_CROWD) : index])

    def _event_ahead(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event is what is done, or what was told before: "Patroli dilakukan X", "Hal itu dilakukan X".

        The event may stand far away where it is the only thing that something is said of, but for its day.
        """
        if any(kind_of(item) == "event" for item in items[max(0, index - _REACH_OF_EVENT) : index]):
            return True
        for at in range(index - 1, -1, -1):
            item = items[at]
            if kind_of(item) == "event":
                return True
            named = isinstance(item, Holder) and is_real(item) and not any(office.candidate for office in item.offices)
            stop = is_token(item, ",", ".", ";", ":") and not _around_date(items, at)
            if named or kind_of(item) in _OTHER_VERBS or stop:
                break
        return index <= _REACH_OF_ALL and any(text_of(item) in self.vocabulary.demonstratives for item in items[:index])

    def _in_event(self, items: Sequence[Item], index: int, cue: Cue) -> bool:
        """Whether an event opens the sentence of a verb with its holders behind it: "Dalam apel itu terlibat KPU"."""
        told = self.standing.takes(cue) == "either" and self.standing.opens(items, index)
        return (told or self._who_did(items, index)) and any(kind_of(item) == "event" for item in items[:index])

    def _who_did(self, items: Sequence[Item], index: int) -> bool:
        """Whether a clause only says who did something: "Dalam apel itu, Kapolres X yang memimpin menyampaikan"."""
        before = items[index - 1] if index else None
        behind = items[index + 1] if index + 1 < len(items) else None
        return kind_of(before) == "relative" and (kind_of(behind) == "speech" or is_token(behind, ",", "."))

    def _passive(self, items: Sequence[Item], index: int) -> bool:
        """Whether a verb stands apart from the syllable that makes it passive: "anggota yang di lantik"."""
        ahead = next((item for item in reversed(items[:index]) if item.start < items[index].start), None)
        return isinstance(ahead, Token) and ahead.text.casefold() in self.vocabulary.prepositions

    def _of_thing(self, items: Sequence[Item], index: int, *, gift: bool) -> bool:
        """Whether a passive verb has a document or a contest for its subject, or one of coming a gift; and no event."""
        before = items[max(0, index - _REACH_OF_THING) : index]
        if not any(isinstance(item, Cue) and self._no_gathering(item, gift=gift) for item in before):
            return False
        if any(kind_of(item) in _WORD_OF_TIME for item in before):
            return False
        start = items[index].start
        return not any(
            isinstance(item, Holder) or kind_of(item) == "event" for item in items[:index] if item.start < start
        )

    def _of_box(self, items: Sequence[Item], index: int) -> bool:
        """Whether something with a lid or a lock is opened, and no event: "Kotak suara dibuka oleh KPPS"."""
        for item in reversed(items[max(0, index - _REACH_OF_THING) : index]):
            if isinstance(item, Holder) or is_token(item, ",") or kind_of(item) in ("event", "relative"):
                return False
            if text_of(item) in self.vocabulary.boxes:
                return True
        return False

    def _no_gathering(self, cue: Cue, *, gift: bool) -> bool:
        """Whether a word is that of a paper or a contest, or of a gift."""
        return cue.kind in _NO_GATHERINGS and self.vocabulary.concept(cue.concept).flag(
            "sent" if gift else "noGathering"
        )

    def _greeted(self, items: Sequence[Item], index: int) -> bool:
        """Whether what a verb says is wished to those who are about to do it: "selamat bermusyawarah"."""
        ahead = next((item for item in reversed(items[:index]) if item.start < items[index].start), None)
        return ahead is not None and text_of(ahead) in self.vocabulary.greetings

    def _wished(self, items: Sequence[Item], index: int) -> bool:
        """Whether who stands before a verb is asked, or hoped, to do what it says."""
        someone = closed = False
        for at in range(index - 1, -1, -1):
            item = items[at]
            if item.start == items[index].start:
                continue
            if isinstance(item, Holder) or text_of(item) in self.vocabulary.speakers_own:
                someone = True
            elif kind_of(item) in _WORD_OF_TIME or is_token(item, ".", ";", ":"):
                return False
            elif isinstance(item, Cue) and item.kind == "speech":
                fronted = closed and not any(isinstance(other, Holder) for other in items[:at])
                return someone and not fronted and self.vocabulary.concept(item.concept).flag("wishes")
            closed = closed or _closes(items, at)
        return False


def _closes(items: Sequence[Item], at: int) -> bool:
    """Whether a comma closes a clause, and does not part holders: "Usai meminta masukan warga, Kapolres X"."""
    before = items[at - 1] if at else None
    return is_token(items[at], ",") and not isinstance(before, Holder) and kind_of(before) != "speech"


def _around_date(items: Sequence[Item], at: int) -> bool:
    """Whether a comma only parts a date from its clause: "Kampanye di X, Senin (23/9/2024), diamankan"."""
    ahead = items[max(0, at - 2) : at]
    closed = bool(ahead) and is_token(ahead[-1], ")")
    beside = (ahead[0] if closed else ahead[-1]) if ahead else None
    return is_token(items[at], ",") and "date" in (kind_of(beside), kind_of(items[at + 1]))


def _event_behind(items: Sequence[Item], cue: Cue) -> bool:
    """Whether an event stands behind a verb that is the word for one itself, or regions: "kumpulkan enam provinsi"."""
    behind = [item for item in items if item.start >= cue.end][:_REACH_OF_EVENT]
    regions = any(kind_of(item) == "place-words" for item in behind[:_REACH_OF_REGIONS])
    return regions or any(kind_of(item) == "event" for item in behind)


def _of_parts(items: Sequence[Item], index: int) -> bool:
    """Whether a word tells of what a body consists, in a sentence without an event: "dibentuk Gakkumdu, yang …"."""
    before = next((item for item in reversed(items[:index]) if not _joins(item)), None)
    body = isinstance(before, Holder) and before.institution is not None and before.person is None
    return body and not any(kind_of(item) == "event" for item in items)


def _joins(item: Item) -> bool:
    """Whether an item is no word, or only joins a clause to a word: a comma, "yang"."""
    return (isinstance(item, Token) and not item.word) or kind_of(item) == "relative"
