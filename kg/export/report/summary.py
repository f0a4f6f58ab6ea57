"""Content of a report → what it says in short, and its method and limits, as sentences of a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from kg.export.report.content import Content
from kg.export.words import Words
from kg.graph.statistics.tables import Section, Table, Value

LEADERS = 5
_UNKNOWN = {"no_outlet": "articles_without_outlet", "undated": "undated_articles"}
CLEAR = 2  # a place shared with more than so many times the rows of a table is no place


class Figures(Protocol):
    """Sections of statistics by name, and the first of institutions and of persons with the places they share."""

    @property
    def sections(self) -> Mapping[str, Section]: ...
    @property
    def sure(self) -> Mapping[str, Section]: ...


def in_short(content: Figures, words: Words) -> Iterator[str]:
    """The sentences that an editor reads first; each holds only what the figures say."""
    figures = content.sections["contents"].figures
    counts = {key: words.shown(value, "integer") for key, value in figures.items() if isinstance(value, int)}
    claims = _number(figures["postings"]) + _number(figures["participations"]) - _number(figures["rejected"])

    def say(key: str, **values: str) -> str:
        return words.word("summary", key).format_map(values)

    yield say("collection", **counts)
    yield from (say(key, **counts) for key, figure in _UNKNOWN.items() if figures[figure])
    yield say("events", events=counts["events"], held=counts["events_held"], claims=words.shown(claims, "integer"))
    for kind in ("institutions", "persons"):
        yield from _first(content, words, kind)
    tested = content.sections["ties"].figures
    key = "ties_some" if tested["significant"] else "ties_none" if tested["pairs_tested"] else "ties_few"
    yield say(
        key,
        count=words.shown(tested["significant"], "integer"),
        alpha=words.shown(tested["false_discovery_rate"], "number"),
        tested=words.shown(tested["pairs_tested"], "integer"),
    )
    outlets = content.sections["coverage"].figures
    if outlets["outlets_known"]:
        single, known = (words.shown(outlets[key], "integer") for key in ("one_outlet_only", "outlets_known"))
        yield say("one_outlet", single=single, known=known)
    silent = content.sections["silence"].figures
    if "units_expected" in silent:
        yield say(
            "silent",
            never=words.shown(silent["units_never_seen"], "integer"),
            expected=words.shown(silent["units_expected"], "integer"),
        )
    if figures["nil_share"]:
        yield say("unlinked", share=words.shown(figures["nil_share"], "share"))


def _first(content: Figures, words: Words, kind: str) -> Iterator[str]:
    """Who leads a ranking; whom no figure tells apart from others is not named as a leader."""
    rows = content.sure[kind].tables[0].rows
    leaders = [row for row in rows if _last(row) <= LEADERS]
    who = words.word("page", kind)
    if leaders:
        names = "; ".join(f"{row[1]} ({words.shown(row[2], 'number')})" for row in leaders)
        yield words.word("summary", "matters").format(who=who, names=names)
    elif rows:
        count = str(rows[0][0]).rpartition("–")[2]
        yield words.word("summary", "level").format(who=who, count=count, value=words.shown(rows[0][2], "number"))


def told_apart(made: Table) -> tuple[Table, tuple[Value, ...] | None]:
    """The rows whose place means something, and the first row of those that share theirs with too many."""
    clear = tuple(row for row in made.rows if _last(row) <= CLEAR * max(len(made.rows), 1))
    rest = [row for row in made.rows if row not in clear]
    return Table(made.name, made.columns, clear), rest[0] if rest else None


def in_words(shared: tuple[Value, ...], words: Words) -> str:
    """How many share a range of ranks, and with which value."""
    first, last = int(str(shared[0]).partition("–")[0]), _last(shared)
    return words.word("page", "shared_rank").format(
        count=words.shown(last - first + 1, "integer"), rank=shared[0], value=words.shown(shared[2], "number")
    )


def _last(row: tuple[Value, ...]) -> int:
    """The worst of the ranks that a row shares with its equals."""
    return int(str(row[0]).rpartition("–")[2])


def subtitle(content: Content, words: Words) -> str:
    """Size and span of the collection in a line."""
    figures = content.sections["contents"].figures
    return words.word("page", "subtitle").format(
        articles=words.shown(figures["articles"], "integer"),
        outlets=words.shown(figures["outlets"], "integer"),
        first=words.shown(figures["first_month"]),
        last=words.shown(figures["last_month"]),
    )


def method(words: Words) -> list[str]:
    """How the figures were made, a paragraph each."""
    return [words.word("methods", key) for key in words.groups.get("methods", {})]


def limits(words: Words) -> list[str]:
    """What the figures can't say."""
    return [words.word("limits", key) for key in words.groups.get("limits", {})]


def lead_of_ties(content: Content, words: Words) -> str:
    """What stands above the pairs: what they are, or that there are none."""
    found = content.sections["ties"].figures["significant"]
    return words.word("page", "ties_text" if found else "ties_none" if content.ties else "ties_nothing")


def _number(value: Value) -> int:
    return int(value) if isinstance(value, int | float) else 0
