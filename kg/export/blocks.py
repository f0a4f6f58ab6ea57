"""A subject and its facts → the block of Turtle that says them.

Most blocks are alike: their predicates are laid out once, and the same layout takes the next values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kg.graph.notation import A, Fact, Written, absolute, place
from kg.graph.terms import KINDS, XSD, prefixes

_LOCAL = r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"
_LOCAL_PART = re.compile(_LOCAL)
_BARE = {
    "integer": re.compile(r"[+-]?[0-9]+"),
    "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    "boolean": re.compile("true|false"),
}
_MANY = 24  # facts of a subject; more of them seldom come in the same layout again

Layout = tuple[str, list[Sequence[int]]]  # the block with a hole for each predicate, and where its values stand


class Shortener:
    """Terms as Turtle writes them: IRIs by prefix where their local part needs no escape, numbers and booleans bare."""

    def __init__(self, base_iri: str, namespaces: Mapping[str, str] | None = None) -> None:
        self._base_iri = base_iri
        self.namespaces = namespaces or prefixes(base_iri)
        # The longest namespace first, as one may begin another.
        self._order = sorted(
            ((ns, prefix) for prefix, ns in self.namespaces.items()), key=lambda item: (-len(item[0]), item)
        )
        kinds = [kind for kind in KINDS if self.namespaces.get(kind) == f"{base_iri}{kind}/"]
        self._resource = re.compile(f"</({'|'.join(kinds) or '(?!)'})/({_LOCAL})>")
        self.known = lru_cache(maxsize=1 << 17)(self.new)

    def header(self) -> Iterator[str]:
        for prefix, namespace in self.namespaces.items():
            yield f"@prefix {prefix}: <{namespace}> .\n"

    def term(self, term: Written) -> str:
        """A term that may come again, or a literal of free text."""
        return self.known(term) if term[0] != '"' or term[-1] == ">" else term

    def new(self, term: Written) -> str:
        """A term that has not come before."""
        if term[0] == "<":
            found = self._resource.fullmatch(term)
            return f"{found[1]}:{found[2]}" if found else self._shorten(absolute(term, self._base_iri)[1:-1])
        if term[-1] != ">":
            return term
        literal, _, datatype = term.rpartition("^^")
        name = datatype[1 + len(XSD) : -1]
        bare = _BARE.get(name) if datatype.startswith(f"<{XSD}") else None
        return literal[1:-1] if bare and bare.fullmatch(literal[1:-1]) else f"{literal}^^{self.known(datatype)}"

    def _shorten(self, value: str) -> str:
        for namespace, prefix in self._order:
            if value.startswith(namespace) and _LOCAL_PART.fullmatch(value, len(namespace)):
                return f"{prefix}:{value[len(namespace) :]}"
        return f"<{value}>"


class Blocks:
    """Lays out blocks: type and labels first, then by predicate, values of one predicate by object."""

    def __init__(self, short: Shortener) -> None:
        self._short = short
        self._layout = lru_cache(maxsize=1 << 12)(self._laid_out)

    def block(self, subject: Written, facts: Sequence[Fact]) -> str:
        """The block of a subject; its facts may come in any order, and more than once."""
        predicates, values = zip(*facts, strict=True)
        shape, holes = (self._layout if len(facts) < _MANY else self._laid_out)(predicates)
        known = self._short.known
        texts = [self._short.new(subject)]
        for places in holes:
            if len(places) == 1:
                value = values[places[0]]
                texts.append(value if value[0] == '"' and value[-1] != ">" else known(value))
            else:
                several = sorted({values[at] for at in places})
                texts.append(" , ".join(map(self._short.term, several)))
        return shape % tuple(texts)

    def _laid_out(self, predicates: Sequence[Written]) -> Layout:
        found: dict[Written, list[int]] = {}
        for at, predicate in enumerate(predicates):
            found.setdefault(predicate, []).append(at)
        order = sorted(found, key=place)
        verbs = ["a" if predicate == A else self._short.known(predicate).replace("%", "%%") for predicate in order]
        return "\n%s " + " ;\n    ".join(f"{verb} %s" for verb in verbs) + " .\n", [found[p] for p in order]
