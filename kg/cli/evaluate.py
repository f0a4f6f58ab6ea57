"""`kg evaluate`: annotated articles → how right extraction and linking are, and whether they got worse."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.evaluation.gold import Gold, Json
    from kg.evaluation.runs import Run
    from kg.evaluation.sets import GoldSet

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("golds", nargs=-1, required=True, metavar="GOLD…", type=click.Path(path_type=Path))
@click.option(
    "--predicted",
    type=_FILE,
    help="Lines of `kg extract` or `kg link` to measure; - is stdin. Without it, extracts now.",
)
@click.option("--articles", type=click.Path(path_type=Path), help="The annotated articles, where they are not found.")
@click.option("--links", type=_FILE, help="identity.json: measure linking across articles too.")
@click.option("--errors", is_flag=True, help="List every error under its figure, with the words that prove it.")
@click.option("--json", "as_json", is_flag=True, help="Figures and errors as JSON, for --baseline later.")
@click.option("--baseline", type=_FILE, metavar="LAST_RUN", help="JSON of another run: show gains and losses.")
@click.option("--floors", type=_FILE, help="Pinned floors: exit with 3 where a figure is below its floor.")
@click.option("--update", is_flag=True, help="Pin these figures in the file of --floors.")
@click.option("--lower", is_flag=True, help="Let --update lower a floor.")
@click.option("--page", type=_FILE, help="Write figures and the reliability table into this Markdown page.")
@click.option("--calibrate", type=_FILE, help="Set the measured share of each rule in this confidence.toml.")
def command(golds: tuple[Path, ...], **given: Any) -> None:
    """Measure extraction, and linking, against annotated articles.

    GOLD is a folder of annotations, or one with `annotations`, `articles.jsonl` and perhaps `identity.json` in it.
    Several are measured one after another; --json, --predicted, --articles, --links and --baseline take one only.
    """
    from kg.evaluation import page, runs, sets
    from kg.export.files import atomic

    _usage(golds, given)
    measured: dict[str, tuple[Run, Any]] = {}
    for path in golds:
        part = sets.find_set(path, floors=given["floors"])
        run, judged, print_ = _measure(part, given)
        if part.name in measured:
            raise UsageError(f"two sets are named {part.name!r}", where=str(path), hint="measure them one by one")
        measured[part.name] = run, judged
        if given["as_json"]:
            click.echo(json.dumps(run.as_json(), ensure_ascii=False))
        else:
            click.echo(f"{part.name}: ", nl=False)
            for line in page.lines(run, errors=given["errors"]):
                click.echo(line)
        if given["baseline"]:
            for line in page.changes(runs.compare(run, runs.read_run(given["baseline"]))):
                click.echo(line, err=given["as_json"])
        _floors(part, run, print_, given)
    if given["page"]:
        content = page.with_measured(given["page"], page.markdown(measured))
        with atomic(given["page"]) as file:
            file.write(content)
    if given["calibrate"]:
        from kg.evaluation.confidence import calibrated

        claims = [claim for _, judged in measured.values() for claim in judged]
        content = calibrated(given["calibrate"], claims)
        with atomic(given["calibrate"]) as file:
            file.write(content)


def _usage(golds: tuple[Path, ...], given: dict[str, Any]) -> None:
    single = [o for o in ("predicted", "articles", "links", "as_json", "baseline") if given[o]]
    if len(golds) > 1 and single:
        raise UsageError(f"--{single[0].removeprefix('as_')} takes one GOLD", hint="measure them one by one")
    if (given["update"] or given["lower"]) and not given["floors"]:
        raise UsageError("--update and --lower need --floors", hint="name the file of floors")
    if given["lower"] and not given["update"]:
        raise UsageError("--lower needs --update", hint="add --update to pin these figures")


def _measure(part: GoldSet, given: dict[str, Any]) -> tuple[Run, Any, str]:
    """The run, its judged claims, and the fingerprint of the gold."""
    from kg.evaluation.floors import fingerprint
    from kg.evaluation.gold import read_gold
    from kg.evaluation.links import read_identity, score_links
    from kg.evaluation.measures import score
    from kg.evaluation.reliability import judge
    from kg.evaluation.runs import Run

    gold = read_gold(part.annotations)
    articles = given["articles"] or part.articles
    identity = given["links"] or (None if given["predicted"] else part.identity)
    predicted, linked = _predicted(gold, given["predicted"], articles, linking=identity is not None)
    links = score_links(gold, read_identity(identity), linked) if identity else {}
    run = Run(
        score(gold, predicted),
        [article for article in gold.articles if article not in predicted],
        [article for article in predicted if article not in gold.articles],
        links,
    )
    files = [path for path in (articles, identity) if path is not None]
    return run, judge(gold, predicted), fingerprint(gold, *files) if given["floors"] else ""


def _predicted(
    gold: Gold, file: Path | None, articles: Path | None, *, linking: bool
) -> tuple[dict[str, Json], dict[str, Json]]:
    """What was extracted and what was linked, by article: from a file, or made now."""
    from kg.evaluation.gold import predictions, read_predictions

    if file is not None:
        found = read_predictions(file)
        return found, found
    if articles is None:
        hint = "name them with --articles, or give the output of `kg extract` with --predicted"
        raise UsageError("the annotated articles are not beside them", where=str(gold.folder), hint=hint)
    from kg.cli.telling import tell_issues
    from kg.pipeline import Extraction

    extraction = Extraction()
    records = list(extraction.records(extraction.articles([articles])))
    tell_issues([issue for issue in extraction.issues if sys.stderr.isatty()])
    extracted = predictions((record["article"], record) for record in records)
    if not linking:
        return extracted, {}
    from kg.linking.link import link

    return extracted, predictions((record["article"], record) for record in link(records))


def _floors(part: GoldSet, run: Run, print_: str, given: dict[str, Any]) -> None:
    from kg.evaluation import floors
    from kg.export.files import atomic

    path = given["floors"]
    if path is None:
        return
    if given["update"]:
        content = floors.pin(path, part.name, print_, run.floors(), lower=given["lower"])
        with atomic(path) as file:
            file.write(content)
    else:
        floors.check(path, part.name, print_, run.floors())
