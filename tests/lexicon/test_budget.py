"""The lexicon is ready from a cold start within its budget: one second of one processor, 200 MB."""

from __future__ import annotations

import subprocess
import sys

MEASURE = """
import resource, time
from kg.lexicon.compile import load_lexicon
load_lexicon().matcher("institution-types", "post-types", "ranks")
print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def test_cold_start() -> None:
    done = subprocess.run([sys.executable, "-c", MEASURE], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds <= 1.0
    assert megabytes <= 200
