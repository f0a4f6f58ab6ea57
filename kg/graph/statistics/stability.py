"""KnowledgeBase → how sure a ranking is: the ranks actors take when an outlet, an article or weak claims are left out.

A rank range runs from the best to the worst rank over all leavings-out; actors of equal value share the range of their
places, so that a tie is never read as an order.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.graph import measures
from kg.graph.facts import gathered
from kg.graph.incidence import LARGEST_UNIT, Incidence, newman
from kg.graph.statistics.options import Options
from kg.graph.statistics.rankings import order_by
from kg.graph.statistics.subject import Subject
from kg.graph.statistics.tables import Note, Section, Track, Value, section, table, untracked

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Mask = NDArray[np.bool_]
Span = tuple[str, Integers, Integers]
Spans = Sequence[Span]
MOST_ARTICLES = 300  # beyond, articles are left out in this many seeded groups
THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
REDRAWS = 200


def stability(subject: Subject, options: Options, track: Track[int] = untracked) -> Section:
    """The top of the ranking with its rank ranges, and what each place hinges on."""
    incidence = subject.incidence
    value = Measured(incidence, options)
    whole = value(np.ones(len(incidence.sight_pair), dtype=bool))
    order = order_by(whole, subject)[: options.top]
    kept = np.array(order, dtype=np.int64)
    groups = {"outlet": _outlets(subject), "article": _articles(incidence, options.seed)}
    spans: dict[str, list[Span]] = {}
    for kind, (names, group) in groups.items():
        without = Without(value, whole, kept, group)
        spans[kind] = [(names[at], *without(at)) for at in track(range(len(names)), f"without one {kind}")]
    spans["confidence"] = [(name, *places(value(mask), kept)) for name, mask in _above(incidence)]
    own = places(whole, kept)
    low, high = _interval(incidence, kept, options)
    rows: list[tuple[Value, ...]] = []
    for at, actor in enumerate(order):
        base_range = (int(own[0][at]), int(own[1][at]))
        ranges = {kind: _range(found, at, base_range) for kind, found in spans.items()}
        rows.append((
            _shown(base_range), subject.name(actor), float(whole[actor]),
            *(_shown(found) for found in ranges.values()), float(low[at]), float(high[at]),
            _hinge(spans["outlet"], at, base_range), incidence.actors[actor],
        ))  # fmt: skip
    figures: dict[str, Value] = {
        "outlets_left_out": len(spans["outlet"]),
        "articles_left_out": len(spans["article"]),
        "thresholds": " ".join(name for name, *_ in spans["confidence"]),
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


class Without:
    """The places of the chosen when one group of sightings is left out; `group` numbers that of each article.

    For the strength only what changes is counted: the pairs that nobody else proves, and the units that lose company.
    """

    def __init__(self, value: Measured, whole: Floats, chosen: Integers, group: Integers) -> None:
        self.value, self.whole, self.chosen = value, whole, chosen
        self.incidence = incidence = value.incidence
        self.group = group[incidence.sight_article] if len(group) else group
        if value.by != "strength" or not len(group):
            return
        pairs = len(incidence.actor)
        key, proofs = np.unique(self.group * pairs + incidence.sight_pair, return_counts=True)
        key, proofs = key[key >= 0], proofs[key >= 0]
        alone = proofs == np.bincount(incidence.sight_pair, minlength=pairs)[key % pairs]
        self.lost = key[alone] % pairs
        self.stops = np.searchsorted(key[alone] // pairs, np.arange(int(group.max()) + 2))
        self.sizes = np.bincount(incidence.unit, minlength=len(incidence.units))
        self.by_unit = np.argsort(incidence.unit, kind="stable")
        self.first = np.concatenate([[0], np.cumsum(self.sizes)])
        self.sorted = np.sort(whole)

    def __call__(self, number: int) -> tuple[Integers, Integers]:
        """Best and worst rank of the chosen without the group of that number."""
        if self.value.by != "strength":
            return places(self.value(self.group != number), self.chosen)
        lost = self.lost[self.stops[number] : self.stops[number + 1]]
        units, fewer = np.unique(self.incidence.unit[lost], return_counts=True)
        was, now = _counts(self.sizes[units]), _counts(self.sizes[units] - fewer)
        gone = self.incidence.actor[lost[was[np.searchsorted(units, self.incidence.unit[lost])]]]
        turned = [self._others(units[kind], lost) for kind in (was & ~now, ~was & now)]
        actors = np.concatenate([gone, *turned])
        steps = np.repeat([-1.0, -1.0, 1.0], [len(gone), len(turned[0]), len(turned[1])])
        changed, at = np.unique(actors, return_inverse=True)
        before = self.whole[changed]
        after = before + np.bincount(at, steps, len(changed))
        place = np.searchsorted(changed, self.chosen)
        known = np.append(changed, -1)[place] == self.chosen
        values = np.where(known, np.append(after, 0.0)[place], self.whole[self.chosen])[:, None]
        above = len(self.sorted) - np.searchsorted(self.sorted, values[:, 0], side="right")
        not_below = len(self.sorted) - np.searchsorted(self.sorted, values[:, 0], side="left")
        above += (after > values).sum(axis=1) - (before > values).sum(axis=1)
        not_below += (after >= values).sum(axis=1) - (before >= values).sum(axis=1)
        return above + 1, not_below

    def _others(self, units: Integers, lost: Integers) -> Integers:
        """The actors of units whose pairs are not lost."""
        pairs = self.by_unit[gathered(self.first[units], self.sizes[units])]
        return self.incidence.actor[pairs[~np.isin(pairs, lost)]]


def strength_of(incidence: Incidence, alive: Mask) -> Floats:
    """Newman's strength without the projection: each unit with company gives 1 to each of its actors."""
    counts = _counts(np.bincount(incidence.unit[alive], minlength=len(incidence.units)))
    actors = incidence.actor[alive][counts[incidence.unit[alive]]]
    return np.bincount(actors, minlength=len(incidence.actors)).astype(np.float64)


