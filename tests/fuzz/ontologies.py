"""Targets at the ontology: Turtle, tables, and files of figures that somebody spoilt."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from functools import cache
from pathlib import Path

from kg.model import Article
from kg.ontology import CONCEPT, SKOS, ontology_folder
from tests.fuzz.mutation import named_file, text_changes
from tests.fuzz.target import Act, Target

_TURTLE = (
    "kgc:", "kg:", "skos:", "a skos:Concept ;", "skos:inScheme kgc:", "skos:prefLabel \"", "\"@id", "\"@en", "\"@", " ;\n", " .\n",
    "skos:broader kgc:", "skos:altLabel \"\"", "skos:example \"", "@prefix x: <http://x/> .\n", "<>", "<http://[>", "_:b", "[]",
    "()", "true", "1e999", "\"\"\"", "\\u0000", "\\uD800", "^^<http://x>", "# ", "kg:weight ", "kg:order ", "kg:anchor ",
)  # fmt: skip
_CELLS = (",", ";", "|", '"', "\n", "\r\n", "51", "51.05", "99", "72.02", "former", "yes", "no region", "2024-12-01", "0101")
_TOML = ("[", "]", "=", '"', "\n", "{", "}", "nan", "inf", "1979-05-27", "'''", ".", "true", "[[rules]]", "fallback = ", "\\u0000")
_FEW_REGIONS = ("51", "51.05", "51.05.01", "33", "33.16", "72", "72.02")


@cache
def _small() -> dict[str, bytes]:
    """A small ontology by file: two concepts of each scheme, a few regions, a unit of each table."""
    import pyoxigraph as ox

    from kg.ontology import load_ontology

    whole = load_ontology()
    keep = {concept.id for scheme in whole.schemes for concept in whole.scheme(scheme)[:2]}
    keep |= {above for key in keep for above in whole.ancestors(key)}
    quads = [
        quad
        for path in sorted(ontology_folder().rglob("*.ttl"))
        for quad in ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE)
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.removeprefix(CONCEPT) in keep
    ]
    prefixes = {"kg": "https://kg.example/ns#", "kgc": CONCEPT, "skos": SKOS}
    turtle = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    files = {"small.ttl": bytes(turtle or b"")}
    for path in sorted(ontology_folder().rglob("*.csv")):
        files[path.relative_to(ontology_folder()).as_posix()] = _few_rows(path)
    for name in ("confidence.toml", "silence.toml", "comparison.toml"):
        files[name] = (ontology_folder() / name).read_bytes()
    return files


def _few_rows(path: Path) -> bytes:
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    regions = [row for row in rows[1:] if row[0] in _FEW_REGIONS]
    units = [row for row in rows[1:] if path.parent.name == "units" and {"51.05", "33.16"} & set(row[5:6])]
    chosen = regions if path.name == "regions.csv" else units or rows[1:3] if path.parent.name != "units" else units[:2]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([rows[0], *chosen])
    return out.getvalue().encode()


def _start() -> Act:
    from kg.evaluation.wording import wording
    from kg.extraction.confidence import load_confidence
    from kg.extraction.extract import Extractor
    from kg.extraction.terms import Terms
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
    known = {Path(name).name for name in _small()} | {"more.ttl"} | {p.name for p in folder.glob("queries/*.rq")}
    text = "Klungkung - Kapolres Klungkung AKBP Wayan memimpin apel bersama KPU Klungkung, Kamis (19/9/2024)."

    def act(data: bytes) -> object:
        name, _, content = data.partition(b"\n")
        path = folder / name.decode("ascii", "replace")
        if path.name not in known:
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
    extra = [f"more.ttl\n{head}{block} .\n".encode() for block in blocks[:: max(1, len(blocks) // 60)] if len(block) < 2000]
    return [*extra, f"small.ttl\n{whole}".encode()]


def _tables() -> list[bytes]:
    return [name.encode() + b"\n" + content[:3000] for name, content in _small().items() if name.endswith(".csv")]


def _figures() -> list[bytes]:
    found = [name.encode() + b"\n" + content[:3500] for name, content in _small().items() if name.endswith(".toml")]
    for name in ("who-met", "together-in-region"):
        found.append(f"queries/{name}.rq\n".encode() + (ontology_folder() / "queries" / f"{name}.rq").read_bytes())
    return found


TARGETS = (
    Target("ontology", "concepts in Turtle, and all that is compiled of them", _start, _turtle,
           named_file(text_changes(_TURTLE)), 100_000),
    Target("tables", "regions, units and names in CSV", _start, _tables, named_file(text_changes(_CELLS))),
    Target("figures", "files in TOML, and named questions", _start, _figures, named_file(text_changes(_TOML))),
)  # fmt: skip
