"""Targets at the ontology: Turtle, tables, and files of figures that somebody spoilt."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from kg.model import Article
from kg.ontology import CONCEPT, SKOS
from kg.ontology_files import load_ontology, ontology_folder
from tests.fuzz.mutation import named_file, text_changes
from tests.fuzz.target import Act, Target

_TURTLE = (
    "kgc:", "kg:", "skos:", "a skos:Concept ;", "skos:inScheme kgc:", "skos:prefLabel \"", "\"@id", "\"@en", "\"@",
    " ;\n", " .\n", "skos:broader kgc:", "skos:altLabel \"\"", "skos:example \"", "@prefix x: <http://x/> .\n", "<>",
    "<http://[>", "_:b", "[]", "()", "true", "1e999", "\"\"\"", "\\u0000", "\\uD800", "^^<http://x>", "# ",
    "kg:weight ", "kg:order ", "kg:anchor ",
)  # fmt: skip
_CELLS = (
    ",",
    ";",
    "|",
    '"',
    "\n",
    "\r\n",
    "51",
    "51.05",
    "99",
    "72.02",
    "former",
    "yes",
    "no region",
    "2024-12-01",
    "0101",
)
_TOML = (
    "[",
    "]",
    "=",
    '"',
    "\n",
    "{",
    "}",
    "nan",
    "inf",
    "1979-05-27",
    "'''",
    ".",
    "true",
    "[[rules]]",
    "fallback = ",
    "\\u0000",
)
_MOST = 3  # values of a property that a concept of the small ontology keeps
_FEW_REGIONS = ("51", "51.05", "51.05.01", "33", "33.16", "72", "72.02")


@cache
def _small() -> dict[str, bytes]:
    """A small ontology by file: a concept of each scheme with a few words, a few regions, the units of one."""
    import pyoxigraph as ox

    files = {
        path.relative_to(ontology_folder()).as_posix(): _few_rows(path) for path in ontology_folder().rglob("*.csv")
    }
    keep, count = _kept(), Counter[tuple[str, str]]()
    quads = [
        quad
        for path in sorted(ontology_folder().rglob("*.ttl"))
        for quad in ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE)
        if isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value.removeprefix(CONCEPT) in keep
        and _counted(count, quad) <= _MOST
    ]
    prefixes = {"kg": "https://kg.example/ns#", "kgc": CONCEPT, "skos": SKOS}
    turtle = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    files["small.ttl"] = bytes(turtle or b"")
    files |= {path.name: path.read_bytes()[:600] for path in ontology_folder().glob("*.txt")}
    for name in ("confidence.toml", "silence.toml", "comparison.toml"):
        files[name] = (ontology_folder() / name).read_bytes()
    return dict(sorted(files.items()))


def _kept() -> set[str]:
    """A concept of each scheme, the kinds of the units that are kept, and whatever these refer to."""
    whole = load_ontology()
    waiting = [whole.scheme(scheme)[0].id for scheme in whole.schemes] + [row[1] for row in _units()]
    ranks = {label.text: concept.id for concept in whole.scheme("ranks") for label in concept.labels}
    keep: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in whole.concepts and key not in keep:
            keep.add(key)
            concept = whole.concepts[key]
            named = [value for values in concept.values.values() for value in values[:_MOST]]
            waiting += [*concept.broader, *(ranks.get(value, value) for value in named)]
    return keep


@cache
def _units() -> tuple[tuple[str, ...], ...]:
    """The rows of two regencies' units and of those above them."""
    rows = {row[0]: row for path in sorted(ontology_folder().glob("units/*.csv")) for row in _read(path)[1:]}
    waiting = [key for key, row in rows.items() if row[5] in ("51.05", "33.16")]
    found: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in rows and key not in found:
            found.add(key)
            waiting += rows[key][7:9]
    return tuple(tuple(row) for key, row in rows.items() if key in found)


