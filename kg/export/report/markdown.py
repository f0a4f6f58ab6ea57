"""Content of a report → Markdown: the same text and tables, with bars of characters for the plots."""

from __future__ import annotations

from collections.abc import Iterator

from kg import __version__
from kg.export.report.content import Content, Shown
from kg.export.report.summary import in_short, in_words, lead_of_ties, limits, method, subtitle, told_apart
from kg.export.stats import escape_markdown, markdown_table, title_of
from kg.export.words import Words
from kg.graph.statistics.tables import Section, Table


def to_markdown(content: Content, words: Words, title: str | None = None) -> str:
    """The report as text; every word of an article in it is escaped."""
    return "\n".join(_lines(content, words, title)).rstrip() + "\n"


def _lines(content: Content, words: Words, title: str | None) -> Iterator[str]:
    yield from (f"# {escape_markdown(title or words.word('page', 'title'))}", "", subtitle(content, words), "")
    yield from _titled(
        words.word("page", "summary"), [f"- {escape_markdown(line)}" for line in in_short(content, words)]
    )
    yield from _titled(words.word("page", "timeline"), _timeline(content, words))
    yield from _titled(words.word("page", "top"), [words.word("page", "top_text")])
    for kind, part in content.sure.items():
        clear, shared = told_apart(part.tables[0])
        yield from _table(part, clear, words, words.word("page", kind))
        if shared:
            yield from (in_words(shared, words), "")
    yield from _titled(words.word("sections", "ties"), _ties(content, words))
    yield from _section(content.sections["structure"], words, words.word("page", "communities"), first_only=True)
    yield from _section(content.sections["change"], words, words.word("page", "changes"))
    for name in ("coverage", "silence", "contents"):
        yield from _section(content.sections[name], words, words.word("sections", name))
    yield from _titled(words.word("page", "method"), [line for text in method(words) for line in (text, "")])
    yield from _titled(words.word("page", "limits"), [f"- {text}" for text in limits(words)])
    yield words.word("page", "printed").format(version=__version__)


def _titled(title: str, lines: list[str]) -> list[str]:
    return [f"## {title}", "", *lines, ""]


def _timeline(content: Content, words: Words) -> list[str]:
    """A line for each month in which something was."""
    most = max([*content.events_by_month, *content.articles_by_month, 1])
    lines = ["```text"]
    for month, events, articles in zip(content.months, content.events_by_month, content.articles_by_month, strict=True):
        if events or articles:
            bars = "█" * round(24 * events / most) + "░" * round(24 * articles / most)
            lines.append(f"{month}  {events:>4} {articles:>4}  {bars}")
    return [*lines, f"█ {words.word('page', 'events_held')}, ░ {words.word('page', 'articles_published')}", "```"]


def _ties(content: Content, words: Words) -> list[str]:
    lines = [lead_of_ties(content, words), ""]
    for number, tie in enumerate(content.ties, 1):
        lines.append(f"{number}. **{escape_markdown(tie.left)} – {escape_markdown(tie.right)}**: {tie.observed}× "
                     f"{words.word('page', 'together')}, {words.shown(tie.expected, 'number')} "
                     f"{words.word('page', 'by_chance')}, q {words.shown(tie.q, 'probability')}")  # fmt: skip
        for name, date, quotes in tie.meetings:
            lines.append(f"   - {escape_markdown(name)}{f', {date}' if date else ''}")
            lines += [f"     > {_quote(quote)}" for quote in quotes]
    return [*lines, "", *[f"> {words.note(note)}\n" for note in content.sections["ties"].notes]]


def _quote(shown: Shown) -> str:
    of = shown.evidence
    source = ", ".join(part for part in (shown.outlet, shown.published, shown.title, shown.url or of.article) if part)
    return f"{escape_markdown(f'{of.prefix}“{of.quote}”{of.suffix}')} ({escape_markdown(source)})"


def _table(part: Section, made: Table, words: Words, title: str | None = None) -> list[str]:
    return markdown_table(made.shown(), words, title or title_of(part, made, words))


def _section(part: Section, words: Words, title: str, *, first_only: bool = False) -> Iterator[str]:
    yield from (f"## {title}", "")
    for made in part.tables[:1] if first_only else part.tables:
        yield from _table(part, made, words)
    yield from (f"> {words.note(note)}\n" for note in part.notes)
