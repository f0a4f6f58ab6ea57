"""How a line looks doesn't depend on where it stands, nor on whether it was seen before."""

from __future__ import annotations

import pytest

from kg.lexicon.compile import load_lexicon
from kg.reading.cues import Cues, cues_for
from kg.reading.scoring import scored
from kg.reading.units import Unit


@pytest.fixture(scope="module")
def cues() -> Cues:
    return cues_for(load_lexicon().ontology)


@pytest.mark.parametrize("text", ["Beranda", "Baca juga: Apel di Blora", "Kapolres membuka apel.", "Kapolres " * 40])
def test_a_line_seen_again_keeps_its_own_place(text: str, cues: Cues) -> None:
    first, again = Unit(0, len(text), text, after_blank=False), Unit(70, 70 + len(text), text, after_blank=True)
    one, other = scored(first, cues), scored(again, cues)
    assert (one.unit, other.unit) == (first, again)
    assert one[1:] == other[1:]


def test_a_line_is_judged_by_its_own_words(cues: Cues) -> None:
    texts = ["Beranda", "Kapolres membuka apel."]
    menu, sentence = (scored(Unit(0, len(text), text, after_blank=False), cues) for text in texts)
    assert not menu.closes
    assert sentence.closes
    assert sentence.score > menu.score
