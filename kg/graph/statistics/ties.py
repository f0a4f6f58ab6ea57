"""KnowledgeBase → ties against chance: pairs that take part in the same events, or stand in the same articles.

Raw counts only rank the famous, so the order is by how surprising a tie is under a null model that keeps how often each
actor is seen and how large each event or article is (see `kg.graph.significance` for the method and its sources).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.graph.distinct import distinct
from kg.graph.facts import Facts
from kg.graph.incidence import LARGEST_UNIT, REJECTED, Incidence, collect
from kg.graph.mentions import NONE, Numbers
from kg.graph.significance import Pairs, pairs
from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import Subject
from kg.graph.statistics.tables import Note, Section, Value, section, table

Integers = NDArray[np.int64]
COLUMNS = (
    "left right observed:integer expected:number lift:number p:probability q:probability region:term significant:term"
    " left_id:id right_id:id"
)
AT_LEAST = 2
BETWEEN = "\n"  # of the articles that name an occasion


def ties(subject: Subject, options: Options) -> Section:
    """Pairs that took part in the same held events more often than chance allows."""
    meetings = subject.of("participation") if subject.graph == "cooccurrence" else subject
    return _section("ties", subject, occasions(meetings.incidence), options)


def cooccurrence(subject: Subject, options: Options) -> Section:
    """Pairs that are named in the same articles more often than chance allows; copies of an article count once."""
    return _section("cooccurrence", subject, subject.mentions, options)


def occasions(incidence: Incidence) -> Incidence:
    """The same with events that rest on the same articles made one: a writer who tells of two events with the same
    people has seen them together once, as far as anyone can check."""
    unit = incidence.unit[incidence.sight_pair]
    proofs = distinct((unit.astype(np.int64) << 32) | incidence.sight_article)
    stops = np.cumsum(np.bincount(proofs >> 32, minlength=len(incidence.units)))
    articles = (proofs & 0xFFFFFFFF).tolist()
    names = Numbers()
    occasion = [
        names.of(BETWEEN.join(incidence.articles[at] for at in articles[start:stop]))
        for start, stop in pairwise([0, *stops.tolist()])
    ]
    return collect(
        incidence.actor[incidence.sight_pair], np.array(occasion, dtype=np.int64)[unit], incidence.sight_article,
        incidence.sight_confidence, incidence.actors, names.names(), incidence.articles,
    )  # fmt: skip


def _blocks(subject: Subject, incidence: Incidence) -> Integers:
    """The number of each unit's regency, that of the first of its articles."""
    about = [subject.regencies.get(unit.split(BETWEEN)[0], ("",))[0] for unit in incidence.units]
    place = {code: number for number, code in enumerate(sorted(set(about)))}
    return np.array([place[code] for code in about], dtype=np.int64)


def bound(facts: Facts, incidence: Incidence) -> frozenset[tuple[int, int]]:
    """Pairs that are together by office (a person and the institution of a post) or by command (unit and parent)."""
    claims, at = facts.claims, facts.actors.numbers.at
    place = np.full(len(at) + 1, NONE)
    place[[at[actor] for actor in incidence.actors]] = np.arange(len(incidence.actors))
    office = (claims.event >= 0) | (claims.status != REJECTED)
    above = [(unit, at[parent]) for unit, parent in facts.actors.parents if parent in at]
    one = place[np.concatenate([claims.actor[office], np.array([unit for unit, _ in above], dtype=np.int64)])]
    two = place[np.concatenate([claims.body[office], np.array([parent for _, parent in above], dtype=np.int64)])]
    kept = (one >= 0) & (two >= 0) & (one != two)
    low, high = np.minimum(one, two)[kept], np.maximum(one, two)[kept]
    return frozenset(zip(low.tolist(), high.tolist(), strict=True))


def _section(name: str, subject: Subject, incidence: Incidence, options: Options) -> Section:
    left_out = bound(subject.facts, incidence)
    few = np.asarray(incidence.matrix.sum(axis=0)).ravel() <= LARGEST_UNIT
    blocks = _blocks(subject, incidence)[few] if options.within == "region" else None
    matrix = sparse.csr_array(incidence.matrix[:, few])
    found = pairs(matrix, blocks=blocks, at_least=AT_LEAST, alpha=options.alpha, left_out=left_out)
    names = [subject.facts.actors.names[subject.number(actor)] for actor in incidence.actors]
    order = sorted(
        _foremost(found, options),
        key=lambda at: (
            bool(found.q[at] > options.alpha),
            float(f"{found.p[at]:.6g}"), -float(f"{found.observed[at] / found.expected[at]:.6g}"),
            names[found.left[at]], names[found.right[at]], int(found.left[at]), int(found.right[at]),
        ),
    )  # fmt: skip

    def row(at: int) -> tuple[Value, ...]:
        return (
            names[found.left[at]], names[found.right[at]], int(found.observed[at]), float(found.expected[at]),
            float(found.observed[at] / found.expected[at]), float(found.p[at]),
            float(found.q[at]) if found.testable[at] else None,
            _regions(subject.homes, incidence.actors[found.left[at]], incidence.actors[found.right[at]]),
            _verdict(found, at, options.alpha),
            incidence.actors[found.left[at]],
            incidence.actors[found.right[at]],
        )  # fmt: skip

    figures: dict[str, Value] = {
        "actors": len(incidence.actors),
        "units": len(incidence.units),
        "pairs_together": len(found.left),
        "pairs_tested": found.tested,
        "bound_by_office": len(left_out),
        "significant": int((found.q <= options.alpha).sum()),
        "false_discovery_rate": options.alpha,
    }
    notes = [Note("null_model"), Note(f"within_{options.within}"), Note("bound_left_out")]
    if not found.tested:
        notes.append(Note("nothing_testable"))
    elif not figures["significant"]:
        notes.append(Note("nothing_beyond_chance", {"alpha": options.alpha}))
    return section(
        name, figures, [table("pairs", COLUMNS, map(row, order), limit=options.top, total=len(found.left))], notes
    )


def _foremost(found: Pairs, options: Options) -> list[int]:
    """The pairs among which the first of all are: those as significant and surprising as the last one to be shown."""
    count = len(found.left)
    if options.top is None or count <= options.top:
        return list(range(count))
    chance = (found.q > options.alpha).astype(np.int64)
    last = np.lexsort((found.p, chance))[options.top - 1] if options.top else 0
    near = found.p <= found.p[last] * (1 + 1e-4)  # p is compared as it is shown, by six digits
    return np.flatnonzero((chance < chance[last]) | ((chance == chance[last]) & near)).tolist()


def _verdict(found: Pairs, at: int, alpha: float) -> str:
    if not found.testable[at]:
        return "too_few"
    return "yes" if found.q[at] <= alpha else "no"


def _regions(homes: Mapping[str, str], left: str, right: str) -> str:
    """Whether two actors are of one regency: shared ground explains many a tie."""
    one, two = homes.get(left), homes.get(right)
    if not one or not two:
        return "unknown"
    short = min(len(one), len(two), 5)
    return "same" if one[:short] == two[:short] else "other"
