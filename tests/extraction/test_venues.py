"""The place of an event, as it is written, and the region that it is in."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

_HELD = (
    "BLORA - KPU Blora menggelar rapat koordinasi {}, Rabu (25/9/2024). Rapat dipimpin Ketua KPU Blora Dewi Sartika."
)


def _venue(read: Read, place: str) -> tuple[str | None, str | None]:
    event = read(_HELD.format(place))["events"][0]
    return event["place"], event["region"]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("di Aula Setda Blora", "Aula Setda Blora"),
        ("di Mapolres Blora", "Mapolres Blora"),
        ("di Balai Desa Jepon", "Balai Desa Jepon"),
        ("di Jalan Pemuda Blora", "Jalan Pemuda Blora"),
        ("di Grand Mercure Solo", "Grand Mercure Solo"),
        ("di Aston Hotel Bojonegoro", "Aston Hotel Bojonegoro"),
        ("bertempat di GOR Mustika Blora", "GOR Mustika Blora"),
        ("di Hotel Azana, Kapolres Blora hadir", "Hotel Azana"),
        ("di Kabupaten Blora Tahun 2024", "Kabupaten Blora"),
    ],
)
def test_a_place_is_told_as_far_as_its_name_reaches(read: Read, place: str, words: str) -> None:
    assert _venue(read, place)[0] == words


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ("di Hotel Pandanaran, Kota Semarang", "33.74"),
        ("di Jakarta", "31"),
        ("di Hotel Azana, Blora", "33.16"),
        ("di Grand Mercure Solo", "33.72"),
        ("di Hotel Patra Kota Medan, Sumatera Utara", "12.71"),
        ("di Hotel Patra Banjarbaru", "63.72"),  # there is a kecamatan of that name in another province
        ("di Hotel Patra Semarang", "33"),  # of the kota or the kabupaten
        ("di Aula Hotel Mustika Cepu", "33.16"),  # a kecamatan of Blora
        ("di Aula Hotel Mustika Sumber", "33.16"),  # a kecamatan of other regencies, and an ordinary word
        ("di Balai Kota Pariaman", "13.77"),
        ("di Hotel Medan", "33.16"),
    ],
)
def test_an_event_elsewhere_is_in_the_region_of_its_place(read: Read, place: str, region: str) -> None:
    assert _venue(read, place)[1] == region


def test_a_place_in_front_of_the_event_counts_behind_its_own(read: Read) -> None:
    text = "BLORA - Menyusul bom di Kota Makassar, Polres Blora menggelar rapat di Aula Mapolres, Rabu (25/9/2024)."
    event = read(text)["events"][0]
    assert (event["place"], event["region"]) == ("Aula Mapolres", "33.16")


@pytest.mark.parametrize("words", ["di bawah supervisi", "di bawah pengawasan", "di wilayah"])
def test_a_body_under_which_others_only_stand_is_not_there(read: Read, words: str) -> None:
    record = read(
        "Dandim 0721/Blora Letkol Inf Ani Wijaya memimpin apel, Kamis (19/9/2024). Kodam IV/Diponegoro menurunkan "
        f"2.000 personel, yaitu 900 orang di Semarang dan 1.100 orang {words} Korem 073/Makutarama."
    )
    assert not {role for who, role in parts_of(record) if who.startswith("Korem 073")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("KPU Blora melantik 80 anggota PPK se-Kabupaten Blora di Hotel Azana", "Hotel Azana"),
        ("Sebanyak 48 anggota panwascam dilantik se-Kabupaten Blora di Aula Setda", "Aula Setda"),
        ("Rakor tingkat Kabupaten Blora digelar KPU Blora di Hotel Azana", "Hotel Azana"),
        ("Kapolres Blora AKBP Ani Wijaya melepas distribusi logistik ke Kecamatan Jepon", None),
        ("Kapolres Blora AKBP Ani Wijaya melepas logistik ke Kecamatan Jepon di Gudang KPU Blora", "Gudang KPU Blora"),
        ("Ketua KPU Blora Ani Wijaya melakukan kunjungan kerja ke Kecamatan Jepon", "Kecamatan Jepon"),
        ("Polres Blora menggelar patroli ke Kecamatan Jepon", "Kecamatan Jepon"),
    ],
)
def test_whose_all_are_meant_and_where_things_are_sent_is_no_venue(read: Read, text: str, place: str | None) -> None:
    assert read(f"BLORA - {text}, Rabu (25/9/2024).")["events"][0]["place"] == place


@pytest.mark.parametrize(
    ("venue", "region"), [("Mapolda Sulsel", "73.71"), ("Mapolres Maros", "73.09"), ("Mapolres Bulukumba", "73.02")]
)
def test_an_event_at_the_seat_of_a_body_is_where_that_is(read: Read, venue: str, region: str) -> None:
    text = (
        "MAKASSAR - Serah terima jabatan Kapolres Bulukumba dari AKBP Budi Hartono kepada AKBP Ani Wijaya digelar "
        f"di {venue}, Rabu (25/9/2024)."
    )
    event = read(text)["events"][0]
    assert (event["place"], event["region"]) == (venue, region)


def test_a_command_may_have_its_seat_in_any_town_of_its_province(read: Read) -> None:
    text = "SINTANG - Apel digelar di Makorem 121/Abw, Rabu (6/3/2024). Apel dipimpin Bupati Sintang."
    assert [event["region"] for event in read(text)["events"]] == ["61.05"]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (
            "Debat publik Pilbup Blora 2024 digelar KPU Blora di Gedung Graha Cakrawala, {day}.",
            "Gedung Graha Cakrawala",
        ),
        (
            "KPU Blora menggelar rekapitulasi hasil penghitungan suara Pilkada Blora di Hotel Aston, {day}.",
            "Hotel Aston",
        ),
        ("KPU Blora menggelar sosialisasi Pilgub Jawa Tengah di Pendopo Wedya Graha, {day}.", "Pendopo Wedya Graha"),
        ("Deklarasi pilkada damai Kota Semarang di Hotel Aston, {day}, dihadiri KPU Kota Semarang.", "Hotel Aston"),
        ("KPU Blora menggelar sosialisasi Pilkada di Kabupaten Blora, {day}.", "Kabupaten Blora"),
        ("KPU Blora menggelar sosialisasi Pilkada Kabupaten Blora, {day}.", None),
    ],
)
def test_the_region_of_a_contest_is_not_where_it_is_told_of(read: Read, sentence: str, place: str | None) -> None:
    (event,) = read("BLORA - " + sentence.format(day="Senin (23/9/2024)"))["events"]
    assert event["place"] == place


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Ani sebelumnya bertugas di Polda Jawa Timur.", None),
        ("Ia lahir di Surabaya.", None),
        ("Kegiatan itu berlangsung di Gedung Tribrata.", "Gedung Tribrata"),
    ],
)
def test_where_somebody_serves_is_not_where_the_event_was(read: Read, sentence: str, place: str | None) -> None:
    lead = "BLORA - Rakor pilkada dipimpin Kapolres Blora AKBP Ani Wijaya, Senin (23/9/2024)."
    assert [event["place"] for event in read(f"{lead} {sentence}")["events"]] == [place]


def test_a_dateline_means_the_regency_before_kecamatans_of_its_name(read: Read) -> None:
    record = read("KOTABARU - Polda Kalsel menggelar apel, Rabu (25/9/2024). Hadir Kapolres dan Dandim.")
    assert {region for entity in record["entities"] if (region := entity["region"])} == {"63", "63.02"}
