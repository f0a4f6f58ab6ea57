"""An object of JSON → a noun of the model, with the type of every field checked: what comes in is another's file."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal

import msgspec

from kg.wire import loads

Read = Callable[[Any], Any]
_SIMPLE: Mapping[type, frozenset[type]] = {
    str: frozenset({str}), bool: frozenset({bool}), int: frozenset({int}), float: frozenset({int, float}),
}  # fmt: skip


def noun_of(noun: type, value: Any) -> Any:
    """The noun with an object's values; lists become tuples.

    Raises TypeError that names the field which is of another type, missing, or none of the noun's.
    """
    if type(value) is not dict:
        raise TypeError(f"{value!r:.40} is no {noun.__name__}")
    simple, nested = _readers(noun)
    for name, kinds in simple:
        if name in value and type(value[name]) not in kinds:
            raise TypeError(f"{name!r} of {noun.__name__} is {value[name]!r:.40}")
    for name, read in nested:
        if name in value:
            value[name] = read(value[name])
    return noun(**value)


def reader_of(noun: type, brief: type | None = None) -> Callable[[bytes | str], Any]:
    """How to read a line of JSON with a noun's fields, at several times the speed; fields that are not its own are
    passed over. With a `brief` type, which has some of the fields, it is that where it can be, and else the noun.

    What it returns raises ValueError or TypeError where the line is of another form.
    """
    decode: Read = msgspec.json.Decoder(brief or noun).decode
    own = {field.name for field in fields(noun)}

    def read(line: bytes | str) -> Any:
        try:
            return decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError):  # half a character, say
            value = loads(line)
            return noun_of(noun, {name: value[name] for name in own & value.keys()} if type(value) is dict else value)

    return read


@cache
def _readers(noun: type) -> tuple[tuple[tuple[str, frozenset[type]], ...], tuple[tuple[str, Read], ...]]:
    """The fields whose types need only be looked at, and how to read the others."""
    hints = typing.get_type_hints(noun)
    kinds = {field.name: _kinds(hints[field.name]) for field in fields(noun)}
    simple = tuple((name, found) for name, found in kinds.items() if found)
    nested = tuple((name, _tuple(hints[name], name)) for name, found in kinds.items() if not found)
    return simple, nested


def _kinds(hint: Any) -> frozenset[type]:
    """The types that JSON may give for a field; none when the field holds several values."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if hint is type(None):
        return frozenset({type(None)})
    if typing.get_origin(hint) is Literal:
        return frozenset({str})
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return frozenset().union(*map(_kinds, typing.get_args(hint)))
    return frozenset()


def _tuple(hint: Any, name: str) -> Read:
    """How to read a field that holds several values of one type, or so many as the type says."""
    inner, *more = typing.get_args(hint)
    count = None if more == [...] else 1 + len(more)
    kinds = _kinds(inner)
    made = typing.cast("type", inner) if is_dataclass(inner) else None

    def read(items: Any) -> tuple[Any, ...]:
        if type(items) is not list or (count is not None and len(items) != count):
            raise TypeError(f"{name!r} is {items!r:.40}")
        if made is not None:
            return tuple([noun_of(made, item) for item in items])
        for item in items:
            if type(item) not in kinds:
                raise TypeError(f"{item!r:.40} is among {name!r}")
        return tuple(items)

    return read
