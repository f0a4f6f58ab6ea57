"""Articles → records, one after another, in one process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.extraction.claims.terms import Terms
from kg.extraction.extract import Extractor
from kg.lexicon.compile import Lexicon, load_lexicon
from kg.model import Article, Document, Issue
from kg.pipeline.attempts import Limits, attempt
from kg.pipeline.quotes import put_back, verify
from kg.reading.articles import read_articles
from kg.reading.documents import to_document
from kg.reading.plain_signs import in_plain_signs
from kg.records import Record
from kg.wire import loads

_NO_ISSUES = b'"issues":[]'  # no text holds this: its quotes would be escaped


@dataclass
class Extraction:
    """Reads articles with one lexicon; `issues` gathers what could not be read, in the order it was met."""

    lexicon: Lexicon = field(default_factory=load_lexicon)
    issues: list[Issue] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._extractor = Extractor(self.lexicon)
        self._terms = Terms(self.lexicon.ontology)

    def articles(self, paths: Sequence[str | Path]) -> Iterator[Article]:
        """The articles of all paths; raises as `read_articles` does."""
        return read_articles(paths, problems=self.issues.append, ontology=self.lexicon.ontology)

    def document(self, article: Article) -> Document:
        """The article with its body found."""
        return to_document(article, self.lexicon.ontology)

    def record(self, article: Article) -> Record:
        """What one article says, read in plain signs; every quote is checked to stand in the stored text.

        Raises KGError when one does not: a defect of the program, never of the article.
        """
        read = in_plain_signs(article.text)
        if read is None:
            record = self._read(self.document(article))
        else:
            shown = replace(article, text=read.text, title=_plain(article.title))
            record = self._read(replace(self.document(shown), article=article))
            put_back(record, read, article.text)
        verify(record, article.text)
        return record

    def _read(self, document: Document) -> Record:
        return self._terms.apply(self._extractor.extract(document), document.text)

    def records(self, articles: Iterable[Article]) -> Iterator[Record]:
        """The records of articles, one after another; what is doubtful in them is told among the issues.

        An article that can't be read, or takes too long, is set aside: there is an issue that names it instead.
        """
        for article in articles:
            outcome = attempt(self, article, Limits())
            if isinstance(outcome, Issue):
                self.issues.append(outcome)
                continue
            record: Record = loads(outcome)
            self.issues += issues_of(record)
            yield record


def _plain(title: str | None) -> str | None:
    read = in_plain_signs(title) if title else None
    return " ".join(read.text.split()) if read else title


def issues_in(line: bytes) -> list[Issue]:
    """The same of a record as `dumps` writes it; most have none, and are not read for that."""
    return [] if _NO_ISSUES in line else issues_of(loads(line))


def issues_of(record: Record) -> list[Issue]:
    """What extraction found doubtful in an article."""
    return [Issue(issue["code"], issue["message"], issue["where"]) for issue in record["issues"]]
