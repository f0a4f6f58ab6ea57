"""A sentence → the words in it that name an event, each with a score; and of all of them the main event's.

Headline, lead, participants and a date speak for a word; a purpose and an event word before it speak against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extraction.chunks import Cue, Holder, Token
from kg.extraction.drafts import LEADING, Mention, Sentence
from kg.extraction.holders import Item
from kg.extraction.vocabulary import Vocabulary
from kg.model import EventKind

_REACH_OF_VERB = 5
_REACH_OF_POINTER = 6
_REACH_OF_OBJECT = 3
_LONGEST_NOUN = 24  # characters
_ENOUGH = 2.5
_AGREEING = 0.3  # what another mention of the same kind adds to a kind's best one
_AGREED = 1.5


class Mentions:
    """Weighs the words of one document that name events."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.vocabulary = vocabulary
        self.text = text

    def of(self, sentence: Sentence) -> Iterable[Mention]:
        """The words of a sentence that name events, outside of quotes, in their order."""
        previous: Mention | None = None
        for index, item in enumerate(sentence.items):
            if not (isinstance(item, Cue) and item.kind == "event") or not sentence.outside_quotes(item.start):
                continue
            concept = self.vocabulary.concept(item.concept)
            if concept.flag("ofPeople") and not self._people_behind(sentence.items, index):
                continue
            score = float(concept.value("weight") or 1)
            if sentence.headline:
                score += 2
            elif sentence.order < LEADING:
                score += 2.5 - sentence.order * 0.5
            if previous is not None and not self._says_only_activity(previous, index):
                score -= 3 * self._dependent(sentence.items, previous.index, index)
            if self._purpose(sentence.items, index):
                score -= 2.5
            if self._part_of_noun(item):
                score -= 3
            if self._planned(sentence.items, index):
                score -= 1.5
            if self._reported(sentence.items, index):
                score -= 3
            else:
                score += 1.5 * any(not part.weak and part.role != "attended" for part in sentence.parts)
                score += 0.7 * any(not part.weak and part.role == "attended" for part in sentence.parts)
            score += 0.7 * bool(sentence.dates)
            score += self._happens(sentence.items, index)
            previous = Mention(item, sentence, index, score)
            yield previous

    def main(self, mentions: Sequence[Mention]) -> Mention | None:
        """The mention that names the article's main event, or None; others of its kind add a little."""
        agreed: dict[EventKind, float] = {}
        for mention in mentions:
            if mention.score > 0 and not self.vocabulary.concept(mention.cue.concept).flag("generic"):
                kind = self.kind(mention.cue)
                agreed[kind] = min(agreed.get(kind, 0) + _AGREEING, _AGREED)
        if not mentions:
            return None
        best = max(mentions, key=lambda m: (m.score + agreed.get(self.kind(m.cue), 0), -m.cue.start))
        return best if best.score >= _ENOUGH else None

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

    def _part_of_noun(self, event: Cue) -> bool:
        """Whether an event word only says of which kind the noun before it is: "pos pengamanan", "masa kampanye"."""
        before = self.text[max(0, event.start - _LONGEST_NOUN) : event.start].split()
        return bool(before) and before[-1].casefold() in self.vocabulary.nouns_of_events

    def _people_behind(self, items: Sequence[Item], index: int) -> bool:
        """Whether people stand behind a verb that may have other objects: "mengumpulkan para Kapolsek", not "bukti"."""
        behind = [item for item in items[index + 1 :] if item.start >= items[index].end][:_REACH_OF_OBJECT]
        return any(
            isinstance(item, Holder) or (isinstance(item, Cue) and item.kind in ("person-cues", "plural"))
            for item in behind
        )

    def _happens(self, items: Sequence[Item], index: int) -> bool:
        """Whether an event word is the subject of a verb that says that it took place: "mediasi berlangsung alot"."""
        words = (_text(item) for item in items[index + 1 : index + 1 + _REACH_OF_OBJECT])
        return any(word in self.vocabulary.happening for word in words)

    def _planned(self, items: Sequence[Item], index: int) -> bool:
        """Whether a word in front of an event word says that it is to come: "akan melakukan pengawalan"."""
        return any(
            isinstance(item, Cue)
            and item.kind == "modality"
            and self.vocabulary.concept(item.concept).value("status") == "planned"
            for item in items[max(0, index - _REACH_OF_VERB) : index]
        )

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


def _text(item: Item) -> str:
    return (item.text if isinstance(item, Token) else item.form if isinstance(item, Cue) else "").casefold()
