"""KnowledgeBase → sections of figures, tables and notes that every format shows alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kg.errors import UsageError
from kg.graph.knowledge_base import KnowledgeBase
from kg.graph.statistics.options import Options
from kg.graph.statistics.tables import Section, untracked

SECTIONS = ("contents", "actors", "structure", "change", "ties", "cooccurrence", "stability", "coverage", "silence")
Made = Callable[..., Section]


def sections(
    base: KnowledgeBase,
    options: Options,
    names: Iterable[str] = SECTIONS,
    *,
    track: Callable[[Iterable[Any], str], Iterable[Any]] = untracked,
) -> Iterator[Section]:
    """The sections asked for, one by one, in their own order.

    Raises UsageError for a section that there is not.
    """
    wanted = set(names)
    if unknown := sorted(wanted - set(SECTIONS)):
        raise UsageError(f"no section {unknown[0]!r}", hint=f"take one of {', '.join(SECTIONS)}")
    from kg.graph.statistics.subject import Subject

    subject = Subject(base, options.graph)
    for name in track([name for name in SECTIONS if name in wanted], "sections"):
        yield _made(name, subject, options, track)


def _made(name: str, subject: Any, options: Options, track: Callable[..., Any]) -> Section:
    """Each part is imported when it is asked for."""
    from kg.graph.statistics import change, contents, coverage, rankings, silence, stability, structure, ties

    match name:
        case "contents":
            return contents.contents(subject, options)
        case "actors":
            return rankings.rankings(subject, options)
        case "structure":
            return structure.structure(subject, options)
        case "change":
            return change.change(subject, options)
        case "ties":
            return ties.ties(subject, options)
        case "cooccurrence":
            return ties.cooccurrence(subject, options)
        case "stability":
            return stability.stability(subject, options, track)
        case "coverage":
            return coverage.coverage(subject, options)
        case _:
            return silence.silence(subject, options)
