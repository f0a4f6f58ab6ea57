"""Which pairs `kg review` asks people about."""

from __future__ import annotations

import dataclasses

import pytest

from kg.errors import QueryError
from kg.graph.finding import find_node
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.questions import questions
from kg.model import Possible, Post
from tests.statistics.bases import article, base, body, event, part, person, posting


def namesakes(*, third_in_office: bool, name: str = "Made Rai", extra: int = 0) -> KnowledgeBase:
    """Two in different offices, a third who only attended, all of one name."""
    people = [dataclasses.replace(person(one), name=name) for one in ("a", "b", "c", *map(str, range(extra)))]
    held = [
        posting("person/a", "Kapolres", "institution/p", ["a1"]),
        posting("person/b", "Ketua", "institution/q", ["a2"]),
    ]
    held += [posting("person/c", "Camat", "institution/r", ["a3"])] if third_in_office else []
    posts = [Post(p.post, p.post, p.institution, None) for p in held]
    return base(
        *people, *posts, body("p"), body("q", "ElectionCommission"), body("r", "RegionalGovernment"), event("1"),
        article("a1"), article("a2"), article("a3"), part("person/c", "event/1", ["a3"]), *held,
    )  # fmt: skip


def asked(known: KnowledgeBase) -> set[tuple[str, str]]:
    return {(q.left.id, q.right.id) for q in questions(known)}


def test_a_third_of_a_name_without_an_office_is_asked_about_with_each_of_the_others():
    assert asked(namesakes(third_in_office=False)) == {("person/a", "person/c"), ("person/b", "person/c")}


def test_namesakes_who_all_have_offices_and_those_of_one_word_are_not():
    assert asked(namesakes(third_in_office=True)) == set()
    assert asked(namesakes(third_in_office=False, name="Rai")) == set()


def test_a_name_of_very_many_is_not_asked_about():
    assert asked(namesakes(third_in_office=False, extra=20)) == set()


def test_what_linking_leaves_open_comes_first():
    known = namesakes(third_in_office=False)
    one = dataclasses.replace(known.entities["person/a"], possible=(Possible("person/b", 3.0, "a short form"),))
    found = questions(dataclasses.replace(known, entities=known.entities | {one.id: one}))
    assert (found[0].left.id, found[0].right.id, found[0].reason) == ("person/a", "person/b", "a short form")


def test_who_has_no_office_is_told_apart_by_an_article():
    with pytest.raises(QueryError) as caught:
        find_node(namesakes(third_in_office=False), "made rai")
    assert caught.value.hint.endswith("person/c  Made Rai (in a3)")
