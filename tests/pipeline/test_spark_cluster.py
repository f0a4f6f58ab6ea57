"""Two real executors, one of which is killed half-way: Spark runs the lost tasks again, and nothing else changes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kg.pipeline.build import Options, build

from .executors import Killer

WRITTEN = ["graph.graphml", "graph.ttl", "issues.jsonl", "stats.json", "statements.jsonl"]


def test_an_executor_that_is_killed_half_way_changes_nothing(tmp_path: Path, table: Path) -> None:
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    pytest.importorskip("pandas", reason="pandas, which PySpark needs, is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("no Java on this machine")
    if not Path("/proc/self/cmdline").exists():
        pytest.skip("no /proc, in which executors could be found")
    from pyspark.sql import SparkSession

    from kg.pipeline.spark.build import build as build_with_spark
    from kg.pipeline.spark.session import session

    if SparkSession.getActiveSession() is not None:
        pytest.skip("another session of Spark runs in this process")
    here = build([table], tmp_path / "local", Options(html=False))
    master = "local-cluster[2,1,1024]"
    with session(master) as spark:
        killer = Killer(spark.sparkContext)
        killer.start()
        there = build_with_spark([table], tmp_path / "spark", Options(html=False), master=master)
        killer.done.set()
    assert killer.killed is not None
    assert here == there
    for name in WRITTEN:
        assert (tmp_path / "local" / name).read_bytes() == (tmp_path / "spark" / name).read_bytes(), name
