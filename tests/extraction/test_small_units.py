"""Posts of small units of the forces: their own body, or that of the police whose battalion they lead."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    ("holder", "posting"),
    [
        ("Komandan Satradar 245 Karangsari Mayor Lek Budi Hartono", ("Budi Hartono", "Satrad 245 Karangsari")),
        ("Danpos AL Karangsari Kapten Laut (T) Budi Hartono", ("Budi Hartono", "Posal Karangsari")),
        ("Wadanyon A Pelopor Brimob Polda NTT, AKP Budi Hartono", ("Budi Hartono", "Polda Nusa Tenggara Timur")),
        ("Danyon B Pelopor Satbrimob Polda NTT Kompol Budi Hartono", ("Budi Hartono", "Polda Nusa Tenggara Timur")),
        ("Pangdam XVII Cendrawasih, Mayjen TNI Budi Hartono", ("Budi Hartono", "Kodam XVII/Cenderawasih")),
        ("Komisioner KPU Belu Devisi Teknis Penyelenggaraan, Budi Hartono", ("Budi Hartono", "KPU Kabupaten Belu")),
    ],
)
def test_the_body_of_a_small_unit(read: Read, holder: str, posting: tuple[str, str]) -> None:
    record = read(f"Rapat dihadiri {holder}, Rabu (18/9/2024).")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    assert [(names[p["person"]], names[p["institution"]]) for p in record["postings"]] == [posting]
    assert [entity["name"] for entity in record["entities"] if entity["class"] == "Person"] == ["Budi Hartono"]


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("Paur Subbag Humas", "Polres Blora"), ("Bamin Sium", "Polres Blora"), ("Kaurmintu Satreskrim", "Polres Blora"),
        ("Kayanma", "Polda Jawa Tengah"), ("Aslog", "Kodam IV/Diponegoro"), ("Bati Komsos", "Kodim 0721/Blora"),
        ("Kabag Kesra", "Kabupaten Blora"),
    ],
)  # fmt: skip
def test_a_post_on_a_staff(read: Read, post: str, body: str) -> None:
    record = read(f"Rapat dihadiri {post} {body} Budi Hartono, Rabu (18/9/2024).")
    assert [p["post"] for p in record["postings"]] == [f"{post} {body}"]
