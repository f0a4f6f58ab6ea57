"""JSON → articles: an object a line, a list of objects, or one object."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from kg.model import Article, Issue
from kg.reading.decoding import decoded, text_of
from kg.reading.problems import BadInputError, Problems
from kg.reading.rows import row_article
from kg.reading.streams import MAX_LINE, STDIN, lines, stem, whole

Columns = Callable[[], Mapping[str, str]]
_HINT = "give a list of objects, or one object a line"
_MARK = b"\xef\xbb\xbf \t\r\n"


def json_file(path: str, problems: Problems, columns: Columns) -> Iterator[Article]:
    """The articles of a `.json` file, whichever of the three it holds."""
    source = lines(path)
    held = []
    for number, line in source:
        held.append((number, line))
        if line is None or line.strip(_MARK):
            break
    first = held[-1][1] if held else b""
    if first is None or _is_object(first):
        yield from json_lines(path, chain(held, source), problems, columns)
        return
    source.close()
    value = _value(text_of(whole(path), path, problems), path)
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, 1):
        where = f"{path}:{number}" if len(rows) > 1 else path
        try:
            if not isinstance(row, dict):
                raise BadInputError("A006", f"a {type(row).__name__}, not an object", where=where, hint=_HINT)
            yield row_article(row, columns(), where, f"{stem(path)}-{number}", problems)
        except BadInputError as error:
            problems(error.issue())


def _is_object(line: bytes) -> bool:
    """Whether a line is a whole object, as in JSON Lines."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def json_lines(
    path: str, source: Iterator[tuple[int, bytes | None]], problems: Problems, columns: Columns
) -> Iterator[Article]:
    """The articles of numbered lines, an object each; blank lines are passed over."""
    names = columns()
    name = stem(path) if path != STDIN else "stdin"
    for number, line in source:
        where = f"{path}:{number}"
        try:
            if line is None:
                raise BadInputError(
                    "A008",
                    f"the line is longer than {MAX_LINE // 2**20} MB",
                    where=where,
                    hint="give one article a line",
                )
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                text, encoding = decoded(line)
                if encoding:
                    problems(
                        Issue("A002", f"not UTF-8: read as {encoding}", where, "save it as UTF-8 if letters look wrong")
                    )
                yield row_article(
                    json_object(text, where),
                    names,
                    where,
                    f"{name}-{number}",
                    problems,
                )
        except BadInputError as error:
            problems(error.issue())


def json_object(line: str, where: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:  # the line has its number already; that of the parser is another
        told = f"not JSON: {error.msg.removesuffix(' at')} at character {error.pos + 1}"
        raise BadInputError("A006", told, where=where, hint="give one JSON object a line") from None
    except (ValueError, RecursionError) as error:
        raise BadInputError("A006", f"not JSON: {error}", where=where, hint="give one JSON object a line") from None
    if not isinstance(value, dict):
        raise BadInputError(
            "A006", f"a {type(value).__name__}, not an object", where=where, hint="give one JSON object a line"
        )
    return value


def _value(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInputError("A006", f"not JSON: {error}", where=where, hint=_HINT) from None
