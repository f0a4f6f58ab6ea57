"""A sentence → whether it tells of another year than the article: "Pada Pemilu 2019 lalu, Bupati X memimpin apel".

Nobody has a part in the article's event by it, and whom it names is not seen in office on the article's day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extraction.chunks import Holder, Item, Token, is_token, kind_of, text_of
from kg.extraction.drafts import Sentence, Stretch
from kg.extraction.holding.holders import is_real
from kg.extraction.words.vocabulary import Vocabulary
from kg.lexicon.matcher import Hit
from kg.model import Document

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EARLY = 2  # the month up to which news may be of the year before
_ENDS = frozenset({"cues", "hosts", "speech"})  # kinds of cue behind which no phrase of time opens the sentence
_NEAR = 2  # items behind a year


class LongAgo:
    """Finds such sentences in one document, which is of some year."""

    def __init__(self, vocabulary: Vocabulary, document: Document, year: int | None) -> None:
        self.vocabulary = vocabulary
        self.text = document.text
        self._of_others = vocabulary.others_of_a_kind | vocabulary.earlier
        early = document.published is not None and int(document.published[5:7]) <= _EARLY
        self._before = None if year is None else year - early  # years before it are past

    def of(self, sentence: Sentence, hits: Iterable[Hit], before: Sentence | None) -> list[Stretch]:
        """The stretch of a sentence that tells of what was long ago; `before` stands in front of it."""
        if sentence.headline or not sentence.items or not sentence.outside_quotes(sentence.items[0].start):
            return []
        front = self._front(sentence.items)
        ago = self._by_words(front, hits) or self._by_year(front) or self._in_clause(sentence)
        if not (ago or self._goes_on(sentence, before)):
            return []
        if any(date.day is not None or date.weekday is not None or date.offset is not None for date in sentence.dates):
            return []  # which tells when it was
        return [Stretch(sentence.items[0].start, _end(sentence), long_ago=True)]

    def _front(self, items: Sequence[Item]) -> Sequence[Item]:
        """What stands in front of the comma, the holder or the verb with which a sentence goes on."""
        another = len(items) > 1 and is_token(items[1], ",") and self._opening(items[:1]) in self._of_others
        items = items[2:] if another else items  # "Sebelumnya, pada 2020"
        ends = (
            at
            for at, item in enumerate(items)
            if (isinstance(item, Holder) and is_real(item)) or is_token(item, ",") or kind_of(item) in _ENDS
        )
        return items[: next(ends, len(items))]

    def _opening(self, front: Sequence[Item]) -> str:
        """The first word of a sentence, which may look like a name."""
        return self.text[front[0].start : front[-1].end].split(maxsplit=1)[0].casefold()

    def _by_words(self, front: Sequence[Item], hits: Iterable[Hit]) -> bool:
        """Whether words in front of a sentence say so: "Lima tahun lalu", but not "Seperti tahun lalu"."""
        ago = [hit for hit in hits if self.vocabulary.concept(hit.concept).value("unclaims") == "time"]
        if not ago or not front or self._opening(front) in self.vocabulary.first_adjuncts:
            return False
        end = front[-1].end
        return any(hit.end <= end for hit in ago) and all(kind_of(item) != "relative" for item in front)

    def _by_year(self, front: Sequence[Item]) -> bool:
        """Whether a phrase of time in front of a sentence names only years that are past: "Pada Pilkada 2020"."""
        if self._before is None or not front or self._opening(front) not in self.vocabulary.past_openers:
            return False
        years = [int(year) for year in _YEAR.findall(self.text, front[0].start, front[-1].end)]
        if not years or max(years) >= self._before:
            return False
        named = any(kind_of(item) == "event" for item in front)
        return not named or any(text_of(item) in self.vocabulary.gone_by for item in front[-_NEAR:])

    def _in_clause(self, sentence: Sentence) -> bool:
        """Whether a past year stands in front of the verb or ends the sentence: "X pada 2019 memimpin rapat"."""
        items = sentence.items
        if self._before is None or "relative" in sentence.kinds or "speech" in sentence.kinds:
            return False
        for at, item in enumerate(items[1:], 1):
            if (
                not (isinstance(item, Token) and item.text[0].isdigit() and _YEAR.fullmatch(item.text))
                or int(item.text) >= self._before
            ):
                continue
            ahead = self.text[items[max(0, at - _NEAR)].start : item.start].casefold().split()
            behind = next((i for i in items[at + 1 :] if text_of(i) not in self.vocabulary.gone_by and _word(i)), None)
            told = " ".join(ahead) in self.vocabulary.in_years or " ".join(ahead[-1:]) in self.vocabulary.in_years
            if told and (behind is None or kind_of(behind) == "cues"):
                return True
        return False

    def _goes_on(self, sentence: Sentence, before: Sentence | None) -> bool:
        """Whether a sentence goes on from one of long ago: "Saat itu, …"."""
        if before is None or before.paragraph != sentence.paragraph or not before.long_ago(before.items[0].start):
            return False
        opening = " ".join(self.text[sentence.items[0].start : sentence.span.end].casefold().split()[:3])
        return opening.startswith(tuple(self.vocabulary.at_that_time))


def _word(item: Item) -> bool:
    return not isinstance(item, Token) or item.word


def _end(sentence: Sentence) -> int:
    """Where it ends what is told: where it is said who says so, or with the sentence."""
    for before, item in zip(sentence.items, sentence.items[1:], strict=False):
        if is_token(before, ",", '"', "”") and kind_of(item) == "speech":
            return before.start
    return sentence.span.end
