"""Whole pages: what of them is the article, line by line (the marks are explained in pages/README.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))
MARKS = {"title": "T", "body": "B", "caption": "C", "dateline": "D"}


def page(path: Path) -> tuple[str, list[tuple[str, int, int]]]:
    text, marks = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition("|")
        if line:
            marks.append((mark, len(text), len(text) + len(rest)))
        text += rest + "\n"
    return text, marks


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_body_is_found_and_furniture_left_out(path, newline, read):
    text, marks = page(path)
    document = read(text.replace("\n", newline))
    shift = len(newline) - 1
    wrong = []
    for number, (mark, start, end) in enumerate(marks):
        before = text.count("\n", 0, start) * shift
        kinds = {
            MARKS[block.kind]
            for block in document.blocks
            if block.span.start < end + before and start + before < block.span.end
        }
        right = not kinds if mark == "S" else "B" in kinds if mark == "B" else kinds == {mark}
        if not right:
            wrong.append(f"line {number + 1}: {mark} became {kinds or 'S'}: {text[start:end][:80]}")
    assert not wrong


def test_there_are_pages():
    assert len(PAGES) >= 20
