"""The sections against graphs small enough to count by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy import sparse

from kg.graph.communities import communities
from kg.graph.incidence import collect
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.network import bipartite, chain, convening, projection
from kg.graph.statistics import SECTIONS, sections
from kg.graph.statistics.options import Options
from kg.graph.statistics.stability import Measured, Without, places
from kg.graph.statistics.tables import Section, Value, table, tidy
from kg.model import Post

from .bases import article, base, body, event, meetings, part, person, posting, together


def only(found: KnowledgeBase, name: str, **options: Any) -> Section:
    return next(iter(sections(found, Options(**options), [name])))


def rows(part_of: Section, table: str) -> list[dict[str, Any]]:
    made = next(t for t in part_of.tables if t.name == table)
    return [dict(zip([c.key for c in made.columns], row, strict=True)) for row in made.rows]


@pytest.fixture
def bow_tie() -> KnowledgeBase:
    """Two triangles that share Cici, and Gani and Hadi apart; Ira came alone."""
    return meetings(
        [(who, "1", "a1") for who in ("Ana", "Budi", "Cici")]
        + [(who, "2", "b1") for who in ("Cici", "Dodi", "Eka")]
        + [(who, "3", "c1") for who in ("Gani", "Hadi")]
        + [("Ira", "4", "c2")]
    )


def test_a_ranking_counted_by_hand(bow_tie: KnowledgeBase) -> None:
    found = only(bow_tie, "actors", by="betweenness")
    first = rows(found, "ranking")[0]
    assert (first["name"], first["events"], first["degree"], first["strength"]) == ("Cici", 2, 4, 2)
    assert first["betweenness"] == pytest.approx(
        4 / (7 * 6 / 2), rel=1e-5
    )  # the four pairs across, of all of eight actors
    assert (first["core"], first["cut"], first["rank"]) == (2, "yes", 1)
    assert [row["rank"] for row in rows(found, "ranking")[1:]] == [2] * 7
    assert found.figures == {"actors": 8, "ties": 7, "cut_points": 1, "highest_core": 2}


def test_structure_counted_by_hand(bow_tie: KnowledgeBase) -> None:
    figures = only(bow_tie, "structure").figures
    assert (figures["components"], figures["largest_component"], figures["alone"]) == (3, 5, 1)
    assert figures["density"] == pytest.approx(7 / 28)
    assert figures["bipartite_density"] == pytest.approx(9 / (8 * 4))
    assert figures["communities"] == 3


def test_months_counted_by_hand() -> None:
    people = [person(name) for name in "abc"]
    found = base(
        *people, article("a1"),
        event("1", "2024-01-05"), event("2", "2024-02-05"), event("3", "2024-03-01"), event("4", None),
        *(part(f"person/{who}", f"event/{at}") for who, *events in ("a1234", "b124", "c23") for at in events),
    )  # fmt: skip
    section_of = only(found, "change")
    assert [tuple(row.values()) for row in rows(section_of, "months")] == [
        ("2024-01", 1, 2, 2, 1, 1, 0),  # ab is new
        ("2024-02", 1, 3, 1, 3, 2, 2),  # ac and bc are new; ab and bc are not seen again
        ("2024-03", 1, 2, 0, 1, 0, None),
    ]
    assert section_of.figures == {"months": 3, "undated_units": 1, "ties_once": 1, "ties_again": 2}


def test_contents_count_copies_as_one_source() -> None:
    found = base(
        person("a", nil=True), body("polres", region="51.05"), body("polda", region="51"),
        article("a1"), article("a2", "Kabar B", "2024-06-01", copy_of="a1"), article("a3", "Kabar B", None),
        event("1"), event("2", status="planned"), posting("person/a", "Kapolres", "institution/polres", ["a1", "a2"]),
        part("institution/polres", "event/1", ["a1", "a2"], status="conflict"),
    )  # fmt: skip
    figures = only(found, "contents").figures
    wanted = {
        "articles": 3, "sources": 2, "copies": 1, "outlets": 2, "months": 2, "undated_articles": 1,
        "first_month": "2024-05", "regencies": 1, "entities": 3,
        "nil_share": tidy(1 / 3), "events": 2, "events_held": 1, "conflicts": 1,
    }  # fmt: skip
    assert {key: figures[key] for key in wanted} == wanted
    assert rows(only(found, "contents"), "support") == [{"sources": "1", "claims": 2, "share": 1.0}]
    levels = {row["level"]: row["institutions"] for row in rows(only(found, "contents"), "levels")}
    assert levels == {"regency": 1, "province": 1}


def test_an_institution_takes_part_through_its_post_and_its_delegate() -> None:
    chief, station, mayor, city = person("k"), body("polres"), person("m"), body("pemkot", "RegionalGovernment")
    post = Post("post/kapolres", "Kapolres", station.id, None)
    found = base(
        chief, station, mayor, city, post, article("a1"), event("1"),
        part(chief.id, "event/1", acted_as=post.id), part(mayor.id, "event/1", behalf=city.id),
    )  # fmt: skip
    assert set(projection(found, "institutions")) == {station.id, city.id}
    assert projection(found, "institutions").has_edge(station.id, city.id)
    assert set(projection(found, "persons").edges) == {(chief.id, mayor.id)}
    both = bipartite(found, "institutions")
    assert {node for node, kind in both.nodes(data="bipartite") if kind == 1} == {"event/1"}


def test_the_directed_graphs_point_the_right_way() -> None:
    host, guest, above = body("kpu", "ElectionCommission"), body("polres", above="institution/polda"), body("polda")
    found = base(
        host, guest, above, article("a1"), event("1"),
        part(host.id, "event/1", role="organised"), part(guest.id, "event/1"),
    )  # fmt: skip
    assert list(convening(found).edges(data="weight")) == [(host.id, guest.id, 1)]
    assert list(chain(found).edges) == [(guest.id, above.id)]
    assert only(found, "structure").figures["chain_depth"] == 1


def test_a_cycle_of_command_is_counted_and_not_followed() -> None:
    found = base(body("a", above="institution/b"), body("b", above="institution/a"))
    figures = only(found, "structure").figures
    assert (figures["chain_cycles"], figures["chain_depth"]) == (1, None)


def test_rank_ranges_show_what_a_place_hinges_on() -> None:
    """Ana leads by three events that only one outlet tells; Budi's two are told by two."""
    found = meetings(
        [(who, what, "x1") for what in ("1", "2", "3") for who in ("Ana", "Cici")]
        + [(who, "4", "y1") for who in ("Budi", "Dodi")]
        + [(who, "5", "z1") for who in ("Budi", "Eka")]
    )
    ranges = {row["name"]: row for row in rows(only(found, "stability"), "ranges")}
    assert (ranges["Ana"]["rank"], ranges["Ana"]["outlet"], ranges["Ana"]["hinges"]) == ("1–2", "1–5", "Kabar x")
    assert ranges["Budi"]["rank"] == "3"
    assert ranges["Budi"]["outlet"] == "1–4"  # first without x; without y it shares the third place with Eka
    assert ranges["Ana"]["low"] == 0 and ranges["Ana"]["high"] == 9  # her one article, drawn not at all or three times


