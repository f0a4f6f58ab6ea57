"""A built folder, a file or standard input → KnowledgeBase: the one way in for commands that read a graph."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from kg.errors import OutputError, UsageError
from kg.graph.knowledge_base import AGAIN, KnowledgeBase, from_lines, from_records
from kg.lexicon.compile import load_lexicon
from kg.record_checks import decoded, read_records

_STATEMENTS = "statements.jsonl"


def load_base(source: str | Path) -> KnowledgeBase:
    """Read `statements.jsonl` of a folder, such a file itself, or records that `kg link` printed; `-` is stdin.

    Raises UsageError when there is nothing at that path, OutputError or RecordError with file and line when it is no
    such thing.
    """
    if str(source) == "-":
        return _read(decoded(sys.stdin.buffer, "-"), "-")
    path = Path(source)
    if path.is_dir():
        path /= _STATEMENTS
    if not path.is_file():
        raise UsageError("no such file", where=str(path), hint="give a folder that `kg build` wrote, or - for stdin")
    try:
        with path.open("rb") as file:
            if path.name == _STATEMENTS:  # damaged, it may begin with anything
                return from_lines(decoded(file, str(path), hint=AGAIN), str(path))
            return _read(decoded(file, str(path)), str(path))
    except OSError as error:
        raise OutputError(f"can't read: {error.strerror}", where=str(path), hint="look at its permissions") from error


def _read(lines: Iterator[str], where: str) -> KnowledgeBase:
    """Tell statements from linked records by the first line that is not blank."""
    skipped: list[str] = []
    for line in lines:
        skipped.append(line)
        if line.strip():
            break
    everything = chain(skipped, lines)
    if skipped and _is_statement(skipped[-1]):
        return from_lines(everything, where)
    # The gazetteer is read only here: a file of statements has its context in it.
    return from_records(read_records(everything, where), load_lexicon().gazetteer)


def _is_statement(line: str) -> bool:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "node" in value
