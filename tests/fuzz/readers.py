"""Targets at the first door: every kind of file that articles come in."""

from __future__ import annotations

import gzip
import tempfile
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from kg.model import Issue
from tests.fuzz.containers import archives, change_parquet, parquet, ungz, unzst, zst
from tests.fuzz.material import news
from tests.fuzz.mutation import fresh_news, json_changes, packed, text_changes
from tests.fuzz.samples import lines, page, pages, rows, saved, tables, texts
from tests.fuzz.target import Act, Change, Target

_TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<!--", "-->", "<script>", "</script>", "<style>", "<br>",
    "<li>", "<table><tr><td>", "</td>", "<nav>", "</nav>", "<aside>", "<title>", "</title>",
    '<meta property="og:title" content="', '<meta name="', '">', "<time datetime=", '"datePublished":"',
    "<figcaption>", "&amp;", "&#0;", "&#xD800;", "&#x110000;", "&nbsp;", "<![CDATA[", "]]>",
    "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE", "<svg>", "<textarea>", "<a href='", "<article>",
    "</article>", "<base href='//[", "<link rel=canonical href=http://[::", "<frameset>", "</html>",
)  # fmt: skip
_FRONT = ("---\n", "title: ", "id: ", "published: ", "url: ", "text: ", "# ", "**", "> ", "| ", "```\n", "[a](b)")
_CELLS = (",", ";", "\t", "|", '"', '""', "\n", "\r", "\r\n", "\x00", "text", "id", "title", "published", "\ufeff")
_MIME = (
    "MIME-Version: 1.0\r\n", 'Content-Type: multipart/related; boundary="b"\r\n', "Content-Type: text/html\r\n",
    "Content-Type: text/html; charset=x\r\n", "Content-Transfer-Encoding: base64\r\n", "--b\r\n", "--b--\r\n",
    "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Location: http://[::\r\n", "\r\n\r\n", "=FF", "\r",
    "=3D", "=\r\n",
)  # fmt: skip
_WARC = (
    "WARC/1.0\r\n", "WARC/1.1\r\n", "WARC-Type: response\r\n", "WARC-Type: \r\n", "WARC-Target-URI: http://x/\r\n",
    "Content-Length: ", "Content-Length: -1\r\n", "Content-Length: 99999999999999999999\r\n", "\r\n", "\r\n\r\n",
    "HTTP/1.1 200 OK\r\n", "HTTP/1.1 9 \r\n", "HTTP/1.1 \r\n", "Content-Type: text/html; charset=x\r\n",
    "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "FFFFFFFF\r\n",
)  # fmt: skip


def _start(ending: str) -> Act:
    from kg.ontology_files import load_ontology
    from kg.reading.articles import read_articles

    folder = Path(tempfile.mkdtemp(prefix="kg-fuzz-"))
    path = folder / f"a{ending}"
    ontology = load_ontology()

    def act(data: bytes) -> object:
        path.write_bytes(data)
        issues: list[Issue] = []
        for article in read_articles([path], problems=issues.append, ontology=ontology):
            for value in (article.text, article.id, article.title, article.url, article.publisher, article.published):
                (value or "").encode()  # what is read can be written again
            if not article.text.strip() or not article.id:
                raise AssertionError("an article without text or id")
        for issue in issues:
            f"{issue.where} {issue.message} {issue.hint}".encode()
        return issues

    return act


def _news_page(random: Random) -> bytes:
    return page(news(random, 500)).encode("utf-8", "replace")


def _reader(name: str, ending: str, about: str, seeds: Any, change: Change, largest: int = 4096) -> Target:
    return Target(name, about, partial(_start, ending), seeds, change, largest)


TARGETS = (
    _reader("txt", ".txt", "plain text", texts, text_changes(fresh=fresh_news)),
    _reader("markdown", ".md", "Markdown with front matter", texts, text_changes(_FRONT, fresh=fresh_news)),
    _reader("html", ".html", "a saved page", pages, text_changes(_TAGS, fresh=_news_page)),
    _reader("mhtml", ".mhtml", "a page in a single file", saved, text_changes((*_MIME, *_TAGS))),
    _reader("jsonl", ".jsonl", "an object a line", lines, json_changes),
    _reader("json", ".json", "a list, or one object", lines, json_changes),
    _reader("csv", ".csv", "a table", partial(tables, ","), text_changes(_CELLS)),
    _reader("tsv", ".tsv", "a table with tabs", partial(tables, "\t"), text_changes(_CELLS)),
    _reader(
        "gz", ".jsonl.gz", "packed with gzip", lambda: [gzip.compress(data) for data in lines()],
        packed(ungz, gzip.compress, json_changes),
    ),
    _reader(
        "zst", ".csv.zst", "packed with zstd", lambda: [zst(data) for data in tables(",")],
        packed(unzst, zst, text_changes(_CELLS)),
    ),
    _reader("parquet", ".parquet", "a Parquet table", lambda: [parquet(rows())], change_parquet, 8192),
    _reader("warc", ".warc", "a web archive", archives, text_changes((*_WARC, *_TAGS))),
)  # fmt: skip
