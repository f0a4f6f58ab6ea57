"""Content of a report → one HTML page: no script, no request, plots as SVG, ready for A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources
from urllib.parse import urlsplit

from kg import __version__
from kg.export.report import charts
from kg.export.report.content import Content, Shown, TopTie
from kg.export.report.summary import in_short, in_words, lead_of_ties, limits, method, subtitle, told_apart
from kg.export.stats import title_of
from kg.export.words import Words
from kg.graph.statistics.tables import Section, Table

AROUND = 150  # characters of a sentence before and behind a quote
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# Tables of the back matter, and how many rows of each are printed.
BACK = (("contents", ("outlets", "classes", "levels", "predicates", "events", "confidence", "support")),)


def to_html(content: Content, words: Words, title: str | None = None) -> str:
    """The page as text; every word of an article in it is escaped."""
    style = resources.files("kg.export.report").joinpath("page.css").read_text("utf-8")
    heading = title or words.word("page", "title")
    body = "\n".join(_body(content, words))
    return (
        f'<!doctype html>\n<html lang="{words.language}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(heading)}</title>\n<style>{style}</style></head>\n<body><main>\n"
        f'<header><h1>{escape(heading)}</h1><p class="sub">{escape(subtitle(content, words))}</p></header>\n'
        f"{body}\n<footer>{escape(words.word('page', 'printed').format(version=__version__))}</footer>\n"
        "</main></body></html>\n"
    )


def _body(content: Content, words: Words) -> Iterator[str]:
    yield _aside(words.word("page", "summary"), in_short(content, words))
    yield from _timeline(content, words)
    yield from _who(content, words)
    yield from _ties(content, words)
    yield from _communities(content, words)
    yield from _changes(content, words)
    yield from _coverage(content, words)
    yield from _silence(content, words)
    yield f"<h2>{escape(words.word('page', 'contents_title'))}</h2>"
    for section, names in BACK:
        yield '<div class="pair">'
        for made in content.sections[section].tables:
            if made.name in names and made.rows:
                yield _table(content.sections[section], made, words)
        yield "</div>"
    yield f"<h2>{escape(words.word('page', 'method'))}</h2>" + _paragraphs(method(words))
    yield f"<h2>{escape(words.word('page', 'limits'))}</h2>" + _list(limits(words))


def _timeline(content: Content, words: Words) -> Iterator[str]:
    if content.months:
        series = [
            (words.word("page", "events_held"), content.events_by_month),
            (words.word("page", "articles_published"), content.articles_by_month),
        ]
        yield _heading(words, "timeline")
        yield _figure(charts.months_chart(content.months, series, words.word("page", "timeline")))


def _who(content: Content, words: Words) -> Iterator[str]:
    yield _heading(words, "top")
    for colour, (kind, part) in enumerate(content.sure.items()):
        made = part.tables[0]
        if not made.rows:
            continue
        keys = [column.key for column in made.columns]
        clear, shared = told_apart(made)
        rows = [dict(zip(keys, row, strict=True)) for row in clear.rows]
        bars = [(str(r["name"]), float(r["value"] or 0), _real(r["low"]), _real(r["high"])) for r in rows]
        label = words.word("page", kind)
        chart = _figure(charts.ranked_bars(bars, label, colour)) if bars else ""
        yield f'<section class="keep"><h3>{escape(label)}</h3>{chart}</section>'
        yield _table(part, clear, words) if bars else ""
        yield f'<p class="none">{escape(in_words(shared, words))}</p>' if shared else ""
    yield _notes(content.sure["institutions"], words, ("rank_ranges",))


def _ties(content: Content, words: Words) -> Iterator[str]:
    part = content.sections["ties"]
    yield f"<h2>{escape(words.word('sections', 'ties'))}</h2>"
    yield f'<p class="lead">{escape(lead_of_ties(content, words))}</p>'
    yield "".join(_tie(number, tie, words) for number, tie in enumerate(content.ties, 1))
    yield _notes(part, words, ("null_model", "within_everywhere", "bound_left_out"))


def _tie(number: int, tie: TopTie, words: Words) -> str:
    figures = f"{tie.observed}× {words.word('page', 'together')} · {words.shown(tie.expected, 'number')} "
    figures += words.word("page", "by_chance")
    figures += (
        f" · q {words.shown(tie.q, 'probability')}" if tie.q is not None else f" · {words.word('terms', 'too_few')}"
    )
    if tie.region != "unknown":
        figures += f" · {words.word('columns', 'region')}: {words.word('terms', tie.region)}"
    meetings = []
    for name, date, quotes in tie.meetings:
        shown = "".join(f"<blockquote>{_quote(quote)}</blockquote>" for quote in quotes)
        meetings.append(f'<p class="event">{escape(name)}{f" · {escape(date)}" if date else ""}</p>{shown}')
    return (
        f'<article class="tie"><h3><span>{number}</span>{escape(tie.left)} – {escape(tie.right)}</h3>'
        f'<p class="figures">{escape(figures)}</p>{"".join(meetings)}</article>'
    )


def _quote(shown: Shown) -> str:
    evidence = shown.evidence
    before, after = evidence.prefix.lstrip(), evidence.suffix.rstrip()
    before = "… " + before[-AROUND:].partition(" ")[2] if len(before) > AROUND else before
    after = after[:AROUND].rpartition(" ")[0] + " …" if len(after) > AROUND else after
    source = ", ".join(part for part in (shown.outlet, shown.published, shown.title) if part)
    name = escape(source or evidence.article)
    link = (
        f'<a href="{escape(shown.url)}" rel="noopener noreferrer">{name}</a>'
        if _is_web(shown.url) and shown.url
        else name
    )
    return f"{escape(before)}<mark>{escape(evidence.quote)}</mark>{escape(after)} <cite>{link}</cite>"


def _is_web(url: str | None) -> bool:
    try:
        return bool(url) and urlsplit(url or "").scheme in ("http", "https")
    except ValueError:
        return False


def _communities(content: Content, words: Words) -> Iterator[str]:
    part = content.sections["structure"]
    modularity = words.shown(part.figures["modularity"], "number")
    text = words.word("page", "communities_text").format(modularity=modularity)
    yield f'<h2>{escape(words.word("page", "communities"))}</h2><p class="lead">{escape(text)}</p>'
    names, groups, ties = content.ring
    if ties:
        yield f'<section class="keep"><h3>{escape(words.word("page", "graph_title"))}</h3>'
        yield f"<p>{escape(words.word('page', 'graph_text'))}</p>"
        yield _figure(charts.ring(names, groups, ties, words.word("page", "graph_title"))) + "</section>"
    yield _table(part, part.tables[0], words)


def _changes(content: Content, words: Words) -> Iterator[str]:
    part = content.sections["change"]
    made = part.tables[0]
    yield f"<h2>{escape(words.word('page', 'changes'))}</h2>"
    last = Table(made.name, made.columns, made.rows[-12:], max(len(made.rows) - 12, 0))
    yield _table(part, last, words) + _notes(part, words, ("gone_ties",))


def _coverage(content: Content, words: Words) -> Iterator[str]:
    part = content.sections["coverage"]
    rows, columns, cells = content.coverage
    yield f'<h2>{escape(words.word("sections", "coverage"))}</h2><p class="lead">'
    yield escape(words.word("page", "coverage_text")) + "</p>"
    if rows:
        yield _figure(charts.shades(rows, columns, cells, words.word("sections", "coverage")))
    yield _table(part, part.tables[0], words) + _notes(part, words, ("article_regions",))


def _silence(content: Content, words: Words) -> Iterator[str]:
    part = content.sections["silence"]
    yield f'<h2>{escape(words.word("sections", "silence"))}</h2><p class="lead">'
    yield escape(words.word("page", "silence_text")) + "</p>"
    yield "".join(_table(part, made, words) for made in part.tables)
    yield _notes(part, words)


def _heading(words: Words, key: str) -> str:
    text = escape(words.word("page", f"{key}_text"))
    return f'<h2>{escape(words.word("page", key))}</h2><p class="lead">{text}</p>'


def _table(part: Section, made: Table, words: Words) -> str:
    """A table with its title, without what only programs need."""
    shown = made.shown()
    title = escape(title_of(part, made, words))
    if not shown.rows:
        return f'<h4>{title}</h4><p class="none">{escape(words.word("page", "empty"))}</p>'
    right = [' class="n"' if column.kind not in ("text", "term") else "" for column in shown.columns]
    head = "".join(f"<th{n}>{escape(words.heading(c))}</th>" for n, c in zip(right, shown.columns, strict=True))
    lines = []
    for row in shown.rows:
        cells = zip(right, shown.columns, row, strict=True)
        lines.append("<tr>" + "".join(f"<td{n}>{escape(words.shown(v, c.kind))}</td>" for n, c, v in cells) + "</tr>")
    more = words.word("page", "more").format(count=words.shown(shown.more, "integer")) if shown.more else ""
    foot = f'<p class="none">{escape(more)}</p>' if more else ""
    body = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    return f'<div class="t"><h4>{title}</h4>{body}{foot}</div>'


def _notes(part: Section, words: Words, keys: Iterable[str] | None = None) -> str:
    chosen = [note for note in part.notes if keys is None or note.key in keys]
    return "".join(f'<p class="note">{escape(words.note(note))}</p>' for note in chosen)


def _figure(svg: str) -> str:
    return f"<figure>{svg}</figure>"


def _aside(title: str, lines: Iterable[str]) -> str:
    return f'<section class="short"><h2>{escape(title)}</h2>{_list(lines)}</section>'


def _list(lines: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _real(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
