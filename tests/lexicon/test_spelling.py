"""Spellings of one name sound alike; other names, and initials, don't."""

from __future__ import annotations

import pytest

from kg.lexicon.spelling import Spelling
from kg.ontology_files import load_ontology


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling(load_ontology())


@pytest.mark.parametrize(
    ("left", "right"), [("Muhammad", "Moch"), ("Ady", "Adi"), ("Soekarno", "Sukarno"), ("Fachri", "Fahri")]
)
def test_spellings_of_one_name_sound_alike(spelling: Spelling, left: str, right: str) -> None:
    assert spelling.sound(left) == spelling.sound(right)


@pytest.mark.parametrize(("left", "right"), [("Ani", "Adi"), ("M", "Muhammad"), ("Budi", "Rudi")])
def test_other_names_do_not(spelling: Spelling, left: str, right: str) -> None:
    assert spelling.sound(left) != spelling.sound(right)
