"""Values and nouns ↔ JSON of one line, fast; what the fast library refuses (huge numbers, say) still goes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import orjson

_TOGETHER = 1000  # lines that are handed on at once


def dumps(value: Any) -> bytes:
    """The value, or the dataclass, as JSON in UTF-8, without spaces and without a line's end."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return _SLOW.encode(value).encode("utf-8", "surrogatepass")


def loads(line: bytes | str) -> Any:
    """What `dumps` wrote; raises ValueError when it is no JSON."""
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        return json.loads(line.decode("utf-8", "surrogatepass") if isinstance(line, bytes) else line)


def encoded(lines: Iterable[str]) -> Iterator[bytes]:
    """Lines with their ends, as bytes, many at a time."""
    rest = iter(lines)
    while some := list(islice(rest, _TOGETHER)):
        some.append("")
        yield "\n".join(some).encode("utf-8", "surrogatepass")


def _fields(noun: Any) -> dict[str, Any]:
    return {name: getattr(noun, name) for name in noun.__dataclass_fields__}


_SLOW = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_fields)
