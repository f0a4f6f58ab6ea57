"""An event word among the items of its sentence → the signs that it names what took place, or only mentions it.

It may be a purpose, part of a noun or of another event's name, planned, reported, or named before.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token, is_token, kind_of, text_of
from kg.extraction.holding.holders import is_real
from kg.extraction.taking_part.occasions import spoken_in
from kg.extraction.taking_part.vague_times import VagueTimes
from kg.extraction.words.vocabulary import Vocabulary

_PEOPLE = ("person-cues", "plural", "fillers")  # kinds of cue
_REACH_OF_VERB = 5
_REACH_OF_POINTER = 6
_REACH_OF_SUBJECT = 10
_REACH_OF_OBJECT = 3
_REACH_OF_SPEECH = 60
_REACH_OF_PURPOSE = 4
_REACH_OF_NO = 3
_VERBS = ("cues", "speech", "while", "modality", "negation")
_CLAUSE = ("cues", "speech", "while", "modality", "negation", "relative", "clause-breaks", "date")  # kinds of cue
_VERBS_OR_EVENTS = ("event", "cues", "speech", "date")
_TIED = 2  # items from an event to another one behind a conjunction
_LONGEST_NOUN = 24  # characters


class Signs:
    """Reads the surroundings of the event words of one document."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self.vague_times = VagueTimes(vocabulary, text)

    def dependent(self, items: Sequence[Item], first: int, second: int) -> bool:
        """Whether an event word belongs to the one before: "Rakor Persiapan Pengamanan", "meninjau vaksinasi".

        Two that a conjunction ties stand side by side.
        """
        start = items[first].start
        if second - first <= _REACH_OF_VERB and any(
            isinstance(item, Cue) and item.kind == "cues" and item.start == start for item in items[first : first + 3]
        ):
            return True
        between = items[first + 1 : second]
        if len(between) == 1 and isinstance(between[0], Cue) and between[0].kind == "conjunctions":
            return False
        for item in between:
            plain = isinstance(item, Token) and not item.capital and item.text not in "-/"
            if plain and text_of(item) not in self.vocabulary.frames_of_events:
                return False
            if isinstance(item, Cue) and item.kind in ("cues", "speech", "date"):
                return False
        return second - first <= 8

    def part_of_noun(self, event: Cue) -> bool:
        """Whether an event word only says of which kind the noun before it is: "pos pengamanan", "masa kampanye".

        A verb does not: "90 personel diturunkan".
        """
        if self.vocabulary.concept(event.concept).flag("dated"):
            return False
        before = self.text[max(0, event.start - _LONGEST_NOUN) : event.start].split()
        return bool(before) and before[-1].casefold() in self.vocabulary.nouns_of_events

    def people_ahead(self, items: Sequence[Item], index: int) -> bool:
        """Whether people, or nothing, stand in front of a verb that may have other subjects: "90 orang diturunkan"."""
        before = items[max(0, index - _REACH_OF_SUBJECT) : index]
        return not before or any(_is_people(item) or kind_of(item) == "pronouns" for item in before)

    def happens(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event word is the subject of a verb that says that it took place: "mediasi berlangsung alot"."""
        words = (text_of(item) for item in items[index + 1 : index + 1 + _REACH_OF_OBJECT])
        return any(word in self.vocabulary.happening for word in words)

    def went_before(self, items: Sequence[Item], index: int) -> bool:
        """Whether a sentence tells that an event was over before its other one.

        "Usai apel, Kapolres meninjau gudang", "Kapolres meninjau gudang usai meresmikan masjid".
        """
        sequence = self.vocabulary.sequence
        if not any(text_of(item) in sequence for item in items[max(0, index - _REACH_OF_OBJECT) : index]):
            return False
        if any(kind_of(item) == "event" for item in items[: max(0, index - 1)]):
            return text_of(items[index - 1]) in sequence
        if text_of(items[0]) not in sequence or index > _REACH_OF_OBJECT:
            return False
        behind = items[index + 1 :]
        comma = next((at for at, item in enumerate(behind) if text_of(item) == ","), len(behind))
        return any(kind_of(item) == "event" for item in behind[comma:])

    def another(self, items: Sequence[Item], index: int) -> bool:
        """Whether the words beside an event's say that it is another one: "rapat sebelumnya", "Sebelumnya, rapat"."""
        beside = (*items[:1], *items[index + 1 : index + 2])
        return any(text_of(item) in self.vocabulary.others_of_a_kind for item in beside)

    def added(self, items: Sequence[Item], first: int, second: int) -> bool:
        """Whether an event only went on with another one: "pelantikan yang dirangkaikan dengan rapat kerja"."""
        between = items[max(first + 1, second - _REACH_OF_OBJECT) : second]
        return any(text_of(item) in self.vocabulary.courses for item in between)

    def tied(self, items: Sequence[Item], first: int, second: int) -> bool:
        """Whether a conjunction ties an event to the one before: "audiensi dan silaturahmi"."""
        return second == first + _TIED and kind_of(items[first + 1]) == "conjunctions"

    def also(self, items: Sequence[Item], index: int) -> bool:
        """Whether a word in front of the verbs of a sentence says that they are doings more: "ia juga meresmikan"."""
        ahead = [item for item in items[:index] if isinstance(item, Cue) and item.start < items[index].start]
        first = next((at for at, item in enumerate(ahead) if item.kind in _VERBS_OR_EVENTS), len(ahead))
        return first > 0 and self.vocabulary.concept(ahead[first - 1].concept).flag("goesOn")

    def of_doers(self, items: Sequence[Item], index: int) -> bool:
        """Whether a verb only says who those are of whom another one behind it tells.

        "Personel yang mengamankan gudang dicek Kapolres".
        """
        doers = items[index - 2] if index > 1 and kind_of(items[index - 1]) == "relative" else None
        if not isinstance(doers, Cue) or not _is_people(doers):
            return False
        behind = (item for item in items[index + 1 :] if item.start >= items[index].end)
        return kind_of(next((item for item in behind if kind_of(item) in _VERBS_OR_EVENTS), None)) == "event"

    def occasion(self, items: Sequence[Item], index: int) -> bool:
        """Whether what the text before tells was said at an event: "Hal itu diungkapkan dalam rapat, Senin (2/9)"."""
        speech = spoken_in(self.vocabulary, items, index)
        if speech is None or not any(kind_of(item) == "date" for item in items[index:]):
            return False
        return not any(isinstance(item, Holder) and is_real(item) for item in items[:index])

    def of_person(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event word only says who somebody is: "Ani yang dilantik itu berharap"."""
        ahead = [item for item in items[max(0, index - _REACH_OF_OBJECT) : index] if text_of(item) != ","]
        who, clause = (None, None, *ahead)[-2:]
        if kind_of(clause) != "relative" or not isinstance(who, Holder) or who.person is None:
            return False
        behind = (item for item in items[index + 1 :] if item.start >= items[index].end)
        return any(kind_of(item) in ("event", "speech", "wishes", "urging") for item in behind)

    def denied(self, items: Sequence[Item], index: int) -> bool:
        """Whether a word in front of an event word says no: "tanpa menemui kendala", "tidak datang pada pelantikan"."""
        ahead = [item for item in items[max(0, index - _REACH_OF_NO) : index] if item.start < items[index].start]
        for item in reversed(ahead):
            if kind_of(item) == "negation":
                return not self.vocabulary.concept(item.concept).flag("affirms")  # type: ignore[union-attr]
            if not (kind_of(item) == "cues" or (isinstance(item, Token) and item.word and item.text.islower())):
                break
        return False

    def habit(self, items: Sequence[Item], index: int) -> bool:
        """Whether words in front of an event's say that it is held again and again: "terus melakukan sosialisasi"."""
        return any(text_of(item) in self.vocabulary.habits for item in items[max(0, index - _REACH_OF_NO) : index])

    def planned(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event is to come: "akan melakukan pengawalan", "Pleno tingkat kecamatan ditargetkan rampung"."""
        verbs = (item for item in items[index + 1 : index + 1 + _REACH_OF_POINTER] if kind_of(item) in _VERBS)
        near = [*items[max(0, index - _REACH_OF_VERB) : index], next(verbs, None), self._behind_day(items, index)]
        return any(isinstance(item, Cue) and self._to_come(item) for item in near)

    def dated_ahead(self, items: Sequence[Item], index: int) -> bool:
        """Whether the day behind an event word is said to be still to come."""
        item = self._behind_day(items, index)
        return isinstance(item, Cue) and self._to_come(item)

    def _to_come(self, cue: Cue) -> bool:
        """Whether a word says that something is still to come."""
        return cue.kind == "modality" and self.vocabulary.concept(cue.concept).value("status") == "planned"

    def _behind_day(self, items: Sequence[Item], index: int) -> Item | None:
        """What stands right behind the day of an event: "pencoblosan pada 17 April mendatang"."""
        for at in range(index + 1, min(len(items) - 1, index + 1 + _REACH_OF_POINTER)):
            if kind_of(items[at]) == "date":
                return items[at + 1]
            if kind_of(items[at]) in ("event", "candidacy") or isinstance(items[at], Holder):
                return None  # "rapat persiapan pilkada 27 November mendatang"
        return None

    def reported(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event word belongs to what somebody says: "mengatakan kerja sama berjalan lewat patroli".

        What somebody did while speaking is not: "kata Kapolres saat apel", "kata Kapolres dalam rapat"; nor what
        somebody does in order to say something: "guna memastikan kesiapan, Kapolres meninjau gudang".
        """
        if spoken_in(self.vocabulary, items, index):
            return False
        for at in range(index - 1, max(0, index - _REACH_OF_SPEECH) - 1, -1):
            item = items[at]
            if isinstance(item, Cue) and self._turns(item) and not self._meant(items, at):
                return item.kind == "speech" and not _of_speaker(items[at + 1 : index])
        return False

    def _turns(self, item: Cue) -> bool:
        """Whether what follows a word is what somebody says, or what she does while she says it."""
        return item.kind in ("speech", "while") or (
            item.kind == "cues" and self.vocabulary.concept(item.concept).flag("while")
        )

    def _meant(self, items: Sequence[Item], at: int) -> bool:
        """Whether a word of purpose stands right before an item: "untuk memastikan"."""
        ahead = items[at - 1] if at else None
        return isinstance(ahead, Cue) and ahead.kind == "clause-breaks" and self._is_purpose(ahead)

    def _is_purpose(self, item: Cue) -> bool:
        return self.vocabulary.concept(item.concept).value("kindOfBreak") == "purpose"

    def purpose(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event word only says what something is for, or why it is: "dalam rangka pengamanan Pilkada".

        What somebody is called to takes place: "memanggil KPU untuk rapat".
        """
        for at in range(index - 1, max(0, index - _REACH_OF_PURPOSE) - 1, -1):
            item = items[at]
            if isinstance(item, Cue) and item.kind == "clause-breaks":
                purpose = self.vocabulary.concept(item.concept).value("kindOfBreak") in ("purpose", "limit", "reason")
                return purpose and not (self._called(items, at, items[index]) or self._ends_topic(items, at, index))
            if (isinstance(item, Cue) and item.kind in ("cues", "date")) or (
                isinstance(item, Token) and item.text == ","
            ):
                return False
        return False

    def of_one(self, items: Sequence[Item], first: int, second: int) -> bool:
        """Whether two event words may stand in one name: nothing is done or told between them."""
        between = items[first + 1 : second]
        return not any(kind_of(item) in _CLAUSE or is_token(item, ",") for item in between)

    def _ends_topic(self, items: Sequence[Item], at: int, index: int) -> bool:
        """Whether a passive verb is that of a subject with its topic: "Nota tentang pajak ditandatangani X"."""
        event, topic = items[index], items[at]
        if not (isinstance(event, Cue) and isinstance(topic, Cue)) or at == 0 or index - at == 1:
            return False
        of_noun = self.vocabulary.concept(topic.concept).flag("ofNoun")
        clause = any(kind_of(item) in ("relative", "speech") for item in items[at:index])
        return of_noun and not clause and self.vocabulary.passive(event.form.partition(" ")[0].casefold())

    def _called(self, items: Sequence[Item], at: int, event: Item) -> bool:
        """Whether the nearest verb in front of a position calls people to something, or sends them out to guard it."""
        verbs = (item for item in reversed(items[:at]) if isinstance(item, Cue) and item.kind in _VERBS)
        verb = self.vocabulary.concept(found.concept) if (found := next(verbs, None)) is not None else None
        guards = isinstance(event, Cue) and self.vocabulary.concept(event.concept).value("eventKind") == "patrol"
        return verb is not None and (verb.value("calls") is not None or (guards and verb.flag("sendsToGuard")))

    def points_back(self, items: Sequence[Item], index: int) -> bool:
        """Whether a word like "ini" or "tersebut" behind an event word says that it was named before."""
        if text_of(items[index]).rpartition(" ")[2] in self.vocabulary.demonstratives:
            return True  # "kegiatan ini"
        for item in items[index + 1 : index + 1 + _REACH_OF_POINTER]:
            if item.start < items[index].end:
                continue
            if isinstance(item, Token) and item.text.casefold() in self.vocabulary.demonstratives:
                return True
            if isinstance(item, Cue) and item.kind in ("cues", "speech", "date", "clause-breaks"):
                return False
        return False


def _of_speaker(said: Sequence[Item]) -> bool:
    """Whether what stands behind a verb of speech only tells who speaks: "terang Kabag Ops X yang memimpin (apel)"."""
    speaker, clause = (*said, None, None)[:2]
    named = isinstance(speaker, Holder) and is_real(speaker) and kind_of(clause) == "relative"
    return named and all(kind_of(item) not in ("clause-breaks", "event") for item in said)


def people_behind(items: Sequence[Item], index: int) -> bool:
    """Whether people stand behind a verb that may have other objects: "mengumpulkan para Kapolsek", not "bukti"."""
    end = items[index].end
    behind = [item for item in items[index + 1 : index + 1 + 2 * _REACH_OF_OBJECT] if item.start >= end]
    return any(map(_is_people, behind[:_REACH_OF_OBJECT]))


def _is_people(item: Item) -> bool:
    return is_real(item) if isinstance(item, Holder) else kind_of(item) in _PEOPLE
