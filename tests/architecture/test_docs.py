"""What the documents list is all that the program has: modules of extraction, codes of issues."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"[A-Z]\d{3}")


def test_the_walk_names_every_module_of_extraction() -> None:
    named = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "walk.md").read_text("utf-8")))
    modules = {path.stem for path in (ROOT / "kg" / "extraction").rglob("*.py")} - {"__init__"}
    assert len(modules) > 50
    assert sorted(modules - named) == []


def _codes(tree: ast.AST) -> Iterator[str]:
    """The codes of issues in a module: texts of their form, and what an `Issue` is made with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Issue":
            yield from (first.value for first in node.args[:1] if isinstance(first, ast.Constant))


def test_every_code_of_an_issue_is_documented() -> None:
    used = {code for path in (ROOT / "kg").rglob("*.py") for code in _codes(ast.parse(path.read_text("utf-8")))}
    listed = re.findall(r"^\| ([\w-]+) \|", (ROOT / "docs" / "reading.md").read_text("utf-8"), re.MULTILINE)
    assert {"A001", "A090", "L001", "explorer-part"} <= used
    assert sorted(used - {*listed}) == []
