"""The shape of every statistic: sections of figures, tables and notes, in plain values.

Names are keys; their words in a language are data of `kg.export.words`. Values are text, numbers, booleans or None, and
fractions are rounded here, once, so that every format and every machine shows the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Literal, TypeVar

Value = str | int | float | bool | None
Kind = Literal["text", "term", "integer", "number", "share", "probability", "id"]
T = TypeVar("T")
Track = Callable[[Iterable[T], str], Iterable[T]]  # wraps long work: its items, and what is being done


def untracked(items: Iterable[T], what: str) -> Iterable[T]:
    """Progress that is shown to nobody."""
    return items


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, and how its values are shown. A `term` is a word of the vocabulary, to be
    translated; an `id` is for programs and not shown to people."""

    key: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of values under columns. `more` counts rows that were left off."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    more: int = 0

    def shown(self) -> Table:
        """The table without what only programs need."""
        kept = [at for at, column in enumerate(self.columns) if column.kind != "id"]
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return Table(self.name, tuple(self.columns[at] for at in kept), rows, self.more)


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader must know: a key, and the values to fill in."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the statistics."""

    name: str
    figures: Mapping[str, Value]
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()


def table(
    name: str,
    columns: str,
    rows: Iterable[tuple[Value, ...]],
    *,
    limit: int | None = None,
    total: int | None = None,
) -> Table:
    """A table whose columns are written `name:kind …`; text is the kind when none is given.

    When the number of rows is told, no row beyond the limit is asked for.
    """
    made = []
    for word in columns.split():
        key, _, kind = word.partition(":")
        made.append(Column(key, kind or "text"))  # type: ignore[arg-type]
    rest = iter(rows)
    kept = [tuple(tidy(value) for _, value in zip(made, row, strict=True)) for row in islice(rest, limit)]
    more = sum(1 for _ in rest) if total is None else total - len(kept)
    return Table(name, tuple(made), tuple(kept), more)


def section(
    name: str, figures: Mapping[str, Value], tables: Iterable[Table] = (), notes: Iterable[Note] = ()
) -> Section:
    """A section with its figures rounded."""
    return Section(name, {key: tidy(value) for key, value in figures.items()}, tuple(tables), tuple(notes))


def tidy(value: Any) -> Value:
    """A plain value with at most six significant digits; what is not finite is None."""
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return float(f"{value:.6g}") if math.isfinite(value) else None
    return value  # type: ignore[no-any-return]


def ratio(part: float, whole: float) -> float | None:
    """A share, or None of nothing."""
    return part / whole if whole else None
