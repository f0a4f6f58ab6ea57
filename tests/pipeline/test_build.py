"""A build writes everything, the same bytes whatever the order, and a pipe of its steps writes them as well."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.pipeline.build import Options, build

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT / "seeds" / "articles"
WRITTEN = ["graph.graphml", "graph.html", "graph.ttl", "issues.jsonl", "stats.json", "statements.jsonl"]


def kg(*arguments: str, seed: str = "0", given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own, with a hash seed."""
    environment = os.environ | {"PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.run(command, input=given, capture_output=True, env=environment, cwd=ROOT, check=False)


def digests(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in WRITTEN}


def test_same_bytes_for_any_order_and_hash_seed(tmp_path: Path) -> None:
    files = sorted(str(p) for p in SEEDS.iterdir())
    found = []
    for seed in ("0", "1", "4711"):
        random.Random(seed).shuffle(files)  # noqa: S311 - any order will do
        output = tmp_path / seed
        done = kg("build", *files, "-o", str(output), seed=seed)
        assert done.returncode == 0, done.stderr.decode()
        found.append(digests(output))
    assert found[0] == found[1] == found[2]


def test_a_pipe_of_the_steps_gives_the_bytes_of_a_build(tmp_path: Path) -> None:
    assert kg("build", str(SEEDS), "-o", str(tmp_path), "--no-html").returncode == 0
    extracted = kg("extract", str(SEEDS), seed="7")
    linked = kg("link", "-", given=extracted.stdout)
    exported = kg("export", "turtle", "-", given=linked.stdout)
    assert exported.returncode == 0, exported.stderr.decode()
    assert exported.stdout == (tmp_path / "graph.ttl").read_bytes()


def test_every_quote_stands_in_its_article() -> None:
    from kg.pipeline import Extraction

    extraction = Extraction()
    articles = list(extraction.articles([SEEDS]))
    quotes = 0
    for article in articles:
        record = extraction.record(article)
        for event in record["events"]:
            for part in event["participations"]:
                shown = part["evidence"]
                assert article.text[shown["start"] : shown["end"]] == shown["quote"]
                quotes += 1
    assert quotes > 100


def test_a_second_build_reads_nothing_again_and_gives_the_same_bytes(tmp_path: Path, table: Path) -> None:
    build([table], tmp_path / "o", Options(html=False))
    first = (tmp_path / "o" / "statements.jsonl").read_bytes()
    before = (tmp_path / "o" / ".kg" / "records.sqlite").stat().st_size
    build([table], tmp_path / "o", Options(html=False))
    assert (tmp_path / "o" / "statements.jsonl").read_bytes() == first
    assert (tmp_path / "o" / ".kg" / "records.sqlite").stat().st_size == before


def test_a_build_with_nothing_new_leaves_the_files_alone_and_tells_the_same(tmp_path: Path, table: Path) -> None:
    first = build([table], tmp_path, Options(html=False))
    written = [tmp_path / name for name in WRITTEN if name != "graph.html"]
    before = [path.stat().st_mtime_ns for path in written]
    assert build([table], tmp_path, Options(html=False)) == first
    assert [path.stat().st_mtime_ns for path in written] == before


def test_a_changed_script_or_word_of_the_views_writes_them_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Kapolres Klungkung AKBP Wayan Dibia membuka rapat koordinasi di Aula Dharma.", "utf-8")
    output = tmp_path / "out"
    build([article], output)
    page = output / "graph.html"
    written = page.stat().st_mtime_ns
    build([article], output)
    assert page.stat().st_mtime_ns == written
    monkeypatch.setattr("kg.pipeline.build.looks_version", lambda: "another")
    build([article], output)
    assert page.stat().st_mtime_ns > written


def test_the_version_of_the_views_follows_scripts_and_words_only(tmp_path: Path) -> None:
    from kg.pipeline.cache import looks_version

    folder = tmp_path / "export" / "html"
    (folder / "__pycache__").mkdir(parents=True)
    (folder / "main.js").write_text("1", "utf-8")
    first = looks_version(tmp_path)
    for other in (folder / "code.py", folder / "__pycache__" / "x.pyc", tmp_path / "reading.txt"):
        other.write_text("x", "utf-8")
    assert looks_version(tmp_path) == first
    (folder / "main.js").write_text("2", "utf-8")
    assert looks_version(tmp_path) != first


@pytest.mark.parametrize("name", ["statements.jsonl", "graph.ttl", ".kg/result.json"])
def test_what_somebody_changed_or_removed_is_written_again(tmp_path: Path, table: Path, name: str) -> None:
    build([table], tmp_path, Options(html=False))
    written = [tmp_path / name for name in WRITTEN if name != "graph.html"]
    before = [path.read_bytes() for path in written]
    (tmp_path / name).write_text("{}", "utf-8")
    build([table], tmp_path, Options(html=False))
    assert [path.read_bytes() for path in written] == before
    (tmp_path / name).unlink()
    build([table], tmp_path, Options(html=False))
    assert [path.read_bytes() for path in written] == before


def test_other_decisions_write_other_files(tmp_path: Path, table: Path) -> None:
    def written() -> str:
        build([table], tmp_path, Options(html=False, decisions=decisions))
        return (tmp_path / "statements.jsonl").read_text("utf-8")

    decisions = tmp_path / "decisions.csv"
    before = written()
    person = next(node["id"] for line in before.splitlines() if (node := json.loads(line)).get("cls") == "Person")
    decisions.write_text(f"decision,left,right\nrename,{person},Nama Yang Lain\n", "utf-8")
    assert "Nama Yang Lain" in written()
    decisions.unlink()
    assert written() == before


def test_other_options_write_other_files(tmp_path: Path, table: Path) -> None:
    build([table], tmp_path, Options(html=False))
    build([table], tmp_path, Options(html=False, base_iri="https://example.org/"))
    assert "<https://example.org/" in (tmp_path / "graph.ttl").read_text("utf-8")
    build([table], tmp_path, Options(html_nodes=5))
    assert (tmp_path / "graph.html").is_file()


def test_a_page_that_a_build_without_one_leaves_behind_is_told(tmp_path: Path) -> None:
    article, output = tmp_path / "a.txt", tmp_path / "out"
    article.write_text("Apel dipimpin Kapolres Blora AKBP Ani Wijaya, Kamis (19/9/2024).", "utf-8")
    without = ("build", str(article), "-o", str(output), "--no-html")
    assert b"graph.html" not in kg(*without).stderr
    assert kg("build", str(article), "-o", str(output)).returncode == 0
    assert f"{output / 'graph.html'} is of an earlier build" in kg(*without).stderr.decode()


@pytest.mark.parametrize("change", ["added", "changed", "removed"])
def test_incremental_equals_from_scratch(tmp_path: Path, table: Path, change: str) -> None:
    build([table], tmp_path / "o", Options(html=False))
    lines = table.read_text("utf-8").splitlines()
    match change:
        case "added":
            lines.append(
                json.dumps(
                    json.loads(lines[0]) | {"id": "zz", "text": "Bupati Blora Arief Rahman membuka rapat kerja."}
                )
            )
        case "changed":
            lines[5] = lines[5].replace("dipimpin", "dibuka")
        case _:
            del lines[7:40]
    table.write_text("\n".join(lines), "utf-8")
    build([table], tmp_path / "o", Options(html=False))
    build([table], tmp_path / "fresh", Options(html=False))
    for name in ("statements.jsonl", "graph.ttl", "stats.json"):
        assert (tmp_path / "o" / name).read_bytes() == (tmp_path / "fresh" / name).read_bytes()


def test_several_processes_give_the_bytes_of_one(tmp_path: Path, table: Path) -> None:
    build([table], tmp_path / "one", Options(html=False))
    build([table], tmp_path / "two", Options(html=False, jobs=2))
    one, two = ((tmp_path / name / "statements.jsonl").read_bytes() for name in ("one", "two"))
    assert one == two


def test_a_second_build_in_the_folder_leaves(tmp_path: Path, table: Path) -> None:
    from filelock import FileLock

    (tmp_path / "o" / ".kg").mkdir(parents=True)
    with FileLock(tmp_path / "o" / ".kg" / "lock"), pytest.raises(OutputError, match="another build is at work"):
        build([table], tmp_path / "o", Options(html=False))


def test_a_build_tells_of_decisions_that_name_nothing_and_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Kapolres Blora AKBP Ani Wijaya memimpin apel di Blora, Kamis (19/9/2024).", "utf-8")
    decisions = tmp_path / "decisions.csv"
    decisions.write_text("decision,left,right\nrename,person/nobody,X\nwrong-claim,claim/none,\n", "utf-8")
    output = tmp_path / "out"
    done = kg("build", str(article), "-o", str(output), "--no-html", "--decisions", str(decisions))
    assert done.returncode == 0
    told = [json.loads(line) for line in (output / "issues.jsonl").read_text("utf-8").splitlines()]
    assert [issue["where"].rpartition(":")[2] for issue in told if issue["code"] == "L003"] == ["2", "3"]
    assert done.stderr.count(b"L003") == 2
    assert kg("build", str(article), "-o", str(output), "--decisions", str(tmp_path / "none.csv")).returncode == 2
