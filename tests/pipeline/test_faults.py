"""A build that is killed goes on; an article that breaks or stalls is set aside; a torn cache is made anew."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import main
from kg.model import Article, Issue
from kg.pipeline import Extraction
from kg.pipeline.attempts import Limits
from kg.pipeline.build import Options, build
from kg.pipeline.workers import outcomes

from .articles import article

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("moment", [0.9, 1.6, 2.4])
def test_resumed_equals_undisturbed(tmp_path: Path, table: Path, moment: float) -> None:
    build([table], tmp_path / "whole", Options(html=False))
    command = [sys.executable, "-m", "kg", "build", str(table), "-o", str(tmp_path / "cut"), "--no-html", "-q"]
    process = subprocess.Popen(command, cwd=ROOT)
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    build([table], tmp_path / "cut", Options(html=False))
    for name in ("statements.jsonl", "graph.ttl", "graph.graphml", "stats.json", "issues.jsonl"):
        assert (tmp_path / "cut" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_what_a_killed_build_left_unfinished_is_cleared(tmp_path: Path, table: Path) -> None:
    left = [tmp_path / ".graph.ttl.abc.part", tmp_path / ".kg" / ".result.json.abc.part"]
    left += [*(tmp_path / ".kg" / f"{name}-x" / "0" for name in ("sort", "duckdb"))]
    kept = [tmp_path / ".mine.part", tmp_path / ".kg" / "mine" / "0"]
    for path in (*left, *kept):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    build([table], tmp_path, Options(html=False))
    assert not [path for path in left if path.exists()]
    assert [path for path in kept if path.exists()] == kept


def test_a_torn_cache_is_made_anew(tmp_path: Path, table: Path) -> None:
    build([table], tmp_path, Options(html=False))
    whole = (tmp_path / "statements.jsonl").read_bytes()
    (tmp_path / ".kg" / "records.sqlite").write_bytes(b"SQLite format 3\0" + os.urandom(4000))
    build([table], tmp_path, Options(html=False))
    assert (tmp_path / "statements.jsonl").read_bytes() == whole


def made(number: int) -> Article:
    row = article(number)
    return Article(row["id"], row["text"], published=row["published"])


class Stalling(Extraction):
    """Reads as it should, but for two articles."""

    def record(self, article: Article):  # type: ignore[no-untyped-def]
        if article.id == "a0001":
            time.sleep(30)
        if article.id == "a0002":
            raise RecursionError("too deep")
        return super().record(article)


def test_an_article_that_stalls_or_breaks_is_set_aside_by_name() -> None:
    articles = [made(n) for n in range(4)]
    found = {a.id: o for a, o in outcomes(articles, Stalling(), limits=Limits(seconds=1))}
    assert [key for key, value in found.items() if isinstance(value, Issue)] == ["a0001", "a0002"]
    stalled, broken = found["a0001"], found["a0002"]
    assert isinstance(stalled, Issue) and "a0001" in stalled.message and "more than 1 seconds" in stalled.message
    assert isinstance(broken, Issue) and "RecursionError" in broken.message


def test_extract_sets_an_article_that_breaks_aside_and_prints_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(f"{json.dumps(article(n))}\n" for n in range(4)), "utf-8")
    monkeypatch.setattr("kg.pipeline.Extraction", Stalling)
    monkeypatch.setattr("kg.pipeline.extraction.Limits", partial(Limits, seconds=1), raising=False)
    result = CliRunner().invoke(main, ["extract", str(path)])
    assert [json.loads(line)["article"] for line in result.stdout.splitlines()] == ["a0000", "a0003"]
    assert result.exit_code == 0
    told = result.stderr.splitlines()
    assert [line.partition(": ")[0] for line in told] == [f"A090 {path}:2", f"A090 {path}:3"]
    assert "more than 1 seconds" in told[0] and "RecursionError: too deep" in told[1]


def test_processes_that_die_lose_no_article() -> None:
    articles = [made(n) for n in range(600)]  # so many that some are in the hands of a process when it dies
    stream = outcomes(articles, Extraction(), jobs=2)
    found = []
    for count, (article_, outcome) in enumerate(stream):
        if count in {70, 400}:
            victims = multiprocessing.active_children()
            assert victims
            os.kill(victims[0].pid or 0, signal.SIGKILL)
        found.append((article_.id, isinstance(outcome, Issue)))
    assert found == [(a.id, False) for a in articles]
    assert not multiprocessing.active_children()


_DIES = """
import multiprocessing, os
if multiprocessing.parent_process():
    os._exit(9)
from kg.pipeline import Extraction
from kg.pipeline.workers import outcomes
from tests.pipeline.test_faults import made
for _ in outcomes(map(made, range(300)), Extraction(), jobs=2):
    pass
"""


def test_processes_that_can_not_begin_set_no_article_aside(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(_DIES, "utf-8")
    given = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, str(script)], env=given, capture_output=True, text=True, check=False)
    assert "dies as it starts\nhint: give it more memory, or --jobs 1" in done.stderr


def test_no_process_stays_when_nobody_asks_for_more() -> None:
    stream = outcomes(map(made, range(10_000_000)), Extraction(), jobs=2)
    for _, _ in zip(range(70), stream, strict=False):
        pass
    assert multiprocessing.active_children()
    stream.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


_READS = """
from kg.pipeline import Extraction
from kg.pipeline.workers import outcomes
from tests.pipeline.test_faults import made
for count, _ in enumerate(outcomes(map(made, range(10_000_000)), Extraction(), jobs=2)):
    if count == 200:
        print("at work", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_processes_that_read_end_with_the_one_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", _READS], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline() == "at work\n"
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)  # ends when the last one that holds the output is gone


def test_what_is_told_of_a_file_moves_no_cursor(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\n.txt").write_text("")
    (tmp_path / "b.txt").write_text("x")
    result = CliRunner().invoke(main, ["extract", str(tmp_path)])
    assert "A003" in result.stderr and "\x1b" not in result.stderr
    assert len(result.stderr.splitlines()) == 2  # this one, and that no article is in the other
