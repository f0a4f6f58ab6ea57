"""What is rewarded, what is not, and what is left alone."""

from __future__ import annotations

import copy

import pytest

from kg.errors import OntologyError, RecordError, UsageError
from kg.evaluation.gold import Gold, predictions, read_gold, read_predictions
from kg.evaluation.measures import score, score_article
from kg.evaluation.posts import same_post
from kg.evaluation.tally import MEASURES, total
from kg.evaluation.wording import wording


def entity(key, cls, *names, region=None, optional=False):
    return {"key": key, "class": cls, "names": list(names), "region": region, "optional": optional}


@pytest.fixture
def gold():
    return {
        "id": "a1",
        "entities": [
            entity("e1", "PoliceUnit", "Polres Karangsari", region="Kabupaten Karangsari"),
            entity("e2", "Person", "Budi Hartono"),
            entity("e3", "ElectionCommission", "KPU Kabupaten Karangsari", "KPU", region="Kabupaten Karangsari"),
            entity("e4", "Person", "Siti Rahayu"),
            entity("e5", "Forum", "Tim Terpadu", optional=True),
        ],
        "postings": [
            {"person": "e2", "posts": ["Kapolres Karangsari", "Kapolres"], "institution": "e1", "optional": False},
            {"person": "e4", "posts": ["Ketua KPU Karangsari", "Ketua KPU"], "institution": "e3", "optional": False},
        ],
        "events": [
            {
                "key": "v1",
                "kind": "meeting",
                "names": ["Rakor"],
                "date": "2024-08-30",
                "optional": False,
                "participations": [
                    {"who": "e2", "role": "led", "optional": False, "quote": "dipimpin Kapolres"},
                    {"who": "e1", "role": "led", "optional": False},
                    {"who": "e4", "role": "attended", "optional": False},
                    {"who": "e3", "role": "attended", "optional": False},
                    {"who": "e5", "role": "attended", "optional": True},
                ],
            }
        ],
    }


def counts(gold, predicted, measure):
    f = score_article(gold, predicted)[measure].figures()
    return f.tp, f.fp, f.fn


def test_what_the_gold_says_is_perfect(gold, as_predicted):
    tallies = score_article(gold, as_predicted(gold))
    assert {name: tallies[name].figures().f1 for name in MEASURES} == dict.fromkeys(MEASURES, 1.0)


def test_nothing_found_is_all_missed(gold):
    assert counts(gold, {"entities": [], "postings": [], "events": []}, "institutions") == (0, 0, 2)


def test_optional_and_collective_things_are_left_alone(gold, as_predicted):
    predicted = as_predicted(gold)
    predicted["entities"].append({"id": "x", "class": "CivilSociety", "name": "masyarakat"})
    predicted["events"][0]["participations"].append({"participant": "x", "role": "attended"})
    assert counts(gold, predicted, "institutions") == (2, 0, 0)
    assert counts(gold, predicted, "participation") == (4, 0, 0)


def test_a_second_entity_for_one_thing_is_spurious_once_and_its_claims_count(gold, as_predicted):
    predicted = as_predicted(gold)
    predicted["entities"].append({"id": "again", "class": "ElectionCommission", "name": "KPU"})
    predicted["events"][0]["participations"] = [
        p if p["participant"] != "id-e3" else {"participant": "again", "role": "attended"}
        for p in predicted["events"][0]["participations"]
    ]
    assert counts(gold, predicted, "institutions") == (2, 1, 0)
    assert counts(gold, predicted, "participation") == (4, 0, 0)


def test_a_wrong_class_costs_typing_not_finding(gold, as_predicted):
    predicted = as_predicted(gold)
    predicted["entities"][2]["class"] = "ElectionSupervisor"
    assert counts(gold, predicted, "institutions") == (2, 0, 0)
    assert counts(gold, predicted, "typing") == (1, 1, 1)


def test_a_wrong_role_is_spurious_and_missed_but_took_part(gold, as_predicted):
    predicted = as_predicted(gold)
    predicted["events"][0]["participations"][2]["role"] = "organised"
    assert counts(gold, predicted, "participation") == (4, 0, 0)
    assert counts(gold, predicted, "participation+role") == (3, 1, 1)


def test_attended_beside_led_is_neither_right_nor_wrong(gold, as_predicted):
    predicted = as_predicted(gold)
    predicted["events"][0]["participations"].append({"participant": "id-e2", "role": "attended"})
    assert counts(gold, predicted, "participation+role") == (4, 0, 0)


