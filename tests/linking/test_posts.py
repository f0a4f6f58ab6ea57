"""An office in several wordings is one; what tells two offices apart keeps them apart."""

from __future__ import annotations

from kg.linking.posts import Wordings
from kg.linking.words import default_words
from kg.records import Record
from tests.linking.builders import body, event, person, posting, record


def said(article: str, label: str, role: str, *, with_event: bool = False) -> Record:
    who, where = person("Suhartini"), body("Polres", "35.21", name="Polres Ngawi")
    met = (event(who, day="2024-08-30"),) if with_event else ()
    for meeting in met:
        meeting["participations"][0]["post"] = label
    return record(article, who, where, postings=(posting(who, where, "2024-08-30", post=label, role=role),), events=met)


def renamed(*records: Record) -> list[Record]:
    wordings = Wordings(default_words())
    for given in records:
        wordings.take(given)
    return [wordings.renamed(given) for given in records]


def labels(*records: Record) -> list[str]:
    return [p["post"] for r in renamed(*records) for p in r["postings"]]


def test_words_of_the_institution_make_no_second_office() -> None:
    short, long = "Kasat Binmas Ngawi", "Kasat Binmas Polres Ngawi"
    assert labels(said("a", short, "kasat-binmas"), said("b", long, "kasat-binmas")) == [long, long]


def test_the_commonest_wording_wins_and_long_forms_are_the_same_office() -> None:
    given = [said("a", "Kapolres Ngawi", "kapolres"), said("b", "Kapolres Ngawi", "kapolres")]
    assert labels(*given, said("c", "Kepala Kepolisian Resor Ngawi", "kapolres")) == ["Kapolres Ngawi"] * 3


def test_other_words_keep_offices_apart() -> None:
    one, other = "Anggota Polres Ngawi Divisi Hukum", "Anggota Polres Ngawi"
    assert labels(said("a", one, "anggota"), said("b", other, "anggota")) == [one, other]


def test_a_post_without_concept_keeps_its_wording() -> None:
    given = [said("a", "Penghubung Ngawi", ""), said("b", "Penghubung Polres Ngawi", "")]
    assert labels(*given) == ["Penghubung Ngawi", "Penghubung Polres Ngawi"]


def test_who_took_part_is_called_the_same() -> None:
    short, long = "Kasat Binmas Ngawi", "Kasat Binmas Polres Ngawi"
    given = [said("a", short, "kasat-binmas", with_event=True), said("b", long, "kasat-binmas")]
    first, _ = renamed(*given)
    assert first["events"][0]["participations"][0]["post"] == long
    assert given[0]["postings"][0]["post"] == short
