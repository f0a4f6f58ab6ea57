"""`kg review`: doubtful pairs one after another, one key each → lines of the decisions file, which builds replay."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.deciding import decisions_option
from kg.errors import OutputError
from kg.export.files import atomic

if TYPE_CHECKING:
    from kg.graph.questions import Question, Side

_KEYS = "[s]ame  [d]ifferent  [n]ext  [1]/[2] no entity  [u]ndo  [q]uit"
_QUOTES = 3


@click.command(short_help="Decide doubtful pairs, one key each.")
@click.argument("source", metavar="OUTPUT")
@decisions_option("Where the decisions go.")
@click.option("--who", default="", help="Who decides; written beside each decision.")
@click.option("--why", default="", help="A reason to write beside each decision.")
@click.option("--list", "listed", is_flag=True, help="Only list the open pairs, the most valuable first.")
def command(source: str, decisions: Path, who: str, why: str, *, listed: bool) -> None:
    """Show the most valuable undecided pairs of OUTPUT, a folder that `kg build` wrote, with both sides' quotes.

    One key decides: same, different, next, 1 or 2 for a side that is no person, institution or event; undo takes the
    last decision back. The next `kg build` replays them.
    """
    from kg.cli.tabular import printable
    from kg.graph.loading import load_base
    from kg.graph.questions import questions
    from kg.linking.decisions import read_decisions

    made = {frozenset((d.left, d.right)) for d in read_decisions(decisions)}
    given = [q for q in questions(load_base(source)) if frozenset((q.left.reference, q.right.reference)) not in made]
    if listed:
        for question in given:
            click.echo(printable(f"{question.value:8.1f}  {question.left.id}  {question.right.id}  {question.reason}"))
        if not given:
            click.echo("No pair is left.", err=True)
        return
    review = _Review(_Decisions(decisions), who, why)
    review.run(given)
    click.echo(f"{review.count} decided; {decisions}", err=True)


@dataclass
class _Decisions:
    """The file, with what it was before each decision."""

    path: Path
    before: list[bytes | None] = field(default_factory=list)

    def add(self, row: Sequence[str]) -> None:
        """Append a line, after the heading where there is none."""
        from kg.linking.decisions import COLUMNS, parse_decisions

        old = self._content()
        text = (old or b"").decode("utf-8")
        if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
            text += ("" if not text or text.endswith("\n") else "\n") + ",".join(COLUMNS) + "\n"
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([" ".join(cell.split()) for cell in row])
        text += ("" if text.endswith("\n") else "\n") + line.getvalue()
        parse_decisions(text.splitlines(), str(self.path))
        with atomic(self.path) as file:
            file.write(text.encode())
        self.before.append(old)

    def undo(self) -> bool:
        """The file as it was before the last decision of this session; False when there is none."""
        if not self.before:
            return False
        old = self.before.pop()
        if old is None:
            self.path.unlink(missing_ok=True)
            return True
        with atomic(self.path) as file:
            file.write(old)
        return True

    def _content(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise OutputError(
                f"can't read: {error.strerror}", where=str(self.path), hint="look at its permissions"
            ) from error


@dataclass
class _Review:
    decisions: _Decisions
    who: str
    why: str
    decided: list[int] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.decided)

    def run(self, given: Sequence[Question]) -> None:
        at = 0
        while at < len(given) or self.decided:
            asked = given[at] if at < len(given) else None
            for line in _shown(asked, at + 1, len(given)) if asked else ("", "No pair is left."):
                click.echo(line)
            click.echo(_KEYS if asked else "[u]ndo  [q]uit")
            key = _key()
            if key in ("q", ""):
                return
            if key == "u":
                at = self._undo(at)
            elif asked and (row := self._row(key, asked)):
                self.decisions.add(row)
                self.decided.append(at)
                at += 1
            elif key == "n" and asked:
                at += 1
        click.echo("No pair is left.")

    def _undo(self, at: int) -> int:
        if not self.decisions.undo():
            click.echo("Nothing to undo.", err=True)
            return at
        return self.decided.pop()

    def _row(self, key: str, question: Question) -> list[str] | None:
        from datetime import datetime

        today = datetime.now().astimezone().date().isoformat()
        tail = [self.who, today, self.why]
        match key:
            case "s":
                return ["same", question.left.reference, question.right.reference, *tail]
            case "d":
                return ["different", question.left.reference, question.right.reference, *tail]
            case "1":
                return ["not-an-entity", question.left.reference, "", *tail]
            case "2":
                return ["not-an-entity", question.right.reference, "", *tail]
        return None


def _key() -> str:
    """One key of the terminal, or the first letter of a line where input is a file; "" at its end."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    line = sys.stdin.readline()
    return (line.strip()[:1].lower() or "?") if line else ""


def _shown(question: Question, number: int, count: int) -> Iterator[str]:
    from kg.cli.tabular import printable

    yield ""
    yield printable(f"{number} of {count}: are these one? {question.reason}")
    for label, side in (("1", question.left), ("2", question.right)):
        yield from (printable(line) for line in _side(label, side))


def _side(label: str, side: Side) -> Iterator[str]:
    yield f"  {label}  {side.name}  {side.id}"
    for fact in side.facts[: _QUOTES + 2]:
        yield f"     {fact}"
    sentences = [f"“{' '.join((e.prefix + e.quote + e.suffix).split())}”  {e.article}" for e in side.evidence]
    for sentence in list(dict.fromkeys(sentences))[:_QUOTES]:
        yield f"     {sentence}"