def test_an_event_of_another_kind_has_its_date_right(gold, as_predicted):
    predicted = as_predicted(gold)
    predicted["events"][0]["type"] = "visit"
    assert counts(gold, predicted, "event date") == (1, 0, 0)
    assert counts(gold, predicted, "event kind+date") == (0, 1, 1)


def test_errors_carry_the_words_that_prove_what_was_wanted(gold):
    missed = score_article(gold, {"entities": [], "postings": [], "events": []})["participation+role"].mistakes
    assert ("a1: missed 'Budi Hartono' led", "dipimpin Kapolres") in {
        (f"{m.article}: {m.text}", m.quote) for m in missed
    }


@pytest.mark.parametrize(
    ("names", "region", "got", "found"),
    [
        (["KPU Kabupaten Karangsari"], "Kabupaten Karangsari", "KPU Karangsari", True),
        (["KPU Kabupaten Bima"], "Kabupaten Bima", "KPU Kota Bima", False),
        (["KPU Kabupaten Bima"], "Kabupaten Bima", "KPU Bima", False),
        (["Kodim 1610/Klungkung"], None, "Kodim Klungkung", True),
        (["Kodim 1610/Klungkung"], None, "Kodim 1611/Klungkung", False),
        (["Polres Bima"], "Kabupaten Bima", "Polres Bima Kota", False),
        (["Polresta Kendari"], "Kota Kendari", "Kepolisian Resor Kota Kendari", True),
    ],
)
def test_which_names_are_the_same(names, region, got, found):
    gold = {"id": "a", "entities": [entity("e", "PoliceUnit", *names, region=region)], "postings": [], "events": []}
    predicted = {"entities": [{"id": "x", "class": "PoliceUnit", "name": got}], "postings": [], "events": []}
    assert counts(gold, predicted, "institutions") == ((1, 0, 0) if found else (0, 1, 1))


@pytest.mark.parametrize(
    ("got", "wanted", "same"),
    [
        ("Wakapolres", "Wakapolres Karangsari", True),
        ("Wakil Kepala Polres Karangsari", "Wakapolres", True),
        ("Kapolres Karangsari", "Wakapolres Karangsari", False),
        ("Kepala", "Kapolres Karangsari", False),
    ],
)
def test_which_posts_are_the_same(got, wanted, same):
    institution = {"names": ["Polres Karangsari"], "region": "Kabupaten Karangsari"}
    assert same_post(got, wanted, institution, wording()) is same


def test_an_acting_post_is_right_with_its_status_before_it(gold, as_predicted):
    gold["postings"][0]["posts"] = ["Plt Kapolres Karangsari"]
    predicted = as_predicted(gold)
    predicted["postings"][0] |= {"post": "Kapolres Karangsari", "acting": "Plt"}
    assert counts(gold, predicted, "postings") == (2, 0, 0)


def test_an_article_without_prediction_counts_as_missed(gold, as_predicted, tmp_path):
    other = copy.deepcopy(gold) | {"id": "a2"}
    both = Gold(tmp_path, {"a1": gold, "a2": other})
    assert total(score(both, {"a1": as_predicted(gold)}).values())["persons"].figures()[3:] == (2, 0, 2)


def test_a_broken_line_is_named_with_file_and_line(tmp_path):
    file = tmp_path / "p.jsonl"
    file.write_text('{"article": "a", "entities": [], "postings": [], "events": []}\n{"article": "b"}\n')
    with pytest.raises(RecordError, match=r"p\.jsonl:2: entities is missing"):
        read_predictions(file)


def test_a_reference_to_nothing_is_an_error():
    row = {"article": "a", "entities": [], "postings": [], "events": [{"type": "meeting", "date": None}]}
    row["events"][0]["participations"] = [{"participant": "who", "role": "led"}]
    with pytest.raises(RecordError, match=r"events\[0\].participations\[0\].participant is 'who'"):
        predictions([("here", row)])


def test_a_folder_without_annotations_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError):
        read_gold(tmp_path)


@pytest.mark.parametrize("content", ["", "x", "long_forms = 1", 'long_forms = [["a"]]', "long_forms = [[1, 2]]"])
def test_a_table_of_wordings_of_another_form_is_an_error(content, tmp_path):
    (tmp_path / "comparison.toml").write_text(content)
    with pytest.raises(OntologyError, match="can't be read"):
        wording(tmp_path / "comparison.toml")
