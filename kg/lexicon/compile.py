"""The ontology folder → the Lexicon: concepts, gazetteer, and a matcher for any choice of schemes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.errors import OntologyError
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.matcher import Matcher
from kg.ontology import Ontology
from kg.ontology_files import Problems, load_ontology, ontology_folder


@dataclass(frozen=True)
class Lexicon:
    """What is known of the language and of the institutions. Make it with `load_lexicon`."""

    ontology: Ontology
    gazetteer: Gazetteer
    _matchers: dict[tuple[str, ...], Matcher] = field(default_factory=dict, repr=False, compare=False)

    def matcher(self, *schemes: str) -> Matcher:
        """The matcher of some schemes; built once for each choice.

        Raises OntologyError when a scheme has no concept.
        """
        found = self._matchers.get(schemes)
        if found is None:
            for scheme in schemes:
                if not self.ontology.scheme(scheme):
                    raise OntologyError(
                        f"no concept is in the scheme {scheme!r}",
                        where=str(self.ontology.root),
                        hint="name a scheme of the ontology, or add concepts to it",
                    )
            concepts = [concept for scheme in schemes for concept in self.ontology.scheme(scheme)]
            found = self._matchers[schemes] = Matcher(concepts)
        return found


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Read the ontology and its tables.

    Raises OntologyError that lists everything that is wrong in them, with file and line.
    """
    if folder is None:
        return _shipped()
    problems = Problems()
    ontology = load_ontology(folder, problems=problems)
    return Lexicon(ontology, Gazetteer.load(ontology, problems))


@cache
def _shipped() -> Lexicon:
    """The lexicon that ships, made once in a process, of the ontology that others read as well."""
    try:
        ontology = load_ontology()
    except OntologyError:
        return load_lexicon(ontology_folder())  # which tells what is wrong in the tables too
    return Lexicon(ontology, Gazetteer.load(ontology, Problems()))
