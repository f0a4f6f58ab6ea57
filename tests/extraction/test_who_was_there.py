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


@pytest.mark.parametrize(
    ("holder", "posting"),
    [
        ("Kapolsek Cepu Polres Blora AKP Gunarso", ("Gunarso", "Polsek Cepu")),
        ("Kapolsek Cepu, Polres Blora, Polda Jateng, AKP Gunarso", ("Gunarso", "Polsek Cepu")),
        ("Kanit Reskrim Polsek Cepu Polres Blora Polda Jateng Ipda Gunarso", ("Gunarso", "Polsek Cepu")),
        ("Babinsa Koramil 01/Cepu Kodim 0721/Blora Serka Gunarso", ("Gunarso", "Koramil 01/Cepu")),
        ("Kasat Binmas Polres Blora Polda Jawa Tengah AKP Gunarso", ("Gunarso", "Polres Blora")),
    ],
)
def test_units_above_an_office_may_stand_in_front_of_the_name(
    read: Read, holder: str, posting: tuple[str, str]
) -> None:
    record = read(f"BLORA - KPU Blora menggelar rapat, Selasa (24/9/2024). Rapat dihadiri {holder} dan Camat Cepu.")
    assert postings_of(record) == {posting}
    assert parts_of(record) == {(KPU, "organised")} | attended(*posting, CAMAT)


def test_a_listed_village_ends_where_it_ends_elsewhere_in_the_text(read: Read) -> None:
    record = read(
        "BLORA - Kapolsek Cepu AKP Gunarso mengecek TPS 05 Desa Ngloram, Selasa (24/9/2024). Turut dalam pengecekan "
        "itu Kepala Desa Ngloram Diro serta anggota KPPS."
    )
    assert ("Diro", "Pemerintah Desa Ngloram") in postings_of(record)


def test_who_is_thanked_in_a_speech_takes_no_part(read: Read) -> None:
    record = read(
        "BLORA - Bupati Blora Ani Wijaya membuka sosialisasi pilkada, Selasa (24/9/2024). Dalam sambutannya, bupati "
        "berterima kasih atas kerja keras Polres Blora dan KPU Blora."
    )
    assert parts_of(record) == {("Ani Wijaya", "led"), ("Pemerintah Kabupaten Blora", "led")}


def test_who_is_present_at_an_event_does_not_own_it(read: Read) -> None:
    record = read(LEAD + "Turut hadir dalam rapat Forkopimda Blora, Ketua KPU dan Camat Cepu.")
    assert ("Forkopimda Kabupaten Blora", "organised") not in parts_of(record)


def test_what_an_event_brings_along_its_guests_do_not(read: Read) -> None:
    record = read(LEAD + "Rapat dihadiri Ketua KPU Blora Sarjito serta menghadirkan dua narasumber.")
    assert parts_of(record) == {HOST} | attended("Sarjito", KPU)


def test_who_commands_the_ranks_leads_too(read: Read) -> None:
    record = read(
        "BLORA - Apel dipimpin Kapolres Blora AKBP Ani Wijaya dengan komandan apel Iptu Gunarso, Selasa (24/9/2024)."
    )
    assert parts_of(record) == {("Ani Wijaya", "led"), ("Polres Blora", "led"), ("Gunarso", "led")}


def test_a_party_in_brackets_is_its_members_and_takes_no_part(read: Read) -> None:
    record = read(
        LEAD + "Rapat dibuka Ketua DPRD Blora, Sarjito Wibowo (Partai Golkar), didampingi para wakil ketua, antara "
        "lain: Gunarti Lestari (PKB) dan Komang Wirya (PPP)."
    )
    led = {("Sarjito Wibowo", "led"), ("DPRD Kabupaten Blora", "led")}
    assert parts_of(record) >= {HOST} | led | attended("Gunarti Lestari", "Komang Wirya")
    assert not {"Partai Golkar", "PKB", "PPP"} & {name for name, _ in parts_of(record)}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ketua KPU Blora Sarjito menyerahkan berita acara kepada Ketua Bawaslu Blora Gunarti.", {"Gunarti", BAWASLU}),
        ('"Mari rukun," ujar Ketua Bawaslu Blora Gunarti di hadapan tokoh masyarakat.', {"Gunarti", BAWASLU}),
        ("Sarjito mengatakan pihaknya menyerahkan soal itu kepada Ketua Bawaslu Blora Gunarti.", set()),
    ],
)
def test_who_is_given_something_or_speaks_in_front_of_others_is_there(read: Read, sentence: str, who: set[str]) -> None:
    found = {name for name, _ in parts_of(read(LEAD + sentence))}
    assert found & {"Gunarti", BAWASLU} == who


