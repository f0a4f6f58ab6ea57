"""An office in several wordings is one; what tells two offices apart keeps them apart."""

from __future__ import annotations

from typing import Any

from kg.graph.knowledge_base import from_records
from kg.graph.offices import find_office
from kg.linking.link import link
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


def at_body(label: str, role: str, where: dict[str, Any], article: str) -> Record:
    who = person("Suhartini")
    return record(article, who, where, postings=(posting(who, where, "2024-08-30", post=label, role=role),))


def kodam() -> dict[str, Any]:
    return body("Kodim", "61", name="Kodam XII/Tanjungpura", unit="kodam-xii", concept="kodam")


def test_what_the_region_is_called_otherwise_makes_no_second_office() -> None:
    where = body("Polres", "33", name="Polda Jawa Tengah", unit="polda-33", concept="polda")
    given = [at_body(label, "kapolda", where, label) for label in ("Kapolda Jateng", "Kapolda Jawa Tengah")]
    assert labels(*given) == ["Kapolda Jawa Tengah"] * 2


def test_a_name_parted_or_misspelt_by_a_letter_makes_no_second_office() -> None:
    written = "Pangdam XII/Tanjungpura", "Pangdam XII Tanjung Pura", "Panglima Kodam XII/Tanjongpura"
    given = [at_body(label, "pangdam", kodam(), label) for label in written]
    assert len(set(labels(*given))) == 1


def test_other_names_of_the_unit_and_its_level_make_no_second_office() -> None:
    where = body("KPU", "35.01", name="KPU Kabupaten Pacitan", concept="kpu-kabupaten")
    written = "Ketua KPUD Kab. Pacitan", "Ketua KPU Pacitan", "Ketua KPU Kabulaten Pacitan"
    given = [at_body(label, "ketua", where, label) for label in written]
    assert len(set(labels(*given))) == 1


def test_another_region_or_field_keeps_offices_apart() -> None:
    where = body("KPU", "35.01", name="KPU Kabupaten Pacitan", concept="kpu-kabupaten")
    written = "Anggota KPU Pacitan", "Anggota KPU Pacitan Divisi Hukum", "Anggota KPU Pacitan Divisi Teknis"
    given = [at_body(label, "anggota", where, label) for label in written]
    assert labels(*given) == list(written)


def acted(written: str, *held: str) -> str:
    """The post that the participant acted in, as the graph calls it."""
    who, where = person("Suhartini"), body("Polres", "35.21", name="Polres Ngawi")
    met = event(who, day="2024-08-30")
    met["participations"][0]["post"] = written
    postings = [posting(who, where, "2024-08-30", post=label, role="kapolres") for label in held]
    base = from_records([record("a", who, where, postings=tuple(postings), events=(met,))])
    (part,) = base.participations.values()
    return base.posts[part.acted_as or ""].label


def test_a_post_told_in_two_wordings_of_one_article_is_one() -> None:
    assert acted("Kapolres Ngawi", "Kepala Kepolisian Resor Ngawi") == "Kepala Kepolisian Resor Ngawi"


def test_of_two_posts_the_nearer_in_wording_was_acted_in() -> None:
    assert acted("Plt Kabag Ops Ngawi", "Kapolsek Paron", "Kabag Ops Polres Ngawi") == "Kabag Ops Polres Ngawi"
    assert acted("Kapolsek Paron", "Kapolsek Paron", "Kabag Ops Polres Ngawi") == "Kapolsek Paron"


def test_the_other_wordings_of_an_office_are_kept_and_found() -> None:
    where = body("Polres", "33", name="Polda Jawa Tengah", unit="polda-33", concept="polda")
    given = [at_body(label, "kapolda", where, label) for label in ("Kapolda Jateng", "Kapolda Jawa Tengah")]
    base = from_records(link(given))
    (post,) = base.posts.values()
    assert (post.label, post.aliases) == ("Kapolda Jawa Tengah", ("Kapolda Jateng",))
    assert find_office(base, "kapolda jateng").posts == (post.id,)
