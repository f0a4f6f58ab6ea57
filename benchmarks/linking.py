"""How linking grows: the same synthetic articles in larger and larger numbers, one core, as ratios to the smallest.

    PYTHONPATH=. python benchmarks/linking.py [--most 100000] [--people 5]

Every article names five persons with an office, a rank, a misspelling or a short form now and then, and one event.
Each person is named three times on average.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import time
from datetime import date, timedelta
from pathlib import Path

from kg.linking.link import link
from kg.records import Record

_COMMON = Path(__file__).resolve().parent.parent / "ontology" / "common_names.csv"
_SYLLABLES = [a + b for a in "bdgjklmnprstw" for b in ("a", "i", "u", "an", "ar", "em", "on")]
_RANKS = ("Ipda", "Iptu", "AKP", "Kompol", "AKBP")


def names(rng: random.Random, number: int) -> list[str]:
    """Full names of two or three tokens, some of them common."""
    with _COMMON.open(encoding="utf-8", newline="") as file:
        common = [row["name"].title() for row in csv.DictReader(file)]
    made = []
    for _ in range(number):
        tokens = [
            rng.choice(common) if rng.random() < 0.45 else "".join(rng.sample(_SYLLABLES, 3)).title()
            for _ in range(rng.choice((2, 2, 3)))
        ]
        made.append(" ".join(tokens))
    return made


def records(mentions: int, people: int, seed: int = 1) -> list[Record]:
    """Articles with `people` persons each, so many that they have `mentions` persons in all."""
    rng = random.Random(seed)
    articles = max(1, mentions // people)
    pool = names(rng, max(10, mentions // 3))
    home = {i: (rng.randrange(min(500, 20 + articles // 10)), rng.randrange(5)) for i in range(len(pool))}
    made: list[Record] = []
    for number in range(articles):
        day = (date(2020, 1, 1) + timedelta(days=rng.randrange(2000))).isoformat()
        chosen = rng.sample(range(len(pool)), people)
        entities, postings, parts = [], [], []
        for place, person in enumerate(chosen):
            unit, rank = home[person]
            code = f"{11 + unit % 80:02}.{1 + unit // 80:02}"
            name = pool[person]
            if rng.random() < 0.05:
                name = name.split()[0]
            elif rng.random() < 0.05:
                name = name[:-2] + "h" + name[-2:]
            local, body = f"p{place}", f"i{place}"
            span = {"start": place, "end": place + 1, "text": "x"}
            entities += [
                {"id": body, "class": "PoliceUnit", "type": "Polres", "name": f"Unit {code}", "aliases": [],
                 "region": code, "mentions": [span], "concept": "polres", "unit": f"polres-{code}"},
                {"id": local, "class": "Person", "type": None, "name": name, "aliases": [], "region": None,
                 "mentions": [span], "ranks": [_RANKS[rank]]},
            ]  # fmt: skip
            evidence = {"start": place, "end": place + 1, "quote": "x"}
            postings.append(
                {"person": local, "post": f"Staf {unit}", "institution": body, "rank": _RANKS[rank], "acting": None,
                 "confidence": 0.9, "evidence": evidence, "role": None, "seen": day}
            )  # fmt: skip
            parts.append(
                {"participant": local, "role": "attended", "post": None, "on_behalf_of": None, "confidence": 0.9,
                 "evidence": evidence}
            )  # fmt: skip
        event = {"id": "v", "type": "meeting", "name": f"Rapat {number % 97}", "date": day, "status": "held",
                 "place": None, "region": entities[0]["region"], "participations": parts}  # fmt: skip
        made.append(
            {"article": f"a{number:07}", "title": None, "published": day, "dateline": None, "entities": entities,
             "postings": postings, "events": [event], "cooccurrences": [], "issues": [],
             "source": {"url": None, "publisher": None, "fetched": None, "sha256": "",
                        "fingerprint": [rng.getrandbits(32) for _ in range(64)]}}  # type: ignore[typeddict-item]
        )  # fmt: skip
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--people", type=int, default=5)
    args = parser.parse_args()
    link(records(100, args.people))
    first = 0.0
    print(f"{'mentions':>9} {'seconds':>8} {'× first':>8} {'µs each':>8} {'persons':>8} {'MB':>6}")
    for size in (1_000, 3_000, 10_000, 30_000, 100_000):
        if size > args.most:
            break
        given = records(size, args.people)
        start = time.process_time()
        linked = link(given)
        seconds = time.process_time() - start
        first = first or seconds
        persons = len({e["id"] for r in linked for e in r["entities"] if e["class"] == "Person"})
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{size:9} {seconds:8.2f} {seconds / first:8.1f} {1e6 * seconds / size:8.0f} {persons:8} {peak:6}")


if __name__ == "__main__":
    main()
