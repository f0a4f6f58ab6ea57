"""Text to claims against spaCy's EntityRuler with the same names, in interleaved rounds on the same articles.

    python -m benchmarks.extraction [ROUNDS]

Prints articles a second of each, the median of the ratios, and how the time grows with the number of articles. spaCy is
only needed here: `pip install spacy`. The ruler finds names; ours also resolves them and reads offices, events and
parts.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from kg.extraction.extract import Extractor
from kg.lexicon.compile import load_lexicon
from kg.model import Article, Document
from kg.pipeline import Extraction

ROOT = Path(__file__).resolve().parents[1]
TRIGGERS = ("polres", "polsek", "kodim", "koramil", "kpu", "bawaslu", "pemkab", "pemkot", "kejari", "dprd")


def documents(extraction: Extraction) -> list[Document]:
    """The project's own articles, with their body found."""
    paths = [ROOT / "evaluation" / "links" / "articles.jsonl", ROOT / "seeds" / "articles"]
    return [extraction.document(article) for article in extraction.articles(paths)]


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


def main() -> int:
    """Run the rounds and print what they took."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    extraction = Extraction()
    texts = documents(extraction)
    extractor = Extractor(extraction.lexicon)
    try:
        nlp = ruler()
    except ImportError:
        nlp = None
        print("spaCy is not installed: only our own figures")
    ratios = []
    for _ in range(rounds):
        start = time.process_time()
        for document in texts:
            extractor.extract(document)
        ours = time.process_time() - start
        print(f"ours {len(texts) / ours:7.0f} articles/s of processor time")
        if nlp is not None:
            start = time.process_time()
            for document in texts:
                nlp(document.text)  # type: ignore[operator]
            theirs = time.process_time() - start
            ratios.append(theirs / ours)
            print(f"spaCy {len(texts) / theirs:6.0f} articles/s, ratio {ratios[-1]:.2f}")
    if ratios:
        print(f"median ratio ours/spaCy {statistics.median(ratios):.2f}")
    for count in (100, 400, 1600):
        many = [texts[n % len(texts)] for n in range(count)]
        start = time.process_time()
        for number, document in enumerate(many):
            extractor.extract(Document(Article(f"n{number}", document.text), *_rest(document)))
        print(f"{count:6} articles: {(time.process_time() - start) / count * 1000:.2f} ms each")
    return 0


def _rest(document: Document) -> tuple[object, ...]:
    d = document
    return d.text, d.blocks, d.skipped, d.title, d.published


if __name__ == "__main__":
    raise SystemExit(main())
