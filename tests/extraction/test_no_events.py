"""A letter that is signed, a prisoner let go and the title of a decree are no events, and nobody attends them."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    "text",
    [
        "BLORA - Hal itu diketahui dari Surat Telegram Nomor ST/12/IX/2024 tanggal 18 September 2024 tentang mutasi di "
        "lingkungan Polda yang ditandatangani Karo SDM Kombes Pol Ani Lestari.",
        "BLORA - Kapolres Blora AKBP Eko Utomo dimutasi sesuai telegram yang diteken Kapolda Jateng Irjen Ani Lestari "
        "pada Rabu (18/9/2024).",
        "BLORA - Keputusan Nomor 12 Tahun 2024, ditandatangani Ketua KPU Blora Ani Lestari pada Rabu (18/9/2024).",
        "BLORA - Bupati Blora Ani Lestari menandatangani SK pemberhentian perangkat desa, Rabu (18/9/2024).",
        "BLORA - Kasat Narkoba Polres Blora, AKP Ani Lestari yang bulan lalu melepas dua tahanan, dimutasi.",
        "BLORA - Kapolres Blora AKBP Ani Lestari melepas dua tersangka pencurian, Rabu (18/9/2024).",
        "BLORA - Hal itu menyusul terbitnya SK Gubernur Jawa Tengah Ani Lestari pada tanggal 31 Agustus 2024 tentang "
        "peresmian pengangkatan anggota DPRD Kabupaten Blora.",
    ],
)
def test_what_an_office_does_by_itself_is_no_event(read: Read, text: str) -> None:
    assert not read(text)["events"]


@pytest.mark.parametrize(
    "text",
    [
        "BLORA - Pakta integritas ditandatangani Ketua KPU Blora Ani Lestari, Rabu (18/9/2024).",
        "BLORA - Surat perdamaian ditandatangani Ketua KPU Blora Ani Lestari, Rabu (18/9/2024).",
        "BLORA - Surat pernyataan damai ditandatangani Ketua KPU Blora Ani Lestari, Rabu (18/9/2024).",
        "BLORA - Ketua KPU Blora Ani Lestari menandatangani nota kesepahaman Nomor 12 Tahun 2024, Rabu (18/9/2024).",
        "BLORA - Ketua KPU Blora Ani Lestari melepas jamaah haji, Rabu (18/9/2024).",
        "BLORA - Peresmian gedung KPU Blora Nomor 12 dihadiri Ketua KPU Blora Ani Lestari, Rabu (18/9/2024).",
    ],
)
def test_what_people_come_to_is_one(read: Read, text: str) -> None:
    assert {name for name, _ in parts_of(read(text))} == {"KPU Kabupaten Blora", "Ani Lestari"}


def test_whose_letter_is_signed_attends_no_other_event(read: Read) -> None:
    text = (
        "BLORA - DPRD Blora menggelar rapat paripurna, Rabu (18/9/2024). Rapat menyusul terbitnya Surat Keputusan (SK) "
        "Gubernur Jawa Tengah (Jateng) Ani Lestari. Surat itu ditandatangani Sekda Blora Budi Santoso."
    )
    assert parts_of(read(text)) == {("DPRD Kabupaten Blora", "organised")}
