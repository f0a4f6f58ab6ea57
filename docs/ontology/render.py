"""The ontology → pages of this folder: kinds of institution, posts, ranks, and what each property means."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.ontology import Concept, Ontology
from kg.ontology_files import load_ontology

RDFS = "http://www.w3.org/2000/01/rdf-schema#"
RANKS = ("services", "ranks", "corps", "rank-markers", "honorifics", "degrees", "name-particles")
PAGES = {
    "kinds.md": ("Kinds of institution", ("institution-types", "institution-places", "party-branches", "level-words")),
    "posts.md": ("Posts", ("post-types", "acting", "former")),
    "ranks.md": ("Ranks and titles", RANKS),
}
COLUMNS = {
    "institution-types": ("entityClass", "level", "namedBy", "nameTemplate", "parentType"),
    "institution-places": ("placeOf",),
    "post-types": ("postAt", "rankOfPost", "impliesInstitution", "fitsClass"),
    "services": ("officersOf", "corpsBehindRank"),
    "ranks": ("branch", "order"),
}


def page(ontology: Ontology, title: str, schemes: Iterable[str]) -> str:
    """One page: a table for each scheme."""
    return "\n".join([f"# {title}", "", *(line for scheme in schemes for line in _table(ontology, scheme))]) + "\n"


def terms(folder: Path) -> str:
    """The page of properties and classes: name, label, comment."""
    facts: dict[str, dict[str, str]] = {}
    for name in ("kg.ttl", "lexicon-terms.ttl"):
        for quad in ox.parse(path=folder / name, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.object, ox.Literal) and quad.object.language == "en":
                facts.setdefault(str(quad.subject.value), {})[quad.predicate.value] = quad.object.value
    lines = ["# Terms", "", "| term | label | meaning |", "|---|---|---|"]
    for iri, values in sorted(facts.items()):
        short = iri.replace("https://kg.example/ns#", "kg:")
        lines.append(
            f"| `{short}` | {_cell(values.get(RDFS + 'label', ''))} | {_cell(values.get(RDFS + 'comment', ''))} |"
        )
    return "\n".join(lines) + "\n"


def _table(ontology: Ontology, scheme: str) -> Iterator[str]:
    columns = COLUMNS.get(scheme, ())
    yield f"## {scheme} ({len(ontology.scheme(scheme))})"
    yield ""
    yield "| " + " | ".join(["concept", "name", "English", "also", "matched only", *columns, "example"]) + " |"
    yield "|" + "---|" * (6 + len(columns))
    for concept in ontology.scheme(scheme):
        yield "| " + " | ".join(_cell(text) for text in _row(concept, columns)) + " |"
    yield ""


def _row(concept: Concept, columns: Iterable[str]) -> Iterator[str]:
    yield f"`{concept.id}`"
    yield concept.label()
    yield concept.label("en") if any(label.lang == "en" for label in concept.labels) else ""
    yield "; ".join(label.text for label in concept.labels if label.kind in ("alt", "notation"))
    heads = concept.values.get("compoundHead", ())
    hidden = [label.text for label in concept.labels if label.kind == "hidden" and not label.text.startswith(heads)]
    yield "; ".join([*hidden, *(f"{head} …" for head in heads)])
    for column in columns:
        yield "; ".join(concept.values.get(column, ()))
    yield concept.examples[0] if concept.examples else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main(target: Path) -> None:
    """Write all pages into a folder."""
    ontology = load_ontology()
    for name, (title, schemes) in PAGES.items():
        (target / name).write_text(page(ontology, title, schemes), "utf-8")
    (target / "terms.md").write_text(terms(ontology.root), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