def test_who_speaks_to_the_press_about_an_event_takes_no_part_in_it(read: Read) -> None:
    record = read(
        "BLORA - KPU Blora menggelar debat calon bupati, Senin (23/9/2024).\n\n"
        '"Kami menjaga netralitas," kata Kapolres Blora AKBP Ani Wijaya dalam konferensi pers di Mapolres.'
    )
    assert parts_of(record) == {(KPU, "organised")}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Rapat dihadiri Kapolsek Cepu AKP Raden Mas Suryo Atmojo.", "Raden Mas Suryo Atmojo"),
        ("Anak Agung Gede Putra, Ketua KPU Blora, membuka rapat itu.", "Anak Agung Gede Putra"),
        ("Wa Ode Sitti, Ketua KPU Blora, membuka rapat itu.", "Wa Ode Sitti"),
    ],
)
def test_words_of_a_particle_stay_together(read: Read, sentence: str, name: str) -> None:
    record = read(LEAD + sentence)
    assert [e["name"] for e in record["entities"] if e["class"] == "Person"] == [name]


def test_a_body_that_launches_something_has_it_done(read: Read) -> None:
    record = read("BLORA - KPU Blora meluncurkan maskot pilkada di alun-alun, Selasa (24/9/2024).")
    assert parts_of(record) == {(KPU, "organised")}
    led = read("BLORA - Bupati Blora Ani Wijaya meresmikan posko pemilu di alun-alun, Selasa (24/9/2024).")
    assert ("Ani Wijaya", "led") in parts_of(led)


def test_what_somebody_does_something_as_is_her_office(read: Read) -> None:
    record = read("BLORA - Selaku Ketua KPU Blora, Gunarti Lestari membuka rapat pleno, Selasa (24/9/2024).")
    assert postings_of(record) == {("Gunarti Lestari", KPU)}


@pytest.mark.parametrize("whom", ["dua narasumber, yaitu", "dua pemateri yakni", "pembicara", "tiga pemateri,"])
def test_whom_an_event_brings_together_did_not_organise_it(read: Read, whom: str) -> None:
    record = read(f"Sosialisasi ini menghadirkan {whom} Ketua KPU Blora, Budi Ananta, serta Camat Jepon, Rina Astuti.")
    roles = parts_of(record)
    assert {("Budi Ananta", "attended"), ("Rina Astuti", "attended")} <= roles
    assert {role for _, role in roles} == {"attended"}


def test_a_list_told_one_by_one_goes_on_in_the_next_sentence(read: Read) -> None:
    record = read(
        "KPU Blora menggelar rapat. Unsur yang mengikuti rapat yaitu Kapolres Blora AKBP Budi Ananta.\n"
        "Serta Camat Jepon Rina Astuti, mewakili Dandim 0721/Blora Kapten Inf Tono Prasetyo dan Camat Cepu Dewi Anjani."
    )
    assert {("Rina Astuti", "attended"), ("Dewi Anjani", "attended")} <= parts_of(record)


def test_those_whom_representatives_come_for_are_all_named(read: Read) -> None:
    record = read("Rapat dihadiri Camat Jepon, Perwakilan Kapolres Blora dan Perwakilan Kejaksaan Negeri Blora.")
    assert {("Polres Blora", "attended"), ("Kejaksaan Negeri Blora", "attended")} <= parts_of(record)


