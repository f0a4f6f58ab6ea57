"""Contradictions are marked and kept, never resolved in silence."""

from __future__ import annotations

from kg.linking.link import link
from kg.records import Record

from .builders import body, event, officer, person, posting, record


def statuses(records: list[Record]) -> dict[str, tuple[str, str]]:
    return {r["article"]: (p["status"], " ".join(p["notes"])) for r in records for p in r["postings"]}


def test_two_heads_at_once() -> None:
    found = statuses(link([
        officer("a", "Arthur Sameaputty", "Polres", "72.02", "2024-08-01", "AKBP"),
        officer("b", "Alfaris Pattiwael", "Polres", "72.02", "2024-09-01", "AKBP"),
        officer("c", "Arthur Sameaputty", "Polres", "72.02", "2024-10-01", "AKBP"),
    ]))  # fmt: skip
    assert {status for status, _ in found.values()} == {"conflict"}
    assert "at the same time (seen 2024-09-01, between 2024-08-01 and 2024-10-01)" in found["a"][1]


def test_a_handover_is_no_conflict() -> None:
    found = statuses(link([
        officer("a", "Arthur Sameaputty", "Polres", "72.02", "2024-08-01", "AKBP"),
        officer("b", "Alfaris Pattiwael", "Polres", "72.02", "2024-09-01", "AKBP"),
        officer("c", "Alfaris Pattiwael", "Polres", "72.02", "2024-10-01", "AKBP"),
    ]))  # fmt: skip
    assert {status for status, _ in found.values()} == {"accepted"}


def test_acting_and_former_holders_are_no_rivals() -> None:
    found = statuses(link([
        officer("a", "Arthur Sameaputty", "Pemkab", "72.02", "2024-08-01"),
        officer("b", "Alfaris Pattiwael", "Pemkab", "72.02", "2024-09-01", acting="Plt"),
        officer("c", "Hendrik Tuhumury", "Pemkab", "72.02", "2024-09-02", former=True),
        officer("d", "Arthur Sameaputty", "Pemkab", "72.02", "2024-10-01"),
    ]))  # fmt: skip
    assert {status for status, _ in found.values()} == {"accepted"}


def test_a_rank_too_low() -> None:
    found = statuses(link([
        officer("a", "Arthur Sameaputty", "Polres", "72.02", "2024-08-01", "Ipda"),
        officer("b", "Alfaris Pattiwael", "Polres", "81.72", "2024-08-01", "AKBP"),
        officer("c", "Hendrik Tuhumury", "Polres", "51.05", "2024-08-01", "Kompol", acting="Plt"),
    ]))  # fmt: skip
    assert found["c"] == ("accepted", "")
    assert found["a"] == ("conflict", "Ipda is below AKBP, the lowest rank known for this post")
    assert found["b"] == ("accepted", "")


def test_impossible_dates() -> None:
    found = statuses(link([
        officer("a", "Arthur Sameaputty", "Polres", "72.02", "2024-08-01", start="2024-09-01", end="2024-07-01"),
    ]))  # fmt: skip
    assert found["a"][0] == "conflict"
    assert "starts on 2024-09-01, after its end on 2024-07-01" in found["a"][1]


def test_unit_and_region_that_do_not_fit() -> None:
    who, where = person("Armen Batara"), body("Polres", "51.05") | {"region": "73.10"}
    (found,) = link([record("a", where, who, postings=(posting(who, where, "2024-08-30"),))])
    assert found["postings"][0]["status"] == "conflict"
    assert found["issues"][0]["code"] == "L002"


def test_an_event_told_as_held_before_its_day() -> None:
    police = body("Polres", "51.05")
    (found,) = link([record("a", police, day="2024-08-01", events=(event(police, day="2024-08-30"),))])
    (part,) = found["events"][0]["participations"]
    assert part["status"] == "conflict"
    (fine,) = link([record("a", police, day="2024-08-01", events=(event(police, day="2024-08-30", status="planned"),))])
    assert fine["events"][0]["participations"][0]["status"] == "accepted"
