"""A sentence → the words in it that name an event, each with a score; and of all of them the main event's.

Headline, lead, participants and a date speak for a word; a purpose and an event word before it speak against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extraction.chunks import Cue, Token
from kg.extraction.drafts import LEADING, Mention, Sentence
from kg.extraction.holders import Item
from kg.extraction.vocabulary import Vocabulary
from kg.model import EventKind

_REACH_OF_VERB = 5
_REACH_OF_POINTER = 6
_ENOUGH = 2.5
_AGREEING = 0.3  # what another mention of the same kind adds to a kind's best one
_AGREED = 1.5


class Mentions:
    """Weighs the words of one document that name events."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def of(self, sentence: Sentence) -> Iterable[Mention]:
        """The words of a sentence that name events, outside of quotes, in their order."""
        previous: Mention | None = None
        for index, item in enumerate(sentence.items):
            if not (isinstance(item, Cue) and item.kind == "event") or not sentence.outside_quotes(item.start):
                continue
            concept = self.vocabulary.concept(item.concept)
            score = float(concept.value("weight") or 1)
            if sentence.headline:
                score += 2
            elif sentence.order < LEADING:
                score += 2.5 - sentence.order * 0.5
            if previous is not None and not self._says_only_activity(previous, index):
                score -= 3 * self._dependent(sentence.items, previous.index, index)
            if self._purpose(sentence.items, index):
                score -= 2.5
            if self._part_of_noun(sentence.items, index):
                score -= 3
            if self._reported(sentence.items, index):
                score -= 3
            else:
                score += 1.5 * any(not part.weak and part.role != "attended" for part in sentence.parts)
                score += 0.7 * any(not part.weak and part.role == "attended" for part in sentence.parts)
            score += 0.7 * bool(sentence.dates)
            previous = Mention(item, sentence, index, score)
            yield previous

    def main(self, mentions: Sequence[Mention]) -> Mention | None:
        """The mention that names the article's main event, or None; others of its kind add a little."""
        agreed: dict[EventKind, float] = {}
        for mention in mentions:
            if mention.score > 0 and not self.vocabulary.concept(mention.cue.concept).flag("generic"):
                kind = self.kind(mention.cue)
                agreed[kind] = min(agreed.get(kind, 0) + _AGREEING, _AGREED)
        best = max(mentions, key=lambda m: (m.score + agreed.get(self.kind(m.cue), 0), -m.cue.start), default=None)
        return best if best is not None and best.score >= _ENOUGH else None

    def kind(self, cue: Cue) -> EventKind:
        """The kind of event that a word names."""
        return self.vocabulary.concept(cue.concept).value("eventKind") or "other"  # type: ignore[return-value]

    def main_kind(self, main: Mention, sentences: Sequence[Sentence]) -> EventKind:
        """The kind of the main event: a contest or feast that somebody opens or closes in the lead is its ceremony."""
        opened = self.vocabulary.concept(main.cue.concept).value("whenOpened")
        if opened is not None:
            for sentence in [main.sentence, *(s for s in sentences if s.headline or s.leading)]:
                if any(self._opens(item) for item in sentence.items):
                    return opened  # type: ignore[return-value]
        return self.kind(main.cue)

    def points_back(self, mention: Mention) -> bool:
        """Whether a word like "ini" or "tersebut" behind an event word says that it was named before."""
        for item in mention.sentence.items[mention.index + 1 : mention.index + 1 + _REACH_OF_POINTER]:
            if item.start < mention.cue.end:
                continue
            if isinstance(item, Token) and item.text.casefold() in self.vocabulary.demonstratives:
                return True
            if isinstance(item, Cue) and item.kind in ("cues", "speech", "date", "clause-breaks"):
                return False
        return False

    def _opens(self, item: Item) -> bool:
        return isinstance(item, Cue) and item.kind == "cues" and self.vocabulary.concept(item.concept).flag("opening")

    def _says_only_activity(self, previous: Mention, index: int) -> bool:
        """Whether the event word before is an empty one that this one fills: "kegiatan apel", "acara pelantikan"."""
        return index == previous.index + 1 and self.vocabulary.concept(previous.cue.concept).flag("generic")

    def _dependent(self, items: Sequence[Item], first: int, second: int) -> bool:
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
            if isinstance(item, Token) and not item.capital and item.text not in "-/":
                return False
            if isinstance(item, Cue) and item.kind in ("cues", "speech", "date"):
                return False
        return second - first <= 8

    def _part_of_noun(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event word only says of which kind the noun before it is: "pos pengamanan", "masa kampanye"."""
        before = items[index - 1] if index else None
        word = before.text if isinstance(before, Token) else before.form if isinstance(before, Cue) else ""
        return word.casefold() in self.vocabulary.nouns_of_events

    def _reported(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event word belongs to what somebody says: "mengatakan kerja sama berjalan lewat patroli".

        What somebody did while speaking is not: "kata Kapolres saat apel".
        """
        said = (item for item in reversed(items[:index]) if isinstance(item, Cue) and item.kind in ("speech", "while"))
        return next((item.kind == "speech" for item in said), False)

    def _purpose(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event word only says what something is for: "dalam rangka pengamanan Pilkada"."""
        for item in reversed(items[max(0, index - 4) : index]):
            if isinstance(item, Cue) and item.kind == "clause-breaks":
                return self.vocabulary.concept(item.concept).value("kindOfBreak") in ("purpose", "limit")
            if (isinstance(item, Cue) and item.kind in ("cues", "date")) or (
                isinstance(item, Token) and item.text == ","
            ):
                return False
        return False
