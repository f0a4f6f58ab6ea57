"""Articles → everything in the output folder, once, alone, and again after a killed build."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import OutputError
from kg.export.files import atomic
from kg.export.graphml import write_graphml
from kg.export.stats import write_stats
from kg.export.turtle import write_turtle
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.stored import open_base
from kg.graph.terms import DEFAULT_BASE
from kg.grouping import NewSorter, SortedFiles
from kg.ids import digest
from kg.linking.decisions import Decision, read_decisions, unmet_claims
from kg.model import Article, Issue
from kg.pipeline.apart import keep_apart
from kg.pipeline.beside import beside, get_ready
from kg.pipeline.cache import Cache, looks_version
from kg.pipeline.collecting import seldom
from kg.pipeline.extraction import Extraction, issues_in
from kg.pipeline.results import Result, keep, kept
from kg.pipeline.telling import statements
from kg.pipeline.workers import outcomes
from kg.spool import Spool

Track = Callable[[Iterable[Article]], Iterable[Article]]
Progress = Callable[[str, int, int], None]  # told a step, how much of it is done, and the whole of it
_LARGE = 1 << 20  # bytes of statements from which on a second process pays
WRITTEN = ("statements.jsonl", "graph.ttl", "graph.graphml", "graph.html", "stats.json", "issues.jsonl")
_UNFINISHED = ("sort", "duckdb", "spark", "telling", "lines")  # rows, tables and lines: how their names begin
WORK = ".kg"  # folder inside the output for what a build keeps for the next one
_RESULT = "result.json"  # in it: what was made, of what


@dataclass(frozen=True, slots=True)
class Options:
    """What a build may be told: file of human decisions, base of the IRIs, whether to make the page, processes."""

    decisions: Path | None = None
    base_iri: str | None = None
    html: bool = True
    html_nodes: int | None = None  # the most that the page holds
    jobs: int = 1
    progress: Progress | None = None
    sorter: NewSorter = SortedFiles


def build(
    paths: Sequence[str | Path], output: Path, options: Options | None = None, *, track: Track | None = None
) -> Result:
    """Read articles and write everything about them into a folder.

    What was read before and has not changed is not read again, also after a build that was killed; where nothing has
    changed since a build that ended well, nothing is written. Raises KGError where something can't be done, UsageError
    when a folder to read holds what builds write, OutputError when another build is at work in the folder.
    """
    options = options or Options()
    keep_apart(paths, output)
    work = output / WORK
    with alone_in(work), seldom():
        if options.jobs > 1:
            get_ready(paths)
        extraction = Extraction()
        cache = Cache(work / "records.sqlite", extraction.lexicon.ontology.version)
        articles = extraction.articles(paths)
        decisions = read_decisions(options.decisions) if options.decisions else ()
        with Spool(work) as records:
            _read(track(articles) if track else articles, extraction, cache, options.jobs, records)
            basis = _basis(cache.asked(), decisions, extraction.issues, options)
            files = [output / name for name in WRITTEN if options.html or name != "graph.html"]
            result = kept(work / _RESULT, basis, files)
            if result is None:
                pieces = statements(
                    records, decisions, extraction.lexicon, work, jobs=options.jobs, sorter=options.sorter,
                    problems=extraction.issues.append,
                )  # fmt: skip
                result = finish(pieces, extraction.issues, output, options)
                keep(work / _RESULT, basis, files, result)
        cache.close(prune=True)
    return result


def _basis(asked: str, decisions: Iterable[Decision], issues: Iterable[Issue], options: Options) -> str:
    """All that the files of a build depend on, as a hash."""
    told = [repr(part) for part in (*decisions, *sorted(set(issues)))]
    return digest(
        asked,
        looks_version(),
        options.base_iri or DEFAULT_BASE,
        str(options.html),
        str(options.html_nodes),
        *told,
        length=40,
    )


def finish(pieces: Iterable[bytes], found: Iterable[Issue], output: Path, options: Options) -> Result:
    """Write the statements and every view of them, and say how much it is."""
    target = output / "statements.jsonl"
    with atomic(target) as file:
        file.writelines(pieces)
    base = open_base(target)
    issues = write_views(target, found, output, options, base)
    claims = len(base.postings) + len(base.participations)
    named = sum(not entity.context for entity in base.entities.values())
    return Result(len(base.articles), named, len(base.events), claims, issues)


def _read(articles: Iterable[Article], extraction: Extraction, cache: Cache, jobs: int, records: Spool) -> None:
    """Put the records of articles away: from the cache, or read now and kept; their issues go to the extraction."""
    keys: dict[str, str] = {}

    def take(article: str, line: bytes) -> None:
        records.take(article, line)
        extraction.issues += issues_in(line)

    def fresh() -> Iterator[Article]:
        for article in articles:
            key = cache.key(article)
            line = cache.get(key)
            if line is None:
                keys[article.id] = key
                yield article
            else:
                take(article.id, line)

    for article, outcome in outcomes(fresh(), extraction, jobs=jobs):
        key = keys.pop(article.id)
        if isinstance(outcome, Issue):
            extraction.issues.append(outcome)
        else:
            cache.put(key, outcome)
            take(article.id, outcome)
    cache.save()


@contextmanager
def alone_in(work: Path) -> Iterator[None]:
    """Hold a folder for one build; raises OutputError when another one holds it."""
    try:
        work.mkdir(parents=True, exist_ok=True)
        lock = FileLock(work / "lock")
        lock.acquire(timeout=0)
    except Timeout:
        raise OutputError(
            "another build is at work in this folder",
            where=str(work.parent),
            hint="wait for it, or choose another folder",
        ) from None
    except OSError as error:
        raise OutputError(
            f"can't write there: {error.strerror}", where=str(work.parent), hint="choose another folder"
        ) from error
    try:
        _clear(work)
        yield
    finally:
        lock.release()


def _clear(work: Path) -> None:
    """Remove what a build that was killed had not finished: nobody else is at work here."""
    for left in (found for name in _UNFINISHED for found in work.glob(f"{name}-*")):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)
    whole = (*(work.parent / name for name in WRITTEN), work / _RESULT)
    for part in (found for file in whole for found in file.parent.glob(f".{file.name}.*.part")):
        part.unlink(missing_ok=True)


def _named(part: str, progress: Progress | None) -> Progress | None:
    return (lambda step, done, total: progress(f"{part}: {step}", done, total)) if progress else None


def write_views(
    statements: Path, found: Iterable[Issue], output: Path, options: Options, base: KnowledgeBase | None = None
) -> tuple[Issue, ...]:
    """Write every view of a file of statements into a folder; of a large one in two processes, where there may be.

    `base` is that file when it is open already. Returns the issues as they are written, with those of the views.
    """
    base = base or open_base(statements)
    base_iri = options.base_iri or DEFAULT_BASE
    if options.jobs > 1 and statements.stat().st_size > _LARGE:
        both = options.html  # the page takes as long as GraphML
        with beside(_write_graphs, statements, output, base_iri, both):
            more = _write_overviews(base, output, options)
            if not both:
                write_graphml(base, output / "graph.graphml")
    else:
        _write_graphs(statements, output, base_iri, both=True)
        more = _write_overviews(base, output, options)
    issues = tuple(sorted({*found, *more}, key=_by_place))
    write_issues(issues, output / "issues.jsonl")
    return issues


def _write_graphs(statements: Path, output: Path, base_iri: str, both: bool) -> None:  # noqa: FBT001
    """Write graph.ttl, and graph.graphml where both are asked for."""
    base = open_base(statements)
    write_turtle(base, output / "graph.ttl", base_iri=base_iri, folder=output / WORK)
    if both:
        write_graphml(base, output / "graph.graphml")


def _write_overviews(base: KnowledgeBase, output: Path, options: Options) -> list[Issue]:
    write_stats(base, output / "stats.json")
    decisions = read_decisions(options.decisions) if options.decisions else ()
    issues = unmet_claims(decisions, base)
    if not options.html:
        return issues
    from kg.export.html import write_html

    held = write_html(
        base, output / "graph.html", progress=_named("explorer", options.progress), most=options.html_nodes
    )
    if not held.left_out:
        return issues
    told = f"the page holds the {held.nodes} most connected of {held.total} nodes"
    return [
        *issues,
        Issue("explorer-part", told, "graph.html", "`kg serve` and `kg query` reach all; --html-nodes N holds more"),
    ]


def _by_place(issue: Issue) -> tuple[str, int, Issue]:
    """By file, and in it by the number of the line."""
    file, _, line = issue.where.rpartition(":")
    return (file, int(line), issue) if line.isascii() and line.isdigit() else (issue.where, 0, issue)


def write_issues(issues: Iterable[Issue], path: Path) -> int:
    """Write `issues.jsonl`, by file and line, without repeats; returns how many there are."""
    lines = [json.dumps(_plain(issue), ensure_ascii=False) for issue in sorted(set(issues), key=_by_place)]
    with atomic(path) as file:
        file.writelines(f"{line}\n".encode() for line in lines)
    return len(lines)


def _plain(issue: Issue) -> dict[str, str]:
    return {"code": issue.code, "message": issue.message, "where": issue.where, "hint": issue.hint}
