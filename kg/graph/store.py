"""RDF file → a store to query: on disk beside the file, built once for each content, opened in milliseconds after that.

The store of `graph.ttl` is the folder `.graph.ttl.store/<hash of the content>`; one of another content is removed.
Where the folder can't be written, or the data come through a pipe, the store is in memory.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg.errors import OutputError, UsageError

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD, ".rdf": ox.RdfFormat.RDF_XML,
}  # fmt: skip
_PIECE = 100_000  # quads that are loaded together
_LAYOUT = "1"  # part of the hash: a store of another layout is built again


@dataclass(frozen=True, slots=True)
class Source:
    """RDF to ask: its bytes in a file, or as they came through a pipe."""

    where: str
    format: ox.RdfFormat
    path: Path | None = None
    data: bytes = b""

    def content(self) -> bytes:
        """All the bytes. Raises OutputError when the file can't be read."""
        with self.opened() as file:
            return file.read()

    @contextmanager
    def opened(self) -> Iterator[io.BufferedReader | io.BytesIO]:
        """The bytes as a file. Raises OutputError when they can't be read."""
        if self.path is None:
            yield io.BytesIO(self.data)
            return
        try:
            file = self.path.open("rb")
        except OSError as error:
            raise OutputError(
                f"can't read: {error.strerror}", where=self.where, hint="look at its permissions"
            ) from error
        with file:
            yield file


def find_source(name: str | Path) -> Source:
    """A folder's `graph.ttl`, an RDF file by its ending, or Turtle on stdin for `-`.

    Raises UsageError when nothing is there, or nothing that is RDF.
    """
    if str(name) == "-":
        return Source("-", ox.RdfFormat.TURTLE, data=sys.stdin.buffer.read())
    path = Path(name)
    if path.is_dir():
        path /= "graph.ttl"
    if not path.is_file():
        hint = "build the folder with `kg build`, or give a file in one of: " + ", ".join(FORMATS)
        raise UsageError("no such file", where=str(path), hint=hint)
    if path.suffix not in FORMATS:
        raise UsageError(
            f"no RDF by its ending {path.suffix!r}", where=str(path), hint="endings: " + ", ".join(FORMATS)
        )
    return Source(str(path), FORMATS[path.suffix], path)


def open_store(source: Source) -> ox.Store:
    """The store of a source, read-only; loads it when it is not there yet.

    Raises OutputError that names file and line where the RDF is malformed.
    """
    folder = prepare(source)
    if folder is None:
        store = ox.Store()
        with source.opened() as file:
            _fill(store, quads(source, file))
        return store
    return ox.Store.read_only(str(folder))


def prepare(source: Source) -> Path | None:
    """The folder of the store on disk, built if need be; None when it must be in memory."""
    if source.path is None:
        return None
    home = source.path.parent / f".{source.path.name}.store"
    with source.opened() as file:
        layout = f"{_LAYOUT}:{ox.__version__}:".encode()
        folder = home / hashlib.file_digest(file, lambda: hashlib.sha256(layout)).hexdigest()[:24]
        if folder.is_dir():
            return folder
        file.seek(0)
        return _build(source, file, home, folder)


def _build(source: Source, file: IO[bytes], home: Path, folder: Path) -> Path | None:
    part = home / f".part-{os.getpid()}"
    try:
        part.mkdir(parents=True)
    except OSError:
        return None
    try:
        store = ox.Store(str(part))
        _fill(store, quads(source, file))
        store.optimize()
        store.flush()
        del store
        part.rename(folder)
    except OSError:
        if not folder.is_dir():  # else another process was quicker
            return None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _remove_others(home, folder)
    return folder


def _fill(store: ox.Store, found: Iterator[ox.Quad]) -> None:
    """Load quads piece by piece: all at once, they would be in memory all at once."""
    while piece := list(islice(found, _PIECE)):
        store.bulk_extend(piece)


def _remove_others(home: Path, keep: Path) -> None:
    for other in home.iterdir():
        if other != keep and not other.name.startswith(".part-"):
            shutil.rmtree(other, ignore_errors=True)


def quads(source: Source, content: bytes | IO[bytes]) -> Iterator[ox.Quad]:
    """The quads; the default graph has those of all graphs, as a query without GRAPH means everything."""
    default = ox.DefaultGraph()
    try:
        for quad in ox.parse(content, source.format):
            yield quad
            if quad.graph_name != default:
                yield ox.Quad(quad.subject, quad.predicate, quad.object, default)
    except SyntaxError as error:
        line = f":{error.lineno}" if error.lineno else ""
        raise OutputError(
            f"not {source.format.name}: {error.msg}", where=source.where + line, hint="export the graph again"
        ) from None
    except ValueError as error:
        raise OutputError(
            f"not {source.format.name}: {error}", where=source.where, hint="export the graph again"
        ) from None
