"""One ontology for all tests of linking."""

from __future__ import annotations

import pytest

from kg.linking.names import Names
from kg.linking.words import Words, default_words


@pytest.fixture(scope="session")
def words() -> Words:
    return default_words()


@pytest.fixture(scope="session")
def names(words: Words) -> Names:
    return Names(words)