def _counts(sizes: Integers) -> Mask:
    """Units with company, and not too much of it."""
    return np.asarray((sizes > 1) & (sizes <= LARGEST_UNIT))


def _usable(options: Options) -> str:
    return "strength" if options.by == "betweenness" else options.by


def _outlets(subject: Subject) -> tuple[list[str], Integers]:
    """The outlets that can be left out, and the number of each article's; -1 has none."""
    known = subject.facts.articles
    publisher = dict(zip(known.numbers.at, known.outlets, strict=False))
    outlets = [publisher.get(article) or "" for article in subject.incidence.articles]
    names = sorted(set(outlets) - {""})
    if len(names) < 2:
        return [], np.zeros(0, dtype=np.int64)
    place = {name: number for number, name in enumerate(names)}
    return names, np.array([place.get(outlet, -1) for outlet in outlets], dtype=np.int64)


def _articles(incidence: Incidence, seed: int) -> tuple[list[str], Integers]:
    """The articles that can be left out, in groups where there are many."""
    count = len(incidence.articles)
    if count < 2:
        return [], np.zeros(0, dtype=np.int64)
    group = np.arange(count)
    if count > MOST_ARTICLES:
        group = np.random.default_rng(seed).permutation(count) % MOST_ARTICLES
    return [str(number) for number in range(min(count, MOST_ARTICLES))], group


def _above(incidence: Incidence) -> Iterator[tuple[str, Mask]]:
    for threshold in THRESHOLDS:
        mask = incidence.sight_confidence >= threshold
        if mask.any() and not mask.all():
            yield str(threshold), mask


def _interval(incidence: Incidence, kept: Integers, options: Options) -> tuple[Floats, Floats]:
    """Middle 95 % of the values when as many articles are drawn again, with replacement.

    In a draw an event weighs what its articles were drawn on average, so that the strength stays what it was, in the
    middle; other measures count what is left of the articles, which is less, and are moved by as much (bootstrap bias:
    Efron & Tibshirani 1993, chapter 10).
    """
    count = len(incidence.articles)
    if count < 2 or len(kept) == 0:
        return np.full(len(kept), np.nan), np.full(len(kept), np.nan)
    order = np.random.default_rng(options.seed)
    if _usable(options) == "strength":
        weigh = _Weighed(_around(incidence, kept), kept)
        low, high = _middle([weigh(_drawn(order, count)) for _ in range(REDRAWS)])
        return low, high
    value = Measured(incidence, options)
    whole = value(np.ones(len(incidence.sight_pair), dtype=bool))[kept]
    drawn = [value(_drawn(order, count)[incidence.sight_article] > 0)[kept] for _ in range(REDRAWS // 10)]
    low, high = _middle(drawn)
    bias = np.mean(drawn, axis=0) - whole
    return np.minimum(np.maximum(low - bias, 0.0), whole), np.maximum(high - bias, whole)


class _Weighed:
    """The strength of some actors when articles have weights: each event counts as the mean of those that prove it."""

    def __init__(self, incidence: Incidence, actors: Integers) -> None:
        self.incidence, self.actors = incidence, actors
        self.proofs = np.bincount(incidence.sight_pair, minlength=len(incidence.actor))
        met = _counts(np.bincount(incidence.unit, minlength=len(incidence.units)))
        self.counts = met[incidence.unit] & (self.proofs > 0)

    def __call__(self, weight: Integers) -> Floats:
        """The strengths with a weight for each article."""
        pairs = self.incidence
        told = np.bincount(pairs.sight_pair, weight[pairs.sight_article], minlength=len(pairs.actor))
        of_pair = np.where(self.counts, told / np.maximum(self.proofs, 1), 0.0)
        return np.bincount(pairs.actor, of_pair, minlength=len(pairs.actors)).astype(np.float64)[self.actors]


def _middle(drawn: Sequence[Floats]) -> tuple[Floats, Floats]:
    low, high = np.percentile(np.array(drawn), [2.5, 97.5], axis=0)
    return low, high


def _around(incidence: Incidence, actors: Integers) -> Incidence:
    """Only the units of some actors, with everyone else in them: enough for the strength of those actors."""
    units = np.unique(incidence.unit[np.isin(incidence.actor, actors)])
    kept = np.isin(incidence.unit, units)
    seen = kept[incidence.sight_pair]
    return dataclasses.replace(
        incidence,
        actor=incidence.actor[kept],
        unit=incidence.unit[kept],
        sight_pair=(np.cumsum(kept) - 1)[incidence.sight_pair[seen]],
        sight_article=incidence.sight_article[seen],
        sight_confidence=incidence.sight_confidence[seen],
    )


def _drawn(order: np.random.Generator, count: int) -> Integers:
    """How often each of the articles is drawn, with replacement."""
    return np.bincount(order.integers(0, count, count), minlength=count)


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
