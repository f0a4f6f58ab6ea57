"""One extractor for all tests of extraction, and short ways to ask it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Article
from kg.pipeline import Extraction
from kg.records import Record

Read = Callable[..., Record]


@pytest.fixture(scope="session")
def read() -> Read:
    """Text → record, with a publication date."""
    extraction = Extraction()

    def record(text: str, *, title: str | None = None, published: str | None = "2024-09-30") -> Record:
        return extraction.record(Article("a1", text, title=title, published=published))

    return record


def parts_of(record: Record) -> set[tuple[str, str]]:
    """Who took part in which role, by name, over all events."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["participant"]], p["role"]) for event in record["events"] for p in event["participations"]}


def posts_with_days(read: Read, text: str) -> list[tuple[str, str, bool, str | None, str | None, str | None]]:
    """Who holds or held which post in a text: name, post, whether formerly, days seen, of start and of end."""
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    fields = ("former", "seen", "start", "end")
    return sorted((names[p["person"]], p["post"], *(p[field] for field in fields)) for p in record["postings"])  # type: ignore[literal-required,misc]
