"""Events that only an ordinary verb tells: who sends people out, goes somewhere, or speaks beside a gathering."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Polres Blora mengerahkan 70 personel untuk mengawal kotak suara, Minggu (22/9/2024).", "patrol"),
        ("Polres Blora menyiagakan 40 personel di sekitar pasar induk, Minggu (22/9/2024).", "patrol"),
        ("Sebanyak 90 personel diturunkan Polres Blora ke kantor KPU Blora, Minggu (22/9/2024).", "patrol"),
        ("Polres Blora memperketat penjagaan kantor KPU Blora, Minggu (22/9/2024).", "patrol"),
        ("Polres Blora terus meningkatkan patroli di kota, Minggu (22/9/2024).", "patrol"),
        ("Kantor KPU Blora didatangi Kapolres Blora AKBP Wawan, Minggu (22/9/2024).", "visit"),
        ("Kapolres Blora AKBP Wawan turun langsung ke gudang itu, Minggu (22/9/2024).", "visit"),
        ("Kapolres Blora AKBP Wawan bertolak ke Cepu untuk melihat langsung gudang, Minggu (22/9/2024).", "visit"),
        ("Polres Blora menggelar pergeseran pasukan ke semua TPS, Minggu (22/9/2024).", "ceremony"),
    ],
)
def test_a_verb_tells_the_event(read: Read, text: str, kind: str) -> None:
    (event,) = read(text)["events"]
    assert (event["type"], event["date"]) == (kind, "2024-09-22")


@pytest.mark.parametrize(
    "text",
    [
        "Polres Blora mengerahkan 700 personel pada Pilkada 2024. Kapolres Blora AKBP Wawan meminta warga tenang.",
        "Kapolres Blora AKBP Wawan mengerahkan segala upaya dan terus melihat langsung keadaan warganya.",
    ],
)
def test_without_a_day_such_a_verb_is_no_event(read: Read, text: str) -> None:
    assert read(text)["events"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Kapolsek Cepu AKP Budi Yuwono mengajak warga menjaga kerukunan saat sambang ke Balun, Minggu (22/9/2024).",
        "Kapolsek Cepu AKP Budi Yuwono menyampaikan hal itu usai rapat koordinasi di Balun, Minggu (22/9/2024).",
    ],
)
def test_who_speaks_at_an_event_was_there(read: Read, text: str) -> None:
    record = read(text)
    assert [event["date"] for event in record["events"]] == ["2024-09-22"]
    assert ("Budi Yuwono", "attended") in parts_of(record)


def test_what_is_guarded_is_not_the_main_event(read: Read) -> None:
    record = read(
        "Kapolres Blora AKBP Wawan memimpin pengamanan debat perdana di gedung rakyat, Minggu (22/9/2024) malam. "
        "Debat diselenggarakan KPU Blora."
    )
    assert [event["type"] for event in record["events"]] == ["patrol", "campaign"]


def test_a_frame_of_words_parts_no_event_from_its_topic(read: Read) -> None:
    record = read("Polres Blora mengerahkan 90 personel untuk pengamanan jalannya debat publik, Minggu (22/9/2024).")
    assert [event["type"] for event in record["events"]] == ["patrol"]


def test_what_is_done_in_order_to_say_something_is_not_reported(read: Read) -> None:
    record = read(
        "Guna memastikan pemungutan suara berjalan lancar, Kapolres Blora AKBP Wawan memantau langsung kegiatan "
        "pemungutan suara di Cepu, Minggu (22/9/2024)."
    )
    assert [(event["type"], event["date"]) for event in record["events"]] == [("visit", "2024-09-22")]


def test_what_somebody_is_ordered_to_do_is_no_event(read: Read) -> None:
    record = read("Kapolres Blora AKBP Wawan memerintahkan jajarannya melakukan pengawalan logistik sampai TPS.")
    assert record["events"] == []
