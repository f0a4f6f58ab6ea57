"""seeds/decisions.csv → Decisions: what people decided, line by line, checked against each other.

Columns: decision, left, right, who, when, why. A line that starts with # is a comment. `left` and `right` are an id of
the graph, or a mention as ARTICLE#NAME, which stays true when ids change.

    same            left and right are one (two persons, or two events)
    different       left and right are not one
    not-an-entity   left names nothing; it leaves the graph with all that was said of it
    rename          left is called right
    wrong-claim     left is the id of a claim that its source does not bear out; or the id of a person, with the post in
                    right; or a mention, with the post or the event in right: that article alone is wrong
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kg.errors import LinkError
from kg.model import Issue, Participation, Posting

KINDS = ("same", "different", "not-an-entity", "rename", "wrong-claim")
COLUMNS = ("decision", "left", "right", "who", "when", "why")
_CLAIM = (
    "give the id of a claim that `kg explain` prints, or of a person with the post as it is worded there, or "
    "ARTICLE#NAME with the post or the event's name"
)
_NEEDS_RIGHT = ("same", "different", "rename")


class Claims(Protocol):
    """Claims of a graph by id."""

    @property
    def postings(self) -> Mapping[str, Posting]: ...
    @property
    def participations(self) -> Mapping[str, Participation]: ...


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """One line of the file: `where` is its file and line."""

    decision: str
    left: str
    right: str
    who: str
    when: str
    why: str
    where: str

    @property
    def words(self) -> str:
        """The decision as a reason, without the place of its line."""
        by = f" by {self.who}" if self.who else ""
        on = f" on {self.when}" if self.when else ""
        because = f": {self.why}" if self.why else ""
        return f"decided{by}{on}{because}"


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file; none where it does not exist.

    Raises LinkError naming file and line of an unknown decision, a missing column or a missing side.
    """
    if not path.is_file():
        return ()
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LinkError(f"can't be read: {error}", where=str(path), hint="save it as UTF-8") from None
    return parse_decisions(text.splitlines(), str(path))


def unmet_claims(decisions: Iterable[Decision], base: Claims) -> list[Issue]:
    """The decisions that call a claim wrong which is not in the graph."""
    return [
        Issue("L003", f"wrong-claim {decision.left}: no such claim here", decision.where, _CLAIM)
        for decision in decisions
        if decision.decision == "wrong-claim"
        and decision.left not in base.postings
        and decision.left not in base.participations
        and not any(_called_wrong(decision, one) for one in base.postings.values())
        and not any(_called_wrong(decision, one) for one in base.participations.values())
    ]


def _called_wrong(decision: Decision, claim: Posting | Participation) -> bool:
    """Whether a decision that names no claim by its id has met one."""
    if "#" in decision.left:
        return decision.words in claim.notes
    return claim.status == "rejected" and isinstance(claim, Posting) and claim.person == decision.left


def parse_decisions(lines: Sequence[str], where: str) -> tuple[Decision, ...]:
    """The decisions of the lines of a file; see `read_decisions`."""
    rows = [
        (number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#")
    ]
    if not rows:
        return ()
    head = _cells(rows[0][1], f"{where}:{rows[0][0]}")
    missing = [c for c in COLUMNS[:3] if c not in head]
    if missing:
        apart = next((sign for sign in ";\t" if sign in rows[0][1]), None)
        wrong = f"cells are parted by {apart!r}" if apart else f"column {missing[0]!r} is missing"
        hint = f"the first line is {','.join(COLUMNS)}" + (": save it as CSV with commas" if apart else "")
        raise LinkError(wrong, where=f"{where}:{rows[0][0]}", hint=hint)
    found = []
    for number, line in rows[1:]:
        values = dict(zip(head, (cell.strip() for cell in _cells(line, f"{where}:{number}")), strict=False))
        decision = Decision(**{column: values.get(column, "") for column in COLUMNS}, where=f"{where}:{number}")
        _check(decision)
        found.append(decision)
    _check_against(found)
    return tuple(found)


def _cells(line: str, where: str) -> list[str]:
    try:
        return next(csv.reader([line]))
    except csv.Error as error:
        raise LinkError(f"not CSV: {error}", where=where, hint="mend that line") from None


def _check(decision: Decision) -> None:
    if decision.decision not in KINDS:
        raise LinkError(
            f"{decision.decision!r} is no decision", where=decision.where, hint=f"use one of {', '.join(KINDS)}"
        )
    if not decision.left or (decision.decision in _NEEDS_RIGHT and not decision.right):
        raise LinkError(
            f"{decision.decision!r} needs {'left and right' if decision.left else 'left'}",
            where=decision.where,
            hint="name an id of the graph, or ARTICLE#NAME",
        )
    if decision.decision == "wrong-claim" and "#" in decision.left and not decision.right:
        hint = "give the wording of the post, or the name of the event"
        raise LinkError("'wrong-claim' of a mention needs right", where=decision.where, hint=hint)
    if decision.decision in ("same", "different") and decision.left == decision.right:
        raise LinkError("left and right are the same words", where=decision.where, hint="name two things")


def _check_against(decisions: Iterable[Decision]) -> None:
    """Two lines that contradict each other as they are written; the clusters find those that do so by meaning."""
    renamed: dict[str, Decision] = {}
    gone: dict[str, Decision] = {}
    for decision in decisions:
        if decision.decision == "rename":
            earlier = renamed.setdefault(decision.left, decision)
            if earlier.right != decision.right:
                raise contradiction(earlier, decision, f"{decision.left!r} has two names")
        elif decision.decision == "not-an-entity":
            gone[decision.left] = decision
    for decision in decisions:
        for side in (decision.left, decision.right):
            if side in gone and decision.decision in ("same", "rename"):
                raise contradiction(gone[side], decision, f"{side!r} is not an entity")


def contradiction(one: Decision, other: Decision, what: str) -> LinkError:
    """The error that names both lines, the one that comes first in the file first."""
    first, second = sorted((one, other), key=lambda d: (d.where.rpartition(":")[0], int(d.where.rpartition(":")[2])))
    return LinkError(
        f"contradicts {second.where}: {what} ({first.decision} {first.left} {first.right}; "
        f"{second.decision} {second.left} {second.right})",
        where=first.where,
        hint="delete one of the two lines",
    )
