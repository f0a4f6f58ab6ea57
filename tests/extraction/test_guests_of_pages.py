"""Those who come to what is told, as pages list them: with bare bodies, mistyped numbers and shortened words."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of


def _posts(record: Record) -> set[tuple[str, str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], p["post"], names[p["institution"]]) for p in record["postings"]}


def _persons(record: Record) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


def test_the_bare_body_behind_the_post_of_one_of_its_sections_is_not_the_word_for_its_head(read: Read) -> None:
    record = read(
        "Apel digelar Polres Blora, Senin (2/9/2024). Hadir Kejari Blora Ani Wijaya, S.H., "
        "Kasi Pidum Kejari Oki Permana, S.H. dan Kasi Datun Kejari Budi Santoso."
    )
    assert ("Oki Permana", "Kasi Pidum Kejaksaan Negeri Blora", "Kejaksaan Negeri Blora") in _posts(record)
    assert ("Budi Santoso", "Kasi Datun Kejaksaan Negeri Blora", "Kejaksaan Negeri Blora") in _posts(record)
    assert "Ani Wijaya" in _persons(record)


def test_an_assistant_is_at_the_government_of_the_bare_secretariat(read: Read) -> None:
    said = (
        "Ketua KPU Blora Ani Wijaya didampingi Kapolres Blora AKBP Budi Santoso dan {} Cici Lestari melepas logistik."
    )
    for post in ("Asisten I Setdakab", "Asisten l Setdakab", "Asisten 2 Setda", "Asisten lll Bidang Administrasi Umum"):
        held = {(who, body) for who, _, body in _posts(read(said.format(post)))}
        assert ("Cici Lestari", "Pemerintah Kabupaten Blora") in held, post


def test_general_administration_is_a_field(read: Read) -> None:
    post = "Asisten III Bidang Administrasi Umum Setda Blora"
    record = read(f"Rapat dibuka {post} Cici Lestari, Senin (2/9/2024).")
    assert _posts(record) == {("Cici Lestari", post, "Pemerintah Kabupaten Blora")}
    record = read("Apel dipimpin Bupati Administrasi Kepulauan Seribu Ani Wijaya.")
    assert {post for _, post, _ in _posts(record)} == {"Bupati Administrasi Kepulauan Seribu"}


def test_a_word_of_the_language_is_nobody(read: Read) -> None:
    record = read(
        "Rapat dibuka Ketua Bawaslu Blora Ani Wijaya. “Kader Pengawas Partisipatif sudah kami bentuk,” ujarnya."
    )
    assert _persons(record) == {"Ani Wijaya"}


def test_a_short_word_for_a_rank_may_be_one_of_a_name(read: Read) -> None:
    record = read("Ketua DPRD Blora Andi May Saputra bertemu Danramil Cepu May Cici Lestari, Senin (2/9/2024).")
    assert _persons(record) == {"Andi May Saputra", "Cici Lestari"}
    assert "Budi Santoso" in _persons(read("Rapat dihadiri Bupati Blora Ani Wijaya May Inf Budi Santoso."))


def test_a_word_for_a_place_in_front_of_a_degree_is_one_of_a_name(read: Read) -> None:
    record = read("Rapat dihadiri Anggota KPU Blora Iskandar Lembah, S.Sos, dan Camat Cepu Ani Wijaya Jalan Pemuda.")
    assert _persons(record) == {"Iskandar Lembah", "Ani Wijaya"}


@pytest.mark.parametrize(
    ("said", "there"),
    [
        (
            "Dalam kunjungan ini Kapolres didampingi Kodim Blora bersama KPU Blora",
            {"Kodim 0721/Blora", "KPU Kabupaten Blora"},
        ),
        ("Kegiatan ini diikuti Polsek Cepu", {"Polsek Cepu"}),
        ("Kegiatan ini akan diikuti Polsek Cepu", set()),
        ("Saya berharap kegiatan ini diikuti Polsek Cepu", set()),
        ("Lewat kegiatan ini, mari kita hadir bersama Polsek Cepu", set()),
        ("Lewat kegiatan ini, kita bersama Polsek Cepu menjaga pemilu", set()),
        ("Kemarin rapat diikuti Polsek Cepu", set()),
    ],
)
def test_a_quote_that_points_at_the_event_tells_who_is_there(said: str, there: set[str], read: Read) -> None:
    lead = "Kapolres Blora AKBP Budi Santoso mengunjungi sejumlah TPS di Blora, Senin (2/9/2024)."
    record = read(f"{lead} “{said},” kata Aipda Dodi Gunawan.")
    assert {who for who, _ in parts_of(record)} == {"Polres Blora", "Budi Santoso"} | there


def test_a_weekday_with_the_event_comes_before_that_of_a_statement(read: Read) -> None:
    lead = "Kapolres Blora AKBP Budi Santoso mengunjungi sejumlah TPS di Blora."
    said = "“Warga senang,” kata Aipda Dodi Gunawan, Sabtu (20/4/2019)."
    for told, day in (
        ("Kunjungan Kapolres pada hari Jumat (19/4/2019) malam sekitar pukul 21.55 WIB.", "2019-04-19"),
        ("Ketua KPU Blora Ani Wijaya akan melakukan kunjungan ke Cepu, Senin (22/4/2019).", "2019-04-20"),
        ("Ia menambahkan, kunjungan akan dilanjutkan Senin (22/4/2019).", "2019-04-20"),
    ):
        record = read(f"{lead} {said}\n\nDia katakan, situasi aman. {told}", published=None)
        assert record["events"][0]["date"] == day


def test_posts_of_the_mobile_brigade_of_police_hospitals_and_of_laboratories(read: Read) -> None:
    record = read(
        "Apel digelar Polda Sumatera Utara, Senin (2/9/2024). Hadir Wakaden B Sat Brimobdasu Kompol Ani Wijaya, "
        "Karumkit Bhayangkara Tebing Tinggi Kompol dr. Budi Santoso dan Kalabfor Kombes Pol Cici Lestari."
    )
    assert {(who, body) for who, _, body in _posts(record)} == {
        ("Ani Wijaya", "Polda Sumatera Utara"),
        ("Budi Santoso", "RS Bhayangkara Tebing Tinggi"),
        ("Cici Lestari", "Polda Sumatera Utara"),
    }


def test_a_battalion_is_one_by_its_number_whatever_word_is_in_front_of_that(read: Read) -> None:
    record = read("Danyon Mekanis 741/GN diwakili Dankima Yon Mekanis741/GN menghadiri rapat di Jembrana, Senin (2/9).")
    assert {(entity["class"], entity["name"]) for entity in record["entities"]} == {
        ("MilitaryCommand", "Yonif Mekanis 741/GN")
    }


def test_councils_of_customary_villages_have_the_name_of_their_time(read: Read) -> None:
    record = read("Rapat dihadiri Ketua MMDP Jembrana dan Ketua Majelis Desa Adat Kabupaten Klungkung Budi Santoso.")
    assert {"MMDP Kabupaten Jembrana", "MDA Kabupaten Klungkung"} <= {entity["name"] for entity in record["entities"]}


def test_one_of_many_who_comes_for_them_holds_their_post(read: Read) -> None:
    said = "Pelantikan di Blora, Senin (2/9/2024), dihadiri perwakilan {} Ani Wijaya, Camat Cepu Budi Santoso."
    posts = _posts(read(said.format("Komisioner Bawaslu Kabupaten Blora")))
    assert ("Ani Wijaya", "Komisioner Bawaslu Kabupaten Blora", "Bawaslu Kabupaten Blora") in posts
    assert "Ani Wijaya" not in {who for who, _, _ in _posts(read(said.format("Ketua Bawaslu Kabupaten Blora")))}


def test_a_place_is_nobody(read: Read) -> None:
    record = read(
        "Logistik dibawa dari Kelurahan Tejo Agung bersama Ketua KPS Tejo Agung dan Lurah Tejo Agung, Kamis (15/2). "
        "“Aman,” kata Kapolsek Metro Timur Ani Wijaya.\nKhalayak Maumere menyambut baik, Sukses Wijaya menambahkan."
    )
    assert _persons(record) == {"Ani Wijaya", "Sukses Wijaya"}


@pytest.mark.parametrize("verb", ["dipercayakan kepada", "diemban oleh", "dijabat"])
def test_who_is_given_the_command_of_a_parade_leads_it(verb: str, read: Read) -> None:
    record = read(
        "Apel gelar pasukan digelar Polres Blora, Senin (2/9/2024). Tampil sebagai Perwira Apel Kabag Ops Kompol Budi "
        f"Santoso, dan Komandan Apel {verb} Kapolsek Cepu AKP Ani Wijaya."
    )
    assert {("Ani Wijaya", "led"), ("Polsek Cepu", "led"), ("Budi Santoso", "attended")} <= parts_of(record)


def test_a_name_in_front_of_a_degree_is_no_post_with_a_wrong_letter(read: Read) -> None:
    record = read("Rapat dihadiri Ketua Bawaslu Kota Bontang Gemgamu Danjima, S.I.K. dan Kapolrse, AKBP Ani Wijaya.")
    assert _persons(record) == {"Gemgamu Danjima", "Ani Wijaya"}
