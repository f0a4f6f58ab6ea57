"""A sentence as holders and cues → who took part, in which role, and which words say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kg.extraction.by_whom import by_whom
from kg.extraction.chunks import Cue, Holder, Item, Token, is_token, kind_of
from kg.extraction.company import OWNED, Company
from kg.extraction.continued import Continued, Enumeration
from kg.extraction.delegations import mark_absent, mark_delegations, mark_parties, mark_superiors, mark_venues
from kg.extraction.narrated import Narrated, is_official
from kg.extraction.parts import Part
from kg.extraction.programme import Programme
from kg.extraction.speaking import Speaking
from kg.extraction.stand_ins import stand_ins
from kg.extraction.standing import Standing
from kg.extraction.subjects import Subjects
from kg.extraction.untold import Untold
from kg.extraction.vocabulary import Vocabulary
from kg.model import Role

_QUOTES = ('"', "“", "”", ";")
_REACH_OF_EVENT = 14
_REACH_OF_RITE = 3


class Roles:
    """Finds the parts that the sentences of a document give to their holders."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.standing = Standing(vocabulary)
        self.company = Company(vocabulary, self.standing)
        self.untold = Untold(vocabulary)
        self.speaking = Speaking(vocabulary, self.standing)
        self.continued = Continued(vocabulary, self.standing)
        self.subjects = Subjects(vocabulary, self.standing)
        self.programme = Programme(vocabulary, self.standing)
        self.narrated = Narrated(vocabulary, self.standing)

    def enumeration(self) -> Enumeration:
        """What carries the word that opens a list over its members, for the sentences of one document in order."""
        return Enumeration(self.continued)

    def parts(self, items: Sequence[Item], before: Sequence[Item] = ()) -> list[Part]:
        """The parts in one sentence, in the order of their cues; `before` is the sentence in front of it.

        Delegations and venues are marked on the holders first.
        """
        if not any(isinstance(item, Holder) for item in chain(items, before)):
            return []  # there is nobody who could have one
        kinds = {item.kind for item in items if isinstance(item, Cue)}
        if "delegation" in kinds:
            mark_delegations(items, self.vocabulary)
        if not kinds.isdisjoint(("venue-words", "things", "objects")):
            mark_venues(items)
        if not kinds.isdisjoint(("succession", "exception")):
            mark_absent(items)
        mark_superiors(items, self.vocabulary)
        mark_parties(items, self.vocabulary)
        if "as" in kinds and self.company.defines(items):
            return []
        found = self._by_cues(items, kinds, before)
        if "event" in kinds:
            found += _others(self.programme.parts(items), found)
        if all(part.cue.kind == "delegation" for part in found):  # none, or only those of members of a list
            found += _others(self.continued.parts(items, before), found)
        return found or self.narrated.parts(items)

    def _by_cues(self, items: Sequence[Item], kinds: set[str], before: Sequence[Item]) -> list[Part]:
        """The parts that the cues of a sentence give, but for those that are denied."""
        found: list[Part] = []
        for index, item in enumerate(items):
            if not isinstance(item, Cue) or self.untold.at(items, index):
                continue
            if not ("negation" in kinds and self._negated(items, index)):
                found += self._given(items, index, item, before, found)
        if "negation" in kinds:
            found = [part for part in found if not self._taken_back(items, part)]
        return found

    def _given(
        self, items: Sequence[Item], index: int, cue: Cue, before: Sequence[Item], found: Sequence[Part]
    ) -> Iterable[Part]:
        """The parts that one cue gives; `found` are those of the cues in front of it."""
        if cue.kind in ("cues", "hosts"):
            if self._on_the_margin(items, index, cue):
                return self.speaking.while_there(items, index, cue, before)
            parts = self._of_cue(items, index, cue, before)
            return map(_attending, parts) if self._of_contingent(items, index, found) else parts
        if cue.kind == "event":
            handed = (Part(holder, "attended", cue, weak=True) for holder in self.company.hand_over(items, index))
            return chain(self._owner(items, index, cue), self.speaking.in_event(items, index, cue, before), handed)
        if cue.kind == "delegation":
            return stand_ins(items, index, cue, found, self.standing)
        if self.standing.joins_guest(cue):
            return self._guests(items, index, cue, found)
        return self.speaking.while_there(items, index, cue, before) if cue.kind == "while" else ()

    def _of_contingent(self, items: Sequence[Item], index: int, found: Sequence[Part]) -> bool:
        """Whether those are led who came to what another leads: "dipimpin X, dihadiri Satpol PP yang dipimpin Y"."""
        cue = items[index]
        led = next((part.cue for part in reversed(found) if part.role == "led"), None)
        if led is None or kind_of(items[index - 1]) != "relative":
            return False
        return not any(_is_event(item) for item in items[:index] if led.start < item.start < cue.start)

    def _on_the_margin(self, items: Sequence[Item], index: int, cue: Cue) -> bool:
        """Whether a word only says at what event somebody speaks: "katanya di sela-sela kegiatan rapat koordinasi"."""
        behind = items[index + 1] if index + 1 < len(items) else None
        return self.vocabulary.concept(cue.concept).flag("while") and kind_of(behind) == "event"

    def _owner(self, items: Sequence[Item], index: int, cue: Cue) -> Iterator[Part]:
        """The body whose name an event bears, "Rakor Polsek Katobu", or whose visit it is: "kedatangan Kapolda X"."""
        kind = self.vocabulary.concept(cue.concept).value("eventKind")
        behind = items[index + 1 : index + 3]
        body = next((item for item in behind if isinstance(item, Holder)), None)
        linked = behind and (behind[0] is body or (isinstance(behind[0], Cue) and behind[0].kind == "fillers"))
        if not linked:
            body = by_whom(items, index, self.vocabulary)
            linked = body is not None
        if body is None or not linked or body.venue or self._gathered(items, index):
            return
        if kind in OWNED and body.institution is not None and body.institution.name:
            yield Part(body, "organised", cue, weak=True)
        elif kind == "visit" and behind[0] is body and is_official(body):
            yield Part(body, "attended", cue, weak=True)

    def _gathered(self, items: Sequence[Item], index: int) -> bool:
        """Whether who is named behind an event is who was there: "Turut hadir dalam apel Ketua KPU dan Bawaslu"."""
        before = next((item for item in reversed(items[:index]) if isinstance(item, Cue)), None)
        return before is not None and self.standing.takes(before) == "either" and self.standing.opens(items, index)

    def _guests(self, items: Sequence[Item], index: int, cue: Cue, found: Sequence[Part]) -> Iterator[Part]:
        """Who is joined to an event or to those who led it: "rakor persiapan dengan KPU X", "dipimpin X dengan Y"."""
        if self._reported(items, index):
            return
        before = items[index - 1] if index else None
        led = any(part.holder is before and self.standing.takes(part.cue) == "agent" for part in found)
        for holder in self.company.guests(items, index, of_leader=led):
            yield Part(holder, "attended", cue, weak=True)

    def _of_cue(self, items: Sequence[Item], index: int, cue: Cue, before: Sequence[Item]) -> Iterator[Part]:
        concept = self.vocabulary.concept(cue.concept)
        takes, weak = concept.value("takes"), concept.flag("weak")
        role: Role = concept.value("role") or "attended"  # type: ignore[assignment]
        if concept.flag("needsEvent") and not self._event_behind(items, index):
            return
        if concept.flag("partsOfBody") and self.company.composes(items, index):
            return
        if concept.flag("opens") and not self.standing.opens(items, index):
            return
        if takes in ("subject", "host") and self._passive(items, index):
            return
        holders = self._taken(items, index, cue, before)
        if role == "led" and takes == "agent":
            role = "attended" if self._of_rite(items, index) else role
            trailing = self.standing.trailing(items, holders)
            yield from (Part(who, "attended", cue, weak=True) for who in trailing if not (who.for_office or who.venue))
        if holders and (takes == "companion" or (takes == "host" and weak)):
            ahead = (holder for holder in self.standing.subject(items, index) if not holder.venue)
            yield from (Part(holder, role, cue, weak=True) for holder in ahead)
        yield from self._beside(items, index, cue)
        of_body: Role = concept.value("roleOfBody") or role  # type: ignore[assignment]
        for holder in holders:
            if not holder.venue:
                yield Part(holder, role if holder.person or holder.offices else of_body, cue, weak)

    def _passive(self, items: Sequence[Item], index: int) -> bool:
        """Whether a verb stands apart from the syllable that makes it passive: "anggota yang di lantik"."""
        ahead = next((item for item in reversed(items[:index]) if item.start < items[index].start), None)
        return isinstance(ahead, Token) and ahead.text.casefold() in self.vocabulary.prepositions

    def _beside(self, items: Sequence[Item], index: int, cue: Cue) -> Iterator[Part]:
        """Those of whom a cue tells beside the ones that it takes: who is called, given something or spoken to."""
        concept = self.vocabulary.concept(cue.concept)
        called = concept.value("calls")
        if called is not None and self._event_behind(items, index):
            side = self.standing.companions if called == "object" else self.standing.subject
            for holder in side(items, index):
                if not holder.venue:
                    yield Part(holder, "attended", cue, concept.flag("weak"))
        if concept.flag("givesTo") and not self._reported(items, index):
            yield from (Part(holder, "attended", cue, weak=True) for holder in self.company.receivers(items, index))
        if concept.flag("audience"):
            yield from self.speaking.before_audience(items, index, cue)

    def _taken(self, items: Sequence[Item], index: int, cue: Cue, before: Sequence[Item]) -> list[Holder]:
        """The holders on the side from which a cue takes them."""
        standing = self.standing
        match standing.takes(cue):
            case "subject":
                return self.subjects.of(items, index, cue, before)
            case "agent" | "host":
                return standing.agent(items, index)
            case "list":
                return standing.behind(items, index)
            case "turn":
                holders = standing.agent(items, index) or standing.subject(items, index)
                return holders or (standing.behind(items, index)[:1] if standing.opens(items, index) else [])
            case "companion":
                reported = self._reported(items, index) and not self._addressed(items, index, cue)
                return [] if reported else standing.companions(items, index)
            case _:
                return self._either(items, index)

    def _of_rite(self, items: Sequence[Item], index: int) -> bool:
        """Whether only a part of a gathering is led, in front of a verb: "doa dipimpin X", but not "apel dan doa"."""
        for at in range(max(0, index - _REACH_OF_RITE), index):
            if kind_of(items[at]) == "rites":
                ahead = items[max(0, at - 2) : at]
                joined = bool(ahead) and kind_of(ahead[-1]) == "conjunctions" and _is_event(ahead[0])
                return not (joined or (ahead and _is_event(ahead[-1]) and ahead[-1].start == items[at].start))
        return False

    def _either(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The holders of a verb that takes them from both sides: "hadir"."""
        behind, ahead = self.standing.behind(items, index), self.standing.subject(items, index)
        if self.standing.opens(items, index):
            return behind or ahead
        if behind and self._besides(items):  # "Selain Kapolres, hadir pula Dandim"
            return ahead + behind
        if self.standing.at_once(items, index):  # "Dari Kodim X hadir Kapten Y"
            return [holder for holder in ahead if holder.institution is not None] + behind or ahead
        return ahead or behind

    def _besides(self, items: Sequence[Item]) -> bool:
        """Whether a sentence begins with those beside whom others are named."""
        first = items[0] if items else None
        if not isinstance(first, Cue) or first.kind == "date":
            return False
        return self.vocabulary.concept(first.concept).flag("addsToList")

    def _event_behind(self, items: Sequence[Item], index: int) -> bool:
        at = items[index].start
        if any(_is_event(item) and item.start == at for item in items[max(0, index - 2) : index]):
            return True
        following = items[index + 1] if index + 1 < len(items) else None
        called = self.vocabulary.concept(items[index].concept).value("calls")  # type: ignore[union-attr]
        if isinstance(following, Holder) and following.institution is not None and called is None:
            return False  # a body is what is led: "yang memimpin Polres X, hadir dalam rapat"
        for item in items[index + 1 : index + 1 + _REACH_OF_EVENT]:
            if _is_event(item):
                return True
            if (isinstance(item, Cue) and item.kind == "speech") or (isinstance(item, Token) and item.text in ".;"):
                return False
        return False

    def _reported(self, items: Sequence[Item], index: int) -> bool:
        """Whether a word belongs to what somebody says: "menambahkan bahwa anggotanya bekerja bersama Panwascam".

        What a spokesman tells of an event is told: "Dikatakan Kapendam, dalam kunjungan itu Pangdam didampingi X".
        """
        said = [at for at, item in enumerate(items[:index]) if kind_of(item) == "speech"]
        if not said or said[0] > 0 or len(said) > 1:
            return bool(said)
        comma = next((at for at, item in enumerate(items[:index]) if is_token(item, ",")), index)
        return not any(_is_event(item) for item in items[comma:index])

    def _addressed(self, items: Sequence[Item], index: int, cue: Cue) -> bool:
        """Whether a word says in front of whom somebody speaks: "disampaikan 15 partai di hadapan Bupati X"."""
        if not self.vocabulary.concept(cue.concept).flag("audience"):
            return False
        said = max(at for at in range(index) if kind_of(items[at]) == "speech")
        return not any(kind_of(item) == "clause-breaks" or is_token(item, *_QUOTES) for item in items[said:index])

    def _taken_back(self, items: Sequence[Item], part: Part) -> bool:
        """Whether the same sentence says that somebody was not there after all: "diundang namun tidak hadir"."""
        behind = [item for item in items if item.start >= part.cue.end]
        for at, item in enumerate(behind[1:], 1):
            if isinstance(item, Holder) or is_token(item, ".", ";"):
                return False
            if kind_of(item) != "negation" or kind_of(behind[at - 1]) != "clause-breaks":
                continue
            verb = behind[at + 1] if at + 1 < len(behind) else None
            present = isinstance(verb, Cue) and verb.concept == part.cue.concept
            if not self.vocabulary.concept(item.concept).flag("affirms"):  # type: ignore[union-attr]
                return part.role == "attended" and (
                    verb is None or present or (isinstance(verb, Token) and not verb.word)
                )
        return False

    def _negated(self, items: Sequence[Item], index: int) -> bool:
        """Whether one of the two items in front says no; "not only" says yes."""
        near = (item for item in items[max(0, index - 2) : index] if isinstance(item, Cue) and item.kind == "negation")
        return any(not self.vocabulary.concept(cue.concept).flag("affirms") for cue in near)


def _attending(part: Part) -> Part:
    """The part of who was there without leading anything but a contingent."""
    return replace(part, role="attended") if part.role == "led" else part


def _others(parts: Iterable[Part], found: Sequence[Part]) -> list[Part]:
    """The parts of those who have none yet."""
    return [part for part in parts if all(part.holder is not other.holder for other in found)]


def _is_event(item: Item) -> bool:
    return isinstance(item, Cue) and item.kind == "event"
