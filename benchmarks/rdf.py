"""RDF at 100,000 triples: writing Turtle, every named question in two engines, a cold `kg query`, 50 clients at once.

    python benchmarks/rdf.py [--claims 2600] [--serve SECONDS]
    python benchmarks/rdf.py --built FOLDER

rdflib's own writer and query engine are what everything is compared with. With a folder that `kg build` wrote, its
Turtle and GraphML are written again and its store is built: seconds of the processor, and memory beyond that of the
knowledge base.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import io
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import httpx
import rdflib

from kg.export.graphml import write_graphml
from kg.export.turtle import turtle, write_turtle
from kg.graph.catalogue import bind, load_catalogue
from kg.graph.loading import load_base
from kg.graph.rdf import describe
from kg.graph.rdflib_engine import to_rdflib
from kg.graph.sparql import open_engine
from kg.graph.store import find_source, prepare
from kg.graph.terms import prefixes
from tests.rdf.builders import large_base

POLRES = "institution/polres-10.01"
GIVEN = {"who": POLRES, "a": POLRES, "institution": POLRES, "unit": POLRES, "b": "institution/kpu-11.03"}
GIVEN |= {"day": "2024-05-05", "region": "10", "article": "a3"}


def timed(work, least: int = 1) -> tuple[float, object]:
    """The best of a few runs in seconds, and the result."""
    best, result = float("inf"), None
    for _ in range(least):
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
    return best, result


def writing(base) -> None:
    dataset = describe(base)
    subjects, triples = list(dataset.subjects()), dataset.triples
    graph = rdflib.Graph()
    for prefix, namespace in prefixes().items():
        graph.bind(prefix, namespace)
    for triple in triples:
        graph.add(tuple(map(to_rdflib, triple)))
    ours, _ = timed(lambda: "".join(turtle(subjects)), 3)
    whole, _ = timed(lambda: write_turtle(base, io.BytesIO()), 2)
    theirs, _ = timed(lambda: graph.serialize(format="turtle"), 2)
    print(f"{len(triples)} triples")
    print(f"write Turtle: {ours:.2f} s, rdflib {theirs:.2f} s: {theirs / ours:.1f} x")
    print(f"write Turtle from the knowledge base: {whole:.2f} s")


def resident() -> int:
    """Bytes of memory that this process has now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def measured(name: str, work) -> None:
    """Print the time and the highest memory of some work, beyond what there was before."""
    gc.collect()
    before, highest, done = resident(), 0, threading.Event()

    def watch() -> None:
        nonlocal highest
        while not done.wait(0.01):
            highest = max(highest, resident())

    watcher = threading.Thread(target=watch)
    watcher.start()
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    done.set()
    watcher.join()
    print(f"{name}: {seconds:.1f} s, {max(highest - before, 0) / 1e6:.0f} MB")


def rewriting(folder: Path) -> None:
    base = load_base(folder)
    print(f"{len(base.articles)} articles, {len(base.cooccurrences)} co-occurrences")
    with tempfile.TemporaryDirectory() as name:
        made = Path(name)
        measured("Turtle", lambda: write_turtle(base, made / "graph.ttl"))
        measured("GraphML", lambda: write_graphml(base, made / "graph.graphml"))
        measured("store", lambda: prepare(find_source(made / "graph.ttl")))


def questions(path: Path, only: list[str]) -> None:
    source = find_source(path)
    load, quick = timed(lambda: open_engine(source))
    again, quick = timed(lambda: open_engine(source))
    slow_load, slow = timed(lambda: open_engine(source, "rdflib"))
    print(f"open: first {load:.2f} s, again {again:.3f} s; rdflib {slow_load:.2f} s")
    ratios = []
    for name, question in load_catalogue().items():
        if only and name not in only:
            continue
        given = {p.name: GIVEN[p.name] for p in question.parameters if p.default is None}
        terms = bind(question, given, quick)
        ours, answer = timed(lambda q=question, t=terms: quick(q.query, parameters=t), 3)
        theirs, other = timed(lambda q=question, t=terms: slow(q.query, parameters=t))
        same = "same rows" if list(answer.rows) == list(other.rows) else "ROWS DIFFER"
        ratios.append(theirs / ours)
        figures = f"{ours * 1000:9.1f} ms {theirs * 1000:10.1f} ms {theirs / ours:7.0f} x"
        print(f"  {name:32}{len(answer.rows):7} {same} {figures}")
    print(f"median: {statistics.median(ratios):.0f} x")


def cold(path: Path) -> None:
    command = [sys.executable, "-m", "kg", "query", str(path), "who-met", "--a", GIVEN["a"], "--format", "csv"]
    subprocess.run(command, check=True, capture_output=True)
    seconds, _ = timed(lambda: subprocess.run(command, check=True, capture_output=True), 5)
    print(f"repeated kg query, cold process: {seconds:.2f} s")


async def clients(address: str, seconds: float, count: int = 50) -> None:
    ends, wrong, times = time.monotonic() + seconds, 0, []

    async def client(number: int) -> int:
        nonlocal wrong
        sent = 0
        async with httpx.AsyncClient(base_url=address, timeout=60) as http:
            while time.monotonic() < ends:
                start = time.perf_counter()
                query = f'SELECT ("{number}-{sent}" AS ?n) (COUNT(?e) AS ?c) {{ ?s <https://kg.example/ns#led> ?e }}'
                answer = await http.get("/sparql", params={"query": query})
                times.append(time.perf_counter() - start)
                sent += 1
                row = answer.json()["results"]["bindings"][0] if answer.status_code == 200 else {"n": {"value": ""}}
                wrong += row["n"]["value"] != f"{number}-{sent - 1}"
        return sent

    sent = sum(await asyncio.gather(*(client(number) for number in range(count))))
    print(f"{count} clients, {seconds:.0f} s: {sent} answers, {wrong} wrong or lost, {sent / seconds:.0f} a second, "
          f"median {statistics.median(times) * 1000:.0f} ms, worst {max(times) * 1000:.0f} ms")  # fmt: skip


def serving(folder: Path, seconds: float) -> None:
    command = [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        address = process.stderr.readline().split("  ")[0]
        asyncio.run(clients(address, seconds))
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=2600)
    parser.add_argument("--serve", type=float, default=0.0, metavar="SECONDS")
    parser.add_argument("--only", action="append", default=[], metavar="QUESTION")
    parser.add_argument("--built", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    if options.built:
        rewriting(options.built)
        return
    base = large_base(options.claims)
    writing(base)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "graph.ttl"
        write_turtle(base, path)
        questions(path, options.only)
        cold(path)
        if options.serve:
            serving(Path(name), options.serve)


if __name__ == "__main__":
    main()
