"""One wording for one office: "Dandim X" and "Komandan Kodim X", "Kasat Binmas X" and "Kasat Binmas Polres X".

Two wordings are one office when institution and post concept are the same and they differ only in words of the post's
forms and in what the institution is called, "Gubernur Jatim" and "Gubernur Jawa Timur"; "Anggota KPU X Divisi Hukum"
stays apart from "Anggota KPU X".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache

from kg.linking.body_words import Body, default_body_words
from kg.linking.folding import fold_words
from kg.linking.words import Words
from kg.records import EntityRecord, EventRecord, PostingRecord, Record

Office = tuple[str, str, frozenset[str]]  # institution, post concept, the words that tell it from others of both
Offices = Callable[[Record], list[tuple[PostingRecord, Office]]]
_RECENT = 1 << 14  # wordings that are kept as they were compared


class Wordings:
    """Takes all linked records one by one, then calls each office by its commonest wording, the longer of equals.

    The evidence keeps what is written. Posts whose concept is not known keep their wording.
    """

    def __init__(self, words: Words) -> None:
        self._offices = _offices(words)
        self._counts: dict[Office, Counter[str]] = defaultdict(Counter)
        self._best: dict[Office, str] | None = None
        self._where: set[tuple[str, str]] = set()  # institutions and concepts of its offices

    def take(self, record: Record) -> None:
        """Count the wordings of a record, each once."""
        for office, label in {(office, p["post"]) for p, office in self._offices(record)}:
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
            self._where = {(institution, concept) for institution, concept, _ in self._best}
        if not any((p["institution"], p.get("role")) in self._where for p in record["postings"]):
            return record
        return _renamed(record, self._best, self._offices)


def _offices(words: Words) -> Offices:
    """What tells the postings of a record that have a concept, with the office of each."""
    called = default_body_words().of

    @lru_cache(maxsize=_RECENT)
    def told(post: str, body: Body, role: str) -> frozenset[str]:
        forms = words.posts.get(role, frozenset())
        said = [word for word in fold_words(post).split() if word not in forms]
        if {*fold_words(body.name).split()}.issuperset(said):  # as most wordings are
            return frozenset()
        return frozenset(called(body).beside(said))

    def offices(record: Record) -> list[tuple[PostingRecord, Office]]:
        entities = {entity["id"]: entity for entity in record["entities"]}
        return [
            (p, (p["institution"], role, told(p["post"], _body(entities[p["institution"]]), role)))
            for p in record["postings"]
            if (role := p.get("role"))
        ]

    return offices


def _body(entity: EntityRecord) -> Body:
    return Body(entity["name"], entity.get("concept"), entity.get("unit"), entity["region"])


def _renamed(record: Record, best: Mapping[Office, str], offices: Offices) -> Record:
    renamed = {
        (posting["person"], posting["institution"], posting["post"]): best[office]
        for posting, office in offices(record)
        if best.get(office, posting["post"]) != posting["post"]
    }
    if not renamed:
        return record
    labels = {(person, post): label for (person, _, post), label in renamed.items()}
    new = record.copy()
    new["postings"] = [
        {**p, "post": label, "wording": p["post"]}
        if (label := renamed.get((p["person"], p["institution"], p["post"])))
        else p
        for p in record["postings"]
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
