"""Heads of prisons by class and region, names inside lists, signatures behind a text, and contests with a slip."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of


def _names(record: Record, class_: str) -> set[str]:
    return {entity["name"] for entity in record["entities"] if entity["class"] == class_}


def _posts(record: Record) -> set[tuple[str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[posting["person"]], posting["post"]) for posting in record["postings"]}


@pytest.mark.parametrize("class_", ["", "Kelas IIB ", "Kelas II B ", "Kelas II-B ", "Klas II "])
def test_the_head_of_a_prison_of_any_class_proves_it(read: Read, class_: str) -> None:
    record = read(f"Hadir Karutan {class_}Demak dan Kapolres Blora.")
    assert _names(record, "NationalAgency") == {"Rutan Demak"}
    assert not _names(record, "Person")


def test_the_holder_behind_class_and_place_keeps_only_her_name(read: Read) -> None:
    record = read("Hadir Kalapas Kelas IIA Blora Ani Wijaya dan Kalapas Kelas II-A Kendal Budi Santoso.")
    assert _names(record, "NationalAgency") == {"Lapas Blora", "Lapas Kendal"}
    assert {name for name, _ in _posts(record)} == {"Ani Wijaya", "Budi Santoso"}


def test_a_place_with_another_body_is_that_of_the_post_too(read: Read) -> None:
    record = read("Hadir Kalapas Kelas II-B Sanana dan Ketua Pengadilan Negeri Sanana.")
    assert _names(record, "NationalAgency") == {"Lapas Sanana"}


def test_the_name_of_who_heads_a_prison_of_a_class_is_no_prison(read: Read) -> None:
    record = read("Hadir Kalapas Kelas IIB Budi Santoso, Kapolres Blora dan Dandim Blora.")
    assert _names(record, "Person") == {"Budi Santoso"}
    assert not _names(record, "NationalAgency")


@pytest.mark.parametrize("place", ["Kecamatan Cepu", "Cepu"])
def test_the_three_pillars_of_a_district_are_a_forum(read: Read, place: str) -> None:
    record = read(f"Tiga Pilar {place} menggelar patroli di Blora, Jumat (13/9/2024).")
    assert ("Tiga Pilar Kecamatan Cepu", "organised") in parts_of(record)


def test_three_pillars_of_something_are_nobody(read: Read) -> None:
    assert not _names(read("Tiga pilar demokrasi dijaga Kapolres Blora AKBP Ani Wijaya."), "Forum")


@pytest.mark.parametrize("contest", ["Pikada", "Pilkda", "Pilkadda", "Pilpes"])
def test_a_contest_with_a_slip_holds_no_office(read: Read, contest: str) -> None:
    record = read(f"Untuk menyukseskan {contest}, Kapolda Jateng memimpin penandatanganan komitmen bersama.")
    assert not _names(record, "Person")


@pytest.mark.parametrize("end", ["", "\n\nBaca berita lain di sini."])
def test_who_signs_a_text_in_a_bracket_is_no_person_of_it(read: Read, end: str) -> None:
    lead = "Kapolres Blora AKBP Ani Wijaya memimpin apel, Jumat (13/9/2024)."
    assert _names(read(f"{lead}\n\n(Humas Resta Blora Raya){end}"), "Person") == {"Ani Wijaya"}


def test_a_name_in_a_bracket_within_a_sentence_is_a_person(read: Read) -> None:
    assert "Budi Santoso" in _names(read("Rapat dihadiri Camat Cepu (Budi Santoso) dan Kapolsek Cepu."), "Person")


@pytest.mark.parametrize("names", ["Ani Wijaya, Susanti, dan Budi Santoso", "Ani Wijaya, Susanti dan Budi Santoso"])
def test_a_single_name_between_full_ones_is_a_person(read: Read, names: str) -> None:
    record = read(f"Rakor dihadiri ASN Pemkab Blora, {names}.")
    assert _names(record, "Person") == {"Ani Wijaya", "Susanti", "Budi Santoso"}


def test_a_single_word_that_is_none_of_names_is_nobody_between_full_names(read: Read) -> None:
    assert "Persibara" not in _names(read("Rakor dihadiri Ani Wijaya, Persibara, dan Budi Santoso."), "Person")


def test_whoever_tells_of_those_sworn_in_takes_no_office(read: Read) -> None:
    record = read(
        "Pelantikan Pengawas TPS digelar Panwaslu Kecamatan Cepu, Jumat (13/9/2024).\n\n"
        "Ani Wijaya, Ketua Panwaslu Kecamatan Cepu, hadir. "
        "Ani Wijaya menyebutkan, sebelum dilantik sebagai Pengawas TPS, mereka diseleksi."
    )
    assert _posts(record) == {("Ani Wijaya", "Ketua Panwaslu Kecamatan Cepu")}


def test_who_only_wants_an_office_under_a_short_word_holds_none(read: Read) -> None:
    record = read("Hadir ketiga bacalon bupati Blora, Ani Wijaya didampingi Budi Santoso.")
    assert record["postings"] == []


def test_an_analyst_of_an_agency_has_a_post_there(read: Read) -> None:
    record = read("Rakor dihadiri Analis SDM BKD Kabupaten Blora, Ani Wijaya, Kamis (19/9/2024).")
    assert _posts(record) == {("Ani Wijaya", "Analis SDM BKD Kabupaten Blora")}


def test_societies_of_peoples_in_general_are_none(read: Read) -> None:
    assert not _names(read("Polres Blora menggelar rapat dengan para tokoh Paguyuban Kesukuan."), "CivilSociety")


@pytest.mark.parametrize(
    "called",
    ["Koh Tasib akrab dipanggil", "Koh Tasib, sapaan akrabnya", "pria yang akrab disapa Bang Tasib"],
)
def test_what_others_call_the_speaker_is_no_second_person(read: Read, called: str) -> None:
    record = read(
        "“Semua sudah siap bekerja,” kata Ahmad Muhtasib, Ketua Panwascam Cepu. “Semua bertugas besok pagi,” "
        f"tegas {called}."
    )
    assert _names(record, "Person") == {"Ahmad Muhtasib"}


def test_a_short_name_said_to_be_usual_stays_with_its_owner(read: Read) -> None:
    record = read(
        "“Semua sudah siap bekerja,” kata Ahmad Muhtasib, Ketua Panwascam Cepu. Camat Cepu Budi Santoso hadir. "
        "“Semua bertugas besok pagi,” tegas Ahmad, sapaan akrabnya."
    )
    assert _names(record, "Person") == {"Ahmad Muhtasib", "Budi Santoso"}


@pytest.mark.parametrize(
    "sworn",
    ["dilantik dan diambil sumpah jabatan", "dilantik dan dikukuhkan", "diambil sumpah janji jabatannya"],
)
def test_whoever_swears_others_in_leads(read: Read, sworn: str) -> None:
    record = read(f"Sebanyak 50 pejabat {sworn} oleh Bupati Blora Ani Wijaya, Minggu (15/9/2024).")
    assert parts_of(record) == {("Pemerintah Kabupaten Blora", "led"), ("Ani Wijaya", "led")}


def test_whoever_is_sworn_in_is_there(read: Read) -> None:
    record = read("Anggota DPRD Blora diambil sumpah oleh Ketua Pengadilan Negeri Blora, Minggu (15/9/2024).")
    assert {("DPRD Kabupaten Blora", "attended"), ("Pengadilan Negeri Blora", "led")} <= parts_of(record)


@pytest.mark.parametrize(
    "when",
    ["Di sela acara deklarasi damai", "Di sela-sela kegiatan deklarasi damai", "Saat deklarasi damai"],
)
def test_who_speaks_on_the_margin_of_an_event_was_there(read: Read, when: str) -> None:
    record = read(f"{when}, Kapolres Blora AKBP Ani Wijaya menegaskan anggotanya netral.")
    assert parts_of(record) == {("Polres Blora", "attended"), ("Ani Wijaya", "attended")}


def test_who_reads_out_what_is_declared_is_there(read: Read) -> None:
    record = read(
        "KPU Blora menggelar Deklarasi Damai, Senin (16/9/2024). "
        "Ketua KPU Budi Santoso membacakan Deklarasi Damai dan diikuti oleh unsur Forkopimda."
    )
    assert ("Budi Santoso", "attended") in parts_of(record)


def test_the_line_of_an_advertisement_of_a_commission_is_not_read(read: Read) -> None:
    record = read("Polres Blora menggelar rapat bersama KPU, Jumat (13/9/2024).\n\nIklan KPU Jateng\n\nRapat selesai.")
    assert _names(record, "ElectionCommission") == {"KPU Kabupaten Blora"}


@pytest.mark.parametrize("oath", ["mengambil sumpah", "mengambil sumpah jabatan", "memandu pengambilan sumpah"])
def test_whoever_takes_the_oaths_of_others_leads(read: Read, oath: str) -> None:
    record = read(f"Ketua KPU Blora Ani Wijaya {oath} 140 anggota PPK, Rabu (18/9/2024).")
    assert parts_of(record) == {("KPU Kabupaten Blora", "led"), ("Ani Wijaya", "led")}


def test_the_oath_of_witnesses_is_no_event(read: Read) -> None:
    assert read("Hakim Pengadilan Negeri Blora mengambil sumpah para saksi, Rabu (18/9/2024).")["events"] == []


def test_a_food_task_force_is_one_of_its_region_or_nobody(read: Read) -> None:
    record = read("Satgas Pangan Kabupaten Blora menggelar sidak di pasar, Rabu (18/9/2024).")
    assert parts_of(record) == {("Satgas Pangan Kabupaten Blora", "organised")}
    assert not _names(read("Kapolres Blora AKBP Ani Wijaya bersama Satgas Pangan mengecek pasar."), "Forum")


@pytest.mark.parametrize("office", ["Kalapas", "Kepala Puskesmas", "Karutan"])
def test_a_district_of_two_words_is_no_name_in_front_of_one(read: Read, office: str) -> None:
    record = read(f"{office} Tanjung Raja Budi Santoso memimpin rapat, Selasa (17/9/2024).")
    assert _posts(record) == {("Budi Santoso", f"{office} Tanjung Raja")}
