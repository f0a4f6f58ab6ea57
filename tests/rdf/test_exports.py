"""Every export parses strictly, says the same, comes out the same twice, and carries hostile text unchanged."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner
from rdflib.compare import isomorphic

from kg.cli.main import main
from kg.errors import UsageError
from kg.export.formats import FORMATS, writer
from kg.graph.knowledge_base import KnowledgeBase, to_lines
from kg.graph.rdf import describe
from kg.graph.terms import check_base_iri, encode, prefixes
from kg.ontology import NS
from kg.ontology_files import ontology_folder
from tests.rdf.builders import HOSTILE, evidence, hostile_base, keyed, large_base, plain_base

csv.field_size_limit(2**24)
RDF_FORMATS = {
    "turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
}  # fmt: skip
BASES = {"plain": plain_base, "hostile": hostile_base, "large": lambda: large_base(60), "empty": KnowledgeBase}


def written(name: str, base: KnowledgeBase, **options) -> bytes:
    out = io.BytesIO()
    found = FORMATS[name]
    writer(name)(*([base] if found.needs_base else []), *found.fixed, out, **options)
    return out.getvalue()


def canonical(data: bytes, form: ox.RdfFormat) -> str:
    """The RDFC-1.0 form of the triples, whatever graph they are in."""
    dataset = ox.Dataset(ox.Quad(q.subject, q.predicate, q.object) for q in ox.parse(data, form, lenient=False))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return "\n".join(sorted(map(str, dataset)))


@pytest.mark.parametrize("kind", BASES)
def test_rdf_formats_say_the_same(kind):
    base = BASES[kind]()
    forms = {name: canonical(written(name, base), form) for name, form in RDF_FORMATS.items()}
    assert len(set(forms.values())) == 1
    assert len(forms["turtle"].splitlines()) == len(describe(base).triples)


@pytest.mark.parametrize("kind", ["plain", "hostile"])
@pytest.mark.parametrize(("name", "form"), [("turtle", "turtle"), ("jsonld", "json-ld"), ("ntriples", "nt")])
def test_rdflib_reads_the_same_graph(kind, name, form):
    base = BASES[kind]()
    object.__setattr__(
        base, "entities", {k: v for k, v in base.entities.items() if k != "person/big"}
    )  # slow in rdflib
    if (kind, name) == ("hostile", "jsonld"):
        base = KnowledgeBase(entities=base.entities)  # rdflib turns NaN into JSON's own and fails on it
    expected = rdflib.Graph()
    for quad in ox.parse(written("ntriples", base), ox.RdfFormat.N_TRIPLES):
        expected.add(tuple(map(as_rdflib, quad.triple)))
    assert isomorphic(rdflib.Graph().parse(data=written(name, base), format=form), expected)


def as_rdflib(term):
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    plain = term.datatype.value.endswith("#string")
    return rdflib.Literal(term.value, datatype=None if plain else rdflib.URIRef(term.datatype.value))


def test_trig_has_a_graph_an_article_with_what_it_tells():
    quads = list(ox.parse(written("trig", plain_base()), ox.RdfFormat.TRIG))
    graphs = {str(q.graph_name) for q in quads if q.graph_name != ox.DefaultGraph()}
    assert graphs == {"<https://kg.example/id/article/a1-1>", "<https://kg.example/id/article/a2-2>"}
    organised = [q for q in quads if q.predicate.value == NS + "organised"]
    assert [q.graph_name.value for q in organised] == ["https://kg.example/id/article/a2-2"]


def shuffled(base: KnowledgeBase) -> KnowledgeBase:
    return KnowledgeBase(*(dict(reversed(values.items())) for values in base._mappings()))


@pytest.mark.parametrize("name", [name for name in FORMATS if FORMATS[name].needs_base])
def test_order_of_insertion_does_not_matter(name):
    base = large_base(40)
    assert written(name, base) == written(name, shuffled(base))


def test_hash_seed_does_not_matter(tmp_path):
    (tmp_path / "statements.jsonl").write_text("\n".join(to_lines(large_base(40))), "utf-8")
    code = (
        "import sys, io, hashlib; from kg.export.formats import FORMATS, write\n"
        "for name in FORMATS:\n"
        "    out = io.BytesIO(); write(name, sys.argv[1], out); print(name, hashlib.sha256(out.getvalue()).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


@pytest.mark.parametrize("name", RDF_FORMATS)
def test_hostile_text_survives_in_rdf(name):
    base = hostile_base()
    values = {
        q.object.value for q in ox.parse(written(name, base), RDF_FORMATS[name]) if isinstance(q.object, ox.Literal)
    }
    assert set(HOSTILE) <= values
    assert base.entities["person/big"].name in values


def test_hostile_text_is_never_a_part_of_an_iri_unescaped():
    for triple in describe(hostile_base()).triples:
        for term in triple:
            if isinstance(term, ox.NamedNode):
                assert not set(term.value) & set('<>"{}|^`\\ \n\r\t'), term
                assert term.value.isascii()
                assert "/../" not in term.value
                assert term.value.startswith(tuple(prefixes().values()))


def test_ids_do_not_fall_together_when_encoded():
    ids = ["person/a b", "person/a%20b", "person/a+b", "person/../x", "person/%2E%2E/x", "person/a/b", "person/a%2Fb"]
    assert len({encode(i) for i in ids}) == len(ids)


def test_half_a_surrogate_pair_is_replaced():
    base = KnowledgeBase(articles=keyed(*plain_base().articles.values()), entities=plain_base().entities)
    person = next(e for e in base.entities.values() if e.cls == "Person")
    object.__setattr__(person, "name", "rusak \ud83d di sini")
    for name in FORMATS:
        if FORMATS[name].needs_base:
            told = "rusak" in written(name, base).decode("utf-8")
            assert told == (name not in ("actors", "edges", "claims", "void")), name


def test_hostile_text_survives_in_tables():
    rows = list(csv.DictReader(io.StringIO(written("nodes", hostile_base()).decode(), newline="")))
    assert set(HOSTILE) <= {row["label"] for row in rows}
    rows = list(csv.DictReader(io.StringIO(written("claims", hostile_base()).decode(), newline="")))
    assert set(HOSTILE) == {row["quote"] for row in rows}


def test_a_row_of_claims_is_enough_to_cite_from():
    base = plain_base()
    rows = {
        (row["id"], row["article"]): row
        for row in csv.DictReader(io.StringIO(written("claims", base).decode(), newline=""))
    }
    nodes = {node.article: node for node in base.articles.values()}
    proofs = [(claim, item) for claim in base.statements() for item in claim.evidence]
    assert proofs
    for claim, item in proofs:
        row = rows[claim.id, item.article]
        assert row["before"] + row["quote"] + row["after"] == item.prefix + item.quote + item.suffix
        assert row["title"] == (nodes[item.article].title or "")
        event = base.events.get(getattr(claim, "event", ""))
        assert row["event_status"] == (event.status if event else "")


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_hostile_text_survives_in_xml(name, read):
    graph = read(io.BytesIO(written(name, hostile_base())))
    assert set(HOSTILE) <= {data["label"] for _, data in graph.nodes(data=True)}


def test_control_characters_become_pictures_in_xml_and_stay_elsewhere():
    base = KnowledgeBase(entities=plain_base().entities)
    person = next(e for e in base.entities.values() if e.cls == "Person")
    object.__setattr__(person, "name", "nol\x00 esc\x1b")
    graph = nx.read_graphml(io.BytesIO(written("graphml", base)))
    assert "nol␀ esc␛" in {data["label"] for _, data in graph.nodes(data=True)}
    assert canonical(written("turtle", base), ox.RdfFormat.TURTLE) == canonical(
        written("jsonld", base), ox.RdfFormat.JSON_LD
    )


@pytest.mark.parametrize("kind", ["plain", "hostile", "large"])
def test_network_formats_have_the_counts_of_the_tables(kind):
    base = BASES[kind]()
    counts = {
        table: len(list(csv.reader(io.StringIO(written(table, base).decode(), newline="")))) - 1
        for table in ("nodes", "edges")
    }
    for read, name in ((nx.read_graphml, "graphml"), (nx.read_gexf, "gexf")):
        graph = read(io.BytesIO(written(name, base)))
        assert (graph.number_of_nodes(), graph.number_of_edges()) == (counts["nodes"], counts["edges"])


def test_gexf_has_no_date_of_writing():
    assert b"lastmodified" not in written("gexf", plain_base())


@pytest.mark.parametrize("kind", ["plain", "hostile", "large"])
def test_ftm_is_valid(kind):
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed").model
    entities = [json.loads(line) for line in written("ftm", BASES[kind]()).decode().splitlines()]
    known = {entity["id"] for entity in entities}
    for entity in entities:
        proxy = model.get_proxy(entity)
        proxy.schema.validate(entity)
        for prop, value in proxy.itervalues():
            assert prop.type.validate(value) or prop.type.name in ("string", "text"), (prop, value)
            if prop.type.name == "entity":
                assert value in known


def test_turtle_reads_well():
    shown = written("turtle", plain_base()).decode()
    assert (
        "institution:polres-51.05 a org:FormalOrganization , kg:PoliceUnit ;\n"
        '    skos:prefLabel "Polres Klungkung"@id ;' in shown
    )
    assert "kg:confidence 0.97" in shown
    assert 'kg:date "2024-08-30"^^xsd:date' in shown
    assert "_:" not in shown


def test_concepts_have_labels_in_both_languages_in_the_same_file():
    labels = {}
    for s, p, o in describe(plain_base()).triples:
        if p.value.endswith("prefLabel") and s.value.startswith(("https://kg.example/concept/polres", NS + "Attendee")):
            labels.setdefault(s.value, set()).add(o.language)
    assert labels == {"https://kg.example/concept/polres": {"id", "en"}, NS + "Attendee": {"id", "en"}}


def test_evidence_of_one_span_is_one_node():
    triples = describe(plain_base()).triples
    quotes = [o.value for _, p, o in triples if p.value.endswith("oa#exact")]
    assert sorted(quotes) == sorted({evidence().quote, "Rapat Tim Terpadu digelar", "KPU Klungkung menggelar"})


def test_direct_edges_come_from_accepted_claims_only():
    base = plain_base()
    for claim in base.participations.values():
        object.__setattr__(claim, "status", "rejected")
    for claim in base.postings.values():
        object.__setattr__(claim, "status", "conflict")
    used = {p.value.removeprefix(NS) for _, p, _ in describe(base).triples}
    assert not used & {"attended", "led", "organised", "holdsPost"}
    assert "coOccursWith" in used


def test_base_iri_is_the_publishers():
    shown = written("turtle", plain_base(), base_iri="https://data.example.org/id/").decode()
    assert "https://kg.example/id/" not in shown
    assert "@prefix person: <https://data.example.org/id/person/> ." in shown


@pytest.mark.parametrize(
    "value", ["data", "https://x.example/id", "https://x.example/<a>/", "https://x.example/a b/", "/id/", ""]
)
def test_a_base_that_is_no_absolute_iri_is_refused(value):
    with pytest.raises(UsageError, match="absolute IRI"):
        check_base_iri(value)


def test_every_term_of_ours_is_defined_and_labelled():
    quads = list(ox.parse(path=ontology_folder() / "kg.ttl", format=ox.RdfFormat.TURTLE))
    languages = {}
    for q in quads:
        if q.predicate.value.rsplit("#")[-1] in ("label", "prefLabel"):
            languages.setdefault(q.subject.value, set()).add(q.object.language)
    used = {t.value for triple in describe(large_base(40)).triples for t in triple if isinstance(t, ox.NamedNode)}
    used |= {t.value for triple in describe(plain_base()).triples for t in triple if isinstance(t, ox.NamedNode)}
    for term in sorted(used):
        if term.startswith(NS):
            assert languages.get(term) == {"id", "en"}, term


def test_void_counts_what_is_there():
    base = plain_base()
    facts = {
        q.predicate.value.replace("#", "/").rsplit("/", 1)[-1]: q.object.value
        for q in ox.parse(written("void", base), ox.RdfFormat.TURTLE)
        if q.subject.value == "https://kg.example/id/dataset"
    }
    assert facts["triples"] == str(len(describe(base).triples))
    assert (facts["documents"], facts["entities"], facts["modified"]) == ("2", "4", "2024-08-31")
    assert facts["license"].startswith("https://creativecommons.org/")
    assert b"<https://licence.example/x>" in written("void", base, licence="https://licence.example/x")


def test_ontology_export_knows_the_chain_of_command():
    store = ox.Store()
    store.bulk_load(written("ontology", KnowledgeBase()), format=ox.RdfFormat.TURTLE)
    query = """SELECT ?name { <https://kg.example/id/institution/polres-51.05>
        <http://www.w3.org/ns/org#subOrganizationOf>+/<http://www.w3.org/2004/02/skos/core#prefLabel> ?name }"""
    assert {row[0].value for row in store.query(query)} == {"Polda Bali", "Polri"}


def test_command_writes_the_same_from_a_folder_a_file_and_a_pipe(tmp_path):
    lines = "\n".join(to_lines(plain_base())) + "\n"
    (tmp_path / "statements.jsonl").write_text(lines, "utf-8")
    run = CliRunner().invoke
    outputs = {
        run(main, ["export", "turtle", str(tmp_path)]).stdout_bytes,
        run(main, ["export", "turtle", str(tmp_path / "statements.jsonl")]).stdout_bytes,
        run(main, ["export", "turtle", "-"], input=lines).stdout_bytes,
    }
    assert run(main, ["export", "turtle", str(tmp_path), "-o", str(tmp_path / "x.ttl")]).exit_code == 0
    assert outputs == {(tmp_path / "x.ttl").read_bytes()} == {written("turtle", plain_base())}


def test_command_says_what_is_wrong(tmp_path):
    (tmp_path / "statements.jsonl").write_text('{"node":"entity","id":', "utf-8")
    run = CliRunner().invoke
    missing, broken = (
        run(main, ["export", "turtle", str(tmp_path / "nix")]),
        run(main, ["export", "turtle", str(tmp_path)]),
    )
    assert (missing.exit_code, broken.exit_code) == (2, 1)
    assert "no such file" in missing.stderr
    assert "statements.jsonl:1" in broken.stderr
    assert run(main, ["export", "turtle", "-"], input="bukan json").exit_code == 1
    assert run(main, ["export", "turtle", str(tmp_path), "--base-iri", "x"]).exit_code in (1, 2)


def test_a_failed_export_leaves_the_old_file(tmp_path):
    target = tmp_path / "graph.ttl"
    target.write_text("lama", "utf-8")
    with pytest.raises(UsageError):
        writer("turtle")(plain_base(), target, base_iri="tidak sah")
    assert target.read_text("utf-8") == "lama"
    assert list(Path(tmp_path).iterdir()) == [target]


@pytest.mark.parametrize("status", ["held", "planned", "postponed", "cancelled"])
def test_a_direct_edge_leads_only_to_an_event_that_was_held(status):
    base = plain_base()
    for event in base.events.values():
        object.__setattr__(event, "status", status)
    told = written("ntriples", base).decode()
    assert ("<https://kg.example/ns#attended>" in told or "<https://kg.example/ns#led>" in told) == (status == "held")
    assert "<https://kg.example/ns#Participation>" in told
    assert "<https://kg.example/ns#holdsPost>" in told
