"""The page's data, layout and frame, without a browser."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from array import array
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.export.html import to_html, write_html
from kg.export.html.columns import PIECE, Rows, as_json, joined, pieces
from kg.export.html.data import EDGE_KINDS, page_data
from kg.export.html.layout import Edges, positions, with_context
from kg.export.html.network import ExplorerNetwork
from kg.export.html.together import SCOPES
from kg.graph.knowledge_base import KnowledgeBase, ends_of

from .bases import hostile, small, synthetic


class Blocks(HTMLParser):
    """The script elements of a page by id, and every tag's attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.blocks: dict[str, str] = {}
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.at = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.at = dict(attrs).get("id") or "code" if tag == "script" else ""

    def handle_endtag(self, tag: str) -> None:
        self.at = ""

    def handle_data(self, data: str) -> None:
        if self.at:
            self.blocks[self.at] = self.blocks.get(self.at, "") + data


@pytest.fixture(scope="module")
def page() -> Blocks:
    return Blocks(to_html(small()))


def test_the_page_names_no_address_of_its_own(page: Blocks) -> None:
    for tag, attributes in page.tags:
        assert tag not in {"iframe", "object", "embed", "base", "form", "img"}
        assert not attributes.get("src")
        assert attributes.get("href") in (None, "data:,")
    assert page.blocks["graph"] and page.blocks["quotes"] and "vis-network" in page.blocks["vis-network"]


def test_the_policy_forbids_every_connection(page: Blocks) -> None:
    policy = next(a["content"] for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy") or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy and "connect-src" not in policy and "http" not in policy


def test_every_claim_is_there_with_its_quote(page: Blocks) -> None:
    base, graph, quotes = small(), json.loads(page.blocks["graph"]), json.loads(page.blocks["quotes"])
    ids = graph["nodes"]["id"]
    told = set()
    for e, proofs in enumerate(quotes["proofs"]):
        for sentence, start, length, offset in proofs:
            quote = (
                quotes["sentences"][sentence].encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")
            )
            told.add(
                (
                    ids[graph["edges"]["s"][e]],
                    ids[graph["edges"]["t"][e]],
                    EDGE_KINDS[graph["edges"]["k"][e]],
                    quote,
                    offset,
                )
            )
    for part in base.participations.values():
        for e in part.evidence:
            assert (part.participant, part.event, part.role, e.quote, e.start) in told
    for posting in base.postings.values():
        for e in posting.evidence:
            assert (posting.person, posting.institution, "posting", e.quote, e.start) in told


def test_quotes_behind_characters_of_two_units_are_found() -> None:
    quotes = page_data(hostile("𝒜yu 🎈 hadir")).quotes
    sentence, start, length, _ = quotes["proofs"][0][0]
    units = quotes["sentences"][sentence].encode("utf-16-le")
    assert units[2 * start : 2 * (start + length)].decode("utf-16-le") == "𝒜yu 🎈 hadir"


def test_copies_of_an_article_are_one_source() -> None:
    edges = page_data(small()).graph["edges"]
    led = next(at for at, kind in enumerate(edges["k"]) if EDGE_KINDS[kind] == "led" and len(edges["ev"][at]) == 3)
    assert edges["n"][led] == 2


def test_regions_may_come_from_a_gazetteer() -> None:
    base = small()
    bare = KnowledgeBase(
        base.articles, {}, base.entities, base.posts, base.events, base.postings, base.participations, {}
    )
    given = {region.code: region for region in base.regions.values()}

    class Gazetteer:
        def region(self, code: str) -> object:
            return given.get(code)

    assert page_data(bare).graph["regions"]["name"] == ["", "", ""]
    assert page_data(bare, gazetteer=Gazetteer()).graph["regions"]["name"][0] == "Bali"


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from bases import synthetic\n"
        "from kg.export.html import write_html; write_html(synthetic(400, 1200), sys.argv[2])"
    )
    pages = []
    for seed in ("0", "1", "42"):
        path = tmp_path / f"{seed}.html"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, str(Path(__file__).parent), str(path)], check=True, env=environment)
        pages.append(path.read_bytes())
    assert pages[0] == pages[1] == pages[2]


