"""The project's own gold is sound: quotes stand in the kept text, references lead somewhere, texts are our own."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from kg.evaluation.gold import read_gold
from kg.evaluation.links import read_identity
from kg.evaluation.measures import score
from kg.evaluation.tally import MEASURES, total
from kg.pipeline import Extraction

ROOT = Path(__file__).resolve().parents[2]

SETS = {"gold": ("gold", "seeds/articles")} | {
    name: (f"{name}/annotations", f"evaluation/{name}/articles.jsonl") for name in ("links", "news", "mixed", "fresh")
}


@pytest.fixture(scope="module")
def documents():
    extraction = Extraction()
    return {
        name: {a.id: extraction.document(a) for a in extraction.articles([ROOT / articles])}
        for name, (_, articles) in SETS.items()
    }


@pytest.mark.parametrize("name", SETS)
def test_every_article_is_annotated(name, evaluation, documents):
    assert read_gold(evaluation / SETS[name][0]).articles.keys() == documents[name].keys()


@pytest.mark.parametrize("name", SETS)
def test_every_quote_stands_in_what_is_kept_of_the_article(name, evaluation, documents):
    lost = []
    for article, row in read_gold(evaluation / SETS[name][0]).articles.items():
        text = documents[name][article].text
        things = [*row["entities"], *row["postings"], *(p for v in row["events"] for p in v["participations"])]
        for thing in things:
            parts = [part for part in re.split(r"\s*\.\.\.\s*", thing["quote"]) if part]
            lost += [(article, part) for part in parts if part not in text]
    assert lost == []


@pytest.mark.parametrize("name", SETS)
def test_the_gold_agrees_with_itself(name, evaluation, as_predicted):
    gold = read_gold(evaluation / SETS[name][0])
    predicted = {article: as_predicted(row) for article, row in gold.articles.items()}
    tallies = total(score(gold, predicted).values())
    assert {m: tallies[m].figures().f1 for m in MEASURES} == dict.fromkeys(MEASURES, 1.0)


def test_identity_names_annotated_things_once(evaluation):
    gold = read_gold(evaluation / "links/annotations").articles
    data = json.loads((evaluation / "links/identity.json").read_text("utf-8"))
    for kind in ("entities", "events"):
        members = [tuple(item) for items in data[kind].values() for item in items]
        assert max(Counter(members).values()) == 1
        assert set(members) <= {(article, thing["key"]) for article, row in gold.items() for thing in row[kind]}
    assert len(gold) >= 60


def test_namesakes_stay_apart_and_one_event_has_four_reports(evaluation):
    identity = read_identity(evaluation / "links/identity.json")
    gold = read_gold(evaluation / "links/annotations").articles
    names = {(a, e["key"]): e["names"][0] for a, row in gold.items() for e in row["entities"]}
    fauzi = {group for item, group in identity["entities"].items() if names[item] == "Ahmad Fauzi"}
    assert len(fauzi) == 3
    assert sum(count >= 4 for count in Counter(identity["events"].values()).values()) >= 2


def test_no_run_of_nine_words_is_a_real_articles(evaluation):
    real = ROOT.parent / "shared" / "seeds"
    if not real.is_dir():
        pytest.skip(f"the real articles are not beside the project ({real.name})")

    def runs(text):
        words = re.findall(r"\w+", text.casefold())
        return {tuple(words[i : i + 9]) for i in range(len(words) - 8)}

    ours = [*(ROOT / "seeds" / "articles").iterdir(), *evaluation.glob("*/articles.jsonl")]
    theirs = set().union(*(runs(path.read_text("utf-8")) for path in real.glob("*.txt")))
    assert {str(path): run for path in ours for run in runs(path.read_text("utf-8")) & theirs} == {}