def _read(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8").splitlines()))


def _counted(count: Counter[tuple[str, str]], quad: Any) -> int:
    count[quad.subject.value, quad.predicate.value] += 1
    return count[quad.subject.value, quad.predicate.value]


def _few_rows(path: Path) -> bytes:
    """A table cut down to what the small ontology knows."""
    header, *rows = _read(path)
    if path.name == "regions.csv":
        kept = [row for row in rows if row[0] in _FEW_REGIONS]
    elif path.name == "abbreviations.csv":
        kept = [row for row in rows if {*row[1].split(";")} <= {*_FEW_REGIONS}][:8]
    elif path.parent.name == "units":
        known = {row[0] for row in _units()}
        kept = [
            [*row[:5], "51", "51", *row[7:]] if row[5] not in _FEW_REGIONS else row for row in rows if row[0] in known
        ]
        kept = [[*row[:6], row[5], *row[7:]] for row in kept]
    else:
        kept = rows[:4]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([header, *kept])
    return out.getvalue().encode()


def _start() -> Act:
    from kg.evaluation.wording import wording
    from kg.extraction.claims.confidence import load_confidence
    from kg.extraction.claims.terms import Terms
    from kg.extraction.extract import Extractor
    from kg.graph.catalogue import read_question
    from kg.graph.statistics.silence import load_expected
    from kg.lexicon.compile import load_lexicon
    from kg.linking.words import words_of
    from kg.reading.documents import to_document

    folder = Path(tempfile.mkdtemp(prefix="kg-fuzz-")) / "ontology"
    folder.mkdir()
    for name, content in _small().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    shutil.copytree(ontology_folder() / "queries", folder / "queries")
    known = {*_small(), "more.ttl", *(path.relative_to(folder).as_posix() for path in folder.glob("queries/*.rq"))}
    text = "Klungkung - Kapolres Klungkung AKBP Wayan memimpin apel bersama KPU Klungkung, Kamis (19/9/2024)."

    def act(data: bytes) -> object:
        name, _, content = data.partition(b"\n")
        path = folder / name.decode("ascii", "replace")
        if name.decode("ascii", "replace") not in known:
            return None
        before = path.read_bytes() if path.exists() else None
        path.write_bytes(content)
        try:
            match path.name:
                case "confidence.toml":
                    return load_confidence(folder).of("x-y")
                case "silence.toml":
                    return load_expected(path)
                case "comparison.toml":
                    return wording.__wrapped__(path).person("x")
                case file if file.endswith(".rq"):
                    return read_question(path)
            lexicon = load_lexicon(folder)
            words_of(lexicon.ontology)
            extractor, terms = Extractor(lexicon), Terms(lexicon.ontology)
            article = Article("x", text, published="2024-09-20")
            return terms.apply(extractor.extract(to_document(article, lexicon.ontology)), text)
        finally:
            if before is None:
                path.unlink()
            else:
                path.write_bytes(before)

    return act


def _turtle() -> list[bytes]:
    """Single concepts as an additional file, and the small ontology as a whole."""
    whole = _small()["small.ttl"].decode()
    head = "".join(line + "\n" for line in whole.splitlines() if line.startswith("@prefix"))
    blocks = [block for block in whole.removeprefix(head).split(" .\n") if block.strip()]
    extra = [
        f"more.ttl\n{head}{block.replace('kgc:', 'kgc:x-', 1)} .\n".encode()
        for block in blocks[:: max(1, len(blocks) // 60)]
        if len(block) < 2000
    ]
    return [*extra, f"small.ttl\n{whole}".encode()]


def _tables() -> list[bytes]:
    return [
        name.encode() + b"\n" + content[:3000] for name, content in _small().items() if name.endswith((".csv", ".txt"))
    ]


def _figures() -> list[bytes]:
    found = [name.encode() + b"\n" + content for name, content in _small().items() if name.endswith(".toml")]
    asked = [ontology_folder() / "queries" / f"{name}.rq" for name in ("who-met", "together-in-region")]
    return [*found, *(f"queries/{path.name}\n".encode() + path.read_bytes() for path in asked)]


TARGETS = (
    Target("ontology", "concepts in Turtle, and all that is compiled of them", _start, _turtle,
           named_file(text_changes(_TURTLE)), 100_000),
    Target("tables", "regions, units and names in CSV", _start, _tables, named_file(text_changes(_CELLS))),
    Target("figures", "files in TOML, and named questions", _start, _figures, named_file(text_changes(_TOML))),
)  # fmt: skip
