"""The quotes of a record: each stands at its offsets in the stored text."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import KGError
from kg.reading.plain_signs import Plain
from kg.records import EvidenceRecord, Record


def verify(record: Record, text: str) -> None:
    """Check that every quote of a record stands at its offsets in the stored text.

    Raises KGError that names the article and the quote.
    """
    quotes = [(e["start"], e["end"], e["quote"]) for e in _evidence(record)]
    quotes += [(m["start"], m["end"], m["text"]) for entity in record["entities"] for m in entity["mentions"]]
    for start, end, quote in quotes:
        if text[start:end] != quote:
            raise KGError(
                f"the quote {quote[:40]!r} does not stand at [{start}, {end})",
                where=record["article"],
                hint="this is a defect of kg: please report it with the article",
            )


def put_back(record: Record, read: Plain, text: str) -> None:
    """Give the quotes of a record that was read in plain signs their words and offsets in the stored text."""
    for item in {id(item): item for item in _evidence(record)}.values():  # claims of one sentence share theirs
        before, behind = item["start"] - len(item.get("prefix", "")), item["end"] + len(item.get("suffix", ""))
        item["start"], item["end"] = start, end = read.stored(item["start"], item["end"])
        item["quote"] = text[start:end]
        whole = read.stored(before, behind)
        item["prefix"], item["suffix"] = text[whole[0] : start], text[end : whole[1]]
    for entity in record["entities"]:
        for mention in entity["mentions"]:
            mention["start"], mention["end"] = start, end = read.stored(mention["start"], mention["end"])
            mention["text"] = text[start:end]


def _evidence(record: Record) -> Iterator[EvidenceRecord]:
    """The evidence of postings, events and participations."""
    for posting in record["postings"]:
        yield posting["evidence"]
    for event in record["events"]:
        yield from (part["evidence"] for part in event["participations"])
        if "evidence" in event:
            yield event["evidence"]
