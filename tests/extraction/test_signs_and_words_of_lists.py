"""Names that a full stop ties or parts, divisions with and without the word for their head, and those told besides."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of

_LEAD = "BLORA - KPU Blora menggelar rapat koordinasi, Rabu (18/9/2024)."


def _people(record: Record) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


def _posts(record: Record) -> set[tuple[str, str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["role"], names[p["institution"]]) for p in record["postings"]}


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ketua KPU Blora M.Joyo dan tamu", {"M.Joyo"}),
        ("Ketua KPU Blora A.Ronggo, Ketua Bawaslu Blora M.Budi", {"A.Ronggo", "M.Budi"}),
        ("Ketua KPU Blora Joyo, S.Hut, Ketua Bawaslu Blora Budi, M.Farm", {"Joyo", "Budi"}),
        ("Kapolres Blora AKBP.Muh .Sarno , Ketua KPU Blora M . Joyo", {"Muh.Sarno", "M. Joyo"}),
        ("Camat Ngawen H . Budi Joyo dan Dandim 0721/Blora Letkol Inf Drs . Darto", {"Budi Joyo", "Darto"}),
    ],
)
def test_a_full_stop_ties_a_name_and_parts_none(read: Read, written: str, names: set[str]) -> None:
    assert _people(read(f"{_LEAD} Hadir {written}.")) == names


def test_a_blank_in_front_of_a_full_stop_leaves_two_sentences_two(read: Read) -> None:
    record = read(f"{_LEAD} Hadir Kapolres Blora AKBP Budi . Moh. Joyo ikut mendampingi.")
    assert _people(record) == {"Budi", "Moh. Joyo"}


def test_the_head_of_a_division_is_one_with_every_word_of_it(read: Read) -> None:
    listed = (
        "Kepala Divisi Sosialisasi, Partisipasi Masyarakat, dan SDM, Dr. Joyo Wijaya, "
        "Kepala Divisi Teknis Penyelenggaraan, Eko Lastri"
    )
    record = read(f"{_LEAD} Hadir para anggota KPU Blora seperti {listed}.")
    body = "KPU Kabupaten Blora"
    assert _posts(record) == {("Joyo Wijaya", "kadiv-kpu", body), ("Eko Lastri", "kadiv-kpu", body)}


@pytest.mark.parametrize(
    ("written", "post"),
    [
        ("Ketua Bawaslu Blora Ani, Sekretaris Kabupaten, Darto", ("Darto", "sekda", "Pemerintah Kabupaten Blora")),
        (
            "Asisten Administrasi Tua Darma Joyo, Kapolres Blora",
            ("Tua Darma Joyo", "asisten-iii", "Pemerintah Kabupaten Blora"),
        ),
        ("Ketua KPU Blora, Ketua Baswalu Ani Wijaya", ("Ani Wijaya", "ketua", "Bawaslu Kabupaten Blora")),
        ("Wakapolres Blora Kompol Darto selaku Waka Ops Res Blora", ("Darto", "kaops", "Polres Blora")),
    ],
)
def test_other_words_for_an_office(read: Read, written: str, post: tuple[str, str, str]) -> None:
    assert post in _posts(read(f"{_LEAD} Hadir {written}."))


@pytest.mark.parametrize(
    "told",
    [
        "Ketua KPU Blora Joyo di kesempatan itu menuturkan pemilu harus damai.",
        "Dandim 0721/Blora Letkol Inf Joyo menyampaikan arahannya terkait situasi.",
        "Turut sebagai peserta apel anggota Polres Blora, Kodim 0721/Blora dan Satpol PP, serta Ketua KPU Blora Joyo.",
    ],
)
def test_those_who_speak_on_the_occasion_or_are_among_its_people_are_there(read: Read, told: str) -> None:
    assert ("Joyo", "attended") in parts_of(read(f"{_LEAD} {told}"))


def test_who_only_confirms_what_is_told_is_not_there(read: Read) -> None:
    record = read(f"{_LEAD} Hal ini dibenarkan oleh Kasi Humas Polres Blora AKP Joyo. Hal itu diamini AKP Darto.")
    assert {name for name, _ in parts_of(record)} == {"KPU Kabupaten Blora"}


def test_a_short_line_behind_a_comma_goes_on_in_a_wrapped_list(read: Read) -> None:
    lines = (
        "BLORA - Polres Blora bersama TNI dari Kodim",
        "0721 Blora melaksanakan simulasi pengamanan tempat pemungutan suara di",
        "halaman Mapolres, Rabu (18/9/2024). Tampak hadir dalam pelaksanaan simulasi",
        "itu Bupati Blora Ani Wijaya, Ketua DPRD Blora Budi Santoso, Sekretaris Daerah",
        "Darto,",
        "Ketua PN",
        "Blora Joyo Lestari, SH, MH, Wakapolres Blora Kompol Eko Susanto, S.Sos, dan",
        "para undangan yang datang dari semua kecamatan di wilayah hukum Polres Blora.",
    )
    assert "Joyo Lestari" in _people(read("\n".join(lines)))


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("KPU Blora menggelar rapat koordinasi di Aula KPU Blora, Rabu (18/9/2024).", "Aula KPU Blora"),
        ("KPU Blora menggelar rapat koordinasi, Rabu (18/9/2024) di Kantor KPU Blora.", "Kantor KPU Blora"),
        ("Rapat digelar Bawaslu Blora bertempat di Kantor KPU Blora, Jalan Pemuda.", "Kantor KPU Blora, Jalan Pemuda"),
        ("Rapat digelar Polres Blora di Aula Polres Blora, Rabu (18/9/2024).", "Aula Polres Blora"),
    ],
)
def test_the_house_of_a_body_is_where_an_event_is(read: Read, told: str, place: str) -> None:
    assert [event["place"] for event in read(f"BLORA - {told}")["events"]] == [place]


def test_a_body_called_an_office_does_not_run_into_the_name_behind_it(read: Read) -> None:
    record = read(f"{_LEAD} Rapat diikuti pejabat Kantor Kementerian Agama Blora Joyo Wijaya.")
    assert parts_of(record) >= {
        ("Joyo Wijaya", "attended"),
        ("Kantor Kementerian Agama Kabupaten Blora", "attended"),
    }


@pytest.mark.parametrize(
    ("written", "post"),
    [
        ("Pamatwil Kabupaten Blora Kabidkum Polda Jateng Kombes Pol. Joyo", "Kabidkum Polda Jateng"),
        ("Padal Kecamatan Ngawen Kabagops Polres Blora Kompol Joyo", "Kabagops Polres Blora"),
    ],
)
def test_a_post_for_a_region_ends_in_front_of_the_next_post(read: Read, written: str, post: str) -> None:
    record = read(f"{_LEAD} Hadir {written}.")
    assert [posting["post"] for posting in record["postings"]] == [post]
    assert [event["place"] for event in record["events"]] == [None]


def test_what_those_who_come_will_hold_does_not_put_an_event_off(read: Read) -> None:
    told = "Bawaslu Jateng melaksanakan rapat koordinasi bersama 12 Bawaslu Kabupaten/Kota"
    record = read(f"BLORA - {told} yang akan menyelenggarakan pilkada, Rabu (18/9/2024).")
    assert [(event["status"], event["date"]) for event in record["events"]] == [("held", "2024-09-18")]
    record = read("BLORA - Rapat koordinasi pemilu yang akan digelar KPU Blora, Rabu (9/10/2024), dibahas.")
    assert {event["status"] for event in record["events"]} <= {"planned"}


@pytest.mark.parametrize("paper", ["Ada pula Instruksi Bawaslu RI Nomor 12 soal patroli.", "Ada juga surat KPU RI."])
def test_a_body_is_not_where_its_papers_are(read: Read, paper: str) -> None:
    assert {name for name, _ in parts_of(read(f"{_LEAD} {paper}"))} == {"KPU Kabupaten Blora"}


def test_an_outlet_and_a_place_without_blanks_are_no_person(read: Read) -> None:
    record = read("Kabar Nusantara.ID.Blora Jateng-Bawaslu Blora menggelar rapat di Blora, Rabu (18/9/2024).")
    assert {entity["name"] for entity in record["entities"]} == {"Bawaslu Kabupaten Blora"}
    assert record["dateline"] == "Kabar Nusantara.ID.Blora Jateng-"


@pytest.mark.parametrize("title", ["kiai", "ustaz H.", "pendeta", "kolonel inf", "bapak", "prof."])
def test_a_title_in_small_letters_behind_a_body_is_one_though_a_word_of_the_language(read: Read, title: str) -> None:
    record = read(f"{_LEAD} Hadir Ketua FKUB Blora {title} Eko Joyo, Ketua MUI Blora Darto.")
    posts = {(person, body) for person, _, body in _posts(record)}
    assert posts == {("Eko Joyo", "FKUB Kabupaten Blora"), ("Darto", "MUI Kabupaten Blora")}


def test_a_word_that_is_a_title_too_stays_one_of_the_language(read: Read) -> None:
    record = read(f"{_LEAD} Rapat membahas Blora ibu kota kedua. Sejumlah bapak Blora dan kolonel purnawirawan datang.")
    assert _people(record) == set()


def test_an_honorary_name_in_front_of_its_own_is_that_of_a_unit(read: Read) -> None:
    record = read(f"{_LEAD} Hadir Dandim 0721 Mustaka Blora, Kesbangpol Blora. Dandim 0721 Joyo hadir.")
    assert _people(record) == {"Joyo"}


@pytest.mark.parametrize(
    ("came", "said", "there"),
    [
        ("Sekda Blora", "Sekda Blora Ani Wijaya", {"Ani Wijaya"}),
        (
            "Kepala Seksi Tindak Pidana Umum Kejaksaan Negeri (Kejari) Blora",
            "Kepala Seksi Tindak Pidana Umum Kejari Blora, Ani Wijaya",
            {"Ani Wijaya"},
        ),
        ("Kabid Hukum Polda Jateng", "Kabid Humas Polda Jateng Kombes Pol Ani Wijaya", set()),
        ("staf KPU Blora", "staf KPU Blora Ani Wijaya", set()),
    ],
)
def test_who_heads_a_part_of_a_body_is_named_where_she_speaks(
    read: Read, came: str, said: str, there: set[str]
) -> None:
    record = read(f"{_LEAD} Rapat dihadiri {came}. Sementara itu {said} mengatakan pemilu harus aman.")
    assert {name for name, _ in parts_of(record)} & _people(record) == there


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            "Polres Blora menggelar simulasi pengamanan kota supaya pilkada di wilayah Kabupaten Blora aman. "
            "Simulasi berlangsung di Lapangan Apel Mako Polres Blora.",
            "Lapangan Apel Mako Polres Blora",
        ),
        ("Polres Blora menggelar apel di wilayah Kecamatan Ngawen.", "wilayah Kecamatan Ngawen"),
        ("Polres Blora menggelar patroli di wilayah Kecamatan Ngawen.", "wilayah Kecamatan Ngawen"),
    ],
)
def test_a_gathering_is_in_an_area_only_where_no_place_is_told(read: Read, told: str, place: str) -> None:
    assert [event["place"] for event in read(f"BLORA - {told}")["events"]] == [place]
