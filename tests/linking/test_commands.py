"""`kg link`, `kg office`, `kg explain`, `kg review` as a user meets them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import main
from kg.graph.knowledge_base import to_lines
from kg.graph.loading import load_base
from kg.records import to_line

from .builders import officer

RECORDS = [
    officer("a", "Arthur Sameaputty", "Polres", "72.02", "2024-08-25", "AKBP"),
    officer("b", "Arthur", "Polres", "72.02", "2024-08-26", "AKBP"),
    officer("c", "Ahmad Fauzi", "Polsek", "35.21.01", "2024-08-01", "AKP"),
    officer("d", "Ahmad Fauzi", "Polsek", "62.03.02", "2022-08-09", "AKP"),
]


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    path = tmp_path / "linked.jsonl"
    result = run(["link", "-"], given="".join(f"{to_line(r)}\n" for r in RECORDS))
    path.write_text(result.stdout, "utf-8")
    return path


def run(arguments: list[str], given: str = "", code: int = 0) -> Result:
    result = CliRunner().invoke(main, arguments, input=given)
    assert result.exit_code == code, result.output
    return result


def test_link_reads_lines_and_prints_them_by_article(linked: Path) -> None:
    lines = [json.loads(line) for line in linked.read_text("utf-8").splitlines()]
    assert [r["article"] for r in lines] == ["a", "b", "c", "d"]
    assert lines[0]["entities"][1]["id"] == lines[1]["entities"][1]["id"]
    assert lines[0]["entities"][0]["local"] == "i-polres-72.02"


def test_link_names_the_line_that_breaks_the_contract(tmp_path: Path) -> None:
    result = run(["link", "-"], given='{"article": "a"}\n', code=1)
    assert "-:1" in result.output
    assert "'entities' is missing" in result.output
    run(["link", str(tmp_path / "nothing.jsonl")], code=2)
    run(["link", "-", "--decisions", str(tmp_path / "nothing.csv")], code=2)


@pytest.mark.parametrize("name", ["-", "records.jsonl"])
def test_link_passes_over_a_mark_of_byte_order_and_names_the_line_that_is_not_utf_8(tmp_path: Path, name: str) -> None:
    lines = [f"{to_line(r)}\n".encode() for r in RECORDS]
    source = name if name == "-" else str(tmp_path / name)

    def link(given: bytes) -> Result:
        (tmp_path / "records.jsonl").write_bytes(given)
        return CliRunner().invoke(main, ["link", source], input=given)

    assert link(b"\xef\xbb\xbf" + b"".join(lines)).stdout == link(b"".join(lines)).stdout != ""
    broken = link(lines[0] + lines[1].replace(b"Arthur", b"Arth\xfcr"))
    assert broken.exit_code == 1
    assert f"{source}:2: not UTF-8\nhint: give JSON Lines in UTF-8" in broken.stderr


def test_link_names_both_lines_of_a_contradiction(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(
        "decision,left,right,who,when,why\nsame,a#Arthur Sameaputty,c#Ahmad Fauzi,,,\n"
        "different,c#Ahmad Fauzi,a#Arthur Sameaputty,,,\n"
    )
    given = "".join(f"{to_line(r)}\n" for r in RECORDS)
    result = run(["link", "-", "--decisions", str(path)], given=given, code=1)
    assert f"{path}:2" in result.output
    assert f"{path}:3" in result.output


def test_office_prints_holders_with_sources(linked: Path) -> None:
    text = run(["office", "Kepala Polres 72.02", str(linked)]).stdout
    assert "AKBP Arthur Sameaputty" in text
    assert "2024-08-25  a" in text
    on = json.loads(
        run(["office", "Kepala Polres 72.02", "--in", str(linked), "--on", "2024-08-25", "-f", "json"]).stdout
    )
    assert (on["certainty"], on["names"]) == ("certain", ["Arthur Sameaputty"])
    run(["office", "Kepala Polres 72.02", str(linked), "--on", "yesterday"], code=2)
    run(["office", "Presiden", str(linked)], code=2)


def test_explain_shows_quote_rule_confidence_and_reason(linked: Path) -> None:
    text = run(["explain", str(linked), "Arthur Sameaputty"]).stdout
    assert "“Arthur Sameaputty”" in text
    assert "confidence 0.90, rule test" in text
    assert "short form of the name" in text
    found = json.loads(run(["explain", str(linked), "Arthur Sameaputty", "-f", "json"]).stdout)
    (claim,) = found["statements"]
    assert {e["article"] for e in claim["evidence"]} == {"a", "b"}
    again = json.loads(run(["explain", str(linked), claim["id"], "-f", "json"]).stdout)
    assert again["statements"] == [claim]
    between = json.loads(run(["explain", str(linked), "Polres 72.02", "Arthur Sameaputty", "-f", "json"]).stdout)
    assert between["statements"] == [claim]


def test_explain_takes_ids_as_the_graph_writes_them_and_evidence(linked: Path) -> None:
    from kg.graph.resources import evidence_id

    base = load_base(linked)
    claim = next(iter(base.statements()))
    plain = run(["explain", str(linked), claim.id]).stdout
    local = claim.id.removeprefix("claim/")
    for written in (f"claim:{local}", f"https://kg.example/id/claim/{local}", f"<https://example.org/a/claim/{local}>"):
        assert run(["explain", str(linked), written]).stdout == plain
    named = evidence_id(claim.evidence[0])
    for written in (named, named.replace("/", ":")):
        found = json.loads(run(["explain", str(linked), written, "-f", "json"]).stdout)
        assert claim.id in [one["id"] for one in found["statements"]]
        assert [one["quote"] for one in found["about"]["quotes"]] == [claim.evidence[0].quote]
    run(["explain", str(linked), "evidence/0000000000000000"], code=2)


def test_a_quote_is_explained_within_its_sentence(tmp_path: Path, linked: Path) -> None:
    told = linked.read_text(encoding="utf-8")
    path = tmp_path / "sentences.jsonl"
    path.write_text(re.sub(r'("quote": ?"[^"]*")', r'\1, "prefix": "Hadir pula ", "suffix": ", kemarin."', told))
    assert "    Hadir pula “Arthur Sameaputty”, kemarin.\n" in run(["explain", str(path), "Arthur Sameaputty"]).stdout


def test_a_name_alone_is_explained_from_output(linked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "output").symlink_to(linked.absolute())
    monkeypatch.chdir(tmp_path)
    assert run(["explain", "Arthur Sameaputty"]).stdout == run(["explain", "output", "Arthur Sameaputty"]).stdout


@pytest.mark.parametrize(
    ("command", "names"),
    [
        ("explain", ["Arthur Sameaputty"]),
        ("explain", ["Arthur Sameaputty", "Polres 72.02"]),
        ("path", ["Arthur Sameaputty", "Polres 72.02"]),
        ("neighbours", ["Arthur Sameaputty"]),
        ("office", ["Kepala Polres 72.02"]),
    ],
)
def test_the_folder_may_stand_before_the_names_or_behind(linked: Path, command: str, names: list[str]) -> None:
    folder = linked.with_name("folder")
    folder.mkdir()
    (folder / "statements.jsonl").write_text("".join(f"{line}\n" for line in to_lines(load_base(linked))), "utf-8")
    before = run([command, str(folder), *names]).stdout
    assert before == run([command, *names, str(folder)]).stdout
    assert "72.02" in before


def test_explain_of_an_ambiguous_name_lists_what_it_could_be(linked: Path) -> None:
    result = run(["explain", str(linked), "Ahmad Fauzi"], code=2)
    assert "could be 2 things" in result.output
    assert result.output.count("person/ahmad-fauzi-") == 2


def test_review_writes_a_decision_that_a_link_replays_and_undo_restores(tmp_path: Path, linked: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    before = "# ours\ndecision,left,right,who,when,why\n"
    decisions.write_text(before)
    common = ["review", str(linked), "--decisions", str(decisions), "--who", "sari"]
    assert "ahmad-fauzi" in run([*common, "--list"]).stdout
    shown = run(common, given="s\n").stdout
    assert "Kepala Polsek 35.21.01" in shown
    assert "“Ahmad Fauzi”" in shown
    line = decisions.read_text().splitlines()[-1]
    assert line.startswith(("same,c#Ahmad Fauzi,d#Ahmad Fauzi,sari,20", "same,d#Ahmad Fauzi,c#Ahmad Fauzi,sari,20"))
    given = "".join(f"{to_line(r)}\n" for r in RECORDS)
    joined = [
        json.loads(one) for one in run(["link", "-", "--decisions", str(decisions)], given=given).stdout.splitlines()
    ]
    assert joined[2]["entities"][1]["id"] == joined[3]["entities"][1]["id"]
    assert "0 decided" in run(common, given="").stderr, "what is decided is not asked again"
    decisions.write_text(before)
    run(common, given="d\nu\nq\n")
    assert decisions.read_text() == before


def test_review_of_nothing_open(tmp_path: Path) -> None:
    given = "".join(f"{to_line(r)}\n" for r in RECORDS[:1])
    path = tmp_path / "one.jsonl"
    path.write_text(run(["link", "-"], given=given).stdout, "utf-8")
    assert "No pair is left" in run(["review", str(path), "--decisions", str(tmp_path / "d.csv")]).stdout
    assert not (tmp_path / "d.csv").exists()
