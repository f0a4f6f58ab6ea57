"""Campaigns, one after another, and a table of what they found: `make fuzz`.

    python -m tests.fuzz.run [--runs N] [--minutes M] [--seed S] [--output FOLDER] [TARGET...]

`--minutes` bounds all campaigns together; each gets an even share of what is left. Exit code 1 when there is a finding.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.fuzz.material import ROOT
from tests.fuzz.targets import TARGETS

_DEATHS = 5  # of one campaign's process before the target is given up


def main() -> int:
    """Run the campaigns that are asked for, or all."""
    parser = argparse.ArgumentParser(description="Fuzz campaigns")
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help=f"of: {', '.join(TARGETS)}; all when none is named"
    )
    parser.add_argument("--runs", type=int, default=100_000, help="inputs a target (default 100000)")
    parser.add_argument("--minutes", type=float, default=10, help="bound for all campaigns together (default 10)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path, default=ROOT / ".fuzz")
    asked = parser.parse_args()
    names = asked.targets or list(TARGETS)
    if unknown := [name for name in names if name not in TARGETS]:
        parser.error(f"no target {unknown[0]!r}; there are {', '.join(TARGETS)}")
    try:
        import atheris  # noqa: F401
    except ImportError:
        parser.error("atheris is not installed: pip install -e '.[fuzz]'")
    asked.output.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + asked.minutes * 60
    bad = 0
    print(
        f"{'target':12} {'inputs':>8} {'seconds':>8} {'slowest':>9} {'peak':>8} {'crashes':>8} {'hangs':>6}", flush=True
    )
    for left, name in zip(range(len(names), 0, -1), names, strict=True):
        figures = _campaign(name, asked.runs, max(1.0, (end - time.monotonic()) / left), asked.output, asked.seed)
        crashes, hangs = len(figures["crashes"]), figures["hangs"]
        bad += crashes + hangs
        print(
            f"{name:12} {figures['inputs']:>8,} {figures['seconds']:>8.0f} {figures['slowest_ms']:>6.0f} ms "
            f"{figures['peak_mb']:>5} MB {crashes:>8} {hangs:>6}",
            flush=True,
        )
        for fault, count in figures["crashes"].items():
            print(f"    {count} x {fault}", flush=True)
    print(f"findings are under {asked.output}" if bad else "no finding")
    return 1 if bad else 0


def _campaign(name: str, runs: int, seconds: float, folder: Path, seed: int) -> dict[str, Any]:
    """The figures of a campaign; its process is started again when an input kills it."""
    total: dict[str, Any] = {"inputs": 0, "seconds": 0.0, "slowest_ms": 0.0, "peak_mb": 0, "crashes": {}, "hangs": 0}
    for number in range(_DEATHS):
        path = folder / f"{name}.json"
        path.unlink(missing_ok=True)
        command = [sys.executable, "-m", "tests.fuzz.campaign", name, str(runs - total["inputs"])]
        command += [str(seconds - total["seconds"]), str(folder), str(seed + number)]
        started = time.monotonic()
        with (folder / f"{name}.log").open("ab") as log:
            code = subprocess.run(command, cwd=ROOT, stdout=log, stderr=log, check=False).returncode
        figures = json.loads(path.read_text()) if path.exists() else {}
        total["inputs"] += figures.get("inputs", 0)
        total["seconds"] += figures.get("seconds", time.monotonic() - started)
        total["hangs"] += figures.get("hangs", 0)
        for key in ("slowest_ms", "peak_mb"):
            total[key] = max(total[key], figures.get(key, 0))
        for fault, count in figures.get("crashes", {}).items():
            total["crashes"][fault] = total["crashes"].get(fault, 0) + count
        if code == 0 and figures.get("done"):
            break
        died = f"the process died with code {code}: see {name}.log and {name}-*"
        total["crashes"][died] = total["crashes"].get(died, 0) + 1
        if total["seconds"] >= seconds:
            break
    return total


if __name__ == "__main__":
    sys.exit(main())
