"""KnowledgeBase → how sure a ranking is: the ranks actors take when an outlet, an article or weak claims are left out.

A rank range runs from the best to the worst rank over all leavings-out; actors of equal value share the range of their
places, so that a tie is never read as an order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.graph import measures
from kg.graph.incidence import LARGEST_UNIT, Incidence, newman
from kg.graph.statistics.options import Options
from kg.graph.statistics.rankings import order_by
from kg.graph.statistics.subject import Subject, outlet_of
from kg.graph.statistics.tables import Note, Section, Track, Value, section, table, untracked

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Mask = NDArray[np.bool_]
MOST_ARTICLES = 300  # beyond, articles are left out in this many seeded groups
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
REDRAWS = 200


def stability(subject: Subject, options: Options, track: Track[tuple[str, Mask]] = untracked) -> Section:
    """The top of the ranking with its rank ranges, and what each place hinges on."""
    incidence = subject.incidence
    value = Measured(incidence, options)
    whole = value(np.ones(len(incidence.sight_pair), dtype=bool))
    order = order_by(whole, subject)[: options.top]
    kept = np.array(order, dtype=np.int64)
    left_out = {
        "outlet": list(_without_outlets(subject)),
        "article": list(_without_articles(incidence, options.seed)),
        "confidence": list(_above(incidence)),
    }
    spans = {}
    for kind, masks in left_out.items():
        spans[kind] = [(name, *places(value(mask), kept)) for name, mask in track(masks, f"without one {kind}")]
    own = places(whole, kept)
    low, high = _interval(incidence, kept, options)
    rows: list[tuple[Value, ...]] = []
    for at, actor in enumerate(order):
        base_range = (int(own[0][at]), int(own[1][at]))
        ranges = {kind: _range(found, at, base_range) for kind, found in spans.items()}
        rows.append((
            _shown(base_range), subject.name(actor), float(whole[actor]),
            *(_shown(ranges[kind]) for kind in left_out), float(low[at]), float(high[at]),
            _hinge(spans["outlet"], at, base_range), incidence.actors[actor],
        ))  # fmt: skip
    figures: dict[str, Value] = {
        "outlets_left_out": len(left_out["outlet"]),
        "articles_left_out": len(left_out["article"]),
        "thresholds": " ".join(str(t) for t, _ in left_out["confidence"]),
        "redraws": REDRAWS,
    }
    columns = "rank name value:number outlet article confidence low:number high:number hinges id:id"
    notes = [*subject.notes, Note("ranked_by", {"measure": _usable(options)}), Note("rank_ranges")]
    if len(incidence.articles) > MOST_ARTICLES:
        notes.append(Note("article_groups", {"groups": MOST_ARTICLES, "articles": len(incidence.articles)}))
    return section("stability", figures, [table("ranges", columns, rows)], notes)


def places(values: Floats, chosen: Integers) -> tuple[Integers, Integers]:
    """Best and worst rank of the chosen: 1 + how many are above, and how many are above or equal."""
    rounded = np.sort(np.round(values, 9))
    wanted = np.round(values[chosen], 9)
    above = len(values) - np.searchsorted(rounded, wanted, side="right")
    not_below = len(values) - np.searchsorted(rounded, wanted, side="left")
    return above + 1, not_below


class Measured:
    """A function of some of the sightings: the value of every actor."""

    def __init__(self, incidence: Incidence, options: Options) -> None:
        self.incidence, self.by = incidence, _usable(options)

    def __call__(self, seen: Mask) -> Floats:
        alive = self.incidence.pairs_of(seen)
        if self.by == "strength":
            return strength_of(self.incidence, alive)
        ties = newman(self.incidence.matrix_of(alive))
        if self.by == "degree":
            return measures.degree(ties).astype(np.float64)
        return measures.pagerank(ties, tolerance=1e-9)


def strength_of(incidence: Incidence, alive: Mask) -> Floats:
    """Newman's strength without the projection: each unit with company gives 1 to each of its actors."""
    sizes = np.bincount(incidence.unit[alive], minlength=len(incidence.units))
    counts = (sizes > 1) & (sizes <= LARGEST_UNIT)
    actors = incidence.actor[alive][counts[incidence.unit[alive]]]
    return np.bincount(actors, minlength=len(incidence.actors)).astype(np.float64)


def _usable(options: Options) -> str:
    return "strength" if options.by == "betweenness" else options.by


def _without_outlets(subject: Subject) -> Iterator[tuple[str, Mask]]:
    incidence = subject.incidence
    publisher = {node.article: outlet_of(node) for node in subject.base.articles.values()}
    outlets = [publisher.get(article) or "" for article in incidence.articles]
    names = sorted(set(outlets) - {""})
    if len(names) < 2:
        return
    codes = np.array([names.index(outlet) if outlet else -1 for outlet in outlets], dtype=np.int64)
    for number, name in enumerate(names):
        yield name, codes[incidence.sight_article] != number


def _without_articles(incidence: Incidence, seed: int) -> Iterator[tuple[str, Mask]]:
    count = len(incidence.articles)
    if count < 2:
        return
    group = np.arange(count)
    if count > MOST_ARTICLES:
        group = np.random.default_rng(seed).permutation(count) % MOST_ARTICLES
    for number in range(min(count, MOST_ARTICLES)):
        yield str(number), group[incidence.sight_article] != number


def _above(incidence: Incidence) -> Iterator[tuple[str, Mask]]:
    for threshold in THRESHOLDS:
        mask = incidence.sight_confidence >= threshold
        if mask.any() and not mask.all():
            yield str(threshold), mask


def _interval(incidence: Incidence, kept: Integers, options: Options) -> tuple[Floats, Floats]:
    """Middle 95 % of the values when as many articles are drawn again, with replacement."""
    value, count = Measured(incidence, options), len(incidence.articles)
    if count < 2 or len(kept) == 0:
        return np.full(len(kept), np.nan), np.full(len(kept), np.nan)
    order = np.random.default_rng(options.seed)
    redraws = REDRAWS if value.by == "strength" else REDRAWS // 10
    drawn = np.array([value(_drawn(order, count)[incidence.sight_article])[kept] for _ in range(redraws)])
    low, high = np.percentile(drawn, [2.5, 97.5], axis=0)
    return low, high


def _drawn(order: np.random.Generator, count: int) -> Mask:
    return np.asarray(np.bincount(order.integers(0, count, count), minlength=count) > 0)


Spans = Sequence[tuple[str, Integers, Integers]]


def _range(spans: Spans, at: int, own: tuple[int, int]) -> tuple[int, int] | None:
    if not spans:
        return None
    best = min(int(best[at]) for _, best, _ in spans)
    worst = max(int(worst[at]) for _, _, worst in spans)
    return min(best, own[0]), max(worst, own[1])


def _shown(span: tuple[int, int] | None) -> str | None:
    if span is None:
        return None
    return str(span[0]) if span[0] == span[1] else f"{span[0]}–{span[1]}"


def _hinge(spans: Spans, at: int, own: tuple[int, int]) -> str | None:
    """The outlet whose leaving costs the most places, if any does."""
    worst = max(spans, key=lambda span: (int(span[2][at]), span[0]), default=None)
    return worst[0] if worst is not None and int(worst[2][at]) > own[1] else None
