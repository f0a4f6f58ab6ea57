"""Units that a post names by number and name alone: "Pasi Ops 0721/Blora" is at the Kodim."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("Pasiops 0721/Blora", "Kodim 0721/Blora"),
        ("Pasi Intel 0721/Blora", "Kodim 0721/Blora"),
        ("Kasiops 161/WS", "Korem 161/Wira Sakti"),
        ("Kasi Log 161/Wira Sakti", "Korem 161/Wira Sakti"),
    ],
)
def test_a_number_with_a_name_is_the_unit_of_a_post(read: Read, post: str, body: str) -> None:
    record = read(f"Rapat itu dihadiri {post} Kapten Inf Ani Wijaya dan Camat Blora Budi Hartono.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert next((names[p["person"]], p["post"], names[p["institution"]]) for p in record["postings"]) == (
        "Ani Wijaya",
        post,
        body,
    )


def test_a_number_that_is_of_no_unit_is_none(read: Read) -> None:
    record = read("Rapat itu dihadiri Kasi Intel 0721/2024 Ani Wijaya dan Kepala UPT 9999/Blora Budi Hartono.")
    assert "MilitaryCommand" not in {entity["class"] for entity in record["entities"]}
