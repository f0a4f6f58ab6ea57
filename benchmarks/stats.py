"""Seconds of `kg stats` on a made-up graph of so many edges: python benchmarks/stats.py [edges] [folder].

An edge is a tie between two actors who took part in the same event. Times are of one process with one thread.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

SECTIONS = ("contents", "actors", "structure", "change", "ties", "cooccurrence", "stability", "coverage", "silence")


def statements(edges: int, seed: int = 0) -> Iterator[dict[str, object]]:
    """Lines of a statements.jsonl whose participation graph has about so many ties."""
    order = random.Random(seed)
    actors = max(edges // 6, 10)
    weights = [1 / (rank + 10) ** 0.8 for rank in range(actors)]
    total = [0.0]
    for weight in weights:
        total.append(total[-1] + weight)
    classes = (
        "Person",
        "Person",
        "Person",
        "PoliceUnit",
        "ElectionCommission",
        "RegionalGovernment",
        "MilitaryCommand",
    )
    regions = [f"{p:02}.{r:02}" for p in range(11, 51) for r in range(1, 13)]
    home = [order.choice(regions) for _ in range(actors)]
    for at in range(actors):
        cls = classes[at % len(classes)]
        yield {
            "node": "entity",
            "id": f"entity/{at}",
            "cls": cls,
            "type": None,
            "name": f"Aktor {at}",
            "region": home[at],
        }
    by_region: dict[str, list[int]] = {}
    for at, region in enumerate(home):
        by_region.setdefault(region, []).append(at)
    ties: set[tuple[int, int]] = set()
    together: dict[tuple[int, int], list[str]] = {}
    number = 0
    while len(ties) < edges:
        region = order.choice(regions)
        size = min(2 + int(order.expovariate(1 / 4)), 40)
        near = by_region.get(region) or [0]
        present = {order.choice(near) for _ in range(size)}
        present |= set(order.choices(range(actors), cum_weights=total[1:], k=max(1, size // 3)))
        day = f"{order.randint(2018, 2025)}-{order.randint(1, 12):02}-{order.randint(1, 28):02}"
        article = f"artikel-{number:06}"
        yield {
            "node": "article", "id": f"article/{number}", "article": article, "title": None, "url": None,
            "publisher": f"Kabar {order.randint(1, 80)}", "published": day, "sha256": "",
        }  # fmt: skip
        yield {
            "node": "event", "id": f"event/{number}", "kind": "meeting", "name": f"Rapat {number}", "date": day,
            "precision": "day", "status": "held", "place": None, "region": region, "reports": [article],
        }  # fmt: skip
        shown = sorted(present)
        for actor in shown:
            yield {
                "node": "participation", "id": f"claim/{number}-{actor}", "event": f"event/{number}",
                "participant": f"entity/{actor}", "role": "attended", "acted_as": None, "on_behalf_of": None,
                "status": "accepted", "confidence": round(order.uniform(0.6, 0.99), 2), "rules": ["r"],
                "evidence": [{"article": article, "start": 0, "end": 5, "quote": "hadir"}],
            }  # fmt: skip
        for a, b in ((a, b) for at, a in enumerate(shown) for b in shown[at + 1 :]):
            together.setdefault((a, b), []).append(article)
        ties |= {(a, b) for at, a in enumerate(shown) for b in shown[at + 1 :]}
        number += 1
    for (a, b), articles in together.items():
        yield {
            "node": "cooccurrence", "between": sorted([f"entity/{a}", f"entity/{b}"]),
            "scopes": [{
                "id": f"cooccurrence/{a}-{b}", "scope": "article", "count": len(articles), "articles": articles,
                "events": [],
            }],
        }  # fmt: skip


def main() -> None:
    edges = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "statements.jsonl"
    if not path.exists():
        with path.open("w") as file:
            file.writelines(json.dumps(line) + "\n" for line in statements(edges))
    print(f"{edges} ties, {path.stat().st_size / 1e6:.0f} MB")
    one = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    for arguments in [[], *(["--section", name] for name in SECTIONS)]:
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "kg", "stats", str(folder), *arguments], check=True, capture_output=True, env=one
        )
        print(f"{' '.join(arguments) or 'everything':>28} {time.perf_counter() - start:6.1f} s")


if __name__ == "__main__":
    main()
