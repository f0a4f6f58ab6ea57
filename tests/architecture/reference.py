"""Every command's help → docs/commands.md. Run as a program it writes the file."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.main import COMMANDS, main

TARGET = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
HEAD = """# Commands

stdout carries data, stderr messages; `-` is standard input. Exit codes: 0 done, 1 data or ontology wrong, 2 usage,
3 a quality floor failed. Written from the program's own help by `make docs`.
"""


def reference() -> str:
    """The text of the reference."""
    parts = [HEAD]
    top = click.Context(main, info_name="kg", **main.context_settings)
    for name in COMMANDS:
        command = main.get_command(top, name)  # type: ignore[attr-defined]
        context = click.Context(command, parent=top, info_name=name, terminal_width=100, max_content_width=100)
        parts.append(f"## kg {name}\n\n```text\n{command.get_help(context).rstrip()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    TARGET.write_text(reference(), "utf-8")
