"""The lexicon is ready from a cold start within 200 MB; how long it takes is measured in benchmarks/lexicon.py."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

STATUS = Path("/proc/self/status")
MEASURE = """
from pathlib import Path
from kg.lexicon.compile import load_lexicon
load_lexicon().matcher("institution-types", "post-types", "ranks")
print(Path("/proc/self/status").read_text())
"""


@pytest.mark.skipif(not STATUS.exists(), reason="only Linux tells a process its own peak, without its parent's")
def test_memory_of_a_cold_start() -> None:
    done = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True)
    peak = re.search(r"VmHWM:\s+(\d+) kB", done.stdout)
    assert peak and int(peak[1]) / 1024 <= 200
