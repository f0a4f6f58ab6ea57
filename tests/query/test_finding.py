"""What a person types, found alike in memory and in RDF: titles beside a name, short names that are no name."""

from __future__ import annotations

import io
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.export.turtle import write_turtle
from kg.graph.explanation import explain
from kg.graph.finding import find_node
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.names import find_named
from kg.graph.offices import find_office
from kg.graph.sparql import open_engine
from kg.graph.store import Source
from kg.graph.terms import DEFAULT_BASE
from kg.model import CoOccurrence, Entity, Event, Evidence, Participation, Post, Posting

ENTITIES = (
    Entity("institution/bawaslu-35.05", "ElectionSupervisor", None, "Bawaslu Kabupaten Blitar", ("Bawaslu",)),
    Entity("institution/bawaslu-51.05", "ElectionSupervisor", None, "Bawaslu Kabupaten Klungkung", ("Pengawas Kota",)),
    Entity("institution/bawaslu-51", "ElectionSupervisor", None, "Bawaslu Provinsi Bali", context=True),
    Entity("institution/tni", "MilitaryCommand", None, "TNI", ("Tentara",)),
    Entity("institution/polres-35.05", "PoliceUnit", None, "Polres Blitar", ("Mapolres Blitar",)),
    Entity("institution/pemda-35.05", "RegionalGovernment", None, "Pemerintah Kabupaten Blitar", unit="pemda-35.05"),
    Entity("person/danang", "Person", None, "Danang Wirawan", ("Wira",), ranks=("AKBP",), degrees=("S.I.K", "M.H")),
    Entity("person/rai", "Person", None, "Made Rai", ranks=("AKBP", "Kombes Pol"), honorifics=("H",)),
)


def _base() -> KnowledgeBase:
    return KnowledgeBase(entities={entity.id: entity for entity in sorted(ENTITIES, key=lambda e: e.id)})


def _in_graph(text: str) -> str:
    out = io.BytesIO()
    write_turtle(_base(), out)
    engine = open_engine(Source("test", ox.RdfFormat.TURTLE, data=out.getvalue()))
    return find_named(text, "entity", engine).value.removeprefix(DEFAULT_BASE)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("AKBP Danang Wirawan, S.I.K., M.H.", "person/danang"),
        ("akbp danang", "person/danang"),
        ("Danang Wirawan SIK", "person/danang"),
        ("Wira", "person/danang"),
        ("Kombes Pol. H. Made Rai", "person/rai"),
        ("Tentara", "institution/tni"),
        ("mapolres blitar", "institution/polres-35.05"),
        ("Pengawas Kota", "institution/bawaslu-51.05"),
        ("Pemkab Blitar", "institution/pemda-35.05"),
    ],
)
def test_a_name_is_found_with_titles_and_by_what_articles_call_it(text, meant):
    assert find_node(_base(), text).id == meant
    assert _in_graph(text) == meant


@pytest.mark.parametrize("text", ["Bawaslu", "bawaslu"])
def test_a_short_name_of_one_body_is_not_guessed_where_others_of_its_class_bear_it(text):
    with pytest.raises(QueryError, match="could be 2 things") as caught:
        find_node(_base(), text)
    assert "bawaslu-51.05" in caught.value.hint
    with pytest.raises(QueryError, match="several") as caught:
        _in_graph(text)
    assert "institution/bawaslu-35.05  Bawaslu Kabupaten Blitar" in str(caught.value)
    assert DEFAULT_BASE not in str(caught.value)


@pytest.mark.parametrize("text", ["AKBP", "Kombes Danang", "AKBP Wayan", "Pemkab \ud800"])
def test_a_title_alone_or_of_another_person_means_nobody(text):
    with pytest.raises(QueryError, match="nothing is named"):
        find_node(_base(), text)
    with pytest.raises(QueryError, match="nothing in the graph"):
        _in_graph(text)


def test_how_often_two_are_named_together_is_told_from_the_closest():
    pair = ("person/danang", "person/rai")
    named = [CoOccurrence(f"cooccurrence/{n}", pair, s, 1, ("a",)) for n, s in enumerate(("article", "sentence"))]
    base = KnowledgeBase(entities=_base().entities, cooccurrences={one.id: one for one in named})
    assert [one["scope"] for one in explain(base, *pair)["together"]] == ["sentence", "article"]