@pytest.mark.parametrize("others", ["instansi terkait", "Instansi Terkait", "pihak terkait", "OPD terkait"])
def test_those_concerned_end_no_clause(read: Read, others: str) -> None:
    record = read(f"Polres Blora bersama {others} menggelar rapat koordinasi di aula, Kamis (19/9/2024).")
    assert ("Polres Blora", "organised") in parts_of(record)
    listed = read(
        f"Rapat itu dihadiri Kapolres Blora, para {others}, Ketua KPU Blora dan Bawaslu Blora, Kamis (19/9/2024)."
    )
    assert ("Bawaslu Kabupaten Blora", "attended") in parts_of(listed)


def test_what_a_gathering_is_about_still_ends_its_clause(read: Read) -> None:
    record = read("Polres Blora menggelar rapat terkait pengamanan KPU Blora, Kamis (19/9/2024).")
    assert {who for who, _ in parts_of(record)} == {"Polres Blora"}


@pytest.mark.parametrize("there", ["Pada kesempatan tersebut", "Dalam kesempatan itu", "Dalam sambutannya"])
def test_two_who_are_named_together_were_both_there(read: Read, there: str) -> None:
    both = "Kapolres Blora AKBP Ani Wijaya, S.I.K., dan Kabag Ops Kompol Budi Santosa, S.H."
    record = read(f"KPU Blora menggelar rapat. {there} {both}, didampingi Camat Cepu Dewi Anjani, mengecek gudang.")
    assert {("Ani Wijaya", "attended"), ("Budi Santosa", "attended")} <= parts_of(record)


def test_who_does_something_of_his_own_is_not_there_with_the_one_before(read: Read) -> None:
    told = "Dalam sambutannya Kapolres Blora AKBP Ani Wijaya meminta semua siap dan Dandim Blora Letkol Budi mendukung."
    assert ("Budi", "attended") not in parts_of(read(f"KPU Blora menggelar rapat. {told}"))


def test_those_of_a_parade_are_told_in_front_of_their_tasks(read: Read) -> None:
    tasks = (
        "Lettu Inf Hanif Wiguna bertindak sebagai komandan upacara, dan Lettu Inf Yus Hartono sebagai perwira upacara."
    )
    flag = "Paskibraka dipimpin langsung oleh Letda Inf Riski Melano."
    record = read(f"Upacara HUT RI digelar di Alun-alun Blora, Sabtu (17/8/2024). {tasks} {flag}")
    assert parts_of(record) == {("Hanif Wiguna", "led"), ("Yus Hartono", "attended"), ("Riski Melano", "attended")}


@pytest.mark.parametrize(
    "together",
    ["bersama instansi terkait", "bersinergi dengan instansi terkait", "bersama tim gabungan", "didampingi tim"],
)
def test_who_comes_with_the_host_is_none(read: Read, together: str) -> None:
    record = read(f"Polres Blora {together} Dishub Blora menggelar razia, Rabu (18/9/2024).")
    assert ("Polres Blora", "organised") in parts_of(record)
    assert ("Dinas Perhubungan Kabupaten Blora", "organised") not in parts_of(record)
    assert ("Dinas Perhubungan Kabupaten Blora", "attended") in parts_of(record)


@pytest.mark.parametrize(
    "list_", ["KPU Blora, Bawaslu Blora, dan Kapolres Blora", "KPU Blora, Bawaslu Blora, Kapolres Blora"]
)
def test_those_who_sign_are_there_and_hold_nothing(read: Read, list_: str) -> None:
    text = (
        "BLORA - Deklarasi damai digelar di alun-alun, Kamis (19/9/2024). Dalam acara itu dilaksanakan pembacaan "
        f"deklarasi damai oleh Ketua FKUB Blora Ani Wijaya dan dilanjutkan penandatanganan deklarasi oleh {list_}."
    )
    there = {"KPU Kabupaten Blora", "Bawaslu Kabupaten Blora", "Polres Blora", "FKUB Kabupaten Blora", "Ani Wijaya"}
    assert parts_of(read(text)) == {(name, "attended") for name in there}
