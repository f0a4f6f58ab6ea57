"""HTML → what the page says of itself in its markup: headline, outlet, address, day, captions."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_NAME = 100  # characters of the name of an outlet
_HEAD = 400_000  # characters in which metadata is looked for
_META = re.compile(r"<(?:meta|link)\s[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_LINKED = re.compile(
    r"""<script\b[^<>]{0,300}application/ld\+json[^<>]{0,300}>([^<]{1,100000})<""", re.IGNORECASE
)  # data in schema.org's words
_TIME = re.compile(r"""<time\s[^<>]{0,500}?datetime\s*=\s*["']?([^"'\s<>]{8,40})""", re.IGNORECASE)
_SHOWN_TIME = re.compile(
    r"""<(?P<tag>time|span|div|p|small|li|em|i)\b[^<>]{0,300}?(?:class|itemprop|id)\s*=\s*["'][^"'<>]{0,100}?
        (?:date|time|posted|publish|meta|byline)[^"'<>]{0,100}["'][^<>]{0,300}>(?P<text>[^<>]{6,160})<""",
    re.IGNORECASE | re.VERBOSE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BIG = re.compile(r"<h1\b[^<>]{0,500}>(.{1,600}?)</h1", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title\b[^<>]{0,500}>([^<]{1,1000})<", re.IGNORECASE)
_CAPTION = re.compile(r"<figcaption\b[^<>]{0,500}>(.{1,800}?)</figcaption", re.IGNORECASE | re.DOTALL)
_ANY_TAG = re.compile(r"<[^<>]*>")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_SEPARATOR = re.compile(r"\s+[|–—»-]\s+")
_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "dc.date", "dc.date.issued", "dcterms.created", "content_published_date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the markup tells; None where it tells nothing. `shown_date` is a visible line with a year in it."""

    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    shown_date: str | None
    captions: tuple[str, ...]


def metadata_of(html: str) -> Metadata:
    """The metadata of a page. Dates are taken from markup only, never guessed from the text."""
    head = html[:_HEAD]
    named = _named(head)
    shown = next(
        (line for match in _SHOWN_TIME.finditer(head) if _YEAR.search(line := clean(match.group("text")))), None
    )
    url = named.get("canonical") or named.get("og:url") or ""
    return Metadata(
        title=_title(head, named),
        publisher=named.get("og:site_name") or next(_publishers(head), None),
        url=url if url.startswith(("https://", "http://")) and " " not in url else None,
        published=_published(head, named),
        shown_date=shown,
        captions=tuple(
            dict.fromkeys(text for match in _CAPTION.finditer(head) if 20 <= len(text := clean(match.group(1))) <= 400)
        )[:5],
    )


def clean(markup: str) -> str:
    """Markup as one line of text."""
    return " ".join(entities.unescape(_ANY_TAG.sub(" ", markup)).split())


def _named(head: str) -> dict[str, str]:
    """Contents of meta and link tags by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _META.finditer(head):
        attributes = {
            key.lower(): next((value for value in (double, single, bare) if value), "")
            for key, double, single, bare in _ATTRIBUTE.findall(match.group())
        }
        name = (
            attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or attributes.get("rel")
        )
        content = attributes.get("content") or attributes.get("href")
        if name and content:
            found.setdefault(name.lower(), clean(content)[:2000])
    return found


def _published(head: str, named: dict[str, str]) -> str | None:
    candidates = [named.get(name) for name in _DATE_NAMES]
    candidates += [match.group(1) for pattern in (_JSON_DATE, _TIME) if (match := pattern.search(head))]
    return next((value for value in candidates if value and _ISO.match(value)), None)


def _publishers(head: str) -> Iterator[str]:
    """The names of publishers in the page's linked data (schema.org)."""
    for match in _LINKED.finditer(head):
        try:
            data = json.loads(match.group(1))
        except (ValueError, RecursionError):
            continue
        things = list(_things(data))
        named = {thing["@id"]: thing.get("name") for thing in things if isinstance(thing.get("@id"), str)}
        for thing in things:
            publisher = thing.get("publisher")
            for one in publisher if isinstance(publisher, list) else [publisher]:
                name = one.get("name") or named.get(str(one.get("@id"))) if isinstance(one, dict) else one
                if isinstance(name, str) and 0 < len(name := clean(name)) <= _NAME and "://" not in name:
                    yield name


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of linked data: one, a list of them, or a graph."""
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            graph = thing.get("@graph")
            yield from (one for one in [thing, *(graph if isinstance(graph, list) else [])] if isinstance(one, dict))


def _title(head: str, named: dict[str, str]) -> str | None:
    """The largest heading when there is just one, else the one given for sharing, else the window's."""
    headings = [text for match in _BIG.finditer(head) if len((text := clean(match.group(1))).split()) >= 3]
    if len(headings) == 1:
        return headings[0]
    window = _TITLE.search(head)
    title = named.get("og:title") or (clean(window.group(1)) if window else "")
    outlet = named.get("og:site_name", "").lower()
    parts = _SEPARATOR.split(title)
    if len(parts) > 1 and (parts[-1].lower() == outlet or len(parts[-1].split()) <= 3 < len(parts[0].split())):
        title = title[: title.rindex(parts[-1])].rstrip(" |–—»-")
    return title or None
