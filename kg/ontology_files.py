"""ontology/*.ttl → an Ontology; the only reader of Turtle in front of the graph.

Every fault of every file is found before anything is built.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.ontology import CONCEPT, NS, RDF_TYPE, SKOS, Concept, Label, LabelKind, Ontology, place_of

_LABELS: dict[str, LabelKind] = {
    SKOS + "prefLabel": "pref",
    SKOS + "altLabel": "alt",
    SKOS + "hiddenLabel": "hidden",
    SKOS + "notation": "notation",
    NS + "notLabel": "not",
}

# Properties that count, with the least and the greatest value; all but the weight are whole.
_COUNTS = {
    "monthNumber": (1, 12), "weekdayNumber": (0, 6), "dayNumber": (1, 31), "dayOffset": (-366, 366),
    "weekOffset": (-52, 52), "order": (0, 999), "weight": (0, 99),
}  # fmt: skip
_COUNT = re.compile(r"[+-]?[0-9]{1,3}(?P<part>\.[0-9]{1,3})?")


def ontology_folder() -> Path:
    """The folder that ships with the package, or that of the checkout."""
    packaged = resources.files("kg").joinpath("_ontology")
    with resources.as_file(packaged) as path:
        if path.is_dir():
            return path
    return Path(__file__).resolve().parent.parent / "ontology"


class Problems:
    """The errors of one run, collected so that all are seen at once."""

    def __init__(self) -> None:
        self._found: set[tuple[str, int, str]] = set()

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, path: Path, line: int, message: str) -> None:
        """Note one error at a line of a file."""
        self._found.add((str(path), line, message))

    def stop(self) -> None:
        """Raise one OntologyError with every problem, if there is any."""
        if not self._found:
            return
        (path, line, message), *others = sorted(self._found)
        more = "".join(f"\n{path}:{line}: {message}" for path, line, message in others)
        number = len(self._found)
        hint = f"mend {'this place' if number == 1 else f'these {number} places'}; nothing was built"
        raise OntologyError(message + more, where=f"{path}:{line}", hint=hint)


def load_ontology(folder: Path | None = None, *, problems: Problems | None = None) -> Ontology:
    """Read every `*.ttl` below a folder.

    Raises OntologyError that lists every syntax error and every wrong concept with file and line; when `problems` are
    given, they are added there and nothing is raised.
    """
    if folder is None and problems is None:
        return _shipped()
    found = Problems() if problems is None else problems
    root = folder or ontology_folder()
    if not root.is_dir():
        raise OntologyError("no such folder", where=str(root), hint="name the folder that holds the .ttl files")
    facts: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    content = hashlib.sha256()
    for path in sorted(
        p for p in root.rglob("*") if p.is_file() and p.suffix in (".ttl", ".csv", ".rq", ".txt", ".toml")
    ):
        data = path.read_bytes()
        content.update(f"{path.relative_to(root).as_posix()}:{len(data)}:".encode())
        content.update(data)
        if path.suffix == ".ttl":
            _collect(path, data, facts, found)
    concepts = _compounded({key: _concept(key, value) for key, value in sorted(facts.items()) if _is_concept(value)})
    wrong = [(key, fault) for key, concept in concepts.items() for fault in _faults(concept, facts[key], concepts)]
    for key, fault in wrong:
        found.add(*place_of(root, key), fault)
    if problems is None:
        found.stop()
    return Ontology(root, concepts, content.hexdigest()[:16])


@cache
def _shipped() -> Ontology:
    """The ontology that ships, read once in a process."""
    return load_ontology(ontology_folder())


def _collect(path: Path, data: bytes, facts: dict[str, dict[str, list[tuple[str, str]]]], problems: Problems) -> None:
    """Add the statements about concepts in a file to the facts."""
    try:
        for quad in ox.parse(data, ox.RdfFormat.TURTLE, lenient=False):
            subject = quad.subject
            if isinstance(subject, ox.NamedNode) and subject.value.startswith(CONCEPT):
                value, lang = quad.object, ""
                if isinstance(value, ox.Literal):
                    lang = value.language or ""
                    text = value.value
                else:
                    text = str(getattr(value, "value", ""))
                facts[subject.value.removeprefix(CONCEPT)][quad.predicate.value].append((text, lang))
    except SyntaxError as error:
        problems.add(path, error.lineno or 1, f"not Turtle: {error.msg}")


def _faults(
    concept: Concept, facts: Mapping[str, list[tuple[str, str]]], concepts: Mapping[str, Concept]
) -> Iterator[str]:
    """What is wrong with a concept, in words."""
    schemes = sorted({_local(value) for value, _ in facts.get(SKOS + "inScheme", [])})
    if len(schemes) != 1:
        yield f"concept {concept.id!r} is in {len(schemes)} schemes {schemes}; it needs one skos:inScheme"
    preferred = [label for label in concept.labels if label.kind == "pref"]
    if not preferred:
        yield f"concept {concept.id!r} has no skos:prefLabel"
    for lang in sorted({label.lang for label in preferred}):
        texts = [label.text for label in preferred if label.lang == lang]
        if len(texts) > 1:
            yield f"concept {concept.id!r} has {len(texts)} preferred labels in {lang or 'no language'!r}: {texts}"
    for label in concept.labels:
        if not label.text.strip():
            yield f"concept {concept.id!r} has an empty label"
    yield from _wrong_counts(concept)
    for above in concept.broader:
        if above not in concepts:
            yield f"concept {concept.id!r} is narrower than {above!r}, which is no concept"
    if concept.id in _above(concept.id, concepts):
        yield f"concept {concept.id!r} is broader than itself: its skos:broader makes a cycle"


def _wrong_counts(concept: Concept) -> Iterator[str]:
    """Properties that count, but have another value."""
    for name, (least, greatest) in _COUNTS.items():
        for value in concept.values.get(name, ()):
            found = _COUNT.fullmatch(value)
            if not found or (found["part"] and name != "weight") or not least <= float(value) <= greatest:
                yield f"concept {concept.id!r}: kg:{name} is {value!r:.40}, not a number from {least} to {greatest}"


def _above(key: str, concepts: Mapping[str, Concept]) -> set[str]:
    """Every concept that is broader than one."""
    found: set[str] = set()
    waiting = list(concepts[key].broader)
    while waiting:
        at = waiting.pop()
        if at not in found and at in concepts:
            found.add(at)
            waiting.extend(concepts[at].broader)
    return found


def _is_concept(facts: Mapping[str, list[tuple[str, str]]]) -> bool:
    return any(value == SKOS + "Concept" for value, _ in facts.get(RDF_TYPE, ())) or SKOS + "inScheme" in facts


def _local(iri: str) -> str:
    return iri.removeprefix(CONCEPT).removeprefix(NS)


def _compounded(concepts: dict[str, Concept]) -> dict[str, Concept]:
    """The concepts with the labels that each `kg:compoundHead` makes with those of `kg:compoundTail`, glued or parted.

    What another concept of the scheme has for a label stays its own.
    """
    taken: dict[str, set[str]] = defaultdict(set)
    for concept in concepts.values():
        taken[concept.scheme].update(label.text.casefold() for label in concept.labels)
    for key, concept in concepts.items():
        words = [concepts[tail] for tail in concept.values.get("compoundTail", ()) if tail in concepts]
        tails = [label.text for word in words for label in word.forms()]
        heads = concept.values.get("compoundHead", ())
        made = {f"{head}{joint}{tail}" for head in heads for tail in tails for joint in (" ", "")}
        new = {Label(text, "id", "hidden") for text in made if text.casefold() not in taken[concept.scheme]}
        if new:
            concepts[key] = replace(concept, labels=tuple(sorted({*concept.labels, *new})))
    return concepts


def _concept(key: str, facts: Mapping[str, list[tuple[str, str]]]) -> Concept:
    schemes = sorted({_local(value) for value, _ in facts.get(SKOS + "inScheme", [])})
    labels = tuple(
        sorted(Label(text, lang, kind) for iri, kind in _LABELS.items() for text, lang in facts.get(iri, []))
    )
    values = {
        iri.removeprefix(NS): tuple(sorted(_local(value) for value, _ in found))
        for iri, found in facts.items()
        if iri.startswith(NS) and iri not in _LABELS and iri != NS + "counterExample"
    }
    return Concept(
        id=key,
        scheme=schemes[0] if schemes else "",
        labels=labels,
        broader=tuple(sorted(_local(value) for value, _ in facts.get(SKOS + "broader", []))),
        examples=tuple(sorted(value for value, _ in facts.get(SKOS + "example", []))),
        counter_examples=tuple(sorted(value for value, _ in facts.get(NS + "counterExample", []))),
        values=values,
    )
