"""Which of the dates of an article is the event's: not that of a letter, of an election, or of another matter."""

from __future__ import annotations

import pytest

from kg.model import Article
from kg.pipeline import Extraction

from .conftest import Read

_LEAD = "BLORA - Polres Blora menggelar rapat koordinasi di aula Mapolres"
_HELD = f"{_LEAD}, Rabu (25/9/2024)."
_SAID = f'{_LEAD}. "Kami siap," kata Kapolres Blora AKBP Ani Lestari, Rabu (25/9/2024).'


def _days(read: Read, text: str, published: str | None = "2024-09-27") -> list[str | None]:
    return [event["date"] for event in read(text, published=published)["events"]]


@pytest.mark.parametrize(
    "again",
    [
        "Rapat tersebut dilaksanakan 25 September 2024.",
        "Kegiatan itu berlangsung pada 25-26 September 2024.",
        "Rapat koordinasi itu digelar (25/9/2024).",
    ],
)
def test_what_names_the_event_again_gives_its_day(read: Read, again: str) -> None:
    told = "Bupati Blora Budi Santoso meminta semua pihak menjaga ketertiban."
    assert _days(read, f"{_LEAD}.\n\nHadir Ketua KPU Blora Dewi Sartika.\n\n{told}\n\n{again}") == ["2024-09-25"]


@pytest.mark.parametrize("date", ["selama dua hari (25-26/9/2024)", "selama tiga hari sejak Rabu (25/9/2024)"])
def test_what_goes_on_for_days_began_on_the_first(read: Read, date: str) -> None:
    assert _days(read, f"{_LEAD} {date}.") == ["2024-09-25"]


@pytest.mark.parametrize(
    "other",
    [
        "Pendaftaran telah ditutup pada Kamis (29/8/2024).",
        "Surat perintah itu ditandatangani pada Jumat (13/9/2024).",
        "Pemilu terakhir digelar pada 14 Februari 2024.",
        "Pilkada sebelumnya dilaksanakan 9 Desember 2020.",
        "Pemilu 14 Februari lalu berjalan aman.",
        "Sebelumnya, kasus itu dilaporkan pada Jumat (13/9/2024).",
        "Rapat sebelumnya digelar Rabu (4/9/2024).",
        "Logistik tahap pertama tiba pada Sabtu (14/9/2024).",
    ],
)
def test_the_day_of_a_statement_counts_before_that_of_another_matter(read: Read, other: str) -> None:
    assert _days(read, f"{_SAID}\n\n{other}") == ["2024-09-25"]


@pytest.mark.parametrize(
    "other",
    [
        "Hal itu sesuai Surat Edaran Nomor 12 tanggal 10 September 2024.",
        "Hal itu berdasarkan Surat Keputusan tertanggal 5 September 2024.",
        "Undang-Undang Nomor 10 tahun 2016 tanggal 1 Juli 2016 menjadi dasarnya.",
        "Pemilu 14 Februari lalu berjalan aman.",
    ],
)
def test_papers_and_elections_have_days_of_their_own(read: Read, other: str) -> None:
    assert _days(read, f"{_LEAD} yang dihadiri Bupati Blora Budi Santoso. {other}") == [None]


def test_a_paper_in_front_of_the_event(read: Read) -> None:
    text = "BLORA - Menindaklanjuti Surat Edaran Mendagri tanggal 2 September 2024, Pemkab Blora menggelar rapat"
    assert _days(read, f"{text} koordinasi di Pendopo, Rabu (25/9/2024).") == ["2024-09-25"]


def test_an_election_gives_no_day_where_the_weekday_cant_be_told(read: Read) -> None:
    text = f"{_LEAD} pada Rabu. Pilkada digelar 27 November 2024."
    assert _days(read, text, published=None) == [None]


@pytest.mark.parametrize("often", ["setiap Rabu", "tiap Rabu malam", "setiap hari Rabu"])
def test_what_is_held_every_week_has_no_day(read: Read, often: str) -> None:
    text = f"BLORA - Apel yang digelar {often} di halaman Mapolres Blora dipimpin Kapolres Blora AKBP Ani Lestari."
    assert _days(read, text) == [None]
    assert _days(read, _HELD) == ["2024-09-25"]


def test_another_of_its_kind_is_not_the_event(read: Read) -> None:
    before = "Rapat sebelumnya digelar Rabu (4/9/2024)."
    assert _days(read, f"BLORA - {before} {_HELD.removeprefix('BLORA - ')}") == ["2024-09-25"]


def test_the_day_on_which_somebody_took_office_is_not_the_events(read: Read) -> None:
    text = "BLORA - Kapolres Blora AKBP Ani Lestari yang dilantik pada Senin (1/7/2024) memimpin apel di Mapolres"
    assert _days(read, f"{text}, Rabu (25/9/2024).") == ["2024-09-25"]


def test_what_took_place_by_another_name_is_not_the_event(read: Read) -> None:
    text = f"{_LEAD}. Operasi Mantap Praja dimulai 26 Agustus 2024."
    assert _days(read, f'{text}\n\n"Kami siap," kata Kapolres Blora AKBP Ani Lestari, Rabu (25/9/2024).') == [
        "2024-09-25"
    ]


