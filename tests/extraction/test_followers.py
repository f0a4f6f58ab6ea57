"""Who comes for a candidate is there, the candidate is not: "saksi paslon Ani-Budi hadir"."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    "followers",
    [
        "saksi dari kedua capres, Ani Wijaya-Budi Hartono maupun Citra Lestari-Dedi Kurnia",
        "para saksi dari paslon nomor urut 1 Ani Wijaya dan Budi Hartono",
        "pendukung calon Bupati Ani Wijaya",
        "simpatisan Ani Wijaya",
        "saksi paslon 2 (Ani Wijaya-Budi Hartono)",
    ],
)
def test_candidates_of_whom_only_the_followers_came_are_not_there(read: Read, followers: str) -> None:
    found = parts_of(read(f"Rapat pleno itu dihadiri Camat Blora Eko Prasetyo serta {followers}."))
    assert {name for name, _ in found} == {"Eko Prasetyo", "Pemerintah Kecamatan Blora"}


@pytest.mark.parametrize(
    "guests",
    ["perwakilan tokoh agama Ani Wijaya", "relawan demokrasi Ani Wijaya", "perwakilan dari warga Ani Wijaya"],
)
def test_who_is_no_candidate_came_herself(read: Read, guests: str) -> None:
    found = parts_of(read(f"Rapat pleno itu dihadiri Camat Blora Eko Prasetyo serta {guests}."))
    assert ("Ani Wijaya", "attended") in found
