"""The ontology as plain values: concepts by scheme, with their labels, and the lists of words beside them.

A concept is a `skos:Concept` of a scheme, named `https://kg.example/concept/<id>`. Labels drive matching: prefLabel is
shown, altLabel and hiddenLabel are matched, notation is matched with its case, `kg:notLabel` blocks a match. Whatever
else a concept has under `kg:` is kept as values by local name, for the station that understands it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from kg.errors import OntologyError

NS = "https://kg.example/ns#"
CONCEPT = "https://kg.example/concept/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

LabelKind = Literal["pref", "alt", "hidden", "notation", "not"]


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A wording of a concept: its text, its language ("" for none) and what it is for."""

    text: str
    lang: str
    kind: LabelKind


@dataclass(frozen=True, slots=True)
class Concept:
    """A term of the ontology. `values` are its `kg:` properties: literals as they are, resources by local name."""

    id: str
    scheme: str
    labels: tuple[Label, ...]
    broader: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def label(self, lang: str = "id") -> str:
        """The preferred label in a language, else in any, else the id."""
        preferred = sorted((label.lang != lang, label.text) for label in self.labels if label.kind == "pref")
        return preferred[0][1] if preferred else self.id

    def forms(self, lang: str = "id") -> tuple[Label, ...]:
        """The labels that are matched in texts of a language, or in any when they have none."""
        return tuple(label for label in self.labels if label.kind != "not" and label.lang in (lang, ""))

    def value(self, name: str) -> str | None:
        """The single value of a property, or None; with several, the first in order."""
        values = self.values.get(name)
        return values[0] if values else None

    def flag(self, name: str) -> bool:
        """Whether a property is set to true."""
        values = self.values.get(name)
        return values[0] == "true" if values else False


@dataclass(frozen=True)
class Ontology:
    """All concepts by id, and where they came from. `version` is a hash of every file's content."""

    root: Path
    concepts: Mapping[str, Concept]
    version: str

    @cached_property
    def schemes(self) -> Mapping[str, tuple[Concept, ...]]:
        """The concepts of each scheme, by id."""
        found: dict[str, list[Concept]] = defaultdict(list)
        for concept in self.concepts.values():
            found[concept.scheme].append(concept)
        return {scheme: tuple(concepts) for scheme, concepts in sorted(found.items())}

    def scheme(self, name: str) -> tuple[Concept, ...]:
        """The concepts of a scheme; empty when nothing is in it."""
        return self.schemes.get(name, ())

    def place(self, concept: str) -> tuple[Path, int]:
        """The file and line where a concept is defined, for messages."""
        return place_of(self.root, concept)

    def words(self, file: str) -> frozenset[str]:
        """The words of a list beside the concepts. Raises OntologyError when it can't be read."""
        return frozenset(word for line in self.lines(file) for word in line.split())

    def lines(self, file: str) -> list[str]:
        """The lines of a list beside the concepts. Raises OntologyError when it can't be read."""
        path = self.root / file
        try:
            return path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise OntologyError(
                f"not a list of words in UTF-8: {error}", where=str(path), hint="restore the file"
            ) from None

    def ancestors(self, concept: str) -> Iterator[str]:
        """The broader concepts, nearest first."""
        queue, seen = list(self.concepts[concept].broader), {concept}
        while queue:
            above = queue.pop(0)
            if above not in seen:
                seen.add(above)
                yield above
                if above in self.concepts:
                    queue.extend(self.concepts[above].broader)

    def top(self, concept: str) -> str:
        """The broadest of the concepts above, or the concept itself."""
        return [concept, *self.ancestors(concept)][-1]


def place_of(root: Path, key: str) -> tuple[Path, int]:
    """The file and line where a concept is defined."""
    start = re.compile(rf"\s*(?:[A-Za-z0-9]*:{re.escape(key)}|<{re.escape(CONCEPT + key)}>)(?=[\s;]|$)")
    for path in sorted(p for p in root.rglob("*.ttl") if p.is_file()):
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            if start.match(line):
                return path, number
    return root, 1
