"""A new kind of institution is an edit of the ontology alone: found, named, resolved, in the chain of command."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.lexicon.compile import load_lexicon
from kg.lexicon.phrases import read_phrase

HEAD = """@prefix kg: <https://kg.example/ns#> .
@prefix kgc: <https://kg.example/concept/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
HARBOUR = """kgc:jaga-laut a skos:Concept ; skos:inScheme kgc:institution-types ;
    skos:prefLabel "Jaga Laut"@id ; skos:altLabel "Satuan Jaga Laut Daerah"@id ;
    kg:entityClass kg:MilitaryCommand ; kg:level "regency" ; kg:namedBy "region" ; kg:nameTemplate "Jaga Laut {name}" ;
    kg:parentType kgc:tni-al .
kgc:danjagal a skos:Concept ; skos:inScheme kgc:post-types ; skos:prefLabel "Danjagal"@id ;
    kg:postAt kgc:jaga-laut ; kg:rankOfPost "head" ; kg:impliesInstitution true .
"""


def test_a_kind_that_every_region_has(folder: Path) -> None:
    before = load_lexicon(folder)
    assert read_phrase(before, "Danjagal Klungkung") is None
    (folder / "kinds" / "jaga-laut.ttl").write_text(HEAD + HARBOUR, "utf-8")
    lexicon = load_lexicon(folder)
    for name in ("Danjagal Klungkung", "Satuan Jaga Laut Daerah Kab. Klungkung", "JAGA LAUT KLUNGKUNG"):
        phrase = read_phrase(lexicon, name)
        assert phrase is not None and phrase.type == "jaga-laut"
        unit = lexicon.gazetteer.resolve(phrase.type, phrase.name, level=phrase.level).unit
        assert unit is not None
        assert (unit.id, unit.name, unit.cls) == ("jaga-laut-51.05", "Jaga Laut Klungkung", "MilitaryCommand")
    assert [unit.id for unit in lexicon.gazetteer.chain("jaga-laut-51.05")] == ["jaga-laut-51.05", "tni-al", "tni"]
    assert lexicon.ontology.version != before.ontology.version


@pytest.mark.parametrize(
    ("file", "text", "kind"),
    [
        ("kodaeral.ttl", "Dankodaeral VI", "kodaeral"),
        ("kodaeral.ttl", "Komando Daerah TNI AL VI", "kodaeral"),
        ("puskesmas.ttl", "Kapuskesmas Mekar Jaya", "puskesmas"),
        ("puskesmas.ttl", "Puskesmas Mekar Jaya", "puskesmas"),
    ],
)
def test_the_kinds_added_by_one_file_each(folder: Path, file: str, text: str, kind: str) -> None:
    phrase = read_phrase(load_lexicon(folder), text)
    assert phrase is not None and phrase.type == kind
    (folder / "kinds" / file).unlink()
    phrase = read_phrase(load_lexicon(folder), text)
    assert phrase is None or phrase.type != kind


def test_a_listed_unit_and_an_abbreviation_are_rows(folder: Path) -> None:
    with (folder / "units" / "polres.csv").open("a", encoding="utf-8") as file:
        file.write("polres-51.05-mekar,polres,,Polres Mekar Laut,Polres Mkl,51.05,51.05,polda-51,,,port,,test,test\n")
    with (folder / "abbreviations.csv").open("a", encoding="utf-8") as file:
        file.write("Klkung,51.05,variant,,,test,test\n")
    gazetteer = load_lexicon(folder).gazetteer
    for name in ("Mekar Laut", "Mkl"):
        unit = gazetteer.resolve("polres", name).unit
        assert unit is not None and unit.id == "polres-51.05-mekar"
    unit = gazetteer.resolve("kpu", "Klkung").unit
    assert unit is not None and unit.id == "kpu-51.05"
