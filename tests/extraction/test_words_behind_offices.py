"""What stands between an office and its holder, or behind a name, belongs to neither of them."""

from __future__ import annotations

import pytest

from .conftest import Read


def _postings(read: Read, text: str) -> list[tuple[str, str]]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return [(names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]]


@pytest.mark.parametrize(
    ("text", "posting"),
    [
        ("Rapat dihadiri anggota DPRD Blora Dapil Cepu Ani Wijaya.", ("Ani Wijaya", "DPRD Kabupaten Blora")),
        ("Rapat dihadiri anggota DPR RI Dapil Jateng III Ani Wijaya.", ("Ani Wijaya", "DPR RI")),
        (
            "Apel dihadiri Dansatgas Pamtas RI-PNG Mobile Yonif 645/Gty Letkol Inf Budi Santoso.",
            ("Budi Santoso", "Yonif 645/Gty"),
        ),
        ("Rapat dihadiri Ketua Korpri Blora, Ani Wijaya.", ("Ani Wijaya", "KORPRI Kabupaten Blora")),
        ("Misa dihadiri Romo Ani Wijaya, Pastor Paroki S.T. Yosef Cepu.", ("Ani Wijaya", "Paroki S.T. Yosef Cepu")),
    ],
)
def test_the_holder_is_named_behind_it(read: Read, text: str, posting: tuple[str, str]) -> None:
    assert _postings(read, text) == [posting]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ibadah di Blora dipimpin Pendeta Ani M. Wijaya Si.M.A.P.C sebagai pemimpin.", "Ani M. Wijaya"),
        ("Rapat dihadiri Ustaz Budi Santoso Spd.M.M, Rabu (18/9/2024).", "Budi Santoso"),
    ],
)
def test_degrees_without_blanks_end_a_name(read: Read, text: str, name: str) -> None:
    assert [entity["name"] for entity in read(text)["entities"] if entity["class"] == "Person"] == [name]


def test_a_body_ends_before_who_is_named_by_what_he_is(read: Read) -> None:
    record = read("Misa dihadiri Pastor Ani dari Keuskupan Agung Semarang dan Pengkhotbah Romo Budi Santoso.")
    assert sorted(entity["name"] for entity in record["entities"]) == [
        "Ani",
        "Budi Santoso",
        "Keuskupan Agung Semarang",
    ]
