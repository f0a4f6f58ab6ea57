"""Records of articles that were read before, by the hash of everything they depend on; survives a killed build."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import sys
import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

from kg import __version__
from kg.errors import OutputError
from kg.ids import digest
from kg.model import Article

_SECONDS_BETWEEN_COMMITS = 1.0
_LONG, _BEGIN = 40, 16  # digits of a key, and those that are held of it
_LARGE = 16**_LONG
_NAME = re.compile(r"[\w.-]+")

T = TypeVar("T")


class Cache:
    """A table of records in one SQLite file. What a build did not ask for is forgotten when it ends well."""

    def __init__(self, path: Path, ontology_version: str) -> None:
        self._path = path
        self._basis = (__version__, code_version(), libraries_version(), ontology_version)
        self._asked = array("Q")  # how the keys begin that were named
        self._all = 0  # their sum
        self._saved = time.monotonic()
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._open()
        except sqlite3.DatabaseError:  # a torn file holds nothing that can't be read again
            path.unlink(missing_ok=True)
            self._open()

    def _open(self) -> None:
        self._table = sqlite3.connect(self._path)
        self._table.execute("PRAGMA journal_mode=TRUNCATE")
        self._table.execute("PRAGMA synchronous=NORMAL")
        self._table.execute("CREATE TABLE IF NOT EXISTS records (key TEXT UNIQUE NOT NULL, line BLOB NOT NULL)")

    def key(self, article: Article) -> str:
        """The name of an article's record: text, metadata, and the versions of tool, libraries and ontology."""
        a = article
        parts = (a.id, a.text, a.title, a.url, a.publisher, a.published, a.fetched, a.where)
        key = digest(*self._basis, *("\0" if part is None else part for part in parts), length=_LONG)
        self._asked.append(int(key[:_BEGIN], 16))
        self._all = (self._all + int(key, 16)) % _LARGE
        return key

    def asked(self) -> str:
        """A hash of all keys that were named so far, in whatever order."""
        return digest(str(len(self._asked)), str(self._all), length=_LONG)

    def get(self, key: str) -> bytes | None:
        """The record of a key as one line of JSON, or None."""
        row = self._guard(lambda: self._table.execute("SELECT line FROM records WHERE key = ?", (key,)).fetchone())
        return bytes(row[0]) if row else None

    def put(self, key: str, line: bytes) -> None:
        """Keep the line of a record; at most a second of work is lost when the build is killed."""
        self._write("INSERT OR REPLACE INTO records VALUES (?, ?)", [(key, line)])
        if time.monotonic() - self._saved > _SECONDS_BETWEEN_COMMITS:
            self.save()

    def save(self) -> None:
        """Make everything kept so far safe."""
        self._guard(self._table.commit)
        self._saved = time.monotonic()

    def close(self, *, prune: bool) -> None:
        """Save and close; with `prune`, forget what this build did not ask for."""
        if prune:
            self._write("DELETE FROM records WHERE key = ?", self._guard(lambda: list(self._forgotten())))
        self.save()
        self._table.close()

    def _forgotten(self) -> Iterator[tuple[str]]:
        """The keys of the table that were not named; two that begin alike count as one."""
        asked = array("Q", sorted(self._asked))
        for (key,) in self._table.execute("SELECT key FROM records"):
            begin = int(key[:_BEGIN], 16)
            place = bisect_left(asked, begin)
            if place == len(asked) or asked[place] != begin:
                yield (key,)

    def _write(self, statement: str, rows: Iterable[tuple[str | bytes, ...]]) -> None:
        self._guard(lambda: self._table.executemany(statement, rows))

    def _guard(self, act: Callable[[], T]) -> T:
        try:
            return act()
        except sqlite3.OperationalError as error:
            raise OutputError(
                f"can't keep what was read: {error}", where=str(self._path), hint="free some space, then build again"
            ) from error
        except sqlite3.Error as error:
            raise OutputError(
                f"what was read before is torn: {error}",
                where=str(self._path),
                hint="remove that file, and build again: all is read anew",
            ) from error


def looks_version(root: Path | None = None) -> str:
    """A hash of what the views are made with besides code (scripts, styles, words), so that a changed page is written.

    `root` is the program's folder.
    """
    root = root or Path(__file__).resolve().parent.parent
    files = (
        path for path in sorted((root / "export").rglob("*")) if path.is_file() and path.parent.name != "__pycache__"
    )
    return digest(*(hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.suffix != ".py"))


@cache
def libraries_version() -> str:
    """A hash of the versions of Python and of the libraries that the program asks for, as they are installed."""
    from importlib.metadata import PackageNotFoundError, requires, version

    found = [sys.version]
    with suppress(PackageNotFoundError):  # a checkout that is not installed
        for line in requires("kg-indonesia") or ():
            name = _NAME.match(line)
            if name and "extra ==" not in line:
                with suppress(PackageNotFoundError):
                    found.append(f"{name[0]} {version(name[0])}")
    return digest(*found)


def code_version() -> str:
    """A hash of the program's own files, so that a changed program reads everything again."""
    root = Path(__file__).resolve().parent.parent
    return digest(*(path.read_text("utf-8") for path in sorted(root.rglob("*.py"))))
