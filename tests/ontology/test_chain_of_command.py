"""The exported ontology answers who commands whom, in SPARQL."""

from __future__ import annotations

import io

import pyoxigraph as ox
import pytest

from kg.export.ontology import write_ontology

PREFIXES = """PREFIX org: <http://www.w3.org/ns/org#> PREFIX kgc: <https://kg.example/concept/>
PREFIX id: <https://kg.example/id/institution/> """
POLRES = "VALUES ?kind { kgc:polres kgc:polresta kgc:polrestabes kgc:polres-metro } ?unit org:classification ?kind ."


@pytest.fixture(scope="module")
def store() -> ox.Store:
    target = io.BytesIO()
    write_ontology(target)
    found = ox.Store()
    found.load(target.getvalue(), ox.RdfFormat.TURTLE)
    return found


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        (POLRES, 509),
        (POLRES + "?unit org:subOrganizationOf/org:classification kgc:polda ; org:subOrganizationOf+ id:polri .", 509),
        ("?unit org:classification kgc:kodim .", 358),
        ("?unit org:classification kgc:kodim ; org:subOrganizationOf+ id:tni-ad .", 358),
        ("?unit org:classification kgc:korem ; org:subOrganizationOf/org:classification kgc:kodam .", 47),
        ("?unit org:classification kgc:lanal ; org:subOrganizationOf+ id:tni-al .", 53),
    ],
)
def test_chain_of_command(store: ox.Store, pattern: str, count: int) -> None:
    rows = store.query(f"{PREFIXES} SELECT (COUNT(DISTINCT ?unit) AS ?n) WHERE {{ {pattern} }}")
    assert [int(row["n"].value) for row in rows] == [count]
