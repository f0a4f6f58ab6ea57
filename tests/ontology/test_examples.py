"""The examples and counter-examples of the ontology, run as tests: each label is proved where it is written."""

from __future__ import annotations

import pytest

from kg.lexicon.compile import Lexicon, load_lexicon
from kg.lexicon.matcher import matched_labels
from kg.lexicon.phrases import read_phrase
from kg.ontology import Concept

SCHEMES = (
    "institution-types", "institution-places", "post-types", "acting", "former", "ranks", "corps", "rank-markers",
    "honorifics", "degrees", "name-particles", "party-branches", "level-words",
)  # fmt: skip
LEXICON = load_lexicon()
CASES = [
    (concept, text) for scheme in SCHEMES for concept in LEXICON.ontology.scheme(scheme) for text in concept.examples
]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_concept_has_an_example(scheme: str) -> None:
    concepts = LEXICON.ontology.scheme(scheme)
    assert concepts
    assert [concept.id for concept in concepts if not concept.examples] == []


def _found(lexicon: Lexicon, concept: Concept, text: str) -> set[str]:
    return {hit.concept for hit in lexicon.matcher(concept.scheme).find(text)}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_examples_name_their_concept(scheme: str) -> None:
    missed = [
        (concept.id, text)
        for concept, text in CASES
        if concept.scheme == scheme
        and concept.value("matched") != "false"
        and concept.id not in _found(LEXICON, concept, text)
    ]
    assert missed == []


def test_examples_of_kinds_without_a_word_of_their_own_resolve_to_them() -> None:
    kinds = [(c, text) for c, text in CASES if c.scheme == "institution-types" and c.value("matched") == "false"]
    assert len(kinds) >= 9
    for concept, text in kinds:
        phrase = read_phrase(LEXICON, text)
        assert phrase is not None and phrase.type is not None
        found = LEXICON.gazetteer.resolve(phrase.type, phrase.name, level=phrase.level)
        assert found.unit is not None and found.unit.type == concept.id, text


def test_posts_spoken_apart_are_covered_by_office_and_body() -> None:
    apart = [c for c in LEXICON.ontology.scheme("post-types") if c.value("spokenAs") is not None]
    assert len(apart) > 30
    matcher = LEXICON.matcher("institution-types", "post-types")
    uncovered = []
    for concept in apart:
        text = concept.value("spokenAs") or ""
        hits = matcher.find(text)
        if not hits or hits[0].start != 0 or text[hits[-1].end :].strip():
            uncovered.append(text)
    assert uncovered == []


def test_counter_examples_do_not_name_their_concept() -> None:
    concepts = [c for scheme in SCHEMES for c in LEXICON.ontology.scheme(scheme) if c.counter_examples]
    assert len(concepts) >= 2
    for concept in concepts:
        for text in concept.counter_examples:
            assert concept.id not in _found(LEXICON, concept, text), text


def test_no_form_names_two_concepts_of_a_scheme() -> None:
    for scheme in ("institution-types", "post-types", "ranks", "honorifics"):
        bearers: dict[str, set[str]] = {}
        for concept in LEXICON.ontology.scheme(scheme):
            for label in matched_labels(concept):
                if label.kind == "not":
                    continue
                form = label.text if label.kind == "notation" else label.text.casefold()
                bearers.setdefault(form, set()).add(concept.id)
        assert {form: ids for form, ids in bearers.items() if len(ids) > 1} == {}
