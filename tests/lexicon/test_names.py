"""Every canonical and variant name of every unit and body resolves to its own identifier."""

from __future__ import annotations

import pytest

from kg.lexicon.ambiguity import all_units, ambiguities, names_of
from kg.lexicon.compile import Lexicon
from kg.lexicon.gazetteer import Gazetteer, Resolution
from kg.lexicon.letters import key
from kg.lexicon.phrases import read_phrase

LISTED = ("polda", "polres", "polresta", "polrestabes", "polres-metro", "kodam", "korem", "kodim")
REGENCY = (
    "pemprov", "pemkab", "pemkot", "kpu-provinsi", "kpu-kabupaten", "kpu-kota", "bawaslu-provinsi", "bawaslu-kabupaten",
    "bawaslu-kota", "dprd-provinsi", "dprd-kabupaten", "dprd-kota", "kejati", "kejari", "pt", "pn", "kesbangpol",
    "satpol-pp", "bpbd", "dinas-kesehatan", "forkopimda", "sentra-gakkumdu", "bnnk", "binda", "posda-bin",
)  # fmt: skip
DISTRICT = ("polsek", "koramil", "ppk", "panwaslu", "panwascam", "kecamatan")


def resolve(lexicon: Lexicon, name: str, *near: str) -> Resolution:
    phrase = read_phrase(lexicon, name)
    assert phrase is not None and phrase.type is not None, name
    return lexicon.gazetteer.resolve(phrase.type, phrase.name, level=phrase.level, near=near)


@pytest.mark.parametrize("kinds", [LISTED, REGENCY, DISTRICT], ids=["listed", "regency", "district"])
def test_every_name_resolves_to_its_own_unit(lexicon: Lexicon, kinds: tuple[str, ...]) -> None:
    shared = {key(found.name) for found in ambiguities(lexicon.gazetteer, kinds)}
    wrong, unsure, count = [], [], 0
    for number, unit in enumerate(all_units(lexicon.gazetteer, kinds)):
        few = kinds is DISTRICT and number % 5  # the variants of every fifth of 36,425 bodies of kecamatan
        for name in [unit.name] if few else names_of(unit):
            count += 1
            found = resolve(lexicon, name)
            if found.unit is None and (key(name) in shared or unit.id in {c.unit.id for c in found.candidates}):
                if key(name) not in shared:
                    unsure.append(name)
                found = resolve(lexicon, name, *filter(None, [unit.region]))
            if found.unit is None or found.unit.id != unit.id:
                wrong.append((name, unit.id, found.unit and found.unit.id, found.reason))
    assert not wrong, wrong[:10]
    assert count > {LISTED: 2_000, REGENCY: 15_000, DISTRICT: 40_000}[kinds]
    assert len(unsure) <= 12, unsure


def test_ambiguous_names_are_listed_and_explained(gazetteer: Gazetteer) -> None:
    listed = {found.name: found for found in ambiguities(gazetteer, (*LISTED, *REGENCY, *DISTRICT))}
    assert listed["KPU Bima"].units == ("kpu-52.06", "kpu-52.72")
    assert listed["KPU Bima"].reason == "a kabupaten and a kota share the name"
    assert listed["KPU Gorontalo"].reason.startswith("a kabupaten and a kota")
    assert "kecamatan share the name" in listed["Polsek Sukatani"].reason
    assert listed["Polres Banjar"].units == ("polres-32.79", "polres-63.03")
    assert "Polres Klungkung" not in listed


def test_identifiers_are_unique_and_found_again(gazetteer: Gazetteer) -> None:
    units = list(all_units(gazetteer))
    assert len({unit.id for unit in units}) == len(units) > 100_000
    assert all(gazetteer.unit(unit.id) == unit for unit in units[::97])
