"""The division of a post in small letters between it and its body."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    "post",
    [
        "kordinator penanganan pelanggaran data dan informasi Bawaslu Blora",
        "Koordinator penyelesaian sengketa Bawaslu Blora",
        "koordinator pencegahan dan partisipasi masyarakat Bawaslu Blora",
    ],
)
def test_words_of_a_division_stand_between_a_post_and_its_body(read: Read, post: str) -> None:
    record = read(f"Rapat itu dihadiri Camat Blora Ani Wijaya dan {post} Budi Santoso.")
    assert [p["post"] for p in record["postings"]][1:] == [post]


def test_other_words_in_small_letters_part_them(read: Read) -> None:
    record = read("Rapat itu dihadiri koordinator relawan bersama Bawaslu Blora dan warga.")
    assert record["postings"] == []
