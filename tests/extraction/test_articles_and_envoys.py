"""Names with articles, lists with members nobody names, who comes for whom, and what was only said."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

_DAY = "Kamis (19/9/2024)"


def _people(record: dict) -> set[str]:  # type: ignore[type-arg]
    return {e["name"] for e in record["entities"] if e["class"] == "Person"}


def _bodies(record: dict) -> set[str]:  # type: ignore[type-arg]
    return {e["name"] for e in record["entities"] if e["class"] != "Person"}


def _postings(record: dict) -> set[tuple[str, str]]:  # type: ignore[type-arg]
    names = {e["id"]: e["name"] for e in record["entities"]}
    return {(names[p["person"]], names[p["institution"]]) for p in record["postings"]}


@pytest.mark.parametrize("name", ["Hasan Al-Amin", "Umar Ar-Rasyid Hidayat", "Ahmad Ash-Shiddiq", "Siti al-Munawar"])
def test_an_article_is_part_of_a_name(read: Read, name: str) -> None:
    record = read(f"Ketua KPU Blora {name} menghadiri rapat di Blora, {_DAY}.")
    assert _people(record) == {name}
    assert (name, "attended") in parts_of(record)


def test_a_pair_is_two_who_attend(read: Read) -> None:
    text = "Paslon Dr. Budi Hartono-Hj. Ani Wijaya dan Drs. Iman Gunadi-H. Udin Rahmat menghadiri deklarasi damai, "
    names = {"Budi Hartono", "Ani Wijaya", "Iman Gunadi", "Udin Rahmat"}
    assert {(name, "attended") for name in names} == parts_of(read(text + _DAY + "."))


@pytest.mark.parametrize("member", ["para camat", "seluruh kepala desa", "pasangan calon bupati,"])
def test_a_list_goes_on_behind_members_whom_nobody_names(read: Read, member: str) -> None:
    text = (
        f"Kapolres Blora AKBP Ani Wijaya, {member} dan Dandim Blora Letkol Inf Budi Hartono menghadiri rapat, {_DAY}."
    )
    assert {("Ani Wijaya", "attended"), ("Budi Hartono", "attended")} <= parts_of(read(text))


def test_who_stands_for_an_office_does_not_hold_it(read: Read) -> None:
    text = f"Pasangan calon (paslon) gubernur dan wakil gubernur Bali Budi Hartono dan Ani Wijaya hadir, {_DAY}."
    assert not _postings(read(text))


@pytest.mark.parametrize("word", ["perwakilan", "perwakilan dari", "utusan"])
def test_an_envoy_does_not_hold_the_office(read: Read, word: str) -> None:
    record = read(f"Rapat dihadiri {word} Dandim 0721/Blora, Mayor Inf Kasmir Hadi, {_DAY}.")
    assert not _postings(record)
    assert {("Kasmir Hadi", "attended"), ("Kodim 0721/Blora", "attended")} == parts_of(record)


def test_through_whom_somebody_speaks_is_there(read: Read) -> None:
    first = f"Kapolres Blora menghadiri rapat, {_DAY}. Dalam kesempatan tersebut, Kapolres Blora AKBP Ani Wijaya "
    record = read(first + "melalui Kasat Binmas AKP Budi Hartono menyampaikan imbauan.")
    assert ("Budi Hartono", "attended") in parts_of(record)
    assert _postings(record) == {("Ani Wijaya", "Polres Blora"), ("Budi Hartono", "Polres Blora")}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Panitia Pengawas Pemilu (Panwaslu) Kabupaten Tanggamus", "Panwaslu Kabupaten Tanggamus"),
        ("Panitia Pengawas Pemilihan Umum Kota Semarang", "Panwaslu Kota Semarang"),
        ("Panwaslu Tanggamus", "Panwaslu Kabupaten Tanggamus"),
        ("Panitia Pengawas Kecamatan Bendosari", "Panwaslu Kecamatan Bendosari"),
    ],
)
def test_supervisors_of_elections(read: Read, words: str, name: str) -> None:
    record = read(f"Rapat dihadiri Ketua {words} Budi Hartono, {_DAY}.")
    assert _bodies(record) == {name}
    assert _postings(record) == {("Budi Hartono", name)}


def test_a_building_shows_whose_it_is(read: Read) -> None:
    text = f"Kapolres Blora melaksanakan kunjungan kerja di kantor KPU dan Bawaslu Kabupaten Rembang, {_DAY}."
    assert _bodies(read(text)) == {"Polres Blora", "KPU Kabupaten Rembang", "Bawaslu Kabupaten Rembang"}


def test_a_law_calls_nobody(read: Read) -> None:
    text = f"Rapat dibuka Ketua KPU Blora Ani Wijaya, {_DAY}. Ani Wijaya mengutip Undang – Undang Nomor 7 Tahun 2017."
    assert {role for _, role in parts_of(read(text))} == {"led"}


def test_votes_are_no_guests(read: Read) -> None:
    text = (
        f"Rapat dibuka Ketua KPU Blora Ani Wijaya, {_DAY}. Calon tunggal Budi Hartono hanya mengumpulkan 26.421 suara."
    )
    assert "Budi Hartono" not in {who for who, _ in parts_of(read(text))}


def test_a_plenary_bears_the_name_of_its_host(read: Read) -> None:
    record = read(f"Rapat pleno terbuka KPU Blora berlangsung di Hotel Arra, {_DAY}.")
    assert ("KPU Kabupaten Blora", "organised") in parts_of(record)


def test_the_day_of_what_is_said_is_no_day_of_the_event(read: Read) -> None:
    said = "Ketua KPU Blora Ani Wijaya, sebelum membuka rapat pleno, mengatakan rekapitulasi dimulai sejak 2 September."
    record = read(f"KPU Blora menggelar rapat pleno rekapitulasi, {_DAY}. {said}")
    assert [event["date"] for event in record["events"]] == ["2024-09-19"]


@pytest.mark.parametrize("done", ["Hal itu dilakukan", "Hal tersebut turut dilakukan", "Penertiban dilakukan"])
def test_who_did_what_was_told(read: Read, done: str) -> None:
    text = f"Polsek Cepu melaksanakan penertiban alat peraga kampanye, {_DAY}. {done} Panwascam dan PPK Cepu."
    assert {("Panwaslu Kecamatan Cepu", "organised"), ("PPK Kecamatan Cepu", "organised")} <= parts_of(read(text))


def test_what_is_no_event_is_done_at_none(read: Read) -> None:
    text = f"Rapat dibuka Ketua KPU Blora Ani Wijaya, {_DAY}. Penangkapan dilakukan Polres Rembang."
    assert "Polres Rembang" not in {who for who, _ in parts_of(read(text))}


def test_a_short_word_means_the_event_named_in_full(read: Read) -> None:
    text = f"Polisi mengawal rapat pleno terbuka KPU Blora, {_DAY}. Rapat dibuka Ketua KPU Blora Ani Wijaya."
    assert [event["type"] for event in read(text)["events"]] == ["voting"]


def test_a_meeting_about_a_debate_is_none(read: Read) -> None:
    text = f"Kapolres Blora AKBP Ani Wijaya menghadiri rapat finalisasi debat publik, {_DAY}. Debat digelar nanti."
    assert [event["type"] for event in read(text)["events"]] == ["meeting"]


def test_a_plenary_in_a_simulation_is_not_held(read: Read) -> None:
    text = f"Polres Blora menggelar simulasi pengamanan, {_DAY}. Adegan simulasi dimulai dari pleno KPU Blora."
    assert ("KPU Kabupaten Blora", "organised") not in parts_of(read(text))


def test_nothing_is_met_where_nothing_was_in_the_way(read: Read) -> None:
    text = f"Apel gelar pasukan dipimpin Kapolres Blora AKBP Ani Wijaya, {_DAY}, tanpa menemui kendala."
    assert [event["type"] for event in read(text)["events"]] == ["ceremony"]


@pytest.mark.parametrize("name", ["Mas'ud", "Mas’udi Hartono", "Sa'ban"])
def test_a_title_is_no_part_of_a_word_with_an_apostrophe(read: Read, name: str) -> None:
    assert _people(read(f"Rapat dihadiri Kapolsek Cepu AKP {name}, {_DAY}.")) == {name}


def test_to_whom_something_is_handed_over_is_there(read: Read) -> None:
    text = f"Penyerahan bantuan dilakukan Kapolres Blora AKBP Ani Wijaya kepada Camat Cepu Budi Hartono, {_DAY}."
    assert ("Budi Hartono", "attended") in parts_of(read(text))


@pytest.mark.parametrize(
    "clause",
    ["yang dihadiri Dandim Blora Letkol Inf Budi Hartono", "bersama Dandim Blora Letkol Inf Budi Hartono"],
)
def test_who_is_in_a_clause_of_its_own_leads_nothing(read: Read, clause: str) -> None:
    parts = parts_of(read(f"Usai memimpin apel {clause}, Kapolres Blora AKBP Ani Wijaya meninjau gudang, {_DAY}."))
    assert ("Ani Wijaya", "led") in parts
    assert ("Budi Hartono", "led") not in parts


def test_by_whom_a_sequel_is_led_did_not_hold_what_came_before(read: Read) -> None:
    text = "Usai melaksanakan apel, kegiatan dilanjutkan dengan patroli yang dipimpin Kapolres Blora AKBP Ani Wijaya"
    assert {role for _, role in parts_of(read(f"{text}, {_DAY}."))} == {"led"}


def test_a_name_alone_on_a_line_is_nobody_who_came(read: Read) -> None:
    text = f"Rapat dibuka Camat Cepu Budi Hartono, {_DAY}.\n\nKapolres Blora AKBP Ani Wijaya"
    assert "Ani Wijaya" not in {who for who, _ in parts_of(read(text))}


def test_a_spokesman_tells_who_was_there(read: Read) -> None:
    first = (
        f"Rapat digelar di Blora, {_DAY}. Kasi Humas Polres Blora, Ipda Ani Wijaya, menjelaskan bahwa rapat dihadiri "
    )
    record = read(first + "pejabat utama Polres Blora, termasuk Kasat Intelkam AKP Budi Hartono.")
    assert ("Budi Hartono", "attended") in parts_of(record)


def test_a_sentence_that_a_blank_line_cuts_is_one(read: Read) -> None:
    first = f"Polsek Cepu melaksanakan penertiban alat peraga kampanye, {_DAY}.\n\nKapolsek Cepu AKP Budi Hartono\n\n"
    record = read(first + "mengatakan, pihaknya menugaskan personelnya Bripka Iman Gunadi untuk membantu penertiban.")
    assert ("Iman Gunadi", "attended") in parts_of(record)
    assert "Budi Hartono" not in {who for who, _ in parts_of(record)}
