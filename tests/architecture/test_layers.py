"""The layers of the house hold, commands are documented, and small commands stay light."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.main import COMMANDS, main

from .reference import reference

ROOT = Path(__file__).resolve().parents[2]


def test_stations_share_nouns_not_code() -> None:
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_command_exists_and_says_what_it_does(name: str) -> None:
    import click

    command = main.get_command(click.Context(main), name)  # type: ignore[attr-defined]
    assert command is not None and command.help and len(command.help) > 20


def test_the_reference_of_the_commands_is_current() -> None:
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == reference(), "run `make docs`"


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; import kg.cli.main; print([m for m in sys.argv[1].split() if m in sys.modules])"
    heavy = "rdflib networkx pyvis pyoxigraph rich trafilatura numpy scipy ahocorasick_rs lxml"
    done = subprocess.run([sys.executable, "-c", code, heavy], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
