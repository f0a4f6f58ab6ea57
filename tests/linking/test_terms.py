"""Sworn in, handed over: dates of terms that a text asserts, from the text to the line of the office."""

from __future__ import annotations

import pytest

from kg.graph.holders import holder_on
from kg.graph.knowledge_base import from_records
from kg.graph.offices import find_office
from kg.graph.tenures import timeline
from kg.linking.link import link
from kg.model import Article
from kg.pipeline.extraction import Extraction
from kg.records import Record


@pytest.fixture(scope="module")
def extraction() -> Extraction:
    return Extraction()


def read(extraction: Extraction, text: str, published: str = "2025-01-18") -> Record:
    return extraction.record(Article("a", text, published=published))


def terms(record: Record) -> set[tuple[str, str, str | None, str | None]]:
    names = {e["id"]: e["name"] for e in record["entities"]}
    return {
        (names[p["person"]], p["post"], p.get("start"), p.get("end"))
        for p in record["postings"]
        if p.get("start") or p.get("end")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SEMARAPURA - I Made Gunarta dilantik sebagai Bupati Klungkung di Denpasar, Jumat (17/1/2025).\n",
            {("I Made Gunarta", "Bupati Klungkung", "2025-01-17", None)},
        ),
        (
            "SEMARAPURA - Serah terima jabatan digelar di Mapolres Klungkung, Jumat (17/1/2025). Jabatan Kapolsek "
            "Banjarangkan diserahkan AKP I Gede Suparsa kepada Iptu Ni Luh Mertasih.\n",
            {
                ("I Gede Suparsa", "Kapolsek Banjarangkan", None, "2025-01-17"),
                ("Ni Luh Mertasih", "Kapolsek Banjarangkan", "2025-01-17", None),
            },
        ),
        (
            "SEMARAPURA - Upacara serah terima jabatan digelar di Mapolres Klungkung, Jumat (17/1/2025). Kapolsek "
            "Banjarangkan AKP I Gede Suparsa digantikan oleh Iptu Ni Luh Mertasih.\n",
            {
                ("I Gede Suparsa", "Kapolsek Banjarangkan", None, "2025-01-17"),
                ("Ni Luh Mertasih", "Kapolsek Banjarangkan", "2025-01-17", None),
            },
        ),
        ("SEMARAPURA - Bupati Klungkung I Made Gunarta memimpin apel pagi, Jumat (17/1/2025).\n", set()),
        ("SEMARAPURA - I Made Gunarta pernah dilantik sebagai Bupati Klungkung.\n", set()),
    ],
)
def test_dates_that_a_text_asserts(
    extraction: Extraction, text: str, expected: set[tuple[str, str, str | None, str | None]]
) -> None:
    assert terms(read(extraction, text)) == expected


def test_a_handover_bounds_the_line_of_the_office(extraction: Extraction) -> None:
    text = (
        "SEMARAPURA - Upacara serah terima jabatan digelar di Mapolres Klungkung, Jumat (17/1/2025). Jabatan Kapolsek "
        "Banjarangkan diserahkan AKP I Gede Suparsa kepada Iptu Ni Luh Mertasih.\n"
    )
    base = from_records(link([read(extraction, text)]), extraction.lexicon.gazetteer)
    line = timeline(base, find_office(base, "Kapolsek Banjarangkan"))
    assert line.overlaps == ()
    names = {day: [base.entities[p].name for p in holder_on(line, day).persons] for day in ("2025-01-10", "2025-01-30")}
    assert names == {"2025-01-10": ["I Gede Suparsa"], "2025-01-30": ["Ni Luh Mertasih"]}
    assert {p.status for p in base.postings.values()} == {"accepted"}


def test_a_body_named_by_its_kind_only_bears_the_name_of_the_one_that_it_is(extraction: Extraction) -> None:
    text = "Polres Banyuasin mengerahkan personel. Namun rasa aman tidak cukup. Komisi pemilihan umum perlu terbuka.\n"
    base = from_records(link([read(extraction, text)]), extraction.lexicon.gazetteer)
    body = base.entities["institution/kpu-16.07"]
    assert (body.name, body.aliases) == ("KPU Kabupaten Banyuasin", ("Komisi pemilihan umum",))
    assert body.reasons  # why it is taken for that one