def test_namesakes_are_told_apart_by_their_offices():
    two = [Entity(f"person/{n}", "Person", None, "Made Rai") for n in (1, 2)]
    day = "2024-08-01"
    held = Posting(
        id="claim/1", person="person/1", post="post/1", institution="institution/tni", rank=None, acting=None,
        former=False, first_seen=day, last_seen=day, start_asserted=None, end_asserted=None, status="accepted",
        confidence=0.9, rules=(), evidence=(),
    )  # fmt: skip
    base = KnowledgeBase(
        entities={e.id: e for e in (ENTITIES[3], *two)},
        posts={"post/1": Post("post/1", "Panglima", "institution/tni", None)},
        postings={held.id: held},
    )
    with pytest.raises(QueryError, match="could be 2 things") as caught:
        find_node(base, "made rai")
    assert caught.value.hint.splitlines()[1:] == ["  person/1  Made Rai (Panglima)", "  person/2  Made Rai"]


def test_a_short_name_that_one_article_leaves_open_is_not_taken_for_a_body_of_its_own():
    open_one = Entity("institution/bawaslu-1a2b", "ElectionSupervisor", None, "Bawaslu", nil=True)
    base = KnowledgeBase(entities={e.id: e for e in (*ENTITIES[1:], open_one)})
    with pytest.raises(QueryError, match="could be 2 things") as caught:
        find_node(base, "Bawaslu")
    assert "institution/bawaslu-51.05" in caught.value.hint
    assert find_node(base, open_one.id) is open_one


def test_the_whole_name_of_a_person_known_from_one_article_means_that_person():
    longer = Entity("person/rai-2", "Person", None, "Made Rai Wijaya")
    known = Entity("person/rai-1", "Person", None, "Made Rai", nil=True)
    assert find_node(KnowledgeBase(entities={e.id: e for e in (known, longer)}), "made rai") is known


def test_an_office_that_was_decided_to_be_wrong_does_not_tell_namesakes_apart():
    two = [Entity(f"person/{n}", "Person", None, "Made Rai") for n in (1, 2)]
    held = Posting(
        id="claim/1", person="person/1", post="post/1", institution="institution/tni", rank=None, acting=None,
        former=False, first_seen="2024-08-01", last_seen="2024-08-01", start_asserted=None, end_asserted=None,
        status="rejected", confidence=0.9, rules=(), evidence=(),
    )  # fmt: skip
    base = KnowledgeBase(
        entities={e.id: e for e in (ENTITIES[3], *two)},
        posts={"post/1": Post("post/1", "Panglima", "institution/tni", None)},
        postings={held.id: held},
    )
    with pytest.raises(QueryError) as caught:
        find_node(base, "made rai")
    assert caught.value.hint.splitlines()[1:] == ["  person/1  Made Rai", "  person/2  Made Rai"]


def test_a_part_of_what_articles_call_somebody_is_enough():
    renamed = Entity("person/yudha", "Person", None, "Yudha Wibowo", ("Yuda Prasetya Wibowo",))
    base = KnowledgeBase(entities={entity.id: entity for entity in (*ENTITIES, renamed)})
    for text in ("Yuda", "yuda prasetya", "Wibowo Yuda"):
        assert find_node(base, text) is renamed
    with pytest.raises(QueryError) as caught:
        find_node(base, "Yuda Prasetia Wibowo")
    assert caught.value.hint == "did you mean Yudha Wibowo?"


@pytest.mark.parametrize(("status", "told"), [("accepted", True), ("rejected", False)])
def test_an_office_names_those_who_held_it(status, told):
    post = Post("post/kapolres", "Kapolres Blitar Kota", "institution/polres-35.05", None)
    held = Posting(
        id="claim/1", person="person/rai", post=post.id, institution=post.institution, rank=None, acting=None,
        former=False, first_seen=None, last_seen=None, start_asserted=None, end_asserted=None,
        status=status, confidence=0.9, rules=(), evidence=(),
    )  # fmt: skip
    base = KnowledgeBase(
        entities={entity.id: entity for entity in ENTITIES}, posts={post.id: post}, postings={held.id: held}
    )
    with pytest.raises(QueryError, match="nothing is named") as caught:
        find_node(base, "kapolres blitar kota")
    assert ("person/rai  Made Rai" in caught.value.hint) is told


