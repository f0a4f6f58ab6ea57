"""A knowledge base on disk answers as the one in memory does."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.export.graphml import write_graphml
from kg.export.stats import write_stats
from kg.export.turtle import write_turtle
from kg.graph import stored as stored_module
from kg.graph.fields import reader_of
from kg.graph.knowledge_base import KnowledgeBase, from_lines, to_lines
from kg.graph.stored import open_base
from kg.model import Region
from kg.pipeline.build import Options, build

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "articles"


@pytest.fixture(scope="module")
def statements(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("built")
    build([SEEDS], output, Options(html=False))
    return output / "statements.jsonl"


@pytest.fixture(scope="module")
def in_memory(statements: Path) -> KnowledgeBase:
    with statements.open(encoding="utf-8") as lines:
        return from_lines(lines)


def test_the_same_nouns_in_the_same_order(statements: Path, in_memory: KnowledgeBase) -> None:
    stored = open_base(statements)
    assert list(stored.nodes()) == list(in_memory.nodes())
    assert list(to_lines(stored)) == statements.read_text("utf-8").splitlines()


def test_every_noun_is_found_by_its_id_and_no_other(statements: Path, in_memory: KnowledgeBase) -> None:
    stored = open_base(statements)
    for ours, theirs in (
        (stored.articles, in_memory.articles),
        (stored.events, in_memory.events),
        (stored.postings, in_memory.postings),
        (stored.participations, in_memory.participations),
        (stored.cooccurrences, in_memory.cooccurrences),
    ):
        assert len(ours) == len(theirs) > 0
        assert {name: ours[name] for name in theirs} == theirs
        assert not [name for name in ("", "~", *(f"{known}!" for known in theirs)) if name in ours]


def test_what_is_too_large_to_be_kept_answers_and_is_written_alike(
    statements: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = open_base(statements)
    monkeypatch.setattr(stored_module, "_SMALL", 0)
    streamed = open_base(statements)
    assert isinstance(kept.entities, dict)
    assert not isinstance(streamed.entities, dict)
    assert dict(streamed.entities) == kept.entities
    assert all(name in streamed.posts for name in kept.posts)
    for number, base in enumerate((kept, streamed)):
        write_turtle(base, tmp_path / f"{number}.ttl")
        write_graphml(base, tmp_path / f"{number}.graphml")
        write_stats(base, tmp_path / f"{number}.json")
    for ending in ("ttl", "graphml", "json"):
        assert (tmp_path / f"0.{ending}").read_bytes() == (tmp_path / f"1.{ending}").read_bytes()


def test_a_kind_without_nouns_is_empty(tmp_path: Path, in_memory: KnowledgeBase) -> None:
    path = tmp_path / "statements.jsonl"
    few = KnowledgeBase(events=in_memory.events, entities=in_memory.entities)
    path.write_text("".join(f"{line}\n" for line in to_lines(few)), "utf-8")
    stored = open_base(path)
    assert list(stored.events) == list(in_memory.events)
    assert not stored.articles
    assert not stored.cooccurrences
    assert "claim/0" not in stored.postings


def test_half_a_character_and_numbers_of_any_form_are_read(tmp_path: Path) -> None:
    regions = [
        Region("region/1", "1", "Bali \ud800", "province", None, -8.4, 115.1),
        Region("region/2", "2", "Baris\n\0\U0001f5f3", "province", "region/1", float("inf"), None),
    ]
    path = tmp_path / "statements.jsonl"
    lines = list(to_lines(KnowledgeBase(regions={region.id: region for region in regions})))
    lines[1] = lines[1].replace('"lat":null', '"lat":1e999')  # JSON has no sign for what is without end
    path.write_bytes("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass"))
    assert list(open_base(path).regions.values()) == regions


@pytest.mark.parametrize(
    "line", [b"{", b"[]", b'{"id":"region/1"}', b'{"id":1,"code":"","name":"","type":""}', b"\xff"]
)
def test_what_is_no_noun_is_an_error(line: bytes) -> None:
    with pytest.raises((ValueError, TypeError)):
        reader_of(Region)(line)
