"""Who replaces somebody in an office has it, and the other one had it; who stands in for somebody does not."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of, posts_with_days

HANDOVER = "Sertijab digelar di Mapolres Blora, Selasa (17/9/2024)."
DAY = "2024-09-17"
PAST = ("Budi Santoso", "Kapolsek Cepu", True, None, None, DAY)
NOW = ("Joko Pranoto", "Kapolsek Cepu", False, DAY, DAY, None)


@pytest.mark.parametrize(
    "text",
    [
        "Gantikan AKP Budi Santoso, Iptu Joko Pranoto resmi menjabat Kapolsek Cepu.",
        "Iptu Joko Pranoto resmi menjabat Kapolsek Cepu menggantikan AKP Budi Santoso.",
        "Iptu Joko Pranoto kini dipercaya sebagai Kapolsek Cepu menggantikan AKP Budi Santoso.",
        "Iptu Joko Pranoto dilantik sebagai Kapolsek Cepu. Ia menggantikan AKP Budi Santoso.",
        "Iptu Joko Pranoto menggantikan AKP Budi Santoso sebagai Kapolsek Cepu.",
        "Iptu Joko Pranoto kini telah resmi menggantikan almarhum AKP Budi Santoso sebagai Kapolsek Cepu.",
        "Kapolsek Cepu resmi berganti dari AKP Budi Santoso kepada Iptu Joko Pranoto.",
        "Kapolsek Cepu kini resmi dijabat Iptu Joko Pranoto menggantikan AKP Budi Santoso.",
        "Kapolsek Cepu AKP Budi Santoso digantikan oleh Iptu Joko Pranoto.",
        "Kapolsek Cepu AKP Budi Santoso diganti Iptu Joko Pranoto.",
        "AKP Budi Santoso digantikan Iptu Joko Pranoto sebagai Kapolsek Cepu.",
        "Kapolsek Cepu kini dijabat Iptu Joko Pranoto menggantikan AKP Budi Santoso.",
    ],
)
def test_the_one_replaced_had_the_office_until_the_handover(read: Read, text: str) -> None:
    assert posts_with_days(read, f"{text} {HANDOVER}") == [PAST, NOW]


def test_who_is_still_to_be_replaced_is_in_office(read: Read) -> None:
    text = f"Iptu Joko Pranoto akan menggantikan AKP Budi Santoso sebagai Kapolsek Cepu. {HANDOVER}"
    assert posts_with_days(read, text) == [
        ("Budi Santoso", "Kapolsek Cepu", False, DAY, None, None),
        ("Joko Pranoto", "Kapolsek Cepu", False, None, None, None),
    ]


def test_what_an_office_holder_hands_over_is_not_the_office(read: Read) -> None:
    text = "Laporan Kapolsek Cepu diserahkan dari rumah kepada Bupati Blora Joko Pranoto."
    assert [post for _, post, *_ in posts_with_days(read, text)] == ["Bupati Blora"]


def test_the_handover_of_one_office_says_which_is_meant(read: Read) -> None:
    for handover in ("sertijab", "serah terima jabatan"):
        text = f"Kapolres Blora memimpin {handover} Kapolsek Cepu di Mapolres Blora, Selasa (17/9/2024)."
        assert posts_with_days(read, f"{text} AKP Budi Santoso digantikan oleh Iptu Joko Pranoto.") == [PAST, NOW]
    text = "Sertijab Kapolsek Cepu dan Kapolsek Jepon digelar Selasa (17/9/2024)."
    assert posts_with_days(read, f"{text} Laga usai, Andi digantikan Dwi Lestari.") == []


def test_where_both_came_from_is_no_part_of_it(read: Read) -> None:
    text = (
        "Iptu Joko Pranoto yang sebelumnya menjabat Kanit Reskrim Polsek Jepon kini dipercaya sebagai Kapolsek Cepu "
        f"menggantikan AKP Budi Santoso yang dimutasi sebagai Kasat Lantas Polres Pati. {HANDOVER}"
    )
    assert posts_with_days(read, text) == [
        ("Budi Santoso", "Kapolsek Cepu", True, None, None, DAY),
        ("Budi Santoso", "Kasat Lantas Polres Pati", False, None, None, None),
        ("Joko Pranoto", "Kanit Reskrim Polsek Jepon", True, None, None, None),
        ("Joko Pranoto", "Kapolsek Cepu", False, DAY, DAY, None),
    ]


def test_who_is_replaced_is_not_seen_in_the_office(read: Read) -> None:
    text = (
        "Joko Pranoto dilantik sebagai Bupati Blora, Selasa (17/9/2024). "
        "Joko menggantikan Penjabat Bupati Blora Budi Santoso."
    )
    assert posts_with_days(read, text) == [
        ("Budi Santoso", "Bupati Blora", True, None, None, DAY),
        ("Joko Pranoto", "Bupati Blora", False, DAY, DAY, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Apel dipimpin Wakapolres Blora Kompol Joko Pranoto menggantikan Kapolres Blora AKBP Ani Wijaya.",
        "Apel dipimpin Kompol Joko Pranoto menggantikan Kapolres Blora AKBP Ani Wijaya.",
        "Kompol Joko Pranoto menggantikan Kapolres Blora AKBP Ani Wijaya memimpin apel.",
        "Apel dibuka Kompol Joko Pranoto. Kapolres Blora AKBP Ani Wijaya yang berhalangan digantikan Kompol Budi.",
        "Dalam apel itu Kapolres Blora AKBP Ani Wijaya digantikan Wakapolres Blora Kompol Joko Pranoto.",
    ],
)
def test_who_is_only_away_keeps_the_office_and_has_no_part(read: Read, text: str) -> None:
    text = text.replace(".", ", Selasa (17/9/2024).", 1)
    found = posts_with_days(read, text)
    assert [(who, former, end) for who, post, former, _, _, end in found if post == "Kapolres Blora"] == [
        ("Ani Wijaya", False, None)
    ]
    assert "Ani Wijaya" not in {name for name, _ in parts_of(read(text))}


def test_of_whom_a_clause_tells_the_past_no_day_is_told(read: Read) -> None:
    text = "Sertijab dihadiri Kapolres Blora AKBP Ani Wijaya yang menggantikan AKBP Budi Santoso, Selasa (17/9/2024)."
    assert posts_with_days(read, text) == [
        ("Ani Wijaya", "Kapolres Blora", False, DAY, None, None),
        ("Budi Santoso", "Kapolres Blora", True, None, None, None),
    ]


@pytest.mark.parametrize("acting", ["Pjs", "Penjabat sementara (Pjs)"])
def test_an_office_is_held_beside_another_one(read: Read, acting: str) -> None:
    text = f"{acting} Bupati Blora dijabat Kepala Dinas Kesehatan Blora Joko Pranoto."
    assert [(name, post) for name, post, *_ in posts_with_days(read, text)] == [
        ("Joko Pranoto", "Bupati Blora"),
        ("Joko Pranoto", "Kepala Dinas Kesehatan Blora"),
    ]


@pytest.mark.parametrize("between", ["", ", yang", " resmi"])
def test_who_swears_somebody_in_leads_without_a_word_for_by(read: Read, between: str) -> None:
    text = f"Joko Pranoto{between} dilantik Bupati Blora Ani Lestari di Cepu, Selasa (17/9/2024)."
    assert {("Ani Lestari", "led"), ("Joko Pranoto", "attended")} <= parts_of(read(text))


def test_the_number_of_a_letter_is_nobody(read: Read) -> None:
    text = "Berdasarkan Surat Telegram Kapolri Nomor ST/1234/VI/2024 dan SK Bupati Blora Nomor SK/12, rotasi dilakukan."
    assert posts_with_days(read, text) == []


def test_who_assists_the_chief_of_police_is_not_the_chief(read: Read) -> None:
    text = "Telegram itu ditandatangani As SDM Kapolri Irjen Pol Joko Pranoto."
    assert [post for _, post, *_ in posts_with_days(read, text)] == ["As SDM Kapolri"]


def test_whose_heir_is_only_to_come_is_in_office(read: Read) -> None:
    record = read("BLORA - AKBP Ani Lestari yang kini menjabat Kapolres Blora akan digantikan AKBP Budi Santoso.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert ("Ani Lestari", False) in {(names[p["person"]], p["former"]) for p in record["postings"]}


def test_who_is_moved_from_her_post_has_left_it(read: Read) -> None:
    record = read("BLORA - AKBP Ani Lestari dimutasi dari posisinya sebagai Kapolres Blora menjadi Kapolres Pati.")
    assert {(p["post"], p["former"]) for p in record["postings"]} == {
        ("Kapolres Blora", True),
        ("Kapolres Pati", False),
    }


def test_an_officer_of_high_rank_holds_no_post_at_the_last_unit(read: Read) -> None:
    record = read(
        "BLORA - Kapolda Jateng Irjen Pol Ani Lestari dimutasi menjadi perwira tinggi Badan Intelijen Keamanan Polri."
    )
    assert "perwira" not in {p["role"] for p in record["postings"]}


@pytest.mark.parametrize(
    "text",
    [
        "Warga memuji AKP Budi Santoso, sebagai Kapolsek Cepu yang lama, atas kerjanya.",
        "AKP Budi Santoso selaku Kapolsek Cepu lama menyampaikan terima kasih.",
        "Kapolsek Cepu AKP Budi Santoso mengakhiri masa tugasnya di Polsek Cepu.",
        "Kapolsek Cepu AKP Budi Santoso resmi mengakhiri tugasnya sebagai Kapolsek Cepu.",
        "Setelah dua tahun, Kapolsek Cepu AKP Budi Santoso yang menuntaskan masa jabatannya dilepas warga.",
        "Jabatan Kapolsek Cepu selama ini dipegang AKP Budi Santoso.",
    ],
)
def test_who_ended_a_term_is_in_office_no_longer(read: Read, text: str) -> None:
    assert [post[:3] for post in posts_with_days(read, text)] == [PAST[:3]]


@pytest.mark.parametrize(
    "text",
    [
        "Kapolsek Cepu AKP Budi Santoso mengakhiri masa tugasnya dan digantikan oleh Kapolsek Cepu yang baru "
        "Iptu Joko Pranoto.",
        "Setelah menyelesaikan masa tugasnya, Kapolsek Cepu AKP Budi Santoso digantikan Iptu Joko Pranoto.",
        "Kapolsek Cepu AKP Budi Santoso digantikan oleh Kapolsek Cepu yang baru Iptu Joko Pranoto.",
        "Tongkat komando Kapolsek Cepu yang selama ini dipegang AKP Budi Santoso, berganti ke Iptu Joko Pranoto.",
        "Yang selama ini tongkat komando Kapolsek Cepu dipegang AKP Budi Santoso, berganti ke Iptu Joko Pranoto.",
        "Kursi Kapolsek Cepu yang selama ini diduduki AKP Budi Santoso, berpindah ke Iptu Joko Pranoto.",
    ],
)
def test_two_who_hold_one_office_have_it_one_behind_the_other(read: Read, text: str) -> None:
    assert [post[:3] for post in posts_with_days(read, text)] == [PAST[:3], NOW[:3]]


@pytest.mark.parametrize(
    "text",
    [
        "Kapolsek Cepu AKP Budi Santoso akan mengakhiri masa jabatannya.",
        "Kapolsek Cepu AKP Budi Santoso belum mengakhiri masa jabatannya.",
        "Kapolsek Cepu AKP Budi Santoso berterima kasih kepada anggota PPK yang menyelesaikan masa tugas.",
        "AKP Budi Santoso, Kapolsek Cepu yang lama menjabat, memimpin apel.",
        "Kapolsek Cepu AKP Budi Santoso mengakhiri apel dengan doa.",
    ],
)
def test_whose_term_goes_on_is_in_office(read: Read, text: str) -> None:
    assert [post[:3] for post in posts_with_days(read, text)] == [("Budi Santoso", "Kapolsek Cepu", False)]


def test_both_the_old_and_the_new_one_come_for_their_body(read: Read) -> None:
    text = "Kapolsek Cepu lama dan baru hadir dalam pisah sambut, Selasa (17/9/2024)."
    assert ("Polsek Cepu", "attended") in parts_of(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kapolsek Cepu dari AKP Budi Santoso ke Iptu Joko Pranoto, Kapolsek Jepon dari AKP Eko ke Iptu Adi Saputra.",
        "Pejabat baru: Kapolsek Cepu dari AKP Budi Santoso kepada Iptu Joko Pranoto.",
    ],
)
def test_an_office_goes_from_one_to_another_without_a_verb(read: Read, text: str) -> None:
    found = [post[:3] for post in posts_with_days(read, text)]
    assert [post for post in found if post[1] == "Kapolsek Cepu"] == [PAST[:3], NOW[:3]]
    assert {post[1] for post in found if post[0] == "Joko Pranoto"} == {"Kapolsek Cepu"}


def test_one_body_has_one_head(read: Read) -> None:
    lead = "Rapat dihadiri Ketua KPU Blora Joko Pranoto dan anggota KPU Ani Wijaya. Usai dibuka Ketua KPU, Ani Wijaya"
    assert [post[:2] for post in posts_with_days(read, f"{lead} membacakan tata tertib.")] == [
        ("Ani Wijaya", "anggota KPU Kabupaten Blora"),
        ("Joko Pranoto", "Ketua KPU Blora"),
    ]
    other = f"{lead} membacakan tata tertib. Plh Ketua KPU Blora Ani Wijaya menutup rapat."
    assert ("Ani Wijaya", "Ketua KPU Blora") in [post[:2] for post in posts_with_days(read, other)]
