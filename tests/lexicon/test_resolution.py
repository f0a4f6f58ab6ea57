"""Names in context: twins are told apart by the region of the text or not at all, units by number, parents by date."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon.compile import Lexicon
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.phrases import read_phrase
from kg.model import Parent


@pytest.mark.parametrize(
    ("name", "near", "unit"),
    [
        ("Polres Pangkep", (), "polres-73.10"),
        ("Polres Pangkajene dan Kepulauan", (), "polres-73.10"),
        ("KPU Bima", (), None),
        ("KPU Bima", ("52",), None),
        ("KPU Bima", ("52.72",), "kpu-52.72"),
        ("KPU Bima", ("52.06.01",), "kpu-52.06"),
        ("KPU Bima", ("52.06", "52.72"), None),
        ("KPU Kota Bima", (), "kpu-52.72"),
        ("KPUD Kab. Bima", (), "kpu-52.06"),
        ("KPU", ("51.05",), "kpu-51.05"),
        ("KPU", ("51.05", "51"), "kpu-51.05"),
        ("KPU", ("51",), "kpu-51"),
        ("KPU", (), None),
        ("KPU RI", ("51.05",), "kpu-ri"),
        ("KPU Gorontalo", ("75.01",), "kpu-75.01"),
        ("KPU Gorontalo", ("75.05",), None),
        ("Polres Bogor", (), "polres-32.01"),
        ("Polresta Bogor Kota", (), "polresta-32.71"),
        ("Polresta Bogor", (), None),
        ("Polresta Bandung", (), "polresta-32.04"),
        ("Polrestabes Bandung", (), "polrestabes-32.73"),
        ("Polres Bandung", (), "polresta-32.04"),
        ("Polres Kendari", (), "polresta-74.71"),
        ("Polres Kota Bima", (), "polres-52.72"),
        ("Polres Banjar", (), None),
        ("Polres Banjar", ("63.03.01",), "polres-63.03"),
        ("Polres Metro Bekasi", (), "polres-metro-32.16"),
        ("Polres Pelabuhan Makassar", (), "polres-73.71-pelabuhan-makassar"),
        ("Polres", ("73.71",), "polrestabes-73.71"),
        ("Polda", ("73.10",), "polda-73"),
        ("Polda Sultra", (), "polda-74"),
        ("Polda Metro Jaya", (), "polda-31"),
        ("Polsek Sukatani", (), None),
        ("Polsek Sukatani", ("32.14",), "polsek-32.14.05"),
        ("Polsek Sukatani", ("32.16", "32.14", "32.14.05", "32.16.15"), "polsek-32.16.15"),
        ("Polsek Sukatani", ("32.14", "32.16", "32.14.05", "32.16.15"), "polsek-32.14.05"),
        ("Polsek Kota", ("73.10",), None),
        ("PN Cibinong", (), "pn-32.01"),
        ("PN Bale Bandung", (), "pn-32.04"),
        ("PN Kabupaten Madiun", (), "pn-35.19"),
        ("PN Bogor", ("32.01",), "pn-32.71"),
        ("KIP Aceh Besar", (), "kpu-11.06"),
        ("KPU Aceh Besar", (), "kpu-11.06"),
        ("DPRA", (), "dprd-11"),
        ("PolresKlungkung", (), "polres-51.05"),
        ("Kodim1610/Klungkung", (), "kodim-1610"),
        ("DPR Papua Selatan", (), "dprd-93"),
        ("Pemkab Kep. Meranti", (), "pemda-14.10"),
        ("Pemkab Kepulauan Sitaro", (), "pemda-71.09"),
        ("Danlanud Dumatubun Langgur", (), "lanud-dumatubun"),
        ("Rektor Unhas", (), "univ-unhas"),
        ("Kodim 1610/Klungkung", (), "kodim-1610"),
        ("Kodim 1610 Klungkung", (), "kodim-1610"),
        ("Kodim 1610", (), "kodim-1610"),
        ("Kodim Klungkung", (), "kodim-1610"),
        ("Kodim 1206 Kapuas Hulu", (), "kodim-1206"),
        ("Kodim Kapuas Hulu", (), "kodim-1206"),
        ("Kodim 1610/Bogor", (), None),
        ("Korem 143/HO", (), "korem-143"),
        ("Korem Haluoleo", (), "korem-143"),
        ("Kodam XIV/Hasanuddin", (), "kodam-xiv"),
        ("Kodam Hasanuddin", (), "kodam-xiv"),
        ("Kodam XVI/Pattimura", (), "kodam-xv"),
        ("Panwaslu Kabupaten Poso", (), "bawaslu-72.02"),
        ("BIN Poso", (), "posda-bin-72.02"),
        ("BIN Sultra", (), "binda-74"),
        ("BIN Jambi", (), None),
        ("Kemenag Kota Tual", (), "kankemenag-81.72"),
        ("Kementerian Agama", (), "kementerian-agama"),
        ("BNN Sultra", (), "bnnp-74"),
        ("DPRD Jabar", (), "dprd-32"),
        ("Pemkab Tulangbawang", (), "pemda-18.05"),
        ("Pemda Tanjab Timur", (), "pemda-15.07"),
        ("Pemkot Pangkal-Pinang", (), "pemda-19.71"),
        ("PEMKOT BAUBAU", (), "pemda-74.72"),
        ("Pemkot Bau-Bau", (), "pemda-74.72"),
        ("Pemkot Palangkaraya", (), "pemda-62.71"),
        ("KPU Toli-toli", (), "kpu-72.04"),
        ("Kesbanglinmas Klungkung", (), "kesbangpol-51.05"),
        ("Bakesbangpol Kab. Klungkung", (), "kesbangpol-51.05"),
        ("Panwascam Bendosari", (), "panwaslu-33.11.06"),
        ("PPD Distrik Heram", (), "ppk-91.71.05"),
        ("Kapolres Klungkung", (), "polres-51.05"),
        ("Bupati Klungkung", (), "pemda-51.05"),
        ("Pj. Bupati Klungkung", (), "pemda-51.05"),
        ("Gubernur Sultra", (), "pemda-74"),
        ("Ketua KPU Klungkung", (), "kpu-51.05"),
        ("Mapolres Klungkung", (), "polres-51.05"),
        ("Satlantas Polres Klungkung", (), "satlantas-51.05"),
    ],
)
def test_names_mean_a_unit_or_none(lexicon: Lexicon, name: str, near: tuple[str, ...], unit: str | None) -> None:
    phrase = read_phrase(lexicon, name)
    assert phrase is not None and phrase.type is not None
    found = lexicon.gazetteer.resolve(phrase.type, phrase.name, near=near, level=phrase.level)
    assert (found.unit.id if found.unit else None) == unit, found.reason
    assert found.reason


def test_twins_are_offered_when_not_told_apart(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("kpu", "Bima")
    assert [candidate.unit.name for candidate in found.candidates] == ["KPU Kabupaten Bima", "KPU Kota Bima"]
    assert "2 bodies are called so" in found.reason


@pytest.mark.parametrize(
    ("unit", "on", "chain"),
    [
        ("polres-94.01", "2024-08-30", ["polres-94.01", "polda-91", "polri"]),
        ("polres-94.01", "2024-12-01", ["polres-94.01", "polda-94", "polri"]),
        ("polres-94.01", None, ["polres-94.01", "polda-94", "polri"]),
        ("kodim-0312", "2024-08-30", ["kodim-0312", "korem-032", "kodam-i", "tni-ad", "tni"]),
        ("kodim-0312", "2025-08-10", ["kodim-0312", "korem-032", "kodam-xx", "tni-ad", "tni"]),
        ("polsek-73.10.06", None, ["polsek-73.10.06", "polres-73.10", "polda-73", "polri"]),
        ("ppk-51.05.03", None, ["ppk-51.05.03", "kpu-51.05", "kpu-51", "kpu-ri"]),
        ("panwaslu-51.05.03", None, ["panwaslu-51.05.03", "bawaslu-51.05", "bawaslu-51", "bawaslu-ri"]),
        ("koramil-73.10.10", None, ["koramil-73.10.10", "kodim-1421", "korem-141", "kodam-xiv", "tni-ad", "tni"]),
        ("kejari-51.05", None, ["kejari-51.05", "kejati-51", "kejagung"]),
        ("satpol-pp-51.05", None, ["satpol-pp-51.05", "pemda-51.05", "pemda-51"]),
        ("kecamatan-51.05.03", None, ["kecamatan-51.05.03", "pemda-51.05", "pemda-51"]),
    ],
)
def test_chain_of_command_at_a_date(gazetteer: Gazetteer, unit: str, on: str | None, chain: list[str]) -> None:
    assert [above.id for above in gazetteer.chain(unit, on)] == chain


def test_bare_commands_are_those_of_the_day(gazetteer: Gazetteer) -> None:
    def bare(type: str, near: str, on: str | None) -> str | None:
        found = gazetteer.resolve(type, "", near=[near], on=on)
        return found.unit.id if found.unit else None

    assert bare("kodam", "13.71", "2024-08-30") == "kodam-i"
    assert bare("kodam", "13.71", "2025-09-01") == "kodam-xx"
    assert bare("polda", "94.01", "2024-08-30") == "polda-91"
    assert bare("polda", "94.01", None) == "polda-94"


def test_a_bare_panwaslu_is_that_of_the_regency_until_it_became_a_bawaslu(gazetteer: Gazetteer) -> None:
    for on, unit in (("2014-03-01", "bawaslu-17.05"), ("2024-03-01", None)):
        found = gazetteer.resolve("panwaslu", "", near=["17.05"], on=on).unit
        assert (found and found.id) == unit


def test_the_number_of_a_kodim_may_lack_its_zero(gazetteer: Gazetteer) -> None:
    for name in ("714", "0714", "714 Salatiga", "0714/Salatiga"):
        found = gazetteer.resolve("kodim", name).unit
        assert found and found.id == "kodim-0714"


def test_every_police_and_army_unit_reaches_its_headquarters(gazetteer: Gazetteer) -> None:
    ends = {"polres": "polri", "polresta": "polri", "polrestabes": "polri", "polres-metro": "polri", "kodim": "tni"}
    units = [unit for unit in gazetteer.listed() if unit.type in ends]
    assert len(units) == 509 + 358
    for unit in units:
        for on in (None, "2024-08-30"):
            chain = gazetteer.chain(unit.id, on)
            assert chain[-1].id == ends[unit.type], unit.id
            middle = "polda" if ends[unit.type] == "polri" else "kodam"
            assert any(above.type == middle for above in chain)


def test_units_made_by_rule(gazetteer: Gazetteer) -> None:
    unit = gazetteer.unit("kpu-51.05")
    assert unit is not None
    assert (unit.name, unit.cls, unit.region) == ("KPU Kabupaten Klungkung", "ElectionCommission", "51.05")
    assert unit.parents == (Parent("kpu-51"),)
    assert gazetteer.unit("kpu-kabupaten-51.05") == unit
    assert gazetteer.unit("kpu-99.99") is None
    assert gazetteer.unit("polsek-51.05") is None
    assert gazetteer.unit("") is None


def test_units_of_a_region(gazetteer: Gazetteer) -> None:
    found = {
        unit.id for unit in gazetteer.units_of_region("51.05", types=["polres", "kodim", "kpu", "bawaslu", "pemda"])
    }
    assert found == {"polres-51.05", "kodim-1610", "kpu-51.05", "bawaslu-51.05", "pemda-51.05"}
    assert gazetteer.units_of_region("99") == ()


@pytest.mark.parametrize(
    ("text", "type", "found"),
    [
        (" Kabupaten Klungkung, Bali", "kpu", ("Klungkung", "Kabupaten", "Kabupaten Klungkung")),
        (" Kota Bima dan", "kpu", ("Bima", "Kota", "Kota Bima")),
        ("/Hasanuddin Mayjen", "kodam", ("Hasanuddin", None, "Hasanuddin")),
        (" XIV/Hasanuddin Mayjen", "kodam", ("XIV/Hasanuddin", None, "XIV/Hasanuddin")),
        (" 1610 Klungkung Letkol Inf. Wayan", "kodim", ("1610 Klungkung", None, "1610 Klungkung")),
        (" 1421-02/Minasatene Kapten", "koramil", ("1421-02/Minasatene", None, "1421-02/Minasatene")),
        (" Pelabuhan Makassar AKBP", "polres", ("Pelabuhan Makassar", None, "Pelabuhan Makassar")),
        (" Kab. Tanjung Jabung Timur", None, ("Tanjung Jabung Timur", "Kabupaten", "Kab. Tanjung Jabung Timur")),
        ("PANGKALPINANG, RAPAT", None, ("PANGKALPINANG", None, "PANGKALPINANG")),
        (" Pangkal\nPinang", None, ("Pangkal\nPinang", None, "Pangkal\nPinang")),
        (" Toli-Toli", None, ("Toli-Toli", None, "Toli-Toli")),
        (" Kota Padang", "polsek", ("Kota Padang", None, "Kota Padang")),
        (" Kota Padang", "kpu", ("Padang", "Kota", "Kota Padang")),
        (" klungkung", "kpu", ("klungkung", None, "klungkung")),
        (" klungkung", None, None),
        (" bersama", "polsek", None),
        ("Klungkungan", None, None),
        (" barat", None, None),
        (". Bima", "kpu", None),
        (" dan Klungkung", "kpu", None),
        ("Kamu hadir", None, None),
        (" Kota Baru", None, ("Kota Baru", None, "Kota Baru")),
        ("", None, None),
    ],
)
def test_longest_name_at_a_position(
    gazetteer: Gazetteer, text: str, type: str | None, found: tuple[str, str | None, str] | None
) -> None:
    hit = gazetteer.longest_name(text, 0, type)
    assert (hit and (hit.key, hit.level, text[hit.start : hit.end])) == found


@settings(max_examples=300, deadline=None)
@given(st.text(), st.integers(0, 20), st.sampled_from([None, "kpu", "kodim", "koramil", "polsek", "lapas", "pemda"]))
def test_any_text_is_survived(gazetteer: Gazetteer, text: str, start: int, type: str | None) -> None:
    hit = gazetteer.longest_name(text, start, type)
    if hit is not None:
        assert start <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end].endswith(hit.key)
    assert gazetteer.resolve(type or "polres", text, near=[text]).reason


def test_no_name_begins_inside_a_word(gazetteer: Gazetteer) -> None:
    assert gazetteer.longest_name("KOTABIMA", 4) is None
    assert gazetteer.longest_name("Klungkung", 1) is None


def test_regions_by_name(gazetteer: Gazetteer) -> None:
    def codes(name: str, **only: tuple[str, ...]) -> list[str]:
        return [region.code for region in gazetteer.regions_named(name, **only)]

    assert codes("Bima", types=("kabupaten", "kota")) == ["52.06", "52.72"]
    assert codes("Kota Bima") == ["52.72"]
    assert codes("Provinsi Sultra") == ["74"]
    assert codes("Klungkung", within=("51",)) == ["51.05", "51.05.03"]
    assert codes("") == []


def test_composed_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.compose("desa", "Mekar Jaya") == "Pemerintah Desa Mekar Jaya"
    assert gazetteer.compose("kpu", "Klungkung", "Kab.") == "KPU Kabupaten Klungkung"
    assert gazetteer.compose("polsek", "Mekar Jaya") == "Polsek Mekar Jaya"
    assert gazetteer.compose("mapolsek", "Mekar Jaya") == "Polsek Mekar Jaya"


def test_a_listed_body_of_a_region_has_the_superior_that_the_rule_gives(gazetteer: Gazetteer) -> None:
    court = gazetteer.unit("pn-35.19")
    assert court is not None
    assert court.name == "Pengadilan Negeri Kabupaten Madiun"  # not after its seat, as others of its kind
    assert [unit.id for unit in gazetteer.chain("pn-35.19")][1:] == ["pt-35", "ma"]
