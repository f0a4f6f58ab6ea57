"""Two real executors, one of which is killed half-way: Spark runs the lost tasks again, and nothing else changes."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from pathlib import Path

import pytest

from kg.pipeline import Options, build

WRITTEN = ["graph.graphml", "graph.ttl", "issues.jsonl", "stats.json", "statements.jsonl"]


def executors(application: str) -> list[int]:
    """The processes of an application's executors on this machine."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:  # it has ended meanwhile
                continue
            if any(b"CoarseGrainedExecutorBackend" in word for word in words) and application.encode() in words:
                found.append(int(entry.name))
    return sorted(found)


class Killer(threading.Thread):
    """Kills one executor as soon as some tasks of a stage of many are done."""

    def __init__(self, context: object) -> None:
        super().__init__(daemon=True)
        self.context: object = context
        self.killed: list[int] = []
        self.done = threading.Event()

    def run(self) -> None:
        tracker = self.context.statusTracker()  # type: ignore[attr-defined]
        while not self.done.is_set() and not self.killed:
            for stage in tracker.getActiveStageIds():
                info = tracker.getStageInfo(stage)
                if info and info.numTasks >= 8 and info.numCompletedTasks >= 2:
                    victim = executors(self.context.applicationId)[0]  # type: ignore[attr-defined]
                    os.kill(victim, signal.SIGKILL)
                    self.killed.append(victim)
                    return
            time.sleep(0.05)


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
    assert killer.killed
    assert here == there
    for name in WRITTEN:
        assert (tmp_path / "local" / name).read_bytes() == (tmp_path / "spark" / name).read_bytes(), name
