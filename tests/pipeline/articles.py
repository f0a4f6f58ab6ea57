"""Articles made up for builds: one event each, from a few patterns."""

from __future__ import annotations

PLACES = ["Klungkung", "Poso", "Karawang", "Blora", "Banyuasin", "Kendal", "Sukoharjo", "Trenggalek"]
NAMES = ["Surya Wijaya", "Made Arta", "Yusuf Hasan", "Rina Lestari", "Agung Pratama", "Dewi Kartika"]


def article(number: int) -> dict[str, str]:
    """One short report; the same number gives the same text."""
    place, chief = PLACES[number % len(PLACES)], NAMES[number % len(NAMES)]
    other = NAMES[(number + 1) % len(NAMES)]
    day = number % 27 + 1
    text = (
        f"Polres {place} Gelar Rakor Pengamanan\n\n"
        f"{place.upper()} - Polres {place} menggelar rapat koordinasi pengamanan Pilkada di Aula Mapolres, "
        f"{day} Agustus 2024. Rapat dipimpin Kapolres {place} AKBP {chief}, S.I.K., dan dihadiri "
        f"Ketua KPU {place} {other} serta Bawaslu {place}.\n\n"
        f"“Semua pihak harus menjaga suasana tetap tenang sampai hari pemungutan,” kata {chief}. "
        f"Berita nomor {number}.\n"
    )
    return {"id": f"a{number:04}", "text": text, "published": f"2024-08-{day:02}", "publisher": f"Kabar {number % 3}"}
