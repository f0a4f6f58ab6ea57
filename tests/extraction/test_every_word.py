"""Words of every concept of the ontology where they make little sense: an article of them is read all the same."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.ontology_files import load_ontology
from kg.pipeline import Extraction

_AT_ONCE = 25  # sentences of an article
_FORMS = 2  # of each concept
_FRAMES = (
    '"{word} kemarin menggelar simulasi itu," kata Kapolres Blora AKBP Ani Lestari.',
    '"Rapat {word}, {word} Kamis Mei 2024," kata Bupati Blora Budi Santoso, Senin (16/9).',
    "Rapat itu {word} Rabu (18/9/2024) {word} Kapolres Blora AKBP Ani Lestari dan {word} Budi Santoso.",
)


@pytest.mark.parametrize(("frame", "published"), zip(_FRAMES, ("2024-09-20", None, "2024-09-20"), strict=True))
def test_no_word_keeps_an_article_from_being_read(frame: str, published: str | None) -> None:
    extraction = Extraction()
    concepts = load_ontology().concepts.values()
    words = sorted({form.text for concept in concepts for form in concept.forms()[:_FORMS]})
    assert len(words) > 1000
    for at in range(0, len(words), _AT_ONCE):
        some = words[at : at + _AT_ONCE]
        text = "BLORA - " + " ".join(frame.format(word=word) for word in some)
        assert extraction.record(Article("x", text, published=published))["article"] == "x"
