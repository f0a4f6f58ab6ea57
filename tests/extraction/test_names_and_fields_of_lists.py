"""Names and fields of posts as attendance lists of real pages write them: in capitals, numbered, without a blank."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read

LEAD = "BLORA - KPU Kabupaten Blora menggelar rapat koordinasi di aula, Selasa (24/9/2024). "


def persons(record: Record) -> set[str]:
    """The names of the persons of a record."""
    return {entity["name"] for entity in record["entities"] if entity["class"] == "Person"}


def postings_of(record: Record) -> set[tuple[str, str]]:
    """Who holds a post at what body, by name."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], names[p["institution"]]) for p in record["postings"]}


@pytest.mark.parametrize(
    ("list_", "names"),
    [
        ("Ketua KPU Ani Duha, Edo Gulo, Meidaran Hulu, Yulius Gea dan Eko Lase", "Meidaran Hulu"),
        ("Lamato Bu’ulolo dan Dorita Gohae", "Lamato Bu’ulolo|Dorita Gohae"),
        ("Komisioner Bawaslu Blora Divisi HPP JORDI BARO BAHY, SH", "JORDI BARO BAHY"),
        ("Komisioner KPU Blora Divisi Sosialisasi, Parmas dan SDM YOSEP LABOK, S.Sos", "YOSEP LABOK"),
        ("Anggota Komisi I Sri Umi Darwati", "Sri Umi Darwati"),
        ("Sekretaris Komisi I Gusti Ayu Sri", "I Gusti Ayu Sri"),
        ("Kapolda Maluku IRJEN POL .Drs. ANDRI LATUMETEN, M.Si", "ANDRI LATUMETEN"),
    ],
)
def test_a_name_of_a_list_is_whole(read: Read, list_: str, names: str) -> None:
    assert set(names.split("|")) <= persons(read(f"{LEAD}Hadir dalam rapat itu {list_}."))


@pytest.mark.parametrize(
    "list_",
    [
        "Wakil Bupati Blora, Sekretaris Daerah, DandimmBlora dan perwakilan TNI",
        "jajaran Komisi II dan Komisi V",
        "Forkopimda Se-Kepulauan Blora, Dandim 0721/Blora",
    ],
)
def test_no_words_of_a_list_are_a_name(read: Read, list_: str) -> None:
    assert persons(read(f"{LEAD}Hadir dalam rapat itu {list_}.")) == set()


def test_who_speaks_as_the_head_of_the_organisers_is_somebody(read: Read) -> None:
    assert persons(read(f"{LEAD}Ramita Esa selaku Ketua Panitia melaporkan bahwa rapat itu rutin.")) == {"Ramita Esa"}


@pytest.mark.parametrize(
    ("list_", "posting"),
    [
        ("Kordiv Perencanaan data dan informasi Gawi Lestari, SH", ("Gawi Lestari", "KPU Kabupaten Blora")),
        ("Letkol Inf Budi Santoso (Ketua Tim Pusterad)", ("Budi Santoso", "Pusterad")),
        ("Kapten Inf Siswadi (Pasi Terdim 0721/Blora)", ("Siswadi", "Kodim 0721/Blora")),
        ("Kepala Bandara Ngloram Cepu, Moh. Zuhri, S.Sit", ("Moh. Zuhri", "Bandara Ngloram Cepu")),
        ("Spri Kapolda Maluku IPDA LUKITO ANDRI", ("LUKITO ANDRI", "Polda Maluku")),
    ],
)
def test_the_post_of_a_list_is_at_its_body(read: Read, list_: str, posting: tuple[str, str]) -> None:
    assert posting in postings_of(read(f"{LEAD}Hadir dalam rapat itu {list_}."))


@pytest.mark.parametrize("office", ["Ka Rutan Blora", "Kepala Dinas Kesehatan Blora", "Kalapas Blora"])
def test_who_comes_for_a_head_does_not_hold_the_office(read: Read, office: str) -> None:
    record = read(f"{LEAD}Hadir dalam rapat itu Perwakilan {office}, Bpk. Daniel Wutun.")
    assert "Daniel Wutun" in persons(record)
    assert not postings_of(record)


def test_who_comes_for_the_head_of_a_section_holds_no_post(read: Read) -> None:
    envoy = "Mewakili Kasat Intelkam Polres Blora Aipda Atmo Tuasa"
    list_ = f"Kapolres Blora AKBP Nur Rahman, S.I.K,{envoy}, Kapolsek Cepu AKP Edi"
    record = read(f"{LEAD}Hadir dalam rapat itu {list_}.")
    assert "Atmo Tuasa" in persons(record)
    assert postings_of(record) == {("Nur Rahman", "Polres Blora"), ("Edi", "Polsek Cepu")}


def test_a_full_stop_behind_a_short_post_ends_no_sentence(read: Read) -> None:
    record = read(f"{LEAD}Hadir dalam rapat itu Tono Wibowo, SE, Kasi. Lalin Dishub Kabupaten Blora Budi Santoso.")
    assert postings_of(record) == {("Budi Santoso", "Dinas Perhubungan Kabupaten Blora")}


