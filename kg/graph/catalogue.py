"""`ontology/queries/*.rq` → named questions with typed parameters, described in Indonesian and English.

A question's head is comments: `# title@id:`, `# title@en:`, `# about@id:`, `# about@en:`, and a line a parameter,
`# param NAME: TYPE [= DEFAULT] | in Indonesian | in English`. Parameters stand in a data block of the query, as in
`VALUES (?from ?to) { (UNDEF UNDEF) }`, which is filled when it is asked; `any` is the entity `kg:any`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from kg.errors import OntologyError, QueryError
from kg.graph.names import find_named
from kg.graph.results import Answer
from kg.graph.sparql import Engine
from kg.graph.terms import DEFAULT_BASE, Term, kg, text, typed
from kg.ontology_files import ontology_folder

LANGUAGES = ("en", "id")
TYPES = ("entity", "region", "article", "date", "integer", "language")
_HEAD = re.compile(r"# (?P<key>title|about)@(?P<lang>id|en): (?P<text>.+)")
_PARAM = re.compile(
    r"# param (?P<name>\w+): (?P<type>\w+)(?: = (?P<default>[^|]*?))? \| (?P<id>[^|]+?) \| (?P<en>[^|]+?)\s*"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question must or may be told; without a default it must."""

    name: str
    type: str
    default: str | None
    about: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A named question: title and explanation by language, parameters, and the SPARQL of it."""

    name: str
    title: Mapping[str, str]
    about: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    query: str


def read_question(path: Path) -> Question:
    """A question of a file; one without a head has no parameters.

    Raises QueryError when the file can't be read, OntologyError at a parameter line that is malformed.
    """
    try:
        query = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"can't read the query: {error}", where=str(path), hint="give SPARQL in UTF-8") from None
    heads: dict[str, dict[str, str]] = {"title": {}, "about": {}}
    parameters = []
    for number, line in enumerate(query.splitlines(), 1):
        if head := _HEAD.fullmatch(line):
            heads[head["key"]][head["lang"]] = head["text"]
        elif line.startswith("# param "):
            found = _PARAM.fullmatch(line)
            if not found or found["type"] not in TYPES:
                hint = f"write `# param NAME: TYPE = DEFAULT | Indonesian | English` with a type of {', '.join(TYPES)}"
                raise OntologyError("not a parameter", where=f"{path}:{number}", hint=hint)
            about = {"id": found["id"], "en": found["en"]}
            parameters.append(Parameter(found["name"], found["type"], found["default"], about))
    return Question(path.stem, heads["title"], heads["about"], tuple(parameters), query)


def load_catalogue(folder: Path | None = None) -> dict[str, Question]:
    """The questions of a folder by name, in order; that of the ontology when none is given."""
    root = folder or ontology_folder() / "queries"
    return {path.stem: read_question(path) for path in sorted(root.glob("*.rq"))}


def find_question(name: str, catalogue: Mapping[str, Question]) -> Question:
    """The question of that name. Raises QueryError that names the nearest ones."""
    if name in catalogue:
        return catalogue[name]
    near = get_close_matches(name, catalogue, n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else "`kg query --list` shows all of them"
    raise QueryError(f"no question and no SPARQL: {name!r}", where="query", hint=hint)


def ask(question: Question, given: Mapping[str, str], engine: Engine, *, base_iri: str = DEFAULT_BASE) -> Answer:
    """The answer to a question. Raises QueryError as `bind` does, and when the query is malformed."""
    return engine(question.query, parameters=bind(question, given, engine, base_iri=base_iri))


def bind(
    question: Question, given: Mapping[str, str], engine: Engine, *, base_iri: str = DEFAULT_BASE
) -> dict[str, Term]:
    """The values of a question's parameters as terms.

    Raises QueryError at an unknown or a missing parameter, at a value of another type, and at a name that is of nothing
    or of several things in the graph.
    """
    known = {parameter.name for parameter in question.parameters}
    for name in given:
        if name not in known:
            takes = ", ".join(f"--{n}" for n in sorted(known)) or "none"
            raise QueryError(f"{question.name} has no parameter --{name}", where="query", hint=f"it takes {takes}")
    return {p.name: _value(p, given.get(p.name, p.default), engine, base_iri) for p in question.parameters}


def _value(parameter: Parameter, value: str | None, engine: Engine, base_iri: str) -> Term:
    where = f"--{parameter.name}"
    if value is None:
        raise QueryError(f"{where} is missing: {parameter.about['en']}", where="query", hint=f"add {where} VALUE")
    match parameter.type:
        case "date":
            return _day(value, where)
        case "language":
            if value not in LANGUAGES:
                raise QueryError(
                    f"no language of answers: {value!r}", where=where, hint=f"use {' or '.join(LANGUAGES)}"
                )
            return text(value)
        case "integer":
            if not re.fullmatch(r"[+-]?[0-9]{1,18}", value):
                raise QueryError(f"not a whole number: {value!r}", where=where, hint="give digits only")
            return typed(value, "integer")
        case kind:
            if value == "any" and parameter.default == "any":
                return kg("any")
            return find_named(value, kind, engine, where=where, base_iri=base_iri)


def _day(value: str, where: str) -> Term:
    hint = "give year, month and day, as in 2024-08-30"
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise QueryError(f"not a day: {value!r}", where=where, hint=hint)
    try:
        date.fromisoformat(value)
    except ValueError:
        raise QueryError(f"no such day: {value!r}", where=where, hint=hint) from None
    return typed(value, "date")
