"""Events that an opening opens or a speaker names, tickets in a line of capitals, who commands a parade."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


def names(read: Read, text: str, kind: str) -> list[str]:
    return [entity["name"] for entity in read(text)["entities"] if entity["class"] == kind]


@pytest.mark.parametrize(
    ("opened", "kind"),
    [
        ("Rapat Pleno Terbuka Rekapitulasi Hasil Penghitungan Suara", "voting"),
        ("Pelatihan Petugas KPPS", "training"),
        ("MTQ Tingkat Kecamatan", "ceremony"),
    ],
)
def test_what_is_opened_tells_the_kind(read: Read, opened: str, kind: str) -> None:
    record = read(f"BLORA - Pembukaan {opened} digelar di Aula Kecamatan Cepu, Selasa (17/9/2024). Hadir Camat Cepu.")
    assert [event["type"] for event in record["events"]] == [kind]


def test_the_opening_of_a_road_is_no_event(read: Read) -> None:
    record = read("Polres Blora membahas pembukaan jalan dan pembukaan lahan di Cepu, Selasa (17/9/2024).")
    assert "ceremony" not in [event["type"] for event in record["events"]]


def test_a_speaker_names_the_event(read: Read) -> None:
    lead = "Polres Blora menyiapkan 898 personel di halaman Polres Blora, Selasa (17/9/2024)."
    said = "Dalam sambutannya, Kapolres Blora AKBP Ani Wijaya menjelaskan, apel gelar pasukan ini memeriksa kesiapan."
    told = "Yang hadir pada kegiatan tersebut, yaitu Ketua DPRD Budi Santoso."
    record = read(f"{lead}\n{said}\n{told}")
    assert [event["type"] for event in record["events"]] == ["ceremony"]
    other = said.replace("apel gelar pasukan ini", "apel gelar pasukan kelak")
    assert [event["type"] for event in read(f"{lead}\n{other}\n{told}")["events"]] == ["other"]


def test_a_ticket_in_a_line_of_capitals_holds_no_office(read: Read) -> None:
    caption = "Penetapan Pasangan Calon Bupati-Wakil Bupati Blora (Foto: Ani/blora.com)"
    text = f"{caption}\nBLORA - Rapat pleno digelar KPU Blora, Selasa (17/9/2024) pagi. Hadir warga."
    assert names(read, text, "RegionalGovernment") == []


@pytest.mark.parametrize("word", ["Komandan Upacara (Danrup),", "Danrup", "Komandan Upacara ( Danup ),"])
def test_who_commands_a_parade_leads(read: Read, word: str) -> None:
    lead = "Polres Blora menggelar apel, Selasa (17/9/2024). Inspektur Upacara Kapolres Blora AKBP Budi Santoso"
    record = read(f"{lead}, sedangkan {word} Ipda Ani Wijaya.")
    assert ("Ani Wijaya", "led") in parts_of(record)


def test_two_spellings_of_one_sound_are_one_person(read: Read) -> None:
    told = "Rapat dihadiri Muh. Natsir Basuki, Selasa (17/9/2024). Hadir pula istri Muh Nasir Basuki."
    assert names(read, f"Rapat digelar KPU Blora. {told}", "Person") == ["Muh. Natsir Basuki"]


def test_a_number_does_not_end_what_an_event_is_called(read: Read) -> None:
    record = read("BLORA - KPU Kabupaten Blora memusnahkan 1.234 lembar surat suara rusak, Selasa (17/9/2024).")
    assert [event["name"] for event in record["events"]] == ["Memusnahkan 1.234 lembar surat suara rusak"]


def test_a_guard_in_short(read: Read) -> None:
    record = read("Polsek Cepu Polres Blora melaksanakan kegiatan Pam Kotak Suara di PPK Cepu, Selasa (17/9/2024).")
    assert [event["type"] for event in record["events"]] == ["patrol"]
