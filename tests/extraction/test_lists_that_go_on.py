"""Lists that go on behind an inserted word, speakers and inspectors of events, and days that are not the event's."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

LISTS = [
    (
        "Polres Blora menggelar apel, Selasa (17/9/2024). Apel ini tidak cuma diikuti anggota Polres Blora tetapi juga dari berbagai mitra seperti Kodim 0721/Blora dan KPU Blora.",
        {"Kodim 0721/Blora", "KPU Kabupaten Blora"},
    ),
    (
        "Polres Blora menggelar apel, Selasa (17/9/2024). Apel bukan hanya dihadiri anggota Polres Blora, melainkan juga perwakilan dari Kodim 0721/Blora.",
        {"Kodim 0721/Blora"},
    ),
    (
        "Polres Blora menggelar tanam pohon, Selasa (17/9/2024). Adapun yang ikut dalam tanam pohon ini, imbuh Kompol Tono, antara lain Camat Cepu Budi Santosa dan KPU Blora.",
        {"Budi Santosa", "KPU Kabupaten Blora"},
    ),
    (
        "Polres Blora menggelar apel, Selasa (17/9/2024). Turut hadir dalam apel, lanjutnya, yakni Camat Cepu Budi Santosa.",
        {"Budi Santosa"},
    ),
    (
        "Bawaslu Blora menggelar sosialisasi pengawasan, Selasa (17/9/2024). Kordiv SDM Bawaslu Blora Wahyu Said yang didapuk sebagai narasumber memaparkan aturan.",
        {"Wahyu Said"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_who_is_named_behind_inserted_words_attends(read: Read, text: str, wanted: set[str]) -> None:
    assert {(name, "attended") for name in wanted} <= parts_of(read(text))


def test_who_acts_as_inspector_leads(read: Read) -> None:
    text = "Sekda Blora Wahyu Said bertindak sebagai inspektur dalam apel perdana di Blora, Senin (16/9/2024)."
    assert ("Wahyu Said", "led") in parts_of(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Apel dipimpin Kapolres Blora AKBP Ani Wijaya, Selasa (17/9/2024). (AT-humas polda bali)46",
        'Apel dipimpin Kapolres Blora AKBP Ani Wijaya, Selasa (17/9/2024). "Aman," ungkapnya. Humas Polda Bali',
        "Apel dipimpin Kapolres Blora AKBP Ani Wijaya. Kapolda Bali Irjen Tono Wibowo, dalam konfirmasinya mengucapkan selamat bermusyawarah.",
    ],
)
def test_writers_and_wishes_are_not_there(read: Read, text: str) -> None:
    assert {name for name, _ in parts_of(read(text))} == {"Polres Blora", "Ani Wijaya"}


DAYS = [
    ("Lapas Blora menggelar razia, Senin (29/07/224).", "2024-07-29"),
    ("Lapas Blora menggelar razia, Senin (29/07/20224).", "2024-07-29"),
    (
        "Musyawarah desa dipimpin Camat Cepu Ani Wijaya. Danramil Cepu Kapten Inf Tono, dalam wawancaranya pada Jumat (13/9/2024), menyambut baik.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_year_with_a_slip_is_read_and_the_day_of_an_interview_is_not_the_events(
    read: Read, text: str, day: str | None
) -> None:
    assert [event["date"] for event in read(text)["events"]] == [day]


def test_a_speaker_s_own_body_holds_what_she_says_that_it_holds(read: Read) -> None:
    text = 'Patroli digelar di Cepu, Senin (16/9/2024). "Patroli ini kami gelar agar warga aman," kata Kapolsek Cepu AKP Ani Wijaya.'
    assert parts_of(read(text)) == {("Polsek Cepu", "organised")}
    planned = (
        'Patroli digelar di Cepu, Senin (16/9/2024). "Patroli ini akan kami gelar," kata Kapolsek Cepu AKP Ani Wijaya.'
    )
    assert parts_of(read(planned)) == set()


KINDS = [
    (
        "Polsek Cepu mengawal rekapitulasi suara, Senin (16/9/2024). Rekapitulasi ini dikawal ketat. Kegiatan dipimpin oleh Ketua PPK Cepu Ani Wijaya.",
        ["voting"],
    ),
    (
        "KPU Blora menggelar rapat pleno rekapitulasi, Senin (16/9/2024). Pleno dipimpin Ketua KPU Blora Ani Wijaya. Pengamanan dipimpin langsung Kapolres Blora AKBP Tono Wibowo.",
        ["voting", "patrol"],
    ),
    (
        "Halalbihalal digelar Pemkab Blora, Senin (16/9/2024). Bupati Blora Ani Wijaya hadir. Sebelumnya Sekda Blora Tono Wibowo memimpin apel perdana.",
        ["ceremony", "ceremony"],
    ),
    ("Sasaran TMMD, salah satunya pembukaan akses jalan, dikerjakan Kodim 0721/Blora, Senin (16/9/2024).", ["other"]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_who_leads_tells_which_event_it_is(read: Read, text: str, kinds: list[str]) -> None:
    assert [event["type"] for event in read(text)["events"]] == kinds


def test_the_name_of_an_event_does_not_end_with_what_points_at_it(read: Read) -> None:
    (event,) = read("Rapat koordinasi kali ini dihadiri Camat Cepu Ani Wijaya.")["events"]
    assert event["name"] == "Rapat koordinasi"
