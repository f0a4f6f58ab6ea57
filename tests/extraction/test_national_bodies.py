"""National bodies beside local ones of the same kind."""

from __future__ import annotations

import pytest

from .conftest import Read


@pytest.mark.parametrize(("kind", "local"), [("KPU", "KPU Kabupaten Blora"), ("Bawaslu", "Bawaslu Kabupaten Blora")])
def test_a_national_chair_does_not_chair_the_local_body(read: Read, kind: str, local: str) -> None:
    record = read(f"Rapat dihadiri Ketua {kind} Blora Andi Wijaya dan Ketua {kind} RI Budi Santoso.")
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    posts = {names[posting["person"]]: names[posting["institution"]] for posting in record["postings"]}
    assert posts == {"Andi Wijaya": local, "Budi Santoso": f"{kind} RI"}
