"""Inputs to begin with, in every plain format: texts, pages, rows."""

from __future__ import annotations

import csv
import io
import json
from email.message import EmailMessage
from random import Random
from typing import Any

from tests.fuzz.material import articles, news


def texts() -> list[bytes]:
    front = "---\ntitle: A\nid: x\npublished: 2024-01-02\n---\n"
    made = [news(Random(seed), 600) for seed in range(6)]
    encoded = [made[0].encode(name, "replace") for name in ("utf-16", "utf-16-le", "cp1252", "utf-32", "utf-8-sig")]
    return [*(text.encode() for text in (*articles(), *made)), (front + made[1]).encode(), *encoded]


def page(text: str) -> str:
    """A page with the text of an article in it."""
    body = "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line.strip())
    head = (
        '<title>T - X</title><meta property="og:title" content="T"><meta name="author" content="A">'
        '<script type="application/ld+json">{"datePublished":"2024-09-19T01:02:03+07:00",'
        '"publisher":{"name":"K"}}</script>'
    )
    return (
        f"<html><head>{head}</head><body><nav><a href=/>Beranda</a></nav><h1>T</h1>"
        f'<time datetime="2024-09-19">19 September 2024</time><figure><figcaption>Foto: x</figcaption></figure>'
        f"<article>{body}</article><footer>x</footer></body></html>"
    )


def pages() -> list[bytes]:
    return [page(text).encode() for text in (*articles()[:6], *(news(Random(seed), 500) for seed in range(4)))]


def saved() -> list[bytes]:
    """Pages in a single file, as a browser saves them."""
    made = []
    for number, markup in enumerate(pages()[:4]):
        message = EmailMessage()
        message["Snapshot-Content-Location"] = "https://t.example/a"
        message.set_content(markup.decode(), subtype="html", cte=("quoted-printable", "base64")[number % 2])
        message.add_related(b"GIF89a", "image", "gif")
        made.append(message.as_bytes())
    return made


def rows() -> list[dict[str, Any]]:
    return [
        {"id": f"a{number}", "text": text[:700], "title": "T", "url": "http://x/", "published": "2024-09-19"}
        for number, text in enumerate((*articles()[:4], news(Random(1), 400)))
    ]


def lines() -> list[bytes]:
    made = [json.dumps(row) for row in rows()]
    return [
        "\n".join(made).encode(),
        made[0].encode(),
        f"[{','.join(made)}]".encode(),
        json.dumps(rows()[0], indent=1).encode(),
    ]


def tables(sign: str) -> list[bytes]:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows()[0]), delimiter=sign)
    writer.writeheader()
    writer.writerows(rows())
    whole = file.getvalue()
    return [whole.encode(name) for name in ("utf-8", "utf-16", "utf-8-sig")] + [whole[:900].encode("cp1252", "replace")]
