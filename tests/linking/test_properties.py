"""What must hold for any records: order changes nothing, adding and retracting is as if from scratch."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kg.errors import RecordError
from kg.graph.knowledge_base import from_lines, from_records, to_lines
from kg.linking.link import link
from kg.record_checks import check_record
from kg.records import Record, to_line

from .builders import body, event, person, posting, record

QUICK = (Phase.explicit, Phase.reuse, Phase.generate)  # a found example is small enough as it is
NAMES = (
    "I Ketut Sudiana", "Ketut Sudhiana", "Sudiana", "I Wayan Sudiana", "Ahmad Fauzi", "Achmad Fauzi", "Arthur",
    "Arthur Sameaputty", "A. Sameaputty", "Mie Go", "H.", "", "‮x", "M. Irfan Jaya", "Muhammad Irfan Jaya",
)  # fmt: skip
DAYS = ("2024-08-01", "2024-08-30", "2024-09-15", "2023-01-05", None)
RANKS = ("AKP", "Kompol", "AKBP", "Letkol Inf", None)
BODIES = tuple(product(("Polres", "KPU", "Pemkab", "Kodim"), ("51.05", "72.02")))


@st.composite
def articles(draw: st.DrawFn) -> list[Record]:
    """Up to seven articles of a small world, where names, offices and days often meet."""
    made = []
    for number in range(draw(st.integers(1, 7))):
        day = draw(st.sampled_from(DAYS))
        kinds = draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=3, unique=True))
        bodies = [body(kind, region, known=draw(st.booleans())) for kind, region in kinds]
        called = draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))
        people = [person(name, rank=draw(st.sampled_from(RANKS)), at=10 + 40 * i) for i, name in enumerate(called)]
        postings = tuple(
            posting(one, draw(st.sampled_from(bodies)), day, former=draw(st.booleans()))
            for one in people
            if draw(st.booleans())
        )
        present = draw(st.lists(st.sampled_from([*bodies, *people]), unique_by=lambda e: e["id"]))
        told = (event(*present, day=day, region=draw(st.sampled_from(("51.05", "72.02", None)))),) if present else ()
        prints = draw(st.sampled_from([[], list(range(64)), [*range(55), *range(100, 109)]]))
        one = record(f"a{number}", *bodies, *people, day=day, postings=postings, events=told, fingerprint=prints)
        for pair in combinations([thing["id"] for thing in (*bodies, *people)], 2):
            one["cooccurrences"].append({"between": list(pair), "scope": "article", "count": 1})
        made.append(one)
    return made


def printed(records: list[Record]) -> list[str]:
    return [to_line(r) for r in records]


@settings(max_examples=60, deadline=None, phases=QUICK)
@given(articles(), st.randoms(use_true_random=False))
def test_order_changes_nothing(given_: list[Record], random: object) -> None:
    shuffled = list(given_)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    linked, other = link(given_), link(shuffled)
    assert [a == b for a, b in zip(printed(linked), printed(other), strict=True)] == [True] * len(linked)
    random.shuffle(other)  # type: ignore[attr-defined]
    assert list(to_lines(from_records(linked))) == list(to_lines(from_records(other)))


@settings(max_examples=40, deadline=None, phases=QUICK)
@given(articles(), st.integers(0, 6))
def test_adding_changing_and_retracting_is_as_from_scratch(given_: list[Record], place: int) -> None:
    """The input of a build is the records that are there: a run before leaves nothing behind."""
    at = place % len(given_)
    rest = given_[:at] + given_[at + 1 :]
    scratch = printed(link(rest))
    link(given_)
    assert printed(link(rest)) == scratch
    base = from_records(link(rest))
    gone = given_[at]["article"]
    assert not any(f'"{gone}"' in line for line in to_lines(base))
    assert printed(link([*rest, given_[at]])) == printed(link(given_))


@settings(max_examples=40, deadline=None, phases=QUICK)
@given(articles())
def test_what_comes_out_keeps_the_contract(given_: list[Record]) -> None:
    before = printed(given_)
    for r in link(given_):
        check_record(r, "x")
        ids = [e["id"] for e in r["entities"]]
        assert len(ids) == len(set(ids))
        assert all(c["between"][0] != c["between"][1] for c in r["cooccurrences"])
        assert r["entities"] and all("nil" in e and "reasons" in e for e in r["entities"])
    assert printed(given_) == before, "the records that were given are not changed"
    lines = list(to_lines(from_records(link(given_))))
    assert list(to_lines(from_lines(lines))) == lines


@settings(max_examples=40, deadline=None, phases=QUICK)
@given(articles())
def test_no_two_full_names_of_one_article_become_one(given_: list[Record]) -> None:
    for before, after in zip(sorted(given_, key=lambda r: r["article"]), link(given_), strict=True):
        for entity in after["entities"]:
            if entity["class"] == "Person":
                texts = {m["text"] for m in entity["mentions"]}
                assert not {"I Ketut Sudiana", "I Wayan Sudiana"} <= texts
                assert not {"Ahmad Fauzi", "Arthur Sameaputty"} <= texts
        mentions = sum(len(e["mentions"]) for e in before["entities"])
        assert sum(len(e["mentions"]) for e in after["entities"]) <= mentions


def test_two_records_of_one_article_are_refused() -> None:
    with pytest.raises(RecordError, match="one article id"):
        link([record("a", body("KPU", "51.05")), record("a", body("KPU", "72.02"))])
    assert len(link([record("a", body("KPU", "51.05")), record("a", body("KPU", "51.05"))])) == 1
