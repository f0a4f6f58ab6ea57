"""A date in its sentence → whether it tells the event's day, or that of a purpose, an election, a statement."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.chunks import Cue, Holder, Item, Token, text_of
from kg.extraction.dates import DateMention, days_between, resolve
from kg.extraction.drafts import Sentence
from kg.extraction.holders import is_real
from kg.extraction.vocabulary import Vocabulary
from kg.model import Document

_REACH_OF_PURPOSE = 10
_RECENT = 10  # days
_AROUND_SPEAKERS = frozenset({"date", "fillers", "venue-words", "place-words", "conjunctions", "plural", "person-cues"})
_QUOTES = frozenset('"“”;')


class Dates:
    """Tells of the dates of one document what they date."""

    def __init__(self, vocabulary: Vocabulary, document: Document) -> None:
        self.vocabulary = vocabulary
        self.text = document.text
        self.published = document.published

    def elsewhere(self, sentence: Sentence, date: DateMention, *, purposes: bool = False) -> bool:
        """Whether a date belongs to something planned, to a purpose or to an election: "menjelang 27 November 2024".

        Purposes make no difference where `purposes` is set. What goes on since a day began on it.
        """
        before = [item for item in sentence.items if item.end <= date.start][-_REACH_OF_PURPOSE:]
        ahead = before[-2:]  # "yang digelar esok hari, Rabu (17/4)"
        if _ends_range(before) or (len(ahead) == 2 and is_modal(ahead[0]) and _is_comma(ahead[1])):
            return True
        for at in range(len(before) - 1, -1, -1):
            item = before[at]
            if isinstance(item, Cue) and item.kind == "clause-breaks":
                kind = self.vocabulary.concept(item.concept).value("kindOfBreak")
                if kind == "limit" and at and self.happens(before[at - 1]):
                    return False
                return kind == "limit" or (kind == "purpose" and not purposes and not self._recent(date))
            if is_modal(item):
                return True
            if isinstance(item, Cue) and item.kind == "cues":
                return (
                    _of_election(before[:at]) or (at > 0 and is_modal(before[at - 1])) or _modal_behind(sentence, date)
                )
            if _is_comma(item):
                break
        return _modal_behind(sentence, date)

    def of_fronted_clause(self, sentence: Sentence) -> DateMention | None:
        """The date of what came before, in front of its sentence: "Setelah operasi dimulai 26 Agustus, pada 29 …"."""
        first = sentence.dates[0] if sentence.dates else None
        opening = self.text[sentence.span.start : sentence.span.end].split(maxsplit=1)[:1]
        if first is None or not opening or opening[0].casefold() not in self.vocabulary.sequence:
            return None
        before = [item for item in sentence.items if item.end <= first.start]
        told = any((isinstance(item, Holder) and is_real(item)) or _is_comma(item) for item in before)
        return None if told else first

    def happens(self, item: Item) -> bool:
        """Whether an item is a verb that says that something takes place: "berlangsung sejak Senin"."""
        return text_of(item) in self.vocabulary.happening

    def _recent(self, date: DateMention) -> bool:
        """Whether a date with its weekday lies in the days before publication, when purposes are no longer to come."""
        if self.published is None or date.weekday is None:
            return False
        day = resolve(date, self.published)
        return day is not None and day.precision == "day" and 0 <= days_between(day.iso, self.published) <= _RECENT


def of_statement(sentence: Sentence, date: DateMention) -> bool:
    """Whether a date tells when somebody spoke: only who, to whom and where stand between the verb and it.

    "kata Kapolres X di kantornya, Rabu (25/9)"; a verb that an event stands behind tells of the event.
    """
    for item in reversed([item for item in sentence.items if item.end <= date.start]):
        if isinstance(item, Cue):
            if item.kind not in _AROUND_SPEAKERS:
                return item.kind == "speech"
        elif isinstance(item, Token) and item.text in _QUOTES:
            return False
    return False


def is_modal(item: Item) -> bool:
    return isinstance(item, Cue) and item.kind == "modality"


def _modal_behind(sentence: Sentence, date: DateMention) -> bool:
    """Whether a word right behind a date says that it is to come: "27 November mendatang"."""
    behind = [item for item in sentence.items if item.start >= date.end][:1]
    return any(map(is_modal, behind))


def _of_election(before: Sequence[Item]) -> bool:
    """Whether a relative clause about an election ends here: "Pemilu 2024 yang (digelar 14 Februari)"."""
    if not before or not isinstance(before[-1], Cue) or before[-1].kind != "relative":
        return False
    for item in reversed(before[:-1]):
        if isinstance(item, Cue) or not ((isinstance(item, Token) and item.word) or text_of(item).isdigit()):
            return isinstance(item, Cue) and item.kind == "candidacy"
    return False


def _ends_range(before: Sequence[Item]) -> bool:
    """Whether a date stands behind another one and only a conjunction between them: "1 Mei sampai dengan 3 Mei"."""
    joints = 0
    for item in reversed(before):
        if isinstance(item, Cue) and item.kind == "date":
            return joints > 0
        if not ((isinstance(item, Cue) and item.kind == "conjunctions") or (isinstance(item, Token) and not item.word)):
            return False
        joints += isinstance(item, Cue)
    return False


def _is_comma(item: Item) -> bool:
    return isinstance(item, Token) and item.text == ","
