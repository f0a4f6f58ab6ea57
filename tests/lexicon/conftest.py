"""The shipped lexicon, loaded once, and a copy of the ontology folder that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.lexicon.compile import Lexicon, load_lexicon
from kg.lexicon.gazetteer import Gazetteer
from kg.ontology_files import ontology_folder


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def gazetteer(lexicon: Lexicon) -> Gazetteer:
    return lexicon.gazetteer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "ontology"
    shutil.copytree(ontology_folder(), copy)
    return copy
