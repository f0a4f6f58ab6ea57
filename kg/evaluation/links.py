"""Linking across articles: B-cubed precision, recall and F1, false merges and false splits.

Only what was found in an article is compared; `found` says how much that is. Measure: Bagga and Baldwin 1998,
"Algorithms for scoring coreference chains".
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from kg.errors import RecordError, UsageError
from kg.evaluation.alignment import align
from kg.evaluation.gold import Gold, Json
from kg.evaluation.wording import wording

Item = tuple[str, str]  # article, key
GROUPS = ("persons", "institutions", "events")


@dataclass(frozen=True, slots=True)
class LinkFigures:
    """How pure the given clusters are (precision), how whole the true ones (recall), and what went wrong."""

    precision: float
    recall: float
    f1: float
    items: int
    found: float
    merges: tuple[str, ...]
    splits: tuple[str, ...]


def read_identity(path: Path) -> dict[str, dict[Item, str]]:
    """Which annotated things are one: `{"entities": {global id: [[article, key], …]}, "events": {…}}`.

    Raises UsageError where the file is not there, RecordError where it has another shape.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
        return {
            kind: {(str(article), str(key)): group for group, members in data[kind].items() for article, key in members}
            for kind in ("entities", "events")
        }
    except OSError as error:
        raise UsageError(f"can't be read: {error.strerror}", where=str(path), hint="name an identity.json") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        shape = '{"entities": {id: [[article, key]]}, "events": {…}}'
        raise RecordError(f"has another shape ({error})", where=str(path), hint=f"give {shape}") from error


def score_links(
    gold: Gold, identity: Mapping[str, Mapping[Item, str]], linked: Mapping[str, Json]
) -> dict[str, LinkFigures]:
    """The figures of persons, institutions and events."""
    words = wording()
    classes = {(article, e["key"]): e["class"] for article, row in gold.articles.items() for e in row["entities"]}
    guessed: dict[str, dict[Item, str]] = {"entities": {}, "events": {}}
    for article, row in gold.articles.items():
        if article in linked:
            keys, _ = align(row, linked[article], words)
            guessed["entities"].update({(article, key): entity for entity, key in keys.items()})
            guessed["events"].update({(article, key): e for e, key in _events(row, linked[article], keys).items()})
    entities = identity["entities"]
    people = {item: group for item, group in entities.items() if classes.get(item) == "Person"}
    bodies = {item: group for item, group in entities.items() if classes.get(item) not in (None, "Person")}
    return {
        "persons": b_cubed(people, guessed["entities"]),
        "institutions": b_cubed(bodies, guessed["entities"]),
        "events": b_cubed(identity["events"], guessed["events"]),
    }


def _events(gold: Json, predicted: Json, keys: Mapping[str, str]) -> dict[str, str]:
    """Predicted event ids to annotated keys, one to one: by date, then by shared participants."""
    scored: list[tuple[bool, int, str, str]] = []
    for number, event in enumerate(predicted["events"]):
        event_id = event.get("id") or f"{predicted['article']}#{number}"
        present = {keys[p["participant"]] for p in event["participations"] if p["participant"] in keys}
        for wanted in gold["events"]:
            shared = len(present & {p["who"] for p in wanted["participations"]})
            dated = event["date"] is not None and event["date"] == wanted["date"]
            if shared or dated:
                scored.append((dated, shared, wanted["key"], event_id))
    matched: dict[str, str] = {}
    for _, _, key, event_id in sorted(scored, key=lambda s: (-s[0], -s[1], s[2], s[3])):
        if event_id not in matched and key not in matched.values():
            matched[event_id] = key
    return matched


def b_cubed(truth: Mapping[Item, str], guess: Mapping[Item, str]) -> LinkFigures:
    """B-cubed over the items in both."""
    items = sorted(truth.keys() & guess.keys())
    real, given = _clusters(items, truth), _clusters(items, guess)
    overlaps = {i: len(real[truth[i]] & given[guess[i]]) for i in items}
    p = sum(overlaps[i] / len(given[guess[i]]) for i in items) / len(items) if items else 0.0
    r = sum(overlaps[i] / len(real[truth[i]]) for i in items) / len(items) if items else 0.0
    merges, splits = [], []
    for a, b in combinations(items, 2):
        if guess[a] == guess[b] and truth[a] != truth[b]:
            merges.append(f"{'/'.join(a)} ({truth[a]}) with {'/'.join(b)} ({truth[b]})")
        elif guess[a] != guess[b] and truth[a] == truth[b]:
            splits.append(f"{truth[a]}: {'/'.join(a)} from {'/'.join(b)}")
    return LinkFigures(
        precision=round(p, 4),
        recall=round(r, 4),
        f1=round(2 * p * r / (p + r), 4) if p + r else 0.0,
        items=len(items),
        found=round(len(items) / len(truth), 4) if truth else 0.0,
        merges=tuple(merges),
        splits=tuple(splits),
    )


def _clusters(items: Iterable[Item], group: Mapping[Item, Any]) -> dict[Any, set[Item]]:
    clusters: dict[Any, set[Item]] = defaultdict(set)
    for item in items:
        clusters[group[item]].add(item)
    return clusters
