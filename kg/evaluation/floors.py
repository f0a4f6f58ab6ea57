"""Pinned floors: figures that must not fall, with a fingerprint of the gold that they were measured on.

A floor is lowered only on purpose. The noise margin allows for a small redrawing of the gold, not for a worse reader.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import QualityError, RecordError, UsageError
from kg.evaluation.gold import Gold

NOISE = 0.005


@dataclass(frozen=True, slots=True)
class Pinned:
    """The floors of one gold set."""

    fingerprint: str
    floors: Mapping[str, float]


def fingerprint(gold: Gold, *more: Path) -> str:
    """A hash of the annotations and of the files measured with them; the same on every machine."""
    content = hashlib.sha256()
    for article in sorted(gold.articles):
        content.update(json.dumps(gold.articles[article], sort_keys=True, ensure_ascii=False).encode())
    for root in more:
        for path in sorted(p for p in (root.rglob("*") if root.is_dir() else [root]) if p.is_file()):
            content.update(path.name.encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:16]


def read_floors(path: Path) -> tuple[float, dict[str, Pinned]]:
    """The noise margin, and the floors by the name of the gold set.

    Raises UsageError where the file is not there, RecordError where it has another shape.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
        sets = {
            name: Pinned(str(part["fingerprint"]), {str(k): float(v) for k, v in part["floors"].items()})
            for name, part in data["sets"].items()
        }
        return float(data["noise"]), sets
    except OSError as error:
        raise UsageError(
            f"can't be read: {error.strerror}", where=str(path), hint="pin floors with --update"
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RecordError(
            f"is no table of floors ({error})", where=str(path), hint="restore it, or --update"
        ) from error


def check(path: Path, name: str, print_: str, figures: Mapping[str, float]) -> None:
    """Raise QualityError that names every figure below its floor, or says that the gold is another one."""
    noise, sets = read_floors(path)
    if name not in sets:
        raise QualityError(f"has no floors for {name!r}", where=str(path), hint="pin them with --update")
    pinned = sets[name]
    if pinned.fingerprint != print_:
        hint = "measure, look at the errors, then pin again with --update"
        raise QualityError(f"the floors of {name!r} were measured on another gold", where=str(path), hint=hint)
    low = [
        f"{measure} {figures.get(measure, 0.0):.4f} is below {floor:.4f}"
        for measure, floor in sorted(pinned.floors.items())
        if figures.get(measure, 0.0) < floor - noise
    ]
    if low:
        raise QualityError(
            "; ".join(low), where=f"{path}, {name}", hint="see --errors and --baseline for what was lost"
        )


def pin(path: Path, name: str, print_: str, figures: Mapping[str, float], *, lower: bool) -> bytes:
    """The file's new content with these figures as floors.

    Raises QualityError where a floor would fall and `lower` is not set.
    """
    noise, sets = read_floors(path) if path.exists() else (NOISE, {})
    old = sets[name].floors if name in sets else {}
    fallen = {k: v for k, v in old.items() if figures.get(k, 0.0) < v}
    if fallen and not lower:
        told = "; ".join(f"{k} from {v:.4f} to {figures.get(k, 0.0):.4f}" for k, v in sorted(fallen.items()))
        raise QualityError(f"would lower {told}", where=f"{path}, {name}", hint="add --lower if that is meant")
    sets[name] = Pinned(print_, dict(figures))
    data: dict[str, Any] = {
        "noise": noise,
        "sets": {
            key: {"fingerprint": part.fingerprint, "floors": dict(sorted(part.floors.items()))}
            for key, part in sorted(sets.items())
        },
    }
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()
