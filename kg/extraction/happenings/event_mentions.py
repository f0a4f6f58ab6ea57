"""A sentence → the words in it that name an event, each with a score; and of all of them the main event's.

Headline, lead, participants and a date speak for a word; a purpose and an event word before it speak against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extraction.chunks import Cue, Item, is_token, kind_of
from kg.extraction.dates import DateMention
from kg.extraction.drafts import Mention, Sentence
from kg.extraction.happenings.no_events import NoEvents
from kg.extraction.happenings.plenaries import Plenaries
from kg.extraction.taking_part.event_signs import Signs, people_behind
from kg.extraction.taking_part.guests import guest_opens
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import EventKind

_HEADLINE, _LEAD = 2.0, 2.5  # what the place of a word adds; half a point less for each further sentence of the lead
_ENOUGH = 2.5
_FAR = 3.0  # points: so much less sure, the text's own word for what a headline tells is beside the matter
_TOPIC = 1.5  # what it takes from an event word that it was another one's topic: "pengamanan debat. Debat itu …"
OF_OTHERS: frozenset[EventKind] = frozenset({"patrol", "visit"})  # kinds that guard or look at what others hold
_OF_ELECTIONS: frozenset[EventKind] = frozenset({"campaign", "voting"})
_AGREEING = 0.3  # what another mention of the same kind adds to a kind's best one
_AGREED = 1.5
_PLANNED = 1.5  # what it takes from a word that its event is to come
_NAMED = 4.0  # score of what the first sentence surely tells
_ADDED = 1.0  # what it takes from a word that it only went on with another one: "pelantikan dirangkai rapat kerja"
_TIED = 0.1  # what it takes from a word that it is the second of two
_RESUMED = 1.0  # what it takes from a word that only takes up a visit again, or adds a doing: "ia juga meresmikan"
_HABIT = 3.5  # what it takes from a word without a day, beside others, that its event is held over and over
_OCCASION = 1.8  # what it adds that something was said there on a day: "Hal itu diungkapkan dalam rapat, Senin (2/9)"
_TOLD_TWICE = 1.0  # what it adds to a kind that headline and first sentence name it both
_PURPOSE, _OF_VISIT = 2.5, 1.0  # what it takes from a word that its event is what another one, or a visit, is for
_LISTED = 0.5  # what it adds to a word that so many attend
_MANY = 4  # attendants in one sentence who prove that something took place


class Mentions:
    """Weighs the words of one document that name events."""

    def __init__(self, vocabulary: Vocabulary, text: str, headline: Sequence[Mention] = ()) -> None:
        self.vocabulary = vocabulary
        self.headline = headline  # the words of one that is not in the text
        self.signs = Signs(vocabulary, text)
        self.no_events: set[int] = set()  # where words stand that name none, by what they are said of
        self._none = NoEvents(vocabulary, text)
        self.plenaries = Plenaries(vocabulary, text)
        self._visited = False  # whether the first sentence tells of a visit
        self._planned: set[str] = set()  # event words of what is to come
        self._purposes: set[int] = set()  # where words stand for what an event is for
        self._habits: set[int] = set()  # where words stand for what is held again and again
        self._topics: set[str] = set()  # event words of the lead that only say what is guarded or looked at

    def read(self, sentences: Sequence[Sentence], title: str | None) -> None:
        """Take in what headline, lead and a title apart from the text say of a plenary."""
        apart = None if any(sentence.headline for sentence in sentences) else title
        self.plenaries.read(sentences, apart)

    def of(self, sentence: Sentence, dates: Sequence[DateMention]) -> Iterable[Mention]:
        """The words of a sentence, which has some dates, that name events, outside of quotes, in their order."""
        if "event" not in sentence.kinds:
            return
        place = _HEADLINE if sentence.headline else max(0.0, _LEAD - sentence.order * 0.5) * sentence.leading
        hosted = any(not part.weak and part.role != "attended" for part in sentence.parts)
        attended = any(not part.weak and part.role == "attended" for part in sentence.parts)
        told = 1.5 * hosted + 0.7 * attended + _LISTED * (self._attending(sentence) >= _MANY)
        previous: Mention | None = None
        head: Mention | None = None  # the first of those each of which belongs to the one before
        for index, item in enumerate(sentence.items):
            if not (isinstance(item, Cue) and item.kind == "event") or not sentence.outside_quotes(item.start):
                continue
            if not sentence.may_name_event(item.start) or not self._names(sentence, dates, item, index):
                continue
            dependent = False
            weight = float(self.vocabulary.concept(item.concept).value("weight") or 1)
            score = weight + place + 0.7 * bool(dates)
            if previous is not None and not self._says_nothing(previous, index):
                dependent = self.signs.dependent(sentence.items, previous.index, index)
                score -= 3 * dependent
                told_early = sentence.leading or sentence.headline
                if dependent and told_early and (self._about(previous, item) or self._about(head, item)):
                    self._topics.add(item.concept)
                score -= _ADDED * self._added(sentence, previous, item, index)
                score -= _TIED * self.signs.tied(sentence.items, previous.index, index)
            elif item.concept in self._topics:
                score -= _TOPIC
            score += self._by_signs(sentence, index, item, told) - self._for(sentence, previous, item, index)
            score -= _RESUMED * self._goes_on(sentence, item, index)
            if not dates and self.signs.habit(sentence.items, index):
                self._habits.add(item.start)
            if sentence.order == 0 and self.kind(item) == "visit" and score >= _NAMED:
                self._visited = True
            previous = Mention(item, sentence, index, score)
            head = head if dependent else previous
            yield previous

    def _added(self, sentence: Sentence, previous: Mention, event: Cue, index: int) -> bool:
        """Whether an event only went on with another one, and is no roll call, which is told beside others."""
        alone = self.vocabulary.concept(event.concept).flag("standsAlone")
        return not alone and self.signs.added(sentence.items, previous.index, index)

    def _goes_on(self, sentence: Sentence, event: Cue, index: int) -> bool:
        """Whether an event word behind the first sentence only goes on with what that tells."""
        if sentence.order <= 0:
            return False
        resumed = self._visited and self.vocabulary.concept(event.concept).flag("resumes")
        return resumed or self.signs.also(sentence.items, index)

    def _names(self, sentence: Sentence, dates: Sequence[DateMention], event: Cue, index: int) -> bool:
        """Whether an event word names one here: some want people behind them, or a day in their sentence."""
        if self._none.at(sentence, event):
            self.no_events.add(event.start)
            return False
        concept = self.vocabulary.concept(event.concept)
        if concept.flag("ofPeople") and not people_behind(sentence.items, index):
            return False
        if concept.flag("peopleAhead") and not self.signs.people_ahead(sentence.items, index):
            return False
        if concept.flag("guestOpens") and not guest_opens(sentence.items, index, self.vocabulary):
            return False
        if concept.flag("needsSubject") and not (index and self.signs.people_ahead(sentence.items, index)):
            return False
        return not concept.flag("dated") or any(date.weekday is not None or date.offset is not None for date in dates)

    def _by_signs(self, sentence: Sentence, index: int, event: Cue, told: float) -> float:
        """What the words around an event word add; `told` is what its sentence's participants say for it."""
        signs, items, kinds = self.signs, sentence.items, sentence.kinds
        score = -3.0 if signs.reported(items, index) else told
        score -= 3.0 * ("negation" in kinds and signs.denied(items, index))
        score -= 3.0 * signs.part_of_noun(event)
        score -= 2.0 * ("relative" in kinds and signs.of_doers(items, index))
        score -= _PLANNED * self._awaited(sentence, index, event)
        score -= 2.0 * (signs.went_before(items, index) or signs.another(items, index))
        score -= 2.0 * signs.of_person(items, index)
        score -= 3.0 * signs.vague_times.some_time_ago(sentence, event)
        score += _OCCASION * signs.occasion(items, index)
        return score + signs.happens(items, index)

    def _for(self, sentence: Sentence, previous: Mention | None, event: Cue, index: int) -> float:
        """What it takes from a word that its event is what another one is for, or belongs to such a one.

        What a visit is for takes place there: "kunjungan dalam rangka penandatanganan nota kesepahaman".
        """
        if "clause-breaks" not in sentence.kinds:
            return 0.0
        items = sentence.items
        belongs = previous is not None and previous.cue.start in self._purposes
        if self.signs.purpose(items, index):
            self._purposes.add(event.start)
        elif not (belongs and self.signs.of_one(items, previous.index, index)):  # type: ignore[union-attr]
            return 0.0
        visit = (
            previous is not None and self.kind(previous.cue) == "visit" and kind_of(items[index - 1]) == "clause-breaks"
        )
        return _OF_VISIT if visit and self.kind(event) not in OF_OTHERS else _PURPOSE

    def _awaited(self, sentence: Sentence, index: int, event: Cue) -> bool:
        """Whether an event is to come, or was said before to be: "akan digelar pleno. Pleno itu dimulai Sabtu"."""
        if "modality" in sentence.kinds and self.signs.planned(sentence.items, index):
            self._planned.add(event.concept)
            return True
        return event.concept in self._planned and self.signs.points_back(sentence.items, index)

    def main(self, mentions: Sequence[Mention]) -> Mention | None:
        """The mention that names the article's main event, or None; others of its kind add a little."""
        agreed: dict[EventKind, float] = {}
        told = (*self.headline, *mentions)
        for ahead, mention in zip((None, *told), told, strict=False):
            if mention.score > 0 and not (self.generic(mention) or _in_short(ahead, mention)):
                kind = self.kind(mention.cue)
                agreed[kind] = min(agreed.get(kind, 0) + _AGREEING, _AGREED)
        for kind in self._named(told, -1) & self._named(told, 0):
            agreed[kind] += _TOLD_TWICE
        if not mentions:
            return None

        def for_it(mention: Mention) -> tuple[float, int]:
            """How much speaks for a mention, the earlier of two that are alike."""
            return self._weight(mention) + agreed.get(self.kind(mention.cue), 0), -mention.cue.start

        best = max(told, key=for_it)
        if best in self.headline:
            surest = max(mentions, key=for_it)
            alike = [m for m in mentions if self.kind(m.cue) == self.kind(best.cue)]
            near = [m for m in alike if m.score > 0 and self._weight(surest) - self._weight(m) <= _FAR]
            best = max(near, key=for_it, default=surest)
        if self.generic(best):
            named = (m for m in mentions if m.sentence.headline and m.score >= _ENOUGH and not self.generic(m))
            best = max(named, key=lambda m: (m.score, -m.cue.start), default=self._as_spoken_of(best, mentions))
        if best.score >= _ENOUGH:
            return self._in_full(best, mentions)
        listed = self._of_list(mentions)
        return self._as_spoken_of(listed, mentions) if listed is not None else None

    def _weight(self, mention: Mention) -> float:
        """How much speaks for a word beside others: less where what it names is held again and again."""
        return mention.score - _HABIT * (mention.cue.start in self._habits)

    def _about(self, event: Mention | None, topic: Cue) -> bool:
        """Whether an event is about another one: a guard or a visit, or a meeting in front of an election's days."""
        kind = self.kind(event.cue) if event is not None else "other"
        return kind in OF_OTHERS or (kind == "meeting" and self.kind(topic) in _OF_ELECTIONS)

    def _as_spoken_of(self, plain: Mention, mentions: Sequence[Mention]) -> Mention:
        """A mere "kegiatan" as what a speaker there calls it: "Dalam sambutannya, X mengatakan apel ini penting"."""
        called = (m for m in mentions if m.sentence.parts and m.index and not self.generic(m))
        meant = next((m for m in called if self.signs.points_back(m.sentence.items, m.index)), None)
        return plain if meant is None else replace(plain, cue=replace(plain.cue, concept=meant.cue.concept))

    def _in_full(self, short: Mention, mentions: Sequence[Mention]) -> Mention:
        """A word for an event as the kind that the text names in full before: "Rapat pleno … Rapat itu dibuka X"."""
        begun = f"{short.cue.form.casefold()} "
        before = (m.cue for m in mentions if m.cue.start < short.cue.start)
        full = next((cue for cue in before if cue.form.casefold().startswith(begun)), None)
        return short if full is None else replace(short, cue=replace(short.cue, concept=full.concept))

    def concept(self, main: Mention) -> str:
        """The concept of an event: that of a roll call right behind a word of its kind: "upacara apel"."""
        following = next(iter(main.sentence.items[main.index + 1 :]), None)
        if not isinstance(following, Cue) or following.kind != "event":
            return main.cue.concept
        calls = self.vocabulary.concept(following.concept).flag("standsAlone")
        return following.concept if calls and self.kind(following) == self.kind(main.cue) else main.cue.concept

    def _named(self, mentions: Sequence[Mention], order: int) -> set[EventKind]:
        """The kinds that a sentence surely names, those of mere activities and of habits aside."""
        sure = (m for m in mentions if m.sentence.order == order and m.score >= _ENOUGH)
        sure = (m for m in sure if not (self.kind(m.cue) in OF_OTHERS and m.cue.start in self._purposes))
        return {self.kind(m.cue) for m in sure if not (self.generic(m) or m.cue.start in self._habits)}

    def generic(self, mention: Mention) -> bool:
        """Whether a word may stand for any event."""
        return self.vocabulary.concept(mention.cue.concept).flag("generic")

    def _of_list(self, mentions: Sequence[Mention]) -> Mention | None:
        """The first mere "kegiatan" whose sentence lists those who were there: many who attend prove an event."""
        for mention in mentions:
            if self.generic(mention) and mention.score > 0 and self._attending(mention.sentence) >= _MANY:
                return mention
        return None

    def _attending(self, sentence: Sentence) -> int:
        """How many are surely told to have a part in what a sentence tells."""
        return len({id(part.holder) for part in sentence.parts if not part.weak})

    def kind(self, cue: Cue) -> EventKind:
        """The kind of event that a word names."""
        kind: EventKind = self.vocabulary.kind_of_event(cue.concept)  # type: ignore[assignment]
        return self.plenaries.kind(cue, kind) if kind == "voting" else kind

    def main_kind(self, main: Mention, sentences: Sequence[Sentence]) -> EventKind:
        """The kind of the main event: a contest or feast that somebody opens or closes in the lead is its ceremony."""
        opened = self.vocabulary.concept(main.cue.concept).value("whenOpened")
        if opened is not None:
            for sentence in [main.sentence, *(s for s in sentences if s.headline or s.leading)]:
                if any(self._opens(item) for item in sentence.items):
                    return opened  # type: ignore[return-value]
        behind = next(iter(main.sentence.items[main.index + 1 :]), None)
        if self.vocabulary.concept(main.cue.concept).flag("opensAnother") and isinstance(behind, Cue):
            return self.kind(main.cue if self._no_occasion(behind) else behind)
        return self.kind(main.cue)

    def _no_occasion(self, behind: Cue) -> bool:
        """Whether what is opened is no event, any one, or one whose opening is a ceremony: "pembukaan MTQ"."""
        concept = self.vocabulary.concept(behind.concept)
        return behind.kind != "event" or concept.flag("generic") or concept.value("whenOpened") is not None

    def _opens(self, item: Item) -> bool:
        return isinstance(item, Cue) and item.kind == "cues" and self.vocabulary.concept(item.concept).flag("opening")

    def _says_nothing(self, previous: Mention, index: int) -> bool:
        """Whether the event word before is an empty one that this one fills: "kegiatan apel", "acara pelantikan".

        A verb that is an event only with a day is as empty, and what only says who those are of whom this one tells:
        "turun langsung melakukan monitoring", "petugas yang mengamankan gudang dicek".
        """
        concept = self.vocabulary.concept(previous.cue.concept)
        empty = concept.flag("dated") or (index == previous.index + 1 and concept.flag("generic"))
        return empty or self.signs.of_doers(previous.sentence.items, previous.index)


def _in_short(ahead: Mention | None, mention: Mention) -> bool:
    """Whether a word only gives the short form of the one in front, in brackets: "Komunikasi Sosial (Komsos)"."""
    if ahead is None or ahead.sentence is not mention.sentence or mention.index != ahead.index + 2:
        return False
    return is_token(mention.sentence.items[ahead.index + 1], "(")
