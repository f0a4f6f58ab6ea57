"""A measured run as data, and two runs beside each other: which errors went, which came."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kg.errors import RecordError, UsageError
from kg.evaluation.links import LinkFigures
from kg.evaluation.tally import MEASURES, Mistake, Tallies, figures, total


class Run(NamedTuple):
    """What one measurement found: the tallies of every article, and the figures of linking where asked for."""

    articles: Mapping[str, Tallies]
    absent: Sequence[str]
    unannotated: Sequence[str]
    links: Mapping[str, LinkFigures]

    @property
    def tallies(self) -> Tallies:
        return total(self.articles.values())

    def floors(self) -> dict[str, float]:
        """The figures that floors are about: F1 of every main measure, and of linking with its purity for persons."""
        tallies = self.tallies
        found = {name: tallies[name].figures().f1 for name in MEASURES}
        for name, row in self.links.items():
            found[f"linked {name}"] = row.f1
            found[f"linked {name}, found"] = row.found
        if "persons" in self.links:
            found["linked persons, precision"] = self.links["persons"].precision
        return found

    def as_json(self) -> dict[str, Any]:
        """Figures and errors as plain data; what `--baseline` reads again."""
        tallies = self.tallies
        names = [*MEASURES, *sorted(n for n in tallies if n not in MEASURES)]
        return {
            "articles": len(self.articles),
            "absent": list(self.absent),
            "unannotated": list(self.unannotated),
            "measures": {name: tallies[name].figures()._asdict() for name in names},
            "links": {
                name: {
                    "precision": row.precision,
                    "recall": row.recall,
                    "f1": row.f1,
                    "items": row.items,
                    "found": row.found,
                    "false_merges": list(row.merges),
                    "false_splits": list(row.splits),
                }
                for name, row in self.links.items()
            },
            "errors": [list(mistake) for name in names for mistake in tallies[name].mistakes],
        }


class Change(NamedTuple):
    """What changed since another run: figures before and now, errors that went and errors that came."""

    figures: Mapping[str, tuple[float, float]]
    gains: Sequence[Mistake]
    losses: Sequence[Mistake]


def compare(run: Run, before: Mapping[str, Any]) -> Change:
    """This run against the data of another one."""
    tallies = run.tallies
    now = Counter((m.measure, m.article, m.text) for name in MEASURES for m in tallies[name].mistakes)
    old = Counter((m[0], m[1], m[2]) for m in before["errors"] if m[0] in MEASURES)
    moved = {
        name: (float(before["measures"][name]["f1"]), tallies[name].figures().f1)
        for name in MEASURES
        if name in before["measures"]
    }
    return Change(
        {name: pair for name, pair in moved.items() if pair[0] != pair[1]},
        [Mistake(*key) for key in sorted((old - now).elements())],
        [Mistake(*key) for key in sorted((now - old).elements())],
    )


def read_run(path: Path) -> dict[str, Any]:
    """The data of another run. Raises UsageError where it is not there, RecordError where it is something else."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if not isinstance(data, dict) or not {"measures", "errors"} <= data.keys():
            raise ValueError("no measures and errors in it")
        return data
    except OSError as error:
        raise UsageError(f"can't be read: {error.strerror}", where=str(path)) from error
    except ValueError as error:
        hint = "give what `kg evaluate --json` printed"
        raise RecordError(f"is no run ({error})", where=str(path), hint=hint) from error


def intervals(articles: Mapping[str, Tallies], *, rounds: int = 500, seed: int = 0) -> dict[str, tuple[float, float]]:
    """95 % intervals of F1 by drawing articles again with a fixed seed: how far it depends on these articles."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    counts = {
        name: [(t[name].tp, t[name].fp, t[name].fn) if name in t else (0, 0, 0) for _, t in sorted(articles.items())]
        for name in MEASURES
    }
    n = len(articles)
    picks = [[draw.randrange(n) for _ in range(n)] for _ in range(rounds)]
    found = {}
    for name, rows in counts.items():
        values = sorted(figures(*(sum(rows[i][k] for i in pick) for k in range(3))).f1 for pick in picks)
        found[name] = (values[int(rounds * 0.025)], values[min(rounds - 1, int(rounds * 0.975))])
    return found
