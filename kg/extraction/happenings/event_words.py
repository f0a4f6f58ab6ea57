"""An event's mention → its name, as far as its words reach."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token, is_joint
from kg.extraction.drafts import Mention
from kg.extraction.holding.holders import is_real
from kg.extraction.words.vocabulary import Vocabulary

_NAME_REACH = 110  # characters
_NAME_STOPS = frozenset('.,;:()"“”–')
_IN_NAMES = frozenset({"event", "conjunctions", "fillers", "candidacy", "place-words", "plural"})
_BRACKETED = re.compile(r"(?<!\s)\s*+\([^()]*\)")


def unbracketed(text: str) -> str:
    """A text on one line, without what stands in brackets."""
    return " ".join((_BRACKETED.sub("", text) if "(" in text else text).split())


def _is_text(item: Item, text: str) -> bool:
    return isinstance(item, Token) and item.text == text


class Wording:
    """Reads the names of the events of one document."""

    def __init__(self, vocabulary: Vocabulary, text: str) -> None:
        self.vocabulary = vocabulary
        self.text = text

    def name(self, mention: Mention) -> str:
        """The words that name an event, from its head to the first break; a short form in brackets is passed over."""
        items = mention.sentence.items
        end, position = mention.cue.end, mention.index + 1
        while position < len(items):
            item = items[position]
            position += 1
            if item.start < end:
                end = max(end, item.end) if isinstance(item, Holder) and not is_real(item) else end
                continue
            if self._short_form(items, position - 1):
                position += 2
                continue
            if item.start - mention.cue.start > _NAME_REACH:
                break
            if self._ends_name(item) or self._week(item):
                break
            if not is_joint(item):
                end = item.end
        name = self._without_pointer(unbracketed(self.text[mention.cue.start : end]).rstrip(" -–"))
        return name[:1].upper() + name[1:]

    def _without_pointer(self, name: str) -> str:
        """A name without the words at its end that only point at the event: "Seminar itu", "Apel kali ini"."""
        words = name.split()
        while len(words) > 1:
            last = next((n for n in (2, 1) if " ".join(words[-n:]).casefold() in self.vocabulary.demonstratives), 0)
            if not last or last == len(words):
                break
            words = words[:-last]
        return " ".join(words)

    def _short_form(self, items: Sequence[Item], at: int) -> bool:
        """Whether a bracketed short form stands here: "Rapat Koordinasi (Rakor) Persiapan"."""
        three = items[at : at + 3]
        return len(three) == 3 and _is_text(three[0], "(") and isinstance(three[1], Cue) and _is_text(three[2], ")")

    def _week(self, item: Item) -> bool:
        """Whether a week is told at an item, counted from now: "pleno pekan depan"."""
        if not isinstance(item, Token) or item.capital:
            return False
        return any(self.text.startswith(week, item.start) for week in self.vocabulary.weeks)

    def _ends_name(self, item: Item) -> bool:
        """Whether a word can't stand in the name of an event."""
        if isinstance(item, Cue):
            if item.kind == "date":
                return True
            inside = item.kind in _IN_NAMES or self.vocabulary.concept(item.concept).flag("inName")
            return not inside and item.form.islower()
        if isinstance(item, Token):
            word = item.text.casefold()
            if self.text[item.start - 1 : item.start].isdigit() and self.text[item.end : item.end + 1].isdigit():
                return False  # "memusnahkan 1.234 lembar"
            stops = (self.vocabulary.prepositions, self.vocabulary.courses, self.vocabulary.bases)
            return item.text in _NAME_STOPS or any(word in words for words in stops)
        return False
