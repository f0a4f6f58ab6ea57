"""What somebody says in a quote → whether it tells of a part in the event itself: "“Rapat ini dihadiri KPU”, kata X."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Item, Token, kind_of, text_of
from kg.extraction.drafts import EventDraft, Sentence
from kg.extraction.happenings.event_mentions import Mentions
from kg.extraction.happenings.guarded import GUARD
from kg.extraction.words.vocabulary import Vocabulary

_UNTOLD = ("wishes", "urging", "modality", "negation", "speech")  # kinds of cue for what did not take place in a quote
_OPEN_LISTS = ("either", "list")  # sides of words behind which a list may stand
_REACH = 4  # items behind such a word: the words of an event and one that points at it


class Quoted:
    """Judges the words of roles in quotes of one document."""

    def __init__(self, vocabulary: Vocabulary, mentions: Mentions) -> None:
        self.vocabulary = vocabulary
        self.mentions = mentions

    def tells(self, draft: EventDraft, cue: Cue, sentence: Sentence) -> bool:
        """Whether a word of a role in a quote tells of a part in an event."""
        if cue.kind != "cues":
            return False
        on_duty = draft.kind == GUARD and self.vocabulary.concept(cue.concept).flag("toldInQuotes")
        return on_duty or self._points_at(draft, cue, sentence)  # "“Kami dibantu Kodim X,” ujar Kapolres Y"

    def _points_at(self, draft: EventDraft, cue: Cue, sentence: Sentence) -> bool:
        """Whether a quote points at the very event around a word of a role: "“Kunjungan ini dihadiri KPU”".

        Who is together with somebody is so at the event only behind such a word: "kami bersama KPU" are always.
        """
        pointed, items = False, sentence.items
        index = next((at for at, item in enumerate(items) if item is cue), len(items))
        for at, item in enumerate(items[: index + 1]):
            if sentence.outside_quotes(item.start):
                continue
            if kind_of(item) in _UNTOLD:
                return False
            if isinstance(item, Cue) and item.kind == "event":
                pointed = self._same(draft, items, at) or self._opens(draft, items, at)
            elif isinstance(item, Cue) and item.kind == "cues":
                told = not self.vocabulary.concept(item.concept).flag("sharesRole")
                if told and (pointed or self._opens_at(draft, items, at)):
                    return True
        return False

    def _opens(self, draft: EventDraft, items: Sequence[Item], at: int) -> bool:
        """Whether a quote opens with the event's own word as subject of a verb: "“Apel dipimpin Kapolres X"."""
        item, before, verb = items[at], items[:at], items[at + 1] if at + 1 < len(items) else None
        own = isinstance(item, Cue) and item.concept == draft.concept
        return own and len(before) <= 1 and not any(map(_is_word, before)) and kind_of(verb) == "cues"

    def _opens_at(self, draft: EventDraft, items: Sequence[Item], index: int) -> bool:
        """Whether the event is pointed at right behind a word that opens a list: "Hadir dalam rapat ini KPU"."""
        concept = self.vocabulary.concept(items[index].concept)  # type: ignore[union-attr]
        if concept.value("takes") not in _OPEN_LISTS:
            return False
        for at in range(index + 1, min(index + _REACH, len(items))):
            if kind_of(items[at]) != "event":
                return False
            if self._same(draft, items, at):
                return True
        return False

    def _same(self, draft: EventDraft, items: Sequence[Item], at: int) -> bool:
        """Whether a word names the event, or any, with a word that points at it around."""
        item = items[at]
        if not isinstance(item, Cue):
            return False
        around = {text_of(item).rpartition(" ")[2], *map(text_of, items[at + 1 : at + 2])}
        generic = self.vocabulary.concept(item.concept).flag("generic")
        same = generic or self.mentions.kind(item) == draft.kind
        return same and not around.isdisjoint(self.vocabulary.demonstratives)


def _is_word(item: Item) -> bool:
    return not isinstance(item, Token) or item.word
