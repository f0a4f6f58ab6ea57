"""What people decide: replayed, taken back without a trace, and refused where it contradicts itself."""

from __future__ import annotations

import pytest

from kg.errors import LinkError
from kg.graph.knowledge_base import from_records, to_lines
from kg.linking.decisions import Decision, parse_decisions, unmet_claims
from kg.linking.link import link
from kg.model import Issue
from kg.record_checks import check_record
from kg.records import Record, to_line

from .builders import body, bystander, event, evidence, groups, officer, people, person, posting, record

HEAD = "decision,left,right,who,when,why"


def decided(*lines: str) -> tuple[Decision, ...]:
    return parse_decisions([HEAD, *lines], "decisions.csv")


def printed(records: list[Record]) -> list[str]:
    return [to_line(r) for r in records]


TWO = [
    officer("a", "Ahmad Fauzi", "Polsek", "35.21.01", "2024-08-01", "AKP"),
    officer("b", "Ahmad Fauzi", "KPU", "35.07", "2024-08-09"),
]
ONE = [
    officer("a", "I Ketut Sudiana", "KPU", "51.05", "2024-08-30"),
    officer("b", "I Ketut Sudiana", "KPU", "51.05", "2024-09-30"),
    officer("c", "I Ketut Sudiana", "KPU", "51.05", "2024-10-30"),
]


def test_same_joins_what_the_features_keep_apart() -> None:
    found = link(TWO, decisions=decided("same,a#Ahmad Fauzi,b#Ahmad Fauzi,sari,2026-01-02,asked him"))
    assert groups(found) == {frozenset("ab")}
    reasons = [reason for r in found for e in r["entities"] for reason in e["reasons"]]
    assert any("decided by sari on 2026-01-02: asked him" in reason for reason in reasons)


def test_two_events_of_one_article_that_are_the_same_are_one() -> None:
    police, election = body("Polres", "51.05"), body("KPU", "51.05")
    first = event(police, day=None, name="rapat", evidence=evidence("rapat", 3))
    second = event(police, election, day="2024-08-30", name="rapat koordinasi", place="Aula", evidence=evidence("itu"))
    given = record("a", police, election, events=(first, second))
    (found,) = link([given], decisions=decided("same,a#rapat,a#rapat koordinasi,sari,,"))
    (joined,) = check_record(found, "x")["events"]
    assert (joined["name"], joined["evidence"]) == ("rapat", evidence("rapat", 3))
    assert (joined["date"], joined["precision"], joined["place"]) == ("2024-08-30", "day", "Aula")
    assert len(joined["participations"]) == 2
    assert len(link([given])[0]["events"]) == 2


def test_same_by_the_ids_of_the_graph() -> None:
    ids = people(link(TWO))
    found = link(TWO, decisions=decided(f"same,{ids['a/Ahmad Fauzi']},{ids['b/Ahmad Fauzi']},,,"))
    assert groups(found) == {frozenset("ab")}


def test_different_splits_what_the_features_join() -> None:
    found = link(ONE, decisions=decided("different,a#I Ketut Sudiana,b#I Ketut Sudiana,,,"))
    ids = people(found)
    assert ids["a/I Ketut Sudiana"] != ids["b/I Ketut Sudiana"]


def test_not_an_entity_leaves_with_its_claims_and_says_so() -> None:
    (found,) = link([ONE[0]], decisions=decided("not-an-entity,a#I Ketut Sudiana,,sari,,a headline"))
    assert [e["class"] for e in found["entities"]] == ["ElectionCommission"]
    assert found["postings"] == []
    assert "is not an entity, decided by sari: a headline" in found["issues"][0]["message"]


def test_rename_changes_the_name_and_not_the_id() -> None:
    before = people(link(ONE))["a/I Ketut Sudiana"]
    found = link(ONE, decisions=decided(f"rename,{before},I Ketut Sudiana Putra,,,"))
    base = from_records(found)
    assert base.entities[before].name == "I Ketut Sudiana Putra"
    assert "I Ketut Sudiana" in base.entities[before].aliases


def test_a_wrong_claim_is_rejected_and_kept() -> None:
    (claim,) = from_records(link(ONE)).postings
    base = from_records(link(ONE, decisions=decided(f"wrong-claim,{claim},,sari,,misread")))
    assert base.postings[claim].status == "rejected"
    assert base.postings[claim].notes == ("decided by sari: misread",)


