"""An input and a seeded random → another input: of text, of JSON, of a line that names a file and its content."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from tests.fuzz.material import ODD, clauses, news, piece
from tests.fuzz.target import Change

_MOST = 6  # changes at once


def text_changes(
    signs: Sequence[str] = (), *, fresh: Callable[[Random], bytes] | None = None, share: float = 0.02
) -> Change:
    """Changes of text that know the words of the ontology, and the signs of a format; a share of them is `fresh`."""

    def change(data: bytes, random: Random) -> bytes:
        if fresh is not None and random.random() < share:
            return fresh(random)
        for _ in range(random.randint(1, _MOST)):
            data = _once(data, random, signs)
        return data

    return change


def fresh_news(random: Random) -> bytes:
    """A new article, mostly in UTF-8."""
    encoding = random.choice(("utf-8", "utf-8", "utf-8", "utf-16", "utf-16-le", "cp1252", "utf-32", "utf-8-sig"))
    made = clauses(random) if random.random() < 0.5 else news(random)
    return made.encode(encoding, "replace")


def _once(data: bytes, random: Random, signs: Sequence[str]) -> bytes:
    at, to = sorted((random.randint(0, len(data)), random.randint(0, len(data))))
    to = min(to, at + random.choice((1, 4, 40, 400)))
    near = _boundary(data, at)
    match random.randrange(11):
        case 0:
            return data[:at] + data[to:]
        case 1:
            return data[:to] + data[at:to] * random.choice((1, 2, 30)) + data[to:]
        case 2 | 3:
            return data[:near] + _piece(random, signs) + data[near:]
        case 4 | 5:
            stop = data.find(b" ", near + 1)
            return data[:near] + _piece(random, signs) + data[stop if stop >= 0 else near :]
        case 6:
            return data[:near] + _piece(random, signs) * random.choice((2, 10, 100)) + data[near:]
        case 7:
            lines = data.split(b"\n")
            one, other = random.randrange(len(lines)), random.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
            return b"\n".join(lines)
        case 8:
            part = data[at:to]
            return data[:at] + random.choice((part.upper(), part.lower(), part.title(), part[::-1])) + data[to:]
        case 9:
            return data[:at] + bytes(random.randrange(256) for _ in range(random.randint(1, 4))) + data[to:]
        case _:
            return data[:to] + data[at : at + 200] + data[to:]


def _boundary(data: bytes, at: int) -> int:
    found = data.find(b" ", at)
    return found + 1 if found >= 0 else at


def _piece(random: Random, signs: Sequence[str]) -> bytes:
    chosen = random.choice(signs) if signs and random.random() < 0.6 else piece(random)
    return chosen.encode("utf-8", "surrogatepass")


def json_changes(data: bytes, random: Random) -> bytes:
    """Changes of the values in lines of JSON; lines that are none are changed as text."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    try:
        value = json.loads(lines[at])
    except (ValueError, RecursionError):
        return text_changes(_JSON)(data, random)
    chance = random.random()
    if chance < 0.15:
        return text_changes(_JSON)(data, random)
    if chance < 0.25:
        lines.insert(at, random.choice(lines))
        return b"\n".join(lines)
    for _ in range(random.randint(1, 3)):
        value = changed_value(value, random)
    lines[at] = json.dumps(value, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


_JSON = ('{"', '":', '"}', '"', ",", "[", "]", "{", "}", "null", "true", "\\u0000", "\\ud800", "\\", "1e999", "\n",
         "9" * 400, "-0.0", "[" * 50)  # fmt: skip


def changed_value(value: Any, random: Random) -> Any:
    """A value of JSON with one place in it changed."""
    if isinstance(value, dict) and value and random.random() < 0.92:
        key = random.choice(sorted(value))
        changed = dict(value)
        match random.randrange(8):
            case 0:
                del changed[key]
            case 1:
                changed[random.choice(sorted(value))] = value[key]
            case _:
                changed[key] = changed_value(value[key], random)
        return changed
    if isinstance(value, list) and value and random.random() < 0.92:
        at = random.randrange(len(value))
        match random.randrange(8):
            case 0:
                return value[:at] + value[at + 1 :]
            case 1:
                return [*value, value[at]]
            case 2:
                return [value[at], *value[:at], *value[at + 1 :]]
            case _:
                return [*value[:at], changed_value(value[at], random), *value[at + 1 :]]
    return _value(value, random)


def _value(value: Any, random: Random) -> Any:
    if isinstance(value, str) and random.random() < 0.5:
        return text_changes()(value.encode("utf-8", "surrogatepass"), random).decode("utf-8", "surrogateescape")
    if isinstance(value, int) and random.random() < 0.5:
        return value + random.choice((-1, 1, 10**6, -(10**6), 10**30))
    simple = (None, True, False, 0, -1, 1, 2**63, 10**40, 0.5, 1e308, float("inf"), float("nan"), "", " ", "\ud800", [],
              [None], {}, {"": None}, [[]], "x" * 3000, piece(random), random.choice(ODD))  # fmt: skip
    return random.choice(simple)


def named_file(inner: Change) -> Change:
    """Changes of an input whose first line names a file and whose rest is its content."""

    def change(data: bytes, random: Random) -> bytes:
        name, _, content = data.partition(b"\n")
        return name + b"\n" + inner(content, random)

    return change


def packed(unpack: Callable[[bytes], bytes], pack: Callable[[bytes], bytes], inner: Change) -> Change:
    """Changes inside of what is packed; now and then of the packed bytes themselves."""

    def change(data: bytes, random: Random) -> bytes:
        if random.random() < 0.4:
            return text_changes()(data, random)
        try:
            content = unpack(data)
        except Exception:  # noqa: BLE001 - whatever was spoilt before
            return text_changes()(data, random)
        return pack(inner(content, random))

    return change
