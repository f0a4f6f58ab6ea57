"""The measures give the figures of the shared scorer, on perfect, real and damaged predictions."""

from __future__ import annotations

import copy
import importlib.util
import random
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from kg.evaluation.gold import Gold, read_gold
from kg.evaluation.links import b_cubed
from kg.evaluation.measures import score_article
from kg.evaluation.reliability import judge

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"


def shared(name):
    file = SHARED / f"{name}.py"
    if not file.is_file():
        pytest.skip(f"the shared {name}.py is not beside the project")
    sys.path.insert(0, str(SHARED))
    try:
        spec = importlib.util.spec_from_file_location(f"shared_{name}", file)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(SHARED))
    return module


def damaged(predicted, draw, names):
    """The prediction with things dropped, renamed, retyped and moved."""
    row = copy.deepcopy(predicted)
    posts, roles = ["Ketua", "Kapolres", "Wakil Bupati"], ["led", "organised", "attended"]
    parts = [part for event in row["events"] for part in event["participations"]]
    for things, key, share, others in (
        (row["entities"], "name", 0.3, names),
        (row["entities"], "class", 0.1, ["Person", "PoliceUnit", "Forum"]),
        (row["postings"], "post", 0.3, posts),
        (row["events"], "type", 0.3, ["meeting", "ceremony", "other", "visit"]),
        (row["events"], "date", 0.2, [None, "2024-08-30"]),
        (parts, "role", 0.2, roles),
    ):
        for thing in things:
            if draw.random() < share:
                thing[key] = draw.choice(others)
    for event in row["events"]:
        event["participations"] = [part for part in event["participations"] if draw.random() < 0.8]
    row["entities"].append({"id": "extra", "class": "Forum", "name": draw.choice(names)})
    return row


@pytest.mark.parametrize("folder", ["gold", "links/annotations"])
def test_figures_are_those_of_the_shared_scorer(folder, evaluation, as_predicted):
    scorer, draw = shared("score"), random.Random(7)  # noqa: S311 - no secret
    gold = read_gold(evaluation / folder).articles
    names = [name for row in gold.values() for e in row["entities"] for name in e["names"]]
    for row in gold.values():
        for predicted in [as_predicted(row), *(damaged(as_predicted(row), draw, names) for _ in range(5))]:
            theirs = defaultdict(scorer.Tally)
            scorer.score_article(row, predicted, theirs)
            ours = score_article(row, predicted)
            rows = {name: tally.row() for name, tally in theirs.items()}
            assert {name: ours[name].figures()._asdict() for name in rows} == rows


def test_b_cubed_is_that_of_the_shared_scorer():
    scorer, draw = shared("score_links"), random.Random(3)  # noqa: S311 - no secret
    for _ in range(30):
        items = [(f"a{i}", "e") for i in range(draw.randrange(1, 30))]
        truth = {i: draw.choice("abcdef") for i in items}
        guess = {i: draw.choice("uvwxyz") for i in items if draw.random() < 0.9}
        theirs, ours = scorer.b_cubed(truth, guess), b_cubed(truth, guess)
        assert (ours.precision, ours.recall, ours.f1, ours.items) == tuple(theirs.values())


def test_judged_claims_agree_with_the_tallies(evaluation, as_predicted, tmp_path):
    """A claim is judged wrong where the tally finds something spurious, and never where it finds nothing."""
    draw = random.Random(11)  # noqa: S311 - no secret
    gold = read_gold(evaluation / "gold").articles
    names = [name for row in gold.values() for e in row["entities"] for name in e["names"]]
    for article, row in gold.items():
        predicted = damaged(as_predicted(row), draw, names)
        tallies = score_article(row, predicted)
        claims = judge(Gold(tmp_path, {article: row}), {article: predicted})
        wrong = {claim.kind == "posting" for claim in claims if not claim.right}
        assert (True in wrong) == bool(tallies["postings"].fp)
        assert (False in wrong) == bool(tallies["participation+role"].fp)
