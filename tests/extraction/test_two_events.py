"""Two events of one article: on one day, or one that the other guards; each with those who were there."""

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of

DEPUTY, UNIT_HEAD = "Wakapolres Kompol Budi Santoso", "Kasat Samapta AKP Dewi Anggraini"
LEAD = "BLORA - Kapolres Blora AKBP Ani Lestari memimpin apel gelar pasukan di halaman, Rabu (18/9/2024).\n\n"


def told(record: Record) -> dict[tuple[str, str | None], set[str]]:
    """Who led, organised or attended, for each event by kind and day."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {
        (event["type"], event["date"]): {names[p["participant"]] for p in event["participations"]}
        for event in record["events"]
    }


@pytest.mark.parametrize(
    "second",
    [
        "Setelah itu, Ketua KPU Blora Dewi Anggraini membuka simulasi pemungutan suara.",
        "Di hari yang sama, Ketua KPU Blora Dewi Anggraini memimpin simulasi pemungutan suara di Cepu.",
        "Sementara itu, KPU Blora menggelar simulasi pada hari yang sama. Hadir Ketua KPU Blora Dewi Anggraini.",
        "Di tempat terpisah, KPU Blora menggelar simulasi yang dihadiri Ketua KPU Blora Dewi Anggraini.",
    ],
)  # fmt: skip
def test_a_second_event_has_its_own_people(read: Read, second: str) -> None:
    assert told(read(LEAD + second)) == {
        ("ceremony", "2024-09-18"): {"Ani Lestari", "Polres Blora"},
        ("training", "2024-09-18"): {"Dewi Anggraini", "KPU Kabupaten Blora"},
    }


def test_two_of_one_kind_at_two_places(read: Read) -> None:
    text = LEAD + "Di lokasi berbeda, Camat Cepu Eko Prasetyo memimpin apel siaga."
    events = read(text)["events"]
    assert [(event["type"], len(event["participations"])) for event in events] == [("ceremony", 2), ("ceremony", 2)]


def test_what_the_headline_names_needs_nobody_new(read: Read) -> None:
    text = LEAD + "Usai apel, Kapolres Blora AKBP Ani Lestari meninjau gudang logistik."
    assert len(read(text)["events"]) == 1
    titled = read(f"Kapolres Blora Pimpin Apel hingga Peninjauan Gudang Logistik\n\n{text}")
    assert [event["type"] for event in titled["events"]] == ["ceremony", "visit"]


def test_what_is_guarded_has_its_own_hosts(read: Read) -> None:
    text = (
        "Polres Blora Amankan Debat Publik\n\nBLORA - Polres Blora mengamankan debat publik di Hotel Mustika,"
        " Rabu (18/9/2024). Pengamanan dipimpin Kabag Ops Kompol Fajar Nugroho.\n\n"
        "Debat publik dibuka Ketua KPU Blora Dewi Anggraini."
    )
    assert told(read(text)) == {
        ("patrol", "2024-09-18"): {"Polres Blora", "Fajar Nugroho"},
        ("campaign", "2024-09-18"): {"Dewi Anggraini", "KPU Kabupaten Blora"},
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Di tempat terpisah, Ketua KPU Blora Dewi Anggraini mengatakan simulasi digelar pekan depan.",
        "Kegiatan diakhiri dengan simulasi bersama Ketua KPU Blora Dewi Anggraini.",
        "Pada hari yang sama, apel itu dihadiri Ketua KPU Blora Dewi Anggraini.",
    ],
)
def test_one_event_stays_one(read: Read, sentence: str) -> None:
    assert len(read(LEAD + sentence)["events"]) == 1


def test_a_sentence_goes_on_with_the_event_that_it_names(read: Read) -> None:
    text = (
        LEAD + "Setelah itu, Ketua KPU Blora Dewi Anggraini membuka simulasi pemungutan suara.\n\n"
        "Simulasi itu dihadiri Camat Cepu Eko Prasetyo.\n\nApel itu diikuti Dandim 0721/Blora Letkol Inf Cahyo Utomo."
    )
    assert told(read(text)) == {
        ("ceremony", "2024-09-18"): {"Ani Lestari", "Polres Blora", "Cahyo Utomo", "Kodim 0721/Blora"},
        ("training", "2024-09-18"): {
            "Dewi Anggraini", "KPU Kabupaten Blora", "Eko Prasetyo", "Pemerintah Kecamatan Cepu",
        },
    }  # fmt: skip


def test_what_came_before_has_no_day_of_its_own(read: Read) -> None:
    text = LEAD + "Sebelumnya, Ketua KPU Blora Dewi Anggraini membuka simulasi pemungutan suara."
    days = {event["type"]: event["date"] for event in read(text)["events"]}
    assert days == {"ceremony": "2024-09-18", "training": None}
    hours = LEAD + "Dua jam sebelumnya, Ketua KPU Blora Dewi Anggraini membuka simulasi pemungutan suara."
    assert {event["date"] for event in read(hours)["events"]} == {"2024-09-18"}


def test_the_occasion_is_the_event(read: Read) -> None:
    text = (
        "BLORA - Bawaslu Blora menginisiasi penandatanganan pakta integritas dengan camat. Camat diminta netral.\n\n"
        "Hal ini diungkapkan dalam rapat koordinasi di Hotel Mustika, Rabu (18/9/2024). Dalam rapat itu, Bupati Blora "
        "Budi Santoso menyebut laporan menurun."
    )
    assert [(event["type"], event["date"]) for event in read(text)["events"]] == [("meeting", "2024-09-18")]


def test_a_roll_call_that_opens_a_round_has_its_own_leader(read: Read) -> None:
    text = (
        "BLORA - Bawaslu Blora menertibkan alat peraga kampanye, Minggu (15/9/2024).\n\n"
        "Penertiban diawali apel yang dipimpin Ketua Bawaslu Blora Eko Prasetyo."
    )
    assert told(read(text)) == {
        ("patrol", "2024-09-15"): {"Bawaslu Kabupaten Blora"},
        ("ceremony", "2024-09-15"): {"Eko Prasetyo", "Bawaslu Kabupaten Blora"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "Polres Blora mengerahkan 120 personel guna mengamankan debat publik yang digelar KPU Blora, Rabu (18/9/2024).",
        "Polres Blora melakukan pengamanan debat publik yang diselenggarakan KPU Blora, Rabu (18/9/2024).",
        "Debat publik digelar KPU Blora di Hotel Mustika, Rabu (18/9/2024). Pengamanan dilakukan Polres Blora.",
    ],
)
def test_a_guard_and_what_it_guards_have_each_their_host(read: Read, text: str) -> None:
    assert told(read(text)) == {
        ("patrol", "2024-09-18"): {"Polres Blora"},
        ("campaign", "2024-09-18"): {"KPU Kabupaten Blora"},
    }


def test_a_guard_without_hosts_of_what_it_guards_is_one_event(read: Read) -> None:
    text = "Polres Blora mengerahkan 120 personel untuk mengamankan debat publik di Hotel Mustika, Rabu (18/9/2024)."
    assert told(read(text)) == {("patrol", "2024-09-18"): {"Polres Blora"}}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Bupati Blora Arif Santoso menghadiri pelantikan yang dirangkaikan dengan rapat kerja, Rabu (18/9/2024).",
            "ceremony",
        ),
        ("Rapat kerja yang dirangkai pelantikan dihadiri Bupati Blora Arif Santoso, Rabu (18/9/2024).", "meeting"),
    ],
)
def test_what_another_event_went_on_with_is_not_the_main_one(read: Read, text: str, kind: str) -> None:
    assert [event["type"] for event in read(text)["events"]] == [kind]


@pytest.mark.parametrize("verb", ["menjelaskan", "menerangkan"])
def test_what_somebody_only_speaks_of_is_no_second_event(read: Read, verb: str) -> None:
    spoken = (
        f"Dalam pemaparannya, Ketua KPU Blora Dewi Anggraini {verb} tahapan yang sudah lewat, yaitu verifikasi faktual"
        " pada 30 Januari 2024."
    )
    assert list(told(read(LEAD + spoken))) == [("ceremony", "2024-09-18")]


@pytest.mark.parametrize(
    "second",
    [
        "Sebelumnya, Sekda Blora Hadi Kusuma memimpin apel pagi di halaman kantor.",
        "Deklarasi itu digelar sesudah Sekda Blora Hadi Kusuma memimpin apel pagi.",
    ],
)
def test_a_roll_call_stands_beside_another_ceremony(read: Read, second: str) -> None:
    text = f"BLORA - Bupati Blora Arif Santoso membuka deklarasi pemilu damai, Rabu (18/9/2024). {second}"
    assert [event["type"] for event in read(text)["events"]] == ["ceremony", "ceremony"]


def test_what_the_headline_names_beside_the_main_event_is_another(read: Read) -> None:
    text = (
        "Pagi Rakor, Siang Simulasi di Blora\n\nBLORA - Kapolres Blora AKBP Ani Lestari memimpin rapat koordinasi, Rabu"
        " (18/9/2024). Siang hari giliran simulasi di lapangan.\n\nSimulasi itu diikuti Kodim 0721/Blora."
    )
    assert {kind for kind, _ in told(read(text))} == {"meeting", "training"}


def test_a_contest_that_is_closed_is_one_event(read: Read) -> None:
    text = (
        "Tutup Turnamen, Wakil Bupati Sebut Olahraga Pererat Persaudaraan\n\nBLORA - Turnamen itu ditutup Wakil Bupati"
        " Blora Dewi Lestari, Rabu (18/9/2024). Usai menutup turnamen, Wakil Bupati Dewi Lestari menyerahkan piala."
    )
    assert [event["type"] for event in read(text)["events"]] == ["ceremony"]


def test_an_activity_that_is_pointed_at_is_no_second_event(read: Read) -> None:
    text = LEAD + "Kegiatan ini diikuti KPU Blora selama dua hari, Selasa (17/9/2024) hingga Rabu."
    assert [event["type"] for event in read(text)["events"]] == ["ceremony"]


def test_the_polls_after_which_something_was_are_no_second_event(read: Read) -> None:
    text = (
        "DPRD Blora Gelar Rapat Paripurna\n\nBLORA - Lima hari setelah pencoblosan Pemilu, DPRD Blora menggelar rapat"
        " paripurna, Senin (23/9/2024).\n\nLima hari setelah pencoblosan, DPRD dan KPU Blora menggelar rapat itu."
    )
    assert [event["type"] for event in read(text)["events"]] == ["meeting"]


@pytest.mark.parametrize(
    "text",
    ["rakor u(17/9 September 2024", "rakor 17/9/2024 18/9/2024", "rakor (17 September 2024) 18 September 2024"],
)
def test_a_day_right_behind_the_day_of_an_event_is_no_word_for_what_is_to_come(read: Read, text: str) -> None:
    record = read(f"BLORA - Kapolres Blora AKBP Ani Lestari memimpin {text}.")
    assert [(event["date"], event["status"]) for event in record["events"]] == [("2024-09-17", "held")]


def test_a_day_right_behind_the_day_of_a_topic_is_read_too(read: Read) -> None:
    assert read("Rakor 3/1/2019 4/1/2019.")["events"] == []


def test_events_come_as_the_text_names_them(read: Read) -> None:
    before = "Sebelum rapat, patroli dilakukan Polsek Cepu, Rabu (18/9/2024)."
    main = "Rapat pleno terbuka rekapitulasi digelar KPU Blora dan dihadiri Bawaslu Blora, Kamis (19/9/2024)."
    record = read(f"{before}\n\n{main}", title="KPU Blora Gelar Rapat Pleno Terbuka Rekapitulasi")
    assert [event["type"] for event in record["events"]] == ["patrol", "voting"]
    assert [event["id"] for event in record["events"]] == ["v1", "v2"]


@pytest.mark.parametrize(
    ("joint", "first", "second"),
    [
        ("sedangkan", f"Apel dipimpin {DEPUTY}", f"patroli dipimpin {UNIT_HEAD}"),
        ("sementara", f"{DEPUTY} memimpin apel", f"{UNIT_HEAD} memimpin patroli"),
    ],
)  # fmt: skip
def test_of_two_events_set_against_each_other_each_has_its_own_leader(
    read: Read, joint: str, first: str, second: str
) -> None:
    record = read(f"BLORA - Usai apel, Polres Blora menggelar patroli, Rabu (18/9/2024).\n\n{first}, {joint} {second}.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    led = {
        event["type"]: {names[p["participant"]] for p in event["participations"] if p["role"] == "led"}
        for event in record["events"]
    }
    assert led == {"patrol": {"Dewi Anggraini", "Polres Blora"}, "ceremony": {"Budi Santoso", "Polres Blora"}}


def test_of_one_event_both_halves_of_a_sentence_tell(read: Read) -> None:
    text = LEAD + "Apel dimulai pukul 07.00 WIB, sedangkan komandan apel Kapolsek Cepu AKP Budi Santoso."
    assert told(read(text)) == {
        ("ceremony", "2024-09-18"): {"Ani Lestari", "Polres Blora", "Budi Santoso", "Polsek Cepu"}
    }


def test_what_is_set_against_an_event_as_still_to_come_has_not_its_day(read: Read) -> None:
    text = (
        "Rakor dipimpin Ketua Bawaslu Blora Budi Santoso, sedangkan sosialisasi akan dipimpin Ketua KPU Blora Dewi "
        "Anggraini. Rakor digelar Rabu (18/9/2024)."
    )
    assert told(read(text)) == {
        ("meeting", "2024-09-18"): {"Budi Santoso", "Bawaslu Kabupaten Blora"},
        ("training", None): {"Dewi Anggraini", "KPU Kabupaten Blora"},
    }


@pytest.mark.parametrize("installed", ["Kapolsek Cepu AKP Dewi Anggraini", "tiga Kapolsek"])
def test_who_is_sworn_in_leads_nothing(read: Read, installed: str) -> None:
    text = f"Usai melantik {installed}, Kapolres Blora AKBP Ani Lestari berpesan agar netral, Rabu (18/9/2024)."
    assert {name for name, role in parts_of(read(text)) if role == "led"} == {"Ani Lestari", "Polres Blora"}


@pytest.mark.parametrize(
    "other",
    [
        "Sementara itu di Kodim 0721/Blora, Dandim Letkol Inf Budi Santoso melepas 90 prajurit.",
        "Di Kantor KPU Blora, Ketua KPU Dewi Anggraini menyerahkan logistik.",
    ],
)
def test_what_is_done_at_another_body_is_no_part_of_the_event(read: Read, other: str) -> None:
    assert told(read(LEAD + other)) == {("ceremony", "2024-09-18"): {"Ani Lestari", "Polres Blora"}}


def test_what_is_done_at_the_body_of_the_event_is_part_of_it(read: Read) -> None:
    text = (
        LEAD.replace("di halaman", "di Kodim 0721/Blora") + "Di Kodim itu, Dandim Letkol Inf Budi Santoso menyambutnya."
    )
    assert "Budi Santoso" in told(read(text))["ceremony", "2024-09-18"]


def test_a_clause_about_another_day_is_no_part_of_the_event(read: Read) -> None:
    clause = "apel itu tindak lanjut rapat, Senin (16/9/2024), yang dipimpin Camat Cepu Eko Prasetyo"
    text = LEAD + f"Ketua KPU Blora Dewi Anggraini mengatakan {clause}."
    assert "Eko Prasetyo" not in told(read(text))["ceremony", "2024-09-18"]
