"""Names of a graph's resources → how Turtle has them, one or several in the order of their IRIs.

Most are their id with another sign behind the kind. Such need not be written in full to be sorted: with the sign behind
them that ends an IRI, they sort as their IRIs do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import lt

from kg.export.blocks import KNOWN, Shortener
from kg.graph.notation import Written

_END, _ODD = ">", "<"  # behind a name that is regular, and behind one that is not


class Names(dict[str, str]):
    """Resources by name, as blocks have them, with one sign behind each; the latest ones are kept."""

    def __init__(self, short: Shortener, resource: Callable[[str], Written]) -> None:
        super().__init__()
        self._short, self._resource = short, resource

    def __missing__(self, name: str) -> str:
        if len(self) >= KNOWN:
            self.clear()
        term = self._resource(name)
        written = self._short.new(term)
        regular = term == f"</{written.replace(':', '/', 1)}>"
        self[name] = marked = f"{written}{_END if regular else _ODD}"
        return marked

    def several(self, names: Sequence[str]) -> str:
        """Values of one predicate: each once, sorted."""
        if len(names) == 1:
            return self[names[0]][:-1]
        values = [*map(self.__getitem__, names)]
        if not all(map(lt, values, values[1:])):  # what comes in order is not sorted again
            values = sorted({*values})
        told = " , ".join(values)
        if _ODD not in told:
            return told.replace(_END, "")
        return " , ".join(map(self._short.new, sorted({self._resource(name) for name in names})))
