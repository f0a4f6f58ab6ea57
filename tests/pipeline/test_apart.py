"""What a build has written is never read as an article: a quote would count twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import main
from kg.errors import UsageError
from kg.pipeline.apart import keep_apart

PAGE = "Kapolres Klungkung AKBP Wayan Dibia membuka rapat koordinasi di Aula Dharma, Semarapura."


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.mark.parametrize("inside", [".", "output", "deep/er"])
def test_an_output_inside_what_is_read_is_refused_before_anything_is_written(pages, inside):
    done = CliRunner().invoke(main, ["build", str(pages), "-o", str(pages / inside)])
    assert done.exit_code == 2
    assert "the folder to read" in done.output
    assert "hint:" in done.output
    assert [p.name for p in pages.iterdir()] == ["a.txt"]


def test_a_folder_of_pages_with_an_earlier_output_in_it_is_refused(pages):
    old = pages / "week 1"
    old.mkdir()
    for name in ("statements.jsonl", "graph.ttl"):
        (old / name).write_text("", encoding="utf-8")
    for command in (["build", str(pages), "-o", str(pages.parent / "out")], ["extract", str(pages)]):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 2
        assert "week 1" in done.output


def test_a_link_does_not_hide_where_the_output_lies(pages):
    link = pages.parent / "link"
    link.symlink_to(pages)
    with pytest.raises(UsageError):
        keep_apart([pages], link / "out")


def test_folders_side_by_side_single_files_and_a_graph_beside_the_pages_are_read(pages):
    (pages / "statements.jsonl").write_text("", encoding="utf-8")  # a name alone tells nothing
    (pages / ".kept").mkdir()
    for name in ("statements.jsonl", "graph.ttl"):
        (pages / ".kept" / name).write_text("", encoding="utf-8")
    keep_apart([pages, "-", pages / "a.txt"], pages.parent / "pages-output")
    keep_apart([pages / "a.txt"], pages / "output")


@pytest.mark.parametrize("name", ["", "x" * 5000])
def test_what_is_no_path_is_told_where_paths_are_read(name, tmp_path):
    done = CliRunner().invoke(main, ["build", name, "-o", str(tmp_path / "out")])
    assert done.exit_code == 2
    assert "no such file or folder" in done.output


def test_an_output_that_is_a_link_to_itself_is_told(pages):
    loop = pages.parent / "loop"
    loop.symlink_to(loop)
    done = CliRunner().invoke(main, ["build", str(pages), "-o", str(loop)])
    assert done.exit_code == 1
    assert "can't write there" in done.output