@pytest.mark.parametrize(
    ("day", "article", "postings", "acting"),
    [
        ("2024-08-23", "b", [("Pj", "2024-08-01", "2024-09-01", {})], "Pj "),
        ("2024-10-01", "b", [("Pj", "2024-08-01", "2024-09-01", {})], ""),
        ("", "a", [("Pj", "2024-08-01", "2024-09-01", {})], "Pj "),  # the day is not told: what the same article says
        ("2024-08", "a", [("Pj", "2024-08-01", "2024-09-01", {})], "Pj "),
        ("2024-08-23", "a", [(None, "2024-08-01", "2024-09-01", {})], ""),
        ("2025-03-01", "a", [("Pj", "2024-08-01", "2024-09-01", {}), (None, "2025-02-20", "2025-04-01", {})], ""),
        ("2024-08-23", "a", [("Pj", "2024-08-01", "2024-09-01", {"former": True})], ""),
        ("2024-08-23", "a", [("Pj", "2024-08-01", "2024-09-01", {"status": "rejected"})], ""),
        ("2024-08-23", "a", [("Pj", "2024-08-23", "2024-08-23", {}), ("Plt", "2024-08-23", "2024-08-23", {})], ""),
    ],
)
def test_who_only_acts_in_an_office_is_not_shown_as_its_holder_at_an_event(day, article, postings, acting):
    told = Evidence("a", 0, 4, "Rai", "", "")
    plain = Posting(
        id="claim/1", person="person/rai", post="post/1", institution="institution/tni", rank=None, acting=None,
        former=False, first_seen=None, last_seen=None, start_asserted=None, end_asserted=None, status="accepted",
        confidence=0.9, rules=(), evidence=(told,),
    )  # fmt: skip
    held = [
        replace(plain, id=f"claim/{n}", acting=word, first_seen=first, last_seen=last, **more)
        for n, (word, first, last, more) in enumerate(postings)
    ]
    shown = (replace(told, article=article),)
    part = Participation("claim/p", "event/1", "person/rai", "attended", "post/1", None, "accepted", 0.9, (), shown)
    base = KnowledgeBase(
        entities={e.id: e for e in ENTITIES},
        posts={"post/1": Post("post/1", "Bupati Ende", "institution/tni", None)},
        events={"event/1": Event("event/1", "meeting", "Rapat", day or None, "day", "held", None, None, ("a",))},
        postings={one.id: one for one in held},
        participations={part.id: part},
    )
    says = explain(base, "claim/p")["statements"][0]["says"]
    assert says == f"Made Rai attended Rapat, as {acting}Bupati Ende ({day or 'day not known'})"


def test_a_body_is_meant_before_events_that_name_it():
    visit = Event("event/1", "visit", "Menerima kunjungan Bawaslu Blitar", "2024-08-01", "day", "held", None, None, ())
    base = KnowledgeBase(entities=_base().entities, events={visit.id: visit})
    assert find_node(base, "Bawaslu Blitar").id == "institution/bawaslu-35.05"
    assert find_node(base, "menerima kunjungan") is visit


@pytest.mark.parametrize("text", ["Sekda Blitar", "sekda kabupaten blitar", "Sekretaris Daerah Kab. Blitar"])
def test_an_office_is_found_by_any_wording_of_its_post(text):
    held = Post("post/1", "Sekretaris Daerah Blitar", "institution/pemda-35.05", "sekda")
    other = Post("post/2", "Bupati Blitar", "institution/pemda-35.05", "bupati")
    base = KnowledgeBase(entities=_base().entities, posts={held.id: held, other.id: other})
    assert find_office(base, text).posts == (held.id,)
    with pytest.raises(QueryError, match="no office"):
        find_office(base, "Camat Wlingi")
