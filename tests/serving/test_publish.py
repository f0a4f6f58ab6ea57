"""`kg publish` against a graph store that is not ours: a real Oxigraph server."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from kg.cli.main import main
from kg.export.turtle import write_turtle
from tests.rdf.builders import hostile_base, plain_base

SERVER = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
pytestmark = pytest.mark.skipif(SERVER is None, reason="the Oxigraph server (PyPI: oxigraph) is not installed")


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(SERVER), "serve", "--location", str(tmp_path_factory.mktemp("store")), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _ in range(100):
        try:
            httpx.get(address, timeout=1)
            break
        except httpx.TransportError:
            time.sleep(0.1)
    yield address
    process.terminate()
    process.wait(timeout=30)


def publish(folder: Path, *options: str):
    return CliRunner().invoke(main, ["publish", str(folder), *options])


def count(store: str, where: str = "?s ?p ?o") -> int:
    query = f"SELECT (COUNT(*) AS ?n) {{ {where} }}"
    answer = httpx.get(f"{store}/query", params={"query": query}, headers={"Accept": "application/sparql-results+json"})
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_graph_goes_to_the_store_and_is_replaced(store, tmp_path):
    write_turtle(plain_base(), tmp_path / "graph.ttl")
    for _ in range(2):
        assert publish(tmp_path, "--graph-store", f"{store}/store").exit_code == 0
        assert count(store) == 201
    assert publish(tmp_path, "--graph-store", f"{store}/store", "--graph", "https://x.example/g?a=b&c").exit_code == 0
    assert count(store, "GRAPH <https://x.example/g?a=b&c> { ?s ?p ?o }") == 201


def test_hostile_text_arrives_and_is_added(store, tmp_path):
    write_turtle(hostile_base(), tmp_path / "graph.ttl")
    graph = "https://x.example/hostile"
    assert publish(tmp_path, "--graph-store", f"{store}/store", "--graph", graph, "--add").exit_code == 0
    before = count(store, f"GRAPH <{graph}> {{ ?s ?p ?o }}")
    write_turtle(plain_base(), tmp_path / "graph.ttl")
    assert publish(tmp_path, "--graph-store", f"{store}/store", "--graph", graph, "--add").exit_code == 0
    assert count(store, f"GRAPH <{graph}> {{ ?s ?p ?o }}") > before > 200


def test_mistakes_are_explained(store, tmp_path):
    write_turtle(plain_base(), tmp_path / "graph.ttl")
    wrong = publish(tmp_path, "--graph-store", f"{store}/nix")
    assert (wrong.exit_code, "Oxigraph's is /store" in wrong.stderr) == (1, True)
    gone = publish(tmp_path, "--graph-store", "http://127.0.0.1:9/store")
    assert (gone.exit_code, "can't be reached" in gone.stderr) == (1, True)
    assert publish(tmp_path, "--graph-store", "file:///etc/passwd").exit_code == 2
