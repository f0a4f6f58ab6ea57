"""What is written as it comes says the same as what is made of objects, in little memory."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.export.blocks import Blocks, Shortener
from kg.export.frequent import FrequentBlocks
from kg.export.graphml import graphml, write_graphml
from kg.export.network import to_networkx
from kg.export.turtle import turtle, write_turtle
from kg.graph.asides import Asides
from kg.graph.notation import resource, text
from kg.graph.ordering import in_order
from kg.graph.pairs import grouped
from kg.graph.rdf import Dataset, Plain, describe
from kg.graph.resources import Quoted, Resources
from kg.graph.terms import DEFAULT_BASE
from kg.grouping import SortedFiles
from kg.model import CoOccurrence, Evidence, Participation, Posting
from kg.ontology_files import load_ontology
from tests.rdf.builders import HOSTILE, hostile_base, large_base, plain_base


@pytest.mark.parametrize("block", range(0x11))
def test_a_literal_is_written_as_pyoxigraph_writes_it(block):
    for code in range(block << 16, (block + 1) << 16, 1 if block == 0 else 251):
        if not 0xD800 <= code < 0xE000:
            sign = chr(code)
            assert text(sign) == str(ox.Literal(sign)), hex(code)


@given(st.text())
@example('"\\')
@example("\\u0041\ufffe\uffff\x7f")
def test_a_literal_of_any_text_comes_back(value):
    assert text(value, "id") == str(ox.Literal(value, language="id"))


@given(st.text(st.characters(categories=("Cs",)), min_size=1))
def test_half_a_character_never_reaches_a_file(value):
    text(value).encode()


IDS = ("person/a", "person/a-1", "person/a.1", "person/ab", "institution/kpu-11", "institution/kpu-11.01", "apa saja",
       "person/..", "</person/a>", "%s", *HOSTILE)  # fmt: skip
PAIRS = [
    CoOccurrence("cooccurrence/1", (left, right), "article", count, articles, events)
    for left in IDS
    for right in (IDS[0], IDS[5], IDS[7], HOSTILE[2])
    for count, articles, events in ((1, ("a1",), ()), (3, ("a2", "a1", "a1"), ("event/2", "event/1")), (0, (), ()))
]


def by_facts(made: Iterable[tuple[str, list]]) -> str:
    blocks = Blocks(Shortener(DEFAULT_BASE))
    return "".join(blocks.block(subject, facts) for subject, facts in made)


@pytest.fixture
def known() -> Iterator[Resources]:
    with SortedFiles() as quotes:
        yield Resources(plain_base(), load_ontology(), quotes)


def test_a_pair_laid_out_by_hand_is_the_blocks_of_its_facts(known):
    blocks = FrequentBlocks(Shortener(DEFAULT_BASE))
    for pair in [*grouped(PAIRS), *grouped(replace(pair, between=PAIRS[0].between) for pair in PAIRS)]:
        assert blocks.pair(known, pair) == by_facts(Plain().pair(known, pair)), pair


text_or_none = st.none() | st.text(max_size=9) | st.sampled_from(["2024-08-30", "2024-13-01", "2024", *HOSTILE])
names, claims = st.sampled_from(IDS), st.sampled_from(["claim/1", "claim/a b"])
proofs = st.builds(
    Evidence, st.sampled_from(["a1", "a2", "nowhere", HOSTILE[1]]), st.integers(0, 3), st.integers(4, 5),
    *[st.text(max_size=5) | st.sampled_from(HOSTILE)] * 3,
)  # fmt: skip
several = st.lists(st.text(max_size=3) | st.sampled_from(HOSTILE), max_size=3).map(tuple)
shared = {
    "status": st.sampled_from(["accepted", "conflict", "rejected"]), "rules": several, "notes": several,
    "confidence": st.floats() | st.sampled_from([0.5, 1.0, 0.123456]),
    "evidence": st.lists(proofs, max_size=4).map(tuple),
}  # fmt: skip
postings = st.builds(
    Posting, claims, names, names, names, text_or_none, text_or_none, st.booleans(), *[text_or_none] * 4, **shared
)
parts = st.builds(
    Participation, claims, names, names, st.sampled_from(["led", "organised", "attended"]), st.none() | names,
    st.none() | names, **shared,
)  # fmt: skip


@given(claim=postings | parts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_claim_laid_out_by_hand_is_the_block_of_its_facts(known, claim):
    assert FrequentBlocks(Shortener(DEFAULT_BASE)).claim(known, claim) == by_facts(Plain().claim(known, claim))


@given(item=proofs)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_quote_laid_out_by_hand_is_the_blocks_of_its_facts(known, item):
    told = Quoted(item.article, item.start, item.end, item.quote, item.prefix, item.suffix)
    made = FrequentBlocks(Shortener(DEFAULT_BASE)).quote(known, "evidence/1", told)
    assert made == by_facts(Plain().quote(known, "evidence/1", told))


def subjects_of(lines: str) -> list[str]:
    return [line.split()[0] for line in lines.split("\n") if line and not line.startswith((" ", "@"))]


@pytest.mark.parametrize("base", [plain_base(), large_base(120)], ids=["plain", "large"])
def test_subjects_come_once_and_by_iri(base):
    short = Shortener(DEFAULT_BASE)
    names = subjects_of("".join(turtle(describe(base))))
    spaces = {f"{prefix}:": space for prefix, space in short.namespaces.items()}
    iris = [spaces[name.partition(":")[0] + ":"] + name.partition(":")[2] for name in names]
    assert iris == sorted(set(iris))


def test_facts_of_others_come_out_once_and_by_subject():
    asides = Asides()
    asides.tie(resource("person/b"), resource("person/a"), "<together>")
    asides.tie(resource("person/a"), resource("person/b"), "<together>")
    asides.add(resource("person/a"), [("<led>", resource("event/1")), ("<led>", resource("event/1"))])
    assert [(subject, sorted(facts)) for subject, facts in asides.subjects()] == [
        ("</person/a>", [("<led>", "</event/1>"), ("<together>", "</person/b>")]),
        ("</person/b>", [("<together>", "</person/a>")]),
    ]


def test_values_come_by_key_whatever_the_mapping():
    ordered = {f"{n:02}": n for n in range(20)}
    assert list(in_order(ordered)) == list(in_order(dict(reversed(ordered.items())))) == list(range(20))


@pytest.mark.parametrize("base", [plain_base(), hostile_base(), large_base(60)], ids=["plain", "hostile", "large"])
def test_networkx_reads_what_it_would_have_written(base):
    read = nx.read_graphml(io.BytesIO("".join(graphml(base)).encode()), force_multigraph=True)
    expected = to_networkx(base)
    assert dict(read.nodes(data=True)) == dict(expected.nodes(data=True))
    told = {key: (source, target, data) for source, target, key, data in read.edges(keys=True, data=True)}
    for source, target, key, data in expected.edges(keys=True, data=True):
        shown = data | {"id": key}
        if shown["confidence"] == shown["confidence"]:
            assert told[key] == (source, target, shown)
    assert len(told) == expected.number_of_edges()


class Endless(Mapping[str, CoOccurrence]):
    """Co-occurrences that are made as they are asked for, as those of a file would be."""

    def __init__(self, pairs: int) -> None:
        self._pairs = pairs

    def __getitem__(self, key: str) -> CoOccurrence:
        number = int(key.rpartition("/")[2])
        ends = ("institution/kpu-51.05", f"institution/polres-51.{number % 2:02}")
        return CoOccurrence(key, ends, "article", number % 5, ("a1",))

    def __iter__(self) -> Iterator[str]:
        return (f"cooccurrence/{number:08}" for number in range(self._pairs))

    def __len__(self) -> int:
        return self._pairs


class Nowhere(io.RawIOBase):
    def write(self, data: bytes) -> int:  # type: ignore[override]
        return len(data)


@pytest.mark.parametrize("write", [write_turtle, write_graphml])
def test_memory_does_not_grow_with_co_occurrences(write):
    def peak(pairs: int) -> int:
        base = replace(plain_base(), cooccurrences=Endless(pairs))
        tracemalloc.start()
        write(base, Nowhere())
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    load_ontology()
    write(plain_base(), Nowhere())
    few, many = peak(2_000), peak(12_000)
    assert many < few + 1_000_000


def test_a_dataset_can_be_walked_through_again():
    dataset = describe(large_base(30))
    assert isinstance(dataset, Dataset)
    first = list(turtle(dataset))
    assert first != []
    assert list(turtle(dataset)) == first
