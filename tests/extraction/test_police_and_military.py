"""News of police and military: who stands for whom, whose post it is, what is done and when."""

from __future__ import annotations

from .conftest import Read, parts_of

LEAD = "KENDAL - Polres Kendal menggelar rapat koordinasi pengamanan Pilkada di Aula Mapolres, Selasa (24/9/2024). "


def test_an_office_without_a_name_is_held_by_whom_the_article_names_in_it(read: Read) -> None:
    listed = "Hadir dalam rapat Dandim 0715/Kendal, Ketua KPU Kendal, dan Camat Boja. "
    named = "\n\n“Kami siap,” kata Ketua KPU Kendal Khasanudin."
    found = parts_of(read(LEAD + listed + named))
    assert {("Khasanudin", "attended"), ("KPU Kabupaten Kendal", "attended")} <= found


def test_an_office_without_a_name_is_not_a_former_holders(read: Read) -> None:
    listed, named = "Hadir dalam rapat Ketua KPU Kendal.", "\n\nItu kata mantan Ketua KPU Kendal Khasanudin."
    found = {name for name, _ in parts_of(read(LEAD + listed + named))}
    assert "KPU Kabupaten Kendal" in found
    assert "Khasanudin" not in found
