"""Who is one person across articles, and who is not."""

from __future__ import annotations

from kg.linking.link import link

from .builders import body, bystander, groups, officer, people, person, posting, record


def together(*articles: str) -> frozenset[str]:
    return frozenset(articles)


def test_a_name_in_one_office_is_one_person() -> None:
    found = link([
        officer("a", "I Ketut Sudiana", "KPU", "51.05", "2024-08-30"),
        officer("b", "Ketut Sudiana", "KPU", "51.05", "2024-09-12"),
        officer("c", "I Ketut Sudhiana", "KPU", "51.05", "2024-10-01"),
    ])  # fmt: skip
    assert groups(found) == {together("a", "b", "c")}


def test_a_short_name_joins_the_full_one_in_its_office() -> None:
    found = link([
        officer("a", "Arthur Sameaputty", "Polres", "72.02", "2024-08-25", "AKBP"),
        officer("b", "Arthur", "Polres", "72.02", "2024-08-26", "AKBP"),
    ])  # fmt: skip
    assert groups(found) == {together("a", "b")}


def test_one_name_in_two_offices_at_one_time_stays_two() -> None:
    found = link([
        officer("a", "Alfaris Pattiwael", "Polres", "81.72", "2024-08-01", "AKBP"),
        officer("b", "Alfaris Pattiwael", "Polres", "72.02", "2024-08-15", "AKBP"),
        officer("c", "Alfaris Pattiwael", "Polres", "81.72", "2024-09-01", "AKBP"),
    ])  # fmt: skip
    assert groups(found) == {together("a", "c"), together("b")}


def test_an_officer_who_moves_and_rises_is_one() -> None:
    found = link([
        officer("a", "Kaharuddin Kaendo", "Polsek", "74.03.16", "2019-01-30", "AKP"),
        officer("b", "Kaharuddin Kaendo", "Polres", "74.71", "2022-06-15", "Kompol"),
    ])  # fmt: skip
    assert groups(found) == {together("a", "b")}
    reasons = [reason for r in found for e in r["entities"] for reason in e.get("reasons", []) if "one with" in reason]
    assert any("AKP → Kompol" in reason for reason in reasons)


def test_a_rank_that_falls_is_another_person() -> None:
    found = link([
        officer("a", "Kaharuddin Kaendo", "Polsek", "74.03.16", "2019-01-30", "Kompol"),
        officer("b", "Kaharuddin Kaendo", "Polsek", "74.03.17", "2022-06-15", "AKP"),
    ])  # fmt: skip
    assert groups(found) == {together("a"), together("b")}


def test_three_who_share_a_common_name_stay_three() -> None:
    found = link([
        officer("a", "Ahmad Fauzi", "Polsek", "35.21.01", "2024-08-01", "AKP"),
        officer("b", "Ahmad Fauzi", "KPU", "35.07", "2024-08-09"),
        bystander("c", "Ahmad Fauzi", "2024-08-20", "35.09"),
    ])  # fmt: skip
    assert groups(found) == {together("a"), together("b"), together("c")}


def test_a_single_common_name_does_not_move_from_post_to_post() -> None:
    found = link([
        officer("a", "Nurdin", "Polsek", "52.06.01", "2024-10-02", "AKP"),
        officer("b", "Nurdin", "Polsek", "52.06.02", "2026-03-03", "Kompol"),
    ])  # fmt: skip
    assert groups(found) == {together("a"), together("b")}
    assert all("possible" in e for r in found for e in r["entities"] if e["class"] == "Person")


def test_police_and_military_are_never_one() -> None:
    found = link([
        officer("a", "Alfaris Pattiwael", "Polres", "81.72", "2020-08-01", "AKBP"),
        officer("b", "Alfaris Pattiwael", "Kodim", "81.72", "2024-08-01", "Letkol"),
    ])  # fmt: skip
    assert groups(found) == {together("a"), together("b")}


def test_siblings_by_surname_are_two() -> None:
    found = link([
        officer("a", "Ismet Kabalmay", "Pemkab", "81.72", "2021-04-01"),
        officer("b", "Ahmad Kabalmay", "Pemkab", "81.72", "2021-04-02"),
    ])  # fmt: skip
    assert groups(found) == {together("a"), together("b")}


def test_a_single_name_without_office_stays_alone() -> None:
    found = link([bystander("a", "Rossa", region="51.05"), bystander("b", "Rossa", region="51.05")])
    assert groups(found) == {together("a"), together("b")}
    assert all(e["nil"] for r in found for e in r["entities"] if e["class"] == "Person")


def test_a_short_name_that_fits_two_people_is_left_open() -> None:
    found = link([
        officer("a", "I Ketut Sudarsana", "Pemkab", "51.05", "2024-08-01", role="kadis"),
        officer("b", "I Wayan Sudarsana", "Pemkab", "51.05", "2024-08-02", role="kadis"),
        officer("c", "Sudarsana", "Pemkab", "51.05", "2024-08-03", role="kadis"),
    ])  # fmt: skip
    assert together("c") in groups(found)
    open_pairs = [e["possible"] for r in found if r["article"] == "c" for e in r["entities"] if "possible" in e]
    assert len(open_pairs[0]) == 2


def test_two_entities_of_one_article_that_are_one_become_one() -> None:
    office = body("KPU", "51.05")
    one, other = person("I Ketut Sudiana", at=10), person("Ketut Sudiana", at=40) | {"id": "p-2"}
    held = (posting(one, office, "2024-08-30"), posting(other, office, "2024-08-30"))
    found = link([record("a", office, one, other, postings=held)])
    persons = [e for e in found[0]["entities"] if e["class"] == "Person"]
    assert len(persons) == 1
    assert [m["start"] for m in persons[0]["mentions"]] == [10, 40]
    assert "Ketut Sudiana" in persons[0]["aliases"]


def test_ids_stay_when_later_articles_come() -> None:
    early = [
        officer("a", "I Ketut Sudiana", "KPU", "51.05", "2024-08-30"),
        officer("b", "Armen", "Kodim", "51.05", "2024-08-30", "Letkol Inf"),
    ]
    late = [
        officer("0", "Ketut Sudhiana", "KPU", "51.05", "2025-01-01"),
        officer("z", "Armen", "Kodim", "51.05", "2025-01-02"),
    ]
    before, after = people(link(early)), people(link([*late, *early]))
    assert before.items() <= after.items()


def test_every_link_says_why() -> None:
    found = link([
        officer("a", "Arthur Sameaputty", "Polres", "72.02", "2024-08-25", "AKBP"),
        officer("b", "Arthur", "Polres", "72.02", "2024-08-26", "AKBP"),
    ])  # fmt: skip
    for r in found:
        (reason,) = [reason for e in r["entities"] if e["class"] == "Person" for reason in e["reasons"]]
        assert "short form of the name" in reason
        assert "AKBP in both" in reason
