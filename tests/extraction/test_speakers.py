"""Who speaks at an event was there, however the sentence says it; who only speaks of one was not."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

SPEAKER = {("Budi Santoso", "attended"), ("Pemerintah Kabupaten Blora", "attended")}
DAY = ", Rabu (18/9/2024)."
ASKS = "BLORA - Bupati Blora Budi Santoso meminta camat netral. "


@pytest.mark.parametrize(
    "text",
    [
        "BLORA - Bupati Blora Budi Santoso menyampaikan harapan besar bagi kerukunan warga dalam apel siaga" + DAY,
        "BLORA - Dalam rapat koordinasi di pendopo, Rabu (18/9/2024), Bupati Blora Budi Santoso meminta camat netral.",
        "BLORA - Saat apel siaga di alun-alun, Rabu (18/9/2024), Bupati Blora Budi Santoso juga meminta camat netral.",
        "BLORA - Pada debat publik yang berlangsung Rabu (18/9/2024), Bupati Blora Budi Santoso menyampaikan pesan.",
        "BLORA - Bupati Blora Budi Santoso menyampaikan hal itu dalam konferensi pers" + DAY,
        "BLORA - Demikian disampaikan Bupati Blora Budi Santoso pada rapat pleno rekapitulasi" + DAY,
        ASKS + "Permintaan itu disampaikannya dalam sosialisasi" + DAY,
        ASKS + "Hal itu ia sampaikan saat doa bersama" + DAY,
        ASKS + '"Jangan berpihak," katanya dalam rapat koordinasi' + DAY,
        ASKS + '"Jangan berpihak," ujar dia pada jumpa pers' + DAY,
        ASKS + "Ajakan itu dilontarkan Budi di sela latihan" + DAY,
    ],
)  # fmt: skip
def test_speakers_are_there(read: Read, text: str) -> None:
    record = read(text)
    assert parts_of(record) == SPEAKER
    assert [event["date"] for event in record["events"]] == ["2024-09-18"]


@pytest.mark.parametrize(
    "text",
    [
        "BLORA - Bupati Blora Budi Santoso meminta KPU menggelar rapat koordinasi dalam waktu dekat.",
        "BLORA - Bupati Blora Budi Santoso mengatakan, anggaran disepakati dalam rapat koordinasi bulan lalu.",
        "BLORA - Dalam rapat pleno nanti, Bupati Blora Budi Santoso meminta saksi tertib.",
        "BLORA - Bupati Blora Budi Santoso mengimbau pendukung tertib saat debat publik.",
        "BLORA - Bupati Blora Budi Santoso mengimbau pendukung tertib dalam kampanye" + DAY,
        'BLORA - "Kita siap," kata Bupati Blora Budi Santoso dalam keterangan tertulis' + DAY,
    ],
)
def test_who_speaks_of_an_event_is_not_there(read: Read, text: str) -> None:
    assert parts_of(read(text)) == set()


def test_the_speaker_is_not_whom_she_asks(read: Read) -> None:
    text = "BLORA - Bupati Blora Budi Santoso meminta Ketua KPU Blora Ani Wijaya terbuka dalam rapat koordinasi" + DAY
    assert ("Ani Wijaya", "attended") not in parts_of(read(text))


def test_who_opens_it_while_speaking_leads_it(read: Read) -> None:
    text = "BLORA - Hal itu disampaikan Bupati Blora Budi Santoso saat membuka rapat koordinasi" + DAY
    assert {(name, "led") for name, _ in SPEAKER} <= parts_of(read(text))


@pytest.mark.parametrize(
    "words", ["Di sela acara deklarasi damai", "Saat deklarasi damai", "Usai acara deklarasi damai"]
)
def test_who_speaks_on_the_margin_of_an_event_was_there(read: Read, words: str) -> None:
    record = read(f"BLORA - {words} di gedung Kodim, Kapolres Blora AKBP Ani Lestari mengatakan anggotanya netral.")
    assert [event["type"] for event in record["events"]] == ["ceremony"]
    assert len(record["events"][0]["participations"]) == 2


@pytest.mark.parametrize("when", ["kemarin", "hari ini", "Senin (30/9)"])
def test_a_day_behind_we_is_no_verb(read: Read, when: str) -> None:
    said = f'"Kami {when} menggelar simulasi itu," kata Kapolres Blora AKBP Ani Lestari.'
    record = read(f"BLORA - Simulasi digelar di Blora, Minggu (29/9/2024). {said}")
    assert [posting["post"] for posting in record["postings"]] == ["Kapolres Blora"]
