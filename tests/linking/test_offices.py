"""The line of an office: who is proven on which day, what lies between, and what cannot be told."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.graph.holders import Holder, holder_on
from kg.graph.knowledge_base import KnowledgeBase, from_records
from kg.graph.offices import find_office
from kg.graph.tenures import Timeline, timeline
from kg.linking.link import link
from kg.records import Record

from .builders import body, bystander, event, officer, person, posting, record

ARTHUR, ALFARIS = "Arthur Sameaputty", "Alfaris Pattiwael"


def base(*records: Record) -> KnowledgeBase:
    return from_records(link(records))


def line(*records: Record) -> tuple[KnowledgeBase, Timeline]:
    made = base(*records)
    return made, timeline(made, find_office(made, "Kepala Polres 72.02"))


def head(article: str, name: str, day: str, **more: object) -> Record:
    return officer(article, name, "Polres", "72.02", day, "AKBP", **more)


def answer(day: str, *records: Record) -> tuple[str, list[str]]:
    made, found = line(*records)
    holder: Holder = holder_on(found, day)
    return holder.certainty, [made.entities[person].name for person in holder.persons]


HISTORY = (
    head("a", ARTHUR, "2024-03-01"),
    head("b", ARTHUR, "2024-04-15"),
    head("c", ARTHUR, "2024-10-01"),
    head("d", ALFARIS, "2025-06-01"),
)


@pytest.mark.parametrize(
    ("day", "certainty", "names"),
    [
        ("2024-03-01", "certain", [ARTHUR]),
        ("2024-03-20", "certain", [ARTHUR]),  # seen six weeks apart, nobody else between
        ("2024-07-01", "probable", [ARTHUR]),  # seen before and after, but months apart
        ("2024-11-01", "probable", [ARTHUR]),
        ("2024-12-01", "unknown", [ALFARIS, ARTHUR]),  # each was seen within half a year
        ("2025-05-20", "probable", [ALFARIS]),
        ("2023-01-01", "unknown", []),
        ("2027-01-01", "unknown", []),
    ],
)
def test_who_held_it_on_a_day(day: str, certainty: str, names: list[str]) -> None:
    assert answer(day, *HISTORY) == (certainty, names)


def test_gaps_are_shown_and_not_filled() -> None:
    _, found = line(*HISTORY)
    assert [(gap.after, gap.before, gap.days) for gap in found.gaps] == [("2024-10-01", "2025-06-01", 242)]
    assert found.overlaps == ()


def test_an_overlap_is_shown_and_leaves_the_day_open() -> None:
    records = (head("a", ARTHUR, "2024-03-01"), head("b", ALFARIS, "2024-04-01"), head("c", ARTHUR, "2024-05-01"))
    _, found = line(*records)
    (overlap,) = found.overlaps
    assert (overlap.first, overlap.last) == ("2024-04-01", "2024-04-01")
    assert answer("2024-04-20", *records)[0] == "unknown"


def test_an_asserted_start_and_end_bound_the_days() -> None:
    records = (head("a", ARTHUR, "2024-03-01", start="2024-01-10", end="2024-03-01"), head("b", ALFARIS, "2024-05-01"))
    assert answer("2024-02-01", *records) == ("certain", [ARTHUR])
    assert answer("2024-01-05", *records) == ("unknown", [])
    assert answer("2024-03-10", *records) == ("probable", [ALFARIS])


def test_a_former_holder_is_not_in_office() -> None:
    records = (head("a", ARTHUR, "2024-03-01"), head("b", ARTHUR, "2024-03-20", former=True, seen=None))
    assert answer("2024-03-25", *records)[0] == "unknown"
    assert answer("2024-03-05", *records) == ("probable", [ARTHUR])


def test_why_nobody_can_be_told_is_said() -> None:
    _, found = line(*HISTORY)
    assert "until 2024-10-01, the next from 2025-06-01" in holder_on(found, "2024-12-01").why
    assert holder_on(found, "2030-01-01").why == "no source is near that day"
    _, found = line(head("a", ARTHUR, "2024-03-01"), head("b", ARTHUR, "2024-03-20", former=True, seen=None))
    assert "was not in office on it" in holder_on(found, "2024-03-25").why
    three = (head("a", ARTHUR, "2024-03-01"), head("b", ALFARIS, "2024-04-01"), head("c", ARTHUR, "2024-05-01"))
    assert "does not agree" in holder_on(line(*three)[1], "2024-04-20").why


def test_the_day_on_which_one_left_leaves_the_next_in_office() -> None:
    left = head("a", ARTHUR, "2024-01-10", end="2024-01-10")
    came = head("b", ALFARIS, "2024-01-08", start="2024-01-08")
    assert answer("2024-01-12", left, came, head("c", ALFARIS, "2024-03-03")) == ("certain", [ALFARIS])


def test_an_acting_holder_is_a_line_of_his_own() -> None:
    _, found = line(head("a", ARTHUR, "2024-03-01"), head("b", ALFARIS, "2024-03-02", acting="Plt"))
    assert [tenure.acting for tenure in found.tenures] == [None, "Plt"]


def test_who_only_acts_in_the_office_on_a_day_is_said_to() -> None:
    acted = head("b", ALFARIS, "2024-06-01", acting="Plt")
    _, found = line(head("a", ARTHUR, "2024-03-01"), acted, head("c", ALFARIS, "2025-06-01"))
    told = {day: holder_on(found, day).acting for day in ("2024-03-01", "2024-06-01", "2024-06-20", "2025-06-01")}
    assert told == {"2024-03-01": (None,), "2024-06-01": ("Plt",), "2024-06-20": ("Plt",), "2025-06-01": (None,)}
    assert holder_on(found, "2030-01-01").acting == ()
    assert found.overlaps == ()


def test_rejected_claims_are_left_out() -> None:
    (found,) = link([head("a", ARTHUR, "2024-03-01")])
    for claim in found["postings"]:
        claim["status"] = "rejected"
    made = from_records([found])
    assert timeline(made, find_office(made, "Kepala Polres 72.02")).tenures == ()


def test_an_office_that_is_not_clear_lists_what_it_could_be() -> None:
    made = base(head("a", ARTHUR, "2024-03-01"), officer("b", ALFARIS, "Polres", "81.72", "2024-03-01"))
    with pytest.raises(QueryError, match="could be 2 offices"):
        find_office(made, "Kepala Polres")
    with pytest.raises(QueryError, match="no office is named"):
        find_office(made, "Gubernur")
    with pytest.raises(QueryError) as caught:
        find_office(made, "Kapolsek 72.02")
    assert "Polres 72.02" in (caught.value.hint or "")


def bare(article: str, day: str) -> Record:
    """An article in which the office took part and nobody is named."""
    police = body("Polres", "72.02")
    police["mentions"] = [{"start": 3, "end": 22, "text": "Kepala Polres 72.02"}]
    return record(article, police, day=day, events=(event(police, day=day, region="72.02"),))


def named(records: list[Record], article: str) -> list[tuple[str, list[str]]]:
    return [
        (e["name"], e["reasons"])
        for r in records
        if r["article"] == article
        for e in r["entities"]
        if e["class"] == "Person"
    ]


def test_a_bare_office_links_to_its_holder_of_that_day_when_that_is_proven() -> None:
    found = link([head("a", ARTHUR, "2024-03-01"), head("b", ARTHUR, "2024-04-15"), bare("x", "2024-03-20")])
    ((name, reasons),) = named(found, "x")
    assert name == ARTHUR
    assert "seen in the office on 2024-03-01 by a and on 2024-04-15 by b" in reasons[0]
    assert not [p for r in found if r["article"] == "x" for p in r["postings"]], "no claim comes of it"


@pytest.mark.parametrize(
    "others",
    [
        [head("a", ARTHUR, "2024-03-01")],
        [head("a", ARTHUR, "2024-03-01"), head("b", ARTHUR, "2024-10-01")],
        [head("a", ARTHUR, "2024-03-01"), head("b", ALFARIS, "2024-04-15")],
        [head("a", ARTHUR, "2024-03-20"), head("b", ALFARIS, "2024-03-20")],
    ],
)
def test_a_bare_office_stays_bare_where_it_is_not(others: list[Record]) -> None:
    assert named(link([*others, bare("x", "2024-03-20")]), "x") == [], others


def test_a_holder_named_in_the_article_stays_as_named() -> None:
    police, who = body("Polres", "72.02"), person(ALFARIS)
    police["mentions"] = [{"start": 3, "end": 22, "text": "Kepala Polres 72.02"}]
    own = record("x", police, who, day="2024-03-20", postings=(posting(who, police, "2024-03-20"),))
    found = link([head("a", ARTHUR, "2024-03-01"), head("b", ARTHUR, "2024-04-15"), own, bystander("y", "Rossa")])
    assert [name for name, _ in named(found, "x")] == [ALFARIS]


@pytest.mark.parametrize(
    ("status", "seen"), [("held", "2024-09-05"), ("planned", "2024-09-01"), ("cancelled", "2024-09-01")]
)
def test_an_event_that_was_not_held_proves_nobody_in_office_on_its_day(status: str, seen: str) -> None:
    who, where = person(ARTHUR), body("Polres", "72.02")
    made = record("a", where, who, day="2024-09-01", postings=(posting(who, where, "2024-09-05"),),
                  events=(event(who, day="2024-09-05", status=status),))  # fmt: skip
    (claim,) = base(made).postings.values()
    assert (claim.first_seen, claim.last_seen) == (seen, seen)
    held = event(who, day="2024-09-05", name="apel", status="held")
    made = made | {"events": [*made["events"], held]}  # type: ignore[assignment]
    (claim,) = base(made).postings.values()
    assert claim.first_seen == "2024-09-05"


def test_without_a_day_of_publication_a_planned_event_proves_no_day_at_all() -> None:
    who, where = person(ARTHUR), body("Polres", "72.02")
    made = record("a", where, who, day=None, postings=(posting(who, where, "2024-09-05"),),
                  events=(event(who, day="2024-09-05", status="planned"),))  # fmt: skip
    (claim,) = base(made).postings.values()
    assert claim.first_seen is None
