"""Predicted claims against annotations → how often claims of a confidence, and claims of a rule, are right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.evaluation.alignment import align
from kg.evaluation.gold import Gold, Json
from kg.evaluation.measures import with_collective
from kg.evaluation.participation import claim_is_right
from kg.evaluation.posts import posting_is_right
from kg.evaluation.wording import wording

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


class Judged(NamedTuple):
    """A claim with its confidence and whether it is right."""

    kind: str  # posting, led, organised, attended
    rule: str
    confidence: float
    right: bool


class Row(NamedTuple):
    """Claims of a bin or of a rule: how many, what they promise, how many hold."""

    label: str
    claims: int
    confidence: float
    right: float


def judge(gold: Gold, predicted: dict[str, Json]) -> list[Judged]:
    """Every claim that the annotations can tell right or wrong; optional things are left out."""
    found: list[Judged] = []
    words = wording()
    for article, row in gold.articles.items():
        if article not in predicted:
            continue
        record, full = predicted[article], with_collective(row, words)
        links, _ = align(full, record, words)
        for posting in record["postings"]:
            found += _judged("posting", posting, right=posting_is_right(full, posting, links, words))
        for event in record["events"]:
            for part in event["participations"]:
                found += _judged(part["role"], part, right=claim_is_right(full, part, links))
    return found


def _judged(kind: str, claim: Json, *, right: bool | None) -> list[Judged]:
    if right is None or not isinstance(claim.get("confidence"), int | float):
        return []
    return [Judged(kind, str(claim.get("rule") or kind), float(claim["confidence"]), right)]


def by_confidence(claims: Iterable[Judged]) -> list[Row]:
    """Claims by bin of confidence; empty bins are left out."""
    bins: dict[int, list[Judged]] = defaultdict(list)
    for claim in claims:
        place = sum(claim.confidence >= edge for edge in EDGES[1:-1])
        bins[place].append(claim)
    return [_row(f"{EDGES[i]:.2f} – {EDGES[i + 1]:.2f}", bins[i]) for i in sorted(bins)]


def by_rule(claims: Iterable[Judged]) -> list[Row]:
    """Claims by the rule that made them."""
    rules: dict[str, list[Judged]] = defaultdict(list)
    for claim in claims:
        rules[claim.rule].append(claim)
    return [_row(rule, rules[rule]) for rule in sorted(rules)]


def smoothed(row: Row) -> float:
    """The share of right claims with one right and one wrong added: a few right claims don't promise certainty."""
    return (row.right * row.claims + 1) / (row.claims + 2)


def calibration_error(rows: Sequence[Row]) -> float:
    """Expected calibration error: the mean gap between promise and truth, weighted by claims."""
    total = sum(row.claims for row in rows)
    return round(sum(row.claims * abs(row.confidence - row.right) for row in rows) / total, 4) if total else 0.0


def _row(label: str, claims: Sequence[Judged]) -> Row:
    n = len(claims)
    return Row(label, n, round(sum(c.confidence for c in claims) / n, 3), round(sum(c.right for c in claims) / n, 3))
