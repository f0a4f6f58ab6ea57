"""A build on Spark against a local one: the same bytes, also when an executor dies half-way, and what it costs.

    python -m benchmarks.spark [ARTICLES] [--master 'local-cluster[2,1,1024]'] [--kill] [--jobs 2] [--keep DIR]

Prints seconds of both, and of Spark's own metrics the time of tasks and the bytes shuffled, in all and by stage.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.corpus import articles
from tests.pipeline.executors import Killer

WRITTEN = ("statements.jsonl", "graph.ttl", "graph.graphml", "stats.json", "issues.jsonl")


def metrics(folder: Path) -> None:
    """Print what Spark's log of events says of the stages."""
    names: dict[int, str] = {}
    told: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        for line in path.read_text("utf-8").splitlines():
            event = json.loads(line)
            if event["Event"] == "SparkListenerStageSubmitted":
                names[event["Stage Info"]["Stage ID"]] = event["Stage Info"]["Stage Name"].split(" at ")[0]
            if event["Event"] == "SparkListenerTaskEnd":
                stage = told[event["Stage ID"]]
                stage["tasks"] += 1
                stage["failed"] += event["Task End Reason"]["Reason"] != "Success"
                found = event.get("Task Metrics") or {}
                stage["seconds"] += found.get("Executor Run Time", 0) / 1000
                stage["written"] += found.get("Shuffle Write Metrics", {}).get("Shuffle Bytes Written", 0)
                stage["rows"] += found.get("Shuffle Write Metrics", {}).get("Shuffle Records Written", 0)
    for number, stage in sorted(told.items()):
        print(
            f"  stage {number:3} {names.get(number, ''):14} {stage['tasks']:4.0f} tasks ({stage['failed']:.0f} failed) "
            f"{stage['seconds']:7.1f} s, shuffle {stage['written'] / 1e6:8.2f} MB {stage['rows']:9.0f} rows"
        )
    seconds, written, failed = (
        sum(stage[name] for stage in told.values()) for name in ("seconds", "written", "failed")
    )
    print(f"  all: {seconds:.1f} s of tasks, {written / 1e6:.1f} MB shuffled, {failed:.0f} tasks failed")


def main() -> int:
    """Build twice and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=1000)
    parser.add_argument("--master", default="local-cluster[2,1,1024]")
    parser.add_argument("--kill", action="store_true", help="kill one executor when the first tasks are done")
    parser.add_argument("--jobs", type=int, default=2, help="processes of the local build")
    parser.add_argument("--keep", type=Path, help="folder for corpus and outputs (default: a temporary one)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        return compare(args, args.keep or Path(temporary))


def compare(args: argparse.Namespace, folder: Path) -> int:
    """Build with both engines in a folder."""
    from kg.pipeline.build import Options, build
    from kg.pipeline.spark.build import build as build_with_spark
    from kg.pipeline.spark.session import session

    folder.mkdir(parents=True, exist_ok=True)
    corpus, log = folder / "corpus.jsonl", folder / "events"
    log.mkdir(exist_ok=True)
    with corpus.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles(args.articles))
    print(f"{args.articles} articles, {corpus.stat().st_size / 1e6:.1f} MB")
    os.environ["PYSPARK_SUBMIT_ARGS"] = (
        f"--conf spark.eventLog.enabled=true --conf spark.eventLog.compress=false "
        f"--conf spark.eventLog.rolling.enabled=false --conf spark.eventLog.dir=file://{log.resolve()} pyspark-shell"
    )
    started = time.perf_counter()
    with session(args.master) as spark:
        killer = Killer(spark.sparkContext)
        if args.kill:
            killer.start()
        print(f"session of {args.master}: {time.perf_counter() - started:.1f} s", flush=True)
        started = time.perf_counter()
        result = build_with_spark([corpus], folder / "spark", Options(html=False), master=args.master)
        print(f"spark: {time.perf_counter() - started:.1f} s, {result.claims} claims", flush=True)
        killer.done.set()
    if args.kill:
        print(f"executor {killer.killed} was killed")
    metrics(log)
    started = time.perf_counter()
    build([corpus], folder / "local", Options(html=False, jobs=args.jobs))
    print(f"local, {args.jobs} processes: {time.perf_counter() - started:.1f} s")
    same = [filecmp.cmp(folder / "local" / name, folder / "spark" / name, shallow=False) for name in WRITTEN]
    print("the same bytes" if all(same) else f"other bytes: {dict(zip(WRITTEN, same, strict=True))}")
    return 0 if all(same) and (killer.killed is not None or not args.kill) else 1


if __name__ == "__main__":
    sys.exit(main())
