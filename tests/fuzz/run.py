"""Campaigns, one after another, and a table of what they found: `make fuzz`.

    python -m tests.fuzz.run [--runs N] [--guided N] [--minutes M] [--seed S] [--output FOLDER] [TARGET...]

`--minutes` bounds all campaigns together; each gets an even share of what is left. Of the inputs of a target the first
are guided by the code that they reach, the others are changes of what those brought. Exit code 1 when there is a
finding.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.material import ROOT
from tests.fuzz.targets import TARGETS

_GRACE = 120  # seconds beyond its time after which a process has hung: no signal reaches it
_DEATHS = 5  # of a campaign's process before the target is given up


@dataclass
class Figures:
    """What the campaigns of one target came to."""

    guided: int = 0
    plain: int = 0
    seconds: float = 0.0
    slowest_ms: float = 0.0
    peak_mb: int = 0
    hangs: int = 0
    crashes: dict[str, int] = field(default_factory=dict)

    def crash(self, fault: str, count: int = 1) -> None:
        """Note a kind of crash."""
        self.crashes[fault] = self.crashes.get(fault, 0) + count

    def __str__(self) -> str:
        return (
            f"{self.guided:>8,} {self.plain:>8,} {self.seconds:>7.0f} {self.slowest_ms:>7.0f} ms {self.peak_mb:>5} MB "
            f"{len(self.crashes):>8} {self.hangs:>6}"
        )


def main() -> int:
    """Run the campaigns that are asked for, or all."""
    parser = argparse.ArgumentParser(description="Fuzz campaigns")
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help=f"of: {', '.join(TARGETS)}; all when none is named"
    )
    parser.add_argument("--runs", type=int, default=100_000, help="inputs a target (default 100000)")
    parser.add_argument("--guided", type=int, default=20_000, help="how many of them are guided (default 20000)")
    parser.add_argument("--minutes", type=float, default=10, help="bound for all campaigns together (default 10)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path, default=ROOT / ".fuzz")
    asked = parser.parse_args()
    names = asked.targets or list(TARGETS)
    if unknown := [name for name in names if name not in TARGETS]:
        parser.error(f"no target {unknown[0]!r}; there are {', '.join(TARGETS)}")
    if asked.guided and find_spec("atheris") is None:
        parser.error("atheris is not installed: pip install -e '.[fuzz]', or go without it by --guided 0")
    asked.output.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + asked.minutes * 60
    bad = 0
    titles = ("guided", "plain", "seconds", "slowest", "peak", "crashes", "hangs")
    print("{:12} {:>8} {:>8} {:>7} {:>10} {:>8} {:>8} {:>6}".format("target", *titles))
    for left, name in zip(range(len(names), 0, -1), names, strict=True):
        guided = min(asked.guided, asked.runs)
        figures, share = Figures(), max(1.0, (end - time.monotonic()) / left)
        figures.guided = _campaign("guided", name, guided, share / 2, asked, figures)
        figures.plain = _campaign("plain", name, asked.runs - figures.guided, share - figures.seconds, asked, figures)
        bad += len(figures.crashes) + figures.hangs
        print(f"{name:12} {figures}", flush=True)
        for fault, count in figures.crashes.items():
            print(f"    {count} x {fault}", flush=True)
    print(f"findings are under {asked.output}" if bad else "no finding")
    return 1 if bad else 0


def _campaign(mode: str, name: str, runs: int, seconds: float, asked: argparse.Namespace, figures: Figures) -> int:
    """How many inputs ran; the process of a campaign is started again when an input kills it."""
    count, end = 0, time.monotonic() + seconds
    for number in range(_DEATHS):
        left = end - time.monotonic()
        if count >= runs or left <= 0:
            break
        path = asked.output / f"{name}.json"
        path.unlink(missing_ok=True)
        command = [sys.executable, "-m", "tests.fuzz.campaign", mode, name, str(runs - count), str(left)]
        with (asked.output / f"{name}.log").open("ab") as log:
            command += [str(asked.output), str(asked.seed + number)]
            try:
                code = subprocess.run(
                    command, cwd=ROOT, stdout=log, stderr=log, check=False, timeout=left + _GRACE
                ).returncode
            except subprocess.TimeoutExpired:
                code = -9
        found = json.loads(path.read_text()) if path.exists() else {}
        count += found.get("inputs", 0)
        figures.seconds += found.get("seconds", 0.0)
        figures.hangs += found.get("hangs", 0)
        figures.slowest_ms = max(figures.slowest_ms, found.get("slowest_ms", 0))
        figures.peak_mb = max(figures.peak_mb, found.get("peak_mb", 0))
        for fault, times in found.get("crashes", {}).items():
            figures.crash(fault, times)
        if code == 0 and found.get("done"):
            break
        kept = _kept(asked.output, name, count)
        figures.crash(f"the process hung or died with code {code} in an input like {kept}: see also {name}.log")
    return count


def _kept(folder: Path, name: str, count: int) -> Path:
    """The input that was at work when a process ended, put aside."""
    held = (folder / f"{name}.current").read_bytes()
    path = folder / name / f"last-{count}"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(held[4 : 4 + int.from_bytes(held[:4], "little")])
    return path


if __name__ == "__main__":
    sys.exit(main())
