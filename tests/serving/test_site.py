"""Pages, limits, many clients at once, and what an attacker would try."""

from __future__ import annotations

import concurrent.futures
import socket
import subprocess
import sys
import time

import httpx
import pyoxigraph as ox
import pytest

from kg.export.turtle import write_turtle
from tests.rdf.builders import HOSTILE, hostile_base, large_base
from tests.serving.conftest import serving

HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
ASK = "ASK { ?s ?p ?o }"
# Asks for hundreds of millions of rows before the first can be given.
PATHOLOGICAL = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?c ?f ?i"


def test_front_page_is_the_explorer(site):
    assert "<title>Graf</title>" in site.get("/").text


def test_query_page_needs_nothing_from_outside(site):
    page = site.get("/query")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "who-met" in page.text
    for part in (page.text, site.get("/static/query.js").text, site.get("/static/page.css").text):
        assert "cdn" not in part
        assert 'src="http' not in part
    names = {question["name"] for question in site.get("/questions").json()}
    assert {"who-met", "conflicts"} <= names


def test_named_question(site):
    response = site.get(
        "/questions/who-met", params={"a": "KPU Klungkung", "from": "2024-08-01"}, headers={"Accept": "text/csv"}
    )
    assert response.text.splitlines()[1].startswith("Polres Klungkung,")
    assert site.get("/questions/who-met").status_code == 400
    assert site.get("/questions/nix").status_code == 400
    assert site.get("/questions/who-met", params={"a": '"} DROP ALL #'}).status_code == 400


@pytest.mark.parametrize(
    "path", ["/id/institution/polres-51.05", "/entity?iri=https://kg.example/id/institution/polres-51.05"]
)
def test_every_entity_answers_with_html_or_rdf(site, path):
    page = site.get(path, headers=HTML)
    assert (page.status_code, "Kapolres Klungkung AKBP Wayan Dibia hadir" in page.text) == (200, True)
    for media in ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"):
        answer = site.get(path, headers={"Accept": media})
        triples = list(ox.parse(answer.content, ox.RdfFormat.from_media_type(media)))
        assert any(t.subject.value.endswith("institution/polres-51.05") for t in triples)
    assert site.get("/id/institution/nix", headers=HTML).status_code == 404
    assert site.get("/id/institution/nix", headers={"Accept": "text/turtle"}).status_code == 404
    assert site.get("/entity?iri=<x>", headers=HTML).status_code == 400


def test_every_iri_of_the_graph_answers(site):
    query = "SELECT DISTINCT ?s { ?s ?p ?o }"
    rows = site.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    for row in rows:
        iri = row["s"]["value"]
        if iri.startswith("https://kg.example/id/"):
            assert site.get("/id/" + iri.removeprefix("https://kg.example/id/"), headers=HTML).status_code == 200, iri


def test_a_query_without_end_is_stopped_and_others_go_on(site):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        slow = [pool.submit(site.get, "/sparql", params={"query": PATHOLOGICAL}) for _ in range(2)]
        time.sleep(0.3)
        started = time.monotonic()
        for _ in range(10):
            assert site.get("/sparql", params={"query": ASK}).json() == {"head": {}, "boolean": True}
        assert time.monotonic() - started < 3
        answers = [future.result() for future in slow]
    assert [answer.status_code for answer in answers] == [503, 503]
    assert "longer than 3 s" in answers[0].text
    assert site.get("/sparql", params={"query": ASK}).json()["boolean"]


def test_an_answer_that_is_too_large_is_refused(site):
    response = site.get("/sparql", params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f . FILTER(?a != ?d) }"})
    assert (response.status_code, "more than 1 MB" in response.text) == (413, True)


def test_a_client_that_leaves_takes_no_other_answer_away(site):
    for number in range(3):
        with pytest.raises(httpx.TimeoutException):
            httpx.get(f"{site.base_url}/sparql", params={"query": PATHOLOGICAL}, timeout=0.2)
        answer = site.get("/sparql", params={"query": f"SELECT ({number} AS ?n) {{}}"}).json()
        assert answer["results"]["bindings"][0]["n"]["value"] == str(number)


def test_many_clients_get_their_own_answers(site):
    def ask(number: int) -> bool:
        query = f'SELECT ("{number}" AS ?n) (COUNT(*) AS ?all) {{ ?s ?p ?o }}'
        row = site.get("/sparql", params={"query": query}).json()["results"]["bindings"][0]
        return (row["n"]["value"], row["all"]["value"]) == (str(number), "201")

    with concurrent.futures.ThreadPoolExecutor(20) as pool:
        assert all(pool.map(ask, range(200)))


def test_other_hosts_are_refused(site):
    assert site.get("/query", headers={"Host": "evil.example"}).status_code == 400
    assert "access-control-allow-origin" not in site.get("/sparql", params={"query": ASK}).headers


def test_hostile_text_stays_text_on_the_pages(tmp_path):
    base = hostile_base()
    object.__setattr__(base, "entities", {k: v for k, v in base.entities.items() if k != "person/big"})
    write_turtle(base, tmp_path / "graph.ttl")
    with serving(tmp_path, "--workers", "1") as address, httpx.Client(base_url=address, timeout=30) as client:
        query = "SELECT DISTINCT ?s { ?s a ?c }"
        rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
        pages = [client.get("/entity", params={"iri": row["s"]["value"]}, headers=HTML) for row in rows]
        assert {page.status_code for page in pages} == {200}
        shown = "".join(page.text for page in pages)
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
        assert "<script>alert" not in shown
        assert f'href="{HOSTILE[2]}' not in shown
        assert client.get("/", follow_redirects=False).headers["location"] == "/query"


def test_a_port_that_is_taken(tmp_path):
    write_turtle(large_base(16), tmp_path / "graph.ttl")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "kg", "serve", str(tmp_path), "--port", str(taken.getsockname()[1])]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 2
    assert "choose another with --port" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_publisher_iris_are_found_in_the_graph(tmp_path):
    write_turtle(large_base(16), tmp_path / "graph.ttl", base_iri="https://data.example.org/id/")
    with serving(tmp_path, "--workers", "1") as address:
        assert httpx.get(f"{address}/id/institution/polri", headers=HTML, timeout=30).status_code == 200
