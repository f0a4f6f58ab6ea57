"""A path means a gold set: where its parts are, and what it is called."""

from __future__ import annotations

import random

import pytest

from kg.errors import UsageError
from kg.evaluation.gold import read_gold
from kg.evaluation.measures import score_article
from kg.evaluation.sets import find_set


def test_a_folder_with_annotations_in_it_brings_its_articles_and_identity(evaluation):
    found = find_set(evaluation / "links")
    assert (found.name, found.annotations.name) == ("links", "annotations")
    assert found.articles == (evaluation / "links" / "articles.jsonl").resolve()
    assert found.identity == (evaluation / "links" / "identity.json").resolve()


def test_its_annotations_alone_mean_the_same_set(evaluation):
    assert find_set(evaluation / "links" / "annotations").articles == find_set(evaluation / "links").articles


def test_bare_annotations_of_the_sample_articles_find_them(evaluation):
    found = find_set(evaluation / "gold")
    assert found.articles == evaluation.parent.resolve() / "seeds" / "articles"
    assert found.identity is None


def test_a_set_is_named_by_its_place_below_the_floors(evaluation, tmp_path):
    assert find_set(evaluation / "links", floors=evaluation.parent / "floors.json").name == "evaluation/links"
    assert find_set(evaluation / "links", floors=tmp_path / "floors.json").name == "links"


def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError):
        find_set(tmp_path / "nowhere")


def test_the_order_of_a_prediction_changes_no_figure(evaluation, as_predicted):
    draw = random.Random(5)  # noqa: S311 - no secret
    for row in read_gold(evaluation / "gold").articles.values():
        predicted = as_predicted(row)
        predicted["entities"] = [*predicted["entities"][1:], {"id": "x", "class": "Person", "name": "Nobody Here"}]
        kept = {entity["id"] for entity in predicted["entities"]}
        predicted["postings"] = [p for p in predicted["postings"] if {p["person"], p["institution"]} <= kept]
        for event in predicted["events"]:
            event["participations"] = [p for p in event["participations"] if p["participant"] in kept]
        before = {name: tally.figures() for name, tally in score_article(row, predicted).items()}
        for things in (predicted["entities"], predicted["postings"], predicted["events"]):
            draw.shuffle(things)
        assert {name: tally.figures() for name, tally in score_article(row, predicted).items()} == before
