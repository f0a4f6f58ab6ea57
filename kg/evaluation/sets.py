"""A path → the gold set it means: annotations, the articles they are about, and what is one across articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError

_ANNOTATIONS, _IDENTITY, _ARTICLES = "annotations", "identity.json", "articles"


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Where the parts of a gold set are. `articles` is None where they were not found."""

    name: str
    annotations: Path
    articles: Path | None
    identity: Path | None


def find_set(path: Path, *, floors: Path | None = None) -> GoldSet:
    """The gold set of a folder of annotations, or of a folder that has `annotations` in it.

    Articles are `articles.jsonl` or `articles` beside the annotations, or the sample articles two folders up. The set
    is named after its place below the file of floors, else after its folder. Raises UsageError where nothing is there.
    """
    if not path.is_dir():
        raise UsageError("no such folder", where=str(path), hint="name the folder that holds the annotation files")
    nested = (path / _ANNOTATIONS).is_dir()
    annotations = path / _ANNOTATIONS if nested else path
    root = path if nested or path.name != _ANNOTATIONS else path.parent
    beside = annotations.resolve().parent
    places = [beside / f"{_ARTICLES}.jsonl", beside / _ARTICLES, beside.parent / "seeds" / _ARTICLES]
    identity = beside / _IDENTITY
    return GoldSet(
        name=_name(root, floors),
        annotations=annotations,
        articles=next((place for place in places if place.exists()), None),
        identity=identity if annotations.name == _ANNOTATIONS and identity.is_file() else None,
    )


def _name(root: Path, floors: Path | None) -> str:
    root = root.resolve()
    if floors is not None and root.is_relative_to(floors.resolve().parent):
        return root.relative_to(floors.resolve().parent).as_posix()
    return root.name
