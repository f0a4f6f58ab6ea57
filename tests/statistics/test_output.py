"""Formats, commands and the report: same bytes, documented shape, safe with hostile text, readable in a pipe."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from kg.cli.main import main
from kg.cli.relating import quoted
from kg.export.report import content_of, render
from kg.export.stats import to_json, write_stats
from kg.export.words import words
from kg.graph.comparison import compare
from kg.graph.knowledge_base import KnowledgeBase, to_lines
from kg.graph.loading import load_base
from kg.graph.statistics import SECTIONS, sections
from kg.graph.statistics.options import Options
from kg.graph.stored import open_base
from kg.model import Evidence, Post, Posting

from .bases import article, base, body, event, part, person, posting, together

SCHEMA = Path(__file__).parents[2] / "docs/schema/stats.schema.json"
HOSTILE = '<script>alert(1)</script>" onload="x|`*_ \x1b[31m'


def sample(seed: int = 0, hostile: str = "") -> KnowledgeBase:
    chiefs = [person(f"Tokoh {n}{hostile}") for n in range(6)]
    police, kpu = (
        body(f"Polres Contoh{hostile}", region="51.05"),
        body("KPU Contoh", "ElectionCommission", region="51.05"),
    )
    post = Post("post/kapolres", "Kapolres Contoh", police.id, None)
    nodes: list[object] = [*chiefs, police, kpu, post]
    for n in range(9):
        nodes += [
            article(f"a{n}", f"Kabar {n % 3}{hostile}", f"2024-{1 + n:02}-03"),
            event(f"rapat {n}{hostile}", f"2024-{1 + n:02}-02"),
        ]
        at = f"event/rapat {n}{hostile}"
        nodes += [part(c.id, at, [f"a{n}"]) for k, c in enumerate(chiefs) if (n * 7 + k * 3) % 4 < 2]
        nodes += [part(police.id, at, [f"a{n}"], role="led"), part(kpu.id, at, [f"a{n}"], role="organised")]
    nodes += [together(chief.id, kpu.id, [f"a{n}" for n in range(k, 9, 6)]) for k, chief in enumerate(chiefs)]
    nodes.append(posting(chiefs[0].id, post.id, police.id, ["a0", "a1"]))
    return base(*(nodes[seed:] + nodes[:seed]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "output"
    path.mkdir()
    (path / "statements.jsonl").write_text("".join(line + "\n" for line in to_lines(sample())), "utf-8")
    return path


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_json_is_what_the_schema_says() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for found in (sample(), KnowledgeBase()):
        value = json.loads(to_json(sections(found, Options()), Options()))
        jsonschema.validate(value, schema)
        assert tuple(value["sections"]) == SECTIONS


def test_the_schema_knows_every_table_and_figure() -> None:
    known = json.loads(SCHEMA.read_text("utf-8"))["properties"]["sections"]["properties"]
    for found in sections(sample(), Options()):
        parts = known[found.name]["properties"]
        assert set(parts["figures"]["properties"]) == set(found.figures)
        for made in found.tables:
            row = parts["tables"]["properties"][made.name]["properties"]["rows"]["items"]
            assert list(row["properties"]) == [column.key for column in made.columns]


def test_the_same_statements_give_the_same_bytes(tmp_path: Path) -> None:
    write_stats(sample(), tmp_path / "one.json")
    write_stats(sample(seed=17), tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert render(content_of(sample(), Options()), "html", "id") == render(
        content_of(sample(9), Options()), "html", "id"
    )


def test_the_hash_seed_changes_nothing(folder: Path) -> None:
    outputs = set()
    for seed in ("0", "42"):
        command = [sys.executable, "-m", "kg", "stats", str(folder), "--format", "json"]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        outputs.add(subprocess.run(command, check=True, capture_output=True, env=environment).stdout)
    assert len(outputs) == 1


def test_tables_in_a_pipe_are_plain_lines(folder: Path) -> None:
    text = run("stats", folder, "--section", "actors")
    assert "\x1b" not in text
    assert re.search(r"^1 +Polres Contoh +police +9 ", text, re.MULTILINE) or re.search(
        r"^1 +KPU Contoh", text, re.MULTILINE
    )


def test_tables_fit_eighty_columns() -> None:
    from rich.console import Console

    from kg.cli.tabular import print_table

    long = sample(hostile=" dari Kabupaten Nun Jauh di Sana yang Bernama Panjang Sekali")
    for language in ("en", "id"):
        for found in sections(long, Options()):
            for made in found.tables:
                file = io.StringIO()
                print_table(Console(file=file, width=80), made, words(language), made.name)  # type: ignore[arg-type]
                assert max(len(line) for line in file.getvalue().splitlines()) <= 80
                assert "…" not in file.getvalue()  # folded, never cut


def test_csv_of_one_table_and_of_everything(folder: Path) -> None:
    one = list(csv.DictReader(io.StringIO(run("stats", folder, "--format", "csv", "--table", "actors.ranking"))))
    assert one[0]["rank"] == "1" and one[0]["id"].startswith("institution/")
    everything = list(csv.DictReader(io.StringIO(run("stats", folder, "--format", "csv"))))
    assert {row["section"] for row in everything} == set(SECTIONS)
    assert list(everything[0]) == ["section", "table", "row", "column", "value"]


def test_csv_never_starts_a_formula() -> None:
    from kg.export.stats import to_csv

    found = list(sections(base(person("=cmd()"), article("a1", outlet="@sum")), Options(), ["contents"]))
    assert not re.search(r"(^|,)[=@+-]", to_csv(found), re.MULTILINE)


def test_a_table_that_is_not_there_is_refused(folder: Path) -> None:
    result = CliRunner().invoke(main, ["stats", str(folder), "--table", "nothing"])
    assert result.exit_code == 2
    assert "contents.outlets" in result.output


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("form", ["html", "md"])
def test_hostile_text_stays_text(form: str, language: str) -> None:
    page = render(content_of(sample(hostile=HOSTILE), Options()), form, language, title=HOSTILE)  # type: ignore[arg-type]
    assert "<script" not in page
    assert not re.search(r"<[a-z]+[^>]*\sonload=", page)
    assert "alert(1)" in page


@pytest.mark.parametrize("kind", ["articles", "entities", "events", "posts", "participations"])
def test_a_graph_with_a_part_missing_still_gives_figures(kind: str) -> None:
    broken = changed(sample(), **{kind: {}})
    assert len(list(sections(broken, Options()))) == len(SECTIONS)
    assert render(content_of(broken, Options()), "html", "id")


def test_no_bar_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    from kg.cli.tracking import tracker

    for quiet in (True, False):
        with tracker(quiet=quiet) as track:
            assert list(track([1, 2], "work")) == [1, 2]
    assert capsys.readouterr() == ("", "")


def test_the_report_asks_nothing_of_the_network() -> None:
    page = render(content_of(sample(), Options()), "html", "id")
    links = re.findall(r'(?:src|href|url)\s*[=(]\s*"?([^"\s)>]+)', page)
    assert set(links) <= {f"https://a.example/a{n}" for n in range(9)}
    assert "<script" not in page and "<link" not in page and "@import" not in page
    assert page.count("<svg") >= 4


def test_both_languages_have_the_same_words() -> None:
    one, two = words("en"), words("id")
    found = list(sections(sample(), Options()))
    for group in ("sections", "notes", "links", "compare", "page", "summary", "methods", "limits"):
        assert set(one.groups[group]) == set(two.groups[group]), group
    for part_of in found:
        assert {key for key in part_of.figures if not two.has("figures", key)} == set()
        for made in part_of.tables:
            assert two.has("tables", made.name)
            assert {c.key for c in made.columns if c.kind != "id" and not two.has("columns", c.key)} == set()


def test_report_is_written_by_the_ending_of_its_name(folder: Path, tmp_path: Path) -> None:
    run("report", folder, "-o", tmp_path / "r.html", "--quiet")
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!doctype html>")
    run("report", folder, "-o", tmp_path / "r.md", "--lang", "en", "--quiet")
    assert (tmp_path / "r.md").read_text("utf-8").startswith("# Who met whom")
    assert CliRunner().invoke(main, ["report", str(folder), "-o", str(tmp_path / "r.pdf")]).exit_code == 2


def test_a_report_on_paper_has_quotes_in_their_sentences_and_no_heading_above_nothing(tmp_path: Path) -> None:
    there = [
        dataclasses.replace(
            part(f"person/{who}", f"event/{n}", [f"a{n}"]),
            evidence=(Evidence(f"a{n}", 0, 9, "dihadiri", "Rapat itu ", f" Tokoh {who} kemarin."),),
        )
        for n in range(6)
        for who in "ab"
    ]
    rejected = dataclasses.replace(there[0], id="claim/no", status="rejected")
    known = base(person("a"), person("b"), *(event(str(n)) for n in range(6)), *(article(f"a{n}") for n in range(6)),
                 *there, rejected)  # fmt: skip
    path = tmp_path / "statements.jsonl"
    path.write_text("".join(f"{line}\n" for line in to_lines(known)), "utf-8")
    text = run("report", path, "-f", "md", "-o", "-", "--lang", "en", "--quiet")
    assert "Rapat itu “dihadiri” Tokoh a kemarin." in text
    assert f"make {len(there)} claims" in text
    lonely = base(person("a"), event("1"), article("a1"), part("person/a", "event/1", ["a1"]))
    path.write_text("".join(f"{line}\n" for line in to_lines(lonely)), "utf-8")
    for form in ("md", "html"):
        text = run("report", path, "-f", form, "-o", "-", "--lang", "en", "--quiet")
        assert "No pair passes the test yet." in text
        assert "These are the most surprising" not in text


def test_path_shows_every_step_with_its_quote(folder: Path) -> None:
    text = run("path", "person/Tokoh 1", "Polres Contoh", folder)
    assert "“mereka hadir”" in text and "https://a.example/" in text
    value = json.loads(run("path", "Tokoh 1", "KPU Contoh", folder, "--format", "json", "--paths", "2"))
    assert [len(path["nodes"]) for path in value["paths"]] == [3, 3]
    for path in value["paths"]:
        assert all(step and all(link["evidence"] for link in step) for step in path["steps"])


def test_the_other_commands_keep_to_their_schemas(folder: Path, tmp_path: Path) -> None:
    def check(name: str, value: Any) -> None:
        jsonschema.validate(value, json.loads((SCHEMA.parent / f"{name}.schema.json").read_text("utf-8")))

    check("path", json.loads(run("path", "Tokoh 1", "KPU Contoh", folder, "--format", "json", "--paths", "3")))
    everything = ("--via", "participation", "--via", "posting", "--via", "command", "--via", "cooccurrence")
    check("neighbours", json.loads(run("neighbours", "Tokoh 1", folder, "-d", "3", "--format", "json", *everything)))
    other = tmp_path / "other.jsonl"
    other.write_text("".join(line + "\n" for line in list(to_lines(sample()))[3:-2]), "utf-8")
    lines = run("compare", folder, other, "--format", "json").splitlines()
    assert lines
    for line in lines:
        check("compare", json.loads(line))


def test_a_quote_stands_in_its_sentence_and_a_long_one_keeps_its_end() -> None:
    assert quoted(Evidence("a1", 5, 8, "Ani", "oleh ", ", dan Budi")) == "oleh “Ani”, dan Budi"
    long = quoted(Evidence("a1", 5, 630, "dihadiri " + "Budi, " * 100 + "serta Ani"))
    assert long.startswith("“dihadiri Budi")
    assert long.endswith("serta Ani”")
    assert len(long) <= 205


def test_path_takes_the_post_when_it_is_nearer(folder: Path) -> None:
    value = json.loads(run("path", "Tokoh 0", "Polres Contoh", folder, "--format", "json"))
    assert [link["via"] for link in value["paths"][0]["steps"][0]] == ["posting"]


def test_no_path_leads_through_what_was_not_held_and_neighbours_say_so(tmp_path: Path) -> None:
    known = base(person("A"), person("B"), event("1", status="cancelled"), article("a1"),
                 part("person/A", "event/1", ["a1"]), part("person/B", "event/1", ["a1"]))  # fmt: skip
    (tmp_path / "statements.jsonl").write_text("".join(f"{line}\n" for line in to_lines(known)), "utf-8")
    assert json.loads(run("path", "A", "B", tmp_path, "-f", "json"))["paths"] == []
    told = run("neighbours", "A", tmp_path, "--depth", "2")
    assert told.count("cancelled") == 2
    assert run("neighbours", "A", tmp_path, "--lang", "id").count("dibatalkan") == 1


def test_no_path_is_an_answer(tmp_path: Path) -> None:
    apart = base(person("a"), person("b"), article("a1"), event("1"), part("person/a", "event/1"))
    file = tmp_path / "statements.jsonl"
    file.write_text("".join(line + "\n" for line in to_lines(apart)), "utf-8")
    result = CliRunner().invoke(main, ["path", "a", "b", str(file)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "connects" in result.stderr


def test_neighbours_by_distance(folder: Path) -> None:
    near = json.loads(run("neighbours", "Tokoh 0", folder, "--format", "json"))["neighbours"]
    assert {n["steps"] for n in near} == {1}
    assert {n["kind"] for n in near} == {"meeting", "PoliceUnit"}
    far = json.loads(run("neighbours", "Tokoh 0", folder, "--depth", "2", "--format", "json"))["neighbours"]
    assert {n["name"] for n in far if n["steps"] == 2 and n["kind"] == "Person"} == {f"Tokoh {n}" for n in (1, 3, 4, 5)}
    assert len({n["id"] for n in far}) == len(far)


def test_a_name_of_several_is_refused_with_their_ids(folder: Path) -> None:
    result = CliRunner().invoke(main, ["neighbours", "tokoh", str(folder)])
    assert result.exit_code == 2
    assert "person/Tokoh 3" in result.output


def changed(found: KnowledgeBase, **parts: Any) -> KnowledgeBase:
    values = {
        name: getattr(found, name)
        for name in ("articles", "entities", "posts", "events", "postings", "participations", "cooccurrences")
    }
    return KnowledgeBase(**(values | parts))


def test_compare_says_what_came_went_and_changed() -> None:
    old = sample()
    entities = {key: value for key, value in old.entities.items() if key != "person/Tokoh 5"}
    entities["person/Tokoh 4"] = person("Tokoh 4", aliases=("Tokoh 5",))
    entities["person/baru"] = person("baru")
    entities["person/lain"] = dataclasses.replace(entities.pop("person/Tokoh 3"), id="person/lain")
    articles = {key: value for key, value in old.articles.items() if value.article != "a8"}
    found = list(compare(old, changed(old, entities=entities, articles=articles)))
    assert [(c.verb, c.kind, c.label, c.into) for c in found] == [
        ("removed", "article", "Judul a8", None),
        ("added", "entity", "baru", None),
        ("changed", "entity", "Tokoh 4", None),
        ("merged", "entity", "Tokoh 5", "person/Tokoh 4"),
        ("moved", "entity", "Tokoh 3", "person/lain"),
    ]
    assert [(f.field, f.before, f.after) for f in found[2].fields] == [("aliases", (), ("Tokoh 5",))]


def test_claims_of_somebody_who_is_now_another_are_not_told_as_gone() -> None:
    claim = part("person/b", "event/1", ["a1"])
    told = article("a1"), event("1")
    old = base(person("b"), *told, claim)
    longer = dataclasses.replace(person("b"), id="person/a", name="a b", aliases=("b",))
    heir = part("person/a", "event/1", ["a1"])
    (entity, moved) = compare(old, base(longer, *told, heir))
    assert (entity.verb, entity.into) == ("moved", "person/a")
    assert (moved.verb, moved.id, moved.into) == ("moved", claim.id, heir.id)
    (*_, merged) = compare(base(person("b"), longer, *told, claim, heir), base(longer, *told, heir))
    assert (merged.verb, merged.id, merged.into) == ("merged", claim.id, heir.id)
    gone = [c.verb for c in compare(old, base(longer, *told)) if c.kind == "participation"]
    assert gone == ["removed"]


def test_an_acting_posting_becomes_the_acting_one_of_who_somebody_is_now() -> None:
    def held(who: str) -> list[Posting]:
        plain = posting(who, "kapolres", "polres")
        return [plain, dataclasses.replace(plain, id=f"{plain.id}-plt", acting="Plt.")]

    longer = dataclasses.replace(person("b"), id="person/a", name="a b", aliases=("b",))
    moved = compare(base(person("b"), *held("person/b")), base(longer, *held("person/a")))
    assert [(c.verb, c.id, c.into) for c in moved if c.kind == "posting"] == [
        ("moved", old.id, new.id) for old, new in zip(held("person/b"), held("person/a"), strict=True)
    ]


def test_compare_of_the_same_is_nothing(folder: Path) -> None:
    assert list(compare(sample(), sample(5))) == []
    assert run("compare", folder, folder) == "Nothing is different.\n"


def test_compare_tells_quotes_apart_from_their_place() -> None:
    old = base(person("a"), event("1"), article("a1"), part("person/a", "event/1", ["a1"]))
    new = base(person("a"), event("1"), article("a1"), part("person/a", "event/1", ["a1", "a2"], confidence=0.99))
    (change,) = compare(old, new)
    fields = {f.field: (f.before, f.after) for f in change.fields}
    assert fields == {"confidence": (0.9, 0.99), "evidence": ([], [("a2", "mereka hadir")])}


def test_a_base_on_disk_gives_the_same_figures(folder: Path) -> None:
    options = Options()
    stored = open_base(folder / "statements.jsonl")
    assert to_json(sections(stored, options), options) == to_json(sections(load_base(folder), options), options)


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_gist_fits_a_screen_and_says_where_the_rest_is(folder: Path, language: str) -> None:
    gist = run("stats", folder, "--lang", language)
    everything = run("stats", folder, "--lang", language, "--all")
    assert len(gist.splitlines()) <= 45 < len(everything.splitlines())
    assert all(name in gist for name in SECTIONS if name != "actors")
    assert "Polres Contoh" in gist
    assert "None" not in gist and "{" not in gist


def test_the_gist_names_the_office_in_which_somebody_was_last_seen() -> None:
    from kg.graph.statistics.overview import overview

    found = overview(sample(), Options())
    (leading,) = found.tables[0].tables
    offices = {row[0]: row[1] for row in leading.rows}
    assert any(value for value in offices.values())
    assert all(row[1] is None for row in leading.rows if row[2] != "Person")


def test_the_gist_names_no_office_that_somebody_only_had() -> None:
    from kg.graph.statistics.overview import overview

    station, chief, guest = body("polres"), person("k"), person("g")
    left = dataclasses.replace(posting(chief.id, "Kapolda", station.id), former=True)
    found = base(
        station, chief, guest, article("a1"), event("1"), left, part(chief.id, "event/1"), part(guest.id, "event/1")
    )
    (leading,) = overview(found, Options()).tables[0].tables
    assert {row[0]: row[1] for row in leading.rows} == {"k": None, "g": None}


def test_the_gist_of_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "statements.jsonl").write_text("", "utf-8")
    assert run("stats", tmp_path)


def test_neighbours_of_one_distance_stand_by_independent_sources() -> None:
    from kg.graph.relations import neighbours

    nodes = [person("A"), person("B"), person("C"), article("a1"), article("a2", copy_of="a1"), article("a3")]
    beside = [
        together("person/A", f"person/{other}", names) for other, names in (("B", ("a1", "a2")), ("C", ("a1", "a3")))
    ]
    found = base(*nodes, *beside)
    near = neighbours(found, "person/A", via=("cooccurrence",))
    assert [(found.entities[one.id].name, one.sources) for one in near] == [("C", 2), ("B", 1)]
