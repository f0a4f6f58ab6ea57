"""A word of a role in its sentence, "dipimpin", "hadir", "bersama" → the parts that it gives to the holders around it.

What the ontology says of the word tells on which side they stand, in which role they are, and who else was there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.chunks import Cue, Holder, Item, Token, is_token, kind_of, text_of
from kg.extraction.parts import Part, attending
from kg.extraction.taking_part.company import Company
from kg.extraction.taking_part.speaking import Speaking, reported
from kg.extraction.taking_part.standing import Standing
from kg.extraction.taking_part.subjects import Subjects
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import Role

_REACH_OF_RITE = 3
_REACH_OF_HABIT = 2
_REACH_OF_GROUP = 5  # items in front of a body whose people somebody receives
_MET = ("host", "partner")  # sides of verbs behind which those stand whom their subjects meet
_REACH_OF_LIST = 8  # items behind a word for those on duty
_REACH_OF_EQUAL = 7  # items behind a word for a part that somebody is told to be


class RoleWords:
    """Reads the words of roles of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, standing: Standing, company: Company, speaking: Speaking) -> None:
        self.vocabulary = vocabulary
        self.standing = standing
        self.company = company
        self.speaking = speaking
        self.subjects = Subjects(vocabulary, standing)

    def parts(self, items: Sequence[Item], index: int, before: Sequence[Item], found: Sequence[Part]) -> Iterator[Part]:
        """The parts that the word at an index gives; `before` is the sentence ahead, `found` what was given so far."""
        contingent, party = self._of_contingent(items, index, found), self._of_party(items, index)
        for part in self._told(items, index, before):
            if part.role == "organised" and self._is_force(part.holder) and self._by_its_people(items, index, part):
                continue
            part = replace(part, of_party=True) if party and part.role == "led" else part
            yield replace(part, role="attended") if contingent and part.role == "led" else part

    def _is_force(self, holder: Holder) -> bool:
        """Whether a holder is a whole force: "Polri"."""
        body = holder.institution
        if body is None or not self.vocabulary.ranked(body.type):
            return False
        return self.vocabulary.concept(body.type).value("level") == "national"

    def _by_its_people(self, items: Sequence[Item], index: int, part: Part) -> bool:
        """Whether a force does something over and over, or only people of it do: "rutin dilakukan Polri"."""
        if any(text_of(item) in self.vocabulary.habits for item in items[max(0, index - _REACH_OF_HABIT) : index]):
            return True
        staff = self.vocabulary.staff
        return any(behind is part.holder and text_of(ahead) in staff for ahead, behind in pairwise(items))

    def _of_party(self, items: Sequence[Item], index: int) -> bool:
        """Whether a party is led, in front of a verb, and no event: "Rombongan Kodim X yang dipimpin Dandim Y tiba"."""
        at = index - 1 - (index > 0 and kind_of(items[index - 1]) == "relative")
        if at < 1 or not isinstance(items[at], Holder) or self.standing.takes(items[index]) != "agent":  # type: ignore[arg-type]
            return False
        return text_of(items[at - 1]) in self.vocabulary.parties

    def _told(self, items: Sequence[Item], index: int, before: Sequence[Item]) -> Iterator[Part]:
        cue = items[index]
        assert isinstance(cue, Cue)  # noqa: S101 - the caller looked
        concept = self.vocabulary.concept(cue.concept)
        takes, weak = concept.value("takes"), concept.flag("weak")
        role: Role = concept.value("role") or "attended"  # type: ignore[assignment]
        holders = self._taken(items, index, cue, before)
        if not holders and concept.flag("sendsSubject"):
            yield from attending(self._sent(items, index), cue)
        if role == "led" and takes == "agent":
            role = "attended" if self._of_rite(items, index) else role
            trailing = self.standing.trailing(items, holders)
            yield from attending((who for who in trailing if not who.for_office), cue)
        if holders and (takes == "companion" or (takes in _MET and weak)):
            ahead = [holder for holder in self.standing.subject(items, index) if not holder.venue]
            if not ahead and takes == "host" and self.standing.opens(items, index):
                ahead = _behind_comma(items, holders[-1])
            yield from (Part(holder, role, cue, weak=True) for holder in ahead)
        yield from self._besides_them(items, index, cue)
        of_body: Role = role if self._visits(items, index) else concept.value("roleOfBody") or role  # type: ignore[assignment]
        if role == "organised" and takes == "agent" and self._led_by_doer(items, index):
            role = "led"
        if concept.flag("sendsOff") and _behind_event(items, index):
            role, weak = "led", False
        for holder in holders:
            if not holder.venue or (concept.flag("atHome") and not holder.absent):
                yield Part(holder, role if holder.person or holder.offices else of_body, cue, weak)

    def _sent(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The units whose people are sent somewhere: "70 personel Polres X dan Kodim Y dikerahkan"."""
        sent = self.standing.subject(items, index)
        bodies = [holder.institution for holder in sent if holder.person is None and not holder.offices]
        ranked = [body for body in bodies if body is not None and self.vocabulary.ranked(body.type)]
        return sent if ranked and len(bodies) == len(sent) else []

    def _visits(self, items: Sequence[Item], index: int) -> bool:
        """Whether a visit to somebody is told right behind a verb: who does that goes there, a body as well."""
        event, to = (*items[index + 1 : index + 3], None, None)[:2]
        if not isinstance(event, Cue) or not isinstance(to, Cue) or event.start != to.start:
            return False
        return event.kind == "event" and self.vocabulary.concept(to.concept).value("takes") == "host"

    def _led_by_doer(self, items: Sequence[Item], index: int) -> bool:
        """Whether the event in front of a verb is one that whoever does it leads: "pelantikan dilakukan oleh X"."""
        event = next((item for item in reversed(items[:index]) if kind_of(item) == "event"), None)
        return isinstance(event, Cue) and self.vocabulary.concept(event.concept).flag("ledByDoer")

    def _of_contingent(self, items: Sequence[Item], index: int, found: Sequence[Part]) -> bool:
        """Whether those are led who came to what another leads: "dipimpin X, dihadiri Satpol PP yang dipimpin Y".

        Or those whom somebody receives: "menerima audiensi pengurus X yang dipimpin Y".
        """
        cue = items[index]
        if self._received(items, index):
            return True
        led = next((part.cue for part in reversed(found) if part.role == "led"), None)
        if led is None or kind_of(items[index - 1]) != "relative":
            return False
        return all(kind_of(item) != "event" for item in items[:index] if led.start < item.start < cue.start)

    def _received(self, items: Sequence[Item], index: int) -> bool:
        """Whether a word stands behind a group that is received, with nothing but "yang" between."""
        at = index - 1 - (kind_of(items[index - 1]) == "relative")
        if at < 1 or not isinstance(items[at], Holder) or self.standing.takes(items[index]) != "agent":  # type: ignore[arg-type]
            return False
        ahead = items[max(0, at - _REACH_OF_GROUP) : at]
        return any(kind_of(item) == "hosts" and self._meets_group(item) for item in ahead)

    def _meets_group(self, item: Item) -> bool:
        return isinstance(item, Cue) and self.vocabulary.concept(item.concept).flag("meetsGroup")

    def _besides_them(self, items: Sequence[Item], index: int, cue: Cue) -> Iterator[Part]:
        """Those of whom a word tells beside whom it takes: who is called, given something or spoken to."""
        concept = self.vocabulary.concept(cue.concept)
        called = concept.value("calls")
        if called is not None and self.standing.before_event(items, index):
            side = self.standing.companions if called == "object" else self.standing.subject
            yield from attending(side(items, index), cue, weak=concept.flag("weak"))
        if concept.flag("callsToIt") and _by_event(items, index):
            yield from attending(self.standing.companions(items, index), cue, weak=False)
        if concept.flag("givesTo") and not reported(items, index):
            yield from self.company.receivers(items, index, cue)
        if concept.flag("audience"):
            yield from self.speaking.before_audience(items, index, cue)

    def _taken(self, items: Sequence[Item], index: int, cue: Cue, before: Sequence[Item]) -> list[Holder]:
        """The holders on the side from which a word takes them."""
        standing = self.standing
        match standing.takes(cue):
            case "subject":
                return self.subjects.of(items, index, cue, before)
            case "agent" | "host":
                return standing.agent(items, index) or self._resolved_there(items, index, cue, before)
            case "partner":
                return self.company.partners(items, index)
            case "list":
                return standing.behind(items, index)
            case "named":
                return self._named(items, index)
            case "turn":
                given = kind_of(items[index + 1]) == "handed" if index + 1 < len(items) else False
                holders = self._equated(items, index) or self._acting(items, index)
                holders = holders or standing.agent(items, index + given)
                if not holders and self._does(items, index):
                    return []
                holders = holders or standing.subject(items, index)
                return holders or (standing.behind(items, index)[:1] if standing.opens(items, index) else [])
            case "companion":
                told = reported(items, index) and not self.speaking.addressed(items, index, cue)
                return [] if told else standing.companions(items, index) + standing.beside_opening(items, index)
            case _:
                return self._either(items, index)

    def _resolved_there(self, items: Sequence[Item], index: int, cue: Cue, before: Sequence[Item]) -> list[Holder]:
        """Who resolved something in the sentence before, where the sitting is told here: "Rapat itu digelar Senin"."""
        if not self.vocabulary.concept(cue.concept).flag("isHeld") or any(map(_somebody, items[:index])):
            return []
        if not any(text_of(item) in self.vocabulary.demonstratives for item in items[:index]):
            return []
        for at, item in enumerate(before):
            if not isinstance(item, Cue) or item.kind != "cues":
                continue
            if self.vocabulary.concept(item.concept).flag("needsEventWhere"):
                passive = self.standing.takes(item) == "agent"
                who = self.standing.agent(before, at) if passive else self.standing.subject(before, at)
                return [holder for holder in who if holder.institution is not None]
        return []

    def _named(self, items: Sequence[Item], index: int) -> list[Holder]:
        """Those in the list that "namely" opens behind a word: "Personel yang bertugas antara lain Aipda X dan Y"."""
        for at, item in enumerate(items[index + 1 : index + 1 + _REACH_OF_LIST], start=index + 1):
            if kind_of(item) == "introductions" or is_token(item, ":"):
                return [holder for holder in self.standing.companions(items, at) if holder.person is not None]
            if isinstance(item, Holder) or kind_of(item) in ("cues", "speech") or is_token(item, ",", ".", ";"):
                break
        return []

    def _does(self, items: Sequence[Item], index: int) -> bool:
        """Whether whoever has a part is not named, and only did what a verb tells: "pita disematkan oleh inspektur"."""
        before = text_of(items[index - 1]) if index else ""
        return before.rpartition(" ")[2] in self.vocabulary.by_whom

    def _equated(self, items: Sequence[Item], index: int) -> list[Holder]:
        """Who is said to be what a word tells, whatever belongs to that: "Pembaca naskah sejarah X adalah Ketua Y"."""
        for at in range(index + 1, min(index + _REACH_OF_EQUAL, len(items) - 1)):
            item, who = items[at], items[at + 1]
            if isinstance(item, Holder) or is_token(item, ",", ".", ";"):
                return []
            if isinstance(item, Cue) and item.kind == "as" and self.vocabulary.concept(item.concept).flag("defines"):
                return [who] if isinstance(who, Holder) else []
        return []

    def _acting(self, items: Sequence[Item], index: int) -> list[Holder]:
        """Who is told to act in a role that another clause follows: "X bertindak sebagai komandan upacara, dan Y"."""
        who, behind = items[index - 1] if index else None, items[index + 1 : index + 3]
        person = isinstance(who, Holder) and who.person is not None
        parted = len(behind) > 1 and is_token(behind[0], ",") and kind_of(behind[1]) == "conjunctions"
        return [who] if isinstance(who, Holder) and person and parted else []

    def _either(self, items: Sequence[Item], index: int) -> list[Holder]:
        """The holders of a verb that takes them from both sides: "hadir"."""
        behind, ahead = self.standing.behind(items, index), self.standing.subject(items, index)
        if self.standing.opens(items, index):
            return behind or ahead
        if behind and self._besides(items):  # "Selain Kapolres, hadir pula Dandim"
            return ahead + behind
        if self.standing.at_once(items, index):  # "Dari Kodim X hadir Kapten Y"
            return [holder for holder in ahead if holder.institution is not None] + behind or ahead
        many = ahead and not any(holder.person for holder in ahead)
        if many and self.standing.introduced(items, index):  # "Seluruh komisioner hadir, yakni Ketua X dan Anggota Y"
            return ahead + behind
        return ahead or behind

    def _besides(self, items: Sequence[Item]) -> bool:
        """Whether a sentence begins with those beside whom others are named."""
        first = items[0]
        if not isinstance(first, Cue) or first.kind == "date":
            return False
        return self.vocabulary.concept(first.concept).flag("addsToList")

    def _of_rite(self, items: Sequence[Item], index: int) -> bool:
        """Whether only a part of a gathering is led, in front of a verb: "doa dipimpin X", but not "apel dan doa"."""
        for at in range(max(0, index - _REACH_OF_RITE), index):
            if kind_of(items[at]) == "rites" and not any(is_token(item, ",") for item in items[at:index]):
                ahead = items[max(0, at - 2) : at]
                joined = [kind_of(item) for item in ahead] == ["event", "conjunctions"]
                same = bool(ahead) and kind_of(ahead[-1]) == "event" and ahead[-1].start == items[at].start
                return not (joined or same)
        return False


def _behind_event(items: Sequence[Item], index: int) -> bool:
    """Whether the word for another event stands in front of a verb, nobody between: "Distribusi logistik dilepas"."""
    for item in reversed([item for item in items[:index] if item.start < items[index].start]):
        if kind_of(item) == "event" or _somebody(item) or is_token(item, ".", ";"):
            return kind_of(item) == "event"
    return False


def _by_event(items: Sequence[Item], index: int) -> bool:
    """Whether an event stands in front of a verb as its subject, and nobody else: "Apel ini mengundang PPK"."""
    return any(kind_of(item) == "event" for item in items[:index]) and not any(map(_somebody, items[:index]))


def _behind_comma(items: Sequence[Item], visited: Holder) -> list[Holder]:
    """Who does what a sentence begins with: "Kunjungi KPU X, Kapolres Y mengecek gudang"; empty where nobody does."""
    at = next((at for at, item in enumerate(items) if item is visited), len(items))
    comma, who = (*items[at + 1 : at + 3], None, None)[:2]
    named = isinstance(who, Holder) and not who.venue and bool(who.person or who.offices or who.institution)
    return [who] if named and isinstance(who, Holder) and isinstance(comma, Token) and comma.text == "," else []


def _somebody(item: Item) -> bool:
    """Whether an item is a person, a body, or an office at a body."""
    if not isinstance(item, Holder):
        return False
    bodies = (item.institution, *(office.institution for office in item.offices))
    return item.person is not None or any(body is not None for body in bodies)
