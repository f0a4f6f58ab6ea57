"""Two processes tell what one does, to the byte, and leave nothing behind, also when one of them fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import KGError, OutputError
from kg.lexicon.compile import load_lexicon
from kg.linking.decisions import read_decisions
from kg.pipeline import by_two, telling
from kg.pipeline.beside import talking, talking_to_two
from kg.pipeline.extraction import Extraction
from kg.spool import Spool
from kg.wire import dumps
from tests.pipeline.talkers import die, double, fail, fail_at_once, hand_on

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def lines() -> list[tuple[str, bytes]]:
    extraction = Extraction()
    return [(article.id, dumps(extraction.record(article))) for article in extraction.articles([SEEDS / "articles"])]


def told(lines: list[tuple[str, bytes]], work: Path, jobs: int, decisions: Path | None = None) -> bytes:
    work.mkdir(exist_ok=True)
    with Spool(work) as records:
        for article, line in lines:
            records.take(article, line)
        chosen = read_decisions(decisions) if decisions else ()
        return b"".join(telling.statements(records, chosen, load_lexicon(), work, jobs=jobs))


def test_two_processes_tell_the_same(
    lines: list[tuple[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "MANY", 1)
    found = told(lines, tmp_path / "two", jobs=2)
    assert found == told(lines, tmp_path / "one", jobs=1)
    assert found == told(lines[::-1], tmp_path / "two", jobs=2)
    assert found.count(b"\n") > 1000
    assert not list((tmp_path / "two").iterdir())


@pytest.mark.parametrize("jobs", [1, 2])
def test_records_free_the_disk_before_statements_are_written(
    lines: list[tuple[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(telling, "MANY", 1)
    with Spool(tmp_path) as records:
        for article, line in lines:
            records.take(article, line)
        away = list(tmp_path.glob("lines-*"))
        pieces = telling.statements(records, (), load_lexicon(), tmp_path, jobs=jobs)
        assert next(pieces)
        assert away
        assert not any(path.exists() for path in away)
        pieces.close()


def test_two_processes_take_decisions(
    lines: list[tuple[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "MANY", 1)
    decisions = SEEDS / "decisions.csv"
    assert told(lines, tmp_path, 2, decisions) == told(lines, tmp_path, 1, decisions)


def test_a_record_alone_is_told_by_two(
    lines: list[tuple[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "MANY", 0)
    for some in ([], lines[:1]):
        assert told(some, tmp_path, jobs=2) == told(some, tmp_path, jobs=1)


def test_values_go_to_and_fro() -> None:
    with talking(double, 2) as other:
        for value in ([1], "x" * 1_000_000):
            other.tell(value)
            assert other.hear() == value * 2


def test_what_fails_in_the_other_is_told_to_who_listens() -> None:
    with pytest.raises(OutputError, match="no space"), talking(fail) as other:
        other.tell(1)
        other.hear()
    with pytest.raises(KGError, match=r"died \(exit 7\)"), talking(die) as other:
        other.tell(1)
        other.hear()
    with pytest.raises(KGError, match=r"died \(exit 7\)"), talking(die) as other:
        while True:
            other.tell("x" * 1_000_000)


def test_two_others_talk_with_each_other() -> None:
    with talking_to_two((hand_on, (2,)), (double, (2,))) as others:
        for value in ([1], "x" * 1_000_000):
            others.tell(value)
            assert others.hear() == value * 2


def test_what_fails_in_either_of_two_is_told() -> None:
    for first, second in (((hand_on, (1,)), (fail, ())), ((fail, ()), (double, (1,)))):
        with pytest.raises(OutputError, match="no space"), talking_to_two(first, second) as others:
            others.tell(1)
            others.hear()
    for first, second in (((hand_on, (1,)), (die, ())), ((die, ()), (double, (1,)))):
        with pytest.raises(KGError, match="died"), talking_to_two(first, second) as others:
            others.tell(1)
            others.hear()


@pytest.mark.parametrize("name", ["_link", "serve", "_tell"])
def test_what_fails_in_any_process_leaves_nothing_behind(
    lines: list[tuple[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(telling, "MANY", 1)
    monkeypatch.setattr(by_two, name, fail_at_once)
    with pytest.raises(OutputError, match="no space"):
        told(lines, tmp_path, jobs=2)
    assert not list(tmp_path.iterdir())


def test_what_fails_there_leaves_nothing_behind(
    lines: list[tuple[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "MANY", 1)
    monkeypatch.setattr(by_two, "_tell_other", fail_at_once)
    with pytest.raises(OutputError, match="no space"):
        told(lines, tmp_path, jobs=2)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk is always full here")
def test_a_disk_that_is_full_is_told(tmp_path: Path) -> None:
    (tmp_path / "0").symlink_to("/dev/full")
    with pytest.raises(OutputError, match="No space") as told:
        by_two._write_parts([b"{}", b"{}"], tmp_path)
    assert "free some space" in told.value.hint
