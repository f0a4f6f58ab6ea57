"""The day on which a posting is seen: that of the event or the statement it stands in, not of another matter."""

from __future__ import annotations

import pytest

from .conftest import Read

_RALLY = "BLORA - Kapolres Blora AKBP Ani Lestari memimpin apel gelar pasukan di Alun-alun Blora, Senin (23/9/2024)."
_DRILL = "Sementara pada Rabu (25/9/2024), Dandim 0721/Blora Letkol Inf Joko Susilo memimpin simulasi pengamanan."
_PLAN = "BLORA - KPU Blora akan menggelar rapat pleno pada Minggu (6/10/2024)."
_PAST = "Pada Rabu (9/12/2020), Bupati Blora Djoko Nugroho memimpin apel gelar pasukan."


def _seen(read: Read, text: str, published: str | None = "2024-09-27") -> dict[str, str | None]:
    record = read(text, published=published)
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return {names[posting["person"]]: posting["seen"] for posting in record["postings"]}


def test_each_is_seen_at_her_own_event(read: Read) -> None:
    assert _seen(read, f"{_RALLY}\n\n{_DRILL}") == {"Ani Lestari": "2024-09-23", "Joko Susilo": "2024-09-25"}


@pytest.mark.parametrize("published", ["2024-09-27", None])
def test_what_is_planned_shows_nobody_in_office(read: Read, published: str | None) -> None:
    text = f"{_PLAN} Ketua KPU Blora Dewi Sartika mengatakan persiapan selesai."
    assert _seen(read, text, published) == {"Dewi Sartika": published}


def test_what_was_years_ago_shows_nobody_else_in_office(read: Read) -> None:
    text = f"BLORA - Ketua KPU Blora Dewi Sartika mengatakan logistik sudah siap. {_PAST}"
    assert _seen(read, text) == {"Dewi Sartika": "2024-09-27", "Djoko Nugroho": "2020-12-09"}


def test_who_only_speaks_is_seen_on_the_day_of_the_statement(read: Read) -> None:
    said = '"Kami siap," kata Ketua KPU Blora Dewi Sartika di kantornya, Kamis (26/9/2024).'
    assert _seen(read, f"{_RALLY}\n\n{said}") == {"Ani Lestari": "2024-09-23", "Dewi Sartika": "2024-09-26"}


@pytest.mark.parametrize("published", ["2024-09-27", None])
def test_a_month_is_no_day_on_which_somebody_is_seen(read: Read, published: str | None) -> None:
    said = '"Siap," kata Bupati Blora Arief Rohman, Kamis Mei 2024.'
    drill = "Apel dipimpin Kapolres Blora AKBP Ani Lestari, Kamis."
    assert _seen(read, f"BLORA - {said}", published) == {"Arief Rohman": published}
    days = {"2024-09-26" if published else None}
    assert set(_seen(read, f"BLORA - {drill} {said}", published).values()) == days
