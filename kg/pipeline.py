"""The walk of a datum, in its order: articles → documents → records → linked records → knowledge base → files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import KGError
from kg.export.files import atomic
from kg.export.graphml import write_graphml
from kg.export.stats import write_stats
from kg.export.turtle import write_turtle
from kg.extraction.extract import Extractor, spans_of
from kg.graph.knowledge_base import KnowledgeBase, from_records, to_lines
from kg.lexicon.compile import Lexicon, load_lexicon
from kg.linking.decisions import read_decisions
from kg.linking.link import link
from kg.model import Article, Document, Issue
from kg.reading.articles import read_articles
from kg.reading.documents import to_document
from kg.records import Record

Track = Callable[[Iterable[Article]], Iterable[Article]]


@dataclass
class Extraction:
    """Reads articles with one lexicon; `issues` gathers what could not be read, in the order it was met."""

    lexicon: Lexicon = field(default_factory=load_lexicon)
    issues: list[Issue] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._extractor = Extractor(self.lexicon)

    def articles(self, paths: Sequence[str | Path]) -> Iterator[Article]:
        """The articles of all paths; raises as `read_articles` does."""
        return read_articles(paths, problems=self.issues.append, ontology=self.lexicon.ontology)

    def document(self, article: Article) -> Document:
        """The article with its body found."""
        return to_document(article, self.lexicon.ontology)

    def record(self, article: Article) -> Record:
        """What one article says; every quote is checked to stand at its offsets.

        Raises KGError when one does not: a defect of the program, never of the article.
        """
        record = self._extractor.extract(self.document(article))
        verify(record, article.text)
        self.issues += [Issue(i["code"], i["message"], i["where"]) for i in record["issues"]]
        return record

    def records(self, articles: Iterable[Article]) -> Iterator[Record]:
        """The records of articles, one after another."""
        return (self.record(article) for article in articles)


@dataclass(frozen=True, slots=True)
class Options:
    """What a build may be told: the file of human decisions, the base of its IRIs, whether to make the page."""

    decisions: Path | None = None
    base_iri: str | None = None
    html: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """What a build has made, in numbers, and what went wrong on the way."""

    articles: int
    entities: int
    events: int
    claims: int
    issues: tuple[Issue, ...]


def build(
    paths: Sequence[str | Path], output: Path, options: Options | None = None, *, track: Track | None = None
) -> Result:
    """Read articles and write everything about them into a folder; raises KGError where that can't be done."""
    options = options or Options()
    extraction = Extraction()
    articles = extraction.articles(paths)
    records = list(extraction.records(track(articles) if track else articles))
    decisions = read_decisions(options.decisions) if options.decisions else ()
    linked = link(records, decisions=decisions)
    base = from_records(linked, extraction.lexicon.gazetteer)
    issues = tuple(sorted(set(extraction.issues)))
    write_outputs(base, issues, output, options)
    claims = len(base.postings) + len(base.participations)
    return Result(len(base.articles), len(base.entities), len(base.events), claims, issues)


def write_outputs(base: KnowledgeBase, issues: Iterable[Issue], output: Path, options: Options) -> None:
    """Write every view of a knowledge base into a folder."""
    with atomic(output / "statements.jsonl") as file:
        file.writelines(f"{line}\n".encode() for line in to_lines(base))
    iri = {"base_iri": options.base_iri} if options.base_iri else {}
    write_turtle(base, output / "graph.ttl", **iri)
    write_graphml(base, output / "graph.graphml")
    write_stats(base, output / "stats.json")
    if options.html:
        from kg.export.html import write_html

        write_html(base, output / "graph.html")
    write_issues(issues, output / "issues.jsonl")


def verify(record: Record, text: str) -> None:
    """Check that every quote of a record stands at its offsets in the stored text."""
    evidence = [p["evidence"] for p in record["postings"]]
    for event in record["events"]:
        evidence += [part["evidence"] for part in event["participations"]]
        if "evidence" in event:
            evidence.append(event["evidence"])
    quotes = [(e["start"], e["end"], e["quote"]) for e in evidence]
    quotes += [(m["start"], m["end"], m["text"]) for entity in record["entities"] for m in entity["mentions"]]
    for start, end, quote in quotes:
        if text[start:end] != quote:
            raise KGError(
                f"the quote {quote[:40]!r} does not stand at [{start}, {end})",
                where=record["article"],
                hint="this is a defect of kg: please report it with the article",
            )


def write_issues(issues: Iterable[Issue], path: Path) -> int:
    """Write `issues.jsonl`, sorted, without repeats; returns how many there are."""
    lines = sorted({json.dumps(_plain(issue), ensure_ascii=False) for issue in issues})
    with atomic(path) as file:
        file.writelines(f"{line}\n".encode() for line in lines)
    return len(lines)


def _plain(issue: Issue) -> dict[str, str]:
    return {"code": issue.code, "message": issue.message, "where": issue.where, "hint": issue.hint}


__all__ = ["Extraction", "spans_of", "verify", "write_issues"]