@pytest.mark.parametrize("by", ["strength", "degree", "pagerank"])
def test_the_interval_of_a_value_holds_it(by: str) -> None:
    """Twenty events, each told by an article of its own: drawing articles again must not make them fewer."""
    met = [(who, str(n), f"{n}a") for n in range(40) for who in ("Ana" if n < 20 else "Budi", f"Guest {n}")]
    found = meetings(met)
    ranges = {row["name"]: row for row in rows(only(found, "stability", by=by), "ranges")}
    low, value, high = (ranges["Ana"][column] for column in ("low", "value", "high"))
    assert low < value < high


def test_weak_claims_are_left_out_by_threshold() -> None:
    people = [person(name) for name in "abcd"]
    found = base(
        *people, article("a1"), article("a2"), event("1"), event("2"), event("3"),
        *(part(f"person/{who}", "event/1", confidence=0.55) for who in "ab"),
        *(part(f"person/{who}", "event/2", confidence=0.55) for who in "ab"),
        *(part(f"person/{who}", "event/3", ["a2"], confidence=0.95) for who in "cd"),
    )  # fmt: skip
    section_of = only(found, "stability")
    assert section_of.figures["thresholds"] == "0.6 0.7 0.8 0.9"
    ranges = {row["name"]: row for row in rows(section_of, "ranges")}
    assert (ranges["a"]["rank"], ranges["a"]["confidence"]) == ("1–2", "1–4")
    assert (ranges["c"]["rank"], ranges["c"]["confidence"]) == ("3–4", "1–4")


def test_coverage_places_articles_by_their_events_first() -> None:
    station, other = body("polres", region="51.05"), body("kpu", "ElectionCommission", region="33.74")
    found = base(
        station, other, article("a1"), article("a2", "Kabar B", "2024-06-02"), article("a3", day=None),
        event("1"),
        together(station.id, other.id, ["a2"]), posting("person/x", "Kapolres", station.id, ["a2"]), person("x"),
        part(station.id, "event/1", ["a1"]),
    )  # fmt: skip
    cells = {
        (row["outlet"], row["region"], row["month"]): row["articles"] for row in rows(only(found, "coverage"), "cells")
    }
    assert cells == {
        ("Kabar A", "51.05", "2024-05"): 1,
        ("Kabar B", "33.74", "2024-06"): 1,
        ("Kabar B", "51.05", "2024-06"): 1,
    }
    assert only(found, "coverage").figures["articles_unplaced"] == 1


