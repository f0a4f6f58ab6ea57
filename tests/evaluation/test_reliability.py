"""Confidence against truth, and the shares that follow."""

from __future__ import annotations

import tomllib

import pytest

from kg.errors import OntologyError
from kg.evaluation.confidence import calibrated
from kg.evaluation.reliability import Judged, by_confidence, by_rule, calibration_error
from kg.ontology_files import ontology_folder


def claims(rule, confidence, right, wrong):
    return [Judged("posting", rule, confidence, right=True)] * right + [
        Judged("posting", rule, confidence, right=False)
    ] * wrong


def test_claims_fall_into_the_bin_of_their_confidence():
    rows = by_confidence([*claims("a", 0.95, 3, 1), *claims("b", 0.94, 1, 0), *claims("c", 0.2, 0, 1)])
    assert [(row.label, row.claims, row.right) for row in rows] == [
        ("0.00 – 0.50", 1, 0.0),
        ("0.90 – 0.95", 1, 1.0),
        ("0.95 – 1.00", 4, 0.75),
    ]


def test_promises_that_hold_have_no_calibration_error():
    assert calibration_error(by_confidence(claims("a", 0.75, 3, 1))) == 0.0
    assert calibration_error(by_confidence(claims("a", 0.9, 1, 1))) == 0.4


def test_rules_get_their_smoothed_share_and_rare_rules_keep_theirs(tmp_path):
    file = tmp_path / "confidence.toml"
    file.write_text("# Why.\nfallback = 0.7\n\n[rules]\nled-cue = 0.9\nold = 0.5\n")
    file.write_bytes(calibrated(file, [*claims("led-cue", 0.9, 17, 1), *claims("rare", 0.9, 4, 0)]))
    assert tomllib.loads(file.read_text()) == {"fallback": 0.7, "rules": {"led-cue": 0.9, "old": 0.5}}
    file.write_bytes(calibrated(file, claims("led-cue", 0.9, 4, 4)))
    assert tomllib.loads(file.read_text())["rules"]["led-cue"] == 0.5
    assert file.read_text().startswith("# Why.\nfallback")


def test_a_beginning_has_the_share_of_all_rules_that_begin_so(tmp_path):
    file = tmp_path / "confidence.toml"
    file.write_text("fallback = 0.7\n\n[rules]\nled = 0.9\n")
    file.write_bytes(
        calibrated(file, [*claims("led-cue", 0.9, 2, 2), *claims("led-weak", 0.9, 2, 2), *claims("ledger", 0.9, 9, 0)])
    )
    assert tomllib.loads(file.read_text())["rules"] == {"led": 0.5, "ledger": 0.91}


def test_a_file_of_another_form_is_an_error(tmp_path):
    file = tmp_path / "confidence.toml"
    file.write_text("rules = 3\n")
    with pytest.raises(OntologyError, match="no table of shares"):
        calibrated(file, [])


def test_rules_are_listed_in_order():
    assert [row.label for row in by_rule([*claims("b", 0.9, 1, 0), *claims("a", 0.9, 1, 0)])] == ["a", "b"]


def test_a_rule_that_was_always_right_is_not_called_certain(tmp_path):
    file = tmp_path / "confidence.toml"
    file.write_text("fallback = 0.5\n\n[rules]\n", "utf-8")
    assert b"led-cue = 0.99" in calibrated(file, claims("led-cue", 0.9, 1000, 0))


def test_no_rule_promises_certainty():
    shares = tomllib.loads((ontology_folder() / "confidence.toml").read_text("utf-8"))["rules"]
    assert max(shares.values()) < 1
