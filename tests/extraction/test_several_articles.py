"""Pages with several articles: each tells of its own events."""

from __future__ import annotations

from tests.extraction.conftest import Read

_PAGE = """Rapat Koordinasi Bawaslu Blora Digelar
BLORA – Bawaslu Kabupaten Blora menggelar rapat koordinasi di aula kantor, Senin (16/9/2024).
Rapat itu dihadiri Kapolres Blora AKBP Ani Wijaya dan para camat dari seluruh kecamatan.
Ketua Bawaslu Blora Budi Santoso meminta semua pihak menjaga ketertiban bersama.
84 dibaca - 0 komentar
Bawaslu Pati Gelar Rapat Bersama Warga
PATI – Bawaslu Kabupaten Pati menggelar rapat koordinasi di pendopo, Rabu (18/9/2024).
Rapat itu dihadiri Kapolres Pati AKBP Citra Lestari dan para kepala desa setempat.
"""


def test_events_of_several_articles_stay_apart(read: Read) -> None:
    record = read(_PAGE)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    found = {
        event["date"]: {names[part["participant"]] for part in event["participations"]} for event in record["events"]
    }
    assert found == {
        "2024-09-16": {"Bawaslu Kabupaten Blora", "Polres Blora", "Ani Wijaya"},
        "2024-09-18": {"Bawaslu Kabupaten Pati", "Polres Pati", "Citra Lestari"},
    }