def test_an_earlier_page_lends_its_places_and_the_bytes_stay(tmp_path: Path) -> None:
    path, steps = tmp_path / "graph.html", []
    write_html(small(), path)
    first = path.read_bytes()
    write_html(small(), path, progress=lambda step, done, total: steps.append(step))
    assert path.read_bytes() == first
    assert "layout" not in steps and "page" in steps


def test_an_earlier_page_of_another_graph_lends_nothing(tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    write_html(synthetic(60, 100), path)
    write_html(small(), path)
    assert path.read_text(encoding="utf-8") == to_html(small())


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="can't write"):
        write_html(small(), tmp_path / "file" / "graph.html")


def test_an_empty_base_makes_a_page() -> None:
    assert json.loads(Blocks(to_html(KnowledgeBase())).blocks["graph"])["nodes"]["id"] == []


def test_broken_characters_are_written(tmp_path: Path) -> None:
    write_html(hostile("rusak \udc80 \x00 \ufffe"), tmp_path / "graph.html")
    page = Blocks((tmp_path / "graph.html").read_text(encoding="utf-8"))
    assert "rusak \udc80 \x00 \ufffe" in json.loads(page.blocks["graph"])["nodes"]["label"]


def test_json_holds_no_markup_and_reads_back() -> None:
    value = {"<!--": "</script><script>&amp;\u2028", "deep": ["]]>", "<\u2029"]}
    text = as_json(value)
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == value


