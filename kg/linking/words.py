"""Ontology → Words: what linking knows of names, ranks and posts, as plain values.

A rank or a post that the ontology does not know weighs nothing; no name, rank or post stands in the code.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kg.errors import OntologyError
from kg.linking.folding import fold_words
from kg.ontology import Concept, Ontology
from kg.ontology_files import load_ontology


@dataclass(frozen=True, slots=True)
class Particle:
    """A part of a name that may be left out: "title", "order" (of birth) or "gender" with "m" or "f"."""

    kind: str
    gender: str = ""


class Rank(NamedTuple):
    """A rank: its service, or a branch of one, and its place from the top (1 is the highest)."""

    service: str
    order: int
    label: str


@dataclass(frozen=True)
class Words:
    """All words that linking compares by; the keys are folded as `fold_words` does."""

    particles: Mapping[tuple[str, ...], Particle] = field(default_factory=dict)
    equivalents: Mapping[str, str] = field(default_factory=dict)
    spellings: tuple[tuple[str, str], ...] = ()  # (written, sounds), longest first
    common: frozenset[str] = frozenset()
    ranks: Mapping[str, Rank] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()  # concepts of posts that one person holds at a time
    posts: Mapping[str, frozenset[str]] = field(default_factory=dict)  # post concept → words of its forms
    floors: Mapping[str, str] = field(default_factory=dict)  # post concept → lowest rank, folded
    services: Mapping[str, str] = field(default_factory=dict)  # branch of a service → the service
    officers: Mapping[str, str] = field(default_factory=dict)  # class of body → the service of its officers
    careers: frozenset[str] = frozenset()  # classes of body whose offices make a career
    whole: frozenset[str] = frozenset()  # of those, where nobody holds two offices far apart at a time
    several: frozenset[str] = frozenset()  # of those, where somebody may hold two in one province

    def rank(self, text: str | None) -> Rank | None:
        """The rank that a wording names, with or without a corps behind it ("Letkol Inf."); None when not known."""
        tokens = fold_words(text or "").split()
        for end in range(len(tokens), 0, -1):
            found = self.ranks.get(" ".join(tokens[:end]))
            if found:
                return found
        return None


@cache
def default_words() -> Words:
    """The words of the ontology that is installed."""
    return words_of(load_ontology())


def words_of(ontology: Ontology) -> Words:
    """Compile the concepts that linking understands; raises OntologyError where a lowest rank is not a rank."""
    ranks = _ranks(ontology)
    floors: dict[str, str] = {}
    for concept in ontology.scheme("rank-floor"):
        lowest = fold_words(concept.value("lowest") or "")
        if ranks and lowest not in ranks:
            raise OntologyError(
                f"{concept.id!r}: kg:lowest {concept.value('lowest')!r} is no rank",
                where=str(ontology.root / "linking.ttl"),
            )
        floors.update(dict.fromkeys(concept.values.get("post", ()), lowest))
    careers = ontology.scheme("careers")
    return Words(
        particles={
            tuple(fold_words(form).split()): Particle(
                concept.value("particle") or "title", concept.value("gender") or ""
            )
            for concept in ontology.scheme("name-particle")
            for form in _forms(concept)
        },
        equivalents={
            fold_words(form): fold_words(c.label()) for c in ontology.scheme("name-equivalent") for form in _forms(c)
        },
        spellings=_spellings(ontology),
        common=frozenset(_column(ontology.root / "common_names.csv")),
        ranks=ranks,
        heads=_heads(ontology),
        posts={
            concept.id: frozenset(token for form in _forms(concept) for token in fold_words(form).split())
            for concept in ontology.scheme("post-types")
        },
        floors=floors,
        services={form: c.label() for c in ontology.scheme("services") for form in _forms(c)},
        officers={cls: c.label() for c in ontology.scheme("services") for cls in c.values.get("officersOf", ())},
        careers=_offices_at(careers),
        whole=_offices_at(career for career in careers if not career.flag("partOfLife")),
        several=_offices_at(career for career in careers if career.flag("severalOffices")),
    )


def _offices_at(careers: Iterable[Concept]) -> frozenset[str]:
    return frozenset(cls for career in careers for cls in career.values.get("officesAt", ()))


def _spellings(ontology: Ontology) -> tuple[tuple[str, str], ...]:
    found = [
        (label.text, concept.label())
        for concept in ontology.scheme("spelling")
        for label in concept.labels
        if label.kind == "hidden"
    ]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def _forms(concept: Concept) -> Iterable[str]:
    return (
        label.text
        for label in concept.labels
        if label.kind in ("pref", "alt", "hidden", "notation") and label.lang != "en"
    )


def _column(path: Path) -> set[str]:
    if not path.is_file():
        return set()
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {fold_words(row["name"] or "") for row in csv.DictReader(file)}
    except (OSError, UnicodeDecodeError, KeyError, csv.Error) as error:
        raise OntologyError(
            f"not a table in UTF-8 with a column `name`: {error}", where=str(path), hint="restore the file"
        ) from None


def _ranks(ontology: Ontology) -> dict[str, Rank]:
    found: dict[str, Rank] = {}
    for concept in ontology.scheme("ranks"):
        order = concept.value("order")
        if order and order.isdigit():
            rank = Rank(concept.value("service") or concept.value("branch") or "", int(order), concept.label())
            for form in _forms(concept):
                found.setdefault(fold_words(form), rank)
    return found


def _heads(ontology: Ontology) -> frozenset[str]:
    return frozenset(concept.id for concept in ontology.scheme("post-types") if concept.value("rankOfPost") == "head")
