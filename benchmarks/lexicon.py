"""The lexicon from a cold start, against rdflib reading the same Turtle, in interleaved rounds of fresh processes.

    python -m benchmarks.lexicon [ROUNDS]

Prints seconds of processor time and MB of each, and the median of the ratios.
"""

from __future__ import annotations

import statistics
import subprocess
import sys

OURS = 'from kg.lexicon.compile import load_lexicon; load_lexicon().matcher("institution-types", "post-types", "ranks")'
PEER = """
from rdflib import Graph
from kg.ontology_files import load_ontology
for path in sorted(load_ontology().root.rglob("*.ttl")):
    Graph().parse(path)
"""
FIGURES = "import resource, time; print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"


def measure(code: str) -> tuple[float, float]:
    """Seconds of processor time and MB at most of a fresh process that runs some code."""
    done = subprocess.run([sys.executable, "-c", f"{code}\n{FIGURES}"], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def main() -> None:
    """Print the figures."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    pairs = [(measure(OURS), measure(PEER)) for _ in range(rounds)]
    for name, figures in (("lexicon", [p[0] for p in pairs]), ("rdflib", [p[1] for p in pairs])):
        print(f"{name:8} {statistics.median(f[0] for f in figures):6.2f} s {max(f[1] for f in figures):6.0f} MB")
    print(f"rdflib takes {statistics.median(peer[0] / ours[0] for ours, peer in pairs):.1f} times as long")


if __name__ == "__main__":
    main()
