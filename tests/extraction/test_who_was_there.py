"""Who was there: names with initials, lists by line or semicolon, who came for whom, who only spoke."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - Polres Blora menggelar rapat koordinasi di aula, Selasa (24/9/2024). "
HOST = ("Polres Blora", "organised")
KPU, BAWASLU, CAMAT = "KPU Kabupaten Blora", "Bawaslu Kabupaten Blora", "Pemerintah Kecamatan Cepu"


def attended(*names: str) -> set[tuple[str, str]]:
    return {(name, "attended") for name in names}


def postings_of(record: dict) -> set[tuple[str, str]]:  # type: ignore[type-arg]
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], names[p["institution"]]) for p in record["postings"]}


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("Kapolsek Cepu AKP Togar H Sinaga, SH", "Togar H Sinaga"),
        ("Kapolsek Cepu AKP Togar H. Sinaga, SH", "Togar H. Sinaga"),
        ("Ketua KPU Blora Rudi H Wibowo", "Rudi H Wibowo"),
        ("Ketua KPU Blora H Rudi Wibowo", "Rudi Wibowo"),
        ("pengasuh Ponpes Nurul Huda H. Rudi Wibowo", "Rudi Wibowo"),
        ("Divisi Data dan Informasi KPU Blora I Gusti Ngurah Wirya", "I Gusti Ngurah Wirya"),
        ("Calon Bupati Nomor Urut 2 I Nengah Wirya, SH", "I Nengah Wirya"),
    ],
)
def test_an_initial_or_a_particle_belongs_to_the_name(read: Read, office: str, name: str) -> None:
    record = read(LEAD + f"Rapat dihadiri {office}.")
    assert [e["name"] for e in record["entities"] if e["class"] == "Person"] == [name]


def test_yang_juga_in_front_of_a_passive_verb_gives_no_office(read: Read) -> None:
    record = read(
        "BLORA - Kapolres Blora AKBP Ani Wijaya memimpin rapat, yang juga dihadiri oleh Ketua KPU Blora Sarjito dan "
        "Camat Cepu, Selasa (24/9/2024)."
    )
    assert parts_of(record) == {("Ani Wijaya", "led"), ("Polres Blora", "led")} | attended("Sarjito", KPU, CAMAT)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hadir Ketua KPU; Sarjito Wibowo, Ketua Bawaslu; Gunarti Lestari, serta Camat Cepu; Komang Wirya.",
        "Hadir Sarjito Wibowo, Ketua KPU Blora dan Gunarti Lestari, Ketua Bawaslu Blora dan Komang Wirya, Camat Cepu.",
        "Hadir Sarjito Wibowo, Ketua KPU Blora; Gunarti Lestari, Ketua Bawaslu Blora; Komang Wirya, Camat Cepu.",
        "\n\nTampak hadir:\nSarjito Wibowo / Ketua KPU Blora\nGunarti Lestari / Ketua Bawaslu Blora\n"
        "Komang Wirya / Camat Cepu",
        "\n\nHadir dalam rapat tersebut:\n\nSarjito Wibowo (Ketua KPU Blora)\n\n"
        "Gunarti Lestari (Ketua Bawaslu Blora)\n\nKomang Wirya (Camat Cepu)\n\nRapat berlangsung aman sampai selesai.",
        "\n\nPeserta yang hadir sebagai berikut:\nKetua KPU Blora - Sarjito Wibowo\n"
        "Ketua Bawaslu Blora - Gunarti Lestari, S.H.\nCamat Cepu : Komang Wirya",
    ],
)
def test_each_member_of_a_list_has_the_office_beside_the_name(read: Read, sentence: str) -> None:
    record = read(LEAD + sentence)
    pairs = {("Sarjito Wibowo", KPU), ("Gunarti Lestari", BAWASLU), ("Komang Wirya", CAMAT)}
    assert postings_of(record) == pairs
    assert parts_of(record) == {HOST} | {(who, "attended") for pair in pairs for who in pair}


def test_members_of_a_list_of_semicolons_may_have_no_office(read: Read) -> None:
    record = read(LEAD + "Hadir Kapolsek Cepu; Ketua KPU Blora Sarjito; Gunarti Lestari; Camat Cepu.")
    assert parts_of(record) >= attended("Polsek Cepu", "Sarjito", KPU, "Gunarti Lestari", CAMAT)
    assert postings_of(record) == {("Sarjito", KPU)}


def test_a_whole_list_leads_also_in_front_of_who_goes_along(read: Read) -> None:
    record = read(LEAD + "Rapat dipimpin Ketua KPU Blora, Ketua Bawaslu Blora dan Camat Cepu didampingi Dandim Blora.")
    assert {who for who, role in parts_of(record) if role == "led"} == {KPU, BAWASLU, CAMAT}


def test_who_came_for_the_one_before_is_not_the_next_of_the_list(read: Read) -> None:
    record = read(
        LEAD + "Hadir Ketua Pengadilan Negeri Blora yang mewakili, Ketua Bawaslu Blora Gunarti, beserta anggota."
    )
    assert parts_of(record) == {HOST} | attended("Pengadilan Negeri Blora", "Gunarti", BAWASLU)


def test_who_only_speaks_for_somebody_takes_no_part(read: Read) -> None:
    record = read(
        LEAD + '\n\n"Situasi aman dan terkendali," kata Kapolsek Cepu Iptu Gunarso mewakili Kapolres Blora AKBP Ani '
        "Wijaya, Rabu (25/9/2024)."
    )
    assert parts_of(record) == {HOST}
    assert postings_of(record) == {("Gunarso", "Polsek Cepu"), ("Ani Wijaya", "Polres Blora")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dalam kesempatan yang sama, Ketua KPU Blora Sarjito menyoroti pentingnya data pemilih.",
        "Rapat dilanjutkan paparan Ketua KPU Blora Sarjito.",
        "Rapat diisi arahan Kapolres; dilanjutkan dengan sambutan Ketua KPU Blora Sarjito, kemudian diskusi.",
    ],
)
def test_who_speaks_next_was_there(read: Read, sentence: str) -> None:
    assert parts_of(read(LEAD + sentence)) == {HOST} | attended("Sarjito", KPU)


def test_who_is_the_leader_of_a_parade_leads(read: Read) -> None:
    record = read(
        "BLORA - Apel digelar di alun-alun, Selasa (24/9/2024). Kapolres Blora, AKBP Ani Wijaya, selaku pemimpin apel, "
        "meminta anggota menjaga netralitas."
    )
    assert parts_of(record) == {("Ani Wijaya", "led"), ("Polres Blora", "led")}


def test_an_office_on_a_ballot_or_in_the_name_of_a_contest_is_nobody(read: Read) -> None:
    record = read(
        "BLORA - KPU Blora menggelar pelipatan surat suara, Selasa (24/9/2024). Surat suara Gubernur dan Bupati Blora "
        "dilipat di gudang. Petugas juga mengikuti turnamen Kapolres Cup."
    )
    assert parts_of(record) == {(KPU, "organised")}
    assert {e["name"] for e in record["entities"]} == {KPU}
