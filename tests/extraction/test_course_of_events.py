"""Who gives the parts of an event, who leads but a contingent, and of whom a second name or a pronoun tells."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

HARTONO = {("Budi Hartono", "attended"), ("KPU Kabupaten Belu", "attended")}


@pytest.mark.parametrize(
    "text",
    [
        "Rapat diawali laporan panitia yang disampaikan oleh Budi Hartono, SE, Ketua KPU Belu, Rabu (18/9/2024).",
        "Pelantikan dimulai dengan pembacaan SK mengenai anggota oleh Ketua KPU Belu, Budi Hartono, Rabu (18/9/2024).",
        "Apel dibuka dengan laporan kesiapan yang disampaikan Ketua KPU Belu Budi Hartono, Rabu (18/9/2024).",
        "Rapat ditutup dengan doa yang dipanjatkan Ketua KPU Belu Budi Hartono, Rabu (18/9/2024).",
    ],
)
def test_who_gives_a_part_of_an_event_was_there(read: Read, text: str) -> None:
    record = read(text)
    assert parts_of(record) == HARTONO
    assert record["events"][0]["name"] in ("Rapat", "Pelantikan", "Apel")


@pytest.mark.parametrize(
    "told",
    [
        "katanya di sela-sela kegiatan rapat koordinasi kesiapan pemilu, Rabu (18/9/2024).",
        "ujarnya di sela acara sosialisasi, Rabu (18/9/2024).",
        "ungkap dia di sela-sela kegiatan sosialisasi, Rabu (18/9/2024).",
    ],
)
@pytest.mark.parametrize("quote", ["“Kami siap bekerja keras,”", "“Kami siap bekerja. Logistik semua lancar,”"])
def test_who_speaks_on_the_margin_of_an_event(read: Read, quote: str, told: str) -> None:
    record = read(f"Ketua KPU Belu Budi Hartono menyebut lembaganya siap. {quote} {told}")
    assert parts_of(record) == HARTONO


@pytest.mark.parametrize("called", ["yang akrab disapa", "yang kerap disapa", "yang biasa dipanggil"])
@pytest.mark.parametrize("who", ["Pria", "Perwira", "Politisi"])
def test_a_second_name_told_in_the_next_sentence(read: Read, who: str, called: str) -> None:
    record = read(
        "Deklarasi digelar di aula, Rabu (18/9/2024). Ketua KPU Belu, Budi Hartono menyebut masa kampanye berjalan. "
        f"{who} {called} Anto ini menambahkan, peserta boleh berkampanye. “Ayo memilih,” ujar Anto dalam sambutannya."
    )
    assert parts_of(record) == HARTONO
    assert [entity["name"] for entity in record["entities"] if entity["class"] == "Person"] == ["Budi Hartono"]


def test_who_leads_a_contingent_does_not_lead_the_event(read: Read) -> None:
    record = read(
        "Apel dipimpin Camat Rote Ani Wijaya dan dihadiri Satpol PP yang dipimpin oleh Danru Budi, Rabu (18/9/2024)."
    )
    assert {("Ani Wijaya", "led"), ("Budi", "attended")} <= parts_of(record)
    assert ("Budi", "led") not in parts_of(record)


def test_the_number_of_a_decree_is_no_date(read: Read) -> None:
    record = read(
        "Ketua Bawaslu Belu Budi Hartono melantik anggota Panwascam, Rabu (18/9/2024). Pelantikan dimulai dengan "
        "pembacaan Surat Keputusan No. 010/HK.01.01/K.ST-09/8/2024 oleh Kepala Sekretariat Bawaslu Belu, Ani Wijaya."
    )
    assert [event["date"] for event in record["events"]] == ["2024-09-18"]


def test_what_an_event_began_with_is_an_event_where_somebody_led_it(read: Read) -> None:
    record = read(
        "Polres Belu menggelar simulasi pengamanan TPS di lapangan, Rabu (18/9/2024). "
        "Kegiatan tersebut diawali apel gabungan yang dipimpin Kapolres Belu AKBP Budi Hartono."
    )
    assert {event["type"] for event in record["events"]} == {"training", "ceremony"}


def test_a_prayer_at_the_beginning_is_no_event_of_its_own(read: Read) -> None:
    record = read(
        "Bupati Belu Budi Hartono meninjau TPS, Rabu (18/9/2024). "
        "Kegiatan diawali doa yang dipimpin Ketua MUI Belu Rudi Salim."
    )
    assert [event["type"] for event in record["events"]] == ["visit"]


@pytest.mark.parametrize(
    "text",
    [
        "Kampanye dimulai setelah penetapan pasangan calon oleh KPU Belu, Rabu (18/9/2024).",
        "Sidang ditutup dengan putusan atas gugatan yang diajukan oleh Budi Hartono, Rabu (18/9/2024).",
        "Distribusi logistik dimulai hari ini, hal tersebut dijelaskan Ketua KPU Belu Budi Hartono, Rabu (18/9/2024).",
    ],
)
def test_who_did_something_else_gave_no_part_of_the_event(read: Read, text: str) -> None:
    assert parts_of(read(text)) == set()
