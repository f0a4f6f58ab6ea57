"""Targets at the first door: every kind of file that articles come in."""

from __future__ import annotations

import gzip
import io
import json
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from kg.model import Issue
from tests.fuzz.material import articles, news
from tests.fuzz.mutation import Change, changed_value, fresh_news, json_changes, packed, text_changes
from tests.fuzz.target import Act, Target

_TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<!--", "-->", "<script>", "</script>", "<style>", "<br>", "<li>",
    "<table><tr><td>", "</td>", "<nav>", "</nav>", "<aside>", "<title>", "</title>", '<meta property="og:title" content="',
    '<meta name="', '">', "<time datetime=", '"datePublished":"', "<figcaption>", "&amp;", "&#0;", "&#xD800;", "&#x110000;",
    "&nbsp;", "<![CDATA[", "]]>", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE", "<svg>", "<textarea>", "<a href='",
    "<article>", "</article>", "<base href='//[", "<link rel=canonical href=http://[::", "<frameset>", "</html>",
)  # fmt: skip
_FRONT = ("---\n", "title: ", "id: ", "published: ", "url: ", "text: ", "# ", "**", "> ", "| ", "```\n", "[a](b)")
_CELLS = (",", ";", "\t", "|", '"', '""', "\n", "\r", "\r\n", "\x00", "text", "id", "title", "published", "\ufeff")
_WARC = (
    "WARC/1.0\r\n", "WARC/1.1\r\n", "WARC-Type: response\r\n", "WARC-Type: \r\n", "WARC-Target-URI: http://x/\r\n",
    "Content-Length: ", "Content-Length: -1\r\n", "Content-Length: 99999999999999999999\r\n", "\r\n", "\r\n\r\n",
    "HTTP/1.1 200 OK\r\n", "HTTP/1.1 9 \r\n", "HTTP/1.1 \r\n", "Content-Type: text/html; charset=x\r\n",
    "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "FFFFFFFF\r\n",
)  # fmt: skip


def _start(ending: str) -> Act:
    from kg.ontology import load_ontology
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


def _texts() -> list[bytes]:
    front = "---\ntitle: A\nid: x\npublished: 2024-01-02\n---\n"
    made = [news(Random(seed), 600) for seed in range(6)]
    encoded = [made[0].encode(name, "replace") for name in ("utf-16", "utf-16-le", "cp1252", "utf-32", "utf-8-sig")]
    return [*(text.encode() for text in (*articles(), *made)), (front + made[1]).encode(), *encoded]


def page(text: str) -> str:
    """A page with the text of an article in it."""
    body = "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line.strip())
    head = (
        '<title>T - X</title><meta property="og:title" content="T"><meta name="author" content="A">'
        '<script type="application/ld+json">{"datePublished":"2024-09-19T01:02:03+07:00"}</script>'
    )
    return (
        f"<html><head>{head}</head><body><nav><a href=/>Beranda</a></nav><h1>T</h1>"
        f'<time datetime="2024-09-19">19 September 2024</time><figure><figcaption>Foto: x</figcaption></figure>'
        f"<article>{body}</article><footer>x</footer></body></html>"
    )


def _pages() -> list[bytes]:
    return [page(text).encode() for text in (*articles()[:6], *(news(Random(seed), 500) for seed in range(4)))]


def _rows() -> list[dict[str, Any]]:
    return [
        {"id": f"a{number}", "text": text[:700], "title": "T", "url": "http://x/", "published": "2024-09-19"}
        for number, text in enumerate((*articles()[:4], news(Random(1), 400)))
    ]


def _lines() -> list[bytes]:
    rows = [json.dumps(row) for row in _rows()]
    return ["\n".join(rows).encode(), rows[0].encode(), f"[{','.join(rows)}]".encode(), json.dumps(_rows()[0], indent=1).encode()]


def _tables(sign: str) -> list[bytes]:
    import csv

    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(_rows()[0]), delimiter=sign)
    writer.writeheader()
    writer.writerows(_rows())
    whole = file.getvalue()
    return [whole.encode(name) for name in ("utf-8", "utf-16", "utf-8-sig")] + [whole[:900].encode("cp1252", "replace")]


def _zst(data: bytes) -> bytes:
    import zstandard

    return bytes(zstandard.ZstdCompressor(level=1).compress(data))


