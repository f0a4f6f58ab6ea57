"""The sentences of an article → offices that one of them gives, or takes from, somebody whom another one names.

Most articles have no word of most of these rules, which are told all at once; then the rule is not tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from ahocorasick_rs import AhoCorasick

from kg.extraction.chunks import Item
from kg.extraction.holding.left_posts import end_terms, give_left_posts
from kg.extraction.holding.posts_by_region import give_by_region
from kg.extraction.holding.successions import give_successions
from kg.extraction.resolving.accused import mark_accused
from kg.extraction.words.vocabulary import Vocabulary

_Rule = Callable[[Sequence[Sequence[Item]], str, Vocabulary], None]


class Across:
    """Knows the rules of one vocabulary that go over sentences, in their order."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._rules: list[tuple[_Rule, frozenset[str] | None]] = [  # with the words without which one finds nothing
            (give_left_posts, vocabulary.words_for_posts),
            (give_by_region, None),
            (end_terms, vocabulary.words_of_leaving),
            (give_successions, vocabulary.words_of_succession),
            (mark_accused, vocabulary.accused | vocabulary.undergoing),
        ]
        self._words = sorted(set().union(*(words for _, words in self._rules if words is not None)))
        self._found = partial(AhoCorasick(self._words).find_matches_as_indexes, overlapping=True)

    def read(self, sentences: Sequence[Sequence[Item]], text: str) -> None:
        """Change the holders of the sentences by what the others say."""
        said = self._said(text)
        for rule, words in self._rules:
            if words is None or not words.isdisjoint(said):
                rule(sentences, text, self._vocabulary)

    def _said(self, text: str) -> Iterable[str]:
        """The words of these rules in a text, parts of others included."""
        return {self._words[index] for index, _, _ in self._found(text.casefold())}