@pytest.mark.parametrize("seed", range(3))
def test_places_keep_apart_and_do_not_depend_on_the_order_of_edges(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - made-up data
    edges = [(rng.randrange(90), rng.randrange(90), 1.0) for _ in range(160)]
    places = positions(100, Edges.of(sorted(edges)))
    near = min((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 for i, a in enumerate(places) for b in places[:i])
    assert near > 12**2
    assert positions(100, Edges.of(sorted(edges))) == places


def test_linked_nodes_are_nearer_than_strangers() -> None:
    edges = [(g * 12 + a, g * 12 + b, 1.0) for g in range(6) for a in range(12) for b in range(a) if (a + b) % 3]
    places = positions(72, Edges.of(edges))

    def far(a: int, b: int) -> float:
        return ((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5

    linked = sum(far(a, b) for a, b, _ in edges) / len(edges)
    strangers = sum(far(a, b) for a in range(72) for b in range(a)) / (72 * 71 / 2)
    assert linked * 2 < strangers


def test_units_that_no_article_names_take_no_room() -> None:
    edges = [(a, b, 1.0) for a in range(8) for b in range(a)]
    above = {8: [0], 9: [8], 10: [8, 9], 11: []}
    climbing = [*edges, (0, 8, 0.6), (8, 9, 0.6), (8, 10, 0.6), (9, 10, 0.6)]
    places = with_context(12, Edges.of(climbing), above)
    assert places[:8] == positions(8, Edges.of(edges))
    assert ((places[8][0] - places[0][0]) ** 2 + (places[8][1] - places[0][1]) ** 2) ** 0.5 < 80


def test_the_network_keeps_the_interface_of_pyvis(tmp_path: Path) -> None:
    from pyvis.network import Network

    network = ExplorerNetwork()
    assert isinstance(network, Network)
    network.add_node(1, "satu")
    network.add_node(1, "dua kali")
    network.add_node(2)
    network.add_edge(1, 2)
    network.add_edge(1, 2)
    assert [n["label"] for n in network.nodes] == ["satu", "2"] and network.num_edges() == 2
    with pytest.raises(ValueError, match="no such node"):
        network.add_edge(1, 3)


def test_twenty_thousand_nodes_and_sixty_thousand_edges_fit() -> None:
    network = ExplorerNetwork()
    for n in range(20_000):
        network.add_node(n, "x", x=n, y=n)
    for e in range(60_000):
        network.add_edge(e % 20_000, (e * 7) % 20_000)
    assert len(network.nodes) == 20_000 and network.num_edges() > 20_000


def test_a_claim_takes_little_room() -> None:
    base = synthetic(1000, 3000)
    assert len(to_html(base).encode()) - len(to_html(KnowledgeBase()).encode()) < 1200 * 3000


def test_both_languages_say_everything() -> None:
    words = json.loads(Blocks(to_html(KnowledgeBase())).blocks["words"])
    assert words["en"].keys() == words["id"].keys()
    holes = re.compile(r"\{\w+\}")
    for key in words["en"]:
        assert sorted(holes.findall(words["en"][key])) == sorted(holes.findall(words["id"][key])), key


def test_every_word_that_the_scripts_ask_for_exists() -> None:
    folder = Path(sys.modules["kg.export.html"].__file__ or "").parent
    words = json.loads((folder / "i18n.json").read_text(encoding="utf-8"))["en"]
    for script in folder.glob("*.js"):
        for key in re.findall(r'\bt\("([^"]+)"[,)]', script.read_text(encoding="utf-8")):
            assert key in words, f"{script.name}: {key}"


@pytest.mark.parametrize("base", [small(), synthetic(120, 300)])
def test_every_co_occurrence_reads_back_from_its_steps(base: KnowledgeBase) -> None:
    page = json.loads("".join(pieces(page_data(base).together)))
    ids = [*base.entities, *base.events]
    names = [node.article for node in base.articles.values()]
    told, left, right, articles = iter(page["articles"]), 0, 0, []
    found = set()
    for s, t, scope, count, size in zip(*(page[key] for key in ("s", "t", "scope", "n", "size")), strict=True):
        left, right = left + s, right + t
        articles = articles if size < 0 else [names[next(told)] for _ in range(size)]
        found.add((ids[left], ids[right], SCOPES[scope], count, tuple(articles)))
    assert next(told, None) is None
    assert found == {(*pair.between, pair.scope, pair.count, pair.articles) for pair in base.cooccurrences.values()}


def test_columns_are_written_in_pieces_that_make_the_same_json() -> None:
    rows = Rows(2)
    for at in range(2 * PIECE + 1):
        rows.append([at, -at] * (at % 3))
    value = {
        "rows": rows,
        "numbers": array("i", range(PIECE + 5)),
        "words": ["<a>"] * (PIECE + 1),
        "none": Rows(),
        "o": {},
    }
    written = json.loads("".join(joined(pieces(value))))
    assert written["rows"][2] == [[2, -2], [2, -2]] and written["rows"] == list(rows)
    assert written["numbers"] == list(range(PIECE + 5)) and set(written["words"]) == {"<a>"}
    assert written["none"] == [] and written["o"] == {}


def test_many_small_groups_find_room() -> None:
    count = 6000
    places = positions(count, Edges.of((at, at + 1, 1.0) for at in range(0, count, 2)))
    assert len(set(places)) > 0.99 * count


def test_a_page_of_a_part_holds_the_most_connected_and_says_so(tmp_path: Path) -> None:
    base = synthetic(300, 900)
    whole = write_html(base, tmp_path / "whole.html")
    assert not whole.left_out and "whole" not in json.loads(Blocks(to_html(base)).blocks["graph"])
    held = write_html(base, tmp_path / "part.html", most=50)
    page = Blocks((tmp_path / "part.html").read_text(encoding="utf-8"))
    graph, quotes = json.loads(page.blocks["graph"]), json.loads(page.blocks["quotes"])
    claims = Counter(end for c in base.statements() for end in ends_of(c) if end in base.entities or end in base.events)
    ids = graph["nodes"]["id"]
    assert (
        held.nodes == len(ids) >= 50
        and held.total == len(base.entities) + len(base.events) == held.nodes + held.left_out
    )
    assert set(sorted(claims, key=lambda end: (-claims[end], end))[:50]) <= set(ids)
    assert graph["whole"] == {"nodes": held.total, "claims": 900}
    assert all(end < len(ids) for name in "st" for end in graph["edges"][name])
    assert len(quotes["proofs"]) == len(graph["edges"]["s"]) > 0
