"""Bodies without their region: the local one where they act, no claim where they are only spoken of."""

from __future__ import annotations

from .conftest import Read, parts_of

PLACE = "TABANAN - Kapolres Tabanan AKBP Ani Wijaya memimpin apel siaga di Lapangan Dangin Carik, Senin (23/9/2024). "


def _bodies(read: Read, text: str) -> dict[str, str | None]:
    return {e["name"]: e.get("unit") for e in read(text)["entities"] if e["class"] != "Person"}


def test_a_bare_body_that_attends_is_the_local_one(read: Read) -> None:
    record = read(PLACE + "Apel dihadiri KPU dan Bawaslu.")
    assert {("KPU Kabupaten Tabanan", "attended"), ("Bawaslu Kabupaten Tabanan", "attended")} <= parts_of(record)


def test_a_bare_body_that_is_only_spoken_of_is_not_claimed_to_be_the_local_one(read: Read) -> None:
    found = _bodies(read, PLACE + "Ia berharap semua lembaga seperti KPU bekerja jujur.")
    assert found["KPU"] is None
    assert "KPU Kabupaten Tabanan" not in found


def test_the_local_one_stays_a_candidate(read: Read) -> None:
    record = read(PLACE + "Ia berharap semua lembaga seperti KPU bekerja jujur.")
    kpu = next(e for e in record["entities"] if e["name"] == "KPU")
    assert kpu["candidates"] == ["kpu-51.02"]


def test_a_post_that_nobody_holds_proves_no_body(read: Read) -> None:
    found = _bodies(read, PLACE + "Pemilihan bupati dan wakil bupati tinggal dua bulan lagi.")
    assert "Pemerintah Kabupaten Tabanan" not in found


def test_an_office_holder_with_a_name_proves_the_local_body(read: Read) -> None:
    found = _bodies(read, PLACE + "Camat I Wayan Sudana mengatakan warga siap memilih. Bupati I Made Rai sependapat.")
    assert found["Pemerintah Kabupaten Tabanan"] == "pemda-51.02"


def test_the_word_for_any_government_names_the_local_one_only_where_it_acts(read: Read) -> None:
    start = "BLORA - Polres Blora menggelar rapat koordinasi, Kamis (19/9/2024)."
    idle = read(f"{start} Pemerintah daerah juga mendukung dengan sumber daya dan kebijakan.")
    acting = read(f"{start} Rapat itu dihadiri Pemerintah Daerah.")
    assert [e["name"] for e in idle["entities"] if e["class"] == "RegionalGovernment"] == []
    assert [e["region"] for e in acting["entities"] if e["class"] == "RegionalGovernment"] == ["33.16"]


def test_a_house_that_is_only_elected_is_no_body_of_the_article(read: Read) -> None:
    elected = read("Surat suara DPR, DPD dan DPRD Provinsi dijaga Polres Blora.")
    present = read("Rapat dihadiri Kapolres Blora AKBP Ani Wijaya, DPRD, dan KPU Kabupaten Blora.")
    houses = [[e["name"] for e in record["entities"] if e["class"] == "Legislature"] for record in (elected, present)]
    assert houses == [[], ["DPRD Kabupaten Blora"]]


def test_a_bare_agency_is_the_one_of_the_only_regency_named(read: Read) -> None:
    record = read("Apel gabungan diikuti Dishub dan Satpol PP di Lapangan Kartini, Kabupaten Ngada.")
    names = sorted(e["name"] for e in record["entities"] if e["class"] == "RegionalAgency")
    assert names == ["Dinas Perhubungan Kabupaten Ngada", "Satpol PP Kabupaten Ngada"]


def test_who_is_only_elected_holds_no_office_yet(read: Read) -> None:
    record = read("DPRD Blora menetapkan Ani Wijaya dan Budi Santoso sebagai Bupati dan Wakil Bupati Blora terpilih.")
    assert not record["postings"]
    assert [e["name"] for e in record["entities"] if e["class"] == "RegionalGovernment"] == []


PROVINCE = "SEMARANG - Rapat dihadiri Forkopimda Kota Semarang, Senin (23/9/2024). "


def test_a_bare_body_in_a_list_of_bodies_of_the_province_is_the_province_s(read: Read) -> None:
    found = _bodies(read, PROVINCE + "Hadir pula Gubernur Jateng, Kapolda Jateng, Ketua KPU dan Ketua Bawaslu.")
    assert {"KPU Provinsi Jawa Tengah", "Bawaslu Provinsi Jawa Tengah"} <= found.keys()


def test_a_body_of_the_regency_in_the_list_keeps_the_next_one_local(read: Read) -> None:
    found = _bodies(read, PROVINCE + "Hadir Gubernur Jateng, Kapolda Jateng, Wali Kota Semarang dan Ketua KPU.")
    assert "KPU Kota Semarang" in found
    found = _bodies(read, PROVINCE + "Hadir Kapolda Jateng dan Ketua KPU.")
    assert "KPU Kota Semarang" in found


def test_who_came_for_a_government_is_of_its_own_agency(read: Read) -> None:
    found = _bodies(
        read, PROVINCE + "Gubernur Jateng diwakili Kakesbangpol, Wali Kota Semarang diwakili Kadishub hadir."
    )
    assert {"Badan Kesatuan Bangsa dan Politik Provinsi Jawa Tengah", "Dinas Perhubungan Kota Semarang"} <= found.keys()
