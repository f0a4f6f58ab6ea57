"""The ontology, loaded once, and a short way to read a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Article, Document
from kg.ontology import Ontology
from kg.ontology_files import load_ontology
from kg.reading.documents import to_document


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture(scope="session")
def read(ontology: Ontology) -> Callable[..., Document]:
    def reader(text: str, **fields: str) -> Document:
        return to_document(Article(id="x", text=text, **fields), ontology)

    return reader
