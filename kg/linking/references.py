"""What the two sides of a decision mean: the mentions in the articles that an id or ARTICLE#NAME names.

Where two people of one article bear one name, an office in front of it tells which: ARTICLE#OFFICE NAME.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.linking.constraints import Constraints
from kg.linking.decisions import Decision, contradiction
from kg.linking.folding import fold_words
from kg.linking.profiles import Key
from kg.model import Issue
from kg.records import Record

_TWO_SIDED = ("same", "different")
_UNMET = (
    "give an id that `kg explain` prints, or ARTICLE#NAME as the article has it, with the office in front of a name "
    "that several people there bear (ARTICLE#OFFICE NAME); or take the line away"
)
_MANY = 40  # members of each side that a "different" between two ids keeps apart


Ids = Mapping[str, str]  # id in a record → canonical id


class References:
    """Finds the mentions that decisions mean among the records, and by the ids that linking gave without decisions."""

    def __init__(self, decisions: Sequence[Decision], records: Iterable[Record], ids: Callable[[Record], Ids]) -> None:
        meant = {side for decision in decisions for side in (decision.left, decision.right)}
        articles = {article for side in meant for article, mark, _ in [side.rpartition("#")] if mark}
        self._records: dict[str, Record] = {}
        self._by_id: dict[str, list[Key]] = defaultdict(list)
        for record in records:
            if record["article"] in articles:
                self._records[record["article"]] = record
            for local, canonical in ids(record).items():
                if canonical in meant:
                    self._by_id[canonical].append(Key(record["article"], local))

    def find(self, reference: str) -> tuple[Key, ...]:
        """The mentions that are meant, sorted; none when the article or the name is not there (any more)."""
        if reference in self._by_id:
            return tuple(sorted(self._by_id[reference]))
        article, mark, name = reference.rpartition("#")
        record = self._records.get(article) if mark else None
        if record is None:
            return ()
        wanted = fold_words(name)
        named = [(e["id"], e["name"]) for e in record["entities"]]
        for of_entity in named, _wordings(record), in_office(record), _events(record):
            found = sorted(
                {Key(article, local) for local, text in of_entity if fold_words(text) == wanted or local == name}
            )
            if found and not _several_people(record, found):
                return tuple(found)
        return ()


def _several_people(record: Record, found: Sequence[Key]) -> bool:
    """Whether people of one name are meant, of whom a decision may not mean all."""
    met = {key.local for key in found}
    return sum(e["class"] == "Person" and e["id"] in met for e in record["entities"]) > 1


def _wordings(record: Record) -> list[tuple[str, str]]:
    return [
        (e["id"], text) for e in record["entities"] for text in (*e["aliases"], *(m["text"] for m in e["mentions"]))
    ]


def in_office(record: Record) -> list[tuple[str, str]]:
    """People with their offices in front of their names."""
    names = {e["id"]: e["name"] for e in record["entities"]}
    return [(p["person"], f"{p['post']} {names[p['person']]}") for p in record["postings"] if p["person"] in names]


def _events(record: Record) -> list[tuple[str, str]]:
    return [(event["id"], event["name"] or "") for event in record["events"]]


def unmet(decisions: Iterable[Decision], references: References) -> tuple[Issue, ...]:
    """The sides of decisions that mean nothing in these articles; whether a claim is there is known only later."""
    return tuple(
        Issue("L003", f"{decision.decision} {side}: nothing here is named so", decision.where, _UNMET)
        for decision in decisions
        for side in ((decision.left, decision.right) if decision.decision in _TWO_SIDED else (decision.left,))
        if decision.decision != "wrong-claim" and not references.find(side)
    )


def constraints(decisions: Sequence[Decision], references: References) -> Constraints:
    """The decisions same and different as pairs of mentions.

    Raises LinkError that names both lines where one says that two are one and another that they are not.
    """
    same: list[tuple[Key, Key, Decision]] = []
    different: list[tuple[Key, Key, Decision]] = []
    split = {
        key
        for d in decisions
        if d.decision == "different" and "#" in d.left + d.right
        for side in (d.left, d.right)
        for key in references.find(side)
    }
    for decision in decisions:
        left, right = references.find(decision.left), references.find(decision.right)
        if not left or not right:
            continue
        if decision.decision == "same":
            same.append((left[0], right[0], decision))
            for side in (left, right):
                same.extend((side[0], key, decision) for key in side[1:] if key not in split)
        elif decision.decision == "different":
            different.extend((a, b, decision) for a in left[:_MANY] for b in right[:_MANY] if a != b)
    _check(same, different)
    return Constraints(
        tuple((a, b, f"one person or event, {d.words}") for a, b, d in same),
        tuple((a, b, f"not one, {d.words}") for a, b, d in different),
    )


def _check(same: Sequence[tuple[Key, Key, Decision]], different: Sequence[tuple[Key, Key, Decision]]) -> None:
    """Walk from one side of each "different" along the "same": reaching the other side is a contradiction."""
    beside: dict[Key, list[tuple[Key, Decision]]] = defaultdict(list)
    for left, right, decision in same:
        beside[left].append((right, decision))
        beside[right].append((left, decision))
    for left, right, decision in different:
        came: dict[Key, Decision | None] = {left: None}
        queue = [left] if left in beside else []
        while queue:
            here = queue.pop()
            for there, by in beside[here]:
                if there not in came:
                    came[there] = by
                    queue.append(there)
        if right in came:
            by_line = came[right]
            if by_line is not None:
                raise contradiction(by_line, decision, "the two are one and not one")
