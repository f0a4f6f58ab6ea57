"""Whom somebody receives at home visits them, and both were there; what is handed in does not."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of

_WHEN = "Senin (23/9/2024)"
_HOST = "Kapolres Blora AKBP Budi Santoso"


@pytest.mark.parametrize(
    "told",
    [
        "Ketua KPU Blora Ani Wijaya bersama anggota diterima langsung oleh {host} di Mapolres Blora, {when}.",
        "{when}, Ketua KPU Blora Ani Wijaya diterima oleh {host}.",
        "Ketua KPU Blora Ani Wijaya disambut langsung oleh {host} di Mapolres Blora, {when}.",
    ],
)
def test_who_is_received_and_who_receives_are_there(read: Read, told: str) -> None:
    record = read(told.format(host=_HOST, when=_WHEN))
    assert [(event["type"], event["date"]) for event in record["events"]] == [("visit", "2024-09-23")]
    names = {"KPU Kabupaten Blora", "Ani Wijaya", "Polres Blora", "Budi Santoso"}
    assert parts_of(record) == {(name, "attended") for name in names}


@pytest.mark.parametrize(
    "told",
    [
        "Laporan Ketua KPU Blora Ani Wijaya diterima oleh {host}, {when}.",
        "Ani Wijaya diterima oleh Universitas Diponegoro, {when}.",
        "Ketua KPU Blora Ani Wijaya diterima oleh {host}.",
    ],
)
def test_what_is_handed_in_or_on_no_day_is_no_visit(read: Read, told: str) -> None:
    assert read(told.format(host=_HOST, when=_WHEN))["events"] == []
