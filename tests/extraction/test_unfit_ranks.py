"""Nobody on active duty holds an office of another service, nor one at the bodies of elections."""

from __future__ import annotations

from .conftest import Read, parts_of


def _posts(read: Read, text: str) -> dict[str, str]:
    record = read(text)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {names[p["person"]]: p["post"] for p in record["postings"]}


def test_a_soldier_is_no_member_of_the_police_unit_before(read: Read) -> None:
    text = "Rapat itu dihadiri Kanit Sabhara Polsek Blora Iptu Citra Lestari beserta 1 anggota Serka Andi Rustandi."
    assert _posts(read, text) == {"Citra Lestari": "Kanit Sabhara Polsek Blora"}
    assert ("Andi Rustandi", "attended") in parts_of(read(text))


def test_who_guards_the_chair_of_the_commission_does_not_hold_that_office(read: Read) -> None:
    text = "Rapat itu dihadiri Personil Pamkat Ketua KPU Blora Briptu Ahmad Rivaldy dan Kapolres Blora AKBP Dewi Ayu."
    assert _posts(read, text) == {"Dewi Ayu": "Kapolres Blora"}


def test_who_has_left_the_service_may_hold_any_office(read: Read) -> None:
    text = "Rapat itu dihadiri Ketua KPU Blora Kolonel (Purn) Ani Wijaya."
    assert _posts(read, text) == {"Ani Wijaya": "Ketua KPU Blora"}
