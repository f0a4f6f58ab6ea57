"""Whether time grows about linearly with the length of any text: `python -m benchmarks.growth`.

Texts that repeat one piece are read at two lengths: signs, pairs of signs, words of every scheme of the ontology with
what may stand between them. Prints the pieces whose time grew most, and exits with 1 where time grew by the square.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from itertools import product

from kg.model import Article
from kg.ontology_files import load_ontology
from kg.pipeline.extraction import Extraction
from kg.reading.metadata import metadata_of
from kg.reading.plain import plain_text

SIGNS = (
    " ",
    "\n",
    "a",
    "A",
    "0",
    ".",
    ",",
    '"',
    "“",
    "”",
    "(",
    ")",
    "-",
    "/",
    ":",
    "’",
    "'",
    "<",
    "\t",
    "\u200b",
    "&",
    "=",
    "#",
)
SHORT, TIMES = 1_000, 4
LINEAR = 1.9  # of the ratio that linear growth would have; the square has TIMES
_WORDS = 2  # of each scheme
_TAGS = (
    "<p>",
    "<div ",
    "</a",
    "<!--",
    "<meta ",
    "<h1>",
    "<figcaption>",
    "<time datetime=",
    "<script>",
    "a=b ",
    "&#",
    "<svg>",
)

Read = Callable[[str], object]


def pieces() -> Iterator[str]:
    """What is repeated: signs alone and in pairs, and words with what stands between them."""
    yield from SIGNS
    yield from ("".join(pair) for pair in product(SIGNS, repeat=2) if pair[0] != pair[1])
    ontology = load_ontology()
    for scheme in ontology.schemes:
        labels = sorted({label.text for concept in ontology.scheme(scheme) for label in concept.labels})
        for word in labels[:: max(1, len(labels) // _WORDS)][:_WORDS]:
            yield from (f"{word}{between}" for between in (" ", ", ", ". ", "\n", "", " Ani "))


def pages() -> Iterator[str]:
    """What is repeated in a page."""
    yield from _TAGS
    yield from ("".join(pair) for pair in product(_TAGS, ("a", " ", '"', ">", "<p>")))


def seconds(read: Read, text: str) -> float:
    """Processor time of a reading, the best of two."""
    best = float("inf")
    for _ in range(2):
        started = time.process_time()
        read(text)
        best = min(best, time.process_time() - started)
    return best


def growth(read: Read, piece: str, short: int = SHORT) -> tuple[float, float]:
    """By how much more than linearly the time of a text grew, and the time of the longer one."""
    one, more = (seconds(read, piece * (length // len(piece))) for length in (short, short * TIMES))
    return more / max(one, 1e-3) / TIMES, more


def doors() -> dict[str, tuple[Read, Callable[[], Iterator[str]]]]:
    """What is measured, and on what."""
    extraction = Extraction()
    return {
        "article": (lambda text: extraction.record(Article("x", text, published="2024-09-20")), pieces),
        "page": (lambda text: (plain_text(text), metadata_of(text)), pages),
    }


def main() -> int:
    """Measure every door on all of its pieces."""
    bad = 0
    for name, (read, of) in doors().items():
        found = []
        for piece in of():
            more, took = growth(read, piece)
            if more > LINEAR:  # measured again, longer: noise does not grow
                more, took = growth(read, piece, SHORT * TIMES)
            found.append((more, took, piece))
        slow = [item for item in found if item[0] > LINEAR]
        bad += len(slow)
        print(f"{name}: {len(found)} pieces, {len(slow)} more than linear")
        for more, took, piece in sorted(found, reverse=True)[:8]:
            print(f"  {more:5.2f} x linear, {took * 1000:7.0f} ms  {piece[:40]!r}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
