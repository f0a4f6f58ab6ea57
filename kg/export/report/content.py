"""KnowledgeBase → what a report says: sections of statistics, top ties with quotes, series of plots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from kg.graph.communities import communities
from kg.graph.incidence import Actors
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.outlets import outlet_of
from kg.graph.statistics import sections
from kg.graph.statistics.contents import region_name
from kg.graph.statistics.options import Options
from kg.graph.statistics.stability import stability
from kg.graph.statistics.subject import Subject
from kg.graph.statistics.tables import Section, Table, Value, untracked
from kg.model import Evidence

NAMED = ("contents", "structure", "change", "ties", "coverage", "silence")
SHOWN_TIES = 8
LEADS = 4  # shown when no tie passes the test
RING = 32
REGIONS = 22


@dataclass(frozen=True)
class Shown:
    """A quote with its article: outlet, date, title and address, where known."""

    evidence: Evidence
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None


@dataclass(frozen=True)
class TopTie:
    """Two actors, the figures of their tie, and events at which both were, with quotes."""

    left: str
    right: str
    observed: int
    expected: float
    q: float | None
    region: str
    meetings: tuple[tuple[str, str | None, tuple[Shown, ...]], ...]


@dataclass(frozen=True)
class Content:
    """All that a report shows, in no language."""

    sections: Mapping[str, Section]
    sure: Mapping[str, Section]  # stability of "institutions" and "persons"
    ties: tuple[TopTie, ...]
    months: tuple[str, ...]
    events_by_month: tuple[int, ...]
    articles_by_month: tuple[int, ...]
    ring: tuple[tuple[str, ...], tuple[int, ...], tuple[tuple[int, int, float], ...]]
    coverage: tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[int, ...], ...]]


def content_of(
    base: KnowledgeBase, options: Options, *, track: Callable[[Iterable[Any], str], Iterable[Any]] = untracked
) -> Content:
    """Compute everything that a report shows."""
    found = {part.name: part for part in sections(base, options, NAMED, track=track)}
    kinds: tuple[Actors, ...] = ("institutions", "persons")
    sure: dict[str, Section] = {kind: stability(Subject(base, kind), options) for kind in kinds}
    events = Counter(e.date[:7] for e in base.events.values() if e.date and e.status == "held" and len(e.date) >= 7)
    articles = Counter(node.published[:7] for node in base.articles.values() if node.published)
    months = span_of_months([*events, *articles])
    return Content(
        sections=found,
        sure=sure,
        ties=tuple(_top_ties(base, found["ties"].tables[0])),
        months=months,
        events_by_month=tuple(events[month] for month in months),
        articles_by_month=tuple(articles[month] for month in months),
        ring=_ring(base, options),
        coverage=_coverage(base),
    )


def span_of_months(months: Iterable[str]) -> tuple[str, ...]:
    """Every month from the first to the last, both included."""
    known = sorted(months)
    if not known:
        return ()
    start, end = (int(m[:4]) * 12 + int(m[5:7]) - 1 for m in (known[0], known[-1]))
    return tuple(f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1))


def _top_ties(base: KnowledgeBase, pairs: Table) -> Iterable[TopTie]:
    rows = [dict(zip([c.key for c in pairs.columns], row, strict=True)) for row in pairs.rows]
    called = [row for row in rows if row["significant"] == "yes"]
    present = _presence(base)
    for row in called[:SHOWN_TIES] or rows[:LEADS]:
        left, right = str(row["left_id"]), str(row["right_id"])
        both = present.get(left, {}).keys() & present.get(right, {}).keys()
        chosen = sorted(both, key=lambda key: (base.events[key].date or "", key), reverse=True)[:2]
        meetings = tuple(
            (base.events[key].name, base.events[key].date, _quotes(base, [*present[left][key], *present[right][key]]))
            for key in chosen
        )
        yield TopTie(
            left=str(row["left"]),
            right=str(row["right"]),
            observed=round(_real(row["observed"])),
            expected=_real(row["expected"]),
            q=None if row["q"] is None else _real(row["q"]),
            region=str(row["region"]),
            meetings=meetings,
        )


def _real(value: Value) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _presence(base: KnowledgeBase) -> dict[str, dict[str, list[Evidence]]]:
    """For each actor the held events it took part in, with the quotes."""
    found: dict[str, dict[str, list[Evidence]]] = {}
    for claim in base.participations.values():
        event = base.events.get(claim.event)
        if claim.status != "accepted" or event is None or event.status != "held":
            continue
        post = base.posts.get(claim.acted_as) if claim.acted_as else None
        for actor in {claim.participant, claim.on_behalf_of, post.institution if post else None} - {None}:
            found.setdefault(str(actor), {}).setdefault(claim.event, []).extend(claim.evidence)
    return found


def _quotes(base: KnowledgeBase, evidence: list[Evidence]) -> tuple[Shown, ...]:
    """At most two quotes, of different sentences."""
    nodes = {node.article: node for node in base.articles.values()}
    found: list[Shown] = []
    for shown in sorted(set(evidence)):
        if not any(_same_sentence(shown, other.evidence) for other in found):
            node = nodes.get(shown.article)
            source = (
                (outlet_of(node), node.published, node.title, node.url) if node else (None, None, shown.article, None)
            )
            found.append(Shown(shown, *source))
    return tuple(found[:2])


def _same_sentence(one: Evidence, other: Evidence) -> bool:
    reach = (other.start - len(other.prefix), other.end + len(other.suffix))
    return one.article == other.article and one.start < reach[1] and reach[0] < one.end


def _ring(
    base: KnowledgeBase, options: Options
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[tuple[int, int, float], ...]]:
    """The institutions with the most company and the ties among them, those of a community side by side."""
    subject = Subject(base, "institutions")
    strength = np.asarray(subject.ties.sum(axis=1)).ravel()
    order = sorted(range(len(strength)), key=lambda at: (-round(float(strength[at]), 9), subject.name(at)))[: 2 * RING]
    order = _tied(subject, order)
    groups = communities(subject.ties, seed=options.seed)
    order = sorted(order, key=lambda at: (int(groups[at]), subject.name(at)))
    place = {at: number for number, at in enumerate(order)}
    numbers = {group: number for number, group in enumerate(dict.fromkeys(int(groups[at]) for at in order))}
    chosen = subject.ties[order][:, order].tocoo() if order else None
    edges = (
        [] if chosen is None else sorted(zip(*(x.tolist() for x in (chosen.row, chosen.col, chosen.data)), strict=True))
    )
    ties = tuple((left, right, round(float(weight), 6)) for left, right, weight in edges if left < right)
    return tuple(subject.name(at) for at in place), tuple(numbers[int(groups[at])] for at in place), ties


def _tied(subject: Subject, order: list[int]) -> list[int]:
    """The first RING of an order, passing over those with no tie to the others."""
    passed: set[int] = set()
    while True:
        chosen = [at for at in order if at not in passed][:RING]
        ties = np.diff(subject.ties[chosen][:, chosen].indptr).tolist()
        alone = {at for at, count in zip(chosen, ties, strict=True) if not count}
        if not alone:
            return chosen
        passed |= alone


def _coverage(base: KnowledgeBase) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[int, ...], ...]]:
    """Regencies × months (years, when there are too many months): articles about them."""
    cells: Counter[tuple[str, str]] = Counter()
    published = {node.article: node.published for node in base.articles.values()}
    dated = [
        (code, day)
        for a, codes in Subject(base, "participation").regencies.items()
        for code in codes
        if (day := published.get(a))
    ]
    months = span_of_months(day[:7] for _, day in dated)
    yearly = len(months) > 24
    for code, day in dated:
        cells[code, day[:4] if yearly else day[:7]] += 1
    columns = tuple(sorted({month[:4] for month in months})) if yearly else months
    totals: Counter[str] = Counter()
    for (code, _), count in cells.items():
        totals[code] += count
    codes = sorted(totals, key=lambda code: (-totals[code], code))[:REGIONS]
    grid = tuple(tuple(cells[code, column] for column in columns) for code in codes)
    return tuple(region_name(base, code) for code in codes), columns, grid
