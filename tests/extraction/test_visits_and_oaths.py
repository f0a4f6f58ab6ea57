"""Who swears in leads; who is visited in the office takes part, and who speaks on a visit or a patrol that was told."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    "told",
    [
        "Pelantikan dilakukan oleh Bupati Blora Ani Wijaya di pendopo, Rabu (25/9/2024).",
        "Pelantikan pejabat eselon II dilakukan langsung oleh Bupati Blora Ani Wijaya, Rabu (25/9/2024).",
        "Bupati Blora, Ani Wijaya, melantik dan mengambil sumpah jabatan pejabat eselon II, Rabu (25/9/2024).",
        "Bupati Blora Ani Wijaya mengambil sumpah jabatan dan melantik pejabat eselon II, Rabu (25/9/2024).",
        "Peresmian gedung dilakukan Bupati Blora Ani Wijaya, Rabu (25/9/2024).",
    ],
)
def test_who_does_a_swearing_in_leads_it(read: Read, told: str) -> None:
    assert parts_of(read(told)) == {("Ani Wijaya", "led"), ("Pemerintah Kabupaten Blora", "led")}


def test_a_simulation_is_held_by_who_does_it(read: Read) -> None:
    assert parts_of(read("Simulasi dilakukan Polres Blora, Rabu (25/9/2024).")) == {("Polres Blora", "organised")}


def test_who_does_something_else_behind_a_comma_is_not_sworn_in(read: Read) -> None:
    body = "Sekda Blora Ani Wijaya melantik pejabat eselon II di pendopo, Rabu (25/9/2024)."
    record = read(body, title="Sekda Lantik Pejabat Eselon II, Bupati Blora Budi Santoso Makan di Warung")
    assert parts_of(record) == {("Ani Wijaya", "led"), ("Pemerintah Kabupaten Blora", "led")}


@pytest.mark.parametrize(
    "told",
    [
        "mengadakan kunjungan silaturahmi ke Kantor KPU dan Bawaslu Blora",
        "melakukan kunjungan ke Kantor KPU dan Bawaslu Blora",
        "menyambangi Kantor KPU dan Bawaslu Blora",
    ],
)
def test_who_is_visited_in_the_office_takes_part(read: Read, told: str) -> None:
    parts = parts_of(read(f"Polres Blora {told}, Rabu (25/9/2024)."))
    assert {("KPU Kabupaten Blora", "attended"), ("Bawaslu Kabupaten Blora", "attended")} <= parts


def test_who_goes_on_behind_a_visit_is_the_visitor(read: Read) -> None:
    told = "Mengunjungi Kantor KPU Blora, Kapolres Blora AKBP Ani Wijaya memastikan gudang aman, Rabu (25/9/2024)."
    assert ("Ani Wijaya", "attended") in parts_of(read(told))


_VISIT = "Polres Blora mengadakan kunjungan silaturahmi ke KPU Blora, Rabu (25/9/2024)."


@pytest.mark.parametrize(
    "said",
    [
        "Dalam kunjungan itu, AKP Ani Wijaya berterima kasih kepada KPU.",
        "Dalam kunjungan itu, AKP Ani Wijaya mengatakan polisi siap.",
        "Dalam pertemuan itu, AKP Ani Wijaya juga mengucapkan terima kasih kepada KPU.",
    ],
)
def test_who_speaks_on_a_visit_that_was_told_was_there(read: Read, said: str) -> None:
    assert ("Ani Wijaya", "attended") in parts_of(read(f"{_VISIT} {said}"))


def test_who_speaks_of_a_duty_of_weeks_was_not_there_for_that(read: Read) -> None:
    record = read(f"{_VISIT} Dalam pengamanan pilkada ini, AKP Ani Wijaya mengatakan polisi siap.")
    assert ("Ani Wijaya", "attended") not in parts_of(record)


@pytest.mark.parametrize("verb", ["Rapat itu digelar oleh", "Polres Blora mengunjungi"])
def test_a_short_form_in_brackets_cuts_no_pair_behind_a_verb(read: Read, verb: str) -> None:
    pair = "Komisi Pemilihan Umum (KPU) dan Badan Pengawas Pemilu (Bawaslu) Kabupaten Blora"
    names = {name for name, _ in parts_of(read(f"{verb} {pair}, Rabu (25/9/2024)."))}
    assert {"KPU Kabupaten Blora", "Bawaslu Kabupaten Blora"} <= names


def test_what_only_says_who_is_visited_is_not_the_event(read: Read) -> None:
    text = "Petugas yang mengamankan gudang KPU Blora ditinjau Kapolres Blora AKBP Ani Lestari, Jumat (8/3/2024)."
    assert [event["type"] for event in read(text)["events"]] == ["visit"]


def test_one_doing_more_is_not_the_main_event(read: Read) -> None:
    text = (
        "BLORA - Dalam kunjungan kerjanya ke Blora, Gubernur Jawa Tengah Eko Prasetyo bertemu para kepala desa, Jumat"
        " (8/3/2024). Gubernur didampingi Bupati Blora Arif Santoso. Ia juga meresmikan jembatan di Cepu."
    )
    assert [event["type"] for event in read(text)["events"]] == ["visit"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bupati Blora Budi Santoso dilantik di Istana Negara, Jakarta, {day}, oleh Menteri Dalam Negeri Ani Wijaya.",
        "Pelantikan Bupati Blora Budi Santoso oleh Menteri Dalam Negeri Ani Wijaya digelar di Istana Negara, {day}.",
        "Bupati Blora Budi Santoso dilantik oleh Menteri Dalam Negeri Ani Wijaya di Istana Negara, {day}.",
    ],
)
def test_who_swears_in_leads_wherever_it_is_told(read: Read, sentence: str) -> None:
    parts = parts_of(read("BLORA - " + sentence.format(day="Senin (23/9/2024)")))
    assert {("Ani Wijaya", "led"), ("Budi Santoso", "attended")} <= parts
    assert not {("Ani Wijaya", "attended"), ("Budi Santoso", "led")} & parts


@pytest.mark.parametrize(
    "sentence",
    [
        "KPU Kabupaten Blora menerima audiensi pengurus PCNU Blora yang dipimpin KH Budi Santoso, {day}.",
        "Bupati Blora Ani Wijaya menerima audiensi rombongan Bawaslu Blora yang dipimpin Budi Santoso, {day}.",
        "Polres Blora menerima kunjungan rombongan Komisi III DPRD Blora dipimpin Budi Santoso, {day}.",
    ],
)
def test_who_leads_a_delegation_does_not_lead_its_meeting(read: Read, sentence: str) -> None:
    parts = parts_of(read("BLORA - " + sentence.format(day="Senin (23/9/2024)")))
    assert ("Budi Santoso", "attended") in parts
    assert "led" not in {role for _, role in parts}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kunjungan ke KPU Kabupaten Blora dipimpin Budi Santoso, {day}.",
        "Audiensi di kantor KPU Blora yang dipimpin Budi Santoso berlangsung lancar, {day}.",
        "Distribusi logistik dilepas Ketua KPU Blora Budi Santoso, {day}.",
        "Kirab pilkada dilepas langsung Bupati Blora Budi Santoso, {day}.",
    ],
)
def test_who_leads_or_sends_off_an_event_leads_it(read: Read, sentence: str) -> None:
    parts = parts_of(read("BLORA - " + sentence.format(day="Senin (23/9/2024)")))
    assert ("Budi Santoso", "led") in parts
    assert ("Budi Santoso", "attended") not in parts


def test_who_lets_a_dove_go_leads_nothing(read: Read) -> None:
    lead = "BLORA - KPU Blora menggelar deklarasi damai di alun-alun, Senin (23/9/2024)."
    parts = parts_of(read(f"{lead} Merpati dilepas Bupati Blora Budi Santoso sesudah pembacaan ikrar."))
    assert ("Budi Santoso", "attended") in parts
    assert ("Budi Santoso", "led") not in parts
