"""The query operation of the SPARQL 1.1 Protocol, section 2.1 and 2.2, and what is refused."""

from __future__ import annotations

from urllib.parse import quote

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KGError
from kg.serving.protocol import preferred, read_request

ASK = "ASK { ?s ?p ?o }"
SELECT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
A1 = "https://kg.example/id/article/a1-1"
A2 = "https://kg.example/id/article/a2-2"


def is_true(response):
    assert response.status_code == 200, response.text
    return response.json()["boolean"]


def test_query_by_get(site):
    assert is_true(site.get("/sparql", params={"query": ASK}))


def test_query_by_post_as_form(site):
    assert is_true(site.post("/sparql", data={"query": ASK}))


def test_query_by_post_directly(site):
    assert is_true(site.post("/sparql", content=ASK, headers=DIRECT))
    assert is_true(
        site.post("/sparql", content=ASK, headers={"Content-Type": "application/sparql-query; charset=utf-8"})
    )


def test_unicode_in_all_three(site):
    query = 'ASK { FILTER("héé 汉" = "h\\u00e9\\u00e9 \\u6c49") }'
    assert is_true(site.get("/sparql", params={"query": query}))
    assert is_true(site.post("/sparql", data={"query": query}))
    assert is_true(site.post("/sparql", content=query.encode(), headers=DIRECT))


HAS = "ASK { ?c <https://kg.example/ns#organised> ?e }"  # told by the second article only


@pytest.mark.parametrize("method", ["get", "form", "direct"])
@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ([], True),
        ([("default-graph-uri", A1)], False),
        ([("default-graph-uri", A2)], True),
        ([("default-graph-uri", A1), ("default-graph-uri", A2)], True),
        ([("named-graph-uri", A2)], False),
        ([("default-graph-uri", "https://nowhere.example/")], False),
    ],
)
def test_default_graphs_of_the_request(graphs, method, parameters, expected):
    encoded = "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters)
    if method == "get":
        response = graphs.get(f"/sparql?query={quote(HAS)}&{encoded}")
    elif method == "form":
        response = graphs.post("/sparql", content=f"query={quote(HAS)}&{encoded}", headers=FORM)
    else:
        response = graphs.post(f"/sparql?{encoded}", content=HAS, headers=DIRECT)
    assert is_true(response) is expected


def test_named_graphs_of_the_request(graphs):
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    every = graphs.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    one = graphs.get("/sparql", params={"query": query, "named-graph-uri": A2}).json()["results"]["bindings"]
    assert {row["g"]["value"] for row in every} == {A1, A2}
    assert [row["g"]["value"] for row in one] == [A2]


def test_graphs_of_the_request_go_before_those_of_the_query(graphs):
    query = f"ASK FROM <{A2}> {{ ?c <https://kg.example/ns#organised> ?e }}"
    assert is_true(graphs.get("/sparql", params={"query": query}))
    assert not is_true(graphs.get("/sparql", params={"query": query, "default-graph-uri": A1}))


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (SELECT, "", "application/sparql-results+json"),
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "text/csv;q=0.4, text/tab-separated-values;q=0.8", "text/tab-separated-values; charset=utf-8"),
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "application/json", "application/sparql-results+json"),
        (SELECT, "text/*", "text/csv; charset=utf-8"),
        (ASK, "application/sparql-results+xml", "application/sparql-results+xml"),
        ("DESCRIBE ?s { ?s a <https://kg.example/ns#Region> }", "", "text/turtle; charset=utf-8"),
        ("CONSTRUCT WHERE { ?s a ?o }", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s a ?o }", "application/n-triples", "application/n-triples"),
        ("CONSTRUCT WHERE { ?s a ?o }", "application/ld+json", "application/ld+json"),
    ],
)
def test_content_negotiation(site, query, accept, media):
    response = site.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, media)
    formats = {
        "application/sparql-results+json": ox.QueryResultsFormat.JSON,
        "application/sparql-results+xml": ox.QueryResultsFormat.XML,
        "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    }
    base = media.split(";")[0]
    if base in formats:
        ox.parse_query_results(response.content, format=formats[base])
    elif base != "text/csv":
        form = ox.RdfFormat.from_media_type(base)
        assert len(list(ox.parse(response.content, form))) > 0


@pytest.mark.parametrize(
    ("request_of", "status"),
    [
        (lambda c: c.get("/sparql"), 400),
        (lambda c: c.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D"), 400),
        (lambda c: c.post("/sparql", content=f"query={quote(ASK)}&query={quote(ASK)}", headers=FORM), 400),
        (lambda c: c.post("/sparql", content=ASK, headers={"Content-Type": "text/plain"}), 415),
        (lambda c: c.post("/sparql", content=f"query={quote(ASK)}", headers={"Content-Type": ""}), 415),
        (lambda c: c.post("/sparql", content=ASK), 415),
        (lambda c: c.post("/sparql", content=ASK.encode("utf-16"), headers=DIRECT), 400),
        (lambda c: c.get("/sparql?query=%FF%FE"), 400),
        (lambda c: c.get("/sparql", params={"query": "ASK {"}), 400),
        (lambda c: c.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT x"}), 400),
        (lambda c: c.put("/sparql", content=ASK, headers=DIRECT), 405),
        (lambda c: c.delete("/sparql"), 405),
        (lambda c: c.get("/sparql", params={"query": ASK}, headers={"Accept": "image/png"}), 406),
        (lambda c: c.get("/sparql", params={"query": ASK, "default-graph-uri": "bukan iri"}), 400),
        (lambda c: c.post("/sparql", content=b"x" * 2**21, headers=DIRECT), 413),
        (lambda c: c.get("/sparql", params={"query": "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"}), 400),
    ],
    ids=range(16),
)
def test_what_is_wrong_gets_a_4xx_that_says_why(site, request_of, status):
    response = request_of(site)
    assert response.status_code == status
    assert response.text
    assert "Traceback" not in response.text
    assert is_true(site.get("/sparql", params={"query": ASK}))


UPDATES = [
    "DROP ALL",
    "INSERT DATA { <x:a> <x:b> <x:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:9/>",
    "CLEAR ALL",
]


@pytest.mark.parametrize("update", UPDATES)
def test_updates_are_refused_however_they_come(site, update):
    before = site.get("/sparql", params={"query": SELECT}).text
    responses = [
        site.post("/sparql", content=update, headers={"Content-Type": "application/sparql-update"}),
        site.post("/sparql", data={"update": update}),
        site.get("/sparql", params={"update": update}),
        site.get("/sparql", params={"query": update}),
        site.post("/sparql", data={"query": update}),
        site.post("/sparql", content=update, headers=DIRECT),
        site.post("/sparql", data={"query": ASK, "update": update}),
        site.post("/update", data={"update": update}),
    ]
    assert all(400 <= response.status_code < 500 for response in responses)
    assert site.get("/sparql", params={"query": SELECT}).text == before


@given(st.binary(max_size=60), st.binary(max_size=60), st.text(max_size=30))
def test_any_request_is_read_or_refused(query_string, body, content_type):
    for method in ("GET", "POST"):
        try:
            assert isinstance(read_request(method, query_string, content_type, body).query, str)
        except KGError as error:
            assert 400 <= error.status < 500


@given(st.text(max_size=80))
def test_any_accept_header_gives_an_order(accept):
    assert preferred(accept)
