"""The word of an event in a sentence → whose event it is: the body whose name it bears, or who is on the visit.

"Rakor Polsek Katobu", "Rapat peningkatan ketertiban wilayah oleh Forkopimda X", "kedatangan Kapolda X".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.chunks import Cue, Holder, Item, Place, Token, is_token, kind_of, text_of
from kg.extraction.holding.holders import is_real
from kg.extraction.parts import Part
from kg.extraction.taking_part.company import owned
from kg.extraction.taking_part.narrated import is_official
from kg.extraction.taking_part.standing import Standing
from kg.extraction.taking_part.undergoing import undergoing
from kg.extraction.words.vocabulary import Vocabulary

_REACH_OF_GUARD = 3  # items in front of a visit
_REACH_OF_NAME = 14  # items of the name of an event
_REACH_OF_DOER = 6  # items behind what is done
_REACH_OF_HOST = 8  # items behind a visitor
_VERBS = ("cues", "hosts", "speech")  # kinds of cue
_OTHER_VERBS = (*_VERBS, "modality", "negation", "urging")
_OTHER_CLAUSE = ("event", "date", "clause-breaks", "while", "relative")
_RECEIVED = ("list", "agent")  # sides of verbs that say by whom a visitor is received
_WHERE_AND_WHEN = ("date", "venue-words", "place-words")
_IN_NAMES = frozenset({"event", "conjunctions", "fillers", "candidacy", "place-words", "venue-words", "plural"})


class Owners:
    """Finds whose events are by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, standing: Standing) -> None:
        self.vocabulary = vocabulary
        self.standing = standing

    def parts(self, items: Sequence[Item], index: int, event: Cue) -> Iterator[Part]:
        """The part of whoever an event is by, as the word at an index and what is named behind it say."""
        concept = self.vocabulary.concept(event.concept)
        yield from _honoured(items, index, event) if event.form.casefold() in concept.values.get("honours", ()) else ()
        if concept.flag("ledByDoer") and (doers := self._done_by(items, index)):
            yield from (Part(doer, "led", event, weak=False) for doer in doers)
            undergo = self.standing.subject(items, index) or self._named_with(items, index)
            yield from (Part(sworn, "attended", event, weak=True) for sworn in undergo)
            return
        if concept.flag("ofBuilding") or self._by_doers(items[index - 1] if index else None):
            return
        if concept.flag("byDoers") and (doers := self._doers(items, index)):
            yield from (Part(doer, "attended", event, weak=False) for doer in doers)
            return
        undergone = event.form.casefold() in concept.values.get("undergone", ())
        if undergone and (people := undergoing(items, index, self.standing)):
            yield from (Part(holder, "attended", event, weak=True) for holder in people)
            doer = items[index + 1] if index + 1 < len(items) else None
            if isinstance(doer, Holder) and doer.person is not None and _heads(doer):
                yield Part(doer, "led", event, weak=False)  # "Ani dilantik Gubernur X Budi"
            return
        if owned(concept) and (host := self._headed_by(items, index)) is not None:
            yield Part(host, "organised", event, weak=True)
        owner = _beside(items, index) or self._by_whom(items, index)
        if owner is None or owner.venue or self._gathered(items, index):
            return
        if owned(concept) and owner.institution is not None and owner.institution.name:
            yield Part(owner, "organised", event, weak=True)
        elif concept.value("eventKind") == "visit" and items[index + 1] is owner and self._visits(items, index + 1):
            yield Part(owner, "attended", event, weak=True)

    def _guards(self, item: Item) -> bool:
        """Whether a word says that something is guarded."""
        event = isinstance(item, Cue) and item.kind == "event"
        return event and self.vocabulary.concept(item.concept).value("eventKind") == "patrol"  # type: ignore[union-attr]

    def hosted(self, items: Sequence[Item], found: Sequence[Part]) -> list[Part]:
        """The parts without the hosts whose names events bear that another holds: "X menggelar sosialisasi Y".

        Of a meeting, they have come to it; of all else they are the topic.
        """
        kept: list[Part] = []
        for part in found:
            named = part.cue.kind == "event" and part.role == "organised" and part.weak
            if not (named and any(self._holds(items, part, other) for other in found)):
                kept.append(part)
            elif self.vocabulary.concept(part.cue.concept).value("eventKind") == "meeting":
                kept.append(replace(part, role="attended"))
        return kept

    def _holds(self, items: Sequence[Item], named: Part, other: Part) -> bool:
        """Whether another part is that of who holds an event, by a verb right in front of it or behind its name."""
        if other.cue.kind != "cues" or other.role != "organised" or other.holder is named.holder:
            return False
        behind = other.cue.start > named.cue.start
        start, end = (named.holder.end, other.cue.start) if behind else (other.cue.end, named.cue.start)
        if behind is not (self.standing.takes(other.cue) == "agent"):
            return False
        between = [item for item in items if start <= item.start < end]
        return not any(isinstance(item, Holder) or is_token(item, ",", ".", ";") for item in between)

    def _headed_by(self, items: Sequence[Item], index: int) -> Holder | None:
        """The body of which a headline says by the mere word of an event what it does: "KPU Blora Simulasi Pilkada"."""
        body = items[0]
        if index != 1 or not isinstance(body, Holder) or body.person is not None or body.offices or body.venue:
            return None
        clause = next((at for at, item in enumerate(items) if is_token(item, ",")), len(items))
        verbs = any(kind_of(item) in _OTHER_VERBS for item in items[:clause])
        return None if verbs or is_token(items[-1], ".") or body.institution is None else body

    def _by_doers(self, item: Item | None) -> bool:
        """Whether an event is a deed of those who are named with it: "penandatanganan (deklarasi)"."""
        event = isinstance(item, Cue) and item.kind == "event"
        return event and self.vocabulary.concept(item.concept).flag("byDoers")  # type: ignore[union-attr]

    def _doers(self, items: Sequence[Item], index: int) -> list[Holder]:
        """Those whose deed an event is: "penandatanganan deklarasi oleh KPU X, Kapolres Y dan Dandim Z"."""
        for at, item in enumerate(items[index + 1 : index + 1 + _REACH_OF_NAME], start=index + 1):
            if kind_of(item) == "fillers" and self.vocabulary.concept(item.concept).flag("byWhom"):  # type: ignore[union-attr]
                ends = (item.start for item in items[at + 1 :] if self._ends_list(item))
                end = next(ends, items[-1].end)
                return [doer for doer in self.standing.behind(items, at) if doer.start < end]
            if (isinstance(item, Cue) and item.kind not in _IN_NAMES) or is_token(item, ",", ".", ";", ":"):
                break
        return []

    def _done_by(self, items: Sequence[Item], index: int) -> list[Holder]:
        """Who does what whoever does it leads: "dilantik dan diambil sumpah jabatan oleh Bupati X".

        Where and when, and with whom it is done, may stand between: "dilantik di Istana, Senin (2/9), oleh Presiden X".
        """
        reach, at = index + _REACH_OF_DOER, index + 1 + len(self._named_with(items, index))
        while at < min(len(items), reach):
            item = items[at]
            if kind_of(item) == "fillers" and self.vocabulary.concept(item.concept).flag("byWhom"):  # type: ignore[union-attr]
                doer = items[at + 1] if at + 1 < len(items) else None
                return self.standing.agent(items, at) if isinstance(doer, Holder) else []
            aside = self._where_and_when(items, at)
            if not aside and (
                isinstance(item, Holder) or kind_of(item) in _VERBS or is_token(item, ",", ".", ";", ":")
            ):
                break
            reach += aside
            at += aside or 1
        return []

    def _where_and_when(self, items: Sequence[Item], start: int) -> int:
        """How many items at a position tell in which place and on which day something is done."""
        at = start
        while at < len(items):
            item = items[at]
            place = (
                text_of(items[at - 1]) in self.vocabulary.locatives and isinstance(item, Holder) and not item.offices
            )
            sign = is_token(item, ",", ")") and at > start
            word = isinstance(item, Token) and item.text in self.vocabulary.locatives
            if not (place or sign or word or isinstance(item, Place) or kind_of(item) in _WHERE_AND_WHEN):
                break
            at += 1
        return at - start

    def _named_with(self, items: Sequence[Item], index: int) -> list[Holder]:
        """Who is named right behind an event that somebody does to her: "pelantikan Bupati X oleh Presiden Y"."""
        behind = items[index + 1] if index + 1 < len(items) else None
        return [behind] if isinstance(behind, Holder) and behind.person is not None and is_real(behind) else []

    def _ends_list(self, item: Item) -> bool:
        """Whether a list of names can't go over an item: a verb, a date or a word of place."""
        other = isinstance(item, Cue) and (item.kind in _VERBS or item.kind in _OTHER_CLAUSE)
        return other or (isinstance(item, Token) and item.text in self.vocabulary.prepositions)

    def _visits(self, items: Sequence[Item], at: int) -> bool:
        """Whether who is named right behind a visit is on it: an official, or a body that is then received."""
        owner = items[at]
        if any(map(self._guards, items[max(0, at - 1 - _REACH_OF_GUARD) : at - 1])):
            return False  # "pengamanan kunjungan Presiden X"
        if not isinstance(owner, Holder) or is_official(owner):
            return isinstance(owner, Holder)
        behind = [item for item in items[at + 1 : at + 1 + _REACH_OF_HOST] if isinstance(item, Cue | Holder)]
        verb = next((item for item in behind if isinstance(item, Holder) or item.kind in _VERBS), None)
        received = isinstance(verb, Cue) and self.standing.takes(verb) in _RECEIVED
        return owner.institution is not None and bool(owner.institution.name) and received

    def _gathered(self, items: Sequence[Item], index: int) -> bool:
        """Whether who is named behind an event is who was there: "Turut hadir dalam apel Ketua KPU dan Bawaslu"."""
        before = next((item for item in reversed(items[:index]) if isinstance(item, Cue)), None)
        return before is not None and self.standing.takes(before) == "either" and self.standing.opens(items, index)

    def _by_whom(self, items: Sequence[Item], index: int) -> Holder | None:
        """The body behind the long name of an event as the one by which it is, but "rapat yang ditutup oleh X"."""
        for at, item in enumerate(items[index + 1 : index + 1 + _REACH_OF_NAME], start=index + 1):
            if kind_of(item) == "fillers" and self.vocabulary.concept(item.concept).flag("byWhom"):  # type: ignore[union-attr]
                body = items[at + 1] if at + 1 < len(items) else None
                named = isinstance(body, Holder) and body.person is None and not body.offices
                return body if named and self._noun(items[at - 1]) else None  # type: ignore[return-value]
            if (isinstance(item, Cue) and item.kind not in _IN_NAMES) or is_token(item, ",", ".", ";", ":"):
                return None
        return None

    def _noun(self, item: Item) -> bool:
        """Whether a name of an event may end with a word: no verb, which says what somebody does."""
        if isinstance(item, Token):
            word = item.text.casefold()
            noun = item.capital or self.vocabulary.ordinary(word)
            return item.word and noun and not self.vocabulary.active_verb(word)
        return isinstance(item, Place) or kind_of(item) == "candidacy"


def _honoured(items: Sequence[Item], index: int, event: Cue) -> Iterator[Part]:
    """The parts of those in office named right behind what is held for them: "pelepasan Kapolres X A dan Camat Y B"."""
    for item in items[index + 1 : index + 1 + _REACH_OF_NAME]:
        if isinstance(item, Holder) and item.person is not None and item.offices and not item.venue:
            yield Part(item, "attended", event, weak=True)
        elif kind_of(item) != "conjunctions":
            return


def _heads(holder: Holder) -> bool:
    """Whether somebody heads a body now."""
    return any(office.rank == "head" and not (office.former or office.to_come) for office in holder.offices)


def _beside(items: Sequence[Item], index: int) -> Holder | None:
    """The holder right behind an event, but for one word that joins them."""
    behind = items[index + 1 : index + 3]
    if behind and kind_of(behind[0]) == "fillers":
        behind = behind[1:]
    return behind[0] if behind and isinstance(behind[0], Holder) else None
