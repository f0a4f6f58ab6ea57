"""Floors hold, fall only on purpose, and know the gold they were measured on."""

from __future__ import annotations

import json

import pytest

from kg.errors import QualityError
from kg.evaluation.floors import check, fingerprint, pin
from kg.evaluation.gold import Gold


@pytest.fixture
def pinned(tmp_path):
    path = tmp_path / "floors.json"
    path.write_bytes(pin(path, "gold", "f1", {"persons": 0.9, "postings": 0.8}, lower=False))
    return path


def test_figures_at_or_above_their_floor_pass(pinned):
    check(pinned, "gold", "f1", {"persons": 0.9, "postings": 0.95})


def test_noise_is_allowed_and_no_more(pinned):
    check(pinned, "gold", "f1", {"persons": 0.8951, "postings": 0.8})
    with pytest.raises(QualityError, match=r"persons 0\.8949 is below 0\.9000"):
        check(pinned, "gold", "f1", {"persons": 0.8949, "postings": 0.8})


def test_a_figure_that_is_no_longer_measured_fails(pinned):
    with pytest.raises(QualityError, match="postings 0"):
        check(pinned, "gold", "f1", {"persons": 1.0})


@pytest.mark.parametrize(("name", "mark"), [("gold", "f2"), ("links", "f1")])
def test_another_gold_needs_floors_of_its_own(pinned, name, mark):
    with pytest.raises(QualityError):
        check(pinned, name, mark, {"persons": 1.0, "postings": 1.0})


def test_pinning_raises_a_floor_but_lowers_it_only_on_purpose(pinned):
    better = json.loads(pin(pinned, "gold", "f1", {"persons": 0.95, "postings": 0.8}, lower=False))
    assert better["sets"]["gold"]["floors"]["persons"] == 0.95
    with pytest.raises(QualityError, match=r"would lower postings from 0\.8000 to 0\.7000") as raised:
        pin(pinned, "gold", "f1", {"persons": 0.95, "postings": 0.7}, lower=False)
    assert raised.value.exit_code == 3
    worse = json.loads(pin(pinned, "gold", "f1", {"persons": 0.95, "postings": 0.7}, lower=True))
    assert worse["sets"]["gold"]["floors"]["postings"] == 0.7


def test_pinning_one_set_keeps_the_others(pinned):
    data = json.loads(pin(pinned, "links", "f9", {"persons": 1.0}, lower=False))
    assert data["sets"]["gold"] == {"fingerprint": "f1", "floors": {"persons": 0.9, "postings": 0.8}}


def test_the_fingerprint_follows_annotations_and_articles(tmp_path):
    articles = tmp_path / "articles.jsonl"
    articles.write_text("one")
    first = fingerprint(Gold(tmp_path, {"a": {"id": "a"}}), articles)
    assert first == fingerprint(Gold(tmp_path / "elsewhere", {"a": {"id": "a"}}), articles)
    assert first != fingerprint(Gold(tmp_path, {"a": {"id": "b"}}), articles)
    articles.write_text("two")
    assert first != fingerprint(Gold(tmp_path, {"a": {"id": "a"}}), articles)
