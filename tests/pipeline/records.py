"""Made-up records in which names, offices and days often meet."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from kg.records import Record
from tests.linking.builders import body, event, person, posting, record

NAMES = (
    "I Ketut Sudiana", "Ketut Sudhiana", "Sudiana", "Ahmad Fauzi", "Achmad Fauzi", "Rudi Hartono", "M. Irfan Jaya",
    "Muhammad Irfan Jaya", "Irfan Jaya", "Siti Rahma", "Rahma",
)  # fmt: skip


def made_up(count: int, seed: int = 5) -> Iterator[Record]:
    random = Random(seed)  # noqa: S311 - made up
    for number in range(count):
        day = f"2024-{random.randrange(1, 13):02}-{random.randrange(1, 28):02}"
        bodies = [
            body(kind, random.choice(("51.05", "72.02"))) for kind in random.sample(("Polres", "KPU", "Kodim"), 2)
        ]
        people = [person(name, at=10 + 40 * i) for i, name in enumerate(random.sample(NAMES, 3))]
        postings = [posting(people[0], bodies[0], day), posting(people[1], bodies[1], day)][: random.randrange(3)]
        met = event(*people, *bodies, day=day, region=bodies[0]["region"])
        yield record(
            f"a{random.random():.9f}-{number}", *bodies, *people, postings=tuple(postings), events=(met,), day=day
        )
