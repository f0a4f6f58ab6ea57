"""A build on Spark gives the bytes of a local one, and says in one line what is missing or wrong."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import main
from kg.errors import ArticleError, KGError, UsageError
from kg.pipeline.build import Options, build
from kg.pipeline.spark.build import build as build_with_spark
from kg.pipeline.spark.extraction import basis, extract_rows, input_files, read_rows
from kg.pipeline.spark.session import session

from .articles import article

WRITTEN = ["graph.graphml", "graph.ttl", "issues.jsonl", "stats.json", "statements.jsonl"]
NAME = "spark [1] %20 é"  # signs that paths and patterns of Spark have a meaning for


@pytest.fixture(scope="module")
def two_cores() -> Iterator[str]:
    """A session that the builds of this file share."""
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    pytest.importorskip("pandas", reason="pandas, which PySpark needs, is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("no Java on this machine")
    with session("local[2]"):
        yield "local[2]"


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in WRITTEN}


def messy(folder: Path) -> list[str]:
    """Files of several kinds, with ids used twice, in and across files, and with what can't be read."""
    rows = [json.dumps(article(n)) for n in (*range(12), 3, 3)]
    rows[5] = '{"id": "half", "text": '
    rows[6] = json.dumps(
        {"id": "nul", "text": "Polres Blora menggelar apel.\0 Dipimpin Kapolres Blora AKBP Ani Wijaya."}
    )
    folder.joinpath("b.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    folder.joinpath("a.jsonl").write_text(
        json.dumps(article(2) | {"text": "Polres Kendal dan KPU Kendal rapat."}), "utf-8"
    )
    folder.joinpath("kosong.txt").write_text("", "utf-8")
    folder.joinpath("surat.pdf").write_bytes(b"%PDF-1.4 \0\0")
    folder.joinpath(os.fsdecode(b"se\xffn.txt")).write_bytes(
        "Café: Polres Poso apel bersama Kodim Poso.".encode("cp1252")
    )
    return [folder.name]


DECISIONS = """decision,left,right,who,when,why
same,a0001#Made Arta,a0004#Agung Pratama,Rina,2024-09-01,one person
different,a0003#Rina Lestari,a0009#Rina Lestari,Rina,2024-09-01,namesakes
not-an-entity,a0007#Bawaslu Trenggalek,,Rina,2024-09-01,a slip
rename,a0008#Dewi Kartika,Dewi K. Kartika,Rina,2024-09-01,her own spelling
same,a0010#KPU Karawang,a0011#KPU Blora,Rina,2024-09-01,
"""


def test_the_bytes_of_a_local_build(tmp_path: Path, two_cores: str, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "articles"
    inside.mkdir()
    paths = messy(inside)
    tmp_path.joinpath("decisions.csv").write_text(DECISIONS, "utf-8")
    monkeypatch.chdir(tmp_path)  # relative names, as messages show them
    options = Options(Path("decisions.csv"), html=False)
    here = build(paths, tmp_path / "local", options)
    there = build_with_spark(paths, tmp_path / NAME, options, master=two_cores)
    assert here == there
    assert len({issue.code for issue in there.issues}) > 3
    assert contents(tmp_path / "local") == contents(tmp_path / NAME)
    assert b"decided by Rina" in contents(tmp_path / NAME)["statements.jsonl"]
    assert [p.name for p in (tmp_path / NAME / ".kg").iterdir()] == ["lock"]


def test_nothing_to_read_is_said_as_by_a_local_build(tmp_path: Path, two_cores: str) -> None:
    empty = tmp_path / "kosong.txt"
    empty.touch()
    with pytest.raises(ArticleError) as here:
        build([empty], tmp_path / "local")
    with pytest.raises(ArticleError) as there:
        build_with_spark([empty], tmp_path / "spark", master=two_cores)
    assert str(there.value) == str(here.value)
    assert not (tmp_path / "spark" / "statements.jsonl").exists()


def test_an_executor_with_another_program_is_refused() -> None:
    rows = iter([(1, json.dumps(["a", "Polres Blora apel."]), None)])
    with pytest.raises(KGError, match="install one version"):
        list(extract_rows(rows, basis=("0", "another", basis()[2])))


def test_messages_have_the_name_that_was_given(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "Polres Blora apel."}\n{', "utf-8")
    (_, _, _, told, _), (*_, issue) = read_rows(iter([(0, json.dumps(["a.jsonl", str(path)]))]))
    assert json.loads(told)[-1] == "a.jsonl:1"
    assert "a.jsonl:2" in json.loads(issue)[0] and str(tmp_path) not in issue


def test_standard_input_is_refused() -> None:
    with pytest.raises(UsageError, match="every machine"):
        input_files(["-"])


def test_without_pyspark_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pandas", "pyarrow", "pyspark"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(KGError, match=r"pip install 'kg-indonesia\[spark\]'"), session("local[2]"):
        pass


def test_without_java_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    pytest.importorskip("pandas", reason="pandas, which PySpark needs, is not installed")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(KGError, match="Java 17"), session("local[2]"):
        pass


def test_a_master_is_for_spark_only(table: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["build", str(table), "-o", str(tmp_path / "out"), "--master", "local[2]"])
    assert done.exit_code == 2
    assert "--engine spark" in done.output


def test_what_fails_on_an_executor_is_told_in_its_words() -> None:
    errors = pytest.importorskip("pyspark.errors", reason="PySpark is not installed")
    from kg.pipeline.spark.session import told

    trace = (
        "Job aborted.\nTraceback (most recent call last):\n  File …\nkg.errors.KGError: an executor runs kg 1\nhint: x"
    )
    with pytest.raises(KGError, match="the job failed: an executor runs kg 1\n"), told():
        raise errors.PySparkException(trace)
    with pytest.raises(KGError, match="the job failed: no space left"), told():
        raise errors.PySparkException("\nno space left\n\tat org.apache")
