"""Our figures against what has been published of well-known graphs, and against networkx on them."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from networkx.algorithms import bipartite
from scipy import sparse

from kg.graph import measures
from kg.graph.communities import agreement, communities, modularity
from kg.graph.incidence import at_events, newman, shared
from kg.graph.network import projection
from kg.graph.statistics.structure import assortativity

from .bases import meetings


def matrix(graph: nx.Graph, weight: str | None = "weight") -> sparse.csr_array:
    return nx.to_scipy_sparse_array(graph, format="csr", dtype=float, weight=weight)


@pytest.fixture(scope="module")
def karate() -> nx.Graph:
    return nx.karate_club_graph()


@pytest.fixture(scope="module")
def novel() -> nx.Graph:
    return nx.convert_node_labels_to_integers(nx.les_miserables_graph(), label_attribute="name")


@pytest.fixture(scope="module")
def women() -> nx.Graph:
    return nx.davis_southern_women_graph()


def test_karate_club_betweenness_is_that_of_the_literature(karate: nx.Graph) -> None:
    """Brandes' normalised betweenness of Zachary's club: the instructor 0.438, the administrator 0.304.

    W. W. Zachary, J. Anthropological Research 33, 452 (1977), 34 members and 78 ties; e.g. the figures of
    M. Girvan and M. E. J. Newman, PNAS 99, 7821 (2002) rest on them: members 1, 34, 33 lead.
    """
    found = measures.betweenness(matrix(karate, None)).values
    assert (len(found), karate.number_of_edges()) == (34, 78)
    assert list(np.argsort(-found)[:3]) == [0, 33, 32]
    assert found[0] == pytest.approx(0.43763, abs=1e-5)
    assert found[33] == pytest.approx(0.30407, abs=1e-5)


def test_karate_club_has_the_degrees_that_zachary_drew(karate: nx.Graph) -> None:
    degrees = measures.degree(matrix(karate, None))
    assert (degrees[0], degrees[33], degrees.min()) == (16, 17, 1)


def test_karate_club_communities_reach_the_known_optimum(karate: nx.Graph) -> None:
    """The largest modularity of the unweighted club is 0.4198, with four communities: U. Brandes et al.,
    "On modularity clustering", IEEE Trans. Knowledge and Data Engineering 20, 172 (2008)."""
    ties = matrix(karate, None)
    found = communities(ties)
    assert modularity(ties, found) == pytest.approx(0.4198, abs=5e-5)
    assert found.max() + 1 == 4


def test_karate_club_core_and_assortativity(karate: nx.Graph) -> None:
    """The degeneracy of the club is 4; its two factions mix assortatively."""
    assert measures.core_numbers(matrix(karate, None)).max() == 4
    clubs = [karate.nodes[n]["club"] for n in karate]
    ties = matrix(karate, None)
    expected = nx.attribute_assortativity_coefficient(karate, "club")
    assert assortativity(ties.indptr, ties.indices, clubs) == pytest.approx(expected)


def test_les_miserables_has_the_published_size_and_communities(novel: nx.Graph) -> None:
    """77 characters and 254 ties (D. E. Knuth, The Stanford GraphBase, 1993); modularity 0.54 unweighted was found by
    M. E. J. Newman and M. Girvan, Physical Review E 69, 026113 (2004), the best known weighted one is 0.5667."""
    assert (len(novel), novel.number_of_edges()) == (77, 254)
    plain, weighted = matrix(novel, None), matrix(novel)
    assert modularity(plain, communities(plain)) >= 0.54
    assert modularity(weighted, communities(weighted)) == pytest.approx(0.5667, abs=1e-3)


def test_les_miserables_valjean_leads_every_measure(novel: nx.Graph) -> None:
    ties = matrix(novel)
    names = [novel.nodes[n]["name"] for n in novel]
    for values in (
        measures.degree(ties),
        measures.strength(ties),
        measures.betweenness(ties).values,
        measures.pagerank(ties),
    ):
        assert names[int(np.argmax(values))] == "Valjean"
    assert measures.degree(ties)[names.index("Valjean")] == 36
    assert measures.strength(ties)[names.index("Valjean")] == 158
    assert measures.betweenness(ties).values[names.index("Valjean")] == pytest.approx(0.56999, abs=1e-5)


def test_southern_women_projections_are_those_of_davis_and_breiger(women: nx.Graph) -> None:
    """18 women, 14 events, 89 attendances: A. Davis, B. B. Gardner and M. R. Gardner, Deep South (1941). In the
    table of R. L. Breiger, Social Forces 53, 181 (1974), Evelyn attended 8 events, and Evelyn and Theresa share 7."""
    top = sorted(women.graph["top"])
    base = meetings((woman.replace(" ", "-"), f"{at}") for woman in top for at in women[woman])
    incidence = at_events(base)
    assert (len(incidence.actors), len(incidence.units), len(incidence.actor)) == (18, 14, 89)
    counts = shared(incidence.matrix)
    place = {base.entities[actor].name: at for at, actor in enumerate(incidence.actors)}
    evelyn, theresa = place["Evelyn-Jefferson"], place["Theresa-Anderson"]
    assert counts[evelyn, theresa] == 7
    assert incidence.matrix.sum(axis=1)[evelyn] == 8
    assert counts.nnz / 2 == 139
    assert measures.degree(counts)[evelyn] == 17


def test_newman_weights_are_those_of_networkx(women: nx.Graph) -> None:
    top = sorted(women.graph["top"])
    base = meetings((woman.replace(" ", "-"), at) for woman in top for at in women[woman])
    expected = bipartite.collaboration_weighted_projected_graph(women, top)
    found = projection(base)
    assert len(found) == 18
    for left, right, weight in expected.edges(data="weight"):
        pair = f"person/{left.replace(' ', '-')}", f"person/{right.replace(' ', '-')}"
        assert found.edges[pair]["weight"] == pytest.approx(weight)
    assert found.number_of_edges() == expected.number_of_edges()


def test_newman_strength_is_the_number_of_events_with_company() -> None:
    """M. E. J. Newman, Physical Review E 64, 016132 (2001), section II: weights sum to the papers with company."""
    base = meetings([("a", "1"), ("b", "1"), ("c", "1"), ("a", "2"), ("b", "2"), ("a", "3")])
    assert measures.strength(newman(at_events(base).matrix)).tolist() == pytest.approx([2, 2, 1])


@pytest.mark.parametrize("seed", range(3))
def test_measures_are_those_of_networkx_on_random_graphs(seed: int) -> None:
    graph = nx.gnm_random_graph(60, 110, seed=seed)  # has isolates and several components
    for number, (left, right) in enumerate(graph.edges):
        graph.edges[left, right]["weight"] = 1 + number % 4
    ties = matrix(graph)
    expected = nx.betweenness_centrality(graph)
    assert measures.betweenness(ties).values.tolist() == pytest.approx([expected[n] for n in graph])
    ranks = nx.pagerank(graph, tol=1e-13)
    assert measures.pagerank(ties).tolist() == pytest.approx([ranks[n] for n in graph], abs=1e-9)
    assert measures.strength(ties).tolist() == pytest.approx([graph.degree(n, weight="weight") for n in graph])
    assert measures.core_numbers(ties).tolist() == [nx.core_number(graph)[n] for n in graph]
    assert measures.cut_points(ties) == set(nx.articulation_points(graph))
    groups = communities(ties)
    sets = [set(np.flatnonzero(groups == k).tolist()) for k in range(groups.max() + 1)]
    assert modularity(ties, groups) == pytest.approx(nx.community.modularity(graph, sets))
    best = max(nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=s)) for s in range(5))
    assert modularity(ties, groups) >= best - 0.01


def test_estimated_betweenness_stays_within_the_error_it_states() -> None:
    graph = nx.barabasi_albert_graph(400, 3, seed=7)
    exact = measures.betweenness(matrix(graph, None)).values
    for seed in range(5):
        found = measures.betweenness(matrix(graph, None), seed=seed, pivots=64)
        assert found.pivots == 64
        assert 0 < found.error < 0.2
        assert np.mean(np.abs(found.values - exact) <= found.error) >= 0.99


def test_all_pivots_are_exact_and_say_so(karate: nx.Graph) -> None:
    assert measures.betweenness(matrix(karate, None), pivots=34).pivots is None


def test_networkit_gives_what_the_default_estimates() -> None:
    pytest.importorskip("networkit", reason="networkit is an extra")
    ties = matrix(nx.barabasi_albert_graph(300, 3, seed=2), None)
    exact = measures.exact_betweenness(ties)
    assert exact.pivots is None
    assert exact.values.tolist() == pytest.approx(measures.betweenness(ties).values.tolist(), abs=1e-12)
    estimate = measures.betweenness(ties, pivots=80)
    assert np.mean(np.abs(estimate.values - exact.values) <= estimate.error) >= 0.99


def test_agreement_of_partitions() -> None:
    one = np.array([0, 0, 1, 1, 2, 2])
    assert agreement(one, np.array([5, 5, 3, 3, 0, 0])) == pytest.approx(1)
    assert agreement(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])) == pytest.approx(0, abs=1e-12)
