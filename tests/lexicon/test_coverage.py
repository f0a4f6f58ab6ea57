"""What the tables must hold: every region of the official list, and the territorial commands of police and army."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.lexicon.compile import Lexicon
from kg.lexicon.gazetteer import Gazetteer


def test_regions(gazetteer: Gazetteer) -> None:
    counts = Counter(region.type for region in gazetteer.places.regions.values())
    assert counts == {"province": 38, "kabupaten": 416, "kota": 98, "kecamatan": 7285}
    assert sum(region.lat is None for region in gazetteer.places.regions.values()) == 1


@pytest.mark.parametrize(
    ("kinds", "count"),
    [
        (("polda",), 36),
        (("polres", "polresta", "polrestabes", "polres-metro"), 509),
        (("kodam",), 21),
        (("korem",), 47),
        (("kodim",), 358),
    ],
)
def test_listed_units(gazetteer: Gazetteer, kinds: tuple[str, ...], count: int) -> None:
    assert sum(unit.type in kinds for unit in gazetteer.listed()) == count


def test_every_region_has_its_bodies(gazetteer: Gazetteer) -> None:
    """Police and army may share regions; these bodies may not be missing anywhere."""
    every = {"pemda", "dprd", "kpu", "bawaslu", "kesbangpol", "satpol-pp", "bpbd", "forkopimda"}
    below = {"regency": {"kejari", "pn"}, "province": {"kejati", "pt"}}
    districts = {"kecamatan", "polsek", "koramil", "ppk", "panwaslu"}
    for code, region in gazetteer.places.regions.items():
        if region.type == "kecamatan":
            needed = districts
        else:
            needed = every | below["province" if region.type == "province" else "regency"]
        missing = [prefix for prefix in needed if gazetteer.unit(f"{prefix}-{code}") is None]
        assert not missing, (code, missing)


def test_posts_ranks_and_abbreviations(lexicon: Lexicon) -> None:
    ontology = lexicon.ontology
    titles = ("ranks", "corps", "rank-markers", "honorifics", "degrees", "name-particles")
    assert len(ontology.scheme("post-types")) >= 284
    assert sum(len(ontology.scheme(scheme)) for scheme in titles) >= 390
    assert {concept.label() for concept in ontology.scheme("acting")} >= {"Pj", "Plt", "Plh", "Pjs"}
    with (ontology.root / "abbreviations.csv").open(encoding="utf-8") as file:
        assert sum(1 for _ in file) > 303


@pytest.mark.parametrize("kind", ["polres", "kodim"])
def test_regencies_without_police_or_army_are_few(gazetteer: Gazetteer, kind: str) -> None:
    bare = [
        code
        for code, region in gazetteer.places.regions.items()
        if region.type in ("kabupaten", "kota") and not gazetteer.units_of_region(code, types=[kind])
    ]
    assert len(bare) <= 12, bare