@pytest.mark.parametrize("link", ["kelanjutan dari", "lanjutan dari", "tindak lanjut dari", "rangkaian"])
def test_what_an_event_goes_on_with_has_a_day_of_its_own(read: Read, link: str) -> None:
    other = f"Rapat itu {link} pemungutan suara yang digelar pada 9 Juli 2024."
    assert _days(read, f"KPU Blora menggelar rapat pleno rekapitulasi. {other}") == [None]


@pytest.mark.parametrize("said", ["Selasa (24/9/2024)", "dari Cepu, Kabupaten Blora, Selasa (24/9/2024)"])
def test_without_a_publication_a_weekday_lies_before_the_day_of_a_statement(read: Read, said: str) -> None:
    text = f'{_LEAD}, Senin.\n\n"Rapat berjalan baik," kata Ketua KPU Blora Dewi Sartika {said}.'
    assert _days(read, text, published=None) == ["2024-09-23"]


def test_the_address_tells_the_year() -> None:
    text = f"{_LEAD}, Selasa (15/5)."
    article = Article("a1", text, url="https://kabar.example/2018/05/rapat.html")
    assert [event["date"] for event in Extraction().record(article)["events"]] == ["2018-05-15"]


@pytest.mark.parametrize(
    ("years", "expected"),
    [("periode 2016 – 2021", "2016-02-17"), ("tahun 2016 atau 2021", None), ("yang lama", None)],
)
def test_a_weekday_of_another_year_than_the_page_is_none_of_that_year(
    read: Read, years: str, expected: str | None
) -> None:
    text = f"JEPARA - Bupati Jepara Umar Faruk melantik pejabat {years} di aula, Rabu (17/2)."
    (event,) = read(text, published="2025-07-04")["events"]
    assert event["date"] == expected


@pytest.mark.parametrize("other", ["sidang berikutnya pada Rabu (25/9/2024)", "sidang sebelumnya, Senin (9/9/2024)"])
def test_the_day_of_another_of_its_kind_is_not_the_events(read: Read, other: str) -> None:
    record = read(
        "BLORA - Sidang tuntutan digelar Pengadilan Negeri Blora.\n\n"
        '"Terdakwa bersalah," ujar jaksa Budi Hartono di lokasi, Rabu (18/9/2024).\n\n'
        f"Hakim juga menyebut {other}."
    )
    assert [event["date"] for event in record["events"]] == ["2024-09-18"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("upacara HUT ke-79 Kemerdekaan RI, Sabtu (17/8)", "2024-08-17"),
        ("upacara Hari Bhayangkara ke-78, Senin (1/7)", "2024-07-01"),
        ("upacara HUT TNI ke 78, Kamis (5/10)", "2023-10-05"),
        ("upacara menyambut 1 Muharram 1446 Hijriah, Minggu (7/7)", "2024-07-07"),
        ("pawai takbir Idul Fitri 1445 H/2024 M, Selasa (9/4)", "2024-04-09"),
    ],
)
def test_an_anniversary_or_another_era_names_the_year(read: Read, words: str, day: str) -> None:
    record = read(f"BLORA - Bupati Blora Arif Santoso menghadiri {words}.", published=None)
    assert [event["date"] for event in record["events"]] == [day]


@pytest.mark.parametrize("words", ["HUT ke-79 Kecamatan Cepu", "Presiden ke-45 Amerika", "Peraturan Nomor 3/2024"])
def test_what_is_counted_otherwise_names_no_year(read: Read, words: str) -> None:
    record = read(
        f"BLORA - Bupati Blora Arif Santoso menghadiri upacara, Sabtu (17/8). Tentang {words}.", published=None
    )
    assert [event["date"] for event in record["events"]] == [None]


def test_a_meeting_about_an_operation_of_weeks_is_the_event(read: Read) -> None:
    title = "Operasi Zebra Candi 2024 di Blora"
    said = "“Kita akan melaksanakan Operasi Zebra,” kata Kapolres Blora AKBP Ani saat membuka rakor lintas sektor"
    told = f"Operasi Zebra biasa digelar tiap tahun. {said} di Mapolres, Selasa (17/9/2024)."
    text = f"{told}\n\nRakor itu dihadiri Camat Cepu Budi Santoso."
    events = read(text, title=title)["events"]
    assert [(event["type"], event["date"]) for event in events] == [("meeting", "2024-09-17")]


def test_an_operation_by_itself_is_one_too(read: Read) -> None:
    text = "Polres Blora menggelar Operasi Zebra Candi 2024 di Alun-alun Blora, Selasa (17/9/2024)."
    assert [(event["type"], event["date"]) for event in read(text)["events"]] == [("patrol", "2024-09-17")]


@pytest.mark.parametrize(("more", "published"), [(" Pemilu 2024 mendatang.", None), ("", "2023-10-27")])
def test_the_year_of_a_law_is_not_that_of_the_event(read: Read, more: str, published: str | None) -> None:
    law = "Sesuai Undang-undang Nomor 7 tahun 2017 tentang Pemilu, KPU Blora menggelar rapat, Kamis (26/10)."
    assert [event["date"] for event in read(law + more, published=published)["events"]] == ["2023-10-26"]
