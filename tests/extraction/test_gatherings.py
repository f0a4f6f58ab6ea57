"""Who took part, over sentences and lines, as speakers, as joint leaders and in parts of a gathering."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - Polres Blora menggelar rapat koordinasi di aula, Selasa (24/9/2024). "
HOST = ("Polres Blora", "organised")
GUESTS = {
    ("Pemerintah Kecamatan Cepu", "attended"), ("Sarjito", "attended"), ("KPU Kabupaten Blora", "attended"),
    ("Gunarti", "attended"), ("Darmaji", "attended"),
}  # fmt: skip


@pytest.mark.parametrize(
    "members",
    [
        "\n- Camat Cepu\n- Ketua KPU Blora Sarjito Wibowo\n- Hj. Gunarti, tokoh perempuan\n- H. Darmaji (Tokoh Agama)",
        "\n1. Camat Cepu;\n2. Ketua KPU Blora Sarjito Wibowo;\n3. Hj. Gunarti, tokoh perempuan;\n4. H. Darmaji.",
        " 1. Camat Cepu 2. Ketua KPU Blora Sarjito Wibowo 3. Hj. Gunarti 4. H. Darmaji.",
        "\nCamat Cepu\nKetua KPU Blora Sarjito Wibowo\nHj. Gunarti, tokoh perempuan\nH. Darmaji",
    ],
)
def test_members_of_a_list_attend_on_lines_of_their_own(read: Read, members: str) -> None:
    record = read(LEAD + "Hadir dalam rapat tersebut:" + members)
    expected = {(who.replace("Sarjito", "Sarjito Wibowo"), role) for who, role in GUESTS}
    assert parts_of(record) == {HOST} | expected


def test_a_list_ends_with_the_first_sentence_that_has_no_number(read: Read) -> None:
    record = read(LEAD + "Hadir dalam rapat tersebut:\n1. Camat Cepu\n2. Camat Jepon\n\nKH Darmaji tinggal di Kudus.")
    assert "Darmaji" not in {who for who, _ in parts_of(record)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Dalam rapat itu, Ketua KPU Blora Sarjito mengatakan logistik siap.",
        "Rapat ditutup dengan doa. Paparan oleh Ketua KPU Blora Sarjito berlangsung singkat.",
        "Turut memantau ke lokasi Ketua KPU Blora Sarjito.",
        "Kasi Intel Kejari Blora berhalangan. Bupati Blora diwakili Camat Cepu, serta Ketua KPU Blora Sarjito.",
    ],
)
def test_who_speaks_or_joins_in_was_there(read: Read, sentence: str) -> None:
    assert {("Sarjito", "attended"), ("KPU Kabupaten Blora", "attended")} <= parts_of(read(LEAD + sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ketua KPU Blora Sarjito mengatakan logistik siap.",
        "Dalam Pilkada ini, Ketua KPU Blora Sarjito mengatakan logistik siap.",
        "Menurut Ketua KPU Blora Sarjito, rapat itu penting.",
    ],
)
def test_who_is_only_quoted_was_not(read: Read, sentence: str) -> None:
    assert parts_of(read(LEAD + sentence)) == {HOST}


def test_who_leads_together_with_somebody_leads_as_one_of_two(read: Read) -> None:
    record = read(
        "BLORA - Kapolres Blora AKBP Ani Wijaya bersama Dandim 0721/Blora Letkol Inf Dwi Prasetyo memimpin apel, "
        "Selasa (24/9/2024)."
    )
    led = {who for who, role in parts_of(record) if role == "led"}
    assert led == {"Ani Wijaya", "Polres Blora", "Dwi Prasetyo", "Kodim 0721/Blora"}
    record = read(
        "BLORA - Kapolres Blora AKBP Ani Wijaya didampingi Dandim 0721/Blora Letkol Inf Dwi Prasetyo memimpin apel, "
        "Selasa (24/9/2024)."
    )
    assert {who for who, role in parts_of(record) if role == "led"} == {"Ani Wijaya", "Polres Blora"}


def test_who_leads_a_prayer_does_not_lead_the_gathering(read: Read) -> None:
    record = read(LEAD + "Rapat dibuka Bupati Blora Ani Wijaya. Doa dipimpin KH Darmaji.")
    assert parts_of(record) >= {("Ani Wijaya", "led"), ("Darmaji", "attended")}
    assert ("Darmaji", "led") not in parts_of(record)


def test_the_rest_of_a_bench_attends(read: Read) -> None:
    record = read(
        "BLORA - Sidang pidana pemilu digelar, Selasa (24/9/2024). Sidang dipimpin oleh Ani Wijaya (Hakim Ketua), "
        "Dwi Prasetyo (Hakim Anggota 1), Budi Santoso (Hakim Anggota 2)."
    )
    assert parts_of(record) >= {("Ani Wijaya", "led"), ("Dwi Prasetyo", "attended"), ("Budi Santoso", "attended")}


@pytest.mark.parametrize(
    "host",
    ["mendatangi kediaman KH Darmaji", "bersilaturahmi ke rumah tokoh agama Gus Darmaji", "bertamu ke KH Darmaji"],
)
def test_who_is_visited_at_home_takes_part(read: Read, host: str) -> None:
    record = read(f"BLORA - Kapolres Blora AKBP Ani Wijaya {host}, Selasa (24/9/2024).")
    assert parts_of(record) == {("Ani Wijaya", "attended"), ("Polres Blora", "attended"), ("Darmaji", "attended")}


def test_those_of_parties_attend_with_their_parties_behind_or_in_brackets(read: Read) -> None:
    record = read(
        LEAD + "Hadir perwakilan partai politik, di antaranya Darmaji dari PKB, Sarjito Wibowo dari Partai Golkar dan "
        "Gunarso Hadi (NasDem)."
    )
    attended = {who for who, role in parts_of(record) if role == "attended"}
    assert attended >= {"Darmaji", "Sarjito Wibowo", "Gunarso Hadi", "Partai Golkar"}


def test_members_of_a_numbered_list_may_lack_capitals(read: Read) -> None:
    record = read(LEAD + "Hadir antara lain 1. Kapten Sujiono (Danramil) 2. Heri sutanto (panwascam) 3. Ani Wijaya.")
    assert {who for who, role in parts_of(record) if role == "attended"} >= {"Sujiono", "Heri sutanto", "Ani Wijaya"}


def test_many_who_attend_prove_an_event_without_a_name(read: Read) -> None:
    record = read(
        "BLORA - Umat lintas agama menggelar munajat, Selasa (24/9/2024).\n\nWarga senang.\n\nJalan ramai.\n\n"
        "Hadir dalam kegiatan yakni Kapolres Blora, "
        "Dandim 0721/Blora, Ketua KPU Blora dan Ketua Bawaslu Blora."
    )
    assert {event["date"] for event in record["events"]} == {"2024-09-24"}
    assert ("KPU Kabupaten Blora", "attended") in parts_of(record)


def test_a_list_goes_on_behind_the_region_that_somebody_is_for(read: Read) -> None:
    record = read(
        LEAD + "Hadir Dandim 0721/Blora untuk Cepu Letkol Inf Dwi Prasetyo, Ketua KPU Blora dan Bawaslu Blora."
    )
    assert {"Dwi Prasetyo", "KPU Kabupaten Blora", "Bawaslu Kabupaten Blora"} <= {who for who, _ in parts_of(record)}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("jam komandan", "meeting"),
        ("sidang paripurna", "meeting"),
        ("laporan korps", "ceremony"),
        ("pembubaran badan adhoc", "ceremony"),
        ("tactical wall game", "training"),
        ("penguatan kapasitas", "training"),
        ("pam rekapitulasi", "patrol"),
        ("pengawasan melekat", "visit"),
        ("penghitungan ulang", "voting"),
        ("wayangan semalam suntuk", "other"),
    ],
)
def test_whatever_somebody_attends_is_an_event(read: Read, word: str, kind: str) -> None:
    record = read(f"BLORA - Bupati Blora Budi Santoso menghadiri {word} di Cepu, Rabu (18/9/2024).")
    assert [(event["type"], event["date"]) for event in record["events"]] == [(kind, "2024-09-18")]


def test_a_summons_is_not_attended_as_an_event(read: Read) -> None:
    text = "BLORA - Ketua KPU Blora Dewi Anggraini menghadiri panggilan Kejari Blora, Rabu (18/9/2024)."
    assert read(text)["events"] == []


def test_who_holds_it_may_stand_in_the_sentence_before(read: Read) -> None:
    text = "BLORA - KPU Blora terus bersiap. Salah satunya dengan menggelar apel siaga, Rabu (18/9/2024)."
    assert parts_of(read(text)) == {("KPU Kabupaten Blora", "organised")}


def test_a_purpose_is_nobodys(read: Read) -> None:
    text = "BLORA - KPU Blora bersiap. Petugas bekerja untuk menggelar apel siaga, Rabu (18/9/2024)."
    assert parts_of(read(text)) == set()


def test_the_headline_names_what_the_body_calls_an_activity(read: Read) -> None:
    text = (
        "Rakor Pilkada KPU Blora Dihadiri Bupati\n\n"
        "BLORA - Bupati Blora Budi Santoso menghadiri kegiatan yang digelar KPU Blora, Rabu (18/9/2024)."
    )
    assert [(event["type"], event["date"]) for event in read(text)["events"]] == [("meeting", "2024-09-18")]


def test_an_election_in_its_name_does_not_take_the_day_of_an_event(read: Read) -> None:
    text = "BLORA - Rakor persiapan Pilkada 2024 yang digelar KPU Blora pada Rabu (18/9/2024) berjalan lancar."
    assert [event["date"] for event in read(text, published="2024-09-20")["events"]] == ["2024-09-18"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mahasiswa berunjuk rasa ke kantor KPU Blora, Rabu (18/9/2024).", "other"),
        ("KPU Blora menyelenggarakan kegiatan koordinasi pengamanan logistik, Rabu (18/9/2024).", "meeting"),
        ("Proses pendistribusian itu dihadiri Ketua KPU Blora Budi Hartono, Rabu (18/9/2024).", "other"),
    ],
)
def test_demonstrations_and_work_on_ballots_are_gatherings(read: Read, text: str, kind: str) -> None:
    assert [(event["type"], event["date"]) for event in read(text)["events"]] == [(kind, "2024-09-18")]


@pytest.mark.parametrize(
    "text",
    [
        "Polres Blora membagikan 200 paket sembako kepada warga, Senin (4/3/2024).",
        "Ratusan paket sembako disalurkan Polres Blora kepada korban banjir, Senin (4/3/2024).",
        "Polres Blora mendirikan dapur umum bagi korban banjir di Cepu. Senin (4/3/2024).",
    ],
)
def test_what_is_handed_out_or_put_up_is_an_event_of_its_host(read: Read, text: str) -> None:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    events = [(event["type"], event["date"]) for event in record["events"]]
    assert events == [("other", "2024-03-04")]
    hosts = [(names[p["participant"]], p["role"]) for p in record["events"][0]["participations"]]
    assert ("Polres Blora", "organised") in hosts


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Blora Arif Santoso berbagi pengalaman memimpin daerah, Senin (4/3/2024).",
        "Ketua KPU Blora Dewi Anggraini mengajak warga menyalurkan hak pilih, Senin (4/3/2024).",
    ],
)
def test_what_is_no_thing_is_not_handed_out(read: Read, text: str) -> None:
    assert read(text)["events"] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kontingen Blora dilepas Bupati Blora Arif Santoso di pendopo, Senin (4/3/2024).", "ceremony"),
        ("Gerakan minum susu dicanangkan Bupati Blora Arif Santoso, Senin (4/3/2024).", "ceremony"),
        ("Batu pertama masjid itu diletakkan Bupati Blora Arif Santoso, Senin (4/3/2024).", "ceremony"),
        ("Baliho yang melanggar ditertibkan Satpol PP Kabupaten Blora, Senin (4/3/2024).", "patrol"),
        ("Anggota PPS dibekali materi oleh KPU Kabupaten Blora, Senin (4/3/2024).", "training"),
        ("Pasar Cepu disidak Wakil Bupati Blora Dewi Lestari, Senin (4/3/2024).", "visit"),
        ("Seribu pohon ditanam Kodim 0721/Blora di Cepu, Senin (4/3/2024).", "other"),
        ("Kantor Desa Cepu digeledah Kejaksaan Negeri Blora, Senin (4/3/2024).", "other"),
        ("DPRD Kabupaten Blora menggelar rapat paripurna istimewa, Senin (4/3/2024).", "meeting"),
    ],
)
def test_what_is_done_to_something_on_a_day_is_an_event(read: Read, text: str, kind: str) -> None:
    events = read(text)["events"]
    assert [(event["type"], event["date"]) for event in events] == [(kind, "2024-03-04")]
    assert events[0]["participations"]


def test_the_day_of_the_polls_is_that_of_no_other_event(read: Read) -> None:
    text = (
        "BLORA - KPU Kabupaten Blora menggelar sosialisasi di SMAN 1 Blora. KPU telah menetapkan hari pemungutan suara"
        " Rabu, 14 Februari 2024."
    )
    assert [event["date"] for event in read(text)["events"]] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Adendum itu ditandatangani Bupati Blora, Arif Santoso, dan Ketua KPU Blora, Dewi Lestari, Senin (4/3/2024).",
        "Adendum itu diteken oleh Bupati Blora Arif Santoso dan Ketua KPU Blora Dewi Lestari, Senin (4/3/2024).",
    ],
)
def test_those_by_whom_something_is_signed_were_there(read: Read, text: str) -> None:
    events = read(text)["events"]
    assert [(event["type"], event["date"], len(event["participations"])) for event in events] == [
        ("ceremony", "2024-03-04", 4)
    ]
