"""The null model keeps degrees, its error rate on random data, and finds ties that were planted."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import sparse, stats

from kg.graph.null_model import fit, upper_tails
from kg.graph.significance import benjamini_hochberg, pairs
from kg.graph.statistics.options import Options
from kg.graph.statistics.subject import Subject
from kg.graph.statistics.ties import cooccurrence, ties
from kg.model import CoOccurrence

from .bases import article, base, body, event, meetings, part, person, posting, together

Rows = NDArray[np.bool_]


def random_corpus(seed: int, actors: int = 60, units: int = 120) -> Rows:
    """Actors in units with famous and rare actors, small and large units, and no tie between anyone."""
    order = np.random.default_rng(seed)
    fame = order.pareto(1.5, actors) + 0.5
    size = order.pareto(2.0, units) + 0.5
    chance = np.minimum(np.outer(fame, size) * 0.05, 0.9)
    return order.random((actors, units)) < chance


def shuffled(rows: Rows, order: np.random.Generator, rounds: int = 1500) -> Rows:
    """The same degrees and sizes exactly, otherwise random: the curveball algorithm, G. Strona et al.,
    Nature Communications 5, 4114 (2014)."""
    sets = [set(np.flatnonzero(row).tolist()) for row in rows]
    for one, two in order.integers(0, len(sets), (rounds, 2)).tolist():
        only = sorted(sets[one] ^ sets[two])
        both, wanted = sets[one] & sets[two], len(sets[one] - sets[two])
        first = set(order.permutation(only)[:wanted].tolist())
        sets[one], sets[two] = both | first, both | (set(only) - first)
    found = np.zeros_like(rows)
    for at, held in enumerate(sets):
        found[at, sorted(held)] = True
    return found


def as_matrix(rows: Rows) -> sparse.csr_array:
    return sparse.csr_array(rows.astype(float))


@pytest.mark.parametrize("seed", range(3))
def test_the_fit_keeps_every_degree_and_size(seed: int) -> None:
    rows = random_corpus(seed)
    null = fit(as_matrix(rows))
    assert null.error < 1e-6
    expected = (null.probability @ null.units)[null.actor_class]
    assert expected.tolist() == pytest.approx(rows.sum(axis=1).tolist(), abs=1e-5)


def test_who_is_everywhere_or_nowhere_is_no_surprise() -> None:
    rows = np.zeros((5, 6), dtype=bool)
    rows[0] = True
    rows[1, :3] = rows[2, 2:5] = rows[3, :2] = True  # actor 4 is nowhere
    assert fit(as_matrix(rows)).error < 1e-6
    found = pairs(as_matrix(rows))
    assert min(p for left, p in zip(found.left.tolist(), found.p.tolist(), strict=True) if left == 0) > 0.2


def test_expected_counts_are_those_of_shuffling() -> None:
    rows = random_corpus(5, actors=30, units=60)
    order = np.random.default_rng(0)
    drawn = np.mean([(s := shuffled(rows, order).astype(float)) @ s.T for _ in range(80)], axis=0)
    left, right = (np.array(side) for side in zip(*itertools.combinations(range(30), 2), strict=True))
    expected = fit(as_matrix(rows)).expected(left, right)
    assert np.corrcoef(expected, drawn[left, right])[0, 1] > 0.99
    assert np.abs(expected - drawn[left, right]).mean() < 0.1


@pytest.mark.parametrize(
    ("chances", "trials"), [([0.2], [10]), ([0.1, 0.5, 0.9], [4, 3, 2]), ([0.0, 1.0, 0.3], [2, 2, 5])]
)
def test_the_tail_is_exact(chances: list[float], trials: list[int]) -> None:
    single = [p for p, n in zip(chances, trials, strict=True) for _ in range(n)]
    mass = np.array([1.0])
    for p in single:
        mass = np.convolve(mass, [1 - p, p])
    wanted = [mass[k:].sum() for k in range(len(single) + 1)]
    found = upper_tails(np.array([chances]), np.array(trials), np.zeros(len(wanted), int), np.arange(len(wanted)))
    assert found.tolist() == pytest.approx(wanted, abs=1e-12)


def test_a_small_tail_keeps_its_digits() -> None:
    found = upper_tails(np.array([[0.001]]), np.array([1000]), np.array([0]), np.array([20]))
    assert found[0] == pytest.approx(stats.binom.sf(19, 1000, 0.001), rel=1e-6)


def test_benjamini_hochberg_is_that_of_scipy() -> None:
    p = np.random.default_rng(1).random(50) ** 3
    assert benjamini_hochberg(p, 50).tolist() == pytest.approx(stats.false_discovery_control(p).tolist())
    padded = np.concatenate([p, np.ones(30)])
    assert benjamini_hochberg(p, 80).tolist() == pytest.approx(stats.false_discovery_control(padded)[:50].tolist())


def test_random_data_is_rarely_called_a_tie() -> None:
    """Without any tie each discovery is false, so no more than α of the corpora may have one (plus noise)."""
    alpha, corpora, order = 0.1, 20, np.random.default_rng(3)
    alarms, small, tested = 0, 0, 0
    for seed in range(corpora):
        found = pairs(as_matrix(shuffled(random_corpus(seed, 40, 80), order, 800)))
        alarms += bool((found.q <= alpha).any())
        small += int((found.p <= 0.05).sum())
        tested += found.tested
    assert small / tested <= 0.05
    assert alarms <= stats.binom.ppf(0.99, corpora, alpha)


def test_planted_ties_are_found_and_few_others() -> None:
    found, false, planted = 0, 0, [(0, 1), (2, 3), (4, 5), (6, 7)]
    for seed in range(5):
        order = np.random.default_rng(seed)
        rows = shuffled(random_corpus(seed, 60, 200), order)
        for left, right in planted:
            rows[left] = rows[right] = False
            where = order.choice(200, 14, replace=False)
            rows[left, where[:12]] = rows[right, where[2:]] = True  # ten together, two each alone
        result = pairs(as_matrix(rows))
        called = {
            (i, j)
            for i, j, q in zip(result.left.tolist(), result.right.tolist(), result.q.tolist(), strict=True)
            if q <= 0.05
        }
        found += len(called & set(planted))
        false += len(called - set(planted))
    assert found >= 19
    assert false <= 0.1 * (found + false)


def test_the_order_is_by_surprise_and_not_by_count() -> None:
    """Two famous bodies share nine of twenty events by chance; two rare persons share all their four."""
    order = np.random.default_rng(8)
    rows = [("famous", str(n)) for n in range(60)] + [("known", str(n)) for n in range(0, 80, 2)]
    rows += [(who, str(n)) for who in ("ana", "budi") for n in (61, 63, 65, 67)]
    rows += [(f"p{n}", str(int(m))) for n in range(30) for m in order.choice(80, 4, replace=False)]
    part_of = ties(Subject(meetings((who, at, f"a{at}") for who, at in rows), "participation"), Options())
    table = part_of.tables[0]
    first = dict(zip([c.key for c in table.columns], table.rows[0], strict=True))
    assert {first["left"], first["right"]} == {"ana", "budi"}
    assert (first["observed"], first["significant"]) == (4, "yes")
    counts = max(range(len(table.rows)), key=lambda at: table.rows[at][2])
    assert {"famous", "known"} == set(table.rows[counts][:2])
    assert dict(zip([c.key for c in table.columns], table.rows[counts], strict=True))["significant"] == "no"


def test_events_of_one_article_count_as_one_occasion() -> None:
    told_together = meetings([(who, str(n), "a1") for who in ("a", "b") for n in range(5)])
    assert ties(Subject(told_together, "participation"), Options()).figures["pairs_together"] == 0
    told_apart = meetings([(who, str(n), f"a{n}") for who in ("a", "b") for n in range(5)])
    assert ties(Subject(told_apart, "participation"), Options()).tables[0].rows[0][2] == 5


def test_neighbours_are_no_surprise_within_their_region() -> None:
    """Ten regions, in each of which four units meet at random: everywhere they stand out, within the region not; but a
    pair that always comes together in a busy region does."""
    order = np.random.default_rng(4)
    blocks = np.repeat(np.arange(11), [20] * 10 + [60])
    rows = np.zeros((46, 260), dtype=bool)
    for unit, block in enumerate(blocks):
        rows[4 * block + order.choice(4, 2, replace=False), unit] = True
    everywhere, within = pairs(as_matrix(rows)), pairs(as_matrix(rows), blocks=blocks)
    assert (everywhere.q <= 0.05).sum() > 20
    assert (within.q <= 0.05).sum() == 0
    assert within.expected.sum() == pytest.approx(within.observed.sum(), rel=0.1)
    rows[44:, 200:210] = True
    close = pairs(as_matrix(rows), blocks=blocks)
    assert list(zip(close.left[close.q <= 0.05], close.right[close.q <= 0.05], strict=True)) == [(44, 45)]


def test_one_block_is_no_block() -> None:
    matrix = as_matrix(random_corpus(2))
    plain, blocked = pairs(matrix), pairs(matrix, blocks=np.zeros(120, dtype=np.int64))
    assert plain.p.tolist() == blocked.p.tolist() and plain.tested == blocked.tested


def test_random_data_within_blocks_is_rarely_called() -> None:
    order, blocks, alarms = np.random.default_rng(6), np.repeat(np.arange(3), 40), 0
    for seed in range(12):
        parts = [shuffled(random_corpus(100 * seed + block, 20, 40), order, 300) for block in range(3)]
        alarms += bool((pairs(as_matrix(np.hstack(parts)), blocks=blocks, alpha=0.1).q <= 0.1).any())
    assert alarms <= stats.binom.ppf(0.99, 12, 0.1)


def test_office_and_command_are_left_out_and_copies_count_once() -> None:
    chief, station, above, other = person("k"), body("polres"), body("polda"), body("kpu", "ElectionCommission")
    station = body("polres", above=above.id)
    names = [f"a{n}" for n in range(4)]
    found = base(
        chief, station, above, other,
        *(article(name, copy_of="a0" if name == "a3" else None) for name in names),
        posting(chief.id, "Kapolres", station.id),
        *(together(one.id, two.id, names) for one, two in itertools.combinations([chief, station, above, other], 2)),
    )  # fmt: skip
    shown = cooccurrence(Subject(found, "participation"), Options()).tables[0]
    assert {frozenset(row[:2]) for row in shown.rows} == {
        frozenset(pair) for pair in [("k", "kpu"), ("k", "polda"), ("polres", "kpu"), ("polda", "kpu")]
    }
    assert {row[2] for row in shown.rows} == {3}


def test_planned_events_and_rejected_claims_make_no_tie() -> None:
    one, two = person("a"), person("b")
    found = base(
        one, two, article("a1"), event("1"), event("2", status="planned"),
        part(one.id, "event/1"), part(two.id, "event/1", status="rejected"),
        part(one.id, "event/2"), part(two.id, "event/2"),
    )  # fmt: skip
    assert Subject(found, "participation").ties.nnz == 0


def test_an_event_told_by_two_articles_does_not_put_its_actors_into_both() -> None:
    pair = CoOccurrence("cooccurrence/e", ("institution/x", "person/a"), "event", 1, ("a1", "a2"), ("event/e",))
    told = part("person/a", "event/e", ["a1"]), part("institution/x", "event/e", ["a2"])
    found = base(person("a"), body("x"), article("a1"), article("a2"), event("e"), *told, pair)
    assert Subject(found, "cooccurrence").counts.nnz == 0
    assert Subject(found, "participation").counts.nnz == 2
