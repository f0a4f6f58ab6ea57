"""`kg query` as it is typed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import main
from kg.export.turtle import write_turtle
from tests.rdf.builders import hostile_base, plain_base

ALL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture
def folder(tmp_path) -> Path:
    write_turtle(plain_base(), tmp_path / "graph.ttl")
    return tmp_path


def run(*words: str, **options):
    return CliRunner().invoke(main, ["query", *map(str, words)], **options)


def test_folder_file_and_pipe_answer_alike(folder):
    data = (folder / "graph.ttl").read_bytes()
    answers = {
        run(folder, ALL, "--format", "csv").stdout,
        run(folder / "graph.ttl", ALL, "--format", "csv").stdout,
        run("-", ALL, "--format", "csv", input=data).stdout,
        run(folder, ALL, "--format", "csv", "--engine", "rdflib").stdout,
    }
    (folder / "q.rq").write_text(ALL, "utf-8")
    answers.add(run(folder, folder / "q.rq", "--format", "csv").stdout)
    answers.add(run(folder, "-", "--format", "csv", input=ALL).stdout)
    assert len(answers) == 1
    assert answers.pop().splitlines() == ["n", "201"]


def test_named_question_without_a_folder_asks_output(folder, monkeypatch):
    shutil.move(folder / "graph.ttl", (folder / "output").mkdir() or folder / "output" / "graph.ttl")
    monkeypatch.chdir(folder)
    result = run("who-met", "--a", "KPU Klungkung", "--from=2024-08-01", "--format", "csv")
    assert result.stdout.splitlines()[1].startswith("Polres Klungkung,Rapat Tim Terpadu,2024-08-30")


def test_a_query_may_be_longer_than_the_name_of_a_file(folder, monkeypatch):
    shutil.move(folder / "graph.ttl", (folder / "output").mkdir() or folder / "output" / "graph.ttl")
    monkeypatch.chdir(folder)
    result = run("ASK { ?s ?p ?o FILTER(str(?o) != '" + "x" * 5000 + "') }", "--format", "json")
    assert '"boolean":true' in result.stdout.replace(" ", "")


def test_table_shows_rows_and_short_names(folder):
    result = run(folder, "who-met", "--a", "KPU Klungkung")
    assert "institution:polres-51.05" in result.stdout
    assert "2 rows" in result.stderr


def test_list_names_questions_and_parameters():
    listed = run("--list").stdout
    assert "who-met" in listed
    assert "--from DATE" in listed
    assert "Siapa bertemu siapa" in run("--list", "--lang", "id").stdout


@pytest.mark.parametrize(("name", "start"), [("json", "{"), ("xml", "<?xml"), ("tsv", "?n"), ("csv", "n")])
def test_row_formats(folder, name, start):
    assert run(folder, ALL, "--format", name).stdout.startswith(start)


def test_triples_as_turtle_and_as_a_table(folder):
    construct = "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c }"
    assert "@prefix" in run(folder, construct, "--format", "ttl").stdout
    assert "predicate" in run(folder, construct).stdout
    assert run(folder, construct, "--format", "csv").exit_code == 2
    assert run(folder, ALL, "--format", "ttl").exit_code == 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nix"], 2, "no question and no SPARQL"),
        (["who-mett"], 2, "did you mean who-met"),
        (["SELECT * {"], 2, "not a SPARQL query"),
        (["who-met"], 2, "--a is missing"),
        (["who-met", "--a"], 2, "needs a value"),
        (["who-met", "--a", "x", "--a", "y"], 2, "given twice"),
        (["who-met", "--a", "Klungkung"], 2, "name of several"),
        (["ASK { SERVICE <http://x.example/> {} }"], 2, "SERVICE is refused"),
        (["a", "b"], 2, "one or two arguments"),
        ([], 2, "no question"),
        (["nix.rq"], 2, "can't read the query"),
    ],
)
def test_mistakes_are_explained(folder, words, code, said):
    result = run(folder, *words)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"])
def test_a_piped_query_is_utf_8_or_named_with_its_line(folder, before):
    assert run(folder, "-", input=before + b"ASK { ?s ?p ?o }").stdout.strip() == "yes"
    result = run(folder, "-", input=before + b"ASK {\n?s ?p 'M\xfcller' }")
    assert (result.exit_code, "-:2: not UTF-8\nhint: give SPARQL in UTF-8" in result.stderr) == (2, True)


def test_a_source_that_is_none(tmp_path):
    assert run(tmp_path / "nix", ALL).exit_code == 2
    (tmp_path / "x.txt").write_text("x")
    assert "no RDF by its ending" in run(tmp_path / "x.txt", ALL).stderr
    (tmp_path / "x.ttl").write_text("bukan turtle")
    result = run(tmp_path / "x.ttl", ALL)
    assert (result.exit_code, "x.ttl:1: not Turtle" in result.stderr) == (1, True)


def test_the_terminal_is_told_no_commands(tmp_path):
    base = hostile_base()
    person = base.entities["person/big"]
    object.__setattr__(person, "name", "\x1b[31mmerah\x07\u202e")
    write_turtle(base, tmp_path / "graph.ttl")
    shown = run(tmp_path, "SELECT ?l { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?l }").stdout
    assert "\\u001b[31mmerah\\u0007\\u202e" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_store_is_built_once_and_again_when_the_file_changes(folder):
    run(folder, ALL)
    home = folder / ".graph.ttl.store"
    (first,) = home.iterdir()
    made = (first / "CURRENT").stat().st_mtime_ns
    run(folder, ALL)
    assert [p.name for p in home.iterdir()] == [first.name]
    assert (first / "CURRENT").stat().st_mtime_ns == made
    with (folder / "graph.ttl").open("a") as file:
        file.write("<https://x.example/s> <https://x.example/p> 1 .\n")
    before = json.loads(run(folder, "ASK { <https://x.example/s> ?p ?o }", "--format", "json").stdout)
    assert before["boolean"] is True
    assert [p.name for p in home.iterdir()] != [first.name]


def test_a_folder_that_can_not_be_written_is_no_obstacle(folder):
    (folder / ".graph.ttl.store").write_text("a file where the store would be")
    assert run(folder, ALL, "--format", "csv").exit_code == 0


def test_several_processes_at_once_agree(folder):
    command = [sys.executable, "-m", "kg", "query", str(folder), ALL, "--format", "csv"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(4)]
    answers = {process.communicate(timeout=60)[0] for process in running}
    assert len(answers) == 1
    assert answers != {b""}


def test_triples_are_the_same_bytes_in_every_process(folder):
    command = [sys.executable, "-m", "kg", "query", str(folder), "CONSTRUCT WHERE { ?s a ?c }", "--format", "ttl"]
    answers = {subprocess.run(command, capture_output=True, check=True).stdout for _ in range(3)}
    assert len(answers) == 1


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * { ?s kg:attendd ?o }", "kg:attendd is no term of the vocabulary; did you mean kg:attended?"),
        ("SELECT (COUNT(*) AS ?n) { ?s kg:leed ?o }", "kg:leed is no term of the vocabulary"),
        ("ASK { person:nobody-1 ?p ?o }", "person:nobody-1 stands nowhere in this graph"),
        ("PREFIX k: <https://kg.example/ns#> SELECT * { ?s k:leed ?o }", "k:leed is no term of the vocabulary"),
    ],
)
def test_a_question_that_names_what_is_not_there_is_not_answered_by_silence(folder, query, said, engine):
    result = run(folder, query, "--engine", engine)
    assert result.exit_code == 0
    assert f"hint: {said}" in result.stderr
    assert "hint:" not in result.stdout


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s kg:attended ?o . ?s skos:prefLabel "kg:leed # person:nobody" }',
        "SELECT * { ?s kg:attended ?o } LIMIT 1",
        "SELECT * { ?s kg:attended ?o FILTER(false) } # kg:leed",
        "BASE <https://b.example/> PREFIX b: <c#> SELECT * { ?s b:leed ?o }",
    ],
)
def test_no_hint_where_all_terms_are_known_or_rows_were_found(folder, query):
    assert "hint:" not in run(folder, query).stderr
