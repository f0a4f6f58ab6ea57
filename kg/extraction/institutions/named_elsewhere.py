"""The words of a body and of its holder in one run → where the holder's begin, as the rest of the text shows.

"Kepala Desa Suka Maju Baru Hardiman" is Hardiman of Suka Maju Baru where the text says "kata Hardiman" elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extraction.chunks import Token, tokens_of
from kg.extraction.passages.passage import Passage

_BEFORE = re.compile(r"([^\W\d_]+) $")
_APART = re.compile(r"(?![\w-]|\.?\s[A-Z])")  # what stands behind whole words
_ENDS = '.!?"“\n'  # signs behind which a sentence begins
_BREAKS = _ENDS + ",("
_TWO = 2  # characters
_REACH = 30  # characters
_LONGEST = 60  # characters of the words behind a body


class NamedElsewhere:
    """Finds in one passage which words of a run stand elsewhere without those in front of them."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.vocabulary = passage.vocabulary
        self.text = passage.text
        self._alone: dict[str, frozenset[int]] = {}  # words → where they stand so

    def begins(self, tokens: Sequence[Token], end: int) -> int | None:
        """How many words in front are no person's, as the others of the run stand elsewhere; None for none.

        The words are those of a body, and those with capitals that follow at once.
        """
        if not tokens or not all(token.word for token in tokens):
            return None
        run = [*tokens, *self._further(tokens[-1].end, end)]
        for count in range(1, len(run)):
            words = " ".join(self.text[run[count].start : run[-1].end].split())
            if run[count].word and self._person(words, run[count].start):
                return count
        return None

    def person(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether the words of a region and those behind it are a person's: "Wali Kota Bima Arya" … "Bima Arya said".

        They stand alone elsewhere, too: at the beginning of a sentence, or behind a comma or a word in small letters.
        """
        further = self._further(tokens[-1].end, end)
        if not further or self.vocabulary.ordinary(further[0].text.casefold()):
            return False
        words = " ".join(self.text[tokens[0].start : further[-1].end].split())
        places = self._places(words)
        if not places:
            return False
        posts = {post.end for post in self.passage.tags.posts.values()}
        alone = False
        for at in places:
            before = _BEFORE.search(self.text, max(0, at - _REACH), at)
            if at - 1 in posts:
                continue
            if before is None:
                behind = self.text[max(0, at - _TWO) : at].rstrip(" ")
                alone = alone or not behind or behind[-1] in _BREAKS
            elif (
                before.start() in self.passage.tags.place_words or before[1].casefold() in self.vocabulary.prepositions
            ):
                return False
            else:
                known = before.start() in self.passage.heads
                alone = alone or (
                    not known and (before[1].islower() or self._opens_sentence(before[1], before.start()))
                )
        return alone

    def _further(self, at: int, end: int) -> list[Token]:
        """The words with capitals that follow at once."""
        found: list[Token] = []
        for token in tokens_of(self.text, at, min(end, at + _LONGEST)):
            if not (token.word and token.capital) or token.start in self.passage.heads:
                break
            found.append(token)
        return found

    def _person(self, words: str, but: int) -> bool:
        """Whether some words stand alone behind others as a person's do, elsewhere, and nowhere as those of a place."""
        if words not in self._alone:
            self._alone[words] = frozenset(self._stands_alone(words))
        return bool(self._alone[words] - {but})

    def _stands_alone(self, words: str) -> set[int]:
        folded, places = words.casefold(), self._places(words)
        if not places or self.vocabulary.gazetteer.regions_named(words) or folded in self.vocabulary.villages:
            return set()
        if all(self.vocabulary.ordinary(word) and not self.vocabulary.is_name(word) for word in folded.split()):
            return set()
        alone = set()
        for place in places:
            before = _BEFORE.search(self.text, max(0, place - _REACH), place)
            if before is None or not (before[1].islower() or self._opens_sentence(before[1], before.start())):
                continue
            if before[1].casefold() in self.vocabulary.prepositions or before.start() in self.passage.tags.place_words:
                return set()
            at = before.start()
            if not (at in self.passage.tags.posts or at in self.passage.tags.institutions):
                alone.add(place)
        return alone

    def _places(self, words: str) -> list[int]:
        """Where some words stand as a whole, with no other name behind them; none where they stand only once."""
        found, at = [], self.text.find(words)
        if at == self.text.rfind(words):
            return []
        while at >= 0:
            if not self.text[max(0, at - 1) : at].isalnum() and _APART.match(self.text, at + len(words)):
                found.append(at)
            at = self.text.find(words, at + 1)
        return found

    def _opens_sentence(self, word: str, at: int) -> bool:
        """Whether an ordinary word has its capital as the first of a sentence."""
        behind = self.text[max(0, at - 2) : at].rstrip(" ")
        return self.vocabulary.ordinary(word.casefold()) and (not behind or behind[-1] in _ENDS)
