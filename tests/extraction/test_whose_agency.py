"""Whose a body is: of a government, of a region with a wrong letter; words of titles that are no unit's name."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


def _names(record: dict, *kinds: str) -> list[str]:  # type: ignore[type-arg]
    return [entity["name"] for entity in record["entities"] if entity["class"] in kinds]


def _postings(record: dict) -> list[tuple[str, str]]:  # type: ignore[type-arg]
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return [(names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]]


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Kepala Kesbangpol Pemkab Blora", "Badan Kesatuan Bangsa dan Politik Kabupaten Blora"),
        ("Kadis Kesehatan Pemkab Blora", "Dinas Kesehatan Kabupaten Blora"),
        ("Kasatpol PP Pemkot Semarang", "Satpol PP Kota Semarang"),
        ("Kalaksa BPBD Pemprov Jateng", "BPBD Provinsi Jawa Tengah"),
        ("Kabid Linmas Satpol PP Pemkab Blora", "Satpol PP Kabupaten Blora"),
    ],
)
def test_an_agency_of_a_government_is_the_agency_of_its_region(read: Read, office: str, body: str) -> None:
    record = read(f"Rakor itu dihadiri {office} Ani Wijaya, Kamis (19/9/2024).")
    assert _postings(record) == [("Ani Wijaya", body)]
    assert _names(record, "RegionalGovernment") == []


def test_an_agency_beside_a_government_is_not_part_of_it(read: Read) -> None:
    record = read("Satpol PP bersama Pemkot Semarang menggelar razia, Kamis (19/9/2024).")
    assert _names(record, "RegionalAgency", "RegionalGovernment") == [
        "Satpol PP Kota Semarang",
        "Pemerintah Kota Semarang",
    ]


@pytest.mark.parametrize(
    ("holder", "posting"),
    [
        ("Pabung Kodim 0721/Blora wilayah Kabupaten Rembang, Mayor Inf Ani Wijaya", ("Ani Wijaya", "Kodim 0721/Blora")),
        (
            "Pabung Kodim 0721/Blora wilayah Kabupaten Rembang, Mayor Infantri Ani Wijaya",
            ("Ani Wijaya", "Kodim 0721/Blora"),
        ),
        ("Anggota DPD RI asal NTT Ani Wijaya", ("Ani Wijaya", "DPD RI")),
        ("Anggota DPRD Blora asal Kecamatan Cepu Ani Wijaya", ("Ani Wijaya", "DPRD Kabupaten Blora")),
    ],
)
def test_the_holder_of_an_office_is_named_behind_the_place_that_it_is_for(
    read: Read, holder: str, posting: tuple[str, str]
) -> None:
    record = read(f"Apel itu dihadiri {holder}, Ketua KPU Blora, Dedi Mara, Kamis (19/9/2024).")
    assert _postings(record) == [posting, ("Dedi Mara", "KPU Kabupaten Blora")]


@pytest.mark.parametrize(
    "line",
    [
        "Danrem Sekaligus Halal Bihalal Usai Beri Arahan",
        "Kapolres Beserta Jajaran Gelar Apel",
        "Kapolsek Gandeng Tokoh Masyarakat",
        "Dandim Dan Kapolres Kompak",
        "Babinsa Koramil Kawal Distribusi Logistik",
    ],
)
def test_an_ordinary_word_in_a_line_of_capitals_names_no_unit(read: Read, line: str) -> None:
    record = read(f"Warga Blora tetap tenang menjelang pilkada.\n\n{line}\n\nCuaca cerah.")
    assert not [name for name in _names(record, "PoliceUnit", "MilitaryCommand") if len(name.split()) > 1]


@pytest.mark.parametrize("words", ["pelemparan granat", "jemaah umrah", "warga yang berkarya"])
def test_a_body_that_is_called_like_a_thing_is_written_with_a_capital(read: Read, words: str) -> None:
    record = read(f"Kapolres Blora AKBP Ani Wijaya menyinggung {words} dalam apel, Kamis (19/9/2024).")
    assert _names(record, "CivilSociety", "Education", "PoliticalParty") == []


def test_the_former_name_of_a_ministry_is_known_over_a_wrapped_line(read: Read) -> None:
    text = (
        "Kapolres Blora AKBP Ani Wijaya pada Kamis (19/9/2024) pagi mengikuti\n"
        "rapat koordinasi secara daring di aula kantornya bersama Menko\n"
        "Polhukam dan Mendagri. Rapat itu membahas persiapan pemungutan suara\n"
        "yang sudah dekat serta kesiapan seluruh anggota di lapangan.\n"
    )
    assert ("Kemenko Polhukam", "attended") in parts_of(read(text, title="Kapolres ikuti rapat"))


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Bupati Temangung", "Pemerintah Kabupaten Temanggung"),
        ("Ketua Bawaslu Kabupaten Banyuwngi", "Bawaslu Kabupaten Banyuwangi"),
        ("Wali Kota Palangkraya", "Pemerintah Kota Palangka Raya"),
    ],
)
def test_a_region_with_a_wrong_letter_is_that_region(read: Read, office: str, body: str) -> None:
    record = read(f"Rakor itu dihadiri {office}, Dandim Blora dan Kapolres Blora, Kamis (19/9/2024).")
    assert (body, "attended") in parts_of(record)
    assert _names(record, "Person") == []


def test_the_name_of_a_holder_that_is_like_a_region_s_stays_one(read: Read) -> None:
    record = read("Rakor itu dihadiri Bupati Karno dan Kapolres Blora AKBP Lambok Sinaga, Kamis (19/9/2024).")
    assert _names(record, "Person") == ["Karno", "Lambok Sinaga"]


@pytest.mark.parametrize("words", ["Yang memimpin apel yakni", "Yang bertindak selaku pemimpin apel yaitu"])
def test_who_leads_is_told_behind_the_verb_and_no_one_else_is(read: Read, words: str) -> None:
    record = read(
        f"{words} Kapolres Blora AKBP Ani Wijaya dan apel diikuti Kodim 0721/Blora serta Satpol PP Blora, "
        "Kamis (19/9/2024)."
    )
    assert {who for who, role in parts_of(record) if role == "led"} == {"Polres Blora", "Ani Wijaya"}


def test_a_gathering_is_held_by_those_of_whom_the_staff_is(read: Read) -> None:
    record = read("Patroli dilaksanakan petugas gabungan dari Polres Blora dan Kodim 0721/Blora, Kamis (19/9/2024).")
    assert parts_of(record) >= {("Polres Blora", "organised"), ("Kodim 0721/Blora", "organised")}


def test_an_office_without_its_body_is_where_the_article_has_put_its_holder(read: Read) -> None:
    record = read(
        "Bupati Bantul Ani Wijaya berkunjung ke Pemkab Blora, Kamis (19/9/2024).\n\n"
        "Bupati Blora Budi Santoso dan Ketua KPU Blora Cici Lestari menyambut Ketua KPU Sleman.\n\n"
        "Bupati Ani menyerahkan cenderamata. Ketua KPU Cici menutup acara itu."
    )
    assert _postings(record) == [
        ("Ani Wijaya", "Pemerintah Kabupaten Bantul"),
        ("Budi Santoso", "Pemerintah Kabupaten Blora"),
        ("Cici Lestari", "KPU Kabupaten Blora"),
    ]


def test_an_agency_without_its_region_is_that_of_the_government_it_stands_with(read: Read) -> None:
    record = read(
        "Bupati Bantul Ani Wijaya berkunjung ke Pemkab Blora, Kamis (19/9/2024).\n\n"
        "Bupati Ani didampingi Kepala Dinas Kesehatan Budi Santoso. "
        "Ia disambut Wakil Bupati Blora Cici Lestari bersama Kepala Dinas Pendidikan Dedi Mara."
    )
    assert ("Budi Santoso", "Dinas Kesehatan Kabupaten Bantul") in _postings(record)
    assert ("Dedi Mara", "Dinas Pendidikan Kabupaten Blora") in _postings(record)