@pytest.mark.parametrize(
    "post", ["Komandan Tugas Pengamanan Kantor KPU Blora", "Padal Pengamanan Bawaslu Blora", "Kasatgas Pengamanan KPU"]
)
def test_who_guards_an_election_body_holds_no_post_there(read: Read, post: str) -> None:
    assert not postings_of(read(f"BLORA - Apel dipimpin {post} Kompol Laras Matase, Selasa (24/9/2024)."))


@pytest.mark.parametrize(
    ("sentence", "sworn"),
    [
        ("Samaha Bu’ulolo dilantik menggantikan Dorita Gohae untuk masa jabatan 2024-2029.", {"Samaha Bu’ulolo"}),
        ("Samaha Zebua dan Ani Wijaya resmi dilantik.", {"Samaha Zebua", "Ani Wijaya"}),
        ("Samaha Zebua dilantik pada 2021.", set()),
        ("Samaha Zebua akan dilantik besok.", set()),
    ],
)
def test_who_is_sworn_in_was_there(read: Read, sentence: str, sworn: set[str]) -> None:
    record = read(f"BLORA - Rapat paripurna DPRD Blora digelar Selasa (24/9/2024). {sentence}")
    names = {entity["id"]: entity["name"] for entity in record["entities"] if entity["class"] == "Person"}
    there = {p["participant"] for event in record["events"] for p in event["participations"]}
    assert {name for id_, name in names.items() if id_ in there} == sworn


def test_whom_a_speaker_is_asked_to_consult_takes_no_part(read: Read) -> None:
    sentence = (
        "KPU RI meminta kami berkoordinasi dengan instansi terkait yaitu Polri, Kejari Blora dan Dinas Kesehatan."
    )
    record = read(f"BLORA - Apel digelar Polres Blora, Selasa (24/9/2024). {sentence}")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert {names[p["participant"]] for event in record["events"] for p in event["participations"]} == {"Polres Blora"}


@pytest.mark.parametrize(
    ("list_", "posting"),
    [
        ("Ketua Komunikasi Jurnalis Halbar (KJH) Rusli Habsy", ("Rusli Habsy", "Komunikasi Jurnalis Halbar")),
        ("Sekretaris Sahabat Sungai dan Laut (SSL), Budi Santoso", ("Budi Santoso", "Sahabat Sungai dan Laut")),
    ],
)
def test_initials_in_brackets_prove_an_unlisted_body(read: Read, list_: str, posting: tuple[str, str]) -> None:
    assert posting in postings_of(read(f"{LEAD}Hadir dalam rapat itu {list_}."))


def test_letters_that_are_no_initials_prove_no_body(read: Read) -> None:
    record = read(f"{LEAD}Hadir dalam rapat itu Ketua Harian Budi Santoso (PDI).")
    assert {entity["name"] for entity in record["entities"]} == {"KPU Kabupaten Blora", "Budi Santoso"}


def test_the_short_form_of_a_listed_kind_proves_no_other_body(read: Read) -> None:
    record = read(f"{LEAD}Hadir dalam rapat itu Ketua Panitia Pemungut Suara (PPS) Desa Jepon Budi Santoso.")
    assert not [entity for entity in record["entities"] if entity["class"] == "CivilSociety"]


def test_whom_a_case_is_about_holds_no_event(read: Read) -> None:
    record = read("Polisi mengusut kasus Kades Mekarjaya, mahasiswa menggelar aksi di Polres Blora, Kamis (19/9/2024).")
    assert not [p for event in record["events"] for p in event["participations"]]


@pytest.mark.parametrize("paper", ["MoU", "nota kesepahaman", "perjanjian kerja sama"])
def test_with_whom_somebody_signs_was_there(read: Read, paper: str) -> None:
    record = read(f"Bupati Blora Ani Wijaya menandatangani {paper} dengan Kajari Blora Budi Lesmana, Rabu (18/9/2024).")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    there = {names[p["participant"]] for event in record["events"] for p in event["participations"]}
    assert {"Ani Wijaya", "Budi Lesmana", "Kejaksaan Negeri Blora"} <= there


def test_whom_a_body_says_to_consult_takes_no_part(read: Read) -> None:
    record = read(f'{LEAD}"KPU Blora telah berkoordinasi dengan Polri dan Kejaksaan", kata Ani Wijaya.')
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert {names[p["participant"]] for event in record["events"] for p in event["participations"]} <= {
        "KPU Kabupaten Blora",
        "Ani Wijaya",
    }


@pytest.mark.parametrize(
    ("sentence", "posting"),
    [
        ("Staf Ahli Bidang Hukum Pemkab Blora Sozanolo Gulo", ("Sozanolo Gulo", "Pemerintah Kabupaten Blora")),
        ("Gubernur BI Perdana Wardoyo", ("Perdana Wardoyo", "Bank Indonesia")),
        ("Ketua Dewan Adat Wilayah Meepa Oktovianus Pekei", ("Oktovianus Pekei", "Dewan Adat Wilayah Meepa")),
    ],
)
def test_the_name_behind_a_field_or_a_body_is_whole(read: Read, sentence: str, posting: tuple[str, str]) -> None:
    assert posting in postings_of(read(f"{LEAD}Hadir dalam rapat itu {sentence}."))
