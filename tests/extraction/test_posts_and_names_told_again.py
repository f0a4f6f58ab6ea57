"""Posts that are named a second time, bodies behind them, and words of names that mean something else elsewhere."""

from __future__ import annotations

import pytest

from .conftest import Read


def _posts(read: Read, text: str) -> set[tuple[str, str]]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[posting["person"]], posting["post"]) for posting in record["postings"]}


def _bodies(read: Read, text: str) -> set[str]:
    return {entity["name"] for entity in read(text)["entities"] if entity["class"] not in ("Person", "Event", "Region")}


def _people(read: Read, text: str) -> set[str]:
    return {entity["name"] for entity in read(text)["entities"] if entity["class"] == "Person"}


def test_a_bare_post_that_somebody_had_before_is_the_same(read: Read) -> None:
    text = (
        "BLORA - Hal itu dipastikan Bupati Blora melalui Kabag Prokopim, Budi Santoso. Gubernur Jawa Tengah akan "
        'datang. "Semua siap," kata Kabag Prokopim, Budi Santoso.'
    )
    assert _posts(read, text) == {("Budi Santoso", "Kabag Prokopim Blora")}


@pytest.mark.parametrize("body", ["Bawaslu", "KPU"])
def test_the_head_of_a_secretariat_is_not_the_head_of_the_body(read: Read, body: str) -> None:
    text = f"BLORA - {body} Blora menggelar rakor yang dihadiri Budi Santoso, Kepala Sekretariat {body}."
    assert _posts(read, text) == {("Budi Santoso", f"Kepala Sekretariat {body} Kabupaten Blora")}


def test_an_office_of_religious_affairs_in_short(read: Read) -> None:
    text = "BLORA - Apel dihadiri Kepala Kejaksaan Blora Ani Lestari dan Kepala Kantor Agama Kab. Blora Joko Susilo."
    assert ("Joko Susilo", "Kepala Kantor Agama Kab. Blora") in _posts(read, text)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Manggala Agni", "Manggala Agni"),
        ("Pomlanud Pattimura", "Lanud Pattimura"),
        ("Ketua Dewan Adat (Dewi Sartika)", "Dewan Adat"),
        ("Panwasli Aceh Timur", "Panwaslih Kabupaten Aceh Timur"),
    ],
)
def test_bodies_that_look_like_persons(read: Read, word: str, name: str) -> None:
    record = read(f"BLORA - Apel dihadiri TNI, {word}, Perwakilan perusahaan dan warga.")
    found = {entity["name"]: entity["class"] for entity in record["entities"]}
    assert found.get(name, "Person") != "Person"


def test_a_rank_that_ends_a_name_is_part_of_it(read: Read) -> None:
    told = "BLORA - Apel dipimpin Pj Bupati Blora, Yosafat Mayor guna persiapan pemilu."
    assert _people(read, told) == {"Yosafat Mayor"}
    ranked = "BLORA - Apel dihadiri Bupati Blora Octavianus, Mayor Inf Budi Santoso, dan warga."
    assert _people(read, ranked) == {"Octavianus", "Budi Santoso"}


def test_what_is_joined_to_a_street_is_a_street(read: Read) -> None:
    assert not _people(read, "BLORA - Polres Blora membubarkan balap liar di jalan Melati, dan Ahmad Yani.")
    met = "BLORA - Di Jalan Melati Kapolres Blora AKBP Budi Santoso dan Ahmad Yani menyapa warga."
    assert "Ahmad Yani" in _people(read, met)


def test_the_head_of_a_repair_yard(read: Read) -> None:
    text = "BLORA - Apel dihadiri Kafasharkan Lantamal VI Makassar Kolonel Laut (T) Budi Santoso."
    assert _posts(read, text) == {("Budi Santoso", "Kafasharkan Lantamal VI Makassar")}


def test_a_full_stop_in_a_short_bracket_ends_no_list(read: Read) -> None:
    text = (
        "BLORA - Hadir dalam apel itu Pabung Kodim 0721/Blora (Letda PM. Budi Santoso), Pendeta GPM Eliora (Pdt. Ani "
        "Lestari, S.Si,. Teol), dan Ketua KPU Blora (Dewi Sartika)."
    )
    assert _people(read, text) == {"Budi Santoso", "Ani Lestari", "Dewi Sartika"}
    assert "GPM Eliora" in _bodies(read, text)


def test_a_court_or_prosecutor_in_short_is_the_local_one(read: Read) -> None:
    assert _bodies(read, "BLORA - Hadir Ketua Pengadilan Blora Budi Santoso.") == {"Pengadilan Negeri Blora"}
    assert _bodies(read, "BLORA - Hadir Ketua Pengadilan Agama Blora Budi Santoso.") == {"Pengadilan Agama Blora"}


def test_a_store_or_a_post_is_only_a_place(read: Read) -> None:
    text = "BLORA - Polres Blora mengecek logistik di Gudang Bulog Kecamatan Blora, dekat Pos Damkar 6."
    assert _bodies(read, text) == {"Polres Blora"}
    assert "Perum Bulog Blora" in _bodies(read, "BLORA - Polres Blora dan Bulog Blora mengecek gudang.")
