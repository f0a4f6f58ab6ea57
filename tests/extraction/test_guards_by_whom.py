"""By whom something is guarded or cleared away: "pengamanan oleh Polsek X dan Koramil Y"."""

from __future__ import annotations

import pytest

from .conftest import Read, parts_of


@pytest.mark.parametrize(
    "text",
    [
        "Pengamanan kotak suara oleh Polres Blora dan Polres Pati dilakukan Rabu (25/9/2024).",
        "Logistik berangkat Rabu (25/9/2024) dengan pengawalan oleh dua Polres (Polres Blora dan Polres Pati).",
        "Penertiban alat peraga oleh Polres Blora dan Polres Pati berlangsung Rabu (25/9/2024).",
    ],
)
def test_by_whom_something_is_guarded_takes_part(read: Read, text: str) -> None:
    assert parts_of(read(text)) == {("Polres Blora", "attended"), ("Polres Pati", "attended")}


@pytest.mark.parametrize(
    "duty",
    ["yang bertugas antara lain", "yang bertugas dalam pengamanan ini termasuk", "yang melakukan pengamanan yakni"],
)
def test_those_on_duty_who_are_named_take_part(read: Read, duty: str) -> None:
    guarded = "Polres Blora menggelar pengamanan kantor KPU Blora, Rabu (25/9/2024)."
    found = parts_of(read(f"{guarded} Personel {duty} Aipda Ani Wijaya, Bripka Budi Hartono dan Bripda Citra Lestari."))
    assert {name for name, role in found if role == "attended"} >= {"Ani Wijaya", "Budi Hartono", "Citra Lestari"}


def test_who_only_speaks_of_those_on_duty_does_not(read: Read) -> None:
    guarded = "Polres Blora menggelar pengamanan kantor KPU Blora, Rabu (25/9/2024)."
    found = parts_of(read(f"{guarded} Petugas yang bertugas di kantor itu dipuji warga. Warga itu Ani Wijaya."))
    assert "Ani Wijaya" not in {name for name, _ in found}
