"""Institutions: the gazetteer's identifier where it is known, NIL where it can't be told."""

from __future__ import annotations

from typing import Any

from kg.linking.link import link
from kg.records import Record

from .builders import body, record


def ids(records: list[Record]) -> list[str]:
    return [e["id"] for r in records for e in r["entities"]]


def bare(article: str, *others: dict[str, Any], **more: Any) -> Record:
    return record(article, body("Bawaslu", None, known=False, **more), *others)


def test_a_known_unit_has_the_id_of_the_gazetteer() -> None:
    assert ids(link([record("a", body("Polres", "51.05"))])) == ["institution/polres-51.05"]


def test_a_bare_name_stays_with_its_article() -> None:
    found = link([bare("a"), bare("b")])
    assert len(set(ids(found))) == 2
    assert all(e["nil"] and e["reasons"] for r in found for e in r["entities"])


def test_a_candidate_is_chosen_where_the_article_has_its_region() -> None:
    candidates = ["bawaslu-51.05", "bawaslu-52.72"]
    near = link([bare("a", body("Polres", "52.72"), candidates=candidates)])
    far = link([bare("a", body("Polres", "73.10"), candidates=candidates)])
    assert "institution/bawaslu-52.72" in ids(near)
    assert not any(i.startswith("institution/bawaslu-5") for i in ids(far))


def test_two_candidates_in_the_article_are_not_guessed() -> None:
    found = link(
        [bare("a", body("Polres", "52.72"), body("KPU", "51.05"), candidates=["bawaslu-51.05", "bawaslu-52.72"])]
    )
    (entity,) = [e for e in found[0]["entities"] if e["class"] == "ElectionSupervisor"]
    assert entity["nil"]
    assert "could be bawaslu-51.05, bawaslu-52.72" in entity["reasons"]


def test_an_unknown_institution_links_by_name_and_region() -> None:
    found = link([
        record("a", body("Forum", "51.05", known=False)),
        record("b", body("Forum", "51.05", known=False)),
        record("c", body("Forum", "52.72", known=False)),
    ])  # fmt: skip
    assert len(set(ids(found))) == 2


def test_two_entities_with_one_unit_become_one() -> None:
    twice = record("a", body("Polres", "51.05"), body("Polres", "51.05", id="i2", name="Kepolisian Resor 51.05"))
    (entity,) = link([twice])[0]["entities"]
    assert entity["aliases"] == ["Kepolisian Resor 51.05"]
