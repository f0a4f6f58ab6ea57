"""One of some words as a pattern: the longest is found, wherever it stands in the list; of no words nothing is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.alternation import either

WORDS = st.lists(st.text("ab .\\n", min_size=1, max_size=4))


@given(WORDS, st.text("ab .", max_size=8))
def test_the_longest_word_at_a_place_is_found(words: list[str], text: str) -> None:
    found = re.match(either(words, blank=r"\ "), text)
    fitting = [word for word in words if text.startswith(word)]
    assert (found and found.group()) == max(fitting, key=len, default=None)


@pytest.mark.parametrize(("text", "found"), [("dua  puluh", True), ("dua\npuluh", True), ("duapuluh", False)])
def test_a_space_in_a_word_is_any_blank(text: str, found: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (re.fullmatch(either(["dua puluh"]), text) is not None) == found


def test_no_words_match_nothing() -> None:
    assert re.search(either([""]), "") is None
