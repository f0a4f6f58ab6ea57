"""The pages for people hold every concept, and each property that concepts use is explained."""

from __future__ import annotations

import csv
import runpy
from pathlib import Path

from kg.ontology_files import load_ontology, ontology_folder

ROOT = Path(__file__).resolve().parents[2]


def test_the_pages_hold_every_concept(tmp_path: Path) -> None:
    render = runpy.run_path(str(ROOT / "docs" / "ontology" / "render.py"))
    render["main"](tmp_path)
    ontology = load_ontology()
    for name, (_, schemes) in render["PAGES"].items():
        text = (tmp_path / name).read_text("utf-8")
        for scheme in schemes:
            assert ontology.scheme(scheme)
            assert [concept.id for concept in ontology.scheme(scheme) if f"| `{concept.id}` |" not in text] == []
    assert "kg:nameTemplate" in (tmp_path / "terms.md").read_text("utf-8")


def test_every_property_of_kinds_and_posts_is_explained() -> None:
    terms = (ontology_folder() / "lexicon-terms.ttl").read_text("utf-8")
    used = {name for c in load_ontology().scheme("institution-types") for name in c.values}
    used |= {name for c in load_ontology().scheme("post-types") for name in c.values}
    unexplained = sorted(name for name in used if f"kg:{name} a rdf:Property" not in terms)
    assert unexplained == []


def test_every_table_has_a_source() -> None:
    root = ontology_folder()
    with (root / "sources.csv").open(encoding="utf-8", newline="") as file:
        told = {row["table"] for row in csv.DictReader(file)}
    tables = {path.relative_to(root).as_posix() for path in (root / "units").glob("*.csv")}
    assert tables | {"regions.csv", "abbreviations.csv"} <= told
