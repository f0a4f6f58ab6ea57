"""The shapes pass a graph that is as it should be, and name what is wrong in one that is not, with its sentence."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from click.testing import CliRunner

from kg.cli.main import main
from kg.export.turtle import write_turtle
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.store import find_source
from kg.model import Entity, Parent, Posting
from kg.ontology_files import ontology_folder
from tests.rdf.builders import evidence, keyed, plain_base

pytest.importorskip("pyshacl", reason="pyshacl is not installed")
from kg.graph.validation import validate


def findings(base: KnowledgeBase, tmp_path, change=lambda text: text, lang="en"):
    out = io.BytesIO()
    write_turtle(base, out)
    path = tmp_path / "graph.ttl"
    text = out.getvalue().decode()
    changed = change(text)
    path.write_text(changed, "utf-8")
    return validate(find_source(path), lang=lang)


def swapped(old: str, new: str):
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def test_a_good_graph_has_nothing_to_say(tmp_path):
    assert findings(plain_base(), tmp_path) == []


BROKEN = {
    "confidence out of range": ("kg:confidence 0.97", "kg:confidence 1.97", "between 0 and 1"),
    "no such status": ('kg:status "accepted"', 'kg:status "maybe"', "accepted, conflict, rejected"),
    "no such role": ("sem:roleType kg:Attendee", "sem:roleType kg:Guest", "leader, organiser, attendee"),
    "quote of another length": ("oa:end 51", "oa:end 52", "not as long as its place"),
    "region without code": ('kg:code "51.05"', 'kg:code "Klungkung"', "Ministry of Home Affairs"),
    "dangling participant": (
        "kg:participant person:wayan-dibia-1", "kg:participant person:nobody", "the graph says nothing of it",
    ),
    "date that is none": ('kg:date "2024-08-30"^^xsd:date', 'kg:date "besok"', "is no date: besok"),
    "co-occurrence as a claim": ("a kg:CoOccurrence", "a kg:CoOccurrence , kg:Claim", "no text asserts it"),
    "edge without claim": ("kg:holdsPost post:", "kg:holdsPost post:x , post:", "rests on no accepted posting"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_said(name, tmp_path):
    old, new, message = BROKEN[name]
    found = findings(plain_base(), tmp_path, swapped(old, new))
    assert any(message in f.message and f.severity == "Violation" for f in found), [f.message for f in found]


def test_participation_without_evidence(tmp_path):
    base = plain_base()
    bare = {key: replace(part, evidence=()) if key == "claim/t1" else part for key, part in base.participations.items()}
    found = findings(replace(base, participations=bare), tmp_path)
    assert "The claim has no evidence: no sentence of an article proves it." in {f.message for f in found}


def test_circle_in_the_chain_of_command(tmp_path):
    base = plain_base()
    entities = dict(base.entities)
    polda = entities["institution/polda-51"]
    entities[polda.id] = replace(polda, parents=(Parent("institution/polres-51.05"),))
    found = findings(replace(base, entities=entities), tmp_path, lang="id")
    assert {f.label for f in found if "Rantai komando berputar" in f.message} == {"Polda Bali", "Polres Klungkung"}


def two_heads(first: tuple[str, str], second: tuple[str, str]) -> KnowledgeBase:
    base = plain_base()
    rival = Entity("person/made-rai-2", "Person", None, "Made Rai")
    old = base.postings["claim/p1"]
    proof = evidence("Kapolres Klungkung AKBP Made Rai", "a2", 5)
    new = Posting("claim/p2", rival.id, old.post, old.institution, "AKBP", None, former=False, first_seen=second[0],
                  last_seen=second[1], start_asserted=None, end_asserted=None, status="accepted", confidence=0.9,
                  rules=("test",), evidence=(proof,))  # fmt: skip
    old = replace(old, first_seen=first[0], last_seen=first[1])
    return replace(base, entities=keyed(*base.entities.values(), rival), postings=keyed(old, new))


def test_two_heads_at_once(tmp_path):
    found = findings(two_heads(("2024-01-01", "2024-08-30"), ("2024-03-01", "2024-09-01")), tmp_path)
    (finding,) = [f for f in found if "Two people head this body" in f.message]
    assert (finding.severity, finding.label) == ("Violation", "Polres Klungkung")
    assert "Made Rai" in finding.message
    assert "Wayan Dibia" in finding.message
    assert [place.quote for place in finding.places] in (
        ["Kapolres Klungkung AKBP Made Rai"],
        ["Kapolres Klungkung AKBP Wayan Dibia hadir"],
    )


def test_one_head_after_the_other_is_fine_and_a_handover_a_warning(tmp_path):
    assert findings(two_heads(("2024-01-01", "2024-02-01"), ("2024-03-01", "2024-09-01")), tmp_path) == []
    (warning,) = findings(two_heads(("2024-01-01", "2024-03-01"), ("2024-03-01", "2024-09-01")), tmp_path)
    assert (warning.severity, "handover" in warning.message) == ("Warning", True)


def test_command_points_to_article_and_sentence(tmp_path):
    out = io.BytesIO()
    write_turtle(plain_base(), out)
    (tmp_path / "graph.ttl").write_bytes(out.getvalue().replace(b"kg:confidence 0.97", b"kg:confidence 7.5"))
    result = CliRunner().invoke(main, ["validate", str(tmp_path)])
    assert result.exit_code == 1
    assert "in Rapat di Klungkung <https://kg.example/id/article/a1-1>, characters 10 to 51:" in result.stdout
    assert "“Kapolres Klungkung AKBP Wayan Dibia hadir”" in result.stdout
    (tmp_path / "graph.ttl").write_bytes(out.getvalue())
    assert CliRunner().invoke(main, ["validate", str(tmp_path)]).exit_code == 0


def test_graph_that_is_no_turtle(tmp_path):
    (tmp_path / "graph.ttl").write_text("bukan <turtle", "utf-8")
    result = CliRunner().invoke(main, ["validate", str(tmp_path)])
    assert result.exit_code == 1
    assert "not Turtle" in result.stderr


def test_another_processor_finds_the_same_by_the_shapes_alone(tmp_path):
    """pyshacl asks the SPARQL constraints node by node, as the specification has it."""
    import pyshacl
    import rdflib

    base = two_heads(("2024-01-01", "2024-08-30"), ("2024-03-01", "2024-09-01"))
    entities = dict(base.entities)
    entities["institution/polda-51"] = replace(
        entities["institution/polda-51"], parents=(Parent("institution/polres-51.05"),)
    )
    ours = findings(replace(base, entities=entities), tmp_path)
    graph = rdflib.Graph().parse(tmp_path / "graph.ttl")
    _, report, _ = pyshacl.validate(graph, shacl_graph=str(ontology_folder() / "shapes.ttl"), inference="none")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    theirs = {
        (str(report.value(r, sh.focusNode)), str(report.value(r, sh.resultSeverity))[27:])
        for r in report.objects(None, sh.result)
    }
    assert {(finding.focus, finding.severity) for finding in ours} == theirs
    assert len(theirs) == 2  # the circle at Polda, the circle and the two heads at Polres
