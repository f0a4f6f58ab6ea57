"""A subject and its facts → the block of Turtle that says them.

Most blocks are alike: their predicates are laid out once, and the same layout takes the next values.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from kg.graph.notation import A, Fact, Written, absolute, place
from kg.graph.terms import KINDS, XSD, prefixes

_LOCAL = r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"
_LOCAL_PART = re.compile(_LOCAL)
_BARE = {
    "integer": re.compile(r"[+-]?[0-9]+"),
    "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    "boolean": re.compile("true|false"),
}
KNOWN = 1 << 18  # resources that are kept; each is named hundreds of times
_RECENT = 1 << 14  # numbers and days that are kept
_MANY = 24  # facts of a subject; more of them seldom come in the same layout again

Key = TypeVar("Key")
Layout = list[tuple[str, list[int]]]  # the predicates of a block as they are written, and where their values stand


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
        self.known = Latest(self.new, KNOWN).__getitem__
        self._recent = Latest(self.new, _RECENT).__getitem__

    def header(self) -> Iterator[str]:
        for prefix, namespace in self.namespaces.items():
            yield f"@prefix {prefix}: <{namespace}> .\n"

    def term(self, term: Written) -> str:
        """A term that may come again, or a literal of free text."""
        if term[0] == "<":
            return self.known(term)
        return self._recent(term) if term[-1] == ">" else term

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
        term = self._short.term
        pieces = ["\n", self._short.new(subject)]
        if len(facts) < _MANY:
            predicates, values = zip(*facts, strict=True)
            for verb, places in self._layout(predicates):
                pieces.append(verb)
                if len(places) == 1:
                    pieces.append(term(values[places[0]]))
                else:
                    pieces.append(" , ".join(map(term, sorted({values[at] for at in places}))))
        else:
            told: dict[Written, list[Written]] = defaultdict(list)
            for predicate, value in facts:
                told[predicate].append(value)
            for verb, predicate in self._verbs(told):
                pieces += (verb, " , ".join(map(term, sorted(set(told[predicate])))))
        pieces.append(" .\n")
        return "".join(pieces)

    def _laid_out(self, predicates: Sequence[Written]) -> Layout:
        places: dict[Written, list[int]] = defaultdict(list)
        for at, predicate in enumerate(predicates):
            places[predicate].append(at)
        return [(verb, places[predicate]) for verb, predicate in self._verbs(places)]

    def _verbs(self, predicates: Iterable[Written]) -> Iterator[tuple[str, Written]]:
        """Predicates in order, each as a block has it."""
        for at, predicate in enumerate(sorted(predicates, key=place)):
            yield self._verb(predicate, between=at > 0), predicate

    def _verb(self, predicate: Written, *, between: bool = True) -> str:
        """A predicate with what stands around it: the end of the one before, unless it is the first."""
        verb = "a" if predicate == A else self._short.known(predicate)
        return f" ;\n    {verb} " if between else f" {verb} "


class Latest(dict[Key, str]):
    """How values are written, the latest ones; quicker than a cache that forgets one by one."""

    def __init__(self, write: Callable[[Key], str], most: int) -> None:
        super().__init__()
        self._write = write
        self._most = most

    def __missing__(self, value: Key) -> str:
        if len(self) >= self._most:
            self.clear()
        self[value] = written = self._write(value)
        return written