def test_what_one_article_says_is_called_wrong_by_name_and_post() -> None:
    before = from_records(link(TWO))
    claim = next(iter(before.postings.values()))
    article, name = claim.evidence[0].article, before.entities[claim.person].name
    line = f"wrong-claim,{article}#{name},{before.posts[claim.post].label},sari,,misread"
    base = from_records(link(TWO, decisions=decided(line)))
    assert base.postings[claim.id].status == "rejected"
    assert [c.id for c in base.postings.values() if c.status == "rejected"] == [claim.id]
    assert unmet_claims(decided(line), base) == []
    other = decided(f"wrong-claim,{article}#{name},Ketua RT,sari,,misread")
    assert len(unmet_claims(other, from_records(link(TWO, decisions=other)))) == 1


def test_a_mention_called_wrong_needs_to_say_of_what() -> None:
    with pytest.raises(LinkError, match="needs right"):
        decided("wrong-claim,a#Ahmad Fauzi,,,,")


def test_same_and_different_institutions() -> None:
    forum = [record("a", body("Forum", "51.05", known=False)), record("b", body("Forum", "52.72", known=False))]
    joined = link(forum, decisions=decided("same,a#Forum 51.05,b#Forum 52.72,,,"))
    assert len({e["id"] for r in joined for e in r["entities"]}) == 1
    twice = [record("a", body("Polres", "51.05")), record("b", body("Polres", "51.05"))]
    split = link(twice, decisions=decided("different,a#Polres 51.05,b#Polres 51.05,,,"))
    assert len({e["id"] for r in split for e in r["entities"]}) == 2


@pytest.mark.parametrize(
    "line",
    [
        "same,a#Ahmad Fauzi,b#Ahmad Fauzi,,,",
        "different,a#Ahmad Fauzi,b#Ahmad Fauzi,,,",
        "not-an-entity,a#Ahmad Fauzi,,,,",
        "rename,a#Ahmad Fauzi,Ahmad Fauzi Saleh,,,",
    ],
)
def test_a_decision_taken_back_restores_every_byte(line: str) -> None:
    before = printed(link(TWO))
    link(TWO, decisions=decided(line))
    after = link(TWO, decisions=decided())
    assert printed(after) == before
    assert list(to_lines(from_records(after))) == list(to_lines(from_records(link(TWO))))


def test_a_decision_about_an_article_that_is_gone_changes_nothing() -> None:
    lines = decided("same,z#Nobody,a#Ahmad Fauzi,,,", "different,person/gone-1,person/gone-2,,,", "rename,z#X,Y,,,")
    assert printed(link(TWO, decisions=lines)) == printed(link(TWO))


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (
            ("same,a#I Ketut Sudiana,b#I Ketut Sudiana,,,", "different,b#I Ketut Sudiana,a#I Ketut Sudiana,,,"),
            ("2", "3"),
        ),
        (
            (
                "same,a#I Ketut Sudiana,b#I Ketut Sudiana,,,",
                "different,a#I Ketut Sudiana,c#I Ketut Sudiana,,,",
                "same,b#I Ketut Sudiana,c#I Ketut Sudiana,,,",
            ),
            ("3", "4"),
        ),
    ],
)
def test_same_and_different_of_one_pair_name_both_lines(lines: tuple[str, ...], named: tuple[str, str]) -> None:
    with pytest.raises(LinkError) as caught:
        link(ONE, decisions=decided(*lines))
    assert caught.value.where == f"decisions.csv:{named[0]}"
    assert f"decisions.csv:{named[1]}" in caught.value.message


@pytest.mark.parametrize(
    ("lines", "where", "word"),
    [
        (["merge,a,b,,,"], 2, "is no decision"),
        (["same,a,,,,"], 2, "needs left and right"),
        (["same,a,a,,,"], 2, "the same words"),
        (["rename,a,X,,,", "rename,a,Y,,,"], 2, "has two names"),
        (["same,a,b,,,", "not-an-entity,b,,,,"], 2, "is not an entity"),
        (["rename,a," + "x" * 40_000_000 + ",,,"], 2, "not CSV"),
    ],
    ids=range(6),
)
def test_a_wrong_line_is_named(lines: list[str], where: int, word: str) -> None:
    with pytest.raises(LinkError) as caught:
        decided(*lines)
    assert caught.value.where == f"decisions.csv:{where}"
    assert word in caught.value.message


def test_a_missing_column_is_named() -> None:
    with pytest.raises(LinkError, match="'right' is missing"):
        parse_decisions(["# a comment", "decision,left", "same,a"], "d.csv")


@pytest.mark.parametrize(("sign", "told"), [(";", "';'"), ("\t", r"'\\t'")])
def test_a_spreadsheet_that_parts_cells_by_another_sign_is_told_so(sign: str, told: str) -> None:
    head, line = (sign.join(cells) for cells in (HEAD.split(","), ("different", "a#X", "b#Y", "me", "2026-01-01", "")))
    with pytest.raises(LinkError, match=f"cells are parted by {told}") as caught:
        parse_decisions([head, line], "d.csv")
    assert "with commas" in caught.value.hint