def test_an_outlet_that_is_not_known_is_no_outlet() -> None:
    known, other, unknown = (body(name, region=code) for name, code in (("a", "51.05"), ("b", "33.74"), ("c", "12.19")))
    nameless = [replace(article(name, ""), url=None) for name in ("a2", "a3")]
    found = base(
        known, other, unknown, article("a1"), *nameless,
        together(known.id, other.id, ["a1"]), together(unknown.id, known.id + "-", ["a2"]),
        together(other.id, known.id + "-", ["a3"]),
    )  # fmt: skip
    figures = only(found, "coverage").figures
    assert figures["one_outlet_only"] == 1  # of 33.74 one outlet is known and one is not
    assert (figures["outlets_known"], figures["one_outlet_share"]) == (1, 1.0)
    assert only(found, "contents").figures["articles_without_outlet"] == 2
    told = {row["region"]: row["outlets"] for row in rows(only(found, "coverage"), "regions")}
    assert sorted(told.values()) == [0, 1, 1]


def test_of_two_outlets_it_is_known_that_they_are_more_than_one() -> None:
    here, there = body("a", region="51.05"), body("b", region="33.74")
    second = replace(article("a2", "Kabar B"), url=None)
    nameless = replace(article("a3", ""), url=None)
    found = base(
        here, there, article("a1"), second, nameless, article("a4"),
        together(here.id, "person/x", ["a1", "a2", "a3"]), together(there.id, "person/x", ["a4"]),
    )  # fmt: skip
    figures = only(found, "coverage").figures
    assert (figures["outlets_known"], figures["one_outlet_only"]) == (2, 1)


def test_silence_names_the_kpu_that_never_met_the_police() -> None:
    kpu, police = (
        body("KPU Kabupaten Klungkung", "ElectionCommission", region="51.05"),
        body("Polres Klungkung", region="51.05"),
    )
    far, near = body("KPU Kota Semarang", "ElectionCommission", region="33.74"), body("Polda Bali", region="51")
    found = base(
        kpu, police, far, near, article("a1"), event("1", region="51.05"), event("2", region="33.74"),
        part(kpu.id, "event/1"), part(near.id, "event/1"), part(far.id, "event/2"), part(police.id, "event/1"),
    )  # fmt: skip
    section_of = only(found, "silence", top=None)
    apart = {row["unit"]: row["never_met"].split() for row in rows(section_of, "never_met")}
    assert "PoliceUnit" in apart["KPU Kota Semarang"]
    assert "PoliceUnit" not in apart["KPU Kabupaten Klungkung"]
    missing = {row["region"]: row["missing"].split() for row in rows(section_of, "never_at_meetings")}
    assert "ElectionSupervisor" in missing["51.05"] and "PoliceUnit" not in missing["51.05"]
    never = [row["unit"] for row in rows(section_of, "never_seen")]
    assert "Bawaslu Kabupaten Klungkung" in never
    assert not {"Polres Klungkung", "KPU Kabupaten Klungkung"} & set(never)
    assert [note.key for note in section_of.notes] == ["silence_of_the_data"]


@pytest.mark.parametrize("name", SECTIONS)
def test_every_section_of_nothing(name: str) -> None:
    assert only(KnowledgeBase(), name).name == name


@pytest.mark.parametrize("graph", ["participation", "persons", "institutions", "cooccurrence"])
@pytest.mark.parametrize("by", ["strength", "degree", "betweenness", "pagerank"])
def test_every_graph_and_measure(bow_tie: KnowledgeBase, graph: str, by: str) -> None:
    for name in ("actors", "stability", "structure", "change"):
        assert only(bow_tie, name, graph=graph, by=by).figures


def test_no_community_is_larger_than_asked() -> None:
    ties = sparse.csr_array(np.ones((30, 30)) - np.eye(30))
    assert np.bincount(communities(ties)).max() == 30
    assert np.bincount(communities(ties, largest=7)).max() <= 7


@pytest.mark.parametrize("seed", range(4))
def test_leaving_out_counts_what_counting_everything_again_gives(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.statistics.stability.LARGEST_UNIT", 6)
    order = np.random.default_rng(seed)
    rows = order.integers(0, [30, 12, 9], (260, 3))
    names = [[f"{kind}{at:02}" for at in range(30)] for kind in "auw"]
    incidence = collect(*(rows[:, at] for at in range(3)), order.choice([0.6, 0.9], 260), *names)
    value = Measured(incidence, Options())
    everything = np.ones(len(incidence.sight_pair), dtype=bool)
    whole, chosen = value(everything), order.permutation(len(incidence.actors))[:12]
    group = order.integers(-1, 5, len(incidence.articles))
    without = Without(value, whole, chosen, group)
    for number in range(int(group.max()) + 1):
        again = places(value(group[incidence.sight_article] != number), chosen)
        assert [part.tolist() for part in without(number)] == [part.tolist() for part in again]


def test_a_table_asks_for_no_row_beyond_its_limit() -> None:
    def rows() -> Iterator[tuple[Value, ...]]:
        yield from ((1,), (2,))
        raise AssertionError("too far")

    assert table("t", "n:integer", rows(), limit=2, total=7).more == 5
    assert table("t", "n:integer", [(1,), (2,), (3,)], limit=2).more == 1
