"""A sentence that goes on from the main event of an article → the other event that it turns to, or none.

"Usai apel, Kapolda bertatap muka dengan warga. Tatap muka itu dihadiri X"; "Kunjungan dilanjutkan ke kantor Y";
"Sedangkan apel di Rembang dipimpin Z"; "Sebelumnya, serah terima sudah dilaksanakan di Mapolda, dipimpin W".
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Item, kind_of, text_of
from kg.extraction.drafts import EventDraft, Mention, Sentence
from kg.extraction.happenings.event_known import Known, bodies_of_parts
from kg.extraction.happenings.event_mentions import Mentions
from kg.extraction.parts import Part
from kg.extraction.words.vocabulary import Vocabulary
from kg.model import EventKind

_OPENING = 4  # items of a sentence among which a word of sequence stands
_SUBJECT = 2  # items of a sentence among which the event stands of which it tells
_UNTOLD = frozenset({"speech", "wishes", "urging", "modality"})  # kinds of cue by which nothing is told to be done
_ON = 3  # words behind that for an event that say that it went on, and where


class Turns:
    """Finds such events of one document; sentences are asked for in their order."""

    def __init__(self, vocabulary: Vocabulary, mentions: Mentions, known: Known) -> None:
        self.vocabulary = vocabulary
        self.mentions = mentions
        self.known = known
        self._begun: set[EventKind] = set()  # what was told to come after something
        self._known: set[EventKind] = set()  # of other events that were found
        self._before: tuple[int, list[Part]] = (-1, [])  # the last paragraph in which somebody took part, and the parts

    def turned_to(self, main: EventDraft, sentence: Sentence, own: Sequence[Mention]) -> Mention | None:
        """The event that a sentence without a day of its own turns to, by the mentions in it that may be one."""
        told = [part for part in sentence.parts if not part.weak]
        named = [m for m in own if not self.mentions.generic(m)]
        found = self._taken_up(main, sentence, named, told) or self._gone_on(main, sentence, named)
        return found or self._set_against(main, sentence, named, told)

    def note(self, sentence: Sentence, other: EventDraft | None = None) -> None:
        """Take in what a sentence begins, who takes part in what it tells, and the other event that it tells of."""
        if other is not None:
            self._known.add(other.kind)
        if sentence.headline:
            return
        items = sentence.items
        told_of = "event" in sentence.kinds and sentence.kinds.isdisjoint(_UNTOLD)
        if told_of and any(text_of(item) in self.vocabulary.sequence for item in items[:_OPENING]):
            self._begun |= {self.mentions.kind(item) for item in items[1:] if _is_event(item)}  # type: ignore[arg-type]
        if told := [part for part in sentence.parts if not part.weak]:
            self._before = sentence.paragraph, told

    def _taken_up(
        self, main: EventDraft, sentence: Sentence, named: Sequence[Mention], told: Sequence[Part]
    ) -> Mention | None:
        """What was begun after something, where it has only people who had no part in the main event."""
        bodies = bodies_of_parts(told)
        if not bodies or bodies & self.known.of(main).bodies:
            return None
        kind, signs = self.mentions.kind, self.mentions.signs
        others = (m for m in named if kind(m.cue) != main.kind and kind(m.cue) in self._begun - self._known)
        return next((m for m in others if m.index < _SUBJECT or signs.points_back(sentence.items, m.index)), None)

    def _gone_on(self, main: EventDraft, sentence: Sentence, named: Sequence[Mention]) -> Mention | None:
        """A visit that went on from one body to another one."""
        for mention in named if main.kind == "visit" else ():
            if self.mentions.kind(mention.cue) != main.kind:
                continue
            words = self.mentions.signs.text[mention.cue.end : sentence.span.end].casefold().split()[:_ON]
            if self.vocabulary.courses.isdisjoint(words) or self.vocabulary.directions.isdisjoint(words):
                continue
            there = bodies_of_parts(part for part in sentence.parts if part.holder.start > mention.cue.end)
            if there - self.known.of(main).bodies:
                return mention
        return None

    def _set_against(
        self, main: EventDraft, sentence: Sentence, named: Sequence[Mention], told: Sequence[Part]
    ) -> Mention | None:
        """An event of the main one's kind in another regency than that of which the paragraph told right before."""
        paragraph, before = self._before
        opens = sentence.items[0]
        if paragraph != sentence.paragraph or not self._contrasts(opens):
            return None
        here, there = self.known.regencies_of(before), self.known.regencies_of(told)
        if not (here and there) or here & there:
            return None
        same = (m for m in named if self.mentions.kind(m.cue) == main.kind)
        return next((m for m in same if not self.mentions.signs.points_back(sentence.items, m.index)), None)

    def _contrasts(self, item: Item) -> bool:
        conjunction = isinstance(item, Cue) and item.kind == "conjunctions"
        return conjunction and self.vocabulary.concept(item.concept).flag("contrasts")  # type: ignore[union-attr]


def _is_event(item: Item) -> bool:
    return kind_of(item) == "event"
