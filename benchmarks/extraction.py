"""Text to claims against spaCy's EntityRuler with the same names, in interleaved rounds on the same articles.

    python -m benchmarks.extraction [ROUNDS]

Prints articles a second of each, the median of the ratios, and how time and memory grow with the number of articles;
every quote of every claim is checked on the way. spaCy is only needed here: `pip install spacy`. The ruler finds names;
ours also finds the body of the page, resolves the names and reads persons, offices, events and parts.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from pathlib import Path

from benchmarks.corpus import articles as made_up
from kg.lexicon.compile import load_lexicon
from kg.model import Article
from kg.pipeline import Extraction

ROOT = Path(__file__).resolve().parents[1]
TRIGGERS = ("polres", "polsek", "kodim", "koramil", "kpu", "bawaslu", "pemkab", "pemkot", "kejari", "dprd")


def own(extraction: Extraction) -> list[Article]:
    """The project's own articles."""
    return list(extraction.articles([ROOT / "evaluation" / "links" / "articles.jsonl", ROOT / "seeds" / "articles"]))


def ruler() -> object:
    """spaCy with a pattern for every region behind every trigger word."""
    import spacy

    lexicon = load_lexicon()
    names = sorted({lexicon.gazetteer.places.base(region) for region in lexicon.gazetteer.places.regions.values()})
    nlp = spacy.blank("id")
    found = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    words = [lexicon.ontology.concepts[key].label() for key in TRIGGERS]
    found.add_patterns([{"label": word, "pattern": f"{word} {name}"} for word in words for name in names])
    return nlp


def _grow(extraction: Extraction) -> None:
    """Print what more and more articles take."""
    for count in (100, 1_000, 20_000):
        claims, start = 0, time.process_time()
        for row in made_up(count, general=True):
            record = extraction.record(Article(**row))
            claims += len(record["postings"]) + sum(len(event["participations"]) for event in record["events"])
        each = (time.process_time() - start) / count * 1000
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count:6} general articles: {each:.2f} ms each with their making, {claims} claims, {peak:.0f} MB at most"
        )


def main() -> int:
    """Run the rounds and print what they took."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    extraction = Extraction()
    articles = own(extraction)
    _grow(extraction)  # before spaCy's own memory comes to it
    try:
        nlp = ruler()
    except ImportError:
        nlp = None
        print("spaCy is not installed: only our own figures")
    ratios = []
    for _ in range(rounds):
        start = time.process_time()
        for article in articles:
            extraction.record(article)
        ours = time.process_time() - start
        start = time.process_time()
        for article in articles:
            extraction.document(article)
        reading = time.process_time() - start
        print(f"ours {len(articles) / ours:7.0f} articles/s of processor time, {reading / ours:.0%} of it for reading")
        if nlp is not None:
            start = time.process_time()
            for article in articles:
                nlp(article.text)  # type: ignore[operator]
            theirs = time.process_time() - start
            ratios.append(theirs / ours)
            print(f"spaCy {len(articles) / theirs:6.0f} articles/s, ratio {ratios[-1]:.2f}")
    if ratios:
        print(f"median ratio ours/spaCy {statistics.median(ratios):.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
