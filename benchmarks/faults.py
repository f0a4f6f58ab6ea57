"""Builds killed at random moments, and a full disk: what is there afterwards, and what a resumed build gives.

    python -m benchmarks.faults [--articles 600] [--kills 25] [--seed 1] [--full FOLDER]

After each kill every file in the output folder must be whole, and the resumed build must give the bytes of one that
nobody disturbed. `--full` names a folder on a small disk (for example `mount -t tmpfs -o size=8m tmpfs FOLDER`): a
small build goes there, then one too large for it, which must fail with one message and leave the small one's files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import articles

_FILES = ("statements.jsonl", "graph.ttl", "graph.graphml", "graph.html", "stats.json", "issues.jsonl")


def write(path: Path, count: int) -> Path:
    """A corpus of that many articles."""
    path.write_text("".join(json.dumps(made, ensure_ascii=False) + "\n" for made in articles(count)), "utf-8")
    return path


def command(corpus: Path, output: Path) -> list[str]:
    return [sys.executable, "-m", "kg", "build", str(corpus), "-o", str(output), "-q", "-j", "2"]


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of the outputs that are there."""
    return {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _FILES if (folder / name).exists()
    }


def killed(corpus: Path, folder: Path, whole: dict[str, str], after: float) -> str:
    """Kill a build after so many seconds and resume it; returns what was wrong, or nothing."""
    with subprocess.Popen(command(corpus, folder), start_new_session=True, stderr=subprocess.DEVNULL) as process:
        time.sleep(after)
        os.killpg(process.pid, signal.SIGKILL)
    there = hashes(folder)
    torn = [name for name, found in there.items() if found != whole[name]]
    subprocess.run(command(corpus, folder), check=True)
    other = [name for name, found in hashes(folder).items() if found != whole[name]]
    left = [path.name for path in (*folder.glob(".*.part"), *(folder / ".kg").glob("*-*/"))]
    print(f"killed after {after:6.2f} s: {len(there)} of {len(whole)} files there", flush=True)
    return " ".join(
        [
            *(f"torn {name}" for name in torn),
            *(f"other bytes {name}" for name in other),
            *(f"left {name}" for name in left),
        ]
    )


def full(corpus: Path, folder: Path) -> str:
    """Build more than a disk holds over a build that it holds; returns what was wrong, or nothing."""
    small = write(corpus.with_name("small.jsonl"), 10)
    subprocess.run(command(small, folder / "out"), check=True)
    before = hashes(folder / "out")
    ended = subprocess.run(command(corpus, folder / "out"), capture_output=True, text=True, check=False)
    print(f"full disk: exit {ended.returncode}: {ended.stderr.strip()}")
    left = [path.name for path in (folder / "out").rglob("*.part")]
    wrong = [f"left {name}" for name in left]
    wrong += [] if ended.returncode and len(ended.stderr.strip().splitlines()) <= 2 else ["no clear message"]
    after = hashes(folder / "out")
    subprocess.run(command(small, folder / "out"), check=True)
    wrong += [] if hashes(folder / "out") == before else ["the small build does not go on"]
    print(f"full disk: {sum(after[name] == before[name] for name in before)} of {len(before)} files as before")
    return " ".join(wrong)


def main() -> int:
    """Run the campaign; exit code 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--full", type=Path)
    args = parser.parse_args()
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        corpus = write(work / "corpus.jsonl", args.articles)
        start = time.monotonic()
        subprocess.run(command(corpus, work / "whole"), check=True)
        took = time.monotonic() - start
        print(f"undisturbed: {took:.2f} s")
        whole, rng = hashes(work / "whole"), random.Random(args.seed)
        wrong.extend(killed(corpus, work / f"cut{number}", whole, rng.uniform(0, took)) for number in range(args.kills))
        if args.full:
            wrong.append(full(corpus, args.full))
    found = [text for text in wrong if text]
    print("\n".join(found) or f"{args.kills} kills: every file whole, every resumed build the same bytes")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
