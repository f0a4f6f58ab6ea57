"""One target in a process of its own: so many inputs, or as many as the time allows.

    python -m tests.fuzz.campaign guided|plain TARGET RUNS SECONDS FOLDER SEED

A guided campaign keeps inputs that reach new code in FOLDER/TARGET-seeds (atheris does); a plain one changes those
without watching the code, which is several times as fast. Both write FOLDER/TARGET.json with the figures, and the
smallest input of each kind of finding under FOLDER/TARGET/.
"""

from __future__ import annotations

import json
import mmap
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from pathlib import Path
from random import Random

from tests.fuzz.guard import fault
from tests.fuzz.shrinking import shrunk
from tests.fuzz.target import Act, Target
from tests.fuzz.targets import TARGETS

_MEMORY = 4 << 30
_SHRINKING = 30.0  # seconds for one finding


@dataclass
class Campaign:
    """What ran so far."""

    target: Target
    act: Act
    runs: int
    seconds: float
    folder: Path
    count: int = 0
    slowest: float = 0.0
    faults: Counter[str] = field(default_factory=Counter)
    inputs: dict[str, bytes] = field(default_factory=dict)
    started: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        path = self.folder / f"{self.target.name}.current"  # the input at work, for whoever finds the process dead
        path.write_bytes(bytes(self.target.largest + 4))
        with path.open("r+b") as file:
            self.current = mmap.mmap(file.fileno(), 0)

    def one(self, data: bytes) -> None:
        """Give the target an input and note what came of it; the last one ends the process."""
        self.current[: len(data) + 4] = len(data).to_bytes(4, "little") + data
        before = time.process_time()
        found = fault(self.act, data, self.target.seconds)
        self.slowest = max(self.slowest, time.process_time() - before)
        self.count += 1
        if found:
            self.faults[found] += 1
            known = self.inputs.get(found)
            if known is None or len(data) < len(known):
                self.inputs[found] = data
                self._keep(found, data)
        if self.count % 1000 == 0:
            self.tell(done=False)
        if self.count >= self.runs or time.monotonic() - self.started > self.seconds:
            self.end()

    def _keep(self, found: str, data: bytes) -> None:
        name = blake2b(found.encode(), digest_size=6).hexdigest()
        (self.folder / self.target.name).mkdir(parents=True, exist_ok=True)
        (self.folder / self.target.name / name).write_bytes(data)

    def _same(self, data: bytes, *, found: str) -> bool:
        return fault(self.act, data, self.target.seconds) == found

    def end(self) -> None:
        """Shrink what was found, write the figures, and leave."""
        for found, data in self.inputs.items():
            self._keep(found, shrunk(data, partial(self._same, found=found), _SHRINKING))
        self.tell(done=True)
        sys.stdout.flush()
        os._exit(0)

    def tell(self, *, done: bool) -> None:
        """Write the figures."""
        figures = {
            "target": self.target.name,
            "inputs": self.count,
            "seconds": round(time.monotonic() - self.started, 1),
            "slowest_ms": round(self.slowest * 1000, 1),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "crashes": {key: n for key, n in sorted(self.faults.items()) if key != "hang"},
            "hangs": self.faults.get("hang", 0),
            "done": done,
        }
        part = self.folder / f"{self.target.name}.part"
        part.write_text(json.dumps(figures, indent=1))
        part.replace(self.folder / f"{self.target.name}.json")


def main(mode: str, name: str, runs: str, seconds: str, folder: str, seed: str) -> None:
    """Run one campaign; never returns."""
    target, home = TARGETS[name], Path(folder)
    corpus = home / f"{name}-seeds"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(target.seeds()):
        (corpus / f"{number:03}").write_bytes(data[: target.largest])
    campaign = Campaign(target, _started(target, mode), int(runs), float(seconds), home)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    if mode == "guided":
        _guided(campaign, corpus, int(seed))
    _plain(campaign, [path.read_bytes() for path in sorted(corpus.iterdir())], Random(int(seed)))


def _started(target: Target, mode: str) -> Act:
    """The act; in a guided campaign what it imports is watched."""
    if mode != "guided":
        return target.start()
    import atheris

    with atheris.instrument_imports(include=["kg"]):
        return target.start()


def _plain(campaign: Campaign, corpus: Sequence[bytes], random: Random) -> None:
    while True:
        data = campaign.target.change(random.choice(corpus), random)
        campaign.one(data[: campaign.target.largest])


def _guided(campaign: Campaign, corpus: Path, seed: int) -> None:
    import atheris

    target = campaign.target

    def change(data: bytes, largest: int, number: int) -> bytes:
        if number % 5 == 0:
            return bytes(atheris.Mutate(data, largest))
        return target.change(data, Random(number))[:largest]

    options = [
        f"-seed={seed % 2**31 or 1}", f"-max_len={target.largest}", "-timeout=120", "-rss_limit_mb=4096",
        f"-artifact_prefix={campaign.folder}/{target.name}-", "-print_final_stats=0", "-verbosity=0", "-len_control=0",
        str(corpus),
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options], campaign.one, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
