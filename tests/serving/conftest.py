"""A server on a free port over a small graph, one for all tests."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kg.export.turtle import write_trig, write_turtle
from tests.rdf.builders import plain_base


@contextlib.contextmanager
def serving(graph: Path, *options: str) -> Iterator[str]:
    """The address of `kg serve` over a graph, until the block ends."""
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"})
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.match(r"(http://[^/]+)/", line)
        assert found, line + process.stderr.read()
        yield found[1]
    finally:
        process.terminate()
        process.wait(timeout=30)
        process.stderr.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[httpx.Client]:
    folder = tmp_path_factory.mktemp("served")
    write_turtle(plain_base(), folder / "graph.ttl")
    (folder / "graph.html").write_text("<!doctype html><title>Graf</title>", "utf-8")
    options = ("--timeout", "3", "--max-mb", "1", "--workers", "3")
    with serving(folder, *options) as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def graphs(tmp_path_factory) -> Iterator[httpx.Client]:
    """A server over a file with named graphs."""
    path = tmp_path_factory.mktemp("graphs") / "graph.trig"
    write_trig(plain_base(), path)
    with serving(path, "--workers", "1") as address, httpx.Client(base_url=address, timeout=30) as client:
        yield client
