"""Events: one told by several outlets is one; two of a day in one place are two."""

from __future__ import annotations

from kg.graph.knowledge_base import from_records
from kg.linking.link import link
from kg.records import Record

from .builders import body, event, person, posting, record

FINGERPRINT = list(range(64))


def told(
    article: str, name: str = "rapat koordinasi pilkada", *, day: str | None = "2024-08-30", **more: object
) -> Record:
    """A report of a meeting with the police and the election commission of a region."""
    region = str(more.pop("region", "51.05"))
    kind = str(more.pop("kind", "meeting"))
    fingerprint = more.pop("fingerprint", None)
    police, commission, chief = body("Polres", region), body("KPU", region), person("Armen Batara")
    return record(
        article, police, commission, chief,
        postings=(posting(chief, police, "2024-08-30"),),
        events=(event(police, commission, chief, day=day, name=name, kind=kind, region=region),),
        fingerprint=fingerprint,  # type: ignore[arg-type]
    )  # fmt: skip


def ids(records: list[Record]) -> list[str]:
    return [v["id"] for r in records for v in r["events"]]


def test_one_meeting_told_by_several_outlets_is_one() -> None:
    found = link([told("a"), told("b", "rakor pengamanan pilkada"), told("c", "rapat pilkada")])
    assert len(set(ids(found))) == 1
    base = from_records(found)
    (meeting,) = base.events.values()
    assert meeting.reports == ("a", "b", "c")


def test_a_report_without_the_day_joins_one_of_the_same_days() -> None:
    assert len(set(ids(link([told("a"), told("b", day=None)])))) == 1


def test_a_report_of_the_last_day_of_the_calendar_is_compared() -> None:
    (report,) = link([told("a", day=None) | {"published": "9999-12-31"}])  # type: ignore[list-item]
    assert len(report["events"]) == 1


def test_other_day_region_or_kind_of_gathering_is_another_event() -> None:
    found = link(
        [told("a"), told("b", day="2024-09-02"), told("c", region="52.72"), told("d", "patroli malam", kind="patrol")]
    )
    assert len(set(ids(found))) == 4


def test_two_events_of_one_article_stay_two() -> None:
    police = body("Polres", "51.05")
    twice = record("a", police, events=(
        event(police, day="2024-08-30", name="rapat koordinasi pilkada", region="51.05"),
        event(police, day="2024-08-30", name="rapat koordinasi pilkada", region="51.05", id="v2"),
    ))  # fmt: skip
    assert len(set(ids(link([twice, told("b")])))) == 2


def test_near_copies_are_one_source() -> None:
    other = [*FINGERPRINT[:50], *range(900, 914)]
    found = link(
        [told("b", fingerprint=FINGERPRINT), told("a", fingerprint=other), told("c", fingerprint=list(range(500, 564)))]
    )
    assert {r["article"]: r["source"]["copy_of"] for r in found} == {"a": None, "b": "a", "c": None}
    base = from_records(found)
    (meeting,) = base.events.values()
    assert base.sources(meeting.reports) == ("a", "c")


def test_copies_of_one_text_may_read_yesterday_differently() -> None:
    copies = [told("a", fingerprint=FINGERPRINT), told("b", day="2024-08-31", fingerprint=FINGERPRINT)]
    assert len(set(ids(link(copies)))) == 1
    assert len(set(ids(link([told("a"), told("b", day="2024-08-31")])))) == 2


def test_co_occurrence_at_events_counts_events_not_reports() -> None:
    base = from_records(link([told("a"), told("b"), told("c", day="2024-09-02")]))
    pair = ("institution/kpu-51.05", "institution/polres-51.05")
    (met,) = [c for c in base.cooccurrences.values() if c.scope == "event" and c.between == pair]
    assert (met.count, len(met.events), met.articles) == (2, 2, ("a", "b", "c"))
