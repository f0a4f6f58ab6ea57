"""Annotation files → Annotations; lines of `kg extract` or `kg link` → Predictions. Malformed input is an error.

An annotation says what a careful reader would find in one article; `optional` things are neither rewarded nor punished.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from kg.errors import RecordError, UsageError
from kg.model import EntityClass, EventKind, Role
from kg.record_checks import decoded

CLASSES = frozenset(get_args(EntityClass))
NODES = frozenset({"Event", "Post", "Region", "Article"})  # classes of the contract that annotations do not list

Json = dict[str, Any]

_TEXT, _MAYBE = (str,), (str, type(None))
_GOLD: Json = {
    "id": _TEXT,
    "entities": [{"key": _TEXT, "class": _TEXT, "names": [_TEXT], "region?": _MAYBE, "optional?": (bool,)}],
    "postings": [{"person": _TEXT, "posts": [_TEXT], "institution": _TEXT, "optional?": (bool,)}],
    "events": [
        {
            "kind": _TEXT,
            "date": _MAYBE,
            "names?": [_TEXT],
            "optional?": (bool,),
            "participations": [{"who": _TEXT, "role": _TEXT, "optional?": (bool,)}],
        }
    ],
}
_SHAPE = "annotations are described in evaluation/README.md, predictions are what `kg extract` prints"
_PREDICTED: Json = {
    "article": _TEXT,
    "entities": [{"id": _TEXT, "class": _TEXT, "name": _TEXT, "aliases?": [_TEXT]}],
    "postings": [{"person": _TEXT, "post": _TEXT, "institution": _TEXT}],
    "events": [{"type": _TEXT, "date": _MAYBE, "participations": [{"participant": _TEXT, "role": _TEXT}]}],
}


@dataclass(frozen=True, slots=True)
class Gold:
    """Annotations by article id, and where they came from."""

    folder: Path
    articles: dict[str, Json]


def read_gold(folder: Path) -> Gold:
    """Every `*.json` of a folder. Raises UsageError where none is there, RecordError with the place of a mistake."""
    if not folder.is_dir():
        raise UsageError("no such folder", where=str(folder), hint="name the folder that holds the annotation files")
    articles: dict[str, Json] = {}
    for path in sorted(folder.glob("*.json")):
        row = _object(_read(path), str(path))
        _conform(row, _GOLD, str(path))
        _check(row, "key", "who", CLASSES, str(path))
        for i, entity in enumerate(row["entities"]):
            if not entity["names"]:
                raise RecordError(
                    f"entities[{i}].names is empty", where=str(path), hint="give the canonical name first"
                )
        for i, event in enumerate(row["events"]):
            _known(event["kind"], get_args(EventKind), f"events[{i}].kind", str(path))
            for part in event["participations"]:
                _known(part["role"], get_args(Role), f"a role in events[{i}]", str(path))
        if row["id"] in articles:
            raise RecordError(
                f"a second annotation of article {row['id']!r}", where=str(path), hint="remove one of them"
            )
        articles[row["id"]] = row
    if not articles:
        raise UsageError("no annotations there", where=str(folder), hint="name the folder that holds the *.json files")
    return Gold(folder, articles)


def predictions(rows: Iterable[tuple[str, Any]]) -> dict[str, Json]:
    """Records of `kg extract` or `kg link` by article id; each comes with its place, for messages."""
    predicted: dict[str, Json] = {}
    for where, row in rows:
        _conform(row, _PREDICTED, where)
        _check(row, "id", "participant", CLASSES | NODES, where)
        if row["article"] in predicted:
            raise RecordError(
                f"a second line for article {row['article']!r}", where=where, hint="give each article once"
            )
        predicted[row["article"]] = row
    return predicted


def read_predictions(path: Path) -> dict[str, Json]:
    """A file of JSON Lines, or - for stdin.

    Raises UsageError where it is not there, RecordError with file and line of a mistake.
    """
    if str(path) == "-":
        data = sys.stdin.buffer.read()
    elif path.is_file():
        data = _bytes(path)
    else:
        raise UsageError("no such file", where=str(path), hint="give a file of `kg extract` or `kg link`")
    lines = decoded(data.split(b"\n"), str(path))
    return predictions(
        (f"{path}:{number}", _object(line, f"{path}:{number}")) for number, line in enumerate(lines, 1) if line.strip()
    )


def _read(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecordError(f"not UTF-8 at byte {error.start}", where=str(path), hint="save it as UTF-8") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"can't be read: {error.strerror}", where=str(path)) from error


def _object(text: str, where: str) -> Json:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"not JSON ({error})", where=where, hint="one JSON object is wanted") from error
    if not isinstance(value, dict):
        raise RecordError("not a JSON object", where=where, hint="one JSON object is wanted")
    return value


def _conform(value: Any, shape: Any, where: str, path: str = "") -> None:
    """Raise RecordError with the place of the first thing that does not have the shape."""
    place = path or "the whole"
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            raise RecordError(f"{place} is not an object", where=where)
        for key, inner in shape.items():
            name = key.rstrip("?")
            inside = f"{path}.{name}" if path else name
            if name in value:
                _conform(value[name], inner, where, inside)
            elif name == key:
                raise RecordError(f"{inside} is missing", where=where, hint=_SHAPE)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            raise RecordError(f"{place} is not a list", where=where)
        for i, item in enumerate(value):
            _conform(item, shape[0], where, f"{path}[{i}]")
    elif not isinstance(value, shape):
        raise RecordError(f"{place} is {type(value).__name__}", where=where)


def _check(row: Json, id_key: str, who_key: str, classes: frozenset[str], where: str) -> None:
    """Raise RecordError where a class is unknown, an id is given twice or something refers to no entity."""
    ids: set[str] = set()
    for i, entity in enumerate(row["entities"]):
        _known(entity["class"], sorted(classes), f"entities[{i}].class", where)
        if entity[id_key] in ids:
            raise RecordError(f"entities[{i}].{id_key} is given twice: {entity[id_key]!r}", where=where)
        ids.add(entity[id_key])
    for i, posting in enumerate(row["postings"]):
        for end in ("person", "institution"):
            _known(posting[end], ids, f"postings[{i}].{end}", where)
    for i, event in enumerate(row["events"]):
        for j, part in enumerate(event["participations"]):
            _known(part[who_key], ids, f"events[{i}].participations[{j}].{who_key}", where)


def _known(value: str, known: Iterable[str], place: str, where: str) -> None:
    if value not in known:
        raise RecordError(f"{place} is {value!r}, which is none of the known ones", where=where)
