"""Sorting rows by key with bounded memory: Python's merge sort against duckdb over Parquet.

    python -m benchmarks.grouping [ROWS] [--memory 256] [--folder DIR]

Prints, for each, seconds of processor to take the rows and to give them back, seconds by the clock, and peak memory.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

NAMES = ("sorted-files", "duckdb")


def grouping(name: str, folder: Path | None, memory: int) -> Any:
    """A new one of a name."""
    if name == "duckdb":
        from kg.pipeline.duckdb_groups import DuckGroups

        return DuckGroups(folder, memory=memory)
    from kg.grouping import SortedFiles

    return SortedFiles(folder, memory=memory)


def measure(name: str, rows: int, memory: int, folder: Path | None) -> None:
    """Group rows as a build has them: a third of the keys come once, others up to a hundred times."""
    rng = random.Random(1)
    clock, started = time.perf_counter(), time.process_time()
    with grouping(name, folder, memory) as groups:
        for number in range(rows):
            key = number if number % 3 else rng.randrange(rows // 30 or 1)
            groups.add(f"4posting-{key * 2654435761 % 2**32:08x}", f'{{"evidence":"{number:030}{"x" * 120}"}}')
        taken = time.process_time()
        found = sum(len(values) for _, values in groups.groups())
    if found != rows:
        raise ValueError(f"{found} rows came back of {rows}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    given, passed = time.process_time() - taken, time.perf_counter() - clock
    print(f"{name:13} {rows:>10} rows: in {taken - started:.1f} s, out {given:.1f} s, clock {passed:.1f} s, {peak} MB")


def main() -> int:
    """Measure each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--memory", type=int, default=256, help="megabytes that each may hold")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", choices=NAMES)
    args = parser.parse_args()
    if args.only:
        measure(args.only, args.rows, args.memory << 20, args.folder)
        return 0
    for name in NAMES:
        subprocess.run([sys.executable, "-m", "benchmarks.grouping", *sys.argv[1:], "--only", name], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
