"""How a build grows: `kg build` of larger and larger corpora, as milliseconds an article and as ratios to the smallest.

    python -m benchmarks.scale [--sizes 1000 3000 10000] [--add 100] [--no-html] [--engine local] [--keep FOLDER]

Time is on the clock and of processors; memory is what all processes hold together, looked at five times a second (where
the system has /proc): what several share counts once. Last comes the straight line that fits best, with the distance of
the furthest point. With `--add`, so many articles are added to the largest corpus, built again, and the bytes compared
with those of a build from scratch.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from benchmarks.corpus import articles

_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
_PR_SET_CHILD_SUBREAPER = 36


def write(path: Path, count: int, first: int = 0) -> Path:
    """A corpus of articles from a number on."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(made, ensure_ascii=False) + "\n" for made in articles(count, first=first))
    return path


def build(corpus: Sequence[Path], output: Path, options: Sequence[str]) -> tuple[float, float, int]:
    """Seconds on the clock, seconds of processors, and the most bytes that all processes held at once."""
    _adopt()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start, most = time.perf_counter(), 0
    command = [sys.executable, "-m", "kg", "build", *map(str, corpus), "-o", str(output), "-q", *options]
    with subprocess.Popen(command, start_new_session=True) as process:
        while process.poll() is None:
            most = max(most, _held(process.pid))
            time.sleep(0.2)
    if process.returncode:
        raise SystemExit(process.returncode)
    seconds = time.perf_counter() - start
    with suppress(ChildProcessError):
        while True:  # what made its processes ends a little later
            os.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, cpu, most


def _adopt() -> None:
    """Have processes whose parents are gone become children of this one, so that what they took is counted as well."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _held(session: int) -> int:
    """Bytes of memory of all processes of a session; of a page that several share, each counts its part."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int((folder / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                parts = _PSS.search((folder / "smaps_rollup").read_text())
                total += int(parts[1]) << 10 if parts else 0
        except (OSError, ValueError, IndexError):  # it has ended meanwhile
            continue
    return total


def straight(sizes: Sequence[int], seconds: Sequence[float]) -> str:
    """The line "start and so much an article" that fits builds best, each by its share; "" of fewer than three."""
    if len(sizes) < 3:
        return ""
    each, start = np.polyfit(sizes, seconds, 1, w=1 / np.array(seconds))
    furthest = max(abs(start + each * size - took) / took for size, took in zip(sizes, seconds, strict=True))
    return f"{start:.1f} s and {1000 * each:.2f} ms an article fit all within {furthest:.0%}"


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every output."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.is_file():
            with path.open("rb") as file:
                found[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def main() -> int:
    """Build and print; exit code 1 when bytes differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 3_000, 10_000])
    parser.add_argument("--add", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--no-html", action="store_true")
    parser.add_argument("--engine", default="local")
    parser.add_argument("--keep", type=Path, help="folder for corpora and outputs, which stay there")
    args = parser.parse_args()
    options = ["-j", str(args.jobs), "--engine", args.engine, *(["--no-html"] if args.no_html else [])]
    with tempfile.TemporaryDirectory() as name:
        work = args.keep or Path(name)
        work.mkdir(parents=True, exist_ok=True)
        print(f"{'articles':>9} {'seconds':>8} {'processor':>9} {'ms each':>8} {'× first':>8} {'MB':>6}", flush=True)
        first = 0.0
        took: list[float] = []
        for size in args.sizes:
            output = work / f"out{size}"
            seconds, cpu, held = build([write(work / f"{size}.jsonl", size)], output, options)
            first = first or seconds / size
            took.append(seconds)
            print(
                f"{size:9} {seconds:8.1f} {cpu:9.1f} {1000 * seconds / size:8.2f} {seconds / size / first:8.2f} "
                f"{held >> 20:6}",
                flush=True,
            )
        print(straight(args.sizes, took), flush=True)
        return _add(work, args.sizes[-1], args.add, options) if args.add else 0


def _add(work: Path, size: int, more: int, options: Sequence[str]) -> int:
    corpora = [work / f"{size}.jsonl", write(work / "more.jsonl", more, first=size)]
    seconds, cpu, _ = build(corpora, work / f"out{size}", options)
    print(f"{more} more: {seconds:.1f} s on the clock, {cpu:.1f} s of processors", flush=True)
    build(corpora, work / "scratch", options)
    same = hashes(work / f"out{size}") == hashes(work / "scratch")
    print("the same bytes as from scratch" if same else "OTHER BYTES than from scratch")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