def _unzst(data: bytes) -> bytes:
    import zstandard

    with zstandard.ZstdDecompressor().stream_reader(io.BytesIO(data)) as reader:
        return bytes(reader.read(1 << 20))


def _ungz(data: bytes) -> bytes:
    with gzip.open(io.BytesIO(data)) as file:
        return file.read(1 << 20)


def _parquet(rows: Sequence[Any]) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows)), out)
    return out.getvalue()


def _change_parquet(data: bytes, random: Random) -> bytes:
    """Other rows, other types of columns, or other bytes."""
    import pyarrow as pa

    if random.random() < 0.5:
        return text_changes(("PAR1", "text", "\x15"))(data, random)
    rows: Any = _rows()[: random.randint(1, 4)]
    for _ in range(random.randint(1, 4)):
        rows = changed_value(rows, random)
    if random.random() < 0.3:
        column = random.choice(("text", "id", "published", "title"))
        kind = random.choice((pa.binary(), pa.large_string(), pa.date32(), pa.timestamp("ns"), pa.timestamp("s", "Mars/X"),
                              pa.list_(pa.string()), pa.decimal128(5, 2), pa.duration("s"), pa.time64("us"), pa.int64()))  # fmt: skip
        width = 4 if kind == pa.date32() else 16 if pa.types.is_decimal(kind) else 8
        raw = pa.py_buffer(bytes(random.randrange(256) for _ in range(width * 4)))
        plain = kind.num_fields == 0 and not pa.types.is_large_string(kind) and not pa.types.is_binary(kind)
        try:
            array = pa.Array.from_buffers(kind, 3, [None, raw]) if plain else pa.nulls(3, kind)
            table = pa.table({"text": ["x", "y", "z"]}).append_column(column, array)
            out = io.BytesIO()
            import pyarrow.parquet as pq

            pq.write_table(table, out)
            return out.getvalue()
        except (pa.ArrowException, ValueError, TypeError, KeyError):
            return data
    try:
        return _parquet(rows)
    except Exception:  # noqa: BLE001 - pyarrow can't hold such rows
        return data


def _archives() -> list[bytes]:
    found = []
    for extra in ("", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n"):
        body = page(news(Random(3), 300)).encode()
        if "gzip" in extra:
            body = gzip.compress(body)
        if "chunked" in extra:
            body = b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + extra.encode() + b"\r\n" + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/a\r\nWARC-Date: 2024-03-05T01:02:03Z\r\n"
            "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        found.append(head.encode() + http + b"\r\n\r\n")
    return [*found, found[0] + found[1], gzip.compress(found[0])]


def _news_page(random: Random) -> bytes:
    return page(news(random, 500)).encode("utf-8", "replace")


def _reader(name: str, ending: str, about: str, seeds: Any, change: Change, largest: int = 4096) -> Target:
    return Target(name, about, partial(_start, ending), seeds, change, largest)


TARGETS = (
    _reader("txt", ".txt", "plain text", _texts, text_changes(fresh=fresh_news)),
    _reader("markdown", ".md", "Markdown with front matter", _texts, text_changes(_FRONT, fresh=fresh_news)),
    _reader("html", ".html", "a saved page", _pages, text_changes(_TAGS, fresh=_news_page)),
    _reader("jsonl", ".jsonl", "an object a line", _lines, json_changes),
    _reader("json", ".json", "a list, or one object", _lines, json_changes),
    _reader("csv", ".csv", "a table", partial(_tables, ","), text_changes(_CELLS)),
    _reader("tsv", ".tsv", "a table with tabs", partial(_tables, "\t"), text_changes(_CELLS)),
    _reader(
        "gz", ".jsonl.gz", "packed with gzip", lambda: [gzip.compress(data) for data in _lines()],
        packed(_ungz, gzip.compress, json_changes),
    ),
    _reader(
        "zst", ".csv.zst", "packed with zstd", lambda: [_zst(data) for data in _tables(",")],
        packed(_unzst, _zst, text_changes(_CELLS)),
    ),
    _reader("parquet", ".parquet", "a Parquet table", lambda: [_parquet(_rows())], _change_parquet, 8192),
    _reader("warc", ".warc", "a web archive", _archives, text_changes((*_WARC, *_TAGS))),
)  # fmt: skip
