"""What takes place and who is there, in the turns that pages of all sorts use."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LEAD = "BLORA - Polres Blora menggelar rapat koordinasi di aula, Selasa (24/9/2024). "
KPU, BAWASLU, KODIM = "KPU Kabupaten Blora", "Bawaslu Kabupaten Blora", "Kodim 0721/Blora"


@pytest.mark.parametrize(
    "sentence",
    [
        "Dalam rapat ini juga terlibat langsung KPU Blora, Bawaslu Blora dan warga sekitar.",
        "Adapun yang menandatangani ikrar itu Ketua KPU Blora Ani Wijaya dan Ketua Bawaslu Blora Budi Yasa.",
        "Peserta mendengarkan pemaparan yang dibawakan oleh KPU Blora dan Bawaslu Blora.",
        "Ada KPU Blora dan Bawaslu Blora di barisan depan.",
    ],
)
def test_those_who_are_named_behind_the_verb_attended(read: Read, sentence: str) -> None:
    assert {(KPU, "attended"), (BAWASLU, "attended")} <= parts_of(read(LEAD + sentence))


def test_what_there_is_besides_is_nobody_there(read: Read) -> None:
    assert KPU not in {
        name for name, _ in parts_of(read(LEAD + "Masih ada persoalan anggaran yang diajukan ke KPU Blora."))
    }


def test_to_meet_with_obstacles_is_no_visit(read: Read) -> None:
    record = read("BLORA - Apel pagi di Polres Blora, Selasa (24/9/2024), digelar tanpa menemui hambatan berarti.")
    assert [event["type"] for event in record["events"]] == ["ceremony"]


@pytest.mark.parametrize("word", ["silaturahmi", "silahturahmi", "silaturrahmi"])
def test_visits_are_spelled_in_many_ways(read: Read, word: str) -> None:
    record = read(f"BLORA - Bupati Blora Rudi Wibowo mengikuti {word} di pendopo, Selasa (24/9/2024).")
    assert [(event["type"], event["date"]) for event in record["events"]] == [("visit", "2024-09-24")]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("menggelar kopi bersama", "meeting"),
        ("menggelar evaluasi", "meeting"),
        ("menghadiri ibadah Minggu", "ceremony"),
        ("menghadiri dies natalis", "ceremony"),
        ("mengikuti retret", "training"),
        ("menggelar lomba masak", "other"),
    ],
)
def test_kinds_of_event(read: Read, words: str, kind: str) -> None:
    record = read(f"BLORA - Bupati Blora Rudi Wibowo {words} di pendopo, Selasa (24/9/2024).")
    assert [event["type"] for event in record["events"]] == [kind]


def test_a_word_that_is_no_name_in_front_of_an_office_hides_nobody(read: Read) -> None:
    text = "Menurut Gubernur Maluku, Said Wattimena, hasil itu belum resmi. Sebelumnya, Gubernur telah meninjau TPS."
    record = read(text + " Peninjauan digelar Selasa (24/9/2024).")
    assert ("Said Wattimena", "attended") in parts_of(record)


def test_a_stray_sign_of_a_quote_ends_no_list(read: Read) -> None:
    record = read(
        LEAD + "Dalam rapat itu tampak hadir ” Ketua KPU Blora Ani Wijaya, Dandim 0721/Blora Letkol Inf Budi Yasa."
    )
    assert {(KPU, "attended"), (KODIM, "attended")} <= parts_of(record)


def test_what_is_still_to_come_is_not_what_the_article_tells(read: Read) -> None:
    record = read(
        "BLORA - Kapolres Blora AKBP Rudi Wibowo memantau penjagaan di kantor camat, Selasa (24/9/2024).\n"
        "Di sana akan diadakan pleno rekapitulasi tingkat kecamatan. Pleno itu ditargetkan rampung hari Jumat.\n"
    )
    assert [event["type"] for event in record["events"]] == ["visit"]


def test_a_verb_of_a_headline_is_no_field_of_a_post(read: Read) -> None:
    title = "Babinsa Koramil 07/Salak dan Bhabinkamtibmas Perketat Pengamanan Kotak Suara"
    lead = (
        "SALAK - Serda Budi Santoso melaksanakan monitoring dan pengamanan ketat atas kotak suara, Selasa (24/9/2024)."
    )
    record = read(f"{title}\n\n{lead}\n")
    assert record["postings"] == []
    assert [event["type"] for event in record["events"]] == ["patrol"]


@pytest.mark.parametrize(
    "apel",
    [
        "Kegiatan dimulai dengan apel gabungan pengamanan pemilu yang dipimpin Dandim 0721/Blora Letkol Inf Budi Yasa.",
        "Sebelum patroli berjalan, apel persiapan dipimpin Dandim 0721/Blora Letkol Inf Budi Yasa.",
        "Patroli itu diawali dengan agenda apel yang dihadiri Dandim 0721/Blora Letkol Inf Budi Yasa.",
    ],
)
def test_a_roll_call_before_something_else_is_an_event_of_its_own(read: Read, apel: str) -> None:
    record = read(f"BLORA - Polres Blora menggelar patroli skala besar, Selasa (24/9/2024).\n{apel}\n")
    events = {event["type"]: event for event in record["events"]}
    assert set(events) == {"patrol", "ceremony"}
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert events["ceremony"]["date"] == "2024-09-24"
    assert {names[p["participant"]] for p in events["ceremony"]["participations"]} == {KODIM, "Budi Yasa"}


@pytest.mark.parametrize(
    ("sentence", "kind", "name", "role"),
    [
        ("Gerakan Pangan Murah digelar KPU Blora", "other", "Gerakan Pangan Murah", "organised"),
        ("Java Jazz Tour yang diselenggarakan KPU Blora", "other", "Java Jazz Tour", "organised"),
        ("Pekan Raya Blora dibuka Ketua KPU Blora Ani Wijaya", "ceremony", "Pekan Raya Blora", "led"),
        ("Ketua KPU Blora Ani Wijaya membuka Blora Night Carnival", "ceremony", "Blora Night Carnival", "led"),
    ],
)
def test_what_is_held_or_opened_is_an_event_whatever_its_words(
    read: Read, sentence: str, kind: str, name: str, role: str
) -> None:
    record = read(f"BLORA - {sentence} di alun-alun, Selasa (24/9/2024).")
    assert [(event["type"], event["name"]) for event in record["events"]] == [(kind, name)]
    assert (KPU, role) in parts_of(record)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rumah Makan Padang Jaya dibuka oleh Bupati Blora Ani Wijaya",
        "Bupati Blora Ani Wijaya membuka Kotak Suara",
        "Tahapan Pilkada Serentak diselenggarakan KPU Blora",
    ],
)
def test_what_has_another_name_is_no_event(read: Read, sentence: str) -> None:
    assert read(f"BLORA - {sentence}, Selasa (24/9/2024).")["events"] == []


def test_a_meeting_on_a_visit_is_the_visit(read: Read) -> None:
    text = "BLORA - Kapolres Blora AKBP Rudi Wibowo berkunjung ke kantor KPU Blora untuk membahas pilkada.\n"
    record = read(text + "Dalam pertemuan yang berlangsung di sana, Selasa (24/9/2024), ia meminta netralitas.\n")
    assert [(event["type"], event["date"]) for event in record["events"]] == [("visit", "2024-09-24")]


def test_who_led_may_be_told_in_a_clause_about_him(read: Read) -> None:
    text = "Dalam apel konsolidasi, Selasa (24/9/2024), Kapolres Blora AKBP Rudi Wibowo yang memimpin menyampaikan"
    assert ("Rudi Wibowo", "led") in parts_of(read(f"BLORA - {text} terima kasih."))


def test_an_opening_in_a_programme_is_led(read: Read) -> None:
    programme = "Acaranya yakni menyanyikan lagu Indonesia Raya, pembukaan oleh Ketua KPU Blora Ani Wijaya, doa."
    assert ("Ani Wijaya", "led") in parts_of(read(f"BLORA - KPU melantik PPS, Selasa (24/9/2024).\n{programme}\n"))


def test_a_day_that_is_to_come_is_that_of_the_event_or_of_an_election(read: Read) -> None:
    said = "Ketua KPU Blora Ani Wijaya mengatakan hal itu, Selasa (24/9/2024)."
    ahead = read(f"BLORA - KPU Blora menggelar debat publik pada 20 Oktober mendatang di Hotel Mustika. {said}")
    assert [(event["date"], event["status"]) for event in ahead["events"]] == [("2024-10-20", "planned")]
    held = read(
        "BLORA - Rapat koordinasi pengamanan pilkada 27 November mendatang digelar Polres Blora, Selasa (24/9/2024)."
    )
    assert [(event["date"], event["status"]) for event in held["events"]] == [("2024-09-24", "held")]


@pytest.mark.parametrize("verb", ["melantik", "resmi melantik", "secara resmi melantik", "melantik secara resmi"])
def test_a_swearing_in_is_an_event_however_official(read: Read, verb: str) -> None:
    record = read(f"BLORA - Ketua KPU Blora Ani Wijaya {verb} 85 anggota PPK, Selasa (24/9/2024).")
    assert [(event["type"], event["date"]) for event in record["events"]] == [("ceremony", "2024-09-24")]
    assert (KPU, "led") in parts_of(record)


@pytest.mark.parametrize(
    "opening", ["Bersama Kapolres dalam rapat itu", "Ikut bersama Kapolres dalam kegiatan tersebut"]
)
def test_those_behind_a_companion_and_the_event_are_there(read: Read, opening: str) -> None:
    record = read(f"{LEAD}{opening}, Ketua KPU Blora Ani Wijaya, Dandim 0721/Blora Letkol Inf Dwi, serta lainnya.")
    assert {(KPU, "attended"), (KODIM, "attended")} <= parts_of(record)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ratusan personel mengikuti apel gelar pasukan Operasi Mantap Praja di alun-alun, Selasa (24/9/2024). "
            "Apel dipimpin Kapolres Blora.",
            "Apel gelar pasukan Operasi Mantap Praja",
        ),
        ("Apel digelar di lapangan, Selasa (24/9/2024). Apel gelar pasukan itu dipimpin Kapolres Blora.", "Apel"),
        ("Warga menonton rapat umum di lapangan. Apel digelar Polres Blora, Selasa (24/9/2024).", "Apel"),
    ],
    ids=["told first by its name", "the name comes behind", "another event before"],
)
def test_an_event_goes_by_its_name_where_it_is_first_told_of(read: Read, text: str, name: str) -> None:
    (event,) = read(f"BLORA - {text}")["events"]
    assert event["name"] == name
    assert event["evidence"]["quote"].casefold() == name.casefold()[: len(event["evidence"]["quote"])]


def test_the_event_that_many_attend_is_the_articles_own(read: Read) -> None:
    record = read(
        "KPU Blora Mulai Distribusikan Logistik Pemilu 2019\n\n"
        "BLORA - Empat hari menjelang pemungutan suara, KPU Kabupaten Blora mulai mendistribusikan logistik "
        "Pemilu ke kecamatan, Sabtu (13/4/2019).\n\n"
        "Pelepasan logistik ini turut dihadiri Wakapolres Blora, Kompol Budi Hartono, Pasi Ops Kodim 0721/Blora, "
        "Kapten Inf Eko Susanto, Ketua KPU Blora, Fajar Setiawan dan Ketua Bawaslu Blora, Ani Wijaya."
    )
    assert [event["type"] for event in record["events"]] == ["ceremony"]
