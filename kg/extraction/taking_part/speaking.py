"""Who speaks at a gathering was there: "kata X saat apel", "X menyinggung netralitas dalam rapat", "Dalam rapat X".

In come the items of a sentence and the place of a word; out come the parts of those who speak.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from kg.extraction.chunks import Cue, Holder, Item, is_token, kind_of, text_of
from kg.extraction.holding.holders import is_real
from kg.extraction.parts import Part
from kg.extraction.taking_part.occasions import is_occasion, is_period, spoken_at, spoken_in
from kg.extraction.taking_part.standing import Standing
from kg.extraction.words.vocabulary import Vocabulary

_VERBS = frozenset({"cues", "event", "modality", "negation", "relative"})
_BEFORE_CROWD = frozenset({"plural", "fillers"})  # kinds of cue
_OUGHT = ("modality", "urging", "wishes")  # kinds of cue
_REACH_OF_DUTY = 6  # items behind a word of time among which may stand what ought to be done
_QUOTES = ('"', "“", "”", ";")
_ON_THE_WAY = ("visit", "patrol")  # kinds of event at which people speak now and then
_OPENING = 4  # items of a sentence among which the event stands in which somebody speaks
_REACH = 4  # items behind a word of time among which its event stands
_REACH_OF_OPENED = 30  # items behind an opening event among which its speaker stands
_REACH_OF_SPEECH = 5  # items between a speaker and the verb


class Speaking:
    """Finds the speakers by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, standing: Standing) -> None:
        self.vocabulary = vocabulary
        self.standing = standing

    def tells_when(self, items: Sequence[Item], index: int, cue: Cue) -> bool:
        """Whether a word of a role only says at what event somebody speaks: "katanya di sela-sela kegiatan rapat"."""
        behind = items[index + 1] if index + 1 < len(items) else None
        return self.vocabulary.concept(cue.concept).flag("while") and kind_of(behind) == "event"

    def addressed(self, items: Sequence[Item], index: int, cue: Cue) -> bool:
        """Whether a word says in front of whom somebody speaks: "disampaikan 15 partai di hadapan Bupati X"."""
        if not self.vocabulary.concept(cue.concept).flag("audience"):
            return False
        said = max((at for at in range(index) if kind_of(items[at]) == "speech"), default=index)
        return not any(kind_of(item) == "clause-breaks" or is_token(item, *_QUOTES) for item in items[said:index])

    def while_there(self, items: Sequence[Item], index: int, cue: Cue, before: Sequence[Item]) -> Iterator[Part]:
        """The speaker before a word of time: "kata X saat konferensi pers", "X mengajak warga rukun saat sambang".

        A pronoun means the first person of the sentence `before`.
        """
        spoken = next((at for at in range(index - 1, -1, -1) if kind_of(items[at]) == "speech"), None)
        if spoken and self._told_of(items, spoken, index):
            return
        event = next((item for item in items[index + 1 : index + _REACH] if kind_of(item) == "event"), None)
        if spoken is not None and isinstance(event, Cue):
            speakers = [item for item in items[max(0, index - 2) : index] if isinstance(item, Holder) and is_real(item)]
            if not speakers and not is_period(self.vocabulary, items, event):
                speakers = self.standing.subject(items, spoken) or self._meant(items, spoken, before)
            yield from (Part(holder, "attended", cue, weak=False) for holder in speakers[-1:])

    def _told_of(self, items: Sequence[Item], spoken: int, index: int) -> bool:
        """Whether somebody tells, or wishes, what was said elsewhere: "berharap komitmen yang ditegaskan X saat Y"."""
        if kind_of(items[spoken - 1]) != "relative":
            return False
        ahead = any(kind_of(item) == "speech" for item in items[: spoken - 1])
        return ahead or any(kind_of(item) in _OUGHT for item in items[index + 1 : index + 1 + _REACH_OF_DUTY])

    def before_audience(self, items: Sequence[Item], index: int, cue: Cue) -> Iterator[Part]:
        """Who speaks in front of others: "ujar Kapolsek X di hadapan tokoh masyarakat"."""
        said, speaker = items[index - 2 : index] if index > 1 else (None, None)
        if isinstance(speaker, Holder) and is_real(speaker) and kind_of(said) == "speech":
            yield Part(speaker, "attended", cue, weak=False)

    def to_those_present(self, items: Sequence[Item], index: int, cue: Cue) -> Iterator[Part]:
        """Who asks those who came for something: "Kapolsek X meminta semua yang hadir", "mengajak peserta apel"."""
        if not self.vocabulary.concept(cue.concept).flag("wishes"):
            return
        behind = [item for item in items[index + 1 : index + 1 + _REACH] if kind_of(item) not in _BEFORE_CROWD]
        crowd = text_of(behind[0]) if behind else ""
        of_event = len(behind) > 1 and kind_of(behind[1]) == "event"
        if crowd in self.vocabulary.those_present or (crowd in self.vocabulary.crowds and of_event):
            speakers = self.standing.subject(items, index)
            yield from (Part(holder, "attended", cue, weak=True) for holder in speakers[-1:])

    def in_event(self, items: Sequence[Item], index: int, event: Cue, before: Sequence[Item]) -> Iterator[Part]:
        """The speaker around an event word: "kata X dalam rapat", "Dalam rapat itu, Ketua KPU X mengatakan"."""
        speech = spoken_in(self.vocabulary, items, index)
        if speech is not None:
            people = self._around(items, speech) or self._meant(items, speech, before)
            yield from (Part(holder, "attended", event, weak=True) for holder in people[-1:])
        elif (speaker := self._ahead(items, index, event)) is not None:
            yield Part(speaker, "attended", event, weak=False)
        elif (speaker := self._behind(items, index, event)) is not None:
            yield Part(speaker, "attended", event, weak=not any(map(self._while, items[max(0, index - 2) : index])))

    def _around(self, items: Sequence[Item], speech: int) -> list[Holder]:
        """The persons right before a verb of speech; behind it too, unless those are whom it asks: "meminta KPU X"."""
        verb = items[speech]
        asks = isinstance(verb, Cue) and self.vocabulary.concept(verb.concept).flag("wishes")
        near = [*items[max(0, speech - 2) : speech], *items[speech + 1 : speech + 2 - asks]]
        return [item for item in near if isinstance(item, Holder) and item.person is not None and is_real(item)]

    def _meant(self, items: Sequence[Item], speech: int, before: Sequence[Item]) -> list[Holder]:
        """Whom a pronoun beside a verb of speech, or at its end, means: the first person of the sentence before."""
        verb = items[speech]
        pronoun = isinstance(verb, Cue) and self.vocabulary.concept(verb.concept).flag("ofPronoun")
        if not pronoun and not any(kind_of(item) == "pronouns" for item in items[max(0, speech - 1) : speech + 2]):
            return []
        people = (item for item in before if isinstance(item, Holder) and item.person is not None and is_real(item))
        return list(islice(people, 1))

    def _ahead(self, items: Sequence[Item], index: int, event: Cue) -> Holder | None:
        """The person in front of an event at which she speaks: "Kapolres X dalam deklarasi damai itu meminta …"."""
        called = index > 1 and self._generic(items[index - 1])
        opener = index - 1 - called
        if opener < 1 or not self._opens(items[opener]) or not spoken_at(self.vocabulary, items, event):
            return None
        ahead = items[opener - 2] if opener > 1 and is_token(items[opener - 1], ",") else items[opener - 1]
        there = isinstance(ahead, Holder) and ahead.person is not None and is_real(ahead)
        return ahead if there and self._says(items, index, _REACH_OF_OPENED) else None  # type: ignore[return-value]

    def _generic(self, item: Item) -> bool:
        """Whether a word is for what any gathering could be: "acara"."""
        return isinstance(item, Cue) and item.kind == "event" and self.vocabulary.concept(item.concept).flag("generic")

    def _opens(self, item: Item) -> bool:
        """Whether an event may stand behind a word as when something happens: "dalam", "saat", "di sela kegiatan"."""
        return self._while(item) or text_of(item) in self.vocabulary.prepositions

    def _while(self, item: Item) -> bool:
        """Whether a word says that something else happens at the same time: "saat", "di sela kegiatan"."""
        told = isinstance(item, Cue) and item.kind == "cues" and self.vocabulary.concept(item.concept).flag("while")
        return told or kind_of(item) == "while"

    def _behind(self, items: Sequence[Item], index: int, event: Cue) -> Holder | None:
        """The first person behind an event that opens a sentence, with a verb of speech: "Dalam rapat itu, X meminta".

        What any gathering could be, "kegiatan", must have been named before; so must a visit or a patrol.
        """
        concept = self.vocabulary.concept(event.concept)
        generic = concept.flag("generic")
        called = index > 1 and not generic and self._generic(items[index - 1])  # "di sela kegiatan apel"
        ahead = items[index - 1 - called] if called < index < _OPENING else None
        if ahead is None or not self._opens(ahead):
            return None
        if not (generic or is_occasion(self.vocabulary, items, event) or self._told(items, index)):
            return None
        pointed = not generic or event.form.rpartition(" ")[2].casefold() in self.vocabulary.demonstratives
        for at in range(index + 1, min(len(items), index + _REACH_OF_OPENED)):
            item = items[at]
            if kind_of(item) in ("speech", "modality", "negation"):
                return None
            pointed = pointed or text_of(item) in self.vocabulary.demonstratives
            if isinstance(item, Holder) and item.person is not None and is_real(item) and self._says(items, at):
                return item if pointed else None
        return None

    def _told(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event is a visit or a patrol of which the text told before: "Dalam patroli itu, X mengimbau"."""
        concept = self.vocabulary.concept(items[index].concept)  # type: ignore[union-attr]
        behind = text_of(items[index + 1]) if index + 1 < len(items) else ""
        return concept.value("eventKind") in _ON_THE_WAY and behind in self.vocabulary.demonstratives

    def _says(self, items: Sequence[Item], at: int, reach: int = _REACH_OF_SPEECH) -> bool:
        """Whether the first verb behind somebody, or behind an event, is one of speech."""
        for item in items[at + 1 : at + 1 + reach]:
            if (isinstance(item, Holder) and not item.venue) or kind_of(item) in _VERBS:
                return False
            if kind_of(item) == "speech":
                return True
        return False


def reported(items: Sequence[Item], index: int) -> bool:
    """Whether a word belongs to what somebody says: "menambahkan bahwa anggotanya bekerja bersama Panwascam".

    What a spokesman tells of an event is told: "Dikatakan Kapendam, dalam kunjungan itu Pangdam didampingi X".
    """
    said = [at for at, item in enumerate(items[:index]) if kind_of(item) == "speech"]
    if said != [0]:
        return bool(said)
    comma = next((at for at, item in enumerate(items[:index]) if is_token(item, ",")), index)
    return not any(kind_of(item) == "event" for item in items[comma:index])
