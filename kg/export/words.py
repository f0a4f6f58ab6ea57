"""words.toml → the words of statistics, report and description in a language; a key that has none is shown as it is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from kg.graph.statistics.tables import Column, Note, Value

Language = Literal["id", "en"]


@dataclass(frozen=True)
class Words:
    """The words of one language, and how it writes numbers."""

    language: Language
    groups: Mapping[str, Mapping[str, Any]]

    def word(self, group: str, key: str) -> str:
        """A word, or its key with spaces for underscores."""
        return str(self.groups.get(group, {}).get(key, key.replace("_", " ")))

    def has(self, group: str, key: str) -> bool:
        return key in self.groups.get(group, {})

    def note(self, note: Note) -> str:
        """A note in words, with its values; a value that is a term is translated."""
        values = {key: self._filled(value) for key, value in note.values.items()}
        return self.word("notes", note.key).format_map(values)

    def _filled(self, value: Value) -> str:
        if isinstance(value, str):
            return self.word("terms", value) if self.has("terms", value) else value
        return self.shown(value, "number" if isinstance(value, float) else "integer")

    def shown(self, value: Value, kind: str = "text") -> str:
        """A value as people of the language write it."""
        if value is None:
            return "–"
        if isinstance(value, bool):
            return self.word("terms", "yes" if value else "no")
        if isinstance(value, str):
            return ", ".join(self.word("terms", part) for part in value.split()) if kind == "term" else value
        return self._number(value, kind)

    def _number(self, value: float, kind: str) -> str:
        if kind == "share":
            text = f"{100 * value:.1f} %"
        elif kind == "probability":
            text = f"{value:.1e}" if 0 < value < 0.001 else f"{value:.3f}"
        elif isinstance(value, int) or kind == "integer":
            text = f"{round(value):,}"
        elif value and abs(value) < 0.001:
            text = f"{value:.1e}"
        else:
            text = f"{value:,.3f}".rstrip("0").rstrip(".") if abs(value) < 10 else f"{value:,.1f}".removesuffix(".0")
        if self.language == "id":
            text = text.translate(str.maketrans(",.", ".,"))
        return text

    def heading(self, column: Column) -> str:
        return self.word("columns", column.key)


@cache
def words(language: Language) -> Words:
    """The words of a language."""
    everything = tomllib.loads(resources.files("kg.export").joinpath("words.toml").read_text("utf-8"))
    return Words(language, everything[language])
