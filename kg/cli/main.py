"""The group of commands: each is imported when it is called, errors are shown once, in one shape."""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from difflib import get_close_matches
from typing import Any

import click

from kg import __version__
from kg.cli.telling import visible
from kg.errors import KGError

# name: (module, one line of help); the command is the attribute `command` of the module.
COMMANDS = {
    "build": ("kg.cli.build", "Articles → everything in the output folder."),
    "extract": ("kg.cli.extract", "Articles → what each of them says, as JSON Lines."),
    "link": ("kg.cli.link", "JSON Lines of `extract` → the same with canonical ids."),
    "export": ("kg.cli.export", "JSON Lines of `link`, or a built folder → RDF, tables, graph files."),
    "query": ("kg.cli.query", "Ask the graph in SPARQL, or by a named question."),
    "stats": ("kg.cli.stats", "Count, rank and compare what is in the graph."),
    "report": ("kg.cli.report", "A page of figures and plots to print."),
    "explain": ("kg.cli.explain", "Every statement about an entity, with its quotes."),
    "office": ("kg.cli.office", "Who held an office, when, and who says so."),
    "path": ("kg.cli.path", "The shortest path between two entities, with evidence."),
    "neighbours": ("kg.cli.neighbours", "Who and what is around an entity."),
    "compare": ("kg.cli.compare", "What changed between two builds."),
    "review": ("kg.cli.review", "Decide doubtful pairs, one key each."),
    "lookup": ("kg.cli.lookup", "Which institution a name means, and why."),
    "validate": ("kg.cli.validate", "Check a graph against the shapes."),
    "evaluate": ("kg.cli.evaluate", "Measure extraction against annotated articles."),
    "serve": ("kg.cli.serve", "Explorer and read-only SPARQL endpoint on this machine."),
    "publish": ("kg.cli.publish", "Load the graph into a SPARQL 1.1 Graph Store."),
}


_INTERRUPTED = 130  # 128 and the signal of Ctrl+C, as shells count


class _Shown(click.ClickException):
    """An error as the user sees it, with its own exit code."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(visible(message))
        self.exit_code = exit_code  # type: ignore[misc] # click declares a class variable


class LazyGroup(click.Group):
    """Imports a command's module only when it is called, so that `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command if isinstance(command, click.Command) else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1)
            told = f"No such command {args[0]!r}." + (f" Did you mean {near[0]!r}?" if near else "")
            raise click.UsageError(visible(told), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        try:
            return super().make_context(*args, **kwargs)
        except OSError as error:  # the help, to a disk that is full
            raise _unwritable(error) from error

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KGError as error:
            raise _Shown(str(error), error.exit_code) from error
        except BrokenPipeError:
            _silence_stdout()
            sys.exit(0)
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            sys.exit(_INTERRUPTED)
        except OSError as error:
            raise _unwritable(error) from error


def _unwritable(error: OSError) -> click.ClickException:
    _silence_stdout()
    return _Shown(f"{error.filename or 'output'}: {error.strerror or error}", 1)


def _silence_stdout() -> None:
    """Nothing more is said at exit when the reader of stdout has gone (`kg stats | head`), or its disk is full."""
    with suppress(OSError):  # a stdout without a file, as in tests
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Build a knowledge graph of actors and institutions from Indonesian news, and ask it questions.

    Data goes to stdout, messages to stderr; `-` is standard input. Exit codes: 0 done, 1 data or ontology wrong,
    2 usage, 3 a quality floor failed.
    """
