"""A run → lines for a terminal, and Markdown tables for `docs/evaluation.md`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kg.errors import OutputError
from kg.evaluation.reliability import Judged, Row, by_confidence, by_rule, calibration_error
from kg.evaluation.runs import Change, Run, intervals
from kg.evaluation.tally import MEASURES, Mistake

_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"
_SHOWN = 5


def lines(run: Run, *, errors: bool) -> Iterator[str]:
    """The figures, each measure with its errors under it where they are wanted."""
    head = f"{len(run.articles)} articles"
    if run.absent:
        head += f", {len(run.absent)} of them absent from the output: {', '.join(run.absent[:_SHOWN])}"
    if run.unannotated:
        head += f"; {len(run.unannotated)} more in the output, not annotated: {', '.join(run.unannotated[:_SHOWN])}"
    yield head
    tallies = run.tallies
    for name in [*MEASURES, *sorted(n for n in tallies if n not in MEASURES)]:
        f = tallies[name].figures()
        yield (
            f"{name:26} P {f.precision:.3f}  R {f.recall:.3f}  F1 {f.f1:.3f}   "
            f"({f.tp} right, {f.fp} spurious, {f.fn} missed)"
        )
        if errors:
            yield from (f"    {_told(mistake)}" for mistake in sorted(tallies[name].mistakes))
    for name, row in run.links.items():
        yield (
            f"{'linked ' + name:26} P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}   ({row.items} items, "
            f"{row.found:.0%} found; {len(row.merges)} false merges, {len(row.splits)} false splits)"
        )
        if errors:
            yield from (f"    merged {text}" for text in row.merges)
            yield from (f"    split {text}" for text in row.splits)


def changes(change: Change) -> Iterator[str]:
    """What changed since another run."""
    for name, (old, new) in change.figures.items():
        yield f"{name:26} F1 {old:.4f} → {new:.4f} ({new - old:+.4f})"
    for word, mistakes in (("gained", change.gains), ("lost", change.losses)):
        yield f"{word}: {len(mistakes)}"
        yield from (f"    {mistake.measure}: {_told(mistake)}" for mistake in mistakes)


def _told(mistake: Mistake) -> str:
    quote = " ".join(mistake.quote.split())
    return f"{mistake.article}: {mistake.text}" + (f"  “{quote}”" if quote else "")


def markdown(runs: Mapping[str, tuple[Run, Sequence[Judged]]]) -> str:
    """Figures with intervals for each gold set, then confidence against truth over all of them."""
    parts: list[str] = []
    for name, (run, _) in runs.items():
        bounds, tallies = intervals(run.articles), run.tallies
        parts += [f"### `{name}`, {len(run.articles)} articles", ""]
        parts += ["| measure | precision | recall | F1 | 95 % interval |", "|---|---|---|---|---|"]
        for measure in MEASURES:
            f, (low, high) = tallies[measure].figures(), bounds[measure]
            parts.append(f"| {measure} | {f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} | {low:.3f} – {high:.3f} |")
        if run.links:
            parts += ["", "| linked | B³ precision | B³ recall | B³ F1 | found | false merges | false splits |"]
            parts += ["|---|---|---|---|---|---|---|"]
            parts += [
                f"| {group} | {row.precision:.3f} | {row.recall:.3f} | {row.f1:.3f} | {row.found:.1%} | "
                f"{len(row.merges)} | {len(row.splits)} |"
                for group, row in run.links.items()
            ]
        parts.append("")
    claims = [claim for _, judged in runs.values() for claim in judged]
    rows = by_confidence(claims)
    parts += ["### Confidence against truth", ""]
    parts += [f"{len(claims)} claims; expected calibration error {calibration_error(rows):.3f}.", ""]
    parts += _table("confidence", rows)
    parts += _table("rule", by_rule(claims))
    return "\n".join(parts).rstrip() + "\n"


def _table(head: str, rows: Sequence[Row]) -> list[str]:
    found = [f"| {head} | claims | mean confidence | right |", "|---|---|---|---|"]
    found += [f"| {row.label} | {row.claims} | {row.confidence:.3f} | {row.right:.3f} |" for row in rows]
    return [*found, ""]


def with_measured(page: Path, measured: str) -> bytes:
    """A page's new content, its measured part replaced.

    Raises OutputError where the page has no such part, and with the line where it is not UTF-8.
    """
    data = page.read_bytes() if page.is_file() else b""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise OutputError("not UTF-8", where=f"{page}:{line}", hint="save it as UTF-8") from None
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise OutputError("has no place for figures", where=str(page), hint=f"add the lines {_BEGIN} and {_END}")
    return f"{before}{begin}\n\n{measured}\n{end}{after}".encode()