def test_comments_and_blank_lines_are_passed_over() -> None:
    lines = parse_decisions(["# note", "", HEAD, "# same,x,y,,,", "different,a#X,b#Y,,,"], "d.csv")
    assert [d.where for d in lines] == ["d.csv:5"]


def test_different_keeps_a_bystander_out() -> None:
    office, who = body("KPU", "51.05"), person("I Ketut Sudiana")
    records = [
        record("a", office, who, postings=(posting(who, office, "2024-08-30"),)),
        bystander("b", "I Ketut Sudiana", region="51.05"),
    ]
    found = link(records, decisions=decided("different,a#I Ketut Sudiana,b#I Ketut Sudiana,,,"))
    assert len(groups(found)) == 2
    assert not any("possible" in e for r in found for e in r["entities"])


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("same,a#Ahmad Fauzi,person/nobody,,,", "same person/nobody"),
        ("different,a#Ahmad Fausi,b#Ahmad Fauzi,,,", "different a#Ahmad Fausi"),
        ("rename,Ahmad Fauzi,Ahmad Fauzie,,,", "rename Ahmad Fauzi"),
        ("not-an-entity,gone#Ahmad Fauzi,,,,", "not-an-entity gone#Ahmad Fauzi"),
    ],
)
def test_a_decision_that_names_nothing_is_told_and_changes_nothing(line: str, named: str) -> None:
    told: list[Issue] = []
    found = link(TWO, decisions=decided(line), problems=told.append)
    assert [(issue.code, issue.where) for issue in told] == [("L003", "decisions.csv:2")]
    assert told[0].message.startswith(f"{named}: ")
    assert printed(found) == printed(link(TWO))


def test_a_decision_that_names_something_is_not_told() -> None:
    told: list[Issue] = []
    link(TWO, decisions=decided("same,a#Ahmad Fauzi,b#Ahmad Fauzi,,,"), problems=told.append)
    assert told == []


def test_a_claim_called_wrong_must_be_in_the_graph() -> None:
    base = from_records(link(TWO))
    claim = next(iter(base.postings))
    missed = unmet_claims(decided(f"wrong-claim,{claim},,,,", "wrong-claim,claim/none,,,,"), base)
    assert [issue.where for issue in missed] == ["decisions.csv:3"]
    person = base.postings[claim].person
    line = decided(f"wrong-claim,{person},{base.posts[base.postings[claim].post].label},,,")
    assert unmet_claims(line, from_records(link(TWO, decisions=line))) == []
    assert len(unmet_claims(line, base)) == 1


def test_an_office_tells_which_of_two_people_of_one_name_is_meant() -> None:
    police, election = body("Polsek", "35.21.01"), body("KPU", "35.07")
    one, other = person("Ahmad Fauzi", rank="AKP"), person("Ahmad Fauzi", at=40) | {"id": "p-2"}
    seen = (posting(one, police, "2024-08-30"), posting(other, election, "2024-08-30"))
    both = record("n", police, election, one, other, postings=seen)
    told: list[Issue] = []
    line = "rename,n#Kepala KPU 35.07 Ahmad Fauzi,Ahmad Fauzi Saleh,,,"
    (found,) = link([both], decisions=decided(line), problems=told.append)
    assert [e["name"] for e in found["entities"] if e["class"] == "Person"] == ["Ahmad Fauzi", "Ahmad Fauzi Saleh"]
    assert not told
    unclear = "rename,n#Ahmad Fauzi,Ahmad Fauzi Saleh,,,"
    (same,) = link([both], decisions=decided(unclear), problems=told.append)
    assert printed([same]) == printed(link([both]))
    assert [issue.code for issue in told] == ["L003"]


def test_two_posts_of_one_person_may_both_be_called_wrong() -> None:
    who, police, election = person("Ahmad Fauzi"), body("Polsek", "35.21.01"), body("KPU", "35.07")
    seen = (posting(who, police, "2024-08-30"), posting(who, election, "2024-08-30"))
    both = record("n", police, election, who, postings=seen)
    id_ = people(link([both]))["n/Ahmad Fauzi"]
    for left in (id_, "n#Ahmad Fauzi", "n#Kepala KPU 35.07 Ahmad Fauzi"):
        lines = decided(*(f"wrong-claim,{left},Kepala {name},,," for name in ("Polsek 35.21.01", "KPU 35.07")))
        base = from_records(link([both], decisions=lines))
        assert [claim.status for claim in base.postings.values()] == ["rejected", "rejected"]
