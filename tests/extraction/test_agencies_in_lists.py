"""Agencies of which one stands in each town at the head of a list, branches of agencies, and fields that are places."""

from __future__ import annotations

import pytest

from .conftest import Read

_WHEN = "Rabu (25/9/2024)"


def _bodies(read: Read, told: str) -> set[str]:
    entities = read(f"Rapat dihadiri {told}, {_WHEN}.")["entities"]
    return {entity["name"] for entity in entities if entity["class"] not in ("Person", "Event")}


@pytest.mark.parametrize("kind", ["Lapas", "Rutan", "Bapas"])
def test_a_prison_has_the_name_at_the_end_of_its_list(read: Read, kind: str) -> None:
    assert f"{kind} Blora" in _bodies(read, f"Kapolres, {kind} dan Kejari Blora")
    assert not any(name.startswith(kind) for name in _bodies(read, f"{kind} dan Ani Wijaya"))


@pytest.mark.parametrize("name", ["Cabang Dinas Pendidikan Wilayah Blora", "Cabang Dinas Pendidikan Wilayah V Blora"])
def test_a_branch_of_an_agency_is_not_the_agency_of_the_regency(read: Read, name: str) -> None:
    assert _bodies(read, f"Kepala {name} Ani Wijaya") == {name}


@pytest.mark.parametrize("licences", ["Perizinan Terpadu", "Pelayanan Terpadu"])
def test_an_agency_with_one_door(read: Read, licences: str) -> None:
    name = f"Dinas Penanaman Modal dan {licences} Satu Pintu"
    found = _bodies(read, f"Kepala {name} (DPMPTSP) NTT, Ani Wijaya")
    assert found == {f"{name} Provinsi Nusa Tenggara Timur"}


def test_an_abbreviation_is_one_of_the_fields(read: Read) -> None:
    found = _bodies(read, "Kadis Pekerjaan Umum dan Bina Marga SDA Sultra Ani Wijaya")
    assert found == {"Dinas Pekerjaan Umum dan Bina Marga SDA Provinsi Sulawesi Tenggara"}
