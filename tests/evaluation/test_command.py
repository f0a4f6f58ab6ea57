"""`kg evaluate` as it is called: figures, errors, baseline, floors, page, exit codes."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from kg.cli.main import main
from kg.evaluation.gold import read_gold


def kg(*args):
    return CliRunner().invoke(main, ["evaluate", *map(str, args)])


@pytest.fixture
def gold(evaluation):
    return evaluation / "gold"


@pytest.fixture
def perfect(gold, as_predicted, tmp_path):
    file = tmp_path / "perfect.jsonl"
    file.write_text("".join(json.dumps(as_predicted(row)) + "\n" for row in read_gold(gold).articles.values()))
    return file


@pytest.fixture
def worse(gold, as_predicted, tmp_path):
    """As perfect, but the first person's name of every article is wrong."""
    rows = [as_predicted(row) for row in read_gold(gold).articles.values()]
    for row in rows:
        next((e for e in row["entities"] if e["class"] == "Person"), {})["name"] = "Somebody Else"
    file = tmp_path / "worse.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return file


def test_figures_of_a_file(gold, perfect):
    result = kg(gold, "--predicted", perfect)
    assert result.exit_code == 0
    assert "persons                    P 1.000  R 1.000  F1 1.000" in result.output


def test_errors_are_listed_by_example_with_their_quotes(gold, worse):
    result = kg(gold, "--predicted", worse, "--errors")
    assert "poso-rakor-pendaftaran: missed Person 'Arthur Sameaputty'  “Arthur Sameaputty”" in result.output
    assert "poso-rakor-pendaftaran: spurious Person 'Somebody Else'" in result.output


def test_gains_and_losses_against_the_last_run(gold, perfect, worse, tmp_path):
    last = tmp_path / "last.json"
    last.write_text(kg(gold, "--predicted", worse, "--json").output)
    result = kg(gold, "--predicted", perfect, "--baseline", last)
    assert "lost: 0" in result.output
    assert "    persons: poso-rakor-pendaftaran: missed Person 'Arthur Sameaputty'" in result.output
    last.write_text(kg(gold, "--predicted", perfect, "--json").output)
    assert "gained: 0" in kg(gold, "--predicted", worse, "--baseline", last).output


def test_a_figure_below_its_floor_exits_with_3(gold, perfect, worse, tmp_path):
    floors = tmp_path / "floors.json"
    assert kg(gold, "--predicted", perfect, "--floors", floors, "--update").exit_code == 0
    assert kg(gold, "--predicted", perfect, "--floors", floors).exit_code == 0
    low = kg(gold, "--predicted", worse, "--floors", floors)
    assert low.exit_code == 3
    assert "persons 0." in low.output
    before = floors.read_bytes()
    assert kg(gold, "--predicted", worse, "--floors", floors, "--update").exit_code == 3
    assert floors.read_bytes() == before
    assert kg(gold, "--predicted", worse, "--floors", floors, "--update", "--lower").exit_code == 0
    assert kg(gold, "--predicted", worse, "--floors", floors).exit_code == 0


def test_the_page_gets_figures_between_its_marks(gold, perfect, tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# Before\n<!-- measured: begin -->\nyesterday\n<!-- measured: end -->\nAfter\n")
    assert kg(gold, "--predicted", perfect, "--page", page).exit_code == 0
    text = page.read_text()
    assert text.startswith("# Before\n")
    assert text.endswith("After\n")
    assert "yesterday" not in text
    assert "| persons | 1.000 | 1.000 | 1.000 | 1.000 – 1.000 |" in text
    assert "| test |" in text


def test_linking_is_measured_from_linked_lines(evaluation, as_predicted, tmp_path):
    """Every annotated thing with the id of what it is across articles: all figures of linking are perfect."""
    folder = evaluation / "links"
    identity = json.loads((folder / "identity.json").read_text("utf-8"))
    one = {(a, k): g for part in identity.values() for g, items in part.items() for a, k in items}
    file = tmp_path / "linked.jsonl"
    with file.open("w") as out:
        for article, row in read_gold(folder / "annotations").articles.items():
            text = json.dumps(as_predicted(row))
            for thing in sorted([e["key"] for e in row["entities"]], key=len, reverse=True):
                text = text.replace(f'"id-{thing}"', json.dumps(one.get((article, thing), f"{article}-{thing}")))
            predicted = json.loads(text)
            for event in predicted["events"]:
                event["id"] = one.get((article, event["id"]), f"{article}-{event['id']}")
            out.write(json.dumps(predicted) + "\n")
    result = kg(folder, "--predicted", file, "--links", folder / "identity.json", "--json")
    rows = json.loads(result.output)["links"]
    assert {name: (row["f1"], row["found"]) for name, row in rows.items()} == dict.fromkeys(
        ("persons", "institutions", "events"), (1.0, 1.0)
    )


@pytest.mark.parametrize(
    "args",
    [["nowhere"], ["--update", "evaluation/gold"], ["--floors", "f.json", "--lower", "evaluation/gold"]],
)
def test_wrong_use_exits_with_2(args, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert kg(*args).exit_code == 2


def test_a_broken_prediction_exits_with_1_and_names_the_line(gold, tmp_path):
    file = tmp_path / "broken.jsonl"
    file.write_text("{\n")
    result = kg(gold, "--predicted", file)
    assert result.exit_code == 1
    assert "broken.jsonl:1: not JSON" in result.output


@pytest.mark.parametrize("piped", [True, False])
def test_a_prediction_that_is_not_utf_8_is_named_with_its_line(gold, tmp_path, piped):
    file = tmp_path / "broken.jsonl"
    file.write_bytes(b'\n{"article": "M\xfcller"}\n')
    source = "-" if piped else str(file)
    result = CliRunner().invoke(main, ["evaluate", str(gold), "--predicted", source], input=file.read_bytes())
    assert (result.exit_code, f"{source}:2: not UTF-8\nhint: " in result.stderr) == (1, True)


def test_a_page_that_is_not_utf_8_is_named_with_its_line_and_stays(gold, perfect, tmp_path):
    page = tmp_path / "page.md"
    page.write_bytes(b"# M\xfcller\n<!-- measured: begin -->\n<!-- measured: end -->\n")
    before = page.read_bytes()
    result = kg(gold, "--predicted", perfect, "--page", page)
    assert (result.exit_code, f"{page}:1: not UTF-8\nhint: save it as UTF-8" in result.stderr) == (1, True)
    assert page.read_bytes() == before
