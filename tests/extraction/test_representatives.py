"""Who stands in for somebody does what he would have done; he himself was not there."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from kg.records import Record

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    "sentence",
    [
        "Apel dipimpin oleh Kapolres Blora yang diwakili Wakapolres Kompol Budi Hartono di alun-alun, Rabu (18/9/2024).",
        "Apel dipimpin Kapolres Blora AKBP Ani Lestari, diwakili Wakapolres Blora Kompol Budi Hartono, Rabu (18/9/2024).",
        "Mewakili Kapolres Blora AKBP Ani Lestari, Wakapolres Kompol Budi Hartono memimpin apel, Rabu (18/9/2024).",
        "Wakapolres Blora Kompol Budi Hartono mewakili Kapolres AKBP Ani Lestari memimpin apel, Rabu (18/9/2024).",
        "Kapolres Blora AKBP Ani Lestari diwakili Wakapolres Kompol Budi Hartono memimpin apel, Rabu (18/9/2024).",
    ],
)
def test_the_representative_leads(read: Read, sentence: str) -> None:
    parts = parts_of(read(f"BLORA - {sentence}"))
    assert {("Budi Hartono", "led"), ("Polres Blora", "led")} <= parts
    assert not any(name == "Ani Lestari" for name, _ in parts)


def _postings(record: Record) -> set[tuple[str, str]]:
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {(names[p["person"]], names[p["institution"]]) for p in record["postings"]}


@pytest.mark.parametrize(
    ("sentence", "came"),
    [
        ("Rapat dihadiri Kapolsek Jepon AKP Ani Lestari dan yang mewakili PPK Jepon Sdr. Sutrisno", "Sutrisno"),
        ("Rapat dihadiri Kapolsek Jepon AKP Ani Lestari, yang mewakili Danramil Jepon Serma Darmo", "Darmo"),
        ("Rapat dihadiri yang mewakili Kajari Blora Darmo SH, yang mewakili Ketua PN Blora Sutrisno SH", "Sutrisno"),
        ("Rapat di Jepon dihadiri mewakili Camat Jepon, Sdri. Lestari", "Lestari"),
        ("Rapat dihadiri Yang mewakili Ketua PPK Jepon (Sdr. Sutrisno)", "Sutrisno"),
        ("Turut hadir dalam rapat itu yang mewakili Danramil Jepon Serma Darmo, Camat Jepon Lestari", "Darmo"),
    ],
)
def test_whoever_is_named_behind_the_one_who_sent_her_holds_no_post(read: Read, sentence: str, came: str) -> None:
    record = read(f"BLORA - {sentence}, Rabu (18/9/2024).")
    assert came not in {person for person, _ in _postings(record)}
    assert (came, "attended") in parts_of(record)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sekda Blora Hartono, yang mewakili Bupati Blora Budi Santosa, membuka rapat",
        "Mewakili Kapolres Blora AKBP Budi Santosa, Kabag Ops Kompol Hartono memimpin rapat",
        "Rapat dihadiri Wakapolres Blora Kompol Hartono, yang mewakili Kapolres Blora AKBP Budi Santosa, Camat Jepon Darmo",
    ],
)
def test_whoever_sent_somebody_named_in_front_keeps_his_post(read: Read, sentence: str) -> None:
    record = read(f"BLORA - {sentence}, Rabu (18/9/2024).")
    assert "Budi Santosa" in {person for person, _ in _postings(record)}
    assert "Budi Santosa" not in {name for name, _ in parts_of(record)}


@pytest.mark.parametrize("joint", [" ", " yaitu ", " yakni "])
def test_an_envoy_with_a_post_may_follow_the_one_who_sent_him(read: Read, joint: str) -> None:
    record = read(
        "BLORA - Rapat dihadiri Camat Jepon Hartono, mewakili Kapolres Blora"
        f"{joint}Kabag Ops Kompol Budi Santosa, Rabu (18/9/2024)."
    )
    assert {("Polres Blora", "attended"), ("Budi Santosa", "attended")} <= parts_of(record)


def test_a_list_goes_on_behind_a_member_who_is_represented_or_comes_with_somebody(read: Read) -> None:
    record = read(
        "BLORA - KPU Blora menggelar rapat pleno di aula kantor setempat, Rabu (18/9/2024). Rapat dipimpin langsung oleh "
        "Ketua KPU Blora Widi Wijaya.\n\nHadir dalam kegiatan tersebut:\n"
        "1. Kapolres Blora diwakili Kabag Ops Kompol Budi Santosa\n"
        "2. Camat Jepon Lestari didampingi Sekcam Suparno\n"
        "3. Yang mewakili Kajari Blora Hartono, S.H.\n"
        "4. Mewakili Kepala Kesbangpol Blora Sdr. Sutrisno\n\n"
        "Rapat berjalan lancar dan aman sampai selesai."
    )
    there = {name for name, _ in parts_of(record)}
    assert {"Budi Santosa", "Lestari", "Suparno", "Hartono", "Sutrisno"} <= there
    assert {"Polres Blora", "Pemerintah Kecamatan Jepon", "Kejaksaan Negeri Blora"} <= there
    assert {person for person, _ in _postings(record)}.isdisjoint({"Hartono", "Sutrisno"})


_MEMBERS = (
    "Kapolres Blora diwakili Kabag Ops Kompol Budi Santosa",
    "Yang mewakili Dandim 0721/Blora Kapten Inf Darmo Saputro",
    "Camat Jepon Lestari",
    "Perwakilan Partai Politik",
    "Ketua Panwascam Jepon Suparno",
)


@pytest.mark.parametrize(
    "told",
    [
        "\n".join(f"{number}) {member}" for number, member in enumerate(_MEMBERS, 1)),
        "\n".join(_MEMBERS),
        "\n\n".join(_MEMBERS),
        "; ".join(_MEMBERS[:3]) + ".",
    ],
)
def test_a_list_goes_on_whatever_parts_its_members(read: Read, told: str) -> None:
    record = read(
        "BLORA - KPU Blora menggelar rapat pleno di aula kantor setempat, Rabu (18/9/2024). Rapat dipimpin langsung oleh "
        f"Ketua KPU Blora Widi Wijaya.\n\nHadir dalam kegiatan tersebut:\n{told}\n\n"
        "Rapat pleno berjalan lancar dan aman sampai selesai, dengan pengawalan personel gabungan di lokasi kegiatan."
    )
    there = {name for name, _ in parts_of(record)}
    assert {"Budi Santosa", "Darmo Saputro", "Lestari", "Kodim 0721/Blora"} <= there
    assert ("Suparno" in there) == (";" not in told)
    assert "Darmo Saputro" not in {person for person, _ in _postings(record)}
