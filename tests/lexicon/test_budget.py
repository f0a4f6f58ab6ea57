"""The lexicon is ready from a cold start within 200 MB; how long it takes is measured in benchmarks/lexicon.py."""

from __future__ import annotations

import subprocess
import sys

MEASURE = """
import resource
from kg.lexicon.compile import load_lexicon
load_lexicon().matcher("institution-types", "post-types", "ranks")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def test_cold_start() -> None:
    done = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True)
    assert float(done.stdout) <= 200
