"""`kg query`: a question by name or in SPARQL → a table on the terminal, or a standard format."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pyoxigraph as ox

from kg.cli.tabular import printable
from kg.cli.terminal import show_answer, show_catalogue
from kg.errors import QueryError, UsageError
from kg.graph.absent import absent
from kg.graph.catalogue import Question, ask, find_question, load_catalogue, read_question
from kg.graph.results import Answer, as_written, serialise
from kg.graph.sparql import EngineName, open_engine
from kg.graph.store import FORMATS, find_source
from kg.graph.terms import DEFAULT_BASE

OUTPUTS = ("table", "csv", "tsv", "json", "xml", "ttl", "nt", "rdf", "jsonld")


@click.command(name="query", context_settings={"ignore_unknown_options": True})
@click.argument("words", metavar="[FOLDER|FILE|-] [QUERY|NAME|FILE.rq|-] [--PARAMETER VALUE]...", nargs=-1)
@click.option("--list", "listing", is_flag=True, help="Show the named questions and their parameters.")
@click.option(
    "--lang",
    type=click.Choice(["id", "en"]),
    default="en",
    show_default=True,
    help="Language of --list, and of what questions answer.",
)
@click.option("--format", "format_name", type=click.Choice(OUTPUTS), help="How to print; a table when nothing is said.")
@click.option("--engine", type=click.Choice(["oxigraph", "rdflib"]), default="oxigraph", show_default=True)
@click.option("--base-iri", default=DEFAULT_BASE, show_default=True, help="Namespace for parameters given as ids.")
def command(
    words: tuple[str, ...], *, listing: bool, lang: str, format_name: str | None, engine: EngineName, base_iri: str
) -> None:
    """Ask the graph in SPARQL, or by the name of a question. Without a file, that of output/ is asked.

    \b
    kg query --list
    kg query who-met --a "KPU Klungkung" --from 2024-08-01
    kg query output/graph.ttl 'SELECT * { ?s ?p ?o } LIMIT 10' --format csv
    cat graph.ttl | kg query - 'ASK { ?s ?p ?o }'
    """
    if listing:
        show_catalogue(load_catalogue().values(), lang)
        return
    positional, given = _split(words)
    source_name, question = _arguments(positional)
    if any(parameter.name == "lang" for parameter in question.parameters):
        given["lang"] = lang
    answer_by = open_engine(find_source(source_name), engine, base_iri=base_iri)
    answer = as_written(ask(question, given, answer_by, base_iri=base_iri), question.query)
    if format_name in (None, "table"):
        show_answer(answer, base_iri)
    else:
        sys.stdout.buffer.write(serialise(answer, str(format_name), base_iri=base_iri))
        sys.stdout.buffer.flush()
    if not question.parameters and _nothing(answer):
        for sentence in absent(question.query, answer_by, base_iri=base_iri):
            click.echo(f"hint: {printable(sentence)}", err=True)


def _nothing(answer: Answer) -> bool:
    """Whether the graph had nothing to answer with: no row, or counts of nothing only."""
    told = (cell for row in answer.rows for cell in row if cell is not None)
    counted = all(isinstance(cell, ox.Literal) and cell.value == "0" for cell in told)
    return counted and not answer.triples and not answer.truth


def _split(words: tuple[str, ...]) -> tuple[list[str], dict[str, str]]:
    """Positional arguments, and the values of `--parameter value` or `--parameter=value`."""
    positional: list[str] = []
    given: dict[str, str] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if not word.startswith("--") or len(word) == 2:
            positional.append(word)
            continue
        name, equals, value = word[2:].partition("=")
        if not equals:
            if not rest:
                raise UsageError(f"--{name} needs a value", where="query", hint=f"write --{name} VALUE")
            value = rest.pop(0)
        if name in given:
            raise UsageError(f"--{name} is given twice", where="query", hint="give it once")
        given[name] = value
    return positional, given


def _arguments(positional: list[str]) -> tuple[str, Question]:
    """The source, and the question; the source is output/ when only a question is given."""
    match positional:
        case [question]:
            if _is_source(question):
                hint = "add SPARQL in quotes or the name of a question; `kg query --list` shows them"
                raise UsageError("no question", where=question, hint=hint)
            return "output", _question(question)
        case [source, question]:
            if source == question == "-":
                raise UsageError("data and query can't both come from stdin", where="-", hint="put one in a file")
            return source, _question(question)
        case _:
            hint = "kg query [FOLDER|FILE|-] QUERY; put SPARQL in quotes"
            raise UsageError(f"one or two arguments, not {len(positional)}", where="query", hint=hint)


def _is_source(value: str) -> bool:
    """Whether a lone argument names a graph; a query may be longer than any name of a file."""
    try:
        return Path(value).is_dir() or Path(value).suffix in FORMATS
    except OSError:
        return False


def _question(value: str) -> Question:
    if value == "-":
        return Question("-", {}, {}, (), _piped())
    if value.endswith(".rq"):
        return read_question(Path(value))
    if any(mark in value for mark in "{ \n"):
        return Question("query", {}, {}, (), value)
    return find_question(value, load_catalogue())


def _piped() -> str:
    """The query on standard input. Raises QueryError with the line that is not UTF-8."""
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise QueryError("not UTF-8", where=f"-:{line}", hint="give SPARQL in UTF-8") from None
