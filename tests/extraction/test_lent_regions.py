"""A region that a list lends to a bare body, in an article about another body of that kind."""

from __future__ import annotations

from .conftest import Read


def _names(read: Read, text: str) -> list[str]:
    return [entity["name"] for entity in read(text)["entities"] if entity["class"] == "ElectionCommission"]


def test_a_lent_province_is_not_that_of_a_body_named_with_its_regency(read: Read) -> None:
    text = "KPU dan Kapolda Maluku bertemu di kantor. Kapolda mengunjungi KPU Kabupaten Kepulauan Aru."
    assert _names(read, text) == ["KPU Kabupaten Kepulauan Aru"]


def test_a_lent_regency_holds_beside_another_one(read: Read) -> None:
    text = "KPU dan Bawaslu Blora menggelar rapat bersama KPU Kabupaten Pati."
    assert sorted(_names(read, text)) == ["KPU Kabupaten Blora", "KPU Kabupaten Pati"]
