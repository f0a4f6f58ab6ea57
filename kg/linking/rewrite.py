"""The record that goes out: canonical ids in every place, one entity for what is one, reasons and open questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, overload

from kg.linking.decisions import Decision
from kg.linking.institutions import Institution
from kg.linking.profiles import Key
from kg.linking.references import References
from kg.records import CoOccurrenceRecord, EntityRecord, EventRecord, IssueRecord, PostingRecord, Record

if TYPE_CHECKING:
    from kg.linking.parts import Part

_LISTS: tuple[Literal["ranks", "honorifics", "degrees", "candidates", "reasons"], ...] = (
    "ranks",
    "honorifics",
    "degrees",
    "candidates",
    "reasons",
)


class Gone:
    """What people said is no entity, taken out of records; each says so among its issues."""

    def __init__(self, decisions: Sequence[Decision], references: References) -> None:
        self._gone: dict[str, dict[str, Decision]] = defaultdict(dict)
        for decision in decisions:
            if decision.decision == "not-an-entity":
                for key in references.find(decision.left):
                    self._gone[key.article].setdefault(key.local, decision)

    def without(self, record: Record) -> Record:
        """The record without it."""
        gone = self._gone.get(record["article"])
        return _without(record, gone) if gone else record


class Dropped(Sequence[Record]):
    """Records without what is gone."""

    def __init__(self, records: Sequence[Record], gone: Gone) -> None:
        self._records, self._gone = records, gone

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, number: int) -> Record: ...
    @overload
    def __getitem__(self, number: slice) -> Dropped: ...
    def __getitem__(self, number: int | slice) -> Record | Dropped:
        if isinstance(number, slice):
            return Dropped(self._records[number], self._gone)
        return self._gone.without(self._records[number])

    def __iter__(self) -> Iterator[Record]:
        return map(self._gone.without, self._records)


def _without(record: Record, gone: Mapping[str, Decision]) -> Record:
    new = record.copy()
    named = {e["id"]: e["name"] for e in record["entities"]} | {v["id"]: v["name"] for v in record["events"]}
    new["entities"] = [e for e in record["entities"] if e["id"] not in gone]
    new["postings"] = [p for p in record["postings"] if not {p["person"], p["institution"]} & gone.keys()]
    new["events"] = [
        {
            **event,
            "participations": [
                part if part["on_behalf_of"] not in gone else {**part, "on_behalf_of": None}
                for part in event["participations"]
                if part["participant"] not in gone
            ],
        }
        for event in record["events"]
        if event["id"] not in gone
    ]
    new["cooccurrences"] = [c for c in record["cooccurrences"] if not set(c["between"]) & gone.keys()]
    found: list[IssueRecord] = [
        {
            "code": "L001",
            "message": f"{named.get(local, local)!r} is not an entity, {by.words}",
            "where": record["article"],
        }
        for local, by in sorted(gone.items())
    ]
    new["issues"] = [*record["issues"], *found]
    return new


def decided_names(decisions: Sequence[Decision], references: References) -> dict[Key, tuple[str, str]]:
    """The names that people gave, by mention."""
    return {
        key: (decision.right, f"named so, {decision.words}")
        for decision in decisions
        if decision.decision == "rename"
        for key in references.find(decision.left)
    }


def rewrite(record: Record, found: Part) -> Record:
    """The record with canonical ids; nothing of the given one is changed."""
    new, ids = without_pairs(record, found)
    new["cooccurrences"] = _cooccurrences(record["cooccurrences"], ids)
    return new


def without_pairs(record: Record, found: Part) -> tuple[Record, Mapping[str, str]]:
    """The same without its co-occurrences, and the canonical id of each of its entities."""
    institutions = found.institutions.of(record)
    ids = {local: institution.id for local, institution in institutions.items()}
    ids |= {e["id"]: found.persons[e["id"]] for e in record["entities"] if e["id"] not in ids}
    new = record.copy()
    new["entities"] = _entities(record, institutions, found)
    new["postings"] = [_posting(posting, record, ids) for posting in record["postings"]]
    new["events"] = _events(record, ids, found)
    new["cooccurrences"] = []
    source = record.get("source")
    if source is not None:
        new["source"] = {**source, "copy_of": found.copy_of}
    return new, ids


def _posting(posting: PostingRecord, record: Record, ids: Mapping[str, str]) -> PostingRecord:
    """A posting with canonical ids; an event that is to come, or never was, proves nobody in office on its day."""
    new = posting.copy()
    new["person"], new["institution"] = ids[posting["person"]], ids[posting["institution"]]
    day = posting.get("seen")
    states = {event["status"] for event in record["events"] if event["date"] == day} if day else set()
    if states and "held" not in states:
        new["seen"] = record["published"][:10] if record["published"] else None
    return new


def _entities(record: Record, institutions: Mapping[str, Institution], found: Part) -> list[EntityRecord]:
    """Entities by first mention; those that are one are one, with the mentions of all."""
    ours: dict[str, EntityRecord] = {}
    for entity in record["entities"]:
        new = _entity(entity, institutions.get(entity["id"]), found)
        earlier = ours.get(new["id"])
        ours[new["id"]] = new if earlier is None else _joined(earlier, new)
    return sorted(
        ours.values(),
        key=lambda e: (min((m["start"], m["end"]) for m in e["mentions"]) if e["mentions"] else (0, 0), e["id"]),
    )


def _entity(entity: EntityRecord, institution: Institution | None, found: Part) -> EntityRecord:
    new, local = entity.copy(), entity["id"]
    canonical = institution.id if institution else found.persons[local]
    new["id"], new["local"] = canonical, local
    reasons = []
    if local in found.names:
        name, words = found.names[local]
        new["aliases"] = sorted({*entity["aliases"], entity["name"]} - {name})
        new["name"] = name
        reasons.append(words)
    if institution:
        new["nil"] = institution.nil
        new["unit"] = institution.unit or entity.get("unit")
        reasons += [reason for reason in institution.reasons if reason]
    else:
        new["nil"] = local in found.alone
        why = found.why.get(local)
        reasons += [why] if why else []
    new["reasons"] = list(dict.fromkeys(reasons))
    if canonical in found.open:
        new["possible"] = found.open[canonical]
    return new


def _joined(one: EntityRecord, other: EntityRecord) -> EntityRecord:
    """One entity of two of the same article; the name of the first stays."""
    new = one.copy()
    new["mentions"] = sorted(
        {(m["start"], m["end"], m["text"]): m for m in (*one["mentions"], *other["mentions"])}.values(),
        key=lambda m: (m["start"], m["end"]),
    )
    new["aliases"] = sorted({*one["aliases"], *other["aliases"], other["name"]} - {one["name"]})
    new["region"] = one["region"] or other["region"]
    new["nil"] = one.get("nil", False) and other.get("nil", False)
    for listed in _LISTS:
        values = [*one.get(listed, []), *other.get(listed, [])]
        if values:
            new[listed] = list(dict.fromkeys(values))
    return new


def _events(record: Record, ids: Mapping[str, str], found: Part) -> list[EventRecord]:
    """Events in their order; those that are one are one, with the participations of all."""
    ours: dict[str, EventRecord] = {}
    for event in record["events"]:
        new = _event(event, ids, found)
        earlier = ours.get(new["id"])
        ours[new["id"]] = new if earlier is None else _joined_events(earlier, new)
    return list(ours.values())


def _event(event: EventRecord, ids: Mapping[str, str], found: Part) -> EventRecord:
    new, local = event.copy(), event["id"]
    new["id"], new["local"] = found.events[local], local
    if local in found.names:
        new["name"] = found.names[local][0]
    new["participations"] = [
        {
            **part,
            "participant": ids[part["participant"]],
            "on_behalf_of": ids.get(part["on_behalf_of"], part["on_behalf_of"]) if part["on_behalf_of"] else None,
        }
        for part in event["participations"]
    ]
    why = found.why.get(local)
    new["reasons"] = [why] if why else []
    if new["id"] in found.open:
        new["possible"] = found.open[new["id"]]
    return new


def _joined_events(one: EventRecord, other: EventRecord) -> EventRecord:
    """One event of two of the same article; the name, the kind and the evidence of the first stay."""
    new = one.copy()
    if one["date"] is None:
        new["date"], new["precision"] = other["date"], other.get("precision", "day" if other["date"] else "none")
    new["place"] = one["place"] or other["place"]
    new["region"] = one["region"] or other["region"]
    told = one["participations"]  # the same said with another quote is told again: a claim has all its evidence
    new["participations"] = [*told, *(part for part in other["participations"] if part not in told)]
    new["reasons"] = list(dict.fromkeys([*one.get("reasons", []), *other.get("reasons", [])]))
    return new


def _cooccurrences(given: Sequence[CoOccurrenceRecord], ids: Mapping[str, str]) -> list[CoOccurrenceRecord]:
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    for pair in given:
        left, right = sorted(ids[end] for end in pair["between"])
        if left != right:
            counts[pair["scope"], left, right] += pair["count"]
    return [
        {"between": [left, right], "scope": scope, "count": count}
        for (scope, left, right), count in sorted(counts.items())
    ]
