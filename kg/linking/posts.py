"""One wording for one office: "Dandim X" and "Komandan Kodim X", "Kasat Binmas X" and "Kasat Binmas Polres X".

Two wordings are one office when institution and post concept are the same and they differ only in words of the post's
forms and of the institution's name; "Anggota KPU X Divisi Hukum" stays apart from "Anggota KPU X".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from kg.linking.words import Words, fold
from kg.records import EventRecord, PostingRecord, Record

Office = tuple[str, str, frozenset[str]]  # institution, post concept, the words that tell it from others of both


class Wordings:
    """Takes all linked records one by one, then calls each office by its commonest wording, the longer of equals.

    The evidence keeps what is written. Posts whose concept is not known keep their wording.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._counts: dict[Office, Counter[str]] = defaultdict(Counter)
        self._best: dict[Office, str] | None = None

    def take(self, record: Record) -> None:
        """Count the wordings of a record, each once."""
        for office, label in {(office, p["post"]) for p, office in _offices(record, self._words)}:
            self._counts[office][label] += 1

    def counts(self) -> dict[Office, Counter[str]]:
        """What was counted, for `join`."""
        return dict(self._counts)

    def join(self, counts: Mapping[Office, Counter[str]]) -> None:
        """Count what was counted elsewhere as well."""
        for office, labels in counts.items():
            self._counts[office].update(labels)

    def renamed(self, record: Record) -> Record:
        """The record with its offices called as they are called most."""
        if self._best is None:
            self._best = {
                office: min(counts, key=lambda label, counts=counts: (-counts[label], -len(label), label))  # type: ignore[misc]
                for office, counts in self._counts.items()
                if len(counts) > 1
            }
        return _renamed(record, self._best, self._words) if self._best else record


def _offices(record: Record, words: Words) -> list[tuple[PostingRecord, Office]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    found = []
    for posting in record["postings"]:
        role = posting.get("role")
        if role:
            said = set(fold(posting["post"]).split())
            told = said - set(fold(names[posting["institution"]]).split()) - words.posts.get(role, frozenset())
            found.append((posting, (posting["institution"], role, frozenset(told))))
    return found


def _renamed(record: Record, best: Mapping[Office, str], words: Words) -> Record:
    renamed = {
        (posting["person"], posting["institution"], posting["post"]): best[office]
        for posting, office in _offices(record, words)
        if best.get(office, posting["post"]) != posting["post"]
    }
    if not renamed:
        return record
    labels = {(person, post): label for (person, _, post), label in renamed.items()}
    new = record.copy()
    new["postings"] = [
        {**p, "post": renamed.get((p["person"], p["institution"], p["post"]), p["post"])} for p in record["postings"]
    ]
    new["events"] = [_event(event, labels) for event in record["events"]]
    return new


def _event(event: EventRecord, labels: Mapping[tuple[str, str], str]) -> EventRecord:
    new = event.copy()
    new["participations"] = [
        {**part, "post": labels.get((part["participant"], part["post"] or ""), part["post"])}
        for part in event["participations"]
    ]
    return new
