"""Where the names of a village and of its head stand in one run, the rest of the text says who is who."""

from __future__ import annotations

import pytest

from .conftest import Read


def _postings(read: Read, text: str) -> list[tuple[str, str]]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return [(names[posting["person"]], names[posting["institution"]]) for posting in record["postings"]]


@pytest.mark.parametrize(
    ("text", "person", "village"),
    [
        (
            "Kepala Desa (Kades) Tanjung Menang Wetan Sardelan ditahan. Kuasa hukum Sardelan membantah.",
            "Sardelan", "Tanjung Menang Wetan",
        ),
        (
            "Rapat dihadiri Kades Suka Maju Baru Sardelan Putra. Menurut Sardelan Putra, rapat itu penting.",
            "Sardelan Putra", "Suka Maju Baru",
        ),
    ],
)  # fmt: skip
def test_the_name_that_stands_alone_elsewhere_is_the_heads(read: Read, text: str, person: str, village: str) -> None:
    assert _postings(read, text) == [(person, f"Pemerintah Desa {village}")]


def test_what_stands_behind_a_preposition_elsewhere_is_the_place(read: Read) -> None:
    text = "Rapat dihadiri Kades Wonokerto Mulyosari, Ani Wijaya. Warga dari Mulyosari bertanya, kata warga Mulyosari."
    assert _postings(read, text) == [("Ani Wijaya", "Pemerintah Desa Wonokerto Mulyosari")]
