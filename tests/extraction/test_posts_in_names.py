"""Words for posts that are words of names as well: a judge, a commander, and people who are called so."""

from __future__ import annotations

import pytest

from .conftest import Read


def _people(read: Read, text: str) -> list[str]:
    return sorted(entity["name"] for entity in read(text)["entities"] if entity["class"] == "Person")


@pytest.mark.parametrize(
    ("who", "names"),
    [
        (
            "Kasat Intelkam AKP Lukman Hakim dan Ketua KPU Blora Arif Rahman Hakim",
            ["Arif Rahman Hakim", "Lukman Hakim"],
        ),
        ("Camat Cepu Lukman Hakim", ["Lukman Hakim"]),
        ("Lukman Hakim dan Joko Pranoto", ["Joko Pranoto", "Lukman Hakim"]),
        ("Arif Hakim Nasution, Ketua KPU Blora", ["Arif Hakim Nasution"]),
        ("Wakil Ketua DPRD Blora H. Luqman Hakim, S.H.", ["Luqman Hakim"]),
        ("Kapolsek Cepu Kompol Hakim", ["Hakim"]),
        ("Dandim 0721/Blora Letkol Inf Panglima Nugraha", ["Panglima Nugraha"]),
        ("KH Masrur", ["Masrur"]),
    ],
)
def test_a_word_for_a_post_inside_a_name_is_a_word_of_it(read: Read, who: str, names: list[str]) -> None:
    assert _people(read, f"Rapat dihadiri {who}, Selasa (17/9/2024).") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rapat dihadiri Camat Cepu Ani Wijaya dan Hakim Budi Santoso.", ["Ani Wijaya", "Budi Santoso"]),
        ("Sidang dipimpin Ketua Majelis Hakim Budi Santoso di Blora.", ["Budi Santoso"]),
        ("Sidang dipimpin hakim ketua Lukman Hakim di Blora.", ["Lukman Hakim"]),
        ("Rapat dihadiri AKP Budi, Hakim Pengadilan Negeri Blora Ani Wijaya.", ["Ani Wijaya", "Budi"]),
        ("Rapat dihadiri AKP Slamet Riyadi Hakim Pengadilan Negeri Blora Ani Wijaya.", ["Ani Wijaya", "Slamet Riyadi"]),
        ("Ketua Dewan Hakim menyampaikan laporan dalam rapat.", []),
        ("Polisi Tangkap Hakim di Blora.", []),
        ("Rapat dihadiri Budi Santoso Hakim Ketua di Blora.", ["Budi Santoso"]),
    ],
)
def test_where_it_stands_like_a_post_it_is_one(read: Read, text: str, names: list[str]) -> None:
    assert _people(read, text) == names
