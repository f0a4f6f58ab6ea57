"""A seeded corpus of made-up local news, of any size: the input of the benchmarks of scale.

    python -m benchmarks.corpus ARTICLES FILE.jsonl [--from N] [--seed 1] [--general]

Regions and units are the ontology's, people and events are invented; offices change hands now and then, one article in
ten retells the event of another, one in twenty is its near copy. Article N is the same whatever the size of the
corpus. `--general` writes everyday news in which almost nobody holds an office. The wording is in `corpus.toml`.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.linking import names

ROOT = Path(__file__).resolve().parents[1]
FIRST_DAY, DAYS, TENURE = date(2023, 1, 1), 720, 400
_PEOPLE = 4_000  # distinct full names


@cache
def wording() -> dict[str, Any]:
    """The templates."""
    with (ROOT / "benchmarks" / "corpus.toml").open("rb") as file:
        return tomllib.load(file)


def _rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "ontology" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def regions() -> list[dict[str, Any]]:
    """Every kabupaten and kota that has a Polres and a Kodim in the tables, with its kecamatan."""
    below: dict[str, list[str]] = {}
    rows = _rows("regions.csv")
    for row in rows:
        if row["type"] == "kecamatan":
            below.setdefault(row["code"][:5], []).append(row["name"])
    police = {row["region"]: row["name"].split(" ", 1)[1] for row in _rows("units/polres.csv")}
    army = {row["region"]: row["name"].split(" ", 1)[1] for row in _rows("units/kodim.csv")}
    found = []
    for row in rows:
        code = row["code"]
        if row["type"] in ("kabupaten", "kota") and code in below and code in police and code in army:
            level, short = row["name"].split(" ", 1)
            city = level == "Kota"
            found.append({
                "code": code, "region": row["name"], "level": level, "short": short, "kecs": below[code],
                "polres": police[code], "kodim": army[code],
                "head": "Wali Kota" if city else "Bupati", "gov": "Pemkot" if city else "Pemkab",
            })  # fmt: skip
    return found


@cache
def _names(seed: int) -> list[str]:
    return names(random.Random(f"names {seed}"), _PEOPLE)


def article(number: int, seed: int = 1, *, general: bool = False) -> dict[str, str]:
    """The article of a number: id, text, title, url, publisher and date of publication."""
    rng = random.Random(f"{seed} {number} {general}")
    told = number
    if not general and number >= 20 and rng.random() < 0.15:
        told = number - rng.randrange(1, 20)
    copies = told != number and rng.random() < 0.33
    story = random.Random(f"{seed} {told} {general} event")
    where = story.choice(regions())
    day = FIRST_DAY + timedelta(days=story.randrange(DAYS))
    fields = _fields(where, day, story, seed) | _everyday(story, seed)
    kinds = wording()["general" if general else "stories"]
    template = story.choice(kinds)
    sentences = list(template["text"])
    if told != number and not copies:  # another reporter: the same event, other sentences around it
        other = rng.choice(kinds)["text"]
        sentences = [*sentences[:2], other[-1]] if "{place_of}" not in other[-1] else sentences[:2]
    outlet = rng.choice(wording()["outlets"]).format(slug=where["short"].lower().replace(" ", "-"))
    body = "\n\n".join(sentence.format(**fields) for sentence in sentences)
    text = rng.choice(wording()["menu"]) + body + rng.choice(wording()["tail"])
    return {
        "id": f"c{number:08}" if not general else f"g{number:08}",
        "title": template["title"].format(**fields),
        "text": text,
        "url": f"https://{outlet}/{number}",
        "publisher": outlet,
        "published": (day + timedelta(days=rng.randrange(2))).isoformat(),
    }


def _fields(where: dict[str, Any], day: date, rng: random.Random, seed: int) -> dict[str, str]:
    words = wording()
    kec = rng.choice(where["kecs"])
    plain = {**where, "kec": kec}
    fields: dict[str, str] = {
        "region": where["region"], "short": where["short"], "kec": kec, "kec_title": kec,
        "place": rng.choice(words["places"]), "place_of": where["short"].upper(),
        "day": words["weekdays"][day.weekday()],
        "date": rng.choice((f"{day.day}/{day.month}/{day.year}",
                            f"{day.day} {words['months'][day.month - 1]} {day.year}", f"{day.day}/{day.month}")),
    }  # fmt: skip
    offices = words["offices"]
    chosen = rng.sample(range(len(offices)), 6)
    for letter, at in zip("abcdef", chosen, strict=True):
        office = offices[at]
        local = kec if "{kec}" in office["write"] else ""
        name, degree = _holder(seed, where["code"] + local, at, day)
        title = office["write"].format(**plain)
        rank = f" {words['ranks'][office['rank']]}" if "rank" in office else ""
        fields[letter] = f"{title}{rank} {name}{degree}"
        fields[f"{letter}_name"], fields[f"{letter}_office"] = name.split()[0], title
    bodies = [office["body"].format(**plain) for office in offices]
    fields["A"], fields["B"] = bodies[chosen[0]], bodies[chosen[1]]
    fields["C"] = bodies[rng.choice((3, 4))]
    return fields


def _holder(seed: int, region: str, office: int, day: date) -> tuple[str, str]:
    """Who holds an office on a day: name and degrees; another one every TENURE days."""
    shift = random.Random(f"{seed} {region} {office}").randrange(TENURE)
    term = ((day - FIRST_DAY).days + shift) // TENURE
    rng = random.Random(f"{seed} {region} {office} {term}")
    return rng.choice(_names(seed)), rng.choice(wording()["degrees"])


def _everyday(rng: random.Random, seed: int) -> dict[str, str]:
    x, y = rng.sample(_names(seed), 2)
    fill = {key: rng.choice(values) for key, values in wording()["fill"].items()}
    return {"x": x, "y": y, "x_first": x.split()[0], "i": "".join(part[0] for part in y.split()), **fill}


def articles(count: int, seed: int = 1, *, general: bool = False, first: int = 0) -> Iterator[dict[str, str]]:
    """The articles from `first` on, one after another."""
    for number in range(first, first + count):
        yield article(number, seed, general=general)


def main() -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--general", action="store_true")
    args = parser.parse_args()
    with args.file.open("w", encoding="utf-8") as file:
        for made in articles(args.count, args.seed, general=args.general, first=args.first):
            file.write(json.dumps(made, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
